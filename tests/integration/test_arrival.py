"""The cheap look: whether a run would have something to tell."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small_warehouse import HARBOUR, run

from copydesk.arrival import has_news
from copydesk.settings import load_settings

NOW = datetime(2100, 1, 1, tzinfo=UTC)


@pytest.fixture
def project(tiny_project: Path, tmp_path: Path) -> Path:
    """A project that was run, to be changed."""
    return shutil.copytree(tiny_project, tmp_path / "project")


def looks_new(project: Path) -> bool:
    return has_news(load_settings(project), NOW)


def test_nothing_is_news_after_a_run(project: Path):
    """Unchanged files, and rejections that would come again, start nothing. Looking writes nothing."""
    before = sorted(path for path in project.rglob("*") if path.is_file())
    assert not looks_new(project)
    assert sorted(path for path in project.rglob("*") if path.is_file()) == before


def test_a_folder_that_was_never_run_is_news(tmp_path: Path):
    """Also an empty one: its warehouse is to be made."""
    (tmp_path / "raw").mkdir()
    assert looks_new(tmp_path)


def test_a_new_file_is_news(project: Path):
    """The ordinary case."""
    (project / "raw" / "new.txt").write_text("Ein neuer Text über den Hafen und seine Schiffe.\n")
    assert looks_new(project)


def test_a_file_that_is_gone_is_news(project: Path):
    """Its document leaves the views."""
    (project / "raw" / "phare.md").unlink()
    assert looks_new(project)


def test_a_refused_file_that_is_gone_is_news(project: Path):
    """Its row leaves `rejections`."""
    (project / "raw" / "blank.txt").unlink()
    assert looks_new(project)


def test_a_moved_file_is_news(project: Path):
    """Its path is told in `sources`."""
    moved = project / "raw" / "phare.md"
    moved.rename(moved.with_name("elsewhere.txt"))
    assert looks_new(project)


def test_a_file_that_is_refused_for_the_first_time_is_news(project: Path):
    """Nothing disappears unexplained, not until tomorrow either."""
    (project / "raw" / "picture.png").write_bytes(b"\x89PNG")
    assert looks_new(project)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_cannot_be_read_is_news_once(project: Path):
    """Trying it again every few minutes would come to nothing."""
    path = project / "raw" / "locked.txt"
    path.write_text(HARBOUR)
    path.chmod(0)
    assert looks_new(project)
    run(project, project / "raw")
    assert not looks_new(project)
