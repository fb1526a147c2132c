"""The terms that patterns are made of, read with the words of one language pack.

"May", "March", "April" and "Sunday" are also words and names, and most numbers of four digits are no years:
each term looks at its neighbours before it agrees.
"""

import re
from collections.abc import Mapping

from copydesk.annotate.dates.algebra import Anchor, Day, Shift, ShortYear, Unit
from copydesk.annotate.dates.digit_terms import (
    comma_time,
    decade_digits,
    meridiem,
    year_digits,
)
from copydesk.annotate.dates.numbers import Numbers, suffixed_digits
from copydesk.annotate.dates.numeric import find_numeric
from copydesk.annotate.dates.pack import LanguagePack
from copydesk.annotate.dates.patterns import Term, TermKind
from copydesk.annotate.dates.tables import Table
from copydesk.annotate.dates.tokens import Tokeniser, Tokens

_LAST_DAY, _LAST_MONTH = 31, 12
_CENTURY = 100
_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}|2100")
_TWO_DIGITS = re.compile(r"[0-9]{2}")
_SHORT_YEAR = re.compile(r"'([0-9]{2})")
_DIGITS = re.compile(r"[0-9][0-9.,:]*")
_CLOCK = re.compile(r"([01]?[0-9]|2[0-4])(?:[:h]([0-5][0-9]))?(?::[0-5][0-9])?")
_HOUR_DIGITS = re.compile(r"([01][0-9]|2[0-3])([0-5][0-9])")
_FIRST_PLAIN_YEAR, _LAST_PLAIN_YEAR = 1900, 2040
_SIGNS_BEFORE_NUMBER = ("$", "£", "€", "¥", "#", ".", "/", "+", "=", "&", "_", "@")
_HOURS, _MINUTES = 24, 60
_MERIDIEMS = frozenset(
    f"{letter}{rest}" for letter in "ap" for rest in ("m", ".m.", ".m", ". m.", ". m")
)
_NUMERALS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi"
_ROMAN = {numeral: number for number, numeral in enumerate(_NUMERALS.split(), 1)}
_DATE_SIGNS = ("-", "/")


class Terms:
    """The terms of one language. Stateless; threads may share it."""

    __slots__ = ("_abbreviations", "_centuries", "_holidays", "_months", "_numbers", "_pack", "_tokeniser",
                 "_weekdays", "_year_references", "_zones")  # fmt: skip

    def __init__(self, pack: LanguagePack, tokeniser: Tokeniser) -> None:
        self._pack = pack
        self._tokeniser = tokeniser
        self._numbers = Numbers(pack, tokeniser)
        self._months = Table(pack.months, tokeniser)
        self._abbreviations = Table(pack.month_abbreviations, tokeniser)
        self._weekdays = Table(pack.weekdays, tokeniser)
        self._holidays = Table(pack.holidays, tokeniser)
        self._centuries = Table(pack.year_centuries, tokeniser)
        self._year_references = Table(pack.year_references, tokeniser)
        self._zones = Table(dict.fromkeys(pack.time_zones), tokeniser)

    def kinds(self) -> Mapping[str, TermKind]:
        """Every kind of term by the name that patterns call it."""
        pack, numbers = self._pack, self._numbers
        month_starts = self._months.starts() | self._abbreviations.starts()
        weekday_starts = self._weekdays.starts() | frozenset(pack.weekday_abbreviations)
        year_starts = self._centuries.starts()
        return {
            "number": TermKind(numbers.number, "number", numbers.number_starts(), has_digits=True),
            "cardinal": TermKind(numbers.cardinal, "number", numbers.cardinal_starts(), has_digits=True),
            "ordinal": TermKind(numbers.ordinal, "ordinal", numbers.ordinal_starts(), has_digits=True),
            "roman": TermKind(self.roman, "ordinal", self._roman_starts()),
            "month": TermKind(self.month, "month", month_starts),
            "monthdigits": TermKind(self.month_digits, "month", has_digits=True),
            "day": TermKind(self.day, "day", has_digits=True),
            "dayname": TermKind(self.day_name, "day", numbers.cardinal_starts()),
            "minute": TermKind(self.minute, "past", numbers.cardinal_starts(), has_digits=True),
            "year": TermKind(self.year, "year", year_starts, has_digits=True),
            "yeardigits": TermKind(year_digits, "year", has_digits=True),
            "shortyear": TermKind(self.short_year, "year", has_digits=True),
            "bareyear": TermKind(self.bare_year, "year", year_starts, has_digits=True),
            "yearref": TermKind(self.year_reference, "year", year_starts | self._year_references.starts(), has_digits=True),
            "decade": TermKind(self.decade, "decade", has_digits=True),
            "tens": TermKind(decade_digits, "decade", has_digits=True),
            "decadeword": self._table(pack.decades, "decade"),
            "weekday": TermKind(self.weekday, "weekday", weekday_starts),
            "weekdays": self._table(pack.recurring_weekdays, "weekday"),
            "unit": self._table(pack.units, "unit"),
            "units": self._table(pack.plural_units, "unit"),
            "season": self._table(pack.seasons, "season"),
            "part": self._table(pack.parts_of_day, "part"),
            "parts": self._table(pack.recurring_parts_of_day, "part"),
            "dayword": self._table(pack.day_words, "dayword"),
            "step": self._table(pack.deictics, "step"),
            "told": self._table(pack.told_deictics, "step"),
            "turn": self._table(pack.recurrences, "turn"),
            "holiday": TermKind(self.holiday, "holiday", self._holidays.starts()),
            "quartername": self._table(pack.quarter_names, "ordinal"),
            "hour": TermKind(self.hour, "minutes", has_digits=True),
            "hourdigits": TermKind(self.hour_digits, "minutes", has_digits=True),
            "clocktime": TermKind(self.clock_time, "minutes", has_digits=True),
            "hourword": TermKind(self.hour_word, "minutes", numbers.cardinal_starts(), has_digits=True),
            "commatime": TermKind(comma_time, "minutes", has_digits=True),
            "meridiem": TermKind(meridiem, "meridiem", _MERIDIEMS),
            "zone": TermKind(self.zone, "zone", self._zones.starts()),
            "numericdate": TermKind(self.numeric_date, "date", has_digits=True),
        }  # fmt: skip

    def _table(self, words: Mapping[str, str] | Mapping[str, int], slot: str) -> TermKind:
        """A kind of term that is an entry of a table."""
        return Table(words, self._tokeniser).kind(slot)

    def day(self, tokens: Tokens, index: int) -> Term | None:
        """A day of a month in digits, with its ordinal ending if it has one."""
        word = tokens.word(index)
        plain = (word, index + 1)
        digits, end = suffixed_digits(tokens, index, self._pack.ordinal_suffixes) or plain
        if not (digits.isdecimal() and len(digits) <= 2 and 1 <= int(digits) <= _LAST_DAY):  # noqa: PLR2004 - digits
            return None
        is_count = tokens.word(end) == "%" or tokens.word(end) in self._pack.multiples
        return None if is_count else Term(end, int(digits))

    def day_name(self, tokens: Tokens, index: int) -> Term | None:
        """A day of a month in words: 二十五. A small number in another slot: 二十 of 二十世纪."""
        term = self._numbers.spelled(tokens, index)
        is_day = term is not None and isinstance(term.value, int) and 1 <= term.value <= _LAST_DAY
        return term if is_day else None

    def minute(self, tokens: Tokens, index: int) -> Term | None:
        """A minute of an hour, in digits or words."""
        word = tokens.word(index)
        if word.isdecimal():
            is_minute = len(word) <= 2 and int(word) < _MINUTES  # noqa: PLR2004 - digits
            return Term(index + 1, int(word)) if is_minute else None
        term = self._numbers.spelled(tokens, index)
        is_minute = term is not None and isinstance(term.value, int) and 0 <= term.value < _MINUTES
        return term if is_minute else None

    def month(self, tokens: Tokens, index: int) -> Term | None:
        """A month by name, or by an abbreviation that a dot or a number follows."""
        named = self._months.match(tokens, index)
        if named is not None:
            return named if self._is_month(tokens, index, named.end) else None
        pack = self._pack
        short = self._abbreviations.match(tokens, index)
        if short is None or (pack.names_capitalised and not tokens.is_capitalised(index)):
            return None
        if tokens.word(short.end) == "." and tokens.is_joined(short.end):
            return Term(short.end + 1, short.value)
        if self._is_day_or_year(tokens, short.end):
            return short
        is_name = tokens.word(index) in pack.months_also_names and tokens.is_capitalised(short.end)
        return short if self._is_day_before(tokens, index) and not is_name else None

    def month_digits(self, tokens: Tokens, index: int) -> Term | None:
        """A month by its number, with the dot of an ordinal where the language has one: the 10. of 28.10."""
        suffixes = self._pack.ordinal_suffixes
        plain = ("", index) if "." in suffixes else (tokens.word(index), index + 1)
        digits, end = suffixed_digits(tokens, index, suffixes) or plain
        is_month = 0 < len(digits) <= 2 and digits.isdecimal() and 1 <= int(digits) <= _LAST_MONTH  # noqa: PLR2004
        return Term(end, int(digits)) if is_month and not tokens.word(end).isdecimal() else None

    def _is_month(self, tokens: Tokens, index: int, end: int) -> bool:
        """True unless a month's name is more likely a word or a person here."""
        pack = self._pack
        word, before, after = tokens.word(index), tokens.word(index - 1), tokens.word(end)
        if after == "'s" and word in pack.months_also_words:
            return before in pack.before_month
        if word in pack.months_capitalised and not tokens.is_capitalised(index):
            return False
        if word in pack.months_also_words:
            return self._has_temporal_neighbour(tokens, index, end)
        if word in pack.months_also_names and before not in pack.before_month:
            is_name = after.isalpha() and tokens.is_capitalised(end)
            return not (is_name and tokens.is_capitalised(index))
        return True

    def _has_temporal_neighbour(self, tokens: Tokens, index: int, end: int) -> bool:
        """True when what stands around "May" or "March" makes it a month."""
        pack, before, after = self._pack, tokens.word(index - 1), tokens.word(end)
        if self._is_day_or_year(tokens, end) or self._is_day_before(tokens, index):
            return True
        if (after == "," or after in pack.before_year) and _YEAR.fullmatch(tokens.word(end + 1)):
            return True
        if before not in pack.before_month or after in pack.never_after_month:
            return False
        is_joined = before in pack.joining_words and after.isalpha()
        is_open = is_joined and tokens.word(index - 2) not in pack.before_joining
        return not is_open or after in pack.after_month

    def _is_day_or_year(self, tokens: Tokens, index: int) -> bool:
        """True for what may follow a month."""
        return bool(_YEAR.fullmatch(tokens.word(index))) or self.day(tokens, index) is not None

    def _is_day_before(self, tokens: Tokens, index: int) -> bool:
        """True when a day of a month ends right before a token, or before the hyphen or slash there."""
        index -= tokens.word(index - 1) in _DATE_SIGNS
        for start in (index - 1, index - 2, index - 3):
            day = self.day(tokens, start) if start >= 0 else None
            if day is not None and day.end == index:
                return True
        return False

    def weekday(self, tokens: Tokens, index: int) -> Term | None:
        """A day of the week, not as part of a name; abbreviations before a date only."""
        pack = self._pack
        named = self._weekdays.match(tokens, index)
        if named is not None:
            is_name = tokens.word(index - 1) in pack.names_before_weekday or (
                tokens.word(named.end) in pack.names_after_weekday
                and tokens.is_capitalised(named.end)
            )
            return None if is_name or self._is_person(tokens, index, named.end) else named
        number = pack.weekday_abbreviations.get(tokens.word(index))
        if number is None or (pack.names_capitalised and not tokens.is_capitalised(index)):
            return None
        end = index + 1 + (tokens.word(index + 1) == ".")
        follower = end + (tokens.word(end) == ",")
        if tokens.word(index - 1) in pack.deictics:
            return Term(index + 1, number)
        if follower == index + 1:
            return None
        is_dated = (
            self._is_day_or_year(tokens, follower)
            or tokens.word(follower) in pack.parts_of_day
            or self.month(tokens, follower) is not None
        )
        return Term(end, number) if is_dated else None

    def _is_person(self, tokens: Tokens, index: int, end: int) -> bool:
        """True for a weekday that is a given name before a surname."""
        if tokens.word(index) not in self._pack.weekdays_also_names:
            return False
        follows_name = tokens.surface(end).istitle() and tokens.word(end) not in self._pack.months
        return follows_name and tokens.is_capitalised(index) and not tokens.surface(index).isupper()

    def year(self, tokens: Tokens, index: int) -> Term | None:
        """A year where the pattern expects one: after a month, a quarter, "fiscal"."""
        word = tokens.word(index)
        if _YEAR.fullmatch(word):
            is_count = tokens.word(index + 1) in self._pack.never_after_year
            first = tokens.word(index - 2)  # 5/oct/2021, 2005/2010
            is_dated = tokens.word(index - 1) == "/" and (first.isalpha() or _YEAR.fullmatch(first))
            is_joined = tokens.is_joined(index) and tokens.word(index - 1) in _SIGNS_BEFORE_NUMBER
            is_year = int(word) >= self._pack.first_year and not is_count
            return Term(index + 1, int(word)) if is_year and (is_dated or not is_joined) else None
        short = _SHORT_YEAR.fullmatch(word)
        after = tokens.word(index + 1)
        if short and after != "s" and after not in self._pack.never_after_year:
            return Term(index + 1, ShortYear(int(short[1])))
        return self._spelled_year(tokens, index)

    def short_year(self, tokens: Tokens, index: int) -> Term | None:
        """A year in two plain digits that can be no day, or with an apostrophe: "octobre 98", "nel '68"."""
        digits = tokens.word(index).removeprefix("'")
        is_short = bool(_TWO_DIGITS.fullmatch(digits))
        if not is_short or tokens.word(index + 1) in self._pack.never_after_year:
            return None
        is_plain = digits == tokens.word(index)
        has_fraction = tokens.word(index + 1) in (".", ",") and tokens.word(index + 2).isdecimal()
        is_fraction = has_fraction and tokens.is_joined(index + 2)
        if is_plain and (int(digits) <= _LAST_DAY or is_fraction):
            return None
        return Term(index + 1, ShortYear(int(digits)))

    def year_reference(self, tokens: Tokens, index: int) -> Term | None:
        """A year, or one seen from the anchor: "last year"."""
        reference = self._year_references.match(tokens, index)
        if reference is not None and isinstance(reference.value, int):
            return Term(reference.end, Shift(Unit.YEAR, reference.value, Anchor()))
        return self.year(tokens, index)

    def numeric_date(self, tokens: Tokens, index: int) -> Term | None:
        """A date in digits alone: 05.03.2024."""
        found = find_numeric(tokens, index, self._pack.number_order)
        return Term(found.end, found.op) if found and isinstance(found.op, Day) else None

    def bare_year(self, tokens: Tokens, index: int) -> Term | None:
        """A year that stands alone: refused where the number more likely counts or names something."""
        term = self.year(tokens, index)
        if term is None:
            return None
        before = tokens.word(index - 1)
        is_expected = before in self._pack.before_year
        century = self._centuries.match(tokens, index)  # "dos mil veinte" counts things too
        if isinstance(term.value, ShortYear) or (century and century.end > index + 1):
            return term if is_expected else None
        if not isinstance(term.value, int) or before in self._pack.never_before_year:
            return None
        if not is_expected and not _FIRST_PLAIN_YEAR <= term.value <= _LAST_PLAIN_YEAR:
            return None
        return None if self._is_part_of_number(tokens, index, term.end) else term

    def _is_part_of_number(self, tokens: Tokens, start: int, end: int) -> bool:
        """True when the tokens around a number make it a telephone number, a score or a measure."""
        before, after = tokens.word(start - 1), tokens.word(end)
        if _DIGITS.fullmatch(before) or _DIGITS.fullmatch(after):
            return True
        if before in _DATE_SIGNS and tokens.is_joined(start):
            first = tokens.word(start - 2)
            return not (_YEAR.fullmatch(first) or first in self._pack.year_prefixes)
        if self._pack.is_unspaced:
            return False
        is_joined = tokens.is_joined(start) and before not in self._pack.written_before_digits
        if is_joined and (before.isalnum() or before in _SIGNS_BEFORE_NUMBER):
            return True
        if after in _DATE_SIGNS and tokens.is_joined(end):
            follower = tokens.word(end + 1)
            return not _YEAR.fullmatch(follower) and tokens.is_joined(end + 1)
        return tokens.is_joined(end) and (after.isalnum() or after in ("/", "_", "@"))

    def _spelled_year(self, tokens: Tokens, index: int) -> Term | None:
        """A year in words: nineteen eighty-four, dos mil veinte, duemilaventi."""
        century = self._centuries.match(tokens, index)
        if century is None or not isinstance(century.value, int):
            return None
        if century.value % _CENTURY:  # duemilaventuno
            return century
        is_single = century.end == index + 1  # "nineteen" needs a ten behind it, "dos mil" does not
        if is_single and tokens.word(century.end) not in self._pack.tens:
            return None
        rest = self._numbers.spelled(tokens, century.end)
        if rest is None or not isinstance(rest.value, int) or not 0 < rest.value < _CENTURY:
            return None
        is_count = tokens.word(rest.end) in self._pack.never_after_year
        return None if is_count else Term(rest.end, century.value + rest.value)

    def decade(self, tokens: Tokens, index: int) -> Term | None:
        """A decade with its ending: 199 for 1990s; below 10 where the century is not told."""
        suffixed = suffixed_digits(tokens, index, self._pack.decade_suffixes)
        if suffixed is None:
            return None
        digits, end = suffixed
        number = digits.removeprefix("'")
        is_short = len(number) == 2 and (digits != number or not self._pack.has_decade_sign)  # noqa: PLR2004 - digits
        is_decade = is_short or (len(number) == 4 and digits == number)  # noqa: PLR2004 - digits
        return Term(end, int(number[:-1])) if is_decade and number.endswith("0") else None

    def holiday(self, tokens: Tokens, index: int) -> Term | None:
        """A feast that the calendar dates."""
        is_name = tokens.is_capitalised(index) or not self._pack.names_capitalised
        return self._holidays.match(tokens, index) if is_name else None

    def hour(self, tokens: Tokens, index: int) -> Term | None:
        """A clock time in digits, as minutes since midnight; a bare hour too."""
        word = tokens.word(index)
        if self._pack.decimal_comma or meridiem(tokens, index + 1) is not None:
            word = word.replace(".", ":")  # 8.30pm
        found = _CLOCK.fullmatch(word)
        if found is None:
            return None
        return Term(index + 1, 60 * int(found[1]) + int(found[2] or 0))

    def clock_time(self, tokens: Tokens, index: int) -> Term | None:
        """A clock time in digits with its minutes: 8:30."""
        return None if tokens.word(index).isdecimal() else self.hour(tokens, index)

    def hour_digits(self, tokens: Tokens, index: int) -> Term | None:
        """A clock time in four plain digits, for phrases such as "1430 GMT"."""
        found = _HOUR_DIGITS.fullmatch(tokens.word(index))
        return Term(index + 1, 60 * int(found[1]) + int(found[2])) if found else None

    def hour_word(self, tokens: Tokens, index: int) -> Term | None:
        """An hour in words or in plain digits, as minutes since midnight: nine, 9."""
        term = self._numbers.spelled(tokens, index) or self.hour(tokens, index)
        if term is None or not isinstance(term.value, int):
            return None
        is_word = not tokens.word(index)[0].isdigit()
        minutes = 60 * term.value if is_word else term.value
        is_hour = minutes % 60 == 0 and minutes <= 60 * _HOURS
        return Term(term.end, minutes) if is_hour else None

    def roman(self, tokens: Tokens, index: int) -> Term | None:
        """A century in capital Roman digits, with its ordinal ending if it has one: XIX, XIXe."""
        surface = tokens.surface(index)
        for ending in ("", *self._pack.ordinal_suffixes):
            numeral = surface.removesuffix(ending)
            if numeral.isupper() and (not ending or numeral != surface):
                number = _ROMAN.get(numeral.lower())
                if number is not None:
                    return Term(index + 1, number)
        return None

    def _roman_starts(self) -> frozenset[str]:
        """The words that a century in Roman digits can be."""
        endings = ("", *filter(str.isalpha, self._pack.ordinal_suffixes))
        return frozenset(numeral + ending for numeral in _ROMAN for ending in endings)

    def zone(self, tokens: Tokens, index: int) -> Term | None:
        """A time zone after a clock time: GMT, local time."""
        zone = self._zones.match(tokens, index)
        if zone is None:
            return None
        words = " ".join(tokens.word(at) for at in range(index, zone.end))
        is_zone = zone.end > index + 1 or tokens.surface(index).isupper() or words == "gmt"
        return Term(zone.end, words) if is_zone else None
