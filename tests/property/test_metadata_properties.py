"""Metadata of any text: never an error, and never a word that does not stand there."""

import json
import string

from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.records import Metadata, MetadataItem, MetadataOrigin
from copydesk.settings import FieldSettings
from copydesk.store.file_types import SIDECAR_SUFFIXES
from copydesk.store.front_matter import front_matter
from copydesk.store.given import metadata_of, strong_metadata_of, used_items
from copydesk.store.path_rules import path_items
from copydesk.store.plain_yaml import read_mapping
from copydesk.store.sidecar import sidecar_items
from copydesk.text.head_labels import COLON_LABELS
from copydesk.text.head_lines import head_lines
from copydesk.text.normalise import normalise
from copydesk.text.segment import lines
from copydesk.user_rules import PathRule

FIELDS = FieldSettings()
FIELD_NAMES = frozenset(Metadata.__slots__)
LABELS = sorted(
    {label for kinds in COLON_LABELS.values() for group in kinds.values() for label in group}
)
PIECES = st.sampled_from(
    [
        *(
            "---",
            "+++",
            "...",
            "\n",
            "\n\n",
            ": ",
            " = ",
            "- ",
            "# ",
            "'",
            '"',
            "[",
            "]",
            "{",
            "}",
            "&a",
            "*a",
        ),
        *(
            "title",
            "date",
            "tags",
            "layout",
            "By ",
            "Von ",
            "PORTO",
            " (AP) ",
            " - ",
            " — ",
            "2024-03-05",
        ),
        *(
            "5 March 2024",
            "Ada Penn",
            " and ",
            "Bo Quill",
            "https://a.example/b",
            "记者 张三",
            "新华社",
            "电",
        ),
        *(
            "Published",
            "Updated",
            "Source",
            "|",
            "\t",
            "\u3000",
            "\u2028",
            "\x00",
            "\ud800",
            "%YAML 1.1",
            "!!x ",
        ),
        *LABELS[::9],
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=80))
SCALARS = st.text(string.ascii_letters + string.digits + " .-/+", min_size=1).filter(
    lambda text: text.strip() == text and text[0].isalnum() and text not in {"null", "Null", "NULL"}
)
KEYS = st.text(string.ascii_lowercase, min_size=1, max_size=8)


@given(text=TEXTS)
@settings(max_examples=400)
def test_head_lines_say_what_stands_on_their_line(text):
    """Key and value are words of the line, but for the three names of what has no label."""
    text = normalise(text)
    spans = {line.line_no: line for line in lines(text)}
    for item in head_lines(text, lines(text)):
        line = text[spans[item.line_no].start_char : spans[item.line_no].end_char]
        assert item.value
        assert item.value in line
        assert item.key in line or item.key in {"dateline", "agency", "address"}
        assert item.field is None or item.field in FIELD_NAMES
        assert item.origin is MetadataOrigin.HEAD_LINE


@given(fence=st.sampled_from(["---\n", "+++\n", ""]), text=TEXTS)
@settings(max_examples=400)
def test_front_matter_is_never_an_error(fence, text):
    """Whatever stands between the fences, the items lie on its lines."""
    text = normalise(f"{fence}{text}\n{fence}Text.")
    found = front_matter(text, lines(text), FIELDS)
    if found is None:
        return
    assert (found.first_line == 0) == (found.last_line == 0)
    assert found.last_line or (found.warning and not found.items)
    for item in found.items:
        assert item.line_no is None or found.first_line < item.line_no < found.last_line
        assert item.field is None or item.field in FIELD_NAMES


@given(values=st.dictionaries(KEYS, SCALARS, max_size=6))
def test_simple_values_stay_as_they_are_written(values):
    """What YAML would take for a number, a date or a truth value is the text that stands there."""
    values = {"title": "Tide", **values}
    text = "---\n" + "".join(f"{key}: {value}\n" for key, value in values.items()) + "---\nText."
    found = front_matter(text, lines(text), FIELDS)
    assert {item.key: item.value for item in found.items} == values
    assert [item.line_no for item in found.items] == list(range(2, len(values) + 2))


@given(
    content=st.one_of(
        st.binary(max_size=80), TEXTS.map(lambda text: text.encode(errors="surrogatepass"))
    )
)
@settings(max_examples=400)
def test_sidecars_are_never_an_error(content):
    """Any bytes give items or a warning that can be stored."""
    for suffix in SIDECAR_SUFFIXES:
        items, warning = sidecar_items(content, suffix, FIELDS)
        (warning or "").encode()
        for item in items:
            assert item.value.strip()
            (item.key + item.value).encode()


@given(
    values=st.dictionaries(
        st.text(max_size=5),
        st.recursive(st.text(max_size=5), lambda x: st.lists(x, max_size=3)),
        max_size=5,
    )
)
def test_json_is_yaml(values):
    """A mapping of texts reads the same as JSON and as YAML, which holds it."""
    assert read_mapping(json.dumps(values)).values == values


ITEMS = st.lists(
    st.builds(
        MetadataItem,
        st.sampled_from(MetadataOrigin),
        st.just("key"),
        st.text(min_size=1, max_size=3),
        st.sampled_from([None, *sorted(FIELD_NAMES)]),
    ),
    max_size=12,
)


@given(items=ITEMS)
def test_what_counts_is_of_the_strongest_origin(items):
    """For each field one item counts, no other is stronger, and of its origin it is the first."""
    order = list(MetadataOrigin)
    used = used_items(items)
    metadata = metadata_of(items)
    for name in FIELD_NAMES:
        candidates = [item for item in items if item.field == name]
        if not candidates:
            assert getattr(metadata, name) is None
            continue
        best = min(candidates, key=lambda item: order.index(item.origin))
        assert getattr(metadata, name) == best.value
        assert any(item is best for item in used)
    assert strong_metadata_of(items) == metadata_of(
        [item for item in items if item.origin is not MetadataOrigin.HEAD_LINE]
    )


RULES = (
    PathRule(pattern=r"(?P<source_name>[^/]+)/(?P<year>\d{4})?/?(?P<desk>.*)"),
    PathRule(pattern=r"(?P<date>\d+)", set={"language": "de"}),
)


@given(path=st.text(max_size=40), member=st.none() | st.text(max_size=20))
def test_paths_say_words_of_the_path_or_constants(path, member):
    """Nothing is made up."""
    for item in path_items(path, member, RULES):
        assert item.value in f"{path}#{member}" or item.value == "de"
