"""The map of places: land outlines and dots, as specifications of Vega."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from copydesk.report.answers import Row
from copydesk.report.drawing import Spec, clean_text, draw_dots
from copydesk.report.wording import counted

LAND_PATH = Path(__file__).parent / "land.json"
"""Natural Earth's land at 1:110 million, as TopoJSON."""
WINDOW_DEGREES = (48.0, 28.0)
"""Size of the close view, longitude and latitude: Europe fills it."""
LEAST_CLOSE_PLACES = 5
"""With fewer places in it a close view shows nothing that the world does not."""
MARGIN_DEGREES = 3.0
SMALLEST_DOT_PX2 = 14
LARGEST_DOT_PX2 = 420
LABEL_PX = 11.0


@dataclass(frozen=True, slots=True)
class Frame:
    """What part of the world a map shows: degrees, west and south negative."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, row: Row) -> bool:
        """Return whether a place lies in it."""
        return bool(
            self.west <= row["longitude"] <= self.east
            and self.south <= row["latitude"] <= self.north
        )

    @property
    def corners(self) -> Mapping[str, object]:
        """Its outline as GeoJSON points, for a projection to fit."""
        middle = (self.west + self.east) / 2
        points = [[x, y] for x in (self.west, middle, self.east) for y in (self.south, self.north)]
        return {"type": "MultiPoint", "coordinates": points}


WORLD = Frame(-168.0, -56.0, 180.0, 78.0)
"""Without Antarctica."""


def close_frame(rows: Sequence[Row]) -> Frame | None:
    """Return the window around a place that holds most documents; None where there is too little to show in it."""
    width, height = WINDOW_DEGREES
    windows = [
        Frame(
            row["longitude"] - width / 2,
            row["latitude"] - height / 2,
            row["longitude"] + width / 2,
            row["latitude"] + height / 2,
        )
        for row in rows
    ]
    if not windows:
        return None
    best = max(windows, key=lambda frame: sum(r["document_count"] for r in rows if frame.holds(r)))
    held = [row for row in rows if best.holds(row)]
    if len(held) < LEAST_CLOSE_PLACES:
        return None
    return _tight(held)


def _tight(rows: Sequence[Row]) -> Frame:
    """Return the smallest frame around places, with a margin."""
    longitudes = [row["longitude"] for row in rows]
    latitudes = [row["latitude"] for row in rows]
    return Frame(
        max(-180.0, min(longitudes) - MARGIN_DEGREES),
        max(-85.0, min(latitudes) - MARGIN_DEGREES),
        min(180.0, max(longitudes) + MARGIN_DEGREES),
        min(85.0, max(latitudes) + MARGIN_DEGREES),
    )


def draw_map(rows: Sequence[Row], frame: Frame, size: tuple[int, int]) -> str:
    """Return the SVG of a map of places.

    Args:
        rows: Rows of `map`, those of most documents first.
        frame: What it shows.
        size: Width and height in pixels.
    """
    shown = [_dot(row) for row in rows if frame.holds(row)]
    return draw_dots(_spec(shown, frame, size), [dot["name"] for dot in shown], LABEL_PX)


def _spec(shown: Sequence[Mapping[str, Any]], frame: Frame, size: tuple[int, int]) -> Spec:
    width, height = size
    kind = "equalEarth" if frame == WORLD else "mercator"
    return {
        "width": width,
        "height": height,
        "projections": [
            {
                "name": "projection",
                "type": kind,
                "fit": frame.corners,
                "size": [width, height],
                "clipExtent": [[-2, -2], [width + 2, height + 2]],
            }
        ],
        "data": [_land(), _dots(shown)],
        "scales": [
            {
                "name": "area",
                "type": "linear",
                "domain": [0, max([1, *(dot["count"] for dot in shown)])],
                "range": [SMALLEST_DOT_PX2, LARGEST_DOT_PX2],
            }
        ],
        "marks": [_LAND_MARK, _DOT_MARK],
    }


def _dot(row: Row) -> dict[str, Any]:
    country = f", {row['country_code']}" if row["country_code"] else ""
    return {
        "longitude": row["longitude"],
        "latitude": row["latitude"],
        "count": row["document_count"],
        "name": clean_text(row["name"]),
        "label": clean_text(
            f"{row['name']}{country}: {counted(row['document_count'], 'document')}"
        ),
    }


def _land() -> Spec:
    shape = json.loads(LAND_PATH.read_text(encoding="utf-8"))
    return {"name": "land", "values": shape, "format": {"type": "topojson", "feature": "land"}}


def _dots(values: Sequence[Mapping[str, object]]) -> Spec:
    place = {
        "type": "geopoint",
        "projection": "projection",
        "fields": ["longitude", "latitude"],
    }
    return {"name": "places", "values": values, "transform": [place]}


_LAND_MARK: Spec = {
    "type": "shape",
    "from": {"data": "land"},
    "encode": {"enter": {"fill": {"value": "var(--land)"}}},
    "transform": [{"type": "geoshape", "projection": "projection"}],
}
_DOT_MARK: Spec = {
    "name": "dots",
    "type": "symbol",
    "from": {"data": "places"},
    "encode": {
        "enter": {
            "x": {"field": "x"},
            "y": {"field": "y"},
            "size": {"scale": "area", "field": "count"},
            "fill": {"value": "var(--c1)"},
            "fillOpacity": {"value": 0.55},
            "stroke": {"value": "var(--c1)"},
            "strokeWidth": {"value": 0.75},
            "description": {"field": "label"},
        }
    },
}
