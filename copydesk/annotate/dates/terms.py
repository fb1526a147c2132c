"""Reads the calendar words of a language pack as terms of a grammar, and keeps doubtful ones out.

"May", "March", "April" and "Sunday" are also words and names, and most numbers of four digits are no
years: each term checks its neighbours before it agrees.
"""

import re
from collections.abc import Mapping

from copydesk.annotate.dates.algebra import Anchor, Shift, ShortYear, Unit
from copydesk.annotate.dates.lexicon import Lexicon
from copydesk.annotate.dates.numbers import NUMBER_STARTS, Numbers
from copydesk.annotate.dates.patterns import Term, TermMatcher
from copydesk.annotate.dates.tokens import Tokens

_DAY = re.compile(r"(0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?")
_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}|2100")
_SHORT_YEAR = re.compile(r"'([0-9]{2})")
_DECADE = re.compile(r"([0-9]{3})0'?s")
_SHORT_DECADE = re.compile(r"'([0-9])0s")
_DIGITS = re.compile(r"[0-9][0-9.,:]*")
_CLOCK = re.compile(r"([01]?[0-9]|2[0-4])(?::([0-5][0-9]))?(?::[0-5][0-9])?")
_QUARTER = re.compile(r"q([1-4])")
_MERIDIEM = re.compile(r"([ap])(?:\.[ ]?m\.?|m)")
_NOT_A_DAY = ("%", "percent", "million", "billion")
_FIRST_PLAIN_YEAR, _LAST_PLAIN_YEAR = 1900, 2040
_NEVER_AFTER_MAY = ("be", "have", "not", "also", "well")
_JOINING = ("and", "for", "to", "from", "by", "of")
_SIGNS_BEFORE_NUMBER = ("$", "£", "€", "¥", "#", ".", "/", "+", "=", "&", "_", "@")
_RELATIVE_YEARS = {"last": -1, "this": 0, "next": 1, "that": 0}
_CENTURIES_SPELLED = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}
_MAX_HOLIDAY_WORDS = 6
_YEAR_PREFIXES = ("mid", "pre", "post", "early", "late", "circa", "fiscal")


class CalendarTerms:
    """The calendar terms of one language pack. Stateless; threads may share it."""

    __slots__ = ("_lexicon", "_numbers")

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._numbers = Numbers(lexicon)

    def table(self) -> Mapping[str, TermMatcher]:
        """Every term by the name that patterns call it."""
        lexicon = self._lexicon
        return {
            "number": self._numbers.number,
            "cardinal": self._numbers.cardinal,
            "ordinal": self._numbers.ordinal,
            "month": self.month,
            "day": day,
            "year": self.year,
            "yearref": self.year_reference,
            "bareyear": self.bare_year,
            "decade": self.decade,
            "weekday": self.weekday,
            "weekdays": self.plural_weekday,
            "unit": _word_term(lexicon.units),
            "units": _word_term(lexicon.plural_units),
            "season": _word_term(lexicon.seasons),
            "part": _word_term(lexicon.parts_of_day),
            "parts": _word_term(lexicon.plural_parts_of_day),
            "dayword": _word_term(lexicon.day_words),
            "recurrence": _word_term(lexicon.recurrences),
            "holiday": self.holiday,
            "quartername": quarter_name,
            "hour": hour,
            "meridiem": meridiem,
            "zone": self.zone,
        }

    def month(self, tokens: Tokens, index: int) -> Term | None:
        """A month by name, or by an abbreviation that a dot or a number follows."""
        word = tokens.word(index)
        if word in self._lexicon.months:
            is_month = self._is_month(tokens, index)
            return Term(index + 1, self._lexicon.months[word]) if is_month else None
        if word in self._lexicon.month_abbreviations and tokens.is_capitalised(index):
            number = self._lexicon.month_abbreviations[word]
            if tokens.word(index + 1) == "." and tokens.is_joined(index + 1):
                return Term(index + 2, number)
            before = tokens.word(index - 1 - (tokens.word(index - 1) == "-"))
            if _is_day_or_year(tokens.word(index + 1)) or _DAY.fullmatch(before):
                return Term(index + 1, number)
        return None

    def _is_month(self, tokens: Tokens, index: int) -> bool:
        """True unless a month's name is more likely a word or a person here."""
        word, before, after = (tokens.word(index + step) for step in (0, -1, 1))
        lexicon = self._lexicon
        if tokens.word(index + 1) == "'s" and word in lexicon.months_also_words:
            return before in lexicon.before_month
        if word in lexicon.months_capitalised and not tokens.is_capitalised(index):
            return False
        if word in lexicon.months_also_words:
            return self._has_temporal_neighbour(tokens, index)
        if word in lexicon.months_also_names and before not in lexicon.before_month:
            is_name = after.isalpha() and tokens.is_capitalised(index + 1)
            return not (is_name and tokens.is_capitalised(index))
        return True

    def _has_temporal_neighbour(self, tokens: Tokens, index: int) -> bool:
        """True when what stands around "May" or "March" makes it a month."""
        before, after = tokens.word(index - 1), tokens.word(index + 1)
        if _is_day_or_year(after) or _DAY.fullmatch(before):
            return True
        if after in ("of", ",") and _YEAR.fullmatch(tokens.word(index + 2)):
            return True
        if before not in self._lexicon.before_month or after in _NEVER_AFTER_MAY:
            return False
        is_open = before in _JOINING and after.isalpha()
        return not is_open or after in self._lexicon.after_month

    def weekday(self, tokens: Tokens, index: int) -> Term | None:
        """A day of the week, not as part of a name; abbreviations before a date only."""
        word, lexicon = tokens.word(index), self._lexicon
        if not tokens.is_capitalised(index):
            return None
        if word in lexicon.weekdays:
            is_name = tokens.word(index - 1) in lexicon.weekdays_in_names or (
                tokens.word(index + 1) in lexicon.weekday_names_after
                and tokens.is_capitalised(index + 1)
            )
            return None if is_name else Term(index + 1, lexicon.weekdays[word])
        if word not in lexicon.weekday_abbreviations:
            return None
        end = index + 1 + (tokens.word(index + 1) == ".")
        follower = end + (tokens.word(end) == ",")
        if follower == index + 1:
            return None
        is_dated = (
            _is_day_or_year(tokens.word(follower))
            or tokens.word(follower) in lexicon.parts_of_day
            or self.month(tokens, follower) is not None
        )
        return Term(end, lexicon.weekday_abbreviations[word]) if is_dated else None

    def plural_weekday(self, tokens: Tokens, index: int) -> Term | None:
        """Days of the week that recur: "Mondays"."""
        word = tokens.word(index)
        if word.endswith("s") and word[:-1] in self._lexicon.weekdays:
            return Term(index + 1, self._lexicon.weekdays[word[:-1]])
        return None

    def year(self, tokens: Tokens, index: int) -> Term | None:
        """A year where the grammar expects one: after a month, a quarter, "fiscal"."""
        word = tokens.word(index)
        if _YEAR.fullmatch(word):
            is_count = tokens.word(index + 1) in self._lexicon.never_after_year
            is_joined = tokens.is_joined(index) and tokens.word(index - 1) in _SIGNS_BEFORE_NUMBER
            return None if is_count or is_joined else Term(index + 1, int(word))
        short = _SHORT_YEAR.fullmatch(word)
        if short and tokens.word(index + 1) != "s":
            return Term(index + 1, ShortYear(int(short[1])))
        return self._spelled_year(tokens, index)

    def year_reference(self, tokens: Tokens, index: int) -> Term | None:
        """A year, or one seen from the anchor: "last year"."""
        step = _RELATIVE_YEARS.get(tokens.word(index))
        if step is not None and tokens.word(index + 1) == "year":
            return Term(index + 2, Shift(Unit.YEAR, step, Anchor()))
        return self.year(tokens, index)

    def bare_year(self, tokens: Tokens, index: int) -> Term | None:
        """A year that stands alone: refused where the number more likely counts or names something."""
        term = self.year(tokens, index)
        if term is None:
            return None
        before = tokens.word(index - 1)
        is_expected = before in self._lexicon.before_year
        if isinstance(term.value, ShortYear):
            return term if is_expected else None
        if not isinstance(term.value, int) or before in self._lexicon.never_before_year:
            return None
        if not is_expected and not _FIRST_PLAIN_YEAR <= term.value <= _LAST_PLAIN_YEAR:
            return None
        return None if self._is_part_of_number(tokens, index, term.end) else term

    def _is_part_of_number(self, tokens: Tokens, start: int, end: int) -> bool:
        """True when the tokens around a number make it a telephone number, a score or a measure."""
        before, after = tokens.word(start - 1), tokens.word(end)
        if _DIGITS.fullmatch(before) or _DIGITS.fullmatch(after):
            return True
        if before == "-" and tokens.is_joined(start):
            first = tokens.word(start - 2)
            return not (_YEAR.fullmatch(first) or first in _YEAR_PREFIXES)
        if tokens.is_joined(start) and (before.isalnum() or before in _SIGNS_BEFORE_NUMBER):
            return True
        if after == "-" and tokens.is_joined(end):
            follower = tokens.word(end + 1)
            return not _YEAR.fullmatch(follower) and tokens.is_joined(end + 1)
        return tokens.is_joined(end) and (after.isalnum() or after in ("/", "_", "@"))

    def _spelled_year(self, tokens: Tokens, index: int) -> Term | None:
        """A year in words: nineteen eighty-four."""
        century = _CENTURIES_SPELLED.get(tokens.word(index))
        tens = self._lexicon.tens.get(tokens.word(index + 1))
        if century is None or tens is None:
            return None
        last = index + 2 + (tokens.word(index + 2) == "-")
        units = self._lexicon.numbers.get(tokens.word(last), 0)
        if 0 < units < 10:  # noqa: PLR2004 - a digit
            return Term(last + 1, century + tens + units)
        return Term(index + 2, century + tens)

    def decade(self, tokens: Tokens, index: int) -> Term | None:
        """A decade: 199 for 1990s; below 10 where the century is not told."""
        word = tokens.word(index)
        full, short = _DECADE.fullmatch(word), _SHORT_DECADE.fullmatch(word)
        if full:
            return Term(index + 1, int(full[1]))
        if short:
            return Term(index + 1, int(short[1]))
        is_decade = tokens.word(index - 1) in ("the", "early", "late", "mid", "-")
        digit = self._lexicon.decades.get(word)
        return Term(index + 1, digit) if digit and is_decade else None

    def holiday(self, tokens: Tokens, index: int) -> Term | None:
        """A feast that the calendar dates."""
        if not tokens.is_capitalised(index):
            return None
        words: list[str] = []
        best = None
        for end in range(index, min(index + _MAX_HOLIDAY_WORDS, len(tokens))):
            word = tokens.word(end)
            if word == "'s" and words:
                words[-1] += word
            else:
                words.append(word)
            name = self._lexicon.holidays.get(tuple(words))
            best = Term(end + 1, name) if name else best
        return best

    def zone(self, tokens: Tokens, index: int) -> Term | None:
        """A time zone after a clock time: GMT, local time."""
        word = tokens.word(index)
        if word not in self._lexicon.time_zones:
            return None
        has_time = tokens.word(index + 1) == "time"
        is_zone = has_time or tokens.surface(index).isupper()
        return Term(index + 1 + has_time, word) if is_zone else None


def start_words(lexicon: Lexicon) -> frozenset[str]:
    """The words that a term can start with."""
    tables: tuple[Mapping[str, object], ...] = (
        lexicon.months,
        lexicon.month_abbreviations,
        lexicon.weekdays,
        lexicon.weekday_abbreviations,
        lexicon.units,
        lexicon.plural_units,
        lexicon.seasons,
        lexicon.parts_of_day,
        lexicon.numbers,
        lexicon.tens,
        lexicon.ordinals,
        lexicon.day_words,
        lexicon.recurrences,
        lexicon.decades,
        _RELATIVE_YEARS,
    )
    words = {word for table in tables for word in table}
    words.update(f"{weekday}s" for weekday in lexicon.weekdays)
    words.update(holiday[0].removesuffix("'s") for holiday in lexicon.holidays)
    return frozenset(words | lexicon.indefinite | NUMBER_STARTS | {"q1", "q2", "q3", "q4"})


def day(tokens: Tokens, index: int) -> Term | None:
    """A day of a month in digits."""
    found = _DAY.fullmatch(tokens.word(index))
    if found is None or tokens.word(index + 1) in _NOT_A_DAY:
        return None
    return Term(index + 1, int(found[1]))


def quarter_name(tokens: Tokens, index: int) -> Term | None:
    """A quarter by its short name: Q3."""
    found = _QUARTER.fullmatch(tokens.word(index))
    return Term(index + 1, int(found[1])) if found else None


def hour(tokens: Tokens, index: int) -> Term | None:
    """A clock time in digits, as minutes since midnight; a bare hour too."""
    word = tokens.word(index)
    if meridiem(tokens, index + 1) is not None:
        word = word.replace(".", ":")  # 8.30pm
    found = _CLOCK.fullmatch(word)
    if found is None:
        return None
    return Term(index + 1, 60 * int(found[1]) + int(found[2] or 0))


def meridiem(tokens: Tokens, index: int) -> Term | None:
    """The a.m. or p.m. after an hour."""
    found = _MERIDIEM.fullmatch(tokens.word(index))
    return Term(index + 1, found[1]) if found else None


def _word_term(words: Mapping[str, str] | Mapping[str, int]) -> TermMatcher:
    """A term that is one word of a table."""

    def match(tokens: Tokens, index: int) -> Term | None:
        """The word's value."""
        value = words.get(tokens.word(index))
        return None if value is None else Term(index + 1, value)

    return match


def _is_day_or_year(word: str) -> bool:
    """True for what may follow a month."""
    return bool(_DAY.fullmatch(word) or _YEAR.fullmatch(word))
