"""Raw files: opening, reading and hashing them, and the ids that are made of them.

Called by `copydesk.store.scan` (discovery) and by the batches (reading). Never writes below the raw folder and
never follows a symbolic link.
"""

import errno
import hashlib
import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from uuid import UUID

from copydesk.errors import InputError, TransientError
from copydesk.records import DocId, ReasonCode, Rejection, SourceRef
from copydesk.settings import MEBIBYTE, FieldSettings, Settings
from copydesk.store import html
from copydesk.store.compressed import unpack
from copydesk.store.containers import ReadingRules
from copydesk.store.file_types import SIDECAR_SUFFIXES
from copydesk.store.sidecar import SIDECAR_BYTES
from copydesk.user_rules import PathRule

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

READERS_VERSION = "1"
"""Raise it when a reader finds other members, names or metadata in the same file."""
TRANSIENT = frozenset(
    {errno.ESTALE, errno.ETIMEDOUT, errno.EHOSTDOWN, errno.ENETDOWN, errno.EAGAIN}
)
"""What a network share says when it is away for a moment."""
RETRIED = frozenset(
    {ReasonCode.CHANGED_WHILE_READ, ReasonCode.UNREADABLE, ReasonCode.ANNOTATION_FAILED}
)
"""Rejections that may not be the content's fault alone: the source is tried again in every run."""
UNREADABLE = "unreadable: "
"""Begins what stands for the hash of a sidecar that could not be read; the reason follows."""
NO_SIDECAR = ""
"""Stands for the hash of a sidecar where there is none."""


@dataclass(frozen=True, slots=True)
class RawFolder:
    """The raw folder, and how what lies in it is read.

    Attributes:
        path: The folder.
        file_bytes: Largest text that is read, unpacked.
        fields: Which keys of metadata say what.
        path_rules: What the places of files say.
    """

    path: Path
    file_bytes: int
    fields: FieldSettings = field(default_factory=FieldSettings)
    path_rules: tuple[PathRule, ...] = ()

    @property
    def reading(self) -> ReadingRules:
        """How containers are read."""
        return ReadingRules(self.fields, self.file_bytes, self.reads_html)

    @property
    def reads_html(self) -> bool:
        """Whether the extra that reads web pages is installed."""
        return bool(html.version())

    @property
    def fingerprint(self) -> str:
        """Of all that decides what a file's bytes hold: under another, every file is read anew."""
        parts = [READERS_VERSION, self.file_bytes, self.fields.model_dump_json(), html.version()]
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:12]


def raw_folder(settings: Settings) -> RawFolder:
    """Return the raw folder of a project."""
    return RawFolder(
        settings.raw_folder,
        settings.file_mebibytes * MEBIBYTE,
        settings.fields,
        settings.path_rules,
    )


def hash_source(raw: RawFolder, path: str) -> tuple[DocId, int]:
    """Return the document id of a file's bytes, unpacked where it is compressed, and how many they are.

    Raises:
        InputError: The file is gone, unreadable or corrupt, or more than the limit.
        TransientError: It cannot be read now.
    """
    content = unpack(path, read_file(raw, path), raw.file_bytes)
    return doc_id_of_content(content), len(content)


def read_source(raw: RawFolder, source: SourceRef) -> bytes:
    """Return the bytes of a source that is a file; they are those that discovery hashed.

    Raises:
        InputError: The file is gone or unreadable, or its bytes are others now.
        TransientError: It, or the whole raw folder, cannot be read now.
    """
    content = read_file(raw, source.path)
    try:
        content = unpack(source.path, content, source.byte_count)
    except InputError as error:  # discovery could unpack it
        raise changed_while_read() from error
    if doc_id_of_content(content) != source.doc_id:
        raise changed_while_read()
    return content


def changed_while_read() -> InputError:
    """Return the error of a source that is not what discovery hashed."""
    return InputError(
        ReasonCode.CHANGED_WHILE_READ,
        "the file changed while the run was under way; the next run reads it again",
    )


def hash_sidecar(raw: RawFolder, path: str) -> str:
    """Return the hash of a file's sidecar, NO_SIDECAR, or UNREADABLE and why."""
    try:
        found = read_sidecar(raw, path)
    except InputError as error:
        return UNREADABLE + error.detail
    return hash_of_sidecar(*found) if found else NO_SIDECAR


def hash_of_sidecar(suffix: str, content: bytes) -> str:
    """Return SHA-256 of a sidecar in hex: the same bytes as JSON and as YAML may say two things."""
    return hashlib.sha256(suffix.encode() + b"\0" + content).hexdigest()


def read_sidecar(raw: RawFolder, path: str) -> tuple[str, bytes] | None:
    """Return the suffix and the bytes of a file's sidecar: the strongest there is; None without one.

    Raises:
        InputError: It cannot be read, or is too large.
        TransientError: It cannot be read now.
    """
    for suffix in SIDECAR_SUFFIXES:
        if not _is_beside(raw, path + suffix):
            continue
        with open_file(raw, path + suffix) as file:
            content = file.read(SIDECAR_BYTES + 1)
        if len(content) > SIDECAR_BYTES:
            raise InputError(ReasonCode.TOO_LARGE, f"it is larger than {SIDECAR_BYTES:,} bytes")
        return suffix, content
    return None


def _is_beside(raw: RawFolder, path: str) -> bool:
    """Return whether a sidecar is there. A folder of that name is none, as in the walk."""
    try:
        return not stat.S_ISDIR(os.lstat(raw.path / path).st_mode)
    except OSError:
        return False


def read_file(raw: RawFolder, path: str) -> bytes:
    """Return a file's bytes as they lie on the disk.

    Raises:
        InputError: It is gone or unreadable, or not a regular file.
        TransientError: It, or the whole raw folder, cannot be read now.
    """
    with open_file(raw, path) as file:
        return file.read()


@contextmanager
def open_file(raw: RawFolder, path: str) -> Iterator[BinaryIO]:
    """Open a regular file. An operating system's error on opening or while it is read is told as ours.

    Raises:
        InputError: It is gone or unreadable, or not a regular file.
        TransientError: It, or the whole raw folder, cannot be read now.
    """
    try:
        # Without O_NONBLOCK a named pipe would be waited for, without O_NOFOLLOW a link be followed.
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        descriptor = os.open(raw.path / path, flags)
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise InputError(
                    ReasonCode.UNREADABLE, "not a regular file; put a file in its place"
                )
            with io.BufferedReader(_Descriptor(descriptor, "rb", closefd=False)) as file:
                yield file
        finally:
            os.close(descriptor)
    except OSError as error:
        raise unreadable(raw, path, error) from error


class _Descriptor(io.FileIO):
    """A file that remembers what the operating system said while it was read.

    Attributes:
        fault: Its first error; None while there is none.
    """

    fault: OSError | None = None

    def readinto(self, buffer: "WriteableBuffer", /) -> int | None:
        """Read as any file does."""
        try:
            return super().readinto(buffer)
        except OSError as error:
            self.fault = self.fault or error
            raise


def refuse_fault(file: BinaryIO) -> None:
    """Raise what the operating system said while a file was read: readers of containers may take it for damage.

    Raises:
        OSError: It said so.
    """
    descriptor = getattr(file, "raw", None)
    if isinstance(descriptor, _Descriptor) and descriptor.fault is not None:
        raise descriptor.fault


def unreadable(raw: RawFolder, path: str, error: OSError) -> InputError:
    """Return what the operating system said of a file as an error of ours.

    Raises:
        TransientError: It, or the whole raw folder, cannot be read now.
    """
    refuse_transient(path, error)
    if not raw.path.is_dir():  # a share that was unmounted: no fault of this file
        raise TransientError(f"the raw folder {raw.path} is away") from error
    return InputError(ReasonCode.UNREADABLE, f"{error.strerror}; mend the file or its permissions")


def refuse_transient(path: Path | str, error: OSError) -> None:
    """Tell a fault that may pass from one of the file.

    Raises:
        TransientError: A network share is away.
    """
    if error.errno in TRANSIENT:
        raise TransientError(f"{path} cannot be read now: {error.strerror}") from error


def doc_id_of_content(content: bytes) -> DocId:
    """Return the document id of raw content."""
    return doc_id_of(hashlib.sha256(content).digest())


def doc_id_of(digest: bytes) -> DocId:
    """Return the document id of a SHA-256 digest: its first 16 bytes as a UUID of version 8 (RFC 9562)."""
    return DocId(_uuid8(digest))


def source_id_of(path: str, member: str | None) -> UUID:
    """Return the id of a source."""
    name = path if member is None else f"{path}\0{member}"
    return _uuid8(hashlib.sha256(name.encode()).digest())


def rejection_of(
    error: InputError, path: str, member: str | None = None, doc_id: DocId | None = None
) -> Rejection:
    """Return the rejection row of a source that raised an input error."""
    return Rejection(path, member, ReasonCode(error.reason_code), error.detail, doc_id)


def _uuid8(digest: bytes) -> UUID:
    number = int.from_bytes(digest[:16], "big")
    number = number & ~(0xF << 76) | 8 << 76
    return UUID(int=number & ~(0x3 << 62) | 0x2 << 62)


def is_utf8(text: str) -> bool:
    """Return whether a text can be stored: a lone surrogate cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
