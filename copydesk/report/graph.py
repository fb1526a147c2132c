"""The graph of what is named together, as a specification of Vega: its force layout runs while the page is made."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from copydesk.report.answers import Row
from copydesk.report.drawing import Spec, clean_text, draw_dots
from copydesk.report.wording import counted

KIND_COLOURS = {"PERSON": "var(--c1)", "ORGANIZATION": "var(--c2)", "LOCATION": "var(--c3)"}
KIND_NAMES = {"PERSON": "people", "ORGANIZATION": "organisations", "LOCATION": "places"}
LINK_SHARE = 0.7
REPULSION_SHARE = 2.4
"""Length of a line, and how strongly names push one another, by the side of the square that a name would have if all
had the same; calibrated by eye on 15 to 40 names, on a desk's and on a phone's width."""
PULL = 0.07
"""Pull to the middle, across the shorter side; along the longer one it is weaker."""
DOT_ROOM_PX = 16
MARGIN_PX = 14
NAME_PX = 90
"""Room on the right, for names."""
STEPS = 300
"""Of d3-force, which starts from fixed places: the same pairs give the same picture."""
LARGEST_NODE_PX2 = 420
THICKEST_LINE_PX = 5.0
LABEL_PX = 12.0


def draw_graph(rows: Sequence[Row], size: tuple[int, int]) -> str:
    """Return the SVG of the graph of pairs.

    Args:
        rows: Rows of `named_together`; at least one.
        size: Width and height in pixels.
    """
    nodes = _nodes(rows)
    names = [node["name"] for node in nodes.values()]
    return draw_dots(_spec(rows, nodes, size), names, LABEL_PX)


def _spec(
    rows: Sequence[Row], nodes: Mapping[str, Mapping[str, Any]], size: tuple[int, int]
) -> Spec:
    width, height = size
    numbers = {entity_id: number for number, entity_id in enumerate(nodes)}
    links = [_link(row, numbers) for row in rows]
    return {
        "width": width,
        "height": height,
        "data": [
            {"name": "links", "values": links},
            {
                "name": "nodes",
                "values": list(nodes.values()),
                "transform": [_layout(size, len(nodes)), *_EXTENTS],
            },
        ],
        "scales": [
            _scale(
                "area", [0, max(node["count"] for node in nodes.values())], [20, LARGEST_NODE_PX2]
            ),
            _scale("line", [0, max(link["count"] for link in links)], [0.8, THICKEST_LINE_PX]),
            _scale("x", _reach("x", width), [MARGIN_PX, width - NAME_PX]),
            _scale("y", _reach("y", height), [MARGIN_PX, height - MARGIN_PX]),
        ],
        "marks": [_LINK_MARK, _DOT_MARK],
    }


def _nodes(rows: Sequence[Row]) -> dict[str, dict[str, Any]]:
    """Return the names, entity_id -> what is drawn of it."""
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        for side in ("one", "other"):
            name, count = row[f"{side}_name"], row[f"{side}_document_count"]
            found.setdefault(
                row[f"{side}_entity_id"],
                {
                    "name": clean_text(name),
                    "count": count,
                    "middle": 0,
                    "colour": KIND_COLOURS[row[f"{side}_entity_type"]],
                    "label": clean_text(f"{name}: {counted(count, 'document')}"),
                },
            )
    return found


def _link(row: Row, numbers: Mapping[str, int]) -> dict[str, Any]:
    sentences = counted(row["sentence_count"], "sentence")
    documents = counted(row["document_count"], "document")
    return {
        "source": numbers[row["one_entity_id"]],
        "target": numbers[row["other_entity_id"]],
        "count": row["sentence_count"],
        "label": clean_text(f"{row['one_name']} and {row['other_name']}: {sentences}, {documents}"),
    }


def _scale(name: str, domain: object, range_: Sequence[float]) -> Spec:
    return {"name": name, "type": "linear", "domain": domain, "range": range_, "zero": False}


_EXTENTS = [{"type": "extent", "field": axis, "signal": f"{axis}_extent"} for axis in "xy"]


def _reach(axis: str, size_px: int) -> Spec:
    """Return how far names lie from the middle; at least some way, so that a lone pair is not torn apart."""
    least = size_px / 3
    ends = f"min({axis}_extent[0], {-least}), max({axis}_extent[1], {least})"
    return {"signal": f"[{ends}]"}


def _layout(size: tuple[int, int], node_count: int) -> Spec:
    """Return the forces that find each name its place; the scales then fit all of them into the picture."""
    width, height = size
    side = math.sqrt(width * height / node_count)
    forces = [
        {"force": "center", "x": 0, "y": 0},
        {"force": "collide", "radius": DOT_ROOM_PX, "iterations": 2},
        {"force": "nbody", "strength": -REPULSION_SHARE * side, "distanceMax": width},
        {"force": "link", "links": "links", "distance": LINK_SHARE * side},
        {"force": "x", "x": "middle", "strength": PULL * height / width},
        {"force": "y", "y": "middle", "strength": PULL},
    ]
    return {"type": "force", "static": True, "iterations": STEPS, "forces": forces}


_LINK_MARK: Spec = {
    "type": "rule",
    "from": {"data": "links"},
    "encode": {
        "enter": {
            "x": {"scale": "x", "field": "source.x"},
            "y": {"scale": "y", "field": "source.y"},
            "x2": {"scale": "x", "field": "target.x"},
            "y2": {"scale": "y", "field": "target.y"},
            "stroke": {"value": "var(--link)"},
            "strokeWidth": {"scale": "line", "field": "count"},
            "description": {"field": "label"},
        }
    },
}
_DOT_MARK: Spec = {
    "type": "symbol",
    "from": {"data": "nodes"},
    "encode": {
        "enter": {
            "x": {"scale": "x", "field": "x"},
            "y": {"scale": "y", "field": "y"},
            "size": {"scale": "area", "field": "count"},
            "fill": {"field": "colour"},
            "stroke": {"value": "var(--paper)"},
            "strokeWidth": {"value": 1},
            "description": {"field": "label"},
        }
    },
}
