"""What a path says by the rules of the settings, and which of several statements counts."""

import pytest

from copydesk.records import Metadata, MetadataItem, MetadataOrigin
from copydesk.store.given import metadata_of, strong_metadata_of, used_items
from copydesk.store.path_rules import path_items
from copydesk.user_rules import PathRule

BY_FOLDER = PathRule(pattern=r"^(?P<source_name>[^/]+)/")
BY_DAY = PathRule(pattern=r"(?P<year>\d{4})/(?P<month>\d\d?)(/(?P<day>\d\d?))?")

CASES = [
    ("gazette/a.txt", None, [BY_FOLDER], [("source_name", "gazette", "source_name")]),
    ("a.txt", None, [BY_FOLDER], []),  # it does not fit
    ("x/2024/03/05/a.txt", None, [BY_DAY], [("published", "2024-03-05", "published_text")]),
    ("x/2024/3/5/a.txt", None, [BY_DAY], [("published", "2024-03-05", "published_text")]),
    ("x/2024/03/a.txt", None, [BY_DAY], [("published", "2024-03", "published_text")]),
    # no day of any calendar: the parts stay, and fill no field
    (
        "x/2024/13/05/a",
        None,
        [BY_DAY],
        [("year", "2024", None), ("month", "13", None), ("day", "05", None)],
    ),
    (
        "x/2023/02/29/a",
        None,
        [BY_DAY],
        [("year", "2023", None), ("month", "02", None), ("day", "29", None)],
    ),
    (
        "24/03",  # which century?
        None,
        [PathRule(pattern=r"^(?P<year>\d\d)/(?P<month>\d\d)")],
        [("year", "24", None), ("month", "03", None)],
    ),
    (
        "1999.txt",
        None,
        [PathRule(pattern=r"(?P<year>\d{4})")],
        [("published", "1999", "published_text")],
    ),
    # every rule that fits says its part, in order
    (
        "wire/2024/03/05/a.txt",
        None,
        [BY_DAY, BY_FOLDER],
        [("published", "2024-03-05", "published_text"), ("source_name", "wire", "source_name")],
    ),
    # members are searched behind a #
    (
        "box.zip",
        "de/a.txt",
        [PathRule(pattern=r"\.zip#(?P<language>..)/")],
        [("language", "de", "language_text")],
    ),
    ("box#de.txt", None, [PathRule(pattern=r"^box#(?P<desk>.*)$")], [("desk", "de.txt", None)]),
    # constants, after the groups
    (
        "g/a.txt",
        None,
        [PathRule(pattern=r"^(?P<desk>g)/", set={"source_name": "Gazette"})],
        [("desk", "g", None), ("source_name", "Gazette", "source_name")],
    ),
    ("a.txt", None, [PathRule(pattern=r"(?P<author>b)?a")], []),  # a group that took no part
    ("a .txt", None, [PathRule(pattern=r"a(?P<title> )")], []),  # and one that took a blank
]


@pytest.mark.parametrize(("path", "member", "rules", "expected"), CASES)
def test_paths_say_what_the_rules_read(path, member, rules, expected):
    """Key, value and field of each item, in order."""
    items = path_items(path, member, rules)
    assert [(item.key, item.value, item.field) for item in items] == expected
    assert all(item.origin is MetadataOrigin.PATH_RULE and item.line_no is None for item in items)


def item(origin, value, field="title"):
    return MetadataItem(origin, "key", value, field)


def test_the_strongest_origin_counts_and_within_it_the_first():
    """The order of MetadataOrigin decides, not that of the items."""
    items = [
        item(MetadataOrigin.HEAD_LINE, "head"),
        item(MetadataOrigin.PATH_RULE, "path"),
        item(MetadataOrigin.PATH_RULE, "again"),
        item(MetadataOrigin.HEAD_LINE, "Ada", "author_name"),
        item(MetadataOrigin.SIDECAR, "tags", None),
    ]
    assert metadata_of(items) == Metadata(title="path", author_name="Ada")
    assert used_items(items) == (items[1], items[3])
    assert metadata_of([*items, item(MetadataOrigin.RECORD, "record")]).title == "record"


def test_head_lines_are_not_strong():
    """The annotators read the head of the text themselves."""
    items = [item(MetadataOrigin.HEAD_LINE, "head"), item(MetadataOrigin.HTML, "u", "url")]
    assert strong_metadata_of(items) == Metadata(url="u")


def test_nothing_said_is_no_metadata():
    """No item, no field."""
    assert metadata_of([]) == Metadata()


@pytest.mark.parametrize("stronger", range(len(MetadataOrigin) - 1))
def test_each_origin_wins_over_the_next(stronger):
    """The order is total."""
    first, second = list(MetadataOrigin)[stronger : stronger + 2]
    assert metadata_of([item(second, "second"), item(first, "first")]).title == "first"
