"""The graph of what is named together, as a specification of Vega: its force layout runs while the page is made."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from copydesk.report.answers import Row
from copydesk.report.drawing import Spec, clean_text, draw_dots

KIND_COLOURS = {"PERSON": "var(--c1)", "ORGANIZATION": "var(--c2)", "LOCATION": "var(--c3)"}
KIND_NAMES = {"PERSON": "people", "ORGANIZATION": "organisations", "LOCATION": "places"}
LINK_SHARE = 0.7
REPULSION_SHARE = 2.4
"""Length of a line, and how strongly names push one another, by the side of the square that a name would have if all
had the same; calibrated by eye on 15 to 40 names, on a desk's and on a phone's width."""
SPREAD = 0.07
"""Pull to the middle, across the shorter side; along the longer one it is weaker."""
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
    middle = {"middle_x": width / 2, "middle_y": height / 2}
    numbers = {entity_id: number for number, entity_id in enumerate(nodes)}
    links = [_link(row, numbers) for row in rows]
    return {
        "width": width,
        "height": height,
        "data": [
            {"name": "nodes", "values": [{**node, **middle} for node in nodes.values()]},
            {"name": "links", "values": links},
        ],
        "scales": [
            _scale("area", max(node["count"] for node in nodes.values()), [20, LARGEST_NODE_PX2]),
            _scale("line", max(link["count"] for link in links), [0.8, THICKEST_LINE_PX]),
        ],
        "marks": [
            _node_mark(size, math.sqrt(width * height / len(nodes))),
            _LINK_MARK,
            _dot_mark(),
        ],
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
                    "colour": KIND_COLOURS[row[f"{side}_entity_type"]],
                    "label": clean_text(f"{name}: {count:,} documents"),
                },
            )
    return found


def _link(row: Row, numbers: Mapping[str, int]) -> dict[str, Any]:
    pair = f"{row['one_name']} and {row['other_name']}"
    return {
        "source": numbers[row["one_entity_id"]],
        "target": numbers[row["other_entity_id"]],
        "count": row["sentence_count"],
        "label": clean_text(
            f"{pair}: {row['sentence_count']:,} sentences, {row['document_count']:,} documents"
        ),
    }


def _scale(name: str, highest: int, range_: Sequence[float]) -> Spec:
    return {"name": name, "type": "linear", "domain": [0, highest], "range": range_}


def _node_mark(size: tuple[int, int], side: float) -> Spec:
    """Return the marks that the layout moves; they are not seen, so that lines may lie below the dots."""
    width, height = size
    margin = 14
    keep = {
        "x": f"clamp(datum.x, {margin}, {width - margin})",
        "y": f"clamp(datum.y, {margin}, {height - margin})",
    }
    forces = [
        {"force": "center", "x": width / 2, "y": height / 2},
        {"force": "collide", "radius": 16, "iterations": 2},
        {"force": "nbody", "strength": -REPULSION_SHARE * side, "distanceMax": width},
        {"force": "link", "links": "links", "distance": LINK_SHARE * side},
        {"force": "x", "x": "datum.middle_x", "strength": SPREAD * height / width},
        {"force": "y", "y": "datum.middle_y", "strength": SPREAD},
    ]
    return {
        "name": "places",
        "type": "symbol",
        "from": {"data": "nodes"},
        "encode": {"enter": {"opacity": {"value": 0}}},
        "transform": [
            {
                "type": "force",
                "signal": "force",
                "static": True,
                "iterations": STEPS,
                "forces": forces,
            },
            *({"type": "formula", "as": axis, "expr": expr} for axis, expr in keep.items()),
        ],
    }


_LINK_MARK: Spec = {
    "type": "path",
    "from": {"data": "links"},
    "encode": {
        "update": {
            "stroke": {"value": "var(--link)"},
            "strokeWidth": {"scale": "line", "field": "count"},
            "description": {"field": "label"},
        }
    },
    "transform": [
        {
            "type": "linkpath",
            "require": {"signal": "force"},
            "shape": "line",
            "sourceX": "datum.source.x",
            "sourceY": "datum.source.y",
            "targetX": "datum.target.x",
            "targetY": "datum.target.y",
        }
    ],
}


def _dot_mark() -> Spec:
    return {
        "name": "dots",
        "type": "symbol",
        "from": {"data": "places"},
        "encode": {
            "update": {
                "x": {"field": "x"},
                "y": {"field": "y"},
                "size": {"scale": "area", "field": "datum.count"},
                "fill": {"field": "datum.colour"},
                "stroke": {"value": "var(--paper)"},
                "strokeWidth": {"value": 1},
                "description": {"field": "datum.label"},
            }
        },
    }
