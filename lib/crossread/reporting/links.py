"""Where a report keeps each article and figure: file names, anchors, and the links that lead to them."""

import re
from hashlib import sha256
from urllib.parse import quote, unquote

from markupsafe import Markup

FOLDER = "articles"  # of the articles' pages, within a report

# Names that every file system takes, tells from one another, and a URL needs no escape for; Windows keeps a few.
_PLAIN = re.compile(r"(?!(?:con|prn|aux|nul|com\d|lpt\d)$)[a-z0-9_][a-z0-9_-]{0,79}")
_MARKED = re.compile(r'<a data-(figure|name|article)="([^"<>]*)">')


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


def name_anchor(start: int) -> str:
    """Name a mention's place, by its first character, in its article's page."""
    return f"name-{start}"


def encode_id(an_id: str) -> str:
    """Write an id so that it can stand in any attribute of HTML or XML: what is not plain is percent-encoded."""
    return quote(an_id, safe=":/")


def name_href(mention: str) -> str:
    """Link a mention in its article's page, from the report's folder."""
    article_id, _, start = mention.rpartition(":")
    return f"{article_href(article_id)}#{name_anchor(int(start))}"


HREFS = {"figure": figure_href, "name": name_href, "article": article_href}


def mark_figure(figure_id: str, words: str) -> Markup:
    """Mark words as naming a figure, as `resolve_links` takes it."""
    return Markup('<a data-figure="{}">{}</a>').format(encode_id(figure_id), words)


def mark_mention(article_id: str, start: int, words: str) -> Markup:
    """Mark words as naming a mention, by the place where it starts in its article, as `resolve_links` takes it."""
    return Markup('<a data-name="{}">{}</a>').format(encode_id(f"{article_id}:{start}"), words)


def resolve_links(markup: str, root: str = "") -> str:
    """Turn what tables and charts mark as naming a figure, a mention or an article into links.

    A notebook can stand anywhere, so that there they are marked only, `<a data-figure="ID">` with the id as `encode_id`
    writes it, and read as plain text. A mention's id is that of its article, ":", and where it starts.

    Args:
        markup: HTML or SVG.
        root: The way from where the markup stands to the report's folder, "" or "../".

    Returns:
        The markup with `href` in place of each mark.
    """

    def link(mark: re.Match[str]) -> str:
        wanted = unquote(mark[2])
        return f'<a href="{root}{HREFS[mark[1]](wanted)}">'

    return _MARKED.sub(link, markup)
