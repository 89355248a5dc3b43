"""One entity looked at closely: which is meant, its forms, and its mentions where they stand."""

from difflib import get_close_matches

import numpy as np
import pandas as pd

from crossread.linking.aliases import find_entities
from crossread.reporting.charts.labels import TYPES
from crossread.reporting.evidence import format_article
from crossread.reporting.links import mark_mention
from crossread.reporting.pages import render
from crossread.tables import rows_of

NEAR = 5  # names suggested in place of one that is not there
WIDTH = 110  # characters of context to either side


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


def variants_html(variants: pd.DataFrame, entities: pd.DataFrame, *, folded: bool = True) -> str:
    """Lay out the forms of each entity's name, with why each form is taken for that entity.

    Args:
        variants: The variants table.
        entities: Those that are shown, rows of the entities table.
        folded: Whether a reader must open an entity to see its table; paper shows it open.

    Returns:
        The markup.
    """
    forms = {str(entity): rows.to_dict("records") for entity, rows in variants.groupby("entity_id")}
    names = zip(entities.entity_id, entities.name, strict=True)
    shown = [(name, forms.get(entity, [])) for entity, name in names]
    return render("variants.html.j2", entities=shown, folded=folded, types=TYPES)


def contexts_html(mentions: pd.DataFrame, articles: pd.DataFrame, most: int) -> str:
    """Show mentions where they stand in the texts, from the earliest article to the latest.

    Args:
        mentions: Rows of the mentions table.
        articles: Articles as `label_outlets` returns them.
        most: At most so many, evenly spaced.

    Returns:
        The markup, each mention with its article.
    """
    found = mentions.merge(articles, on="article_id", suffixes=("", "_of_article"))
    found = found.sort_values(["published", "article_id", "start"], kind="stable")
    places = np.unique(np.linspace(0, len(found) - 1, min(most, len(found))).round().astype(int))
    lines = [
        {
            "article": format_article(row),
            "before": _context_before(row.text_of_article[: row.start]),
            "name": mark_mention(row.article_id, row.start, row.text),
            "after": _context_after(row.text_of_article[row.end :]),
        }
        for row in rows_of(found.iloc[places])
    ]
    return render("contexts.html.j2", lines=lines, total=len(found))


def _context_before(text: str) -> str:
    """The end of a text, from a word's start within its last line."""
    line = text.rpartition("\n")[2]
    return line if len(line) <= WIDTH else "… " + line[-WIDTH:].partition(" ")[2]


def _context_after(text: str) -> str:
    line = text.partition("\n")[0]
    return line if len(line) <= WIDTH else line[:WIDTH].rpartition(" ")[0] + " …"
