"""What the date annotator finds in Arabic sentences, and what it must leave alone."""

import pytest
from dated_text import ANCHOR, read_dates

from copydesk.records import DateStatus


def read(text, published=ANCHOR):
    return read_dates(text, "ar", published)


# Sentence, expected (surface, value) pairs with the anchor above.
ABSOLUTE = [
    # months in both traditions, one or both of them told
    ("افتتح المتحف في 5 مارس 2021.", [("5 مارس 2021", "2021-03-05")]),
    ("افتتح في 5 كانون الثاني 2021.", [("5 كانون الثاني 2021", "2021-01-05")]),
    ("افتتح يوم الجمعة 5 مارس/آذار 2021.", [("يوم الجمعة 5 مارس/آذار 2021", "2021-03-05")]),
    ("افتتح في 3 أكتوبر (تشرين الأول) 2014.", [("3 أكتوبر (تشرين الأول) 2014", "2014-10-03")]),
    # Eastern digits, and ordinals in words
    ("افتتح في ٥ مارس ٢٠٢١.", [("٥ مارس ٢٠٢١", "2021-03-05")]),
    ("في الحادي والعشرين من مايو 2021.", [("الحادي والعشرين من مايو 2021", "2021-05-21")]),
    # day before month in digits
    ("التاريخ 05/03/2021.", [("05/03/2021", "2021-03-05")]),
    # years with their word, with "م", and behind a clitic
    ("في عام 2021 ومنذ سنة 1870.", [("عام 2021", "2021"), ("سنة 1870", "1870")]),
    ("لعام 2021.", [("عام 2021", "2021")]),
    ("في شهر يوليو من عام 2019.", [("شهر يوليو من عام 2019", "2019-07")]),
    ("في نهاية مايو 2019.", [("نهاية مايو 2019", "2019-05")]),
    # decades, centuries, quarters
    ("موسيقى تسعينيات القرن العشرين.", [("تسعينيات القرن العشرين", "199")]),
    ("في القرن التاسع عشر.", [("القرن التاسع عشر", "18")]),
    ("الربع الثالث من عام 2018.", [("الربع الثالث من عام 2018", "2018-Q3")]),
    # the date of the Hijra is passed over, ours beside it is read
    ("في 15 رمضان 1445هـ الموافق 25 مارس 2024.", [("25 مارس 2024", "2024-03-25")]),
]  # fmt: skip

RELATIVE = [
    # a bare weekday is the latest one; a future word turns it round
    ("استقال الوزير الاثنين.", [("الاثنين", "2024-03-04")]),
    ("ومن المقرر أن يجتمعوا الجمعة.", [("الجمعة", "2024-03-08")]),
    # steps stand behind, in both genders
    ("الأسبوع الماضي والسنة المقبلة.", [("الأسبوع الماضي", "2024-W09"), ("السنة المقبلة", "2025")]),
    ("الثلاثاء الماضي كان باردا.", [("الثلاثاء الماضي", "2024-03-05")]),
    ("هذا العام أفضل.", [("هذا العام", "2024")]),
    ("في مايو (أيار) الماضي.", [("مايو (أيار) الماضي", "2023-05")]),
    # days in words, with a clitic, and the part of the day before them
    ("وأمس سقط المطر.", [("أمس", "2024-03-05")]),
    ("اجتمعوا مساء الثلاثاء.", [("مساء الثلاثاء", "2024-03-05TEV")]),
    ("اجتمعوا صباح اليوم.", [("صباح اليوم", "2024-03-06TMO")]),
    ("أول من أمس وبعد غد.", [("أول من أمس", "2024-03-04"), ("بعد غد", "2024-03-08")]),
    # duals hold their number
    ("غادروا قبل يومين.", [("قبل يومين", "2024-03-04")]),
    ("منذ ثلاث سنوات.", [("منذ ثلاث سنوات", "2021")]),
    ("قبل عام.", [("قبل عام", "2023")]),
    ("سيتم الافتتاح بعد شهرين.", [("بعد شهرين", "2024-05")]),
    ("وصلوا في 1 مارس وغادروا في اليوم التالي.", [("1 مارس", "2024-03-01"), ("اليوم التالي", "2024-03-02")]),
    # clock times with the part of the day
    ("أمس الساعة 8:30 مساء.", [("أمس", "2024-03-05"), ("الساعة 8:30 مساء", "2024-03-05T20:30")]),
    ("أمس الساعة الثامنة والنصف مساء.", [("أمس", "2024-03-05"), ("الساعة الثامنة والنصف مساء", "2024-03-05T20:30")]),
    ("بحلول نهاية العام.", [("نهاية العام", "2024")]),
]  # fmt: skip

AMOUNTS = [
    ("استمر عامين.", [("عامين", "P2Y")]),
    ("استمر خمسة وعشرين يوما.", [("خمسة وعشرين يوما", "P25D")]),
    ("استمر 15 عاماً.", [("15 عاماً", "P15Y")]),  # the sign of the accusative
    ("استمر أكثر من ثلاثة أشهر.", [("أكثر من ثلاثة أشهر", "P3M")]),
    ("كل عام وكل يومين.", [("كل عام", "P1Y"), ("كل يومين", "P2D")]),
    ("يوميا، سنويًا.", [("يوميا", "P1D"), ("سنويًا", "P1Y")]),
    ("حاليا هادئ.", [("حاليا", "PRESENT_REF")]),
]  # fmt: skip

RANGES = [
    ("من 5 إلى 8 مارس 2023.", [("5", "2023-03-05", 1), ("8 مارس 2023", "2023-03-08", 1)]),
    ("بين 5 و8 مارس.", [("5", "2024-03-05", 1), ("8 مارس", "2024-03-08", 1)]),
    ("بين 2009 و2013.", [("2009", "2009", 1), ("2013", "2013", 1)]),
]  # fmt: skip

NO_TIME = [
    "في عام 1445 وفي 5/3/1445 وفي 05/03/1445 هـ.",  # years of the Hijra
    "15 رمضان 1445هـ، 3 ربيع الأول.",  # months of the Hijra
    "مارس الضغوط على سيارة نيسان جديدة.",  # a verb, a maker of cars
    "اليوم الوطني واليوم العالمي.",  # names of days
    "صلاة الجمعة.",
    "يعمل 20 شخصا في اليوم.",  # a rate
    "ركض مسافة 1600م.",  # metres
    "قبل 2000 دولار ونحو 1998 شخصا.",  # counts
    "يبلغ من العمر 24 عاما.",  # an age
]


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE + RELATIVE + AMOUNTS)
def test_arabic_expressions_get_their_value(text, expected):
    """Each sentence gives exactly the expressions of its row."""
    assert [(row.surface, row.value) for row in read(text)] == expected


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE)
def test_absolute_arabic_dates_need_no_anchor(text, expected):
    """A full date means the same in an undated document, and says so."""
    rows = read(text, published=None)
    assert [(row.surface, row.value) for row in rows] == expected
    assert {row.status for row in rows} == {DateStatus.ABSOLUTE}


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_arabic_ranges_are_linked(text, expected):
    """The ends of a range share a number, and a month or year that is told once."""
    assert [(row.surface, row.value, row.range_id) for row in read(text)] == expected


@pytest.mark.parametrize("text", NO_TIME)
def test_arabic_look_alikes_are_left_alone(text):
    """Words, names and numbers that look like times give no row."""
    assert [row.surface for row in read(text)] == []
