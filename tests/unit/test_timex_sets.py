"""Gold of time expressions in tables and specification cases: texts, offsets, creation times, what is left out."""

import json

import pytest

from copydesk.evaluation import dates
from copydesk.evaluation.timex_specs import read_case

DAY = {"ReferenceDateTime": "2024-03-06T09:30:00"}


def write_set(folder, words, extents, attributes, creation):
    """The tables of a set, in the bytes given."""
    for name, content in (
        ("base-segmentation.tab", words),
        ("timex-extents.tab", extents),
        ("timex-attributes.tab", attributes),
        ("dct.txt", creation),
    ):
        (folder / name).write_bytes(content)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_chinese_tables_are_joined_without_spaces(tmp_path, encoding):
    """The words of a line follow one another, Latin ones with a space, and offsets point at them."""
    words = ["港口", "３月", "５日", "开放", "，", "Hill", "Street"]
    rows = [f"a_1\t0\t{number}\t{word}" for number, word in enumerate(words)]
    write_set(
        tmp_path,
        "\n".join(rows).encode(encoding),
        b"a_1\t0\t1\ttimex3\tt1\t1\na_1\t0\t2\ttimex3\tt1\t1\n",
        b"a_1\t0\t1\ttimex3\tt1\t1\ttype\tDATE\na_1\t0\t1\ttimex3\tt1\t1\tval\t2024-03-05\n",
        b"a_1.fid:<DATE>2024-03-06</DATE>\n",
    )
    (text,) = dates.read(tmp_path)
    assert text.text == "港口３月５日开放，Hill Street"
    assert [text.text[one.start_char : one.end_char] for one in text.timexes] == ["３月５日"]
    assert text.creation_time == "2024-03-06"


def test_tables_with_latin_accents_are_no_chinese(tmp_path):
    """A single sign beyond ASCII is a letter with an accent; names keep their ending in columns."""
    write_set(
        tmp_path,
        "b.txt\t0\t0\tCittà\nb.txt\t0\t1\tieri\n".encode("cp1252"),
        b"b.txt\t0\t1\ttimex3\tt1\t1\n",
        b"b.txt\t0\t1\ttimex3\tt1\t1\ttype\tDATE\nb.txt\t0\t1\ttimex3\tt1\t1\tval\t2024-03-05\n",
        b"b.txt\t20240306\n",
    )
    (text,) = dates.read(tmp_path)
    assert (text.text, text.creation_time) == ("Città ieri", "2024-03-06")


def case(text, surface, kind, *values):
    """A specification case with one expression."""
    start = text.find(surface)
    result = {
        "Text": surface,
        "Start": start,
        "End": start + len(surface) - 1,
        "TypeName": f"datetimeV2.{kind}",
        "Resolution": {"values": [{"timex": value} for value in values]},
    }
    return {"Input": text, "Context": DAY, "Results": [result]}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (case("ab 2019", "2019", "daterange", "2019"), [("2019", "DATE", "2019")]),
        # a clock time is one of the reference day, an hour gets its minutes
        (case("um 17 Uhr", "17 Uhr", "time", "T17"), [("17 Uhr", "TIME", "2024-03-06T17:00")]),
        (case("für 3 Tage", "3 Tage", "duration", "P3D"), [("3 Tage", "DURATION", "P3D")]),
        (case("halb", "halb", "duration", "PT0.5H"), [("halb", "DURATION", "PT30M")]),
        (case("montags", "montags", "set", "XXXX-WXX-1"), [("montags", "SET", "XXXX-WXX-1")]),
        (case("jetzt", "jetzt", "datetime", "PRESENT_REF"), [("jetzt", "DATE", "PRESENT_REF")]),
        # white space does not count in; what nothing may be found in counts too
        (case("am 5.3.", " 5.3.", "date", "2024-03-05"), [("5.3.", "DATE", "2024-03-05")]),
        ({"Input": "nichts", "Context": DAY, "Results": []}, []),
    ],
)
def test_cases_give_what_both_forms_say(given, expected):
    """Types and values become ours, spans those of the words."""
    text = read_case(given)
    assert text.creation_time == "2024-03-06"
    found = [
        (text.text[one.start_char : one.end_char], one.timex_type, one.value)
        for one in text.timexes
    ]
    assert found == expected


@pytest.mark.parametrize(
    "given",
    [
        case("Montag", "Montag", "date", "XXXX-WXX-1", "XXXX-WXX-1"),  # both Mondays
        case("5 bis 8", "5 bis 8", "daterange", "(2024-03-05,2024-03-08,P3D)"),  # a range as one
        case("29.2.2019", "29.2.2019", "date", "2019-02-29"),  # no such day
        case("in 5 min", "5 min", "datetime", "2024-03-06T09:35:00"),  # seconds
        case("Zone", "Zone", "timezone", "UTC"),
        {**case("ab 2019", "2019", "daterange", "2019"), "Context": None},  # no reference date
    ],
)
def test_cases_that_our_values_cannot_tell_are_left_out(given):
    """They would count as wrong whatever is found."""
    assert read_case(given) is None


def test_files_of_cases_are_read(tmp_path):
    """A file of cases, with its byte order mark, is a set."""
    content = json.dumps([case("ab 2019", "2019", "daterange", "2019")])
    (tmp_path / "DateTimeModel.json").write_text(content, encoding="utf-8-sig")
    assert [one.text for one in dates.read(tmp_path)] == ["ab 2019"]
