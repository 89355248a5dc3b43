"""Pages made of the project's templates."""

import re
from functools import cache

import jinja2
import pandas as pd
from markupsafe import Markup

from crossread.reporting.links import article_href, encode_id, figure_href

MOST_ROWS = 100  # of a table on the index page; the files have them all

_FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNSAFE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_MATHS = re.compile(r"<[^>]*>|[$\\]")


@cache
def _templates() -> jinja2.Environment:
    loader = jinja2.PackageLoader("crossread.reporting", "templates")
    environment = jinja2.Environment(
        loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, finalize=isolate
    )
    environment.filters["known"] = lambda value: "" if pd.isna(value) else value
    environment.filters |= {"article_href": article_href, "figure_href": figure_href, "encode_id": encode_id}
    environment.globals["MOST_ROWS"] = MOST_ROWS
    return environment


def isolate(value: object) -> object:
    """Keep text of articles from turning round the page's own words and numbers, or from speaking to a terminal.

    Args:
        value: What a template names.

    Returns:
        Text with what is written from right to left, or turns the direction, shut off from what stands around it, and
        with control characters made visible; all else unchanged.
    """
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    text = _UNSAFE.sub("\ufffd", value)
    return f"\u2068{_TURNING.sub('', text)}\u2069" if _FROM_RIGHT.search(text) else text


def render(template: str, **values: object) -> str:
    """Fill in one of the project's page templates.

    Args:
        template: File name within `templates/`.
        values: What the template names; escaped unless they are markup.

    Returns:
        The HTML; a part of a page can be shown in a notebook, too.
    """
    page = _templates().get_template(template).render(**values)
    if page.startswith("<!doctype"):
        return page
    # JupyterLab sets what stands between two dollars as a formula, but not across elements.
    return _MATHS.sub(lambda found: found[0] if len(found[0]) > 1 else f"<span>{found[0]}</span>", page)
