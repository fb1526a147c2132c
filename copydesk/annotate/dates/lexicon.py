"""What a language pack is: the words of a language that tell time, as data.

A pack is one `Lexicon` in a module of its own. Keys are lower case as `tokens.Token.word` gives them. A
new language starts with such a module and a grammar of patterns over the same terms.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from copydesk.annotate.dates.algebra import Unit


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language."""

    language_code: str
    months: Mapping[str, int]
    month_abbreviations: Mapping[str, int]
    months_also_words: frozenset[str]
    """Months that are ordinary words too ("may", "march"): they need a temporal neighbour."""
    months_capitalised: frozenset[str]
    """Months that are months only with a capital letter."""
    months_also_names: frozenset[str]
    """Months that are given names too ("April Ryan")."""
    weekdays: Mapping[str, int]
    weekday_abbreviations: Mapping[str, int]
    weekdays_in_names: frozenset[str]
    """Words that make a weekday after them a name: "Bloody Sunday"."""
    weekday_names_after: frozenset[str]
    """Words that make a weekday before them a name: "Sunday Times"."""
    units: Mapping[str, Unit]
    plural_units: Mapping[str, Unit]
    seasons: Mapping[str, str]
    parts_of_day: Mapping[str, str]
    plural_parts_of_day: Mapping[str, str]
    numbers: Mapping[str, int]
    tens: Mapping[str, int]
    multiples: Mapping[str, int]
    ordinals: Mapping[str, int]
    indefinite: frozenset[str]
    """Numbers that are not told: "several"."""
    deictic: frozenset[str]
    """Words that start a told stretch of time: no amount modifier goes before them."""
    day_words: Mapping[str, int]
    """Days counted from the anchor: "yesterday" is -1."""
    recurrences: Mapping[str, str]
    decades: Mapping[str, int]
    holidays: Mapping[tuple[str, ...], str]
    """The words of a feast, to its key in `calendar_days.HOLIDAYS`."""
    time_zones: frozenset[str]
    before_year: frozenset[str]
    """Words that a year may follow; a year before 1900 must follow one."""
    never_before_year: frozenset[str]
    """Words that make a number after them a count or a name: "Resolution", "Boeing"."""
    never_after_year: frozenset[str]
    """Words that make a number before them a count: "people", "miles"."""
    before_month: frozenset[str]
    """Words that make a doubtful month after them a month: "in", "last"."""
    after_month: frozenset[str]
    """Words that end a month: what may follow a doubtful one."""
    future_words: frozenset[str]
    past_words: frozenset[str]
    present_words: frozenset[str]
    past_suffix: str
    not_past: frozenset[str]
    planned_words: frozenset[str]
    """Words that look ahead when a word of `planned_after` follows: "scheduled for"."""
    planned_after: frozenset[str]
    future_before: frozenset[str]
    """Words that look ahead when they stand right before a time: "until"."""
