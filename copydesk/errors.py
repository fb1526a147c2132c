"""Every error that copydesk raises on purpose, by what the caller should do about it.

A message says what is wrong, where, and the cure. Attributes hold the ids a caller may want to log.
"""

from pathlib import Path


class CopydeskError(Exception):
    """The root of all errors raised on purpose."""


class ConfigError(CopydeskError):
    """A setting, argument or environment that cannot work: fix it and call again (exit code 2)."""


class InputError(CopydeskError):
    """One raw source cannot become a document: it is rejected with a reason, the run goes on.

    Attributes:
        reason_code: One of `copydesk.records.ReasonCode`.
        detail: What was found, for the person who will mend the file.
    """

    def __init__(self, reason_code: str, detail: str) -> None:
        super().__init__(f"{reason_code}: {detail}")
        self.reason_code = reason_code
        self.detail = detail


class SchemaError(CopydeskError):
    """Rows do not fit the table they are written to, or a stored table has an unknown schema."""


class WarehouseError(CopydeskError):
    """The warehouse on disk is damaged or cannot be read or written.

    Attributes:
        path: The file or folder concerned.
    """

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path


class WarehouseBusyError(WarehouseError):
    """Another process is writing to the same warehouse."""


class CheckFailedError(CopydeskError):
    """A check of `sql/checks` returned bad rows, or the rejection policy was broken (exit code 1)."""


class TransientError(CopydeskError):
    """A fault that may pass by itself. The only error that flows retry."""
