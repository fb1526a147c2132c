"""Hostile texts cost time in proportion to their length, counted in work rather than by the clock."""

from uuid import UUID

import pytest

from copydesk.annotate.dates import annotate
from copydesk.annotate.dates.compiled import language
from copydesk.annotate.dates.context import Context
from copydesk.annotate.dates.packs import PACKS
from copydesk.annotate.dates.parser import parse
from copydesk.annotate.dates.patterns import Grammar
from copydesk.records import DocId, Document, Metadata
from copydesk.text import segment

# Each is repeated: what is slow is a start that never ends, a chain, or a token without end.
HOSTILE = [
    "1 ",  # a column of numbers
    "1-",  # a chain of hyphens
    "1/1/",  # a date that never ends
    "1,000",  # one number of many groups
    "may ",  # a doubtful month
    "March 1, ",  # a list that never ends
    "the first ",  # a phrase that never ends
    "two hundred and a half ",  # numbers that go on
    "Monday, the ",  # weekdays with their tail
    "three days later ",  # references that lean on references
    "early late mid ",  # modifiers of modifiers
    "between 5 and ",  # ranges that never close
    "'90s ",  # signs
    "9",  # one token of digits
    "a.m.",
    "Montag, den ",
    "vor zwei ",
    "5. und ",  # a list of days without a month
    "8 bis ",  # hours without a clock
    "des vergangenen ",
    "del 5 al ",  # articles that are part of the link
    "las seis de la mañana de ",  # a clock time whose day never comes
    "dia 5 e ",
    "5 и ",  # the same in other scripts
    "в начале конца ",
    "через два ",
    "3月",
    "二十",
    "上周每",
    "1日至",
    "в 5 ",
    "قبل يومين ",
    "5 و",
    "الساعة ",
    "و1",
]


@pytest.mark.parametrize("language_code", sorted(PACKS))
@pytest.mark.parametrize("unit", HOSTILE)
def test_work_grows_with_the_length(unit, language_code, monkeypatch):
    """Twice the text makes about twice the attempts to match, never four times."""
    attempts = 0
    longest = Grammar.longest

    def counted(self, tokens, start, context, edge=None):
        nonlocal attempts
        attempts += 1
        return longest(self, tokens, start, context, edge)

    monkeypatch.setattr(Grammar, "longest", counted)
    compiled = language(language_code)
    counts = []
    for repeats in (500, 1000):
        attempts = 0
        text = unit * repeats
        parse(compiled.tokeniser.cut(text, 0, len(text)), compiled, Context(compiled.pack))
        counts.append(attempts)
    assert counts[1] <= 2 * counts[0] + 10


@pytest.mark.parametrize("unit", HOSTILE)
def test_operations_stay_small(unit):
    """No expression of a hostile text grows with the text before it."""
    text = (unit * 2000).strip()
    lines = segment.lines(text)
    document = Document(
        DocId(UUID(int=1)),
        text,
        lines,
        segment.paragraphs(text, lines),
        Metadata(published_text="2024-03-06"),
    )
    rows = annotate(document, "en").dates
    assert max((len(row.op) for row in rows), default=0) < 600


def test_a_paragraph_of_any_length_is_read_in_windows():
    """Its dates are those of its sentences, with the numbers of their ranges, and no token list is as long as it."""
    unit = "The pier opened between 5 and 9 March 2024. "
    text = (unit * 3000).strip()
    lines = segment.lines(text)
    document = Document(
        DocId(UUID(int=1)), text, lines, segment.paragraphs(text, lines), Metadata()
    )
    dates = annotate(document, "en").dates
    offsets = {(row.start_char % len(unit), row.end_char % len(unit), row.value) for row in dates}
    assert len(dates) == 3000 * len(offsets)
    assert len({row.range_id for row in dates if row.range_id}) in (0, 3000)
