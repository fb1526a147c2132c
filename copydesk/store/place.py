"""Where a text lies: what its path says to the annotators, and tells which reader it needs."""

from copydesk.store.file_types import is_archive, is_container


def place_of(path: str, member: str | None) -> str:
    """Return the path of a text: of an archive with the name in it, of a record that of its table.

    >>> place_of("2025/may.zip", "03/rates.txt"), place_of("may.jsonl", "20250503")
    ('2025/may.zip#03/rates.txt', 'may.jsonl')
    >>> place_of("2025.zip", "may.csv#17")
    '2025.zip#may.csv'
    """
    if member is None or not is_archive(path):
        return path
    table = next(filter(is_container, _heads(member)), member)
    return f"{path}#{table}"


def _heads(member: str) -> list[str]:
    """Return what stands before each `#` of a name."""
    parts = member.split("#")
    return ["#".join(parts[:count]) for count in range(1, len(parts))]
