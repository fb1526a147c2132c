"""What Prefect reads from the environment: set at the edge, in step with prefect.toml, closed to strangers."""

import os
import tomllib
from pathlib import Path

import pytest

from copydesk.errors import ConfigError
from copydesk.settings import load_settings
from flows.environment import prepare_environment, server_environment

PROJECT = Path(__file__).parent.parent.parent
NOT_FOR_ALL = {"PREFECT_HOME"}
"""Relative in prefect.toml, absolute in the environment."""


@pytest.fixture(autouse=True)
def _clean(monkeypatch):
    monkeypatch.setattr(os, "environ", {"PATH": os.environ["PATH"]})


def flat(table: dict, prefix: str = "PREFECT") -> dict[str, str]:
    """Return settings of prefect.toml by their names in the environment."""
    found: dict[str, str] = {}
    for key, value in table.items():
        name = f"{prefix}_{key.upper()}"
        if isinstance(value, dict):
            found |= flat(value, name)
        else:
            found[name] = str(value).lower() if isinstance(value, bool) else str(value)
    return found


def test_prefect_toml_says_what_copydesk_sets(tmp_path: Path):
    """Whoever calls `prefect` in the checkout has the same Prefect as `copydesk`."""
    prepare_environment(load_settings(tmp_path))
    declared = flat(tomllib.loads((PROJECT / "prefect.toml").read_text()))
    for name in declared.keys() - NOT_FOR_ALL:
        assert os.environ[name] == declared[name]
    assert os.environ["PREFECT_HOME"] == str(tmp_path / declared["PREFECT_HOME"])


def test_the_server_listens_on_this_machine_alone(tmp_path: Path):
    """By default the UI, the API and what may call it are the loopback address."""
    values = server_environment(load_settings(tmp_path))
    assert values["PREFECT_SERVER_API_HOST"] == "127.0.0.1"
    assert values["PREFECT_UI_API_URL"] == "http://127.0.0.1:4200/api"
    assert values["PREFECT_SERVER_CORS_ALLOWED_ORIGINS"] == "http://127.0.0.1:4200"
    assert "PREFECT_SERVER_API_AUTH_STRING" not in values
    assert "PREFECT_SERVER_DATABASE_CONNECTION_URL" not in values


@pytest.mark.parametrize(
    "server",
    [
        {"host": "0.0.0.0"},
        {"host": "0.0.0.0", "auth": "a:b"},  # browsers would be sent to 0.0.0.0
        {"host": "192.0.2.1", "public_url": "http://192.0.2.1:4200"},  # no password
    ],
)
def test_a_server_that_is_open_to_strangers_is_refused(tmp_path: Path, server: dict):
    """The message names the cure."""
    with pytest.raises(ConfigError, match="COPYDESK_SERVER__AUTH"):
        server_environment(load_settings(tmp_path, server=server))


def test_a_password_closes_the_server(tmp_path: Path):
    """With it come the protection against forged requests and the address that browsers use."""
    given = {"host": "0.0.0.0", "auth": "a:b", "public_url": "http://desk.example:4200"}
    values = server_environment(load_settings(tmp_path, server=given))
    assert values["PREFECT_SERVER_API_AUTH_STRING"] == "a:b"
    assert values["PREFECT_SERVER_CSRF_PROTECTION_ENABLED"] == "true"
    assert values["PREFECT_SERVER_CORS_ALLOWED_ORIGINS"] == "http://desk.example:4200"


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("postgresql://u:p@h:5432/d", "postgresql+asyncpg://u:p@h:5432/d"),
        ("postgres://h/d", "postgresql+asyncpg://h/d"),  # as hosting services write it
        ("postgresql+asyncpg://h/d", "postgresql+asyncpg://h/d"),  # as Prefect's manual writes it
    ],
)
def test_postgresql_is_named_with_the_driver_that_prefect_needs(tmp_path: Path, given, used):
    """Whoever copies an address from elsewhere need not know of drivers."""
    values = server_environment(load_settings(tmp_path, server={"postgres": given}))
    assert values["PREFECT_SERVER_DATABASE_CONNECTION_URL"] == used


def test_another_database_is_refused(tmp_path: Path):
    """The message shows how an address is written, and not the one that was given: it may hold a password."""
    with pytest.raises(ConfigError, match="postgresql://user") as refusal:
        server_environment(load_settings(tmp_path, server={"postgres": "mysql://u:secret@h/d"}))
    assert "secret" not in str(refusal.value)
