"""Pages made of the project's templates."""

from functools import cache

import jinja2
import pandas as pd

from crossread.reporting.links import article_href, encode_id, figure_href

MOST_ROWS = 100  # of a table on the index page; the files have them all


@cache
def _templates() -> jinja2.Environment:
    loader = jinja2.PackageLoader("crossread.reporting", "templates")
    environment = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters["known"] = lambda value: "" if pd.isna(value) else value
    environment.filters |= {"article_href": article_href, "figure_href": figure_href, "encode_id": encode_id}
    environment.globals["MOST_ROWS"] = MOST_ROWS
    return environment


def render(template: str, **values: object) -> str:
    """Fill in one of the project's page templates.

    Args:
        template: File name within `templates/`.
        values: What the template names; escaped unless they are markup.

    Returns:
        The HTML.
    """
    return _templates().get_template(template).render(**values)
