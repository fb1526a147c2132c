"""One real Prefect server for all flow tests of a session, with its records in a temporary folder."""

import atexit
import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

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
    dropped = ("PREFECT_", "COPYDESK_")
    return {name: value for name, value in os.environ.items() if not name.startswith(dropped)}


STORIES = {
    "elbe/2025-03-04-hafen.txt": "Hafen wird erweitert\n\nDer Stadtrat hat am 04.03.2025 den Ausbau des Hafens "
    "beschlossen. Die Arbeiten sollen im Herbst beginnen und zwei Jahre dauern.\n",
    "elbe/deich.txt": "Deich hält dem Hochwasser stand\n\nNach tagelangem Regen haben Helfer den Deich mit "
    "Sandsäcken gesichert. Verletzt wurde niemand, teilte der Landkreis mit.\n",
    "quai/musee.txt": "Le musée rouvre ses portes\n\nAprès trois ans de travaux, le musée de la ville accueille de "
    "nouveau le public. Les visiteurs étaient nombreux dès le premier matin.\n",
    "quai/copie.txt": "Le musée rouvre ses portes\n\nAprès trois ans de travaux, le musée de la ville accueille de "
    "nouveau le public. Les visiteurs étaient nombreux dès le premier matin.\n",
    "leer.txt": "",
}


@pytest.fixture
def raw(project: Path) -> Path:
    """Five files: three stories, one of them twice, and an empty one."""
    folder = project / "raw"
    for name, text in STORIES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        # Settled before the run, as files that nobody writes any more are.
        settled = path.stat().st_mtime - timedelta(minutes=1).total_seconds()
        os.utime(path, (settled, settled))
    return folder
