"""Every error that copydesk raises on purpose, by what the caller should do about it.

A message says what is wrong, where, and the cure. Attributes hold what a caller may want to log. Errors keep
their arguments as `args`, so that they come back whole from a worker process.
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
        super().__init__(reason_code, detail)
        self.reason_code = reason_code
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.reason_code}: {self.detail}"


class SchemaError(CopydeskError):
    """Rows do not fit the table they are written to, or a stored table has an unknown schema."""


class WarehouseError(CopydeskError):
    """The warehouse on disk is damaged or cannot be read or written (exit code 2).

    Attributes:
        path: The file or folder concerned.
        problem: What is wrong with it, and the cure (for damage see `WarehouseDamagedError.cure`).
    """

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(path, problem)
        self.path = path
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}"


class WarehouseDamagedError(WarehouseError):
    """A file of the warehouse is missing, or is not what was written."""

    cure = "`copydesk check --repair` takes it out, then `copydesk run` makes it again"

    def __str__(self) -> str:
        return f"{super().__str__()}; {self.cure}"


class WarehouseBusyError(WarehouseError):
    """Another process is writing to the same warehouse."""


class CheckFailedError(CopydeskError):
    """A check of `sql/checks` returned bad rows, or the rejection policy was broken (exit code 1)."""


class WorkerError(CopydeskError):
    """A worker process ended before its batch was done (exit code 1)."""


class TransientError(CopydeskError):
    """A fault that may pass by itself, such as a network share that is away. The only one flows retry."""
