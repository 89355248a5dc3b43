"""Annotated texts that taggers are trained and measured on, in the words of the data set and in the project's."""

import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from crossread.language.features import normal_form
from crossread.language.tokens import split_words

ENCLITIC = re.compile(r"n't|'(?:ll|re|ve|d|m)", re.IGNORECASE)  # treebanks split off what the project does not
MOSTLY = 0.8  # of a word's occurrences
BLOCK = 20  # sentences taken as one article where a data set has none
SILVER_TYPES = {"PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC", "MISC": "MISC"}
# Penn tags that are taken together: who reads them here need not tell them apart, and fewer are faster.
SPEECH = (
    {"NNPS": "NNP", "JJR": "JJ", "JJS": "JJ", "RBR": "RB", "RBS": "RB", "PDT": "DT", "WP$": "WP", "EX": "PRP"}
    | dict.fromkeys(("UH", "FW", "LS", "SYM", "#", "NN|SYM"), "X")
    | dict.fromkeys(("``", "''"), '"')
    | dict.fromkeys((")", "-LRB-", "-RRB-"), "(")
)


@dataclass(frozen=True, slots=True)
class Word:
    """An annotated word: its form, its name tag (IOB2) and its part of speech, "" where the data set tells none."""

    form: str
    tag: str
    speech: str = ""


Article = list[list[Word]]


def read_annotated(path: Path) -> list[Article]:
    """Read a data set for training or measuring.

    Args:
        path: CoNLL-style text, gzipped: one word a line with its columns, sentences apart by blank lines. The word is
            the first column, or the second of a file of Universal NER (`.iob2`); the name tag is the last, or third.
            The part of speech is the second of four. Silver news (`.tsv`) has word, part of speech, and CoreNLP's
            name tag.

    Returns:
        Its articles. A data set without articles is cut into blocks of sentences.
    """
    silver, universal = ".tsv" in path.name, ".iob2" in path.name
    articles: list[Article] = []
    sentence: list[list[str]] = []
    marked = False

    def close() -> None:
        if sentence:
            if not articles:
                articles.append([])
            articles[-1].append(_annotated(sentence, silver=silver, universal=universal))
            sentence.clear()

    with gzip.open(path, "rt", encoding="utf-8", errors="replace") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t") if "\t" in line else line.split()
            if line.startswith("# doc") or (columns and columns[0] == "-DOCSTART-"):
                close()
                marked = True
                articles.append([])
            elif not columns or columns == [""]:
                close()
            elif not (line.startswith("#") and "\t" not in line):
                sentence.append(columns)
    close()
    if marked:
        return [article for article in articles if article]
    (whole,) = articles
    return [whole[at : at + BLOCK] for at in range(0, len(whole), BLOCK)]


def _annotated(rows: Sequence[Sequence[str]], *, silver: bool, universal: bool) -> list[Word]:
    """Bring one sentence's columns to words."""
    forms = [normal_form(row[1 if universal else 0]) for row in rows]
    if silver:
        kinds = [SILVER_TYPES.get(row[2], "") for row in rows]
        tags = [f"I-{kind}" if kind else "O" for kind in kinds]
    else:
        tags = [row[2 if universal else -1] for row in rows]
    told = silver or (len(rows[0]) == 4 and not universal)
    speech = [SPEECH.get(row[1], row[1]) if told else "" for row in rows]
    return [Word(*word) for word in zip(forms, _iob2(tags), speech, strict=True)]


def _iob2(tags: Sequence[str]) -> Iterator[str]:
    """Begin every name with B, as IOB1 does only between two of one type."""
    before = "O"
    for tag in tags:
        inside = tag[0] == "I" and before[1:] == tag[1:]
        yield tag if tag == "O" or inside else f"B{tag[1:]}"
        before = tag


def split_anew(articles: Sequence[Article]) -> list[Article]:
    """Split annotated words as the project splits texts, so that what is learned is what will be met.

    Args:
        articles: A data set.

    Returns:
        The same in the project's words. Of a compound ("Tehran-backed") only the name keeps a tag, of the type that it
        has elsewhere in the data set.
    """
    types = _types_of(articles)
    return [[_split_words(sentence, types) for sentence in article] for article in articles]


def _types_of(articles: Sequence[Article]) -> dict[str, str]:
    """The type that a word alone mostly has in a data set, for those that mostly have one."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        for sentence in article:
            for word in sentence:
                counts[word.form][word.tag[2:]] += 1
    common = {form: count.most_common(1)[0] for form, count in counts.items() if form[0].isupper()}
    return {form: kind for form, (kind, number) in common.items() if kind and number >= MOSTLY * counts[form].total()}


def _split_words(sentence: Sequence[Word], types: Mapping[str, str]) -> list[Word]:
    """Split the words of one sentence; of a name's compound only the name keeps a tag."""
    owners: list[int] = []  # of each character, the word
    text = ""
    for number, word in enumerate(sentence):
        gap = "" if not text or ENCLITIC.fullmatch(word.form) else " "
        owners += [number] * (len(gap) + len(word.form))
        text += gap + word.form
    split: list[tuple[int, str]] = []
    at = 0
    for form in split_words(text):
        at = text.index(form, at)
        split.append((owners[at], form))
        at += len(form)
    pieces = Counter(owner for owner, _ in split)
    words: list[Word] = []
    for number, (owner, form) in enumerate(split):
        whole = sentence[owner]
        tag = whole.tag
        if pieces[owner] > 1 and "-" in whole.form:
            tag = _piece_tag(form, whole, types)
            if whole.tag[0] == "I" and tag != "O":  # "New York-based"
                tag = whole.tag
        elif number and split[number - 1][0] == owner and tag[0] == "B":
            tag = f"I{tag[1:]}"
        words.append(Word(form, tag, whole.speech))
    return words


def _piece_tag(form: str, whole: Word, types: Mapping[str, str]) -> str:
    """The tag of a piece of a compound: "Tehran" of "Tehran-backed" is a name, and one of a place."""
    if not form[0].isupper() or (whole.tag == "O" and form not in types):
        return "O"
    return f"B-{types.get(form, whole.tag[2:])}"
