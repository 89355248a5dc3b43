"""The entity profile: which entity a user means."""

from difflib import get_close_matches

import pandas as pd

from crossread.linking.aliases import find_entities

NEAR = 5  # names suggested in place of one that is not there


class NameNotFoundError(LookupError):
    """No article names what was asked for."""


def choose_entity(entities: pd.DataFrame, wanted: str) -> pd.DataFrame:
    """Find the entity that a user means.

    Args:
        entities: The entities table.
        wanted: A form of its name, else a part of one, capitals or not; empty: the person mentioned most.

    Returns:
        Its row: among several, the most mentioned of those that have just this form, or a form with this part.
        No row where nobody is wanted and nobody named.

    Raises:
        NameNotFoundError: No name holds what is wanted.
    """
    wanted = wanted.strip()
    if not wanted:
        persons = entities[entities.type == "PER"]
        return (persons if len(persons) else entities).head(1)
    exact = entities[[wanted.lower() in {form.lower() for form in forms} for forms in entities.aliases]]
    found = exact if len(exact) else find_entities(entities, wanted)
    if found.empty:
        names = {form.lower(): form for forms in entities.aliases for form in forms}
        near = [names[name] for name in get_close_matches(wanted.lower(), names, n=NEAR)]
        hint = f"the nearest names are {', '.join(near)}" if near else "the table entities lists all names"
        raise NameNotFoundError(f"no article names {wanted!r}: {hint}")
    return found.sort_values("mentions", ascending=False, kind="stable").head(1)
