"""One real Prefect server for all flow tests of a session, with its records in a temporary folder."""

import atexit
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import Served, begin_serving, environment_of_a_user, free_port, stop
from stories import STORIES, write_stories

from copydesk.settings import load_settings
from flows.environment import end_quietly, prepare_environment


@pytest.fixture(scope="session", autouse=True)
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    atexit.register(end_quietly)
    project = tmp_path_factory.mktemp("project")
    os.environ.pop("PREFECT_API_URL", None)
    prepare_environment(load_settings(project))
    from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
    from prefect.testing.utilities import prefect_test_harness

    with (
        prefect_test_harness(server_startup_timeout=180),
        # The heartbeat thread sleeps in steps of a second and is waited for at the end of each run.
        temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}),
    ):
        yield


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder that the flow finds its settings in."""
    (tmp_path / "copydesk.toml").write_text('raw = "raw"\nwarehouse = "warehouse"\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def user_environment() -> dict[str, str]:
    """The environment of a user's shell: nothing of Prefect, nothing of the test session."""
    return environment_of_a_user()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A project that `copydesk serve` serves for all tests of a session; it looks for new files every minute."""
    folder = tmp_path_factory.mktemp("served")
    write_stories(folder / "raw", STORIES)
    (folder / "copydesk.toml").write_text(
        '[schedule]\ncron = "0 0 1 1 *"\narrival_cron = "* * * * *"\n[server]\n'
        f"port = {free_port()}\n"
    )
    process = begin_serving(folder)
    try:
        yield Served(folder, process)
    finally:
        stop(process)


@pytest.fixture
def raw(project: Path) -> Path:
    """Five files: three stories, one of them twice, and an empty one."""
    write_stories(project / "raw", STORIES)
    return project / "raw"
