"""Names beside the dots of a picture: as many as there is room for, the first ones first.

Vega's own placing of labels needs a canvas, which it has in a browser only.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDE_SHARE = 1.0
NARROW_SHARE = 0.58
"""Width of a character by the font's size: of wide ones, and of all others. A little above what sans-serifs have."""
GAP_PX = 3.0
LINE_SHARE = 1.15


@dataclass(frozen=True, slots=True)
class Dot:
    """A dot in a picture, with its name: pixels from the top left."""

    x: float
    y: float
    radius: float
    name: str


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of a picture: pixels from the top left."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Return whether two rectangles share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def lies_in(self, other: "Box") -> bool:
        """Return whether it lies wholly in another."""
        return (
            self.left >= other.left
            and self.top >= other.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """A name that found its place; `x` and `y` are the left end of its middle line."""

    name: str
    x: float
    y: float


def text_width(text: str, font_px: float) -> float:
    """Return about how wide a text is, in pixels."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return font_px * (WIDE_SHARE * wide + NARROW_SHARE * (len(text) - wide))


def place_labels(dots: Sequence[Dot], frame: Box, font_px: float) -> list[Label]:
    """Return the names that fit beside their dots, none over another or over the middle of a dot.

    Args:
        dots: The dots, the most important first.
        frame: What the names must not leave.
        font_px: Size of their font.
    """
    taken = [Box(dot.x - 2, dot.y - 2, dot.x + 2, dot.y + 2) for dot in dots]
    placed = []
    for number, dot in enumerate(dots):
        others = [*taken[:number], *taken[number + 1 :]]
        for box in _sides(dot, font_px):
            if box.lies_in(frame) and not any(box.meets(other) for other in others):
                placed.append(Label(dot.name, box.left, (box.top + box.bottom) / 2))
                taken.append(box)
                break
    return placed


def _sides(dot: Dot, font_px: float) -> Iterable[Box]:
    """Yield where a name may stand: right of its dot, left of it, above, below."""
    width, half = text_width(dot.name, font_px), font_px * LINE_SHARE / 2
    reach = dot.radius + GAP_PX
    yield Box(dot.x + reach, dot.y - half, dot.x + reach + width, dot.y + half)
    yield Box(dot.x - reach - width, dot.y - half, dot.x - reach, dot.y + half)
    for middle in (dot.y - reach - half, dot.y + reach + half):
        yield Box(dot.x - width / 2, middle - half, dot.x + width / 2, middle + half)
