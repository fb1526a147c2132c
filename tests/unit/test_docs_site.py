"""The documentation: links lead somewhere, every page has its place, the site builds without a warning."""

import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
CONFIGURATION = PROJECT / "docs" / "zensical.toml"
spec = importlib.util.spec_from_file_location("make_site", PROJECT / "docs" / "make_site.py")
make_site = importlib.util.module_from_spec(spec)
spec.loader.exec_module(make_site)
PAGES = make_site.sources()


def names_in(navigation):
    """The pages of a navigation, in order."""
    for entry in navigation:
        for value in entry.values():
            yield from [value] if isinstance(value, str) else names_in(value)


def anchors_of(path):
    """The anchors of a page's headings."""
    text = make_site._FENCE.sub("", path.read_text(encoding="utf-8"))
    for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE):
        words = re.sub(r"[^\w\s-]", "", heading.lower())
        yield re.sub(r"\s+", "-", words.strip())


def test_every_page_stands_in_the_navigation():
    """A new page is put into docs/zensical.toml, once; what is there exists."""
    navigation = tomllib.loads(CONFIGURATION.read_text(encoding="utf-8"))["project"]["nav"]
    assert sorted(names_in(navigation)) == sorted(PAGES.values())


@pytest.mark.parametrize("page", PAGES, ids=PAGES.get)
def test_links_of_a_page_lead_somewhere(page):
    """Every relative link of a page is a file of the repository, and its anchor a heading."""
    text = make_site._FENCE.sub("", page.read_text(encoding="utf-8"))
    for match in make_site._LINK.finditer(text):
        if match["target"].startswith("http"):
            continue
        linked = page.parent / match["target"]
        assert linked.exists(), match[0]
        if match["anchor"] and linked.suffix == ".md":
            assert match["anchor"][1:] in set(anchors_of(linked)), match[0]


def test_a_broken_link_stops_the_build(tmp_path, monkeypatch):
    """The page and what it links to are named."""
    page = tmp_path / "page.md"
    page.write_text("[gone](nowhere.md)", encoding="utf-8")
    monkeypatch.setattr(make_site, "PROJECT", tmp_path)
    monkeypatch.setattr(make_site, "sources", lambda: {page: "page.md"})
    with pytest.raises(make_site.BrokenLinkError, match=r"page\.md links to .*nowhere\.md"):
        make_site.write_pages(tmp_path / "out")


def test_the_site_builds_strictly(tmp_path):
    """No warning, a page for each page, and nothing is fetched from elsewhere."""
    pytest.importorskip("zensical")
    command = [sys.executable, PROJECT / "docs" / "make_site.py", tmp_path / "site"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Warning" not in done.stdout + done.stderr
    html = tmp_path / "site" / "html"
    assert {path.with_suffix(".html").name for path in map(Path, PAGES.values())} <= {
        path.name for path in html.iterdir()
    }
    start = (html / "index.html").read_text(encoding="utf-8")
    fetched = re.findall(r"<(?:script|link|img)[^>]+(?:src|href)=\"?(https?://[^\"\s>]+)", start)
    assert fetched == []
