"""Pages with the clutter of real ones show the article and nothing else; what is left out is listed by its kind."""

# ruff: noqa: E501  markup and titles are easier to read in whole lines

from pathlib import Path

from tests.formats import pile
from tests.formats.pile import pieces

from crossread.reading.articles import read_corpus

CLUTTER = {
    "navigation": '<nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/w">World of 900 boats</a></li></ul></nav>',
    "advertisement": '<div class="ad-slot advert"><p>Advertisement</p><p>Save 40% on 5,000 boats today only!</p></div>',
    "page notice": '<div class="cookie-consent"><p>We and our 812 partners store cookies. Accept all?</p></div>',
    "comments": '<section id="comments"><h3>23 comments</h3><p>I think that 600 people were killed there. Shame.</p></section>',
    "related stories": '<aside class="related"><h3>Related</h3><ul><li><a href="/a">Flood kills 77 in Northport</a></li></ul></aside>',
    "live ticker": '<div class="live-ticker"><p>10:02 Police: 44 hurt</p><p>09:58 Boat sinks with 12 on board</p></div>',
    "newsletter": '<div class="newsletter-signup newsletter"><p>Join 300,000 readers. Sign up for our newsletter.</p></div>',
    "sharing": '<div class="share-buttons share"><a>Facebook</a> <a>Twitter</a> <span>1,204 shares</span></div>',
    "caption": "<figure><img src='x.jpg'><figcaption>One of 33 boats in the harbour. Photo: AFP</figcaption></figure>",
    "table": "<table><tr><th>Year</th><th>Boats</th></tr><tr><td>2019</td><td>4,100</td></tr></table>",
}


def test_clutter_is_left_out_and_listed(tmp_path: Path) -> None:
    piece = pieces()[0]
    source = pile.page(piece).decode()
    before = "".join(CLUTTER[kind] for kind in ("navigation", "page notice", "live ticker"))
    within = "".join(CLUTTER[kind] for kind in ("caption", "table", "advertisement", "sharing"))
    after = "".join(CLUTTER[kind] for kind in ("newsletter", "related stories", "comments"))
    middle = source.index("</p>", source.index("<article>") + 900) + 4
    source = source[:middle] + within + source[middle:]
    source = source.replace("<main>", f"{before}<main>").replace("</article>", f"{after}</article>")
    (tmp_path / "page.html").write_text(source, encoding="utf-8")
    (article,) = read_corpus(tmp_path).articles
    assert article.text == piece.text
    kinds = {part.reason: part.text for part in article.removed}
    assert set(CLUTTER) <= set(kinds) | {"navigation"}
    assert "4,100" in kinds["table"]
    assert "600 people" in kinds["comments"]


def test_a_page_saved_complete_is_one_article(tmp_path: Path) -> None:
    piece = pieces()[0]
    saved = f"<!-- saved from url=(0030)https://example.org/saved/{piece.name} -->\n".encode()
    (tmp_path / "Ferry.html").write_bytes(saved + pile.page(piece).replace(b'<link rel="canonical"', b"<link"))
    (tmp_path / "Ferry_files").mkdir()
    (tmp_path / "Ferry_files" / "style.css").write_text("p {}")
    (tmp_path / "Ferry_files" / "frame.html").write_text("<p>Buy 5,000 boats.</p>")
    corpus = read_corpus(tmp_path)
    assert [article.url for article in corpus.articles] == [f"https://example.org/saved/{piece.name}"]
    assert corpus.problems == ()


def test_a_page_with_its_pictures_inside_is_quick_to_read(tmp_path: Path) -> None:
    piece = pieces()[0]
    picture = '<img src="data:image/png;base64,' + "A" * 3_000_000 + '">'
    (tmp_path / "single.html").write_bytes(pile.page(piece, picture))
    (article,) = read_corpus(tmp_path).articles
    assert article.text == piece.text
