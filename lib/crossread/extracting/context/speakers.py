"""Who stands behind a text: the agency whose report it is, and the bodies that persons speak for."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from crossread.extracting.names.mentions import Mention
from crossread.lexicon import load_lexicon

OPENING = 500  # characters at an article's start within which it is credited to an agency
AROUND = 90  # characters to either side of a person's name in which the body is named


def find_agency(text: str, author: str | None = None) -> str | None:
    """Name the news agency whose report an article is.

    Args:
        text: The article's text.
        author: Its author, as its metadata tell it.

    Returns:
        The agency's name in `lexicon/origins.toml`; None where none is credited, or several are.
    """
    names = _agencies()
    found = {names[author]} if author in names else set()
    parts = {"dateline": text[:OPENING], "dated": text[:OPENING], "signed": text[-OPENING:]}
    for name, pattern in credit_patterns().items():
        found |= {names[match] for match in pattern.findall(parts[name])}
    return found.pop() if len(found) == 1 else None


@cache
def credit_patterns() -> dict[str, re.Pattern[str]]:
    """The pattern of each credit in `lexicon/origins.toml`."""
    names = "|".join(sorted(map(re.escape, _agencies()), key=len, reverse=True))
    credits_ = load_lexicon("origins")["credit"]
    return {name: re.compile(entry["pattern"].format(names)) for name, entry in credits_.items()}


@cache
def _agencies() -> dict[str, str]:
    return {form: name for name, forms in load_lexicon("origins")["agencies"].items() for form in forms}


def find_bodies(text: str, mentions: Sequence[Mention]) -> dict[int, int]:
    """Find the body that each person speaks for: "Amnesty director Kate Allen" is Amnesty's word.

    Args:
        text: The article's text.
        mentions: Its names.

    Returns:
        By where the person's name begins, where that of the body does, by the posts of `lexicon/origins.toml`.
    """
    bodies = [mention for mention in mentions if mention.type == "ORG"]
    found: dict[int, int] = {}
    for person in (mention for mention in mentions if mention.type == "PER"):
        first = bisect_left(bodies, person.start - AROUND + 1, key=lambda body: body.end)
        last = bisect_left(bodies, person.end + AROUND, key=lambda body: body.start)
        body = next((body for body in bodies[first:last] if _speaks_for(text, person, body)), None)
        if body is not None:
            found[person.start] = body.start
    return found


def _speaks_for(text: str, person: Mention, body: Mention) -> bool:
    before_body, between, behind = _patterns()
    if body.end <= person.start:
        stretch = text[body.end : person.start]
        post_first = before_body.search(text[max(0, body.start - AROUND) : body.start]) and stretch in (" ", ", ")
        return bool(post_first) or between.fullmatch(stretch) is not None
    return bool(person.end <= body.start and behind.fullmatch(text[person.end : body.start]))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands before a body and then a person, between the two, and between a person and then a body."""
    nouns = "|".join(map(re.escape, load_lexicon("origins")["posts"]["nouns"]))
    verbs = "|".join(map(re.escape, load_lexicon("origins")["posts"]["verbs"]))
    return (
        re.compile(rf"\b(?i:{nouns}) (?:of|for|at) (?:the )?(?:[\w-]+ ){{0,2}}$"),
        re.compile(rf"(?:['’]s|s['’]?)? (?:[a-z][\w-]* )?(?i:{nouns})(?: [A-Z][\w.]*){{0,2}},? "),
        re.compile(
            rf",? (?:(?:the |its )?(?:[a-z][\w-]* ){{0,2}}(?i:{nouns}) (?:of|for|at)|who (?:{verbs}))"
            rf" (?:[\w-]+,? ){{0,5}}"
        ),
    )
