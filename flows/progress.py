"""How far a run is, told to whoever started it in this process. Prefect itself cannot call back."""

from collections.abc import Callable
from contextvars import ContextVar

ProgressListener = Callable[[int, int], None]
"""Called with the documents done and the documents to do."""

listener: ContextVar[ProgressListener | None] = ContextVar("listener", default=None)


def tell(done: int, total: int) -> None:
    """Tell the listener, if there is one."""
    listen = listener.get()
    if listen is not None:
        listen(done, total)
