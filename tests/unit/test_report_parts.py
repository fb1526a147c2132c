"""The parts of the report: colours, dates, labels, maps, graphs and what an SVG may hold."""

import re
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.report import charts, drawing, graph, labels, maps
from copydesk.report.answers import QUESTIONS, Answer
from copydesk.report.labels import Box, Dot
from copydesk.report.page import cell
from copydesk.report.panels import DRAWN, make_panel
from copydesk.store.publish import sql_folder

STYLE = Path(drawing.__file__).with_name("style.css").read_text(encoding="utf-8")
HOSTILE = "</text><script>alert('1')</script>\x00\x1b&amp;\ud800"
TEXT = 4.5
GRAPHIC = 3.0
"""Contrasts that WCAG 2.2 asks for at level AA: of text, and of parts of a picture."""


def volume(*rows):
    """The answer of `volume_by_source` with these rows."""
    columns = ("period", "period_date", "source_name", "document_count")
    return Answer(
        "volume_by_source",
        "-- When?",
        columns,
        [dict(zip(columns, row, strict=True)) for row in rows],
    )


def place(name, latitude, longitude, count):
    return {
        "name": name,
        "country_code": None,
        "latitude": latitude,
        "longitude": longitude,
        "document_count": count,
    }


def pair(one, other, count):
    row = {"sentence_count": count, "document_count": count}
    for side, name in (("one", one), ("other", other)):
        row |= {
            f"{side}_entity_id": f"local:{name}",
            f"{side}_name": name,
            f"{side}_entity_type": "PERSON",
            f"{side}_document_count": count,
        }
    return row


@pytest.mark.parametrize(
    ("value", "column", "shown"),
    [
        (16413, "word_count", "16,413"),
        (1200, "version", "1200"),  # a name, not a quantity
        (0.0451, "boilerplate_char_share", "4.5%"),
        (None, "title", "\N{EN DASH}"),
        (date(2025, 3, 4), "told_date", "2025-03-04"),
        (datetime(2025, 10, 1, 6, 0, 59, tzinfo=UTC), "finished_at", "2025-10-01 06:00 UTC"),
        ([0, 12, 3], "trend_counts", "0 12 3"),
        ("x" * 1_000_000, "title", "x" * 299 + "\N{HORIZONTAL ELLIPSIS}"),  # bounds the page
        ("a\x00b", "title", "a\N{REPLACEMENT CHARACTER}b"),
    ],
)
def test_values_are_written_for_readers(value, column, shown):
    """Numbers have separators, shares are percentages, what is absent is a dash."""
    assert cell(value, column) == shown


def test_the_questions_are_the_files():
    """Each file of sql/report is asked, and starts with its question."""
    files = sorted((sql_folder() / "report").glob("*.sql"))
    assert sorted(QUESTIONS) == [path.stem for path in files]
    for path in files:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert re.fullmatch(r"-- [A-Z].*\?", first), path.name


def test_the_same_name_has_one_colour_and_the_rest_is_grey():
    """The biggest come first; what is no source of its own comes last."""
    slices = charts.colours_of(["(no name)", "Nordpost", "Le Quai"], ("(others)", "(no name)"))
    assert [(item.name, item.colour) for item in slices] == [
        ("Nordpost", "var(--c1)"),
        ("Le Quai", "var(--c2)"),
        ("(no name)", "var(--rest1)"),
    ]


@pytest.mark.parametrize(
    ("period", "last", "first"),
    [
        ("day", date(2025, 3, 1), date(2025, 2, 27)),
        ("month", date(2025, 1, 1), date(2024, 11, 1)),  # over the turn of a year
        ("year", date(2024, 1, 1), date(2022, 1, 1)),
    ],
)
def test_a_trend_ends_with_its_last_period(period, last, first):
    """Three counts are the last period and the two before it."""
    row = {"period": period, "last_period_date": last, "trend_counts": [1, 0, 2]}
    days = charts.trend_dates(row)
    assert (len(days), days[0], days[-1]) == (3, first, last)


@given(
    st.lists(
        st.builds(
            Dot,
            st.floats(0, 300),
            st.floats(0, 200),
            st.floats(1, 12),
            st.text("abc 港", min_size=1, max_size=12),
        ),
        max_size=25,
    )
)
def test_names_lie_in_the_picture_and_not_over_one_another(dots):
    """However dots lie, each name that is placed can be read."""
    frame = Box(0, 0, 300, 200)
    boxes = []
    for label in labels.place_labels(dots, frame, 11):
        half = 11 * labels.LINE_SHARE / 2
        width = labels.text_width(label.name, 11)
        boxes.append(Box(label.x, label.y - half, label.x + width, label.y + half))
    small = 1e-6
    for number, box in enumerate(boxes):
        assert box.left >= -small
        assert box.right <= 300 + small
        for other in boxes[:number]:
            inner = Box(
                other.left + small, other.top + small, other.right - small, other.bottom - small
            )
            assert not box.meets(inner)


def test_a_lone_dot_gets_its_name_on_its_right():
    """There is room for it."""
    [label] = labels.place_labels([Dot(50, 50, 4, "Riga")], Box(0, 0, 200, 100), 11)
    assert (label.name, label.x, label.y) == ("Riga", 57, 50)


def test_the_close_map_shows_where_most_documents_are():
    """Five places of the Baltic count more than one far away; with fewer there is no close map."""
    baltic = [place(str(n), 55 + n, 20 + n, 3) for n in range(5)]
    far = place("Lima", -12.0, -77.0, 9)
    frame = maps.close_frame([far, *baltic])
    assert all(map(frame.holds, baltic))
    assert not frame.holds(far)
    assert maps.close_frame(baltic[:4]) is None
    assert maps.close_frame([]) is None


def test_pictures_are_of_the_page_and_hold_no_markup_of_the_archive():
    """Whatever a name is made of, it is text; no element, no attribute, no address comes of it."""
    places = [place(HOSTILE, 55.0, 20.0, 2), place("Riga", 56.9, 24.1, 1)]
    drawn = [
        maps.draw_map(places, maps.WORLD, (570, 330)),
        graph.draw_graph([pair(HOSTILE, "Olga Berzina", 2)], (570, 330)),
    ]
    for svg in drawn:
        assert "<script" not in svg
        assert "&lt;script&gt;" in svg
        assert "\x00" not in svg
        assert not re.search(r"(href|src|url)\s*[=(]", svg)
        assert not re.search(r'\son\w+="', svg)


def test_a_place_bears_its_name_and_its_number():
    """The name stands beside the dot; the number is found by the pointer."""
    svg = maps.draw_map([place("Riga", 56.9, 24.1, 7)], maps.WORLD, (570, 330))
    assert ">Riga</text>" in svg
    assert "<title>Riga: 7 documents</title>" in svg


def test_bars_tell_what_is_drawn_and_what_is_not():
    """The words name the highest bar, and how many documents have no bar."""
    panel = make_panel(
        volume(
            ("month", date(2025, 3, 1), "Nordpost", 2),
            ("month", date(2025, 3, 1), "(no name)", 3),
            ("month", date(2025, 4, 1), "Nordpost", 4),
            ("earlier", None, "Nordpost", 1),
            ("without a date", None, "(no name)", 6),
        )
    )
    assert panel.reading == (
        "Most in March 2025: 5 documents. Not drawn: 1 earlier, 6 without a date."
    )
    [picture] = panel.pictures
    assert "<title>March 2025, Nordpost: 2</title>" in picture.svg
    assert [item.label for item in panel.legend] == ["Nordpost", "(no name)"]


def test_there_are_no_halves_of_documents():
    """The axis of a lone document has nought and one."""
    [picture] = make_panel(volume(("month", date(2025, 3, 1), "Nordpost", 1))).pictures
    labels_ = re.findall(r">([\d.]+)</text>", picture.svg)
    assert {"0", "1"} <= set(labels_)
    assert not any("." in label for label in labels_)


def test_where_no_document_has_a_date_there_are_words_and_no_bars():
    """Nothing is drawn, and nothing fails."""
    panel = make_panel(volume(("without a date", None, "(no name)", 6)))
    assert (panel.pictures, panel.reading) == ((), "Not drawn: 6 without a date.")


@pytest.mark.parametrize("name", sorted(DRAWN))
def test_an_empty_answer_has_no_picture(name):
    """An archive without names or dates has a page all the same."""
    assert make_panel(Answer(name, "-- Which?", (), [])).pictures == ()


def test_without_vega_the_numbers_are_there(monkeypatch):
    """Where no wheel of the renderer exists, the panel says that its picture is missing."""
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    panel = make_panel(volume(("year", date(2025, 1, 1), "Nordpost", 2)))
    assert panel.is_undrawn
    assert panel.answer.rows


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrasts_are_those_of_wcag_aa(scheme):
    """Text stands out from paper 4.5 times, parts of pictures 3 times, in both colour schemes."""
    blocks = STYLE.split("@media (prefers-color-scheme: dark)")
    block = blocks[0] if scheme == "light" else blocks[1].split("*, *::before")[0]
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))
    for name in ("ink", "faint", "accent", "bad"):
        assert contrast(colours[name], colours["paper"]) >= TEXT, name
        assert contrast(colours[name], colours["tint"]) >= TEXT, name
    for name in ("c1", "c2", "c3", "c4", "c5", "c6", "rest1", "rest2", "link"):
        assert contrast(colours[name], colours["paper"]) >= GRAPHIC, name
    assert contrast(colours["c1"], colours["land"]) >= GRAPHIC


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, as WCAG 2.2 defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
