"""What the path of a source says of it, by the rules of the settings.

Called where the sources of a document are described. Never looks at a file.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from copydesk.records import MetadataItem, MetadataOrigin
from copydesk.user_rules import DAY_GROUPS, PATH_FIELDS, PathRule

_YEAR_DIGITS = 4


def path_items(
    path: str, member: str | None, rules: Sequence[PathRule]
) -> tuple[MetadataItem, ...]:
    r"""Return what every rule that fits says of a source, in the order of the rules.

    Args:
        path: Path below the raw folder, with `/` between its parts.
        member: Name inside a container; None for a plain file. The pattern sees it behind a `#`.
        rules: The rules of the settings.

    >>> rule = PathRule(pattern=r"^(?P<source_name>[^/]+)/(?P<year>\d{4})/(?P<month>\d\d)/")
    >>> [(item.key, item.value) for item in path_items("gazette/2024/03/a.txt", None, [rule])]
    [('source_name', 'gazette'), ('published', '2024-03')]
    """
    place = path if member is None else f"{path}#{member}"
    return tuple(item for rule in rules for item in _items(place, rule))


def _items(place: str, rule: PathRule) -> Iterator[MetadataItem]:
    found = _compile(rule.pattern).search(place)
    if found is None:
        return
    said = {name: value.strip() for name, value in found.groupdict().items() if value}
    published = _join_day([said.get(name) for name in DAY_GROUPS])
    if published:
        said = {name: value for name, value in said.items() if name not in DAY_GROUPS}
        said["published"] = published
    for key, value in (*said.items(), *rule.set.items()):
        if value:
            yield MetadataItem(MetadataOrigin.PATH_RULE, key, value, PATH_FIELDS.get(key))


def _join_day(parts: Sequence[str | None]) -> str | None:
    """Return year, month and day as one date; None where they are none: 2024-13, or a year of two digits."""
    known = [part for part in parts if part]
    if not known or not all(part.isascii() and part.isdigit() for part in known):
        return None
    if parts[0] is None or len(parts[0]) != _YEAR_DIGITS or known != list(parts[: len(known)]):
        return None
    try:
        date(*(int(part) for part in (*known, "1", "1")[: len(DAY_GROUPS)]))
    except ValueError:
        return None
    return "-".join(part.zfill(2) for part in known)


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
