"""What is said: the words that a cue and its source speak for."""

import re

from crossread.extracting.attribution.letters import BEFORE, CUES
from crossread.extracting.attribution.source_phrases import Range, Reading

CITING = CUES | {BEFORE}
FREE = frozenset("SLQTU")  # cues whose content may stand before them
# What may stand between a cue and the end of its clause: "said on Monday in a statement".
TAIL = re.compile(r"(?: R | I?m | [fI2] [DJCNP'e&]*[NP] | x | J? m | [g] [fI2] [DJCNP'e&]*[NP] )*", re.VERBOSE)
HEARER = re.compile(r"[DJCNP'&]*[NPx]")
GOES_ON = re.compile(r",? (?! [,gwWeslqtuzo.] | I w ) .", re.VERBOSE)
VERBS = frozenset("vabSLQZTUO")


def find_content(reading: Reading, source: Range, first: int, last: int) -> tuple[Range, ...]:
    """Find what a source says: the words before or behind it and its cue, or both.

    Args:
        reading: The sentence.
        source: The source's tokens.
        first: The cue's first token.
        last: The index behind its last.

    Returns:
        The tokens' ranges in order, within the sentence; none where nothing stands there.
    """
    letters = reading.letters
    begin, end = _limits(letters, min(source[0], first), max(source[1], last))
    left, right = (begin, min(source[0], first)), (max(source[1], last), end)
    if source[0] >= last:
        return _around_inversion(letters, first, left, right)
    if letters[first].islower() and letters[last:].strip('."') == "":
        return _parts((begin, source[0]))  # "... , a doctor was quoted as saying"
    if first and reading.words[first - 1] in ("not", "n't"):
        return _parts(right)  # "a toll that the army has not confirmed"
    if letters[first] == ":":
        return _parts(right if last < len(letters) else left) if source[0] else _parts(right)
    if letters[first] == "L":
        right = (min(_behind_hearer(letters, first, last), end), end)
    rest = _behind_hearer(letters, first, last)
    inserted = letters[: left[1]].rstrip("RIm").endswith(",") and letters[rest : rest + 1] in ("", ",", ".")
    if letters[first] not in FREE or not (is_clause(letters, left) or inserted):
        return _parts(right)
    if letters[: left[1]].rstrip(",RI").endswith('"'):
        return _parts(left, _speech(letters, right))
    if rest < end and not _stops(reading, rest):
        return _parts(right)
    goes_on = inserted or _goes_on(letters, (rest, end))
    return _parts(left, (rest, end) if goes_on else (end, end))


def _around_inversion(letters: str, first: int, left: Range, right: Range) -> tuple[Range, ...]:
    """What is said where the source stands behind the cue: "30 died, said a doctor, who works there"."""
    if letters[first] == "V":
        return _parts(left, right)
    if letters[first] not in "Kk":
        return _parts(left, _speech(letters, right))
    if letters[: left[1]].endswith(",") and letters[right[0] : right[0] + 1] == ",":
        return _parts(left, right)  # "other divides, according to the poll, are deeper"
    if not is_clause(letters, left):
        return _parts(right)
    return _parts(left, right if _goes_on(letters, right) else (right[1], right[1]))


def _goes_on(letters: str, part: Range) -> bool:
    """A clause goes on behind a cue that was put into it: "12 died, he said, and 5 were hurt"."""
    match = GOES_ON.match(letters, *part)
    return match is not None and is_clause(letters, part)


def _speech(letters: str, part: Range) -> Range:
    """A further quotation within a part; nothing where there is none."""
    mark = letters.find('"', *part)
    return (mark, part[1]) if mark >= 0 else (part[1], part[1])


def _behind_hearer(letters: str, first: int, last: int) -> int:
    """Where what stands with a cue ends: "told the agency on Monday", "said in a statement"."""
    hearer = HEARER.match(letters, last) if letters[first] == "L" else None
    start = hearer.end() if hearer else last
    tail = TAIL.match(letters, start)
    return tail.end() if tail else start


def _stops(reading: Reading, at: int) -> bool:
    """Nothing that could be content begins here: a mark, a further verb, or a sentence whose full stop was lost."""
    letter, text = reading.letters[at], reading.sentence.tokens[at].text
    return letter in ',.;/)&"' + "gslqtuzo" or (text[0].isupper() and letter in "DIy")


def _limits(letters: str, first: int, last: int) -> Range:
    """How far content reaches: to a semicolon, or to "but" and "while" that set another source's words apart."""
    begin, end = 0, len(letters)
    for at in range(first - 1, -1, -1):
        if letters[at] in ";/" and not CITING.isdisjoint(letters[:at]):
            begin = at + 1
            break
    for at in range(last, len(letters)):
        if letters[at] in ";/" and not CITING.isdisjoint(letters[at:]):
            end = at
            break
    return begin, end


def is_clause(letters: str, part: Range) -> bool:
    """Tell whether a part of a sentence, spelled in letters, holds a verb or a quotation."""
    return any(letter in VERBS or letter in '"eg' for letter in letters[part[0] : part[1]])


def _parts(*parts: Range) -> tuple[Range, ...]:
    return tuple(part for part in parts if part[0] < part[1])
