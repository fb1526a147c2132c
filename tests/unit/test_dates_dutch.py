"""What the date annotator finds in Dutch sentences, and what it must leave alone."""

import pytest
from dated_text import ANCHOR, read_dates

from copydesk.records import DateStatus


def read(text, published=ANCHOR):
    return read_dates(text, "nl", published)


# Sentence, expected (surface, value) pairs with the anchor above.
ABSOLUTE = [
    # with and without its weekday; the ending of an ordinal
    ("De brug opent op 5 maart 2021.", [("5 maart 2021", "2021-03-05")]),
    ("Afspraak vrijdag 5 maart 2021.", [("vrijdag 5 maart 2021", "2021-03-05")]),
    ("Op de 5e van maart 2021.", [("de 5e van maart 2021", "2021-03-05")]),
    ("Ontvangen op 5 okt. 2021.", [("5 okt. 2021", "2021-10-05")]),
    ("Getekend op 03-04-2021.", [("03-04-2021", "2021-04-03")]),
    ("In juni 2018 en de maand mei 2019.", [("juni 2018", "2018-06"), ("de maand mei 2019", "2019-05")]),
    ("Open in 1998, dicht eind 2003.", [("1998", "1998"), ("eind 2003", "2003")]),
    ("Medio maart 2019.", [("Medio maart 2019", "2019-03")]),
    # decades in digits, words and as an adjective
    ("In de jaren '90 en de jaren tachtig.", [("de jaren '90", "199"), ("de jaren tachtig", "198")]),
    ("De zeventiger jaren.", [("De zeventiger jaren", "197")]),
    ("Een molen uit de 19e eeuw.", [("de 19e eeuw", "18")]),
    ("Een kerk uit de negentiende eeuw.", [("de negentiende eeuw", "18")]),
    ("In het eerste kwartaal van 2018.", [("het eerste kwartaal van 2018", "2018-Q1")]),
    ("In het voorjaar van 2018.", [("het voorjaar van 2018", "2018-SP")]),
    ("Tweede paasdag 2021 was rustig.", [("Tweede paasdag 2021", "2021-04-05")]),
    ("De derde zondag van mei 2021.", [("De derde zondag van mei 2021", "2021-05-16")]),
]  # fmt: skip

RELATIVE = [
    # a bare weekday is the latest one; a future verb turns it round
    ("De minister trad maandag af.", [("maandag", "2024-03-04")]),
    ("De minister zal maandag aftreden.", [("maandag", "2024-03-11")]),
    ("Afgelopen vrijdag en volgende maandag.", [("Afgelopen vrijdag", "2024-03-01"), ("volgende maandag", "2024-03-11")]),
    ("Vorige week en volgende maand.", [("Vorige week", "2024-W09"), ("volgende maand", "2024-04")]),
    ("Dit jaar meer dan vorig jaar.", [("Dit jaar", "2024"), ("vorig jaar", "2023")]),
    ("In juni van vorig jaar.", [("juni van vorig jaar", "2023-06")]),
    ("Het afgelopen jaar was nat.", [("Het afgelopen jaar", "2023")]),
    # words written together, « morgen » as tomorrow and as morning
    ("Dinsdagavond brandde het.", [("Dinsdagavond", "2024-03-05TEV")]),
    ("Gisteravond, dan vanmorgen.", [("Gisteravond", "2024-03-05TEV"), ("vanmorgen", "2024-03-06TMO")]),
    ("Morgenochtend, eergisteren en overmorgen.", [("Morgenochtend", "2024-03-07TMO"), ("eergisteren", "2024-03-04"), ("overmorgen", "2024-03-08")]),
    ("In de nacht van zaterdag op zondag.", [("de nacht van zaterdag op zondag", "2024-03-02TNI")]),
    ("'s Avonds bleef het stil.", [("'s Avonds", "2024-03-06TEV")]),
    # « geleden » stands behind the number, « over » looks ahead
    ("Drie weken geleden ging het goed.", [("Drie weken geleden", "2024-W07")]),
    ("Twee jaar geleden.", [("Twee jaar geleden", "2022")]),
    ("Over twee weken vertrekt ze.", [("twee weken", "2024-W12")]),
    ("Hij kwam op 5 maart 2021, een dag later brandde het.", [("5 maart 2021", "2021-03-05"), ("een dag later", "2021-03-06")]),
    # a clock time and a length share the word « uur »
    ("Vertrek om 15.30 uur, terug om 18 uur.", [("15.30 uur", "2024-03-06T15:30"), ("18 uur", "2024-03-06T18:00")]),
    ("Het begint om acht uur en duurt drie uur.", [("acht uur", "2024-03-06T08:00"), ("drie uur", "PT3H")]),
    ("Zij kwam om half negen.", [("half negen", "2024-03-06T08:30")]),
    ("Kwart over negen.", [("Kwart over negen", "2024-03-06T09:15")]),
]  # fmt: skip

AMOUNTS = [
    # ones before tens, joined with a trema
    ("Het duurde tweeëntwintig dagen.", [("tweeëntwintig dagen", "P22D")]),
    ("Het duurde anderhalf jaar.", [("anderhalf jaar", "P1Y6M")]),
    ("Het duurde tweeënhalve maand.", [("tweeënhalve maand", "P2.5M")]),
    ("Al jaren, een paar weken.", [("jaren", "PXY"), ("een paar weken", "PXW")]),
    ("De afgelopen tien jaar.", [("De afgelopen tien jaar", "P10Y")]),
    ("Meer dan drie uur vertraging.", [("Meer dan drie uur", "PT3H")]),
    ("Een half uur, een kwartier.", [("Een half uur", "PT30M"), ("een kwartier", "PT15M")]),
    ("Elke dinsdag en iedere dag.", [("Elke dinsdag", "XXXX-WXX-2"), ("iedere dag", "P1D")]),
    ("Om de twee weken, twee keer per maand.", [("Om de twee weken", "P2W"), ("per maand", "P1M")]),
    ("Momenteel dicht, onlangs vernieuwd.", [("Momenteel", "PRESENT_REF"), ("onlangs", "PAST_REF")]),
]  # fmt: skip

RANGES = [
    ("Van 3 tot 5 maart.", [("3", "2024-03-03", 1), ("5 maart", "2024-03-05", 1)]),
    ("Tussen 5 en 8 maart 2023.", [("5", "2023-03-05", 1), ("8 maart 2023", "2023-03-08", 1)]),
    ("Op 5, 7 en 9 maart 2023.", [("5", "2023-03-05", None), ("7", "2023-03-07", None), ("9 maart 2023", "2023-03-09", None)]),
    ("Van 2003 tot 2009.", [("2003", "2003", 1), ("2009", "2009", 1)]),
    ("Van maart tot en met juni 2019.", [("maart", "2019-03", 1), ("juni 2019", "2019-06", 1)]),
    ("Open van 8 tot 17 uur.", [("8", "2024-03-06T08:00", 1), ("17 uur", "2024-03-06T17:00", 1)]),
]  # fmt: skip

NO_TIME = [
    "De 24-jarige vrouw is 24 jaar oud.",  # ages
    "Goede morgen en goede nacht.",  # greetings
    "Ongeveer 2000 mensen, artikel 1999.",  # counts and numbers
    "De tweede poging, de eerste keer.",  # ordinals
    "Versie 3.5 kost 1.999 euro.",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE + RELATIVE + AMOUNTS)
def test_dutch_expressions_get_their_value(text, expected):
    """Each sentence gives exactly the expressions of its row."""
    assert [(row.surface, row.value) for row in read(text)] == expected


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE)
def test_absolute_dutch_dates_need_no_anchor(text, expected):
    """A full date means the same in an undated document; a short year stays open as to its century."""
    rows = read(text, published=None)
    assert [row.surface for row in rows] == [surface for surface, _ in expected]
    for row, (_, value) in zip(rows, expected, strict=True):
        assert (row.value, row.status) == (value, DateStatus.ABSOLUTE) or row.value.startswith("XX")


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_dutch_ranges_are_linked(text, expected):
    """The ends of a range share a number, and a month or day that is told once."""
    assert [(row.surface, row.value, row.range_id) for row in read(text)] == expected


@pytest.mark.parametrize("text", NO_TIME)
def test_dutch_look_alikes_are_left_alone(text):
    """Words, names and numbers that look like times give no row."""
    assert [row.surface for row in read(text)] == []


def test_dutch_invents_nothing_without_a_date_of_the_document():
    """What counts from the document's date stays open, and the rule names the pack."""
    rows = read("Gisteren, afgelopen maandag en 5 maart.", published=None)
    assert {row.status for row in rows} == {DateStatus.OPEN}
    assert all(row.rule.startswith("nl.") for row in rows)
