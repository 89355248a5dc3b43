"""A text to sentences and tokens, with their offsets."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import eq
from typing import TYPE_CHECKING

from crossread.importing import import_without
from crossread.language.compounds import name_parts
from crossread.language.normal import normalize
from crossread.language.possessives import owners
from crossread.lexicon import load_lexicon
from crossread.patterns import Match, Word, to_words

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

# NLTK imports them for classifiers, parsers and collocations, which takes longer than all else that it brings along.
STATISTICS = ("scipy", "scipy.stats", "sklearn")

_LETTER = r"[^\W\d_]"
_WORD = rf"{_LETTER}(?:{_LETTER}|[\u0300-\u036f])*"

_SCALES = "|".join(load_lexicon("numbers")["scales"])
_PORTIONS = "|".join((*load_lexicon("numbers")["portioned"]["words"], *load_lexicon("numbers")["portioned"]["units"]))
_GLUED = "|".join(load_lexicon("numbers")["glued"]["words"])
_CODES = "|".join(load_lexicon("currencies")["codes"]["iso"])
_NUMBER_WORDS = "|".join((*load_lexicon("numbers")["cardinals"], *load_lexicon("numbers")["scales"]))


def _currencies() -> str:
    """Signs and codes before a number: "$US55", "USD10m", "Rs. 500".

    Letters that are no code need an amount of money behind them, for "PS5" is a console.
    """
    currencies = load_lexicon("currencies")
    written = [form for forms in currencies["before"].values() for form in forms if " " not in form]
    signs = sorted((form for form in written if not form.rstrip(".").isalpha()), key=len, reverse=True)
    codes = "|".join(currencies["codes"]["iso"])
    single = "|".join(form for form in written if len(form) == 1 and form.isascii() and form.isalpha())
    letters = "|".join(re.escape(form) for form in written if form.rstrip(".").isalpha() and len(form) > 1)
    behind = "|".join(re.escape(sign) for sign in signs if sign[0].isalpha() and sign[-1] == "$")
    return (
        rf"(?<![^\W_])(?:{'|'.join(map(re.escape, signs))})(?=\s?\d) | [$£€¥₹]"
        rf"| (?<=[\dnm]\s)(?:{behind})(?!\w) | (?<=\d)(?:{behind}|{codes})\b"
        rf"| (?<![^\W_])(?:{single})(?=\d[\d.,]*(?:\s?(?:million|billion|trillion)|m|bn)\b)"
        rf"| (?<![^\W_])(?:{codes})(?=\d) | (?<![^\W_])(?:{letters})(?=\s?\d+(?:[,.]?\d|m\b|bn\b|k\b))"
    )


# Numbers in digits: 1e6; 1,000.5, 12,34,567, 1'000 and 1 000 with a space that does not break; .5; 58.24, 3.5.2014.
_DIGITS = r"""
    \d+(?:\.\d+)?[eE][+-]?\d+\b
  | \d{1,3}(?:[,'’\u00a0\u2009\u202f]\d{2,3})*[,'’\u00a0\u2009\u202f]\d{3}(?!\d)(?:\.\d+)?
  | (?<![\w.])\.\d+ | \d+(?:\.\d+)*
"""

# In order: what must stay whole comes before what would split it.
TOKEN = re.compile(
    rf"""
    [MB](?=(?:{_CODES})\b)(?<=\d\s[MB])  # "50 MUSD"
  | [A-Za-z]{{2,}}(?=[\s,])   # most words, at once: nothing below reads more of them
  |
    https?://\S+ | www\.\S+ | (?:{_LETTER}[\w-]{{0,30}}\.){{1,4}}{_LETTER}{{2,6}}/\S+
  | [@\#]\w+                  # addresses, handles, hashtags
  | (?:{_LETTER}\.){{2,}}                                # U.S., e.g.
  | (?<![^\W_]){_LETTER}\.(?=\s*\S)                         # an initial; at the end of a sentence it is none
  | \d+(?:st|nd|rd|th|s)\b | 1,000s\b                    # 5th, 1990s
  | \d+\.(?:org|com|net)\b
  | \d{{4}}-\d\d-\d\dT[\d:.]+Z?                        # 2016-05-12T10:30:00Z
  | {_currencies()}
  | {_DIGITS}
  | (?i:to|in|sub|minus|now|magnitude)(?=-\d)                        # 0-to-60, sub-500: the number stays apart
  | (?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|BRIEF|EXCLUSIVE|URGENT)(?=-)           # of an agency's headline
  | (?<=-)(?i:in)(?=-(?:{_NUMBER_WORDS})\b)                             # three-in-ten
  | (?<=-)(?i:and)(?=-(?:{_NUMBER_WORDS})\b)                             # a hundred-and-fifty
  | (?i:and(?=-an?-)|(?<=and-)an?(?=-)|(?<=-a-)(?:half|quarter)(?=-))                   # four-and-a-half-year
  | (?i:half|quarter)(?=-(?:{_SCALES}|{_PORTIONS})\b)             # half-dozen, half-hour
  | (?<=\d)(?i:m|bn|k|tn)(?=-)                         # a $5m-a-year deal
  | (?<!\d){_WORD}-\d[\w-]*                             # Su-24
  | (?i:{_NUMBER_WORDS})(?=-{_LETTER})                   # five-year-old, twenty-five: the number stays apart
  | (?<![^\W_])(?:{_GLUED})(?=\d+(?:[\s.,]|$))                            # "killed10 people"
  | (?<![^\W_]){_LETTER}{{1,3}}\d+(?:\+\d+|[A-Z]\d?)?\b       # G20, MH17, P5+1, M1A1
  | (?:[ckm]?m|ft|in)[²³] | °[CFcf]\b
  | {_WORD}(?:['’ʼ-](?!s\b){_WORD})*                     # al-Abadi, Sa'adiyah; a possessive stays apart
  | ['’]s\b
  | --+ | \.{{2,}}
  | \S
    """,
    re.VERBOSE,
)


# Tokens in a sentence. What is longer is a table or a list; cut, it is still read in time that grows with its length.
LONGEST = 200
# A line, or a piece of one that is longer than any paragraph of news: Punkt's patterns give up on megabytes.
LINE = re.compile(r"[^\n]{1,20000}(?!\S)|[^\n]{1,20000}")
ENDING = re.compile(r"[.?!](?=\s+\S|[^\w\s])")
INITIALS = re.compile(r"\b[^\W\d_]\.[^\W\d_]\.$")
NUMBERED = re.compile(r"\b(?:Nos?|(?<!\d )(?-i:max|min))\.$", re.IGNORECASE)


@dataclass(slots=True)
class Sentence:
    """One sentence in columns, one entry a token; each column is filled once by one step and looked up by all."""

    words: list[str]  # as written
    starts: list[int]  # offsets in the text
    ends: list[int]
    lower: list[str] = field(init=False)
    folded: list[str] = field(init=False)  # lower but for acronyms that look like function words: "10 US soldiers"
    touching: list[bool] = field(init=False)  # whether the token touches the one before
    tags: list[str] = field(init=False)  # parts of speech, "" until they are tagged
    numerals: list[str] = field(init=False, default_factory=list)  # what each can be in a number
    amounts: dict[int, list[Match]] = field(init=False, default_factory=dict)  # by where they begin
    fractions: dict[int, list[Match]] = field(init=False, default_factory=dict)
    named: list[bool] = field(init=False)  # whether a name holds the token
    _tokens: list[Word] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.lower = self.folded = [word.lower() for word in self.words]
        self.touching = [False, *map(eq, self.ends, self.starts[1:])]
        self.tags = [""] * len(self.words)
        self.named = [False] * len(self.words)

    @property
    def tokens(self) -> list[Word]:
        """Its words as rules look at them, once their parts of speech are tagged."""
        if not self._tokens:
            self._tokens = to_words(self.words, self.tags, self.touching)
        return self._tokens

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.starts[0]

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.ends[-1]

    def __len__(self) -> int:
        return len(self.words)


@dataclass(frozen=True, slots=True)
class Document:
    """A text in sentences. The first `title_end` characters are its title.

    Sentences hold words in the form that they are read in (`normal.py`), with offsets in the text as it came.
    """

    text: str
    title_end: int
    sentences: tuple[Sentence, ...]

    def in_title(self, sentence: Sentence) -> bool:
        """Tell whether a sentence stands in the title."""
        return sentence.start < self.title_end


def tokenize(text: str, title_end: int = 0) -> Document:
    """Split a text into sentences and tokens.

    A line's end always ends a sentence, and so do 200 tokens or 20,000 characters. Within a line, sentences are found
    by Punkt (Kiss and Strunk 2006) with the abbreviations of `lexicon/abbreviations.toml`.

    Args:
        text: Any text.
        title_end: Where the title ends, 0 if the text has none.

    Returns:
        The sentences in order; together their tokens cover all that is not white space.
    """
    sentences = []
    normal = normalize(text, title_end)
    for line in LINE.finditer(normal.text):
        for start, end in _spans(line.group()):
            begin = line.start() + start
            words, starts, ends = _tokens(line.group()[start:end], begin)
            for first in range(0, len(words), LONGEST):
                part = slice(first, first + LONGEST)
                sentences.append(Sentence(words[part], starts[part], ends[part]))
    split = tuple(_with_possessives(sentences))
    for sentence in split if normal.edits else ():
        sentence.starts = [normal.span(start)[0] for start in sentence.starts]
        sentence.ends = [normal.span(end - 1)[1] for end in sentence.ends]
    return Document(text, title_end, split)


def _tokens(text: str, begin: int) -> tuple[list[str], list[int], list[int]]:
    """The tokens of a sentence that begins at an offset, with their offsets."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in TOKEN.finditer(text):
        word, start = match.group(), begin + match.start()
        if "-" in word and word[-1] != "-" and word[0].isalpha():
            for first, last in name_parts(word):
                words.append(word[first:last])
                starts.append(start + first)
                ends.append(start + last)
        else:
            words.append(word)
            starts.append(start)
            ends.append(start + len(word))
    return words, starts, ends


def _with_possessives(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """Split off the "s" of possessives that lost their apostrophes."""
    split = owners([sentence.words for sentence in sentences])
    for sentence in sentences:
        if split.isdisjoint(sentence.words):
            yield sentence
            continue
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for word, start, end in zip(sentence.words, sentence.starts, sentence.ends, strict=True):
            if word in split:
                words.append(word[:-1])
                starts.append(start)
                ends.append(end - 1)
                word, start = "s", end - 1
            words.append(word)
            starts.append(start)
            ends.append(end)
        yield Sentence(words, starts, ends)


def split_words(text: str) -> list[str]:
    """Split a sentence into words, as a text's sentences are."""
    return _tokens(text, 0)[0]


def _spans(line: str) -> Iterator[tuple[int, int]]:
    """Sentences of a line; "No." before a number ends none, nor do initials before a small letter: "F.A.A. rules"."""
    if ENDING.search(line) is None:  # as most paragraphs of news, which Punkt takes longer for
        if line.strip():
            yield len(line) - len(line.lstrip()), len(line.rstrip())
        return
    begin: int | None = None
    for start, end in _splitter().span_tokenize(line):
        begin = start if begin is None else begin
        following = line[end:].lstrip()[:1]
        numbered = following.isdigit() and NUMBERED.search(line, max(begin, end - 6), end)
        if not numbered and not (following.islower() and INITIALS.search(line, max(begin, end - 6), end)):
            yield begin, end
            begin = None


@cache
def _splitter() -> "PunktSentenceTokenizer":
    punkt = import_without("nltk.tokenize.punkt", *STATISTICS)
    parameters = punkt.PunktParameters()
    parameters.abbrev_types = {entry["word"] for entry in load_lexicon("abbreviations")["abbreviation"]}
    splitter: PunktSentenceTokenizer = punkt.PunktSentenceTokenizer(parameters)
    return splitter


def split_phrase(phrase: str, *, fold: bool = True) -> tuple[str, ...]:
    """Split a phrase of a lexicon into words as a text would be split, in lower case unless `fold` is False."""
    return tuple(match.group().lower() if fold else match.group() for match in TOKEN.finditer(phrase))
