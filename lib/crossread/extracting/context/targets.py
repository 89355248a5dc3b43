"""What an attack hit, by the words that tell of it."""

import re
from functools import cache

from crossread.lexicon import load_lexicon


def find_targets(text: str) -> list[str]:
    """Find what a text says was hit.

    Args:
        text: A sentence, or what an article begins with, in lower case.

    Returns:
        The targets in words ("a wedding"), in the order of `lexicon/context.toml`.
    """
    return [name for name, pattern in target_patterns().items() if pattern.search(text)]


@cache
def target_patterns() -> dict[str, re.Pattern[str]]:
    """The pattern of each target, which stands behind a word for hitting."""
    lexicon = load_lexicon("context")["target"]
    return {
        name: re.compile(rf"\b(?:{lexicon['hit']}) (?:{lexicon['between']}){{0,4}}?(?:{nouns})\b")
        for name, nouns in lexicon["names"].items()
    }
