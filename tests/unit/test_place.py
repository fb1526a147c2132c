"""Where a text lies: names in an archive are paths, numbers of records are none."""

import pytest

from copydesk.store.place import place_of

PLACES = [
    ("a.txt", None, "a.txt"),
    ("2025/a.zip", "03/b.txt", "2025/a.zip#03/b.txt"),
    ("a.tar.gz", "b.txt", "a.tar.gz#b.txt"),
    ("a.jsonl", "20250304", "a.jsonl"),  # an id that looks like a day
    ("a.JSONL.GZ", "1", "a.JSONL.GZ"),
    ("a.csv", "7", "a.csv"),
    ("a.zip", "feed.jsonl#20250304", "a.zip#feed.jsonl"),  # a table in an archive
    ("a.zip", "no#1/feed.csv#7", "a.zip#no#1/feed.csv"),  # a name may hold the sign too
    ("a.zip", "issue #17.txt", "a.zip#issue #17.txt"),
    ("a.zip", "a.jsonl", "a.zip#a.jsonl"),
]


@pytest.mark.parametrize(("path", "member", "expected"), PLACES)
def test_a_place_is_what_a_path_can_tell(path, member, expected):
    """Of a record the place is that of its table, of a file in an archive its name there too."""
    assert place_of(path, member) == expected
