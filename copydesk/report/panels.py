"""What the page shows of each answer: its pictures, what their colours mean, and what they say in words."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from copydesk.report import charts, graph, maps
from copydesk.report.answers import Answer, Row
from copydesk.report.charts import Slice, colours_of, date_in_words
from copydesk.report.drawing import draw_chart, draw_vega
from copydesk.report.wording import counted

WORLD_SIZES = ((570, 330), (360, 200))
CLOSE_SIZES = ((570, 330), (360, 300))
GRAPH_SIZES = ((920, 480), (360, 440))
"""Width and height on a desk and on a phone, in pixels."""
GRAPH_PAIRS = (40, 20)
"""Pairs that are drawn on a desk and on a phone, where more names would have no room."""
OTHERS = ("(others)", "(no name)", "(not known)")
"""Slices of the volume that are no source or language; grey."""
TENSES = (
    Slice("past", "var(--c1)", "before the day of publication"),
    Slice("present", "var(--c2)", "within a week of it"),
    Slice("future", "var(--c3)", "after it"),
    Slice("not known", "var(--rest1)", "day of publication not known"),
)
NOT_DRAWN = {
    "earlier": "{count:,} earlier",
    "later": "{count:,} later",
    "longer": "{count:,} longer than a bar",
    "without a date": "{count:,} without a date",
}
"""Words for rows that have no place in time, or none in what is drawn."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An SVG element, and how it is called by a screen reader. `size` is `any`, `desk` or `phone`."""

    svg: str
    alternative: str
    size: str = "any"


@dataclass(frozen=True, slots=True)
class Panel:
    """An answer as the page shows it.

    Attributes:
        answer: The answer.
        pictures: What is drawn of it; none where the answer is a table or empty.
        legend: What the colours mean.
        reading: What the pictures say, in a sentence or two.
        is_undrawn: Whether a picture should be here that could not be drawn.
    """

    answer: Answer
    pictures: Sequence[Picture] = ()
    legend: Sequence[Slice] = ()
    reading: str = ""
    is_undrawn: bool = False


def make_panels(answers: Mapping[str, Answer]) -> dict[str, Panel]:
    """Return the panels of all answers, name -> panel."""
    return {name: make_panel(answer) for name, answer in answers.items()}


def make_panel(answer: Answer) -> Panel:
    """Return the panel of an answer: with its pictures where it has any, else as a table."""
    draw = DRAWN.get(answer.name)
    if draw is None or not answer.rows:
        return Panel(answer)
    try:
        return draw(answer)
    except (ImportError, ValueError):  # no Vega on this machine, or it refuses the picture
        return Panel(answer, is_undrawn=True)


def _volume(answer: Answer) -> Panel:
    name = answer.columns[2]
    drawn = [row for row in answer.rows if row["period_date"] is not None]
    totals: Counter[str] = Counter()
    for row in drawn:
        totals[row[name]] += row["document_count"]
    slices = colours_of((found for found, _ in totals.most_common()), OTHERS)
    return _bars(answer, drawn, slices, (name, "document_count"))


def _told(answer: Answer) -> Panel:
    drawn = [row for row in answer.rows if row["period_date"] is not None]
    met = {row["tense"] for row in drawn}
    slices = [item for item in TENSES if item.name in met]
    return _bars(answer, drawn, slices, ("tense", "date_count"))


def _bars(
    answer: Answer, drawn: Sequence[Row], slices: Sequence[Slice], columns: tuple[str, str]
) -> Panel:
    count = columns[1]
    noun = "expression" if count == "date_count" else "document"
    words = _not_drawn(answer.rows, count)
    if not drawn:
        return Panel(answer, reading=words)
    svg = draw_chart(charts.stacked_bars(drawn, slices, *columns))
    picture = Picture(svg, "Bars over time. The table below holds their numbers.")
    reading = f"{_highest(drawn, count, noun)} {words}".strip()
    return Panel(answer, (picture,), slices, reading)


def _highest(rows: Sequence[Row], count: str, noun: str) -> str:
    sums: Counter[tuple[object, str]] = Counter()
    for row in rows:
        sums[row["period_date"], date_in_words(row["period_date"], row["period"])] += row[count]
    (_, when), most = max(sums.items(), key=lambda item: item[1])
    return f"Most in {when}: {counted(most, noun)}."


def _not_drawn(rows: Sequence[Row], count: str) -> str:
    sums: Counter[str] = Counter()
    for row in rows:
        if row["period_date"] is None:
            sums[row["period"]] += row[count]
    told = [NOT_DRAWN[kind].format(count=number) for kind, number in sorted(sums.items())]
    return f"Not drawn: {', '.join(told)}." if told else ""


def _trend(answer: Answer) -> Panel:
    first = answer.rows[0]
    days = charts.trend_dates(first)
    picture = Picture(
        draw_vega(charts.trends(answer.rows, TREND_COLOURS[answer.name])),
        "Names with their documents over time. The table below holds the numbers.",
    )
    reading = "Number of documents. None has a date of publication, so there are no bars."
    if days:
        ends = [date_in_words(day, first["period"]) for day in (days[0], days[-1])]
        reading = f"Number of documents, and when they were published: {ends[0]} to {ends[1]}."
    return Panel(answer, (picture,), (), reading)


def _map(answer: Answer) -> Panel:
    rows = answer.rows
    frames = [(maps.WORLD, WORLD_SIZES), (maps.close_frame(rows), CLOSE_SIZES)]
    pictures = [
        Picture(
            maps.draw_map(rows, frame, size),
            "Map of places. The table below holds their names and numbers.",
            kind,
        )
        for frame, sizes in frames
        if frame is not None and any(map(frame.holds, rows))
        for size, kind in zip(sizes, ("desk", "phone"), strict=True)
    ]
    reading = (
        f"{counted(len(rows), 'place')}, first of all {rows[0]['name']}: {counted(rows[0]['document_count'], 'document')}. "
        "The bigger a dot, the more documents name the place; a country's dot is in its middle."
    )
    return Panel(answer, pictures, (), reading)


def _together(answer: Answer) -> Panel:
    pictures = [
        Picture(
            graph.draw_graph(answer.rows[:most], size),
            "Graph of names. The table below holds the pairs.",
            kind,
        )
        for most, size, kind in zip(GRAPH_PAIRS, GRAPH_SIZES, ("desk", "phone"), strict=True)
    ]
    legend = [
        Slice(kind, colour, graph.KIND_NAMES[kind]) for kind, colour in graph.KIND_COLOURS.items()
    ]
    first = answer.rows[0]
    reading = (
        f"The closest pair: {first['one_name']} and {first['other_name']}, in {counted(first['sentence_count'], 'sentence')} "
        f"of {counted(first['document_count'], 'document')}. The thicker a line, the more sentences; where a name stands means nothing. "
        f"A narrow screen shows the {GRAPH_PAIRS[1]} closest pairs, a wide one {GRAPH_PAIRS[0]}."
    )
    return Panel(answer, pictures, legend, reading)


TREND_COLOURS = {"people": "var(--c1)", "organisations": "var(--c2)", "places": "var(--c3)"}
DRAWN: Mapping[str, Callable[[Answer], Panel]] = {
    "volume_by_source": _volume,
    "volume_by_language": _volume,
    "told_dates": _told,
    "people": _trend,
    "organisations": _trend,
    "places": _trend,
    "map": _map,
    "named_together": _together,
}
