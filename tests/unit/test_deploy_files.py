"""The files that deploy copydesk say what copydesk understands."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from copydesk.settings import load_settings

PROJECT = Path(__file__).parent.parent.parent
UNIT = PROJECT / "deploy" / "copydesk.service"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd")
def test_systemd_accepts_the_unit(tmp_path: Path):
    """Every key is known to systemd; the program stands in for one that is installed elsewhere."""
    unit = tmp_path / UNIT.name
    text = UNIT.read_text().replace("/srv/copydesk/.venv/bin/copydesk", "/bin/true")
    unit.write_text(text)
    result = subprocess.run(
        ["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stderr) == (0, "")


def test_compose_sets_settings_that_exist(tmp_path: Path, monkeypatch):
    """The container's environment is read without complaint, and is open to the network only with a password."""
    compose = yaml.safe_load((PROJECT / "deploy" / "compose.yaml").read_text())
    for name in [name for name in os.environ if name.startswith("COPYDESK_")]:
        monkeypatch.delenv(name)
    for name, value in compose["services"]["copydesk"]["environment"].items():
        monkeypatch.setenv(name, value)
    server = load_settings(tmp_path).server
    assert (server.host, server.public_url) == ("0.0.0.0", "http://127.0.0.1:4200")
    assert server.auth is not None
    assert server.postgres is not None
    assert compose["services"]["copydesk"]["ports"] == ["127.0.0.1:4200:4200"]


def test_the_image_copies_what_is_there():
    """Each COPY of the Dockerfile names a file or folder of the repository."""
    lines = (PROJECT / "deploy" / "Dockerfile").read_text().splitlines()
    named = [name for line in lines if line.startswith("COPY ") for name in line.split()[1:-1]]
    assert [name for name in named if not (PROJECT / name).exists()] == []
