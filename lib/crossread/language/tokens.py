"""A text to sentences and tokens, with their offsets."""

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from crossread.lexicon import load_lexicon

_LETTER = r"[^\W\d_]"
_WORD = rf"{_LETTER}(?:{_LETTER}|[\u0300-\u036f])*"

_NUMBER_WORDS = "|".join(load_lexicon("numbers")["cardinals"])

# In order: what must stay whole comes before what would split it.
TOKEN = re.compile(
    rf"""
    https?://\S+ | www\.\S+ | [@\#]\w+                  # addresses, handles, hashtags
  | (?:{_LETTER}\.){{2,}}                                # U.S., e.g.
  | \d+(?:st|nd|rd|th|s)\b                              # 5th, 1990s
  | \d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)? | \d+(?:\.\d+)*  # 1,000; 58.24; 3.5.2014
  | (?<!\d){_WORD}-\d[\w-]*                             # Su-24
  | (?i:{_NUMBER_WORDS})(?=-{_LETTER})                   # five-year-old, twenty-five: the number stays apart
  | (?:US|A|C|HK)?[$£€¥₹]
  | {_WORD}(?:['’ʼ-](?!s\b){_WORD})*                     # al-Abadi, Sa'adiyah; a possessive stays apart
  | ['’]s\b
  | --+ | \.{{2,}}
  | \S
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """One word, number or mark, and where it stands in the text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its span in the text and its tokens."""

    start: int
    end: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A text in sentences. The first `title_end` characters are its title."""

    text: str
    title_end: int
    sentences: tuple[Sentence, ...]

    def in_title(self, sentence: Sentence) -> bool:
        """Tell whether a sentence stands in the title."""
        return sentence.start < self.title_end


def tokenize(text: str, title_end: int = 0) -> Document:
    """Split a text into sentences and tokens.

    A line's end always ends a sentence. Within a line, sentences are found by Punkt (Kiss and Strunk 2006)
    with the abbreviations of `lexicon/abbreviations.toml`.

    Args:
        text: Any text.
        title_end: Where the title ends, 0 if the text has none.

    Returns:
        The sentences in order; together their tokens cover all that is not white space.
    """
    sentences = []
    for line in re.finditer(r"[^\n]+", text):
        for start, end in _splitter().span_tokenize(line.group()):
            begin = line.start() + start
            tokens = tuple(
                Token(begin + m.start(), begin + m.end(), m.group())
                for m in TOKEN.finditer(text[begin : line.start() + end])
            )
            if tokens:
                sentences.append(Sentence(tokens[0].start, tokens[-1].end, tokens))
    return Document(text, title_end, tuple(sentences))


@cache
def _splitter() -> PunktSentenceTokenizer:
    parameters = PunktParameters()
    parameters.abbrev_types = {entry["word"] for entry in load_lexicon("abbreviations")["abbreviation"]}
    return PunktSentenceTokenizer(parameters)
