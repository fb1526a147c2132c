"""What the grammars remember while they read one document from start to end.

Call-local: each document gets its own, so threads never share one.
"""

from dataclasses import dataclass
from typing import TypeGuard

from copydesk.annotate.dates.algebra import (
    AmbiguousDay,
    Anchor,
    Clock,
    Day,
    DayOf,
    Duration,
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
REPORT_MONTHS = (6, 9, 12)
"""How many months reports compare with those of the year before."""
_WITHIN_A_MONTH = frozenset(
    {Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.WEEKEND, Unit.FORTNIGHT}
)
"""What cannot be counted from a month: it tells no day."""
MAX_NESTED_SHIFTS = 4
"""A reference that leans on a reference … ends here; a chain that long is told badly anyway."""


@dataclass(slots=True)
class Context:
    """The times told so far that a later expression may lean on."""

    pack: LanguagePack | None = None
    """The words of the language, None where there is no pack."""
    reference: Op | None = None
    """The closest day or month of this paragraph."""
    stretch: Shift | None = None
    """A week or month counted from the anchor that this paragraph told after that: "last month"."""
    year: Op | None = None
    """The closest year of this paragraph."""
    quarter: Quarter | Half | None = None
    """The quarter that this document is about: company reports tell one and then say "the quarter"."""
    last_quarter: Quarter | Half | None = None
    """The quarter told last, of whatever year."""
    quarter_char: int = 0
    """Where that quarter stands in the text."""
    tells_months: bool = False
    """A report went on from its quarter to several of them: "in the first nine months"."""

    def start_paragraph(self) -> None:
        """Forget what only counts within a paragraph."""
        self.reference = None
        self.stretch = None
        self.year = None
        self.tells_months = False

    def remember(self, op: Op, start_char: int) -> None:
        """Take note of a time that was just read at a place in the text."""
        inner = unmodified(op)
        if isinstance(inner, PartOfDay | Clock):
            inner = inner.base
        if isinstance(inner, Quarter | Half):
            self._remember_quarter(inner, start_char)
        elif isinstance(inner, Duration):
            is_report = inner.unit is Unit.MONTH and inner.count in REPORT_MONTHS
            self.tells_months = self.tells_months or is_report
        elif isinstance(inner, Year) or _is_shift(inner, (Unit.YEAR,)):
            self.year = inner
        elif _is_shift(inner, (Unit.WEEK, Unit.MONTH)):
            self.stretch = inner
        elif isinstance(inner, Day | Month | Weekday | NthWeekday | WeekdayOf | DayOf) or _is_shift(
            inner, (Unit.DAY,)
        ):
            self.reference, self.stretch = inner, None

    def _remember_quarter(self, quarter: Quarter | Half, start_char: int) -> None:
        """Take note of a quarter; one of a told year is only compared with that of the report, which goes on."""
        self.tells_months = False
        self.last_quarter = quarter
        is_compared = quarter.year is not None
        if self.quarter is None or self.quarter.year is not None or not is_compared:
            self.quarter, self.quarter_char = quarter, start_char

    def near_quarter(self, start_char: int) -> Quarter | Half | None:
        """The quarter that was told a few lines before a place in the text, and nothing longer since."""
        if self.tells_months:
            return None
        is_near = start_char - self.quarter_char <= QUARTER_REACH_CHARS
        return self.quarter if is_near else None

    def base(self, unit: Unit | None = None) -> Op:
        """The time that "later", "earlier", "that day" or a clock time counts from.

        Args:
            unit: The unit that is counted; None for a time of day.

        Returns:
            The closest time told; without one the anchor for years and times of day, which news tells
            from its own date, and an untold time for the rest, as for the day after "in May".
        """
        if self.stretch is not None and unit is self.stretch.unit:
            return self.stretch
        if self.reference is not None:
            is_too_coarse = isinstance(self.reference, Month) and unit in _WITHIN_A_MONTH
            return Untold() if is_too_coarse else self.reference
        if unit is Unit.YEAR and self.year is not None:
            return self.year
        return Anchor() if unit in (None, Unit.YEAR) else Untold()


def _is_shift(op: Op, units: tuple[Unit, ...]) -> TypeGuard[Shift]:
    """True for a shift by such units that can be leaned on."""
    depth = 0
    while isinstance(op, Shift):
        if op.unit not in units:
            return False
        op = op.base
        depth += 1
    return 0 < depth < MAX_NESTED_SHIFTS and not isinstance(op, AmbiguousDay)
