"""What stands right beside a number and says that it is no whole, or of nothing that has happened."""

import re
from functools import cache
from typing import Any

from crossread.lexicon import load_lexicon


def read_beside(figure: Any, sentence: str) -> tuple[str, str]:  # noqa: ANN401
    """Tell what the words right before or behind a number make of it.

    Args:
        figure: A row of the figures table, with `accompanied`, whether others stand in its sentence: only to such
            can it be joined.
        sentence: Its sentence, in lower case.

    Returns:
        The reach ("expected") and the reason to set the figure aside ("added to another number"), each "" for none.
    """
    start = int(figure.number_start - figure.sentence_start)
    end = int(figure.number_end - figure.sentence_start)
    beside = {"before": sentence[:start].rstrip(), "behind": sentence[end:]}
    for name, pattern in beside_patterns().items():
        entry = load_lexicon("occasions")["beside"][name]
        if entry.get("joins", False) and not figure.accompanied:
            continue
        if figure.outcome not in entry.get("outcomes", [figure.outcome]):
            continue
        at_number = entry["where"] == "at"
        if pattern.match(sentence, start) if at_number else pattern.search(beside[entry["where"]]):
            return entry.get("reach", ""), entry.get("aside", "")
    return "", ""


@cache
def beside_patterns() -> dict[str, re.Pattern[str]]:
    """The pattern of each entry of `beside` in `lexicon/occasions.toml`, in the order in which they count."""
    entries = load_lexicon("occasions")["beside"]
    return {name: re.compile(entry["words"]) for name, entry in entries.items()}
