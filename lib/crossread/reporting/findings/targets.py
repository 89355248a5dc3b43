"""What an attack hit, by the words that tell of it."""

import re
from functools import cache

import pandas as pd

from crossread.lexicon import load_lexicon
from crossread.linking.comparing.occasions import LEAD


def find_targets(claims: pd.DataFrame, articles: pd.DataFrame) -> list[list[str]]:
    """Find what was hit, by the beginnings of articles and the sentences of claims.

    Args:
        claims: Rows of claims.
        articles: The articles table.

    Returns:
        For each claim the targets in words ("a wedding"): those of its sentence, and those of its article's headline
        and first sentences where it stands there.
    """
    texts = dict(zip(articles.article_id, articles.text, strict=True))
    starts = zip(claims.article_id, claims.number_start, claims.sentence, strict=True)
    return [_targets(f"{sentence}\n{texts[name][:LEAD] if at < LEAD else ''}") for name, at, sentence in starts]


def _targets(text: str) -> list[str]:
    return [name for name, pattern in target_patterns().items() if pattern.search(text.lower())]


@cache
def target_patterns() -> dict[str, re.Pattern[str]]:
    """The pattern of each target in `lexicon/findings.toml`, which stands behind a word for hitting."""
    lexicon = load_lexicon("findings")["target"]
    return {
        name: re.compile(rf"\b(?:{lexicon['hit']}) (?:{lexicon['between']}){{0,4}}?(?:{nouns})\b")
        for name, nouns in lexicon["names"].items()
    }
