"""Where a report keeps each article and figure: file names, anchors, and the links that lead to them."""

import re
from hashlib import sha256
from urllib.parse import quote, unquote

FOLDER = "articles"  # of the articles' pages, within a report

# Names that every file system takes, tells from one another, and a URL needs no escape for; Windows keeps a few.
_PLAIN = re.compile(r"(?!(?:con|prn|aux|nul|com\d|lpt\d)$)[a-z0-9_][a-z0-9_-]{0,79}")
_MARKED = re.compile(r'<a data-(figure|article)="([^"<>]*)">')


def page_name(article_id: str) -> str:
    """Name the file of an article's page.

    Args:
        article_id: Any text.

    Returns:
        The id with ".html" where that is a safe name; else what is safe of it, with a hash that tells it from others.
        It needs no escape in a URL.
    """
    if _PLAIN.fullmatch(article_id):
        return f"{article_id}.html"
    safe = re.sub(r"[^a-z0-9]+", "-", article_id.lower())[:40].strip("-")
    digest = sha256(article_id.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{safe}~{digest}.html"  # no plain name has a tilde


def figure_anchor(figure_id: str) -> str:
    """Name a figure's place in its article's page."""
    return f"figure-{figure_id.rpartition(':')[2]}"


def article_href(article_id: str) -> str:
    """Link an article's page, from the report's folder."""
    return f"{FOLDER}/{page_name(article_id)}"


def figure_href(figure_id: str) -> str:
    """Link a figure in its article's page, from the report's folder."""
    return f"{article_href(figure_id.rpartition(':')[0])}#{figure_anchor(figure_id)}"


def encode_id(an_id: str) -> str:
    """Write an id so that it can stand in any attribute of HTML or XML: what is not plain is percent-encoded."""
    return quote(an_id, safe=":/")


def resolve_links(markup: str, root: str = "") -> str:
    """Turn what tables and charts mark as naming a figure or an article into links.

    A notebook can stand anywhere, so that there they are marked only, `<a data-figure="ID">` with the id as `encode_id`
    writes it, and read as plain text.

    Args:
        markup: HTML or SVG.
        root: The way from where the markup stands to the report's folder, "" or "../".

    Returns:
        The markup with `href` in place of each mark.
    """

    def link(mark: re.Match[str]) -> str:
        kind, wanted = mark[1], unquote(mark[2])
        return f'<a href="{root}{figure_href(wanted) if kind == "figure" else article_href(wanted)}">'

    return _MARKED.sub(link, markup)
