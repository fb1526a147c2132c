"""What the date annotator finds in Chinese sentences, and what it must leave alone."""

import pytest
from dated_text import ANCHOR, read_dates

from copydesk.records import DateStatus


def read(text, published=ANCHOR):
    return read_dates(text, "zh", published)


# Sentence, expected (surface, value) pairs with the anchor above.
ABSOLUTE = [
    # in digits, full-width digits, digit words, and number words
    ("大桥于2021年3月5日通车。", [("2021年3月5日", "2021-03-05")]),
    ("大桥于２０２１年３月５日通车。", [("２０２１年３月５日", "2021-03-05")]),
    ("大桥于二〇二一年三月五日通车。", [("二〇二一年三月五日", "2021-03-05")]),
    ("一九九七年十二月二十五日，工厂关闭。", [("一九九七年十二月二十五日", "1997-12-25")]),
    # months and years, with what stands behind them
    ("2021年5月和1870年。", [("2021年5月", "2021-05"), ("1870年", "1870")]),
    ("2019年3月底，2018年初。", [("2019年3月底", "2019-03"), ("2018年初", "2018")]),
    # decades and centuries
    ("20世纪90年代的音乐。", [("20世纪90年代", "199")]),
    ("上世纪九十年代中期的音乐。", [("上世纪九十年代中期", "199")]),
    ("十九世纪的法律。", [("十九世纪", "18")]),
    # quarters and halves
    ("2018年第三季度和2018年上半年。", [("2018年第三季度", "2018-Q3"), ("2018年上半年", "2018-H1")]),
    ("2021年国庆节放假。", [("2021年国庆节", "2021-10-01")]),
    # "before" a year is no count of years
    ("2005年以前没有路。", [("2005年以前", "2005")]),
]  # fmt: skip

RELATIVE = [
    # years, months and weeks by their own words
    ("去年和今年3月。", [("去年", "2023"), ("今年3月", "2024-03")]),
    ("上周三见面，上个月开工。", [("上周三", "2024-02-28"), ("上个月", "2024-02")]),
    ("他将于下周五访问。", [("下周五", "2024-03-15")]),
    ("去年年底完工。", [("去年年底", "2023")]),
    # days, the day alone, and the day of this month
    ("昨天下雪，今天上午停了。", [("昨天", "2024-03-05"), ("今天上午", "2024-03-06TMO")]),
    ("警方5日说，案件已破。", [("5日", "2024-03-05")]),
    ("展览从本月5日开始。", [("本月5日", "2024-03-05")]),
    # a bare weekday is the latest one
    ("部长星期一辞职。", [("星期一", "2024-03-04")]),
    # ago; "later" counts from now only where the sentence looks ahead
    ("三天前发生火灾。", [("三天前", "2024-03-03")]),
    ("两年后将建成。", [("两年后", "2026")]),
    ("他1月1日离开，三天后回来。", [("1月1日", "2024-01-01"), ("三天后", "2024-01-04")]),
    # 日前 is "lately", but not behind a number
    ("须在5月25日前完成，日前开工。", [("5月25日", "2024-05-25"), ("日前", "PAST_REF")]),
    # clock times with the part of the day and the day
    ("今天下午3点30分开会。", [("今天下午3点30分", "2024-03-06T15:30")]),
    ("昨晚8点停电。", [("昨晚8点", "2024-03-05T20:00")]),
    ("3月1日14时开会。", [("3月1日14时", "2024-03-01T14:00")]),
]  # fmt: skip

AMOUNTS = [
    ("工程用了三个月。", [("三个月", "P3M")]),
    ("工程用了十多年。", [("十多年", "P10Y")]),
    ("工程用了一年半。", [("一年半", "P1Y6M")]),
    ("今后5年和过去十年。", [("今后5年", "P5Y"), ("过去十年", "P10Y")]),
    ("每年一次，每周一开会。", [("每年", "P1Y"), ("每周一", "XXXX-WXX-1")]),
    ("一周一次。", [("一周一次", "P1W")]),  # no Monday in it
    ("目前安静，近年来很吵。", [("目前", "PRESENT_REF"), ("近年", "PAST_REF")]),
]  # fmt: skip

RANGES = [
    ("3月3日至5日放假。", [("3月3日", "2024-03-03", 1), ("5日", "2024-03-05", 1)]),
    ("1996年至1998年。", [("1996年", "1996", 1), ("1998年", "1998", 1)]),
    ("1996至1998年。", [("1996", "1996", 1), ("1998年", "1998", 1)]),
    # the days of a list are of the month told first
    ("2023年10月1日、3日和5日。", [("2023年10月1日", "2023-10-01", None), ("3日", "2023-10-03", None), ("5日", "2023-10-05", None)]),
]  # fmt: skip

NO_TIME = [
    "农历八月十五日和农历2015年十月初一。",  # of the moon
    "春节和中秋节。",  # feasts of the moon: another day each year
    "康熙三年，公元前221年。",  # other eras
    "船上周围有人，登上月球。",  # longer words
    "5日元买了3点建议。",  # yen and points
    "庆祝建校62周年。",  # an anniversary
    "2月30日。",  # no day of the calendar
    "二年级学生十二岁。",  # a class, an age
    "第3章第5页。",
]


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE + RELATIVE + AMOUNTS)
def test_chinese_expressions_get_their_value(text, expected):
    """Each sentence gives exactly the expressions of its row."""
    assert [(row.surface, row.value) for row in read(text)] == expected


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE)
def test_absolute_chinese_dates_need_no_anchor(text, expected):
    """A full date means the same in an undated document, and says so."""
    rows = read(text, published=None)
    assert [(row.surface, row.value) for row in rows] == expected
    assert {row.status for row in rows} == {DateStatus.ABSOLUTE}


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_chinese_ranges_are_linked(text, expected):
    """The ends of a range share a number, and a month or year that is told once."""
    assert [(row.surface, row.value, row.range_id) for row in read(text)] == expected


@pytest.mark.parametrize("text", NO_TIME)
def test_chinese_look_alikes_are_left_alone(text):
    """Words, names and numbers that look like times give no row."""
    assert [row.surface for row in read(text)] == []
