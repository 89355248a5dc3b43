"""Which language a text is in, where nobody tells; and the codes of languages that are told by their names."""

import re
from functools import cache
from typing import TYPE_CHECKING

from crossread.lexicon import load_lexicon

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# Names and figures alone say little; below this a text is not taken for another language than English.
_WORDS = 12
_SURE = 0.99
_SURE_BY_SCRIPT = 0.6  # Cyrillic, Arabic, Chinese: whichever it is, it is not English
_LAST_LATIN = 0x24F
_CHARACTERS = 1_000
# Of English news one word in six is among those thirty, of other languages not one in a hundred.
_ENGLISH = 0.06
_WORD = re.compile(r"[^\W\d_]{2,}")
# The interfaces of news databases, in whose words they name languages and months.
INTERFACES = ("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "pl", "ru")


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def identify(text: str) -> str | None:
    """Identify the language of an article.

    Args:
        text: The article, title and all.

    Returns:
        Its ISO 639-1 code, or None where the text is too short or too mixed to be sure.
    """
    words = _WORD.findall(text[:_CHARACTERS])
    # A script that does not part words has few, long ones.
    if len(words) < _WORDS and sum(map(len, words)) < 4 * _WORDS:
        return None
    if sum(word.lower() in _english() for word in words) > _ENGLISH * len(words):
        return "en"  # the same without the model, which takes seconds to load
    sample = text[:_CHARACTERS]
    code, probability = _identifier().classify(sample if not sample.isupper() else sample.lower())
    other_script = sum(ord(word[0]) > _LAST_LATIN for word in words) > len(words) / 2
    return str(code) if probability >= (_SURE_BY_SCRIPT if other_script else _SURE) else None


@cache
def _english() -> frozenset[str]:
    return frozenset(load_lexicon("languages")["english"])


def language_code(name: str) -> str | None:
    """Find the code of a language that is told by its name, as "ENGLISH", "Englisch" or "anglais".

    Args:
        name: A name in one of the languages of databases' interfaces, or several with the first one counting.

    Returns:
        The ISO 639-1 code, or None for a name that is not known.
    """
    first = re.split(r"[;,/(]", name)[0].strip().casefold()
    return _codes().get(first)


@cache
def _codes() -> dict[str, str]:
    from babel import Locale

    return {
        name.casefold(): code
        for interface in reversed(INTERFACES)  # where two say the same word, the first interface counts
        for code, name in Locale(interface).languages.items()
        if len(code) == 2
    }
