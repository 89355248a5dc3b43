"""A report's pages in a real browser: where links land, what is fetched, who can use them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import ROOT

from crossread.reporting.links import figure_anchor, page_name
from crossread.reporting.report import Report, write_report

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

SHARED = ROOT.parent / "shared" / "seeds"
DESKTOP, PHONE, PAPER = 1280, 390, 680  # pixels; the last is A4 within the margins of report.css
SERIOUS = ("serious", "critical")
FAULTS = {"resultTypes": ["violations"]}  # what passes is not listed element by element


@pytest.fixture(scope="module", params=["example", "shared"])
def report(request: pytest.FixtureRequest, program: Path, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report of the example corpus, and that of the pages which it retells."""
    if request.param == "example":
        return request.getfixturevalue("seeds_report")
    if not SHARED.is_dir():
        pytest.skip(f"there is no {SHARED}")
    notebooks = ["articles", "figure_comparison", "sources"]  # the fourth takes longest, and its tables link nothing
    return write_report(SHARED, tmp_path_factory.mktemp("shared") / "report", notebooks, quiet=True)


@pytest.fixture(scope="module")
def browser(program: Path, report: Report) -> Iterator[Any]:
    """The installed browser, started after the notebooks have run: its event loop would be in their way."""
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=program, args=["--host-resolver-rules=MAP * ~NOTFOUND"])
        yield started
        started.close()


@pytest.fixture
def page(browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """An empty tab, of the width and colour scheme that a test asks for."""
    width, scheme = getattr(request, "param", (DESKTOP, "light"))
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    yield context.new_page()
    context.close()


def pages_of(report: Report) -> list[Path]:
    return sorted(report.folder.rglob("*.html"))


def article_page(report: Report, article_id: str) -> Path:
    return report.folder / "articles" / page_name(article_id)


def with_most_figures(report: Report) -> str:
    """The article that gives most figures."""
    return str(report.tables.figures.article_id.value_counts().index[0])


def test_pages_load_without_errors_and_fetch_nothing_from_elsewhere(report: Report, page: Any) -> None:
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("requestfailed", lambda request: told.append(f"failed: {request.url}"))
    fetched: set[str] = set()
    page.on("request", lambda request: fetched.add(request.url))
    pages = pages_of(report)
    for path in pages:
        page.goto(path.as_uri())
    assert told == []
    assert {path.as_uri() for path in pages} <= fetched
    assert [url for url in fetched if not url.startswith((f"{report.folder.as_uri()}/", "data:"))] == []


def test_every_link_lands_where_it_says(report: Report, page: Any) -> None:
    wanted: dict[str, set[str]] = {}
    for path in pages_of(report):
        page.goto(path.as_uri())
        # The address of a link in a drawing is relative still.
        resolved = "all => all.map(a => new URL(a.href.baseVal ?? a.href, location).href)"
        for url in page.locator("a[href]").evaluate_all(resolved):
            end, _, place = url.partition("#")
            wanted.setdefault(end, set()).add(place)
    files = {path.as_uri() for path in report.folder.rglob("*")}
    assert sorted(wanted.keys() - files) == []
    for end, places in wanted.items():
        if any(places):
            page.goto(end)
        for place in sorted(places - {""}):
            page.evaluate("place => { location.hash = place }", place)
            page.wait_for_function("document.querySelector(':target')", timeout=2000)
            assert page.evaluate("document.querySelector(':target').id") == place
            playwright.expect(page.locator(":target")).to_be_in_viewport()


def test_every_figure_of_the_tables_can_be_reached(report: Report, page: Any) -> None:
    for article_id, figures in report.tables.figures.groupby("article_id"):
        page.goto(article_page(report, article_id).as_uri())
        marked = page.evaluate("[...document.querySelectorAll('mark[tabindex=\"0\"]')].map(mark => mark.id)")
        assert sorted(marked) == sorted(map(figure_anchor, figures.figure_id))


@pytest.mark.parametrize("page", [(DESKTOP, "light"), (DESKTOP, "dark"), (PHONE, "light")], indirect=True)
def test_no_serious_fault_of_accessibility(report: Report, page: Any) -> None:
    articles = list(dict.fromkeys([with_most_figures(report), *report.tables.articles.article_id]))[:2]
    paths = [*report.folder.glob("*.html"), *(article_page(report, article_id) for article_id in articles)]
    faults = []
    for path in paths:
        page.goto(path.as_uri())
        found = axe.Axe().run(page, options=FAULTS).response["violations"]
        faults += [
            (path.name, fault["id"], [node["target"] for node in fault["nodes"]])
            for fault in found
            if fault["impact"] in SERIOUS
        ]
    assert faults == []


@pytest.mark.parametrize("page", [(PHONE, "light"), (DESKTOP, "light")], indirect=True)
def test_no_page_is_wider_than_the_screen(report: Report, page: Any) -> None:
    wide = []
    for path in pages_of(report):
        page.goto(path.as_uri())
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(path.name)
    assert wide == []


@pytest.mark.parametrize("page", [(PAPER, "dark")], indirect=True)
def test_on_paper_all_is_light_open_and_within_the_margins(report: Report, page: Any) -> None:
    page.emulate_media(media="print")
    folded = 0
    for path in report.folder.glob("*.html"):
        page.goto(path.as_uri())
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path.name
        assert page.locator(".scroll").evaluate_all("all => all.every(one => one.scrollWidth <= innerWidth)")
        folded += page.locator("details:not([open])").count()
        hidden = "all => all.filter(one => !one.checkVisibility({contentVisibilityAuto: true})).length"
        assert page.locator("details table").evaluate_all(hidden) == 0, path.name
        assert page.locator("details:not([open]) table").evaluate_all("all => all.every(one => one.offsetHeight)")
    assert folded > 0


def focused(page: Any) -> str:
    return str(page.evaluate("document.activeElement.id"))


@pytest.mark.parametrize("page", [(PHONE, "light"), (DESKTOP, "dark")], indirect=True)
def test_a_figure_tells_its_reading_to_the_keyboard(report: Report, page: Any) -> None:
    page.goto(article_page(report, with_most_figures(report)).as_uri())
    told = page.locator(".told:visible")
    assert told.count() == 0
    for _ in range(20):
        page.keyboard.press("Tab")
        if focused(page).startswith("figure-"):
            break
    first = focused(page)
    assert first.startswith("figure-")
    assert told.evaluate_all("all => all.map(one => one.id)") == [f"{first}-told"]
    playwright.expect(told).to_be_in_viewport(ratio=1)
    page.keyboard.press("Tab")
    assert focused(page) != first
    playwright.expect(page.locator(f"[id='{first}-told']")).to_be_hidden()


def test_folded_parts_open_with_the_keyboard(report: Report, page: Any) -> None:
    page.goto((report.folder / "sources.html").as_uri())
    part = page.locator("details:not([open])").first
    part.evaluate("part => part.id = 'part'")
    table = page.locator("#part table")
    playwright.expect(table).to_be_hidden()
    page.locator("#part summary").focus()
    page.keyboard.press("Enter")
    playwright.expect(table).to_be_visible()
    page.keyboard.press("Space")
    playwright.expect(table).to_be_hidden()
