"""Names as an installed spaCy pipeline finds them."""

import re
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from crossread.extracting.names.mentions import Mention
from crossread.language.gazetteers import name_words
from crossread.language.tokens import LINE, TOKEN, Document

if TYPE_CHECKING:
    from spacy.language import Language

# Labels of OntoNotes 5 (most English pipelines) and of CoNLL-2003 to the types of names. Dates, amounts and other
# labels are no names.
TYPES = {
    "PER": "PER",
    "PERSON": "PER",
    "ORG": "ORG",
    "LOC": "LOC",
    "GPE": "LOC",
    "FAC": "LOC",
    "MISC": "MISC",
    "NORP": "MISC",
    "EVENT": "MISC",
    "LAW": "MISC",
    "LANGUAGE": "MISC",
    "PRODUCT": "MISC",
    "WORK_OF_ART": "MISC",
}
POSSESSIVE = re.compile(r"['’]s?$")


class NamesError(Exception):
    """A names step that there is not; the message says what to do."""


def load_pipeline(name: str) -> "Language":
    """Load a spaCy pipeline that can find names.

    Args:
        name: What `spacy.load` takes: an installed pipeline's name, or the folder of a saved one.

    Returns:
        The pipeline.

    Raises:
        NamesError: spaCy or the pipeline is not installed, cannot be loaded, or finds no names.
    """
    try:
        if find_spec("spacy") is not None and not _is_there(name):  # spaCy takes seconds to import
            raise NamesError(
                f"no spaCy pipeline {name!r}: install it with `python -m spacy download {name}`, "
                "or give the folder of a saved one"
            )
        try:
            import spacy
        except ImportError as error:
            raise NamesError(f"'spacy:{name}' needs spaCy, install it with `pip install spacy`: {error}") from error
        pipeline = spacy.load(name)
    except (OSError, ImportError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise NamesError(f"the spaCy pipeline {name!r} cannot be loaded: {reason}") from error
    if not _labels(pipeline):
        raise NamesError(
            f"the spaCy pipeline {name!r} has no entity recogniser: its components are "
            f"{', '.join(pipeline.pipe_names) or 'none'}; choose one with `ner` or `entity_ruler`"
        )
    if _labels(pipeline).isdisjoint(TYPES):
        raise NamesError(
            f"the spaCy pipeline {name!r} finds {', '.join(sorted(_labels(pipeline)))}, none of which is a kind of "
            f"name known here: {', '.join(TYPES)}"
        )
    return pipeline


def _is_there(name: str) -> bool:
    """Tell whether a pipeline of this name is installed, or saved in this folder."""
    try:
        distribution(name)
    except (PackageNotFoundError, ValueError):
        return Path(name).exists()
    return True


def describe_pipeline(pipeline: "Language") -> str:
    """Tell which pipeline it is, and what it finds that does not count as a name.

    Args:
        pipeline: What `load_pipeline` returns.

    Returns:
        A phrase such as "the spaCy pipeline en_core_web_sm 3.8.0 (without DATE, MONEY)".
    """
    meta = pipeline.meta
    without = ", ".join(sorted(_labels(pipeline) - TYPES.keys()))
    title = f"the spaCy pipeline {meta['lang']}_{meta['name']} {meta['version']}"
    return f"{title} (without {without})" if without else title


def find_pipeline_names(pipeline: "Language", documents: Sequence[Document]) -> list[list[Mention]]:
    """Find the names of articles by a pipeline.

    Each line is read by itself, so that no name runs on from a title or a heading, and no text is too long.

    Args:
        pipeline: What `load_pipeline` returns.
        documents: The articles' texts.

    Returns:
        For each article its mentions in reading order, without articles and possessives, persons without honorifics.
    """
    lines = [(number, line) for number, document in enumerate(documents) for line in LINE.finditer(document.text)]
    found: list[list[Mention]] = [[] for _ in documents]
    read = pipeline.pipe(line.group() for _, line in lines)
    for (number, line), parsed in zip(lines, read, strict=True):
        for entity in parsed.ents:
            if entity.label_ in TYPES:
                start, end = line.start() + entity.start_char, line.start() + entity.end_char
                found[number].extend(_mention(documents[number].text, start, end, TYPES[entity.label_]))
    return found


def _labels(pipeline: "Language") -> set[str]:
    """What a pipeline calls the entities that it finds."""
    finders = [name for name in pipeline.pipe_names if "doc.ents" in pipeline.get_pipe_meta(name).assigns]
    return {label for name in finders for label in pipeline.pipe_labels.get(name, ())}


def _mention(text: str, start: int, end: int, kind: str) -> Iterator[Mention]:
    """The entity's span without what stands before and behind a name."""
    before = {"the", "a", "an", "."} | (name_words("honorifics") if kind == "PER" else set())
    tokens = list(TOKEN.finditer(text, start, end))
    while len(tokens) > 1 and tokens[0].group().lower() in before:
        tokens = tokens[1:]
    while len(tokens) > 1 and POSSESSIVE.fullmatch(tokens[-1].group()):
        tokens = tokens[:-1]
    if tokens:
        first, last = tokens[0].start(), tokens[-1].end()
        yield Mention(first, last, text[first:last], kind)
