"""The report as a person sees it: a headless browser opens the file, at a desk's and a phone's width, dark and light."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from copydesk.report.page import write_report

pytest.importorskip("playwright")
CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium"),
]
SHOTS = "SCREENSHOTS"
"""Names a folder for pictures of the page, as for the pictures of the UI."""
DESK, PHONE = 1440, 390
OPEN_ALL = "for (const item of document.querySelectorAll('details')) item.open = true"


@pytest.fixture(scope="module")
def file(sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("report") / "report.html"
    return write_report(sample_warehouse, output, "The archive at a glance")


@pytest.fixture(scope="module")
def browser() -> Iterator:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # Chromium's sandbox needs rights that a container does not give; the only page is our own.
        launched = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        try:
            yield launched
        finally:
            launched.close()


@pytest.fixture
def opened(browser, file: Path) -> Iterator:
    """A function that opens the report; at the end nothing but the file was asked for, and nothing complained."""
    pages, asked, said = [], [], []

    def open_page(width: int, **options):
        page = browser.new_page(viewport={"width": width, "height": 900}, **options)
        pages.append(page)
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.route("**/*", lambda route: route.continue_())
        page.goto(file.as_uri())
        return page

    yield open_page
    for page in pages:
        page.close()
    assert {url for url in asked if not url.startswith("data:")} == {file.as_uri()}
    assert said == []


def shoot(page, name: str) -> None:
    """Keep a picture of the whole page, where somebody wants to see it."""
    if folder := os.environ.get(SHOTS):
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [DESK, 768, PHONE, 320])
def test_the_page_fits_its_window(opened, width: int, scheme: str):
    """Whatever is unfolded, nothing sticks out on the right; wide tables scroll by themselves."""
    page = opened(width, color_scheme=scheme)
    shoot(page, f"report-{width}-{scheme}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(OPEN_ALL)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_numbers_and_tables_need_no_script(opened):
    """With JavaScript off the numbers are there and a table unfolds."""
    page = opened(DESK, java_script_enabled=False)
    assert page.get_by_role("link", name="51", exact=True).is_visible()
    page.get_by_text("Table of People").click()
    assert page.get_by_role("group", name="People: table").is_visible()


def test_a_number_leads_to_its_sql(opened):
    """Its link unfolds the SQL and brings it into view."""
    page = opened(PHONE)
    sql = page.get_by_role("group", name="SQL of the numbers in short")
    assert not sql.is_visible()
    page.get_by_role("link", name="51", exact=True).press("Enter")
    page.get_by_text("SQL of the numbers in short").click()
    sql.wait_for()
    assert "from documents" in sql.inner_text()


def test_the_keyboard_reaches_every_sql(opened):
    """Tab goes from top to bottom through all disclosures, each with a visible outline; Enter unfolds."""
    page = opened(DESK)
    expected = page.evaluate("document.querySelectorAll('details.sql > summary').length")
    reached, heights = [], []
    for _ in range(200):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => {
                const item = document.activeElement, style = getComputedStyle(item);
                return [item.tagName, item.parentElement?.id ?? '', style.outlineStyle,
                        item.getBoundingClientRect().top + scrollY];
            }"""
        )
        if stop[0] == "BODY":
            break
        assert stop[2] == "solid", stop
        heights.append(stop[3])
        if stop[1].startswith("sql-"):
            reached.append(stop[1])
            if len(reached) == 1:
                page.keyboard.press("Enter")
                assert page.evaluate("document.activeElement.parentElement.open")
                page.keyboard.press("Enter")
    assert len(reached) == len(set(reached)) == expected
    assert reached[0] == "sql-totals"


def test_a_screen_reader_finds_its_way(opened):
    """Landmarks, one headline, a name for every picture, table and disclosure; only one of each pair of pictures."""
    page = opened(PHONE)
    for role in ("banner", "main", "contentinfo"):
        assert page.get_by_role(role).count() == 1
    assert page.get_by_role("navigation", name="Parts of this page").count() == 1
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.get_by_role("figure", name="Places on the map").count() == 1
    pictures = page.get_by_role("img")
    assert pictures.count() == 3 + 3 + 2 + 1
    names = [pictures.nth(number).get_attribute("aria-label") for number in range(9)]
    assert all("The table below holds" in name for name in names)
    page.evaluate(OPEN_ALL)
    assert page.get_by_role("table").count() == page.locator("table").count()
    assert page.get_by_role("group", name="People: table").count() == 1


def test_what_stands_still_for_those_who_ask_for_it(opened):
    """Whoever wants reduced motion gets none."""
    page = opened(DESK, reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.evaluate("document.getAnimations().length") == 0
