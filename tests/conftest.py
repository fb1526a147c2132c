"""Fixtures for all tests: small raw folders, a clock, and warehouses made once that tests only read."""

import atexit
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from small_warehouse import ENGLISH, TINY, run, ticking_clock, write_files

from copydesk.store.manifest import create, read_version
from copydesk.store.publish import publish
from flows.environment import end_quietly


def pytest_configure() -> None:
    """Keep DuckDB's report of what daemon threads hold at exit from drowning the test report."""
    atexit.register(end_quietly)


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """A clock that is ten seconds later at every look."""
    return ticking_clock()


@pytest.fixture
def tiny_raw(tmp_path: Path) -> Path:
    """Six files in three languages, none of them English: a sidecar, a copy and two rejects among them."""
    return write_files(tmp_path / "raw", TINY)


@pytest.fixture(scope="session")
def tiny_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the tiny raw folder, run once, a year before `clock`. Copy it; never write to it."""
    project = tmp_path_factory.mktemp("tiny")
    run(project, write_files(project / "raw", TINY), clock=ticking_clock(2099))
    return project


@pytest.fixture(scope="session")
def small_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the tiny raw folder and an English file, run once. Never write to it."""
    project = tmp_path_factory.mktemp("project")
    write_files(project, {"copydesk.toml": 'raw = "raw"\nwarehouse = "warehouse"\n'})
    run(project, write_files(project / "raw", {**TINY, **ENGLISH}))
    return project


@pytest.fixture(scope="session")
def small_warehouse(small_project: Path) -> Path:
    """The warehouse of `small_project`. Never write to it."""
    return small_project / "warehouse"


@pytest.fixture(scope="session")
def empty_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse published before its first document. Never write to it."""
    warehouse = tmp_path_factory.mktemp("empty") / "warehouse"
    create(warehouse, "first", ticking_clock()())
    publish(warehouse, read_version(warehouse, 0))
    return warehouse
