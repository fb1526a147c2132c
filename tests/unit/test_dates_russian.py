"""What the date annotator finds in Russian sentences, and what it must leave alone."""

from uuid import UUID

import pytest

from copydesk.annotate.dates import annotate
from copydesk.records import DateStatus, DocId, Document, Metadata
from copydesk.text import segment

ANCHOR = "2024-03-06"  # a Wednesday


def read(text, published=ANCHOR):
    lines = segment.lines(text)
    document = Document(
        DocId(UUID(int=1)),
        text,
        lines,
        segment.paragraphs(text, lines),
        Metadata(published_text=published),
    )
    return annotate(document, "ru").dates


# Sentence, expected (surface, value) pairs with the anchor above.
ABSOLUTE = [
    # the year with its word, its abbreviation, and with neither
    ("Музей открылся 5 марта 2021 года.", [("5 марта 2021 года", "2021-03-05")]),
    ("Открыт в пятницу, 5 марта 2021 г., в центре.", [("пятницу, 5 марта 2021 г.", "2021-03-05")]),
    ("Подписано 28 окт. 2021.", [("28 окт. 2021", "2021-10-28")]),
    # ordinals in words, of two words too
    ("Пятого марта 2021 года пошёл снег.", [("Пятого марта 2021 года", "2021-03-05")]),
    ("Двадцать пятого мая 2021 года.", [("Двадцать пятого мая 2021 года", "2021-05-25")]),
    # day before month, whatever the sign between them
    ("Дата: 05.03.2021 и 05/03/2021.", [("05.03.2021", "2021-03-05"), ("05/03/2021", "2021-03-05")]),
    # months in other cases, with and without "года"
    ("В марте 2021 года и в июне 2022-го.", [("марте 2021 года", "2021-03"), ("июне 2022", "2022-06")]),
    ("Это было в 1812 году и в 1998 г.", [("1812 году", "1812"), ("1998 г.", "1998")]),
    ("К концу 2019 года, в начале мая 2020 года.", [("концу 2019 года", "2019"), ("начале мая 2020 года", "2020-05")]),
    # decades in digits and words, with their century; centuries in Roman digits
    ("В 1990-х годах было трудно.", [("1990-х годах", "199")]),
    ("В 30-е годы XIX века.", [("30-е годы XIX века", "183")]),
    ("В XIX веке и в двадцать первом веке.", [("XIX веке", "18"), ("двадцать первом веке", "20")]),
    ("Во II квартале 2018 года.", [("II квартале 2018 года", "2018-Q2")]),
    ("В третьем квартале 2018 года.", [("третьем квартале 2018 года", "2018-Q3")]),
    ("В первой половине 2019 года.", [("первой половине 2019 года", "2019-H1")]),
    ("Летом 2018 года было жарко.", [("Летом 2018 года", "2018-SU")]),
]  # fmt: skip

RELATIVE = [
    # a bare weekday is the latest one; a future verb turns it round
    ("Министр ушёл в понедельник.", [("понедельник", "2024-03-04")]),
    ("Министр уйдёт в понедельник, суд состоится в пятницу.", [("понедельник", "2024-03-11"), ("пятницу", "2024-03-08")]),
    # Wednesday is also the environment
    ("Он приехал в среду.", [("среду", "2024-03-06")]),
    ("В прошлую среду шёл дождь.", [("прошлую среду", "2024-02-28")]),
    # steps in their case forms
    ("На прошлой неделе и в прошлом месяце.", [("прошлой неделе", "2024-W09"), ("прошлом месяце", "2024-02")]),
    ("На следующей неделе и в этом году.", [("следующей неделе", "2024-W11"), ("этом году", "2024")]),
    ("Во вторник на прошлой неделе.", [("вторник на прошлой неделе", "2024-02-27")]),
    ("В марте прошлого года.", [("марте прошлого года", "2023-03")]),
    ("Выросло с 1 января с.г.", [("1 января с.г.", "2024-01-01")]),
    ("Прошлой зимой было тепло.", [("Прошлой зимой", "2023-WI")]),
    # days in words, parts of the day on either side
    ("Вчера было тихо.", [("Вчера", "2024-03-05")]),
    ("Сегодня утром пошёл снег.", [("Сегодня утром", "2024-03-06TMO")]),
    ("Вечером 5 марта 2024 года.", [("Вечером 5 марта 2024 года", "2024-03-05TEV")]),
    ("Пожар начался в ночь на вторник.", [("ночь на вторник", "2024-03-05TNI")]),
    # behind the number, and without one
    ("Два года назад и год назад.", [("Два года назад", "2022"), ("год назад", "2023")]),
    ("Это было полгода назад.", [("полгода назад", "2023-09")]),
    ("Несколько лет назад.", [("Несколько лет назад", "PAST_REF")]),
    # "через" counts from now where the sentence looks ahead, from a told day after one, else it stays open
    ("Через три дня начнётся суд.", [("Через три дня", "2024-03-09")]),
    ("Он уехал 1 февраля и через три дня вернулся.", [("1 февраля", "2024-02-01"), ("через три дня", "2024-02-04")]),
    ("Он вернулся через три дня.", [("через три дня", "XXXX-XX-XX")]),
    # a told day
    ("Он приехал 1 марта, на следующий день уехал.", [("1 марта", "2024-03-01"), ("следующий день", "2024-03-02")]),
    ("Он приехал 1 марта и в тот же день уехал.", [("1 марта", "2024-03-01"), ("тот же день", "2024-03-01")]),
    # clock times: with their zone, in words, with the part of the day
    ("Сегодня в 15:30 по московскому времени.", [("Сегодня", "2024-03-06"), ("15:30 по московскому времени", "2024-03-06T15:30")]),
    ("Вчера в 3 часа дня и в восемь вечера.", [("Вчера", "2024-03-05"), ("3 часа дня", "2024-03-05T15:00"), ("восемь вечера", "2024-03-05T20:00")]),
    # parts of the year of the document
    ("В конце года и до конца недели.", [("конце года", "2024"), ("конца недели", "2024-W10")]),
]  # fmt: skip

AMOUNTS = [
    ("Это длилось два года.", [("два года", "P2Y")]),
    ("Это длилось три с половиной года.", [("три с половиной года", "P3Y6M")]),
    ("Это длилось полтора года.", [("полтора года", "P1Y6M")]),
    ("Срок - более трех месяцев.", [("более трех месяцев", "P3M")]),
    ("За последние пять лет.", [("последние пять лет", "P5Y")]),
    ("За последние годы.", [("последние годы", "PXY")]),
    ("Пройдёт 2-3 дня.", [("2-3 дня", "P2D")]),  # a range of numbers, not of years
    ("По вторникам и каждые два года.", [("вторникам", "XXXX-WXX-2"), ("каждые два года", "P2Y")]),
    ("Ежегодный съезд и ежедневная газета.", [("Ежегодный", "P1Y"), ("ежедневная", "P1D")]),
    ("Сейчас тихо, недавно было шумно.", [("Сейчас", "PRESENT_REF"), ("недавно", "PAST_REF")]),
]  # fmt: skip

RANGES = [
    ("С 5 по 8 марта.", [("5", "2024-03-05", 1), ("8 марта", "2024-03-08", 1)]),
    ("Между 5 и 8 марта 2023 года.", [("5", "2023-03-05", 1), ("8 марта 2023 года", "2023-03-08", 1)]),
    ("Выставка 5\u20138 марта 2023 года.", [("5", "2023-03-05", 1), ("8 марта 2023 года", "2023-03-08", 1)]),
    ("5, 7 и 9 марта 2023 года.", [("5", "2023-03-05", None), ("7", "2023-03-07", None), ("9 марта 2023 года", "2023-03-09", None)]),
    ("С 2003 по 2009 год.", [("2003", "2003", 1), ("2009 год", "2009", 1)]),
    ("В 2019\u20132020 годах.", [("2019", "2019", 1), ("2020 годах", "2020", 1)]),
    ("Открыто с 10:00 до 18:00.", [("10:00", "2024-03-06T10:00", 1), ("18:00", "2024-03-06T18:00", 1)]),
]  # fmt: skip

NO_TIME = [
    "Марта Стюарт и Мая Иванова приехали.",  # given names
    "Ему 24 года, ей исполнилось 30 лет.",  # ages
    "Здесь живёт 24-летний художник.",
    "Вредит окружающую среду и городской среде.",  # the environment
    "Около 2000 человек, 1998 рублей и статья 2010.",  # counts and numbers
    "Мешок весом 2000 г. стоит дорого.",  # grams
    "Это было в III веке до н. э. и в 44 году до нашей эры.",  # before the era
    "Добрый день, доброе утро и спокойной ночи.",  # greetings
    "Учеников 10-х классов стало больше.",  # an ordinal of two digits
    "Вопрос внесён в повестку дня.",  # an idiom
]


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE + RELATIVE + AMOUNTS)
def test_russian_expressions_get_their_value(text, expected):
    """Each sentence gives exactly the expressions of its row."""
    assert [(row.surface, row.value) for row in read(text)] == expected


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE)
def test_absolute_russian_dates_need_no_anchor(text, expected):
    """A full date means the same in an undated document, and says so."""
    rows = read(text, published=None)
    assert [(row.surface, row.value) for row in rows] == expected
    assert {row.status for row in rows} == {DateStatus.ABSOLUTE}


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_russian_ranges_are_linked(text, expected):
    """The ends of a range share a number, and a month or year that is told once."""
    assert [(row.surface, row.value, row.range_id) for row in read(text)] == expected


@pytest.mark.parametrize("text", NO_TIME)
def test_russian_look_alikes_are_left_alone(text):
    """Words, names and numbers that look like times give no row."""
    assert [row.surface for row in read(text)] == []
