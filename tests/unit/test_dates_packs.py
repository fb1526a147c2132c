"""What every language pack must hold, and what the parser makes of a pack that is written otherwise."""

import unicodedata
from collections.abc import Mapping
from dataclasses import fields, replace
from itertools import combinations

import pytest

from copydesk.annotate.dates.algebra import Unit
from copydesk.annotate.dates.calendar_days import HOLIDAYS
from copydesk.annotate.dates.compiled import compile_pack
from copydesk.annotate.dates.constructions import COMMON, CONSTRUCTIONS
from copydesk.annotate.dates.context import Context
from copydesk.annotate.dates.pack import LanguagePack
from copydesk.annotate.dates.packs import PACKS
from copydesk.annotate.dates.packs.english import ENGLISH
from copydesk.annotate.dates.parser import parse
from copydesk.annotate.dates.resolver import value_of

EVERY_PACK = pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS.keys())
SEASONS = {"SP", "SU", "FA", "WI"}
PARTS = {"MO", "MI", "AF", "EV", "NI"}
UNITS = {Unit.MINUTE, Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR}
ESSENTIAL = ("ago", "duration", "month_day", "relative_unit", "relative_weekday", "set", "vague")
"""Constructions that any language has; one that lacks them is not finished."""
NAMES = ("months", "weekdays", "seasons", "units", "day_words", "numbers")
"""Tables whose words the parser cannot tell apart by what stands around them."""
_PATTERNS = ("phrases", "modifiers", "modifiers_behind")
TWO_MEANINGS: dict[str, set[str]] = {}
"""Words that two of those tables share on purpose, by language: what tells them apart stands beside them."""


def tables(pack):
    """The tables of a pack by name; patterns are no table."""
    for spec in fields(pack):
        value = getattr(pack, spec.name)
        if isinstance(value, Mapping | frozenset) and spec.name not in _PATTERNS:
            yield spec.name, value


@EVERY_PACK
def test_packs_are_registered_by_their_own_code(pack):
    """The code by which a pack is found is the one that its rules carry."""
    assert PACKS[pack.language_code] is pack
    assert len(pack.language_code) == 2


@EVERY_PACK
def test_packs_name_the_whole_calendar(pack):
    """Twelve months, seven weekdays, four seasons, the units that news tell, three days."""
    assert set(pack.months.values()) == set(range(1, 13))
    assert set(pack.weekdays.values()) == set(range(1, 8))
    assert set(pack.seasons.values()) == SEASONS
    assert set(pack.parts_of_day.values()) >= PARTS - {"MI"}
    assert set(pack.units.values()) | set(pack.plural_units.values()) >= UNITS
    assert {-1, 0, 1} <= set(pack.day_words.values())
    assert {-1, 0, 1} <= set(pack.deictics.values())
    assert set(range(1, 13)) <= set(pack.numbers.values())


@EVERY_PACK
def test_values_are_those_that_the_calendar_knows(pack):
    """No season, part of the day, unit or feast that nothing can resolve."""
    assert set(pack.seasons.values()) <= SEASONS
    assert {*pack.parts_of_day.values(), *pack.recurring_parts_of_day.values()} <= PARTS
    assert set(pack.holidays.values()) <= set(HOLIDAYS)
    assert set(pack.month_abbreviations.values()) <= set(range(1, 13))
    assert {*pack.weekday_abbreviations.values(), *pack.recurring_weekdays.values()} <= set(
        range(1, 8)
    )
    assert set(pack.quarter_names.values()) <= {1, 2, 3, 4}
    assert all(abs(step) <= 2 for step in (*pack.deictics.values(), *pack.told_deictics.values()))
    assert all(turn.startswith(("P", "XXXX")) for turn in pack.recurrences.values())


@EVERY_PACK
def test_words_are_written_as_tokens_are(pack):
    """Lower case, composed, straight apostrophes, single spaces: another spelling would never match."""
    for name, table in tables(pack):
        for word in table:
            assert word == unicodedata.normalize("NFC", word), (name, word)
            assert word == word.lower().strip(), (name, word)
            assert "\u2019" not in word, (name, word)
            assert "  " not in word, (name, word)
            assert word, name


@EVERY_PACK
def test_no_word_names_two_things(pack):
    """A word of two tables would be read by chance."""
    stated = TWO_MEANINGS.get(pack.language_code, set())
    for first, second in combinations(NAMES, 2):
        both = set(getattr(pack, first)) & set(getattr(pack, second)) - stated
        allowed = set(pack.units_also_words) | set(pack.months_also_words)
        assert both <= allowed, (first, second, both)


@EVERY_PACK
def test_parts_add_up_to_their_word(pack):
    """Tokens keep their place in the text only where the parts are the word."""
    for word, parts in pack.written_together.items():
        assert "".join(parts) == word


@EVERY_PACK
def test_doubtful_words_are_words_of_the_tables(pack):
    """A doubt about a month that the pack does not name is a slip of the pen."""
    months = {*pack.months, *pack.month_abbreviations}
    assert pack.months_also_words <= months
    assert pack.months_also_names <= months
    assert pack.months_capitalised <= months
    assert pack.weekdays_also_names <= set(pack.weekdays)
    assert pack.units_also_words <= set(pack.units)


@EVERY_PACK
def test_packs_write_the_constructions_that_any_language_has(pack):
    """Patterns compile, and the essential constructions have some."""
    compile_pack(pack)
    assert set(ESSENTIAL) <= {*pack.phrases, *COMMON}


def test_constructions_and_common_patterns_go_together():
    """Each common pattern is one of a construction."""
    assert set(COMMON) <= set(CONSTRUCTIONS)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"phrases": {"aggo": ("<number> <unit> ago",)}}, "no such construction"),
        ({"phrases": {"ago": ("<number> <unnit> ago",)}}, "no known term: unnit"),
        ({"phrases": {"ago": ("[<number>] <unit> ago",)}}, "leaves empty .'number'."),
        ({"phrases": {"ago": ("<number> [<unit> ago",)}}, "a bracket stays open"),
        ({"phrases": {"vague": ("now {after:x} {ref=PRESENT_REF}",)}}, "no such setting"),
        ({"phrases": {"vague": ("now {ref=PRESENT_REF} {stepp=1}",)}}, "nobody reads: .'stepp'."),
        ({"modifiers": {"SOON": ("early",)}}, "no such modifier"),
    ],
)
def test_slips_in_a_pack_are_told(change, told):
    """A pack that cannot mean what it says is refused when it is compiled, with the pattern named."""
    with pytest.raises(ValueError, match=told):
        compile_pack(replace(ENGLISH, **change))


def read(pack, text):
    """Surface and value, without an anchor, of what a pack finds."""
    compiled = compile_pack(pack)
    tokens = compiled.tokeniser.cut(text, 0, len(text))
    found = parse(tokens, compiled, Context(pack))
    return [(text[one.start_char : one.end_char], value_of(one.op, None)) for one in found]


UNSPACED = LanguagePack(
    language_code="zz",
    is_unspaced=True,
    months={"三月": 3},
    weekdays={"星期一": 1},
    seasons={},
    parts_of_day={"上午": "MO"},
    units={"天": Unit.DAY, "年": Unit.YEAR, "个月": Unit.MONTH},
    plural_units={},
    numbers={"三": 3, "十二": 12},
    day_words={"昨天": -1},
    deictics={"上": -1},
    phrases={
        "ago": ("<number> <unit> 前",),
        "duration": ("<number> <unit>",),
        "month_day": ("<year> 年 <month> <day> 日", "<year> 年 <monthdigits> 月 <day> 日"),
    },
    range_words=frozenset({"至"}),
    before_year=frozenset(),
)  # fmt: skip


def test_a_language_without_spaces_is_cut_by_its_words():
    """The longest word that the pack knows wins: 三月 is March, not three and a month."""
    assert read(UNSPACED, "会议三天前举行") == [("三天前", "XXXX-XX-XX")]
    assert read(UNSPACED, "他在2021年三月5日和2021年4月6日回来,住了十二年。") == [
        ("2021年三月5日", "2021-03-05"),
        ("2021年4月6日", "2021-04-06"),
        ("十二年", "P12Y"),
    ]


def test_words_written_together_are_read_apart():
    """A clitic is a token of its own, with its own place in the text."""
    pack = replace(
        UNSPACED,
        is_unspaced=False,
        months={"مارس": 3},
        written_together={"وأمس": ("و", "أمس")},
        day_words={"أمس": -1},
        phrases={},
    )
    assert read(pack, "اجتمعوا وأمس غادروا") == [("أمس", "XXXX-XX-XX")]


def test_other_digits_are_read_as_digits():
    """Arabic digits mean the same as ours."""
    pack = replace(
        UNSPACED,
        is_unspaced=False,
        months={"مارس": 3},
        phrases={"month_day": ("<day> <month> <year>",)},
    )
    assert read(pack, "في ٥ مارس ٢٠٢١") == [("٥ مارس ٢٠٢١", "2021-03-05")]


# Terms and settings that English and German have no use for: pattern, text, expected (surface, value).
OTHER_WRITING = [
    ("century", "siglo <roman>", "en el siglo XIX", [("siglo XIX", "18")]),
    ("century", "siglo <roman>", "en el siglo xix", []),  # in small letters a word
    ("decade", "años <tens>", "en los años 80 y 8", [("años 80", "XX8")]),
    ("decade", "<tens> del siglo <roman:century>", "los 80 del siglo XX", [("80 del siglo XX", "198")]),
    ("decade", "<decade> годы", "в 1990-х годы", [("1990-х годы", "199")]),  # an ending behind a hyphen
    ("day_of_month", "día <day>", "el día 15", [("día 15", "XXXX-XX-15")]),
    ("clock", "<hour> h <cardinal:past>", "a las 14 h 30", [("14 h 30", "XXXX-XX-XXT14:30")]),
    ("clock", "<clocktime>", "a las 14h30", [("14h30", "XXXX-XX-XXT14:30")]),
    ("ago", "قبل يومين {number=2} {unit=day}", "غادروا قبل يومين", [("قبل يومين", "XXXX-XX-XX")]),  # a dual
    ("duration", "<number> <unit> y medio {added=0.5}", "三 ano y medio", [("三 ano y medio", "P3Y6M")]),
    ("relative_unit", "la <unit> <step>", "la ano pasado", [("la ano pasado", "XXXX")]),  # the step behind
]  # fmt: skip


@pytest.mark.parametrize(("construction", "pattern", "text", "expected"), OTHER_WRITING)
def test_patterns_hold_what_other_languages_need(construction, pattern, text, expected):
    """Roman digits, endings with a hyphen, duals and word order are a matter of patterns."""
    pack = replace(
        UNSPACED,
        is_unspaced=False,
        decade_suffixes=("-х",),
        units={"ano": Unit.YEAR},
        deictics={"pasado": -1},
        phrases={construction: (pattern,)},
    )
    assert read(pack, text) == expected
