"""Members of containers, read one after the other in the order of the scan.

A container is a stream: what stands at its end is reached through all that stands before. So a container stays
open where the last member stood, and a worker that gets batch after batch goes through it once.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from weakref import finalize

from copydesk.records import Rejection, SourceRef
from copydesk.store.containers import Member, members
from copydesk.store.raw import (
    RawFolder,
    changed_while_read,
    doc_id_of_content,
    open_file,
    unreadable,
)


class MemberReader:
    """Reads members of one raw folder; at most one container is open.

    Attributes:
        raw: The raw folder.
    """

    def __init__(self, raw: RawFolder) -> None:
        self.raw = raw
        self._path: str | None = None
        self._following: Iterator[Member | Rejection] = iter(())
        self._open = ExitStack()
        finalize(self, self._open.close)

    def read(self, source: SourceRef) -> Member:
        """Return a member; its bytes are those that discovery hashed.

        Raises:
            InputError: Its container is gone or unreadable, or holds other bytes under this name now.
            TransientError: The raw folder cannot be read now.
        """
        is_started = self._path == source.path
        member = self._advance(source) if is_started else None
        if member is None:
            self._start(source.path)
            member = self._advance(source)
        if member is None or doc_id_of_content(member.content) != source.doc_id:
            raise changed_while_read()
        return member

    def _advance(self, source: SourceRef) -> Member | None:
        """Return the next member of a name; None where there is none from here on."""
        try:
            for item in self._following:
                if isinstance(item, Member) and item.name == source.member:
                    return item
        except OSError as error:
            self.close()
            raise unreadable(self.raw, source.path, error) from error
        self.close()
        return None

    def _start(self, path: str) -> None:
        self.close()
        file = self._open.enter_context(open_file(self.raw, path))
        self._following, self._path = members(file, path, self.raw.reading), path

    def close(self) -> None:
        """Close the container that is open."""
        self._path, self._following = None, iter(())
        self._open.close()


def read_member(raw: RawFolder, source: SourceRef) -> Member:
    """Return a single member, as `MemberReader.read` does.

    Raises:
        InputError: As there.
        TransientError: As there.
    """
    reader = MemberReader(raw)
    try:
        return reader.read(source)
    finally:
        reader.close()
