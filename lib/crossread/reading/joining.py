"""Lines that were wrapped, joined again."""

import re
from collections.abc import Sequence

_PARTED = re.compile(r"[^\W_][-\xad]$")
# A hyphen behind these, behind a number or a second one belongs to the word.
_COMPOUND = re.compile(r"(?:\d|-\w+|\b(?:self|well|ex|non|anti|pro|co|mid|half|so|cross|state|by))-$", re.IGNORECASE)


def join_lines(lines: Sequence[str]) -> str:
    """Join the lines of a paragraph, and the halves of a word that was parted at a line's end.

    Args:
        lines: Without white space at their ends.

    Returns:
        The paragraph. "al-" and "Maliki" keep their hyphen, as do "three-" and "year-old"; "sol-" and "diers" do not.
    """
    text = lines[0]
    for line in lines[1:]:
        if not _PARTED.search(text):
            text = f"{text} {line}"
        elif line[:1].islower() and "-" not in line.split(None, 1)[0] and not _COMPOUND.search(text):
            text = text[:-1] + line
        else:
            text += line
    return text
