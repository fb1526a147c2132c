"""Pictures for the page: a Vega or Vega-Lite specification in, an SVG element out.

Vega runs here, in vl-convert, and not in the reader's browser: so the page needs no script. Colours are names of the
page's style sheet, so one picture serves light and dark. Values from the archive reach Vega as data only, never as
expressions, addresses or names of fields.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from typing import Any

from copydesk.report.labels import Box, Dot, place_labels

Spec = Mapping[str, Any]

SVG = "http://www.w3.org/2000/svg"
LONG_NUMBER = re.compile(r"(\d+\.\d)\d+")
"""Tenths of a pixel are finer than any screen shows; more digits made the page half as large again."""
TRANSLATION = re.compile(r"translate\((-?[\d.e-]+),(-?[\d.e-]+)\)")
CIRCLE = re.compile(r"^M([\d.]+),0A")
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
"""Sans-serif of usual widths: labels are laid out with it here, and shown with the reader's own."""
INK = "var(--ink)"
FAINT = "var(--faint)"
RULE = "var(--rule)"
FORBIDDEN_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML does not allow, and control characters that it advises against."""
LONGEST_TEXT = 300
"""Characters of a text from the archive: more than any name or title has. It bounds the page, whatever a source says."""
CONFIG: Spec = {
    "background": None,
    "font": FONT,
    "view": {"stroke": None},
    "axis": {
        "labelColor": FAINT,
        "labelFontSize": 11,
        "domainColor": RULE,
        "tickColor": RULE,
        "gridColor": RULE,
        "title": None,
    },
}
"""What all charts of Vega-Lite have in common."""


def draw_chart(spec: Spec) -> str:
    """Return the SVG of a Vega-Lite specification. Raises ValueError where Vega cannot draw it."""
    from vl_convert import vegalite_to_svg  # noqa: PLC0415  # loads 80 MB, only where a page is made

    full = {"config": CONFIG, "autosize": {"type": "fit", "contains": "padding"}, **spec}
    return _page_svg(vegalite_to_svg(full, allowed_base_urls=[]))


def draw_vega(spec: Spec) -> str:
    """Return the SVG of a Vega specification. Raises ValueError where Vega cannot draw it."""
    return _page_svg(_vega_svg(spec))


def draw_dots(spec: Spec, names: Sequence[str], font_px: float) -> str:
    """Return the SVG of a Vega specification whose symbols get names, as many as there is room for.

    Args:
        spec: A specification without padding, in which all visible symbols have descriptions.
        names: Names of these symbols, in the order in which they are drawn.
        font_px: Size of the names.
    """
    root = ET.fromstring(_vega_svg(spec))  # noqa: S314  # Vega wrote it, just now
    group = next(item for item in root.iter(f"{{{SVG}}}g") if _is_named(item))
    dots = [_dot(path, name) for path, name in zip(group, names, strict=True)]
    dots.sort(key=lambda dot: -dot.radius)  # stable: of two as big the first stays first
    for label in place_labels(dots, Box(0, 0, spec["width"], spec["height"]), font_px):
        place = {"x": f"{label.x:.1f}", "y": f"{label.y:.1f}", "dy": "0.35em"}
        look = {"font-size": f"{font_px:g}px", "fill": INK, "class": "name"}
        ET.SubElement(root, f"{{{SVG}}}text", {**place, **look}).text = label.name
    return _page_svg(ET.tostring(root, encoding="unicode"))


def _vega_svg(spec: Spec) -> str:
    from vl_convert import vega_to_svg  # noqa: PLC0415  # see above

    return vega_to_svg({"padding": 0, "autosize": "none", **spec}, allowed_base_urls=[])


def _is_named(group: ET.Element) -> bool:
    is_symbols = "mark-symbol" in group.attrib.get("class", "")
    return is_symbols and any("aria-label" in path.attrib for path in group)


def _dot(path: ET.Element, name: str) -> Dot:
    """Return where a symbol stands. Vega draws a circle as an arc from its rightmost point: `M5,0A5,5,...`."""
    [(x, y)] = TRANSLATION.findall(path.attrib["transform"])
    [radius] = CIRCLE.findall(path.attrib["d"])
    return Dot(float(x), float(y), float(radius), name)


def clean_text(text: object) -> str:
    """Return a value as text that a page and an SVG may hold, cut where it is endless."""
    found = str(text)
    if len(found) > LONGEST_TEXT:
        found = f"{found[: LONGEST_TEXT - 1]}\N{HORIZONTAL ELLIPSIS}"
    return FORBIDDEN_CHARACTERS.sub("\N{REPLACEMENT CHARACTER}", found)


def _page_svg(text: str) -> str:
    """Return an SVG made fit for the page: as wide as there is room, descriptions where the pointer finds them.

    It is marked as a mere picture: what it shows is told by the figure's words and its table.
    """
    root = ET.fromstring(text)  # noqa: S314  # Vega wrote it, just now
    for element in root.iter():
        _tidy(element)
    for name in ("width", "height", "version", "class"):
        root.attrib.pop(name, None)
    root.set("aria-hidden", "true")
    root.set("focusable", "false")
    ET.register_namespace("", SVG)
    return ET.tostring(root, encoding="unicode")


def _tidy(element: ET.Element) -> None:
    label = element.attrib.get("aria-label")
    is_mark = element.attrib.get("role") == "graphics-symbol"
    for name in ("aria-label", "aria-roledescription", "aria-hidden", "role", "font-family"):
        element.attrib.pop(name, None)
    if element.attrib.get("class") != "name":
        element.attrib.pop("class", None)
    for name in ("d", "transform"):
        if name in element.attrib:
            element.set(name, LONG_NUMBER.sub(r"\1", element.attrib[name]))
    if label and is_mark:
        title = ET.SubElement(element, f"{{{SVG}}}title")
        title.text = label
        if element.text:  # a text's own words come first, as they did
            return
        element.remove(title)
        element.insert(0, title)
