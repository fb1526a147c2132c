"""What the grammars remember while they read one document from start to end.

Call-local: each document gets its own, so threads never share one.
"""

from dataclasses import dataclass

from copydesk.annotate.dates.algebra import (
    AmbiguousDay,
    Anchor,
    Clock,
    Day,
    DayOf,
    Half,
    Month,
    NthWeekday,
    Op,
    PartOfDay,
    Quarter,
    Shift,
    Unit,
    Untold,
    Weekday,
    WeekdayOf,
    Year,
    unmodified,
)
from copydesk.annotate.dates.pack import LanguagePack

QUARTER_REACH_CHARS = 500
"""How far a quarter reaches: "a year earlier" compares with it (TimeBank: about 90 tokens)."""
MAX_NESTED_SHIFTS = 4
"""A reference that leans on a reference … ends here; a chain that long is told badly anyway."""


@dataclass(slots=True)
class Context:
    """The times told so far that a later expression may lean on."""

    pack: LanguagePack | None = None
    """The words of the language, None where there is no pack."""
    reference: Op | None = None
    """The closest day or month of this paragraph."""
    year: Op | None = None
    """The closest year of this paragraph."""
    quarter: Quarter | Half | None = None
    """The closest quarter of this document: company reports tell one and then say "the quarter"."""
    quarter_char: int = 0
    """Where that quarter stands in the text."""

    def start_paragraph(self) -> None:
        """Forget what only counts within a paragraph."""
        self.reference = None
        self.year = None

    def remember(self, op: Op, start_char: int) -> None:
        """Take note of a time that was just read at a place in the text."""
        inner = unmodified(op)
        if isinstance(inner, PartOfDay | Clock):
            inner = inner.base
        if isinstance(inner, Quarter | Half):
            self._remember_quarter(inner, start_char)
        elif isinstance(inner, Year):
            self.year = inner
        elif isinstance(
            inner, Day | Month | Weekday | NthWeekday | WeekdayOf | DayOf
        ) or _is_day_shift(inner):
            self.reference = inner

    def _remember_quarter(self, quarter: Quarter | Half, start_char: int) -> None:
        """Take note of a quarter; one of a told year is only compared with that of the report, which goes on."""
        is_compared = quarter.year is not None
        if self.quarter is None or self.quarter.year is not None or not is_compared:
            self.quarter, self.quarter_char = quarter, start_char

    def near_quarter(self, start_char: int) -> Quarter | Half | None:
        """The quarter that was told a few lines before a place in the text."""
        is_near = start_char - self.quarter_char <= QUARTER_REACH_CHARS
        return self.quarter if is_near else None

    def base(self, unit: Unit | None = None) -> Op:
        """The time that "later", "earlier", "that day" or a clock time counts from.

        Args:
            unit: The unit that is counted; None for a time of day.

        Returns:
            The closest time told; without one the anchor for years and times of day, which news tells
            from its own date, and an untold time for the rest.
        """
        if self.reference is not None:
            return self.reference
        if unit is Unit.YEAR and self.year is not None:
            return self.year
        return Anchor() if unit in (None, Unit.YEAR) else Untold()


def _is_day_shift(op: Op) -> bool:
    """True for a shift by days that can be leaned on."""
    depth = 0
    while isinstance(op, Shift):
        if op.unit is not Unit.DAY:
            return False
        op = op.base
        depth += 1
    return 0 < depth < MAX_NESTED_SHIFTS and not isinstance(op, AmbiguousDay)
