"""Errors come back whole from a worker process."""

import pickle
from pathlib import Path

import pytest

from copydesk.errors import (
    CheckFailedError,
    ConfigError,
    InputError,
    WarehouseBusyError,
    WarehouseDamagedError,
    WarehouseError,
)


@pytest.mark.parametrize(
    "error",
    [
        ConfigError("a"),
        InputError("binary", "a NUL byte"),
        WarehouseError(Path("w"), "is full"),
        WarehouseBusyError(Path("w"), "is held"),
        WarehouseDamagedError(Path("w"), "is missing"),
        CheckFailedError("b"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_survives_pickling(error):
    """Type, message and attributes are the same on the other side."""
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301  # our own
    assert type(copy) is type(error)
    assert str(copy) == str(error)
    assert vars(copy) == vars(error)
