"""How names are found: by the project's own tagger and word lists, or by an installed spaCy pipeline."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from crossread.extracting.names.mentions import Mention, find_names
from crossread.extracting.names.spacy_pipeline import NamesError, describe_pipeline, find_pipeline_names, load_pipeline
from crossread.language.tagger import Batch
from crossread.language.tokens import Document

__all__ = ["FindNames", "NamesError", "NamesStep", "choose_names_step"]

OWN = "crossread"
SPACY = "spacy:"


class FindNames(Protocol):
    """Finds the names of many articles, of which another tagger may have numbered the words."""

    def __call__(self, documents: Sequence[Document], batch: Batch | None = None) -> list[list[Mention]]:
        """Return for each article its mentions in reading order."""


@dataclass(frozen=True, slots=True)
class NamesStep:
    """A way to find the names of articles, and what reports call it."""

    title: str
    find: FindNames


def choose_names_step(choice: str | None) -> NamesStep:
    """Make ready the names step that the user asks for.

    Args:
        choice: "spacy:NAME" for the pipeline of this name or in this folder; "crossread" or None for the project's own.

    Returns:
        The step.

    Raises:
        NamesError: The choice is neither, or the pipeline cannot be used.
    """
    if choice is None or choice == OWN:
        return NamesStep("Crossread’s own tagger and word lists", find_names)
    name = choice.removeprefix(SPACY).strip()
    if name and choice.startswith(SPACY):
        pipeline = load_pipeline(name)

        def find(documents: Sequence[Document], batch: Batch | None = None) -> list[list[Mention]]:
            return find_pipeline_names(pipeline, documents)

        return NamesStep(describe_pipeline(pipeline), find)
    raise NamesError(
        f"names = {choice!r} is no way to find names: write {SPACY}NAME with an installed pipeline's name, "
        f"such as {SPACY}en_core_web_sm, or {OWN}"
    )
