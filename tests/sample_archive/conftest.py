"""The sample archive of raw/, run once a session: a warehouse that tests only read."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from copydesk import pipeline
from copydesk.settings import load_settings

PROJECT = Path(__file__).parent.parent.parent
NOW = datetime(2025, 10, 1, 6, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def sample_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The warehouse of the sample archive."""
    warehouse = tmp_path_factory.mktemp("sample") / "warehouse"
    settings = load_settings(PROJECT, raw=PROJECT / "raw", warehouse=warehouse)
    pipeline.run(settings, lambda: NOW)
    return warehouse
