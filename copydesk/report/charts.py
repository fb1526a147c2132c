"""The bar charts and trends of the report, as specifications of Vega-Lite."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from copydesk.report.answers import Row
from copydesk.report.drawing import FONT, INK, RULE, Spec, clean_text

COLUMN_PX = 360
"""A chart's width: a column of the page on a desk, its whole width on a phone. So no chart is drawn twice."""
BARS_PX = 190
LEAST_BAR_PX = 4
FEW = 5
PERIOD_DAYS = {"day": 1, "month": 30, "year": 365}
TIME_UNITS = {"day": "utcyearmonthdate", "month": "utcyearmonth", "year": "utcyear"}
AXIS_FORMATS = {"day": "%-d %b", "month": "%b %Y", "year": "%Y"}
TREND_ROW_PX = 24
TREND_NAME_PX = 168
TREND_START_PX = 176
TREND_END_PX = 312
TREND_BAR_PX = 17
"""The tallest bar of each row."""


@dataclass(frozen=True, slots=True)
class Slice:
    """What is stacked in a bar: its name in the table, and its colour."""

    name: str
    colour: str
    label: str


def colours_of(names: Iterable[str], rest: Sequence[str]) -> list[Slice]:
    """Return names with the colours of the page, in order; those of `rest` come last, in grey tones."""
    found = list(dict.fromkeys(names))
    first = [name for name in found if name not in rest]
    slices = [Slice(name, f"var(--c{number})", name) for number, name in enumerate(first, 1)]
    greys = [
        Slice(name, f"var(--rest{number})", name)
        for number, name in enumerate([name for name in rest if name in found], 1)
    ]
    return slices + greys


def date_in_words(day: date, period: str) -> str:
    """Return a day, month or year as the page writes it."""
    if period == "day":
        return f"{day.day} {day:%B %Y}"
    return f"{day:%B %Y}" if period == "month" else str(day.year)


def stacked_bars(rows: Sequence[Row], slices: Sequence[Slice], name: str, count: str) -> Spec:
    """Return bars over time, stacked by colour.

    Args:
        rows: Rows with `period`, `period_date` and the two columns.
        slices: What is stacked, from the bottom.
        name: Column of the slices' names.
        count: Column of the numbers.
    """
    order = {item.name: (number, item) for number, item in enumerate(slices)}
    values = [_bar(row, *order[row[name]], row[count]) for row in rows]
    colours = [item.colour for item in slices]
    return {
        "width": COLUMN_PX,
        "height": BARS_PX,
        "data": {"values": values},
        "mark": {"type": "bar", "binSpacing": _gap(rows)},
        "encoding": {
            "x": _time_channel(rows[0]["period"]),
            "y": _count_channel(rows, count),
            "color": {
                "field": "colour",
                "type": "nominal",
                "scale": {"domain": colours, "range": colours},
                "legend": None,
            },
            "order": {"field": "order", "type": "quantitative"},
            "description": {"field": "label", "type": "nominal"},
        },
    }


def _time_channel(period: str) -> Spec:
    axis = {"format": AXIS_FORMATS[period], "tickCount": 4, "grid": False, "title": None}
    unit = TIME_UNITS[period]
    return {"field": "date", "type": "temporal", "timeUnit": unit, "axis": axis}


def _count_channel(rows: Sequence[Row], count: str) -> Spec:
    sums: Counter[date] = Counter()
    for row in rows:
        sums[row["period_date"]] += row[count]
    highest = max(sums.values())
    axis: dict[str, object] = {"tickCount": 4, "domain": False, "ticks": False, "title": None}
    if highest < FEW:
        axis |= {"values": list(range(highest + 1)), "format": "d"}  # else halves of documents
    return {"field": "count", "type": "quantitative", "axis": axis}


def _gap(rows: Sequence[Row]) -> float:
    """Return the pixels between bars: none where there are so many that gaps would hide them."""
    days = [row["period_date"] for row in rows]
    periods = (max(days) - min(days)).days / PERIOD_DAYS[rows[0]["period"]]
    return 1.0 if periods < COLUMN_PX / LEAST_BAR_PX else 0.0


def _bar(row: Row, order: int, item: Slice, count: int) -> Mapping[str, object]:
    when = date_in_words(row["period_date"], row["period"])
    return {
        "date": row["period_date"].isoformat(),
        "count": count,
        "order": order,
        "colour": item.colour,
        "label": clean_text(f"{when}, {item.label}: {count:,}"),
    }


def trends(rows: Sequence[Row], colour: str) -> Spec:
    """Return names, each with its bars over time and its documents, as a specification of Vega.

    The bars of a name are scaled by its own highest.

    Args:
        rows: Rows of `people`, `organisations` or `places`.
        colour: Colour of the bars.
    """
    names = [
        {"row": number, "name": clean_text(row["name"]), "count": f"{row['document_count']:,}"}
        for number, row in enumerate(rows)
    ]
    bars = [bar for number, row in enumerate(rows) for bar in _trend_bars(number, row)]
    return {
        "width": COLUMN_PX,
        "height": TREND_ROW_PX * len(rows),
        "data": [{"name": "names", "values": names}, {"name": "bars", "values": bars}],
        "scales": [
            {
                "name": "step",
                "type": "band",
                "domain": {"signal": f"sequence({len(rows[0]['trend_counts'])})"},
                "range": [TREND_START_PX, TREND_END_PX],
                "paddingInner": 0.2,
            }
        ],
        "marks": [
            _trend_text("name", 0, "left", limit=TREND_NAME_PX),
            _trend_text("count", COLUMN_PX, "right", limit=COLUMN_PX - TREND_END_PX),
            _TREND_FLOOR,
            _trend_rects(colour),
        ],
    }


_FLOOR = {"signal": f"(datum.row + 1) * {TREND_ROW_PX} - 4"}
_TREND_FLOOR: Spec = {
    "type": "rule",
    "from": {"data": "names"},
    "encode": {
        "enter": {
            "x": {"value": TREND_START_PX},
            "x2": {"value": TREND_END_PX},
            "y": _FLOOR,
            "stroke": {"value": RULE},
        }
    },
}


def _trend_text(field: str, x: int, align: str, *, limit: int) -> Spec:
    return {
        "type": "text",
        "from": {"data": "names"},
        "encode": {
            "enter": {
                "text": {"field": field},
                "x": {"value": x},
                "y": {"signal": f"(datum.row + 1) * {TREND_ROW_PX} - 7"},
                "align": {"value": align},
                "limit": {"value": limit},
                "font": {"value": FONT},
                "fontSize": {"value": 13},
                "fill": {"value": INK},
            }
        },
    }


def _trend_rects(colour: str) -> Spec:
    return {
        "type": "rect",
        "from": {"data": "bars"},
        "encode": {
            "enter": {
                "x": {"scale": "step", "field": "step"},
                "width": {"scale": "step", "band": 1},
                "y2": _FLOOR,
                "y": {"signal": f"(datum.row + 1) * {TREND_ROW_PX} - 4 - datum.height"},
                "fill": {"value": colour},
                "description": {"field": "label"},
            }
        },
    }


def _trend_bars(number: int, row: Row) -> Iterable[Mapping[str, object]]:
    counts = row["trend_counts"]
    highest = max([1, *counts])
    days = trend_dates(row)
    for step, count in enumerate(counts):
        if count:
            when = date_in_words(days[step], row["period"])
            yield {
                "row": number,
                "step": step,
                "height": TREND_BAR_PX * count / highest,
                "label": clean_text(f"{row['name']}, {when}: {count:,}"),
            }


def trend_dates(row: Row) -> list[date]:
    """Return the first day of each period of a trend, oldest first."""
    last, period, size = row["last_period_date"], row["period"], len(row["trend_counts"])
    return [_earlier(last, period, size - 1 - step) for step in range(size)]


def _earlier(day: date, period: str, count: int) -> date:
    if period == "day":
        return date.fromordinal(day.toordinal() - count)
    if period == "year":
        return day.replace(year=day.year - count)
    months = day.year * 12 + day.month - 1 - count
    return date(months // 12, months % 12 + 1, 1)
