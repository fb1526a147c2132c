"""Gives a mention its normalised name, names a key that equal ones share, and a key its id.

Called by the entity annotator, last, and by resolution. It knows one document and never links across documents.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from copydesk.annotate.entities.spans import POSSESSIVE_NAMES
from copydesk.records import EntityId, EntityType

LOCAL_PREFIX = "local:"
"""Marks an id that no authority gave."""
ID_HEX_DIGITS = 16

_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks of writing direction: unseen in a name, but names with and without them are one, and lists of names stay readable."""
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)  # noqa: RUF001 - the typographic one is meant
_LEADING_THE = re.compile(r"^the (?=\S)", re.IGNORECASE)


def normalise_name(surface: str) -> str:
    r"""Give the name in a surface form: NFKC, one space between words, no article or possessive.

    >>> normalise_name("the  United\nNations'")
    "United Nations'"
    >>> normalise_name("The Hague's")
    'Hague'
    """
    visible = _DIRECTIONS.sub("", surface)
    name = " ".join(unicodedata.normalize("NFKC", visible if visible.strip() else surface).split())
    while (shorter := _strip_once(name)) != name:
        name = shorter
    return name


def _strip_once(name: str) -> str:
    """Take one article and one possessive off, unless nothing would be left."""
    name = _LEADING_THE.sub("", name)
    if name.replace("’", "'").lower() in POSSESSIVE_NAMES:  # noqa: RUF001
        return name
    return _POSSESSIVE.sub("", name).strip() or name


def name_key(name: str) -> str:
    """Give what equal names share: no case, no dots, one kind of apostrophe.

    >>> name_key("U.S.") == name_key("US")
    True
    """
    normalised = normalise_name(name)
    plain = normalised.casefold().replace("’", "'").replace(".", "")  # noqa: RUF001
    return " ".join(plain.split()) or normalised


def local_id(entity_type: EntityType, text: str) -> EntityId:
    """Give the local id that follows from a type and a text, taken as it is."""
    digest = hashlib.sha256(f"{entity_type.value}\n{text}".encode()).hexdigest()
    return EntityId(LOCAL_PREFIX + digest[:ID_HEX_DIGITS])


def index_surnames(person_names: Iterable[str]) -> dict[str, str]:
    """Give the full name for each surname (as `name_key`) that one person of a document bears.

    Names that share their first and last words are one person (Ann Lee, Ann B. Lee): the shortest is
    taken. A surname that names with different first words end in is left out.

    Args:
        person_names: Names of persons in one document. Single words among them are ignored; their
            order does not matter.
    """
    bearers: dict[str, list[str]] = {}
    for name in sorted(set(person_names), key=lambda name: (len(name), name)):
        words = name_key(name).split()
        if len(words) > 1:
            bearers.setdefault(words[-1], []).append(name)
    return {
        surname: names[0]
        for surname, names in bearers.items()
        if len({name_key(name).split()[0] for name in names}) == 1
    }
