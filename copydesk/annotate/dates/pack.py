"""What a language pack is: everything the date parser knows of one language, as data.

A pack is one `LanguagePack` in a module of `packs`; `compiled` makes it ready to match, and refuses what it
does not understand. There is no code in a pack: **words** (tables of what a word means) and **phrases**
(patterns over those words) say it all, word order and ellipsis included.

How to write one: copy `packs/german.py`, translate table by table, then write a pair table of your own
sentences in `tests/date_tables`, as `german.py` there. `tests/unit/test_dates_packs.py` checks every pack.

Keys are lower case and composed (NFC) with a straight apostrophe, and may hold several words as they are
written ("new year's eve", "ein paar"). An inflected word is entered once a form; `packs.words` has small
helpers for that (`numbered`, `inflected`, `joined`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from copydesk.annotate.dates.algebra import Unit

Words: TypeAlias = frozenset[str]
Phrases: TypeAlias = tuple[str, ...]
NumberOrder = Literal["DMY", "MDY"]

NO_WORDS: Words = frozenset()
FIRST_YEAR = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagePack:
    """One language. A field without a default must be told; the others are empty where a language lacks it."""

    language_code: str
    """ISO 639-1: "de"."""

    # Writing
    number_order: NumberOrder | None = None
    """How 03/04/2019 is read: "DMY" or "MDY". None where the language's countries differ, as those of
    English do: such a date stays ambiguous."""
    ordinal_suffixes: tuple[str, ...] = ()
    """What is written behind the digits of an ordinal: "th" in 27th, "º" in 1º, "." in 27. (German)."""
    decade_suffixes: tuple[str, ...] = ()
    """What is written behind the digits of a decade: "s" in 1990s, "er" in 1990er."""
    has_decade_sign: bool = False
    """True where a decade without its century has an apostrophe: the '90s, but "in his 30s"."""
    decimal_comma: bool = False
    """True where 1,5 is one and a half and 1.500 is fifteen hundred."""
    is_unspaced: bool = False
    """True where words are not parted by spaces (Chinese, Japanese): the text is cut into the longest words
    that the pack knows and else into single characters."""
    year_digits: Mapping[str, int] = field(default_factory=dict)
    """Signs of digits with which a year is written one by one: "二" is 2 in 二零二四年. Of an unspaced language."""
    written_together: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Words that hold several, with the parts to read: "montagabend" is ("montag", "abend"), and likewise an Arabic clitic with its word. The parts add up to the word."""

    elisions: Words = NO_WORDS
    """Words that lose their vowel before the next, to which an apostrophe ties them, with that apostrophe:
    "l'" and "jusqu'" in French, "dell'" in Italian. Each is a token of its own; patterns name it so."""
    written_before_digits: tuple[str, ...] = ()
    """Words that are written together with a number behind them: "و" ("and") in و2020."""
    first_year: int = FIRST_YEAR
    """Numbers below are no years: 1500 in Arabic, where 1445 is mostly a year of the Hijra."""

    are_nouns_capitalised: bool = False
    """True in German: a capital letter makes no title."""

    # Names of the calendar
    months: Mapping[str, int]
    """Month names in every case form, 1-12: "januar", "января"."""
    month_abbreviations: Mapping[str, int] = field(default_factory=dict)
    """Short forms: months only with their dot, or beside a day or a year: "okt"."""
    months_also_words: Words = NO_WORDS
    """Months that are ordinary words too ("may", "march"): they need a neighbour that tells time."""
    months_also_names: Words = NO_WORDS
    """Months that are given names too: "April Ryan" is none."""
    months_capitalised: Words = NO_WORDS
    """Months that are months only with a capital letter: "august"."""
    weekdays: Mapping[str, int]
    """Weekday names in every case form, 1 (Monday) to 7: "samstag" and "sonnabend" are 6."""
    weekday_abbreviations: Mapping[str, int] = field(default_factory=dict)
    """Short forms: weekdays only where a dot and a date or a part of the day follow: "mo"."""
    names_capitalised: bool = False
    """True where short forms and feasts are such only with a capital letter: "Sat.", "Easter"."""
    recurring_weekdays: Mapping[str, int] = field(default_factory=dict)
    """Forms that mean each such day: "mondays", "montags"."""
    weekdays_also_names: Words = NO_WORDS
    """Weekdays that are given names too: "Domingo García" is none."""
    names_before_weekday: Words = NO_WORDS
    """Words that make a weekday after them a name: "Bloody Sunday"."""
    names_after_weekday: Words = NO_WORDS
    """Words that make a weekday before them a name: "Sunday Times"."""
    seasons: Mapping[str, str]
    """SP, SU, FA or WI by name: "frühjahr" is SP."""
    parts_of_day: Mapping[str, str]
    """MO, MI, AF, EV or NI by name: "vormittag" is MO."""
    recurring_parts_of_day: Mapping[str, str] = field(default_factory=dict)
    """Forms that mean each such part: "mornings"; behind a weekday or a day, the part itself ("abends")."""
    holidays: Mapping[str, str] = field(default_factory=dict)
    """Feasts, by the key of `calendar_days.HOLIDAYS`: "karfreitag" is "good_friday"."""

    # Units and numbers
    units: Mapping[str, Unit]
    """Units in the singular, and in languages without a plural: "woche" is `Unit.WEEK`."""
    plural_units: Mapping[str, Unit]
    """Units in the plural: "wochen"; empty in languages without one."""
    units_also_words: Words = NO_WORDS
    """Singular units that are other words too ("second", "quarter"): no bare count goes before them."""
    numbers: Mapping[str, int]
    """Cardinals in words: zero to nineteen where the tens combine, else as far as they are one word."""
    tens: Mapping[str, int] = field(default_factory=dict)
    """Tens that combine with a number behind them: "twenty"-one."""
    tens_joints: tuple[str, ...] = ("-",)
    """What stands between tens and ones: "-" in twenty-one, "y" in treinta y uno. None is fine too."""
    multiples: Mapping[str, int] = field(default_factory=dict)
    """What a number before it multiplies: "hundred", "dozen", "million"."""
    amounts: Mapping[str, float | None] = field(default_factory=dict)
    """What counts units and is no plain cardinal: "a" is 1, "a couple of" 2, "half a" 0.5; None where it is
    not told ("several", "ein paar")."""
    added_amounts: Mapping[str, float] = field(default_factory=dict)
    """What adds to a number before it: "and a half"."""
    ordinals: Mapping[str, int] = field(default_factory=dict)
    """Ordinals in words, in every form: "dritten" is 3. Behind tens they combine (twenty-first)."""
    quarter_names: Mapping[str, int] = field(default_factory=dict)
    """Quarters by a short name: "q3" is 3."""
    decades: Mapping[str, int] = field(default_factory=dict)
    """Decades in words by their digit: "nineties" is 9."""
    year_centuries: Mapping[str, int] = field(default_factory=dict)
    """First halves of a year in words: "nineteen" (eighty-four) is 1900."""

    # Words that count from the document's date
    day_words: Mapping[str, int]
    """Days counted from it: "yesterday" is -1, "übermorgen" 2."""
    deictics: Mapping[str, int]
    """Steps counted from it, in every form: "last" -1, "this" 0, "next" 1, "letzten" -1."""
    told_deictics: Mapping[str, int] = field(default_factory=dict)
    """Steps counted from a time that the paragraph tells: "following" 1, "preceding" -1."""
    year_references: Mapping[str, int] = field(default_factory=dict)
    """Years counted from it that may stand where a year's number may: "last year" is -1."""
    recurrences: Mapping[str, str] = field(default_factory=dict)
    """Words for repeated times with the TIMEX3 value of one turn: "weekly" is P1W."""
    time_zones: Words = NO_WORDS
    """Zones behind a clock time: "gmt", "local time". One word is a zone only in capital letters."""

    # Phrases
    phrases: Mapping[str, Phrases]
    """Patterns by construction; `constructions.CONSTRUCTIONS` has the names, what each means and which terms it
    needs, `patterns` tells how a pattern is written. "ago": ("<number> <units> ago",) in English,
    ("vor <number> <units>",) in German: word order is the pattern's."""
    modifiers: Mapping[str, Phrases] = field(default_factory=dict)
    """Patterns of what stands before a time and sharpens or loosens it, by TIMEX3 modifier: START, MID, END,
    APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE, EQUAL_OR_LESS, and EARLIER, LATER. "START": ("anfang",)."""
    modifiers_behind: Mapping[str, Phrases] = field(default_factory=dict)
    """The same where it stands behind the time: "END": ("底",) in 3月底."""
    before_approximate_day: Words = NO_WORDS
    """Words of APPROX that belong to a day, month or year behind them ("around May 5"); "about" may be what a story
    is about. Empty: nor does any to a clock time."""
    deictic_starts: Words = NO_WORDS
    """Words that start a told stretch of time ("the", "last"): "over the past year" is no "more than"."""

    # Ranges and lists
    range_words: Words
    """What links the ends of a range: "to", "-", "bis"."""
    between_words: Words = NO_WORDS
    """What makes "and" such a link: "between", "zwischen"."""
    and_words: Words = NO_WORDS
    """What joins the last two of a list: "and", "und", "or"."""
    day_articles: Words = NO_WORDS
    """Articles that belong to a day without its month, as they do in the pack's phrases: "el 5 y el 8 de marzo"."""
    weekday_articles: Words = NO_WORDS
    """Words between a weekday and its day in a list: "Samstag, den 8., und Sonntag, den 9. März"."""
    after_day: Words = NO_WORDS
    """Words that may follow a further day: "February 27 and 28 in Hanoi". Another word makes 28 a count."""

    # Doubtful numbers and months
    before_year: Words
    """Words that a year may follow ("in", "since"); a year before 1900 must follow one."""
    never_before_year: Words = NO_WORDS
    """Words that make a number after them a count or a name: "resolution", "boeing", "rund"."""
    never_after_year: Words = NO_WORDS
    """Words that make a number before them a count: "people", "euro"."""
    year_prefixes: Words = NO_WORDS
    """Words that a hyphen may join to a year: "mid-1996"."""
    before_month: Words = NO_WORDS
    """Words that make a doubtful month after them a month: "in", "last"."""
    after_month: Words = NO_WORDS
    """Words that may follow a doubtful month behind a joining word: "and May to"."""
    never_after_month: Words = NO_WORDS
    """Words that make a doubtful month before them a verb: "may be"."""
    joining_words: Words = NO_WORDS
    """Words of `before_month` that join other things too: "and", "to"."""
    before_joining: Words = NO_WORDS
    """Words behind which these join a month all the same: "end" (of May)."""

    # Where a time lies
    future_words: Words = NO_WORDS
    """Words whose sentence looks ahead: "will", "wird"."""
    future_suffixes: tuple[str, ...] = ()
    """Endings of future forms, of words as those of `past_suffixes`: "ará" in "viajará"."""
    past_words: Words = NO_WORDS
    """Words whose sentence looks back: "was", "wurde"."""
    present_words: Words = NO_WORDS
    """Words whose sentence does neither, and ends the search for a cue: "is"."""
    past_suffixes: tuple[str, ...] = ()
    """Endings of past forms, of words of five letters and more in lower case: "ed"."""
    not_past: Words = NO_WORDS
    """Words that only look like past or future forms: "hundred"."""
    before_participle: Words = NO_WORDS
    """Words behind which such a form tells no tense: "be" ("will be held"), "the" ("the planned sale")."""
    pluperfect_words: Words = NO_WORDS
    """Words that turn `future_before` round: "had" in "until Thursday, they had not"."""
    future_phrases: Words = NO_WORDS
    """Two words that look ahead together: "is to", "plans to"."""
    planned_words: Words = NO_WORDS
    """Words that look ahead where a word of `planned_after` follows: "scheduled for"."""
    planned_after: Words = NO_WORDS
    """See `planned_words`."""
    given_up_before: Words = NO_WORDS
    """What right before `planned_words` says that the plan is over: "had been" (due to)."""
    future_before: Words = NO_WORDS
    """What looks ahead right before a time: "until", "as early as", "bis"."""
    past_before: Words = NO_WORDS
    """What looks back right before a time: "since", "seit"."""
