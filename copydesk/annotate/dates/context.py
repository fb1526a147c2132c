"""What the grammars remember while they read one document from start to end.

Call-local: each document gets its own, so threads never share one.
"""

from dataclasses import dataclass

from copydesk.annotate.dates.algebra import (
    Anchor,
    AmbiguousDay,
    Clock,
    Day,
    Half,
    Month,
    Op,
    PartOfDay,
    Quarter,
    Shift,
    Unit,
    Weekday,
    WeekdayOf,
    Year,
    unmodified,
)
from copydesk.annotate.dates.lexicon import Lexicon

MAX_NESTED_SHIFTS = 4
"""A reference that leans on a reference … ends here; a chain that long is told badly anyway."""


@dataclass(slots=True)
class Context:
    """The times told so far that a later expression may lean on."""

    lexicon: Lexicon | None = None
    reference: Op | None = None
    """The closest day or month of this paragraph."""
    year: Op | None = None
    """The closest year of this paragraph."""
    quarter: Quarter | Half | None = None
    """The closest quarter of this document: company reports tell one and then say "the quarter"."""

    def start_paragraph(self) -> None:
        """Forget what only counts within a paragraph."""
        self.reference = None
        self.year = None

    def remember(self, op: Op) -> None:
        """Take note of a time that was just read."""
        inner = unmodified(op)
        if isinstance(inner, PartOfDay | Clock):
            inner = inner.base
        if isinstance(inner, Quarter | Half):
            self.quarter = inner
        elif isinstance(inner, Year):
            self.year = inner
        elif isinstance(inner, Day | Month | Weekday | WeekdayOf) or _is_day_shift(inner):
            self.reference = inner

    def base(self, unit: Unit | None = None) -> Op:
        """The time that "later", "earlier" or "that day" counts from: the anchor where none is told."""
        if unit is Unit.YEAR and self.reference is None and self.year is not None:
            return self.year
        return self.reference or Anchor()


def _is_day_shift(op: Op) -> bool:
    """True for a shift by days that can be leaned on."""
    depth = 0
    while isinstance(op, Shift):
        if op.unit is not Unit.DAY:
            return False
        op = op.base
        depth += 1
    return 0 < depth < MAX_NESTED_SHIFTS and not isinstance(op, AmbiguousDay)
