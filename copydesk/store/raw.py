"""Raw files: hashing one, reading one with its sidecar, and the ids that are made of them.

Called by `copydesk.store.scan` (discovery) and by the batches (reading). Never writes below the raw folder and
never follows a symbolic link.
"""

import errno
import hashlib
import os
import stat
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from copydesk.errors import InputError, TransientError
from copydesk.records import DocId, Metadata, ReasonCode, Rejection, SourceRef
from copydesk.settings import FieldSettings
from copydesk.store.compressed import unpack
from copydesk.store.given import metadata_of
from copydesk.store.sidecar import SIDECAR_SUFFIXES, sidecar_items

SIDECAR_SUFFIX = SIDECAR_SUFFIXES[0]
TRANSIENT = frozenset(
    {errno.ESTALE, errno.ETIMEDOUT, errno.EHOSTDOWN, errno.ENETDOWN, errno.EAGAIN}
)
"""What a network share says when it is away for a moment."""
SIDECAR_BYTES = 1 << 20
"""Largest sidecar that is read: a hundred times what metadata needs."""
UNREADABLE = "unreadable: "
"""Begins what stands for the hash of a sidecar that could not be read; the reason follows."""
NO_SIDECAR = ""
"""Stands for the hash of a sidecar where there is none."""


@dataclass(frozen=True, slots=True)
class DescribedSource:
    """A source with what its sidecar says, and what is wrong with the sidecar (None when nothing is)."""

    source: SourceRef
    metadata: Metadata
    warning: str | None


def hash_source(raw: Path, path: str, byte_limit: int) -> tuple[DocId, int]:
    """Return the document id of a file's bytes, unpacked where it is compressed, and how many they are.

    Raises:
        InputError: The file is gone, unreadable or corrupt, or more than the limit.
        TransientError: It cannot be read now.
    """
    content = unpack(path, _read_file(raw, path), byte_limit)
    return doc_id_of(hashlib.sha256(content).digest()), len(content)


def hash_sidecar(raw: Path, path: str) -> str:
    """Return SHA-256 of a file's sidecar in hex, or UNREADABLE and why, of which `describe` warns."""
    try:
        return hashlib.sha256(_read_sidecar(raw, path)).hexdigest()
    except InputError as error:
        return UNREADABLE + error.detail


def read_source(raw: Path, source: SourceRef) -> bytes:
    """Return the bytes of a source, which are those that discovery hashed.

    Raises:
        InputError: The file is gone or unreadable, or its bytes are others now.
        TransientError: It, or the whole raw folder, cannot be read now.
    """
    content = _read_file(raw, source.path)
    changed = InputError(
        ReasonCode.CHANGED_WHILE_READ,
        "the file changed while the run was under way; the next run reads it again",
    )
    try:
        content = unpack(source.path, content, source.byte_count)
    except InputError as error:  # discovery could unpack it
        raise changed from error
    if doc_id_of(hashlib.sha256(content).digest()) != source.doc_id:
        raise changed
    return content


def describe(raw: Path, source: SourceRef) -> DescribedSource:
    """Return a source with what its sidecar says now.

    The `metadata_hash` of the result is that of the bytes read here: where the sidecar changed since the scan,
    the next scan sees that it differs from what was stored.
    """
    if not source.metadata_hash:
        return DescribedSource(source, Metadata(), None)
    try:
        content = _read_sidecar(raw, source.path)
    except InputError as error:
        unread = replace(source, metadata_hash=UNREADABLE + error.detail)
        return DescribedSource(unread, Metadata(), f"the sidecar is ignored: {error.detail}")
    items, warning = sidecar_items(content, SIDECAR_SUFFIX, FieldSettings())
    read = replace(source, metadata_hash=hashlib.sha256(content).hexdigest())
    return DescribedSource(read, metadata_of(items), warning)


def refuse_transient(path: Path | str, error: OSError) -> None:
    """Tell a fault that may pass from one of the file.

    Raises:
        TransientError: A network share is away.
    """
    if error.errno in TRANSIENT:
        raise TransientError(f"{path} cannot be read now: {error.strerror}") from error


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


def _read_file(raw: Path, path: str) -> bytes:
    try:
        return _read(raw / path)
    except InputError as error:
        if not raw.is_dir():  # a share that was unmounted: no fault of this file
            raise TransientError(f"the raw folder {raw} is away") from error
        raise


def _read_sidecar(raw: Path, path: str) -> bytes:
    content = _read(raw / (path + SIDECAR_SUFFIX), SIDECAR_BYTES + 1)
    if len(content) > SIDECAR_BYTES:
        raise InputError(ReasonCode.TOO_LARGE, f"it is larger than {SIDECAR_BYTES:,} bytes")
    return content


def _read(path: Path, byte_count: int = -1) -> bytes:
    try:
        # Without O_NONBLOCK a named pipe would be waited for, without O_NOFOLLOW a link be followed.
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        descriptor = os.open(path, flags)
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise InputError(
                    ReasonCode.UNREADABLE, "not a regular file; put a file in its place"
                )
            with open(descriptor, "rb", closefd=False) as file:
                return file.read(byte_count)
        finally:
            os.close(descriptor)
    except OSError as error:
        refuse_transient(path, error)
        raise InputError(
            ReasonCode.UNREADABLE, f"{error.strerror}; mend the file or its permissions"
        ) from error


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
