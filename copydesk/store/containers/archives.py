"""Members of archives, zip or tar: which are texts, what is said of them, and which cannot be read and why."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from copydesk.errors import InputError
from copydesk.records import MetadataItem, ReasonCode
from copydesk.store.compressed import Budget, Stream, open_stream, read_whole
from copydesk.store.containers.members import NAME_CHARS, Found, Member, Place
from copydesk.store.containers.records import too_large
from copydesk.store.file_types import (
    SIDECAR_SUFFIXES,
    is_archive,
    is_container,
    is_sidecar,
    why_unsupported,
)
from copydesk.store.sidecar import sidecar_items

UNIT = "entry"
_DRIVE = re.compile(r"[A-Za-z]:")
ReadSidecar = Callable[[str], bytes | None]
"""Gives the content of a member by name, None where there is none."""
ReadNested = Callable[[str, Stream, Place, Budget], Found]


@dataclass(frozen=True, slots=True)
class Entry:
    """What an archive says of one of its members.

    Attributes:
        name: As the archive has it.
        number: Which entry it is, from 1.
        byte_count: Its size, as declared.
        refusal: Why it cannot be read whatever its name; None where it can.
        open: Opens it.
    """

    name: str
    number: int
    byte_count: int
    refusal: tuple[ReasonCode, str] | None
    open: Callable[[], Stream]


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive while it is read."""

    place: Place
    budget: Budget
    read_sidecar: ReadSidecar
    read_nested: ReadNested


def plain_name(name: str) -> str:
    """Return a name without "./" and doubled slashes."""
    parts = [part for part in name.split("/") if part not in {"", "."}]
    return ("/" if name.startswith("/") else "") + "/".join(parts)


def is_passed_over(name: str) -> bool:
    """Return whether a safe name is hidden or that of a sidecar, as in folders."""
    parts = name.replace("\\", "/").split("/")
    return is_sidecar(name) or "__MACOSX" in parts or any(part.startswith(".") for part in parts)


def read_entry(entry: Entry, archive: Archive) -> Found:
    """Yield what one entry gives: nothing, one member, or the records of a container inside."""
    name, place = plain_name(entry.name), archive.place
    problem = _unsafe(name)
    if problem is None and is_passed_over(name):
        return
    unique = place.name(_shown(name), UNIT, entry.number)
    refusal = problem or entry.refusal or _refused_by_name(name, place.rules.reads_html)
    if refusal:
        yield place.reject(unique, *refusal)
        return
    inside = Place(place.path, place.rules, place.names, unique)
    if is_container(name):
        yield from archive.read_nested(name, entry.open(), inside, archive.budget)
        return
    if entry.byte_count > place.rules.member_bytes:
        yield place.reject(unique, ReasonCode.TOO_LARGE, too_large(entry.byte_count, place))
        return
    try:
        stream = open_stream(name, entry.open(), archive.budget)
        content = read_whole(stream, place.rules.member_bytes)
    except InputError as error:
        yield place.reject(unique, ReasonCode(error.reason_code), error.detail)
        return
    items, warning = _said_of(name, archive)
    yield Member(unique, content, items, warning)


def _shown(name: str) -> str:
    """Return a name that can be stored, whatever bytes it is made of; "?" for none."""
    shown = name.replace("\0", "\\x00")[:NAME_CHARS].encode("utf-8", "surrogateescape")
    return shown.decode("utf-8", "backslashreplace") or "?"


def _unsafe(name: str) -> tuple[ReasonCode, str] | None:
    slashed = name.replace("\\", "/")
    if slashed.startswith("/") or _DRIVE.match(name) or ".." in slashed.split("/"):
        return (
            ReasonCode.UNSAFE_NAME,
            "the name leads out of the archive; pack it with relative names",
        )
    if "\0" in name or not name or len(name) > NAME_CHARS:
        return (
            ReasonCode.UNSAFE_NAME,
            f"no name: NUL, empty or above {NAME_CHARS:,} characters; rename it",
        )
    return None


def _refused_by_name(name: str, reads_html: bool) -> tuple[ReasonCode, str] | None:
    if is_archive(name):
        return ReasonCode.NESTED, "an archive in an archive is not read; unpack the outer one"
    if is_container(name):
        return None
    why = why_unsupported(name, reads_html=reads_html)
    return (ReasonCode.UNSUPPORTED_TYPE, why) if why else None


def _said_of(name: str, archive: Archive) -> tuple[tuple[MetadataItem, ...], str | None]:
    for suffix in SIDECAR_SUFFIXES:
        try:
            content = archive.read_sidecar(name + suffix)
            if content is not None:
                return sidecar_items(content, suffix, archive.place.rules.fields)
        except InputError as error:
            return (), f"the sidecar is ignored: {error.detail}"
    return (), None
