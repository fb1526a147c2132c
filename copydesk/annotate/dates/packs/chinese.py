# ruff: noqa: RUF001 - signs that look like Latin ones are meant
"""Chinese, in simplified and traditional signs: the words. Its phrases are in `chinese_phrases`.

Feasts of the lunar calendar (春节, 中秋节) are no feasts here, and a lunar date (农历) is passed over: their days
are other days each year, and nothing is better than a wrong day.
"""

from copydesk.annotate.dates.algebra import Unit
from copydesk.annotate.dates.pack import LanguagePack
from copydesk.annotate.dates.packs.chinese_phrases import MODIFIERS, MODIFIERS_BEHIND, PHRASES
from copydesk.annotate.dates.packs.words import numbered, phrases, shared, words

_DIGITS = numbered("一 二 三 四 五 六 七 八 九")
_TENS = {
    "十": 10,
    **{f"{digit}十": 10 * number for digit, number in _DIGITS.items() if number > 1},
}
_NUMBERS = {
    **shared(0, "零 〇"),
    **_DIGITS,
    **shared(2, "两 兩"),
    **_TENS,
    **{f"{ten}{one}": tens + ones for ten, tens in _TENS.items() for one, ones in _DIGITS.items()},
}
_WEEK = numbered("一 二 三 四 五 六 日|天")
_WEEKDAYS = {
    f"{week}{day}": number
    for week in ("星期", "礼拜", "禮拜", "周", "週")
    for day, number in _WEEK.items()
    if (week, day) not in (("周", "天"), ("週", "天"))
}

CHINESE = LanguagePack(
    language_code="zh",
    is_unspaced=True,
    year_digits={**shared(0, "〇 零 ○ ０ 0"), **_DIGITS},
    months={
        f"{name}月": number
        for name, number in numbered("一 二 三 四 五 六 七 八 九 十 十一 十二").items()
    },
    weekdays=_WEEKDAYS,
    seasons={
        **shared("SP", "春季 春天"),
        **shared("SU", "夏季 夏天"),
        **shared("FA", "秋季 秋天"),
        **shared("WI", "冬季 冬天"),
    },
    parts_of_day={
        **shared("MO", "凌晨 清晨 早晨 早上 上午 晨"),
        **shared("MI", "中午 正午"),
        **shared("AF", "下午 午后"),
        **shared("EV", "傍晚 晚上 晚间 晚"),
        **shared("NI", "深夜 夜间 夜里 午夜 半夜"),
    },
    holidays={
        "元旦": "new_year",
        **shared("labour_day_may", "五一节 劳动节 五一劳动节 五一国际劳动节"),
        **shared("womens_day", "三八妇女节 三八节"),
        **shared("china_national_day", "国庆节 國慶節"),
        **shared("christmas", "圣诞节 聖誕節"),
        "平安夜": "christmas_eve",
        "情人节": "valentines_day",
    },
    units={},
    plural_units={
        **shared(Unit.SECOND, "秒 秒钟"),
        **shared(Unit.MINUTE, "分钟 分鐘"),
        **shared(Unit.HOUR, "小时 个小时 小時 個小時 钟头 个钟头"),
        **shared(Unit.DAY, "天 昼夜"),
        **shared(Unit.WEEK, "周 星期 个星期 个礼拜 週 個星期"),
        **shared(Unit.MONTH, "个月 個月 个多月"),
        **shared(Unit.QUARTER, "季度 个季度 個季度"),
        **shared(Unit.YEAR, "年 个年头"),
        **shared(Unit.CENTURY, "个世纪 個世紀"),
    },
    numbers=_NUMBERS,
    multiples={"百": 100, "千": 1000, "万": 10000, "萬": 10000},
    amounts={**shared(None, "几 数 多 若干 好几 十几 几十 数十 数百 上百 上千 幾 數")},
    ordinals={f"第{digit}": number for digit, number in _DIGITS.items()},
    quarter_names={"首季": 1, "首季度": 1},
    decades={ten: number // 10 for ten, number in _TENS.items()},
    day_words={
        **shared(-2, "前天 前日"),
        **shared(-1, "昨天 昨日"),
        **shared(0, "今天 今日"),
        **shared(1, "明天 明日"),
        **shared(2, "后天 後天"),
    },
    deictics={
        **shared(-1, "上 上个 上個"),
        **shared(0, "本"),
        **shared(1, "下 下个 下個"),
        "上上": -2,
    },
    year_references={
        "前年": -2,
        **shared(-1, "去年 上年"),
        **shared(0, "今年 本年"),
        "明年": 1,
        "后年": 2,
    },
    phrases=PHRASES,
    modifiers=MODIFIERS,
    modifiers_behind=MODIFIERS_BEHIND,
    range_words=phrases("至, 到, -, —, ～, ~, －, ―"),
    and_words=words("和 、 与 及 或"),
    before_year=words("在 于 从 自 到 至 由 （ ( 年 - — ～"),
    never_before_year=words("约 近 第 共 达 . $ ￥"),
    never_after_year=words(
        "元 人 万 亿 公里 米 吨 名 个 多 余 家 户 % 美元 亩 次 件 台 辆 种 套 分 点"
    ),
    future_words=words("将 將 将于 将在 拟 计划 预计 即将 有望 将会 将要 准备 打算"),
    past_words=words("了 已 已经 曾 曾经 过"),
    future_before=words("直到"),
    past_before=words("自 自从 截至"),
)
