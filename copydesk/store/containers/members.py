"""What the readers of containers share: members, the rules they read by, and names that are unique.

A name is made of what the container says; where it says the same twice, the later member gets its number as well.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeAlias

from copydesk.errors import InputError
from copydesk.records import MetadataItem, ReasonCode, Rejection
from copydesk.settings import FieldSettings

NAME_CHARS = 1_024
"""Longest name of a member; what is longer is no name that anyone could use."""


@dataclass(frozen=True, slots=True)
class Member:
    """A source inside a container.

    Attributes:
        name: Unique within the container, storable as UTF-8.
        content: Its raw bytes: of an archive member the (unpacked) file, of a record the value of its text as UTF-8.
        items: What is said of it, as given, in order of appearance.
        warning: What is wrong with what is said of it; the member is kept.
    """

    name: str
    content: bytes
    items: tuple[MetadataItem, ...]
    warning: str | None


@dataclass(frozen=True, slots=True)
class ReadingRules:
    """What the settings say of reading containers.

    Attributes:
        fields: Which keys of records and sidecars say what.
        member_bytes: Size of the largest member that is read.
        reads_html: Whether web pages in archives are members; their content is the page as it is.
    """

    fields: FieldSettings
    member_bytes: int
    reads_html: bool = False

    @property
    def line_bytes(self) -> int:
        r"""The longest record: JSON may write two bytes of text as six (\u0436), and metadata comes on top."""
        return 3 * self.member_bytes + (1 << 20)

    @property
    def row_chars(self) -> int:
        """The longest row of a CSV: a quote is written as two, and metadata comes on top."""
        return 2 * self.member_bytes + (1 << 20)


Found: TypeAlias = Iterator[Member | Rejection]


class Names:
    """The names that were given to members of one container.

    A million of them take about 100 MB: only 64 bits of a hash of each are kept. Where two hashes meet, the later
    name gets its number, as if the names were the same.
    """

    def __init__(self) -> None:
        self._given: set[int] = set()

    def unique(self, name: str, unit: str, number: int) -> str:
        """Return a name, with what it is the how-many-th of where it was given before.

        Args:
            name: What the container says.
            unit: What the members of this container are called, such as "row".
            number: Which of them it is, from 1.
        """
        while (key := name_hash(name)) in self._given:
            name = f"{name} ({unit} {number})"
        self._given.add(key)
        return name


@dataclass(frozen=True, slots=True)
class Place:
    """Where members are read: a container file, or a table or record file inside an archive.

    Attributes:
        path: Of the container file, for rejections.
        rules: How to read.
        names: The names given so far.
        inside: The name of the archive's member that is read; None for the file itself.
    """

    path: str
    rules: ReadingRules
    names: Names
    inside: str | None = None

    def name(self, name: str, unit: str, number: int) -> str:
        """Return the unique name of the member that calls itself so."""
        within = name if self.inside is None else f"{self.inside}#{name}"
        return self.names.unique(within, unit, number)

    def reject(self, member: str | None, reason_code: ReasonCode, detail: str) -> Rejection:
        """Return the rejection of a member; without one, of all the rest."""
        return Rejection(self.path, self.inside if member is None else member, reason_code, detail)

    def reject_rest(self, error: InputError) -> Rejection:
        """Return the rejection of what cannot be read after damage."""
        detail = f"{error.detail}; nothing after it was read"
        return self.reject(None, ReasonCode(error.reason_code), detail)


def name_hash(name: str) -> int:
    """Return 64 bits that stand for a name."""
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest())
