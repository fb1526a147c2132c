# ruff: noqa: RUF001 - full-width signs are meant
"""Chinese: the phrases, by construction; `constructions` tells what each means, `patterns` how one is written.

A text without spaces is cut into the longest of these words, so a word that only looks like a time is
kept from being cut by naming it ("no_time").
"""

from collections.abc import Mapping

from copydesk.annotate.dates.pack import Phrases

_DIGIT_WORDS = "一|二|两|三|四|五|六|七|八|九|十|百|千|万|亿|几|数|多|#"
_MORE = "[多|余]"
_ERAS = "民国|昭和|平成|令和|大正|明治|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统|洪武|永乐|万历|崇祯|贞观|开元"
_CLOCKS = (
    "<hourword> 点|时|点钟 [<minute> 分]",
    "<hourword> 点|时 半 {past=30}",
    "<hourword> 点|时 一刻 {past=15}",
)
_DAYS = (
    "<monthdigits> 月 <day> 日|号",
    "<month> <dayname> 日|号",
    "<year> 年 <monthdigits> 月 <day> 日|号",
    "<year> 年 <month> <dayname> 日|号",
    "<yearref> <monthdigits> 月 <day> 日|号",
    "<yearref> <month> <dayname> 日|号",
    "<day> 日|号",
    "<dayname:day> 日|号",
)
_LINKS = "至|到|-|--|—|～|~"
_DAY_GUARD = "{not_after=元|均|内|游|后|前|间|本|报|常|用|以|之|子|夜}"
_WEEKDAY_GUARD = f"{{not_before={_DIGIT_WORDS}}} {{not_after=次|期|天|年|个}}"
_COUNT_BEFORE = f"{{not_before={_DIGIT_WORDS}|第|.|点|零|〇}}"
_WEEK_TAIL = "{not_after=围|边|密|到|全|折|转|期|刊|岁|报|旋|身|遭|长|易|末}"
_ENDS = "{after=.|,|;|)|^|。|，|、|；|）|的|来|里|也|就|都|还|在|我|是|”}"

PHRASES: Mapping[str, Phrases] = {
    "no_time": (
        "农历|阴历|夏历|旧历 <month> [<dayname>] [日]",  # of the moon
        "农历|阴历|夏历|旧历 <monthdigits> 月 [<day>] [日]",
        "农历|阴历|夏历|旧历 <year> 年 <month> [<dayname>] [日]",
        "公元前 <cardinal> 年",
        "公元前 <day> 世纪",
        "公元前 <dayname> 世纪",
        f"{_ERAS} <cardinal> 年",
        "<cardinal> 周年|周岁|岁|年级",
        "<cardinal> 年|周|天|日|月 代表|刊|报|制|期",
        "以上|以下|网上|世界上|船上|路上|基本|根本|日本|资本|成本|样本|版本|剧本|文本|原本|完全年|上年纪|出现在|发现在|体现在|表现在|呈现在|实现在|实现|呈现|发现|出现|体现|表现|展现|兑现",
        "上年级|下年级|低年级|高年级|同年级|日前往|天前往|年前往|月前往|目前提|当前提|万年青|百年好合",
        "今天日报|今日头条|明天会更好|昨日重现|过去了|过去的|一天天|一年一度的",
        "一下|一下子|天下|上天|下天",
    ),
    "month_day": (
        "[<year> 年] <monthdigits> 月 <day> 日|号 [（|( <weekday> ）|)]",
        "<yearref> <monthdigits> 月 <day> 日|号",
        "[<year> 年] <monthdigits> 月 <day> {after=至|-|--|—|～|~|、|到}",
        "[<year> 年] <month> <dayname> 日|号",
        "<yearref> <month> <dayname> 日|号",
        "[<year> 年] <month> <day> 日|号",
        "<year> . <monthdigits> . <day>",
        "<yeardigits> 年 <monthdigits> 月 <day> 日|号",  # 18年10月1日
    ),
    "day_of_month": (
        f"<day> 日 {_DAY_GUARD} {{not_before=月|第|每|#}}",
        f"<dayname> 日 {_DAY_GUARD} {{not_before=月|第|每|#|正|多|几|数|二|三|十}}",
        f"本月|这个月 <day> 日|号 {_DAY_GUARD} {{step=0}}",
        f"上月|上个月 <day> 日|号 {_DAY_GUARD} {{step=-1}}",
        f"下月|下个月 <day> 日|号 {_DAY_GUARD} {{step=1}}",
    ),
    "month": (
        "<year> 年 <monthdigits> 月 [份] {not_after=球|#}",
        "<yearref> <monthdigits> 月 [份]",
        "<year> 年 <month> [份]",
        "<yearref> <month> [份]",
        "<monthdigits> 月 [份] {not_before=第|#|.|个} {not_after=龄|前|后|内|以|之|球|#}",
        f"<month> [份] {_COUNT_BEFORE} {{not_after=龄|前|后|内|以|之}}",
        "同年|当年 <monthdigits> 月 [份] {told=1}",
        "<yeardigits> 年 <monthdigits> 月 [份]",
        # the first of months that share the sign: 2023年1至10月; without a year `ranges` reads them
        *(
            f"{year} {month} {{after={_LINKS}}}"
            for year in ("<year> 年", "<yearref>")
            for month in ("<monthdigits>", "<dayname:month>")
        ),
    ),
    "year": (
        "<year> 年 [度] {not_after=前|后|间|代}",
        "<year> 年 度",
        "<year> 年 前|以前|之前|后|以后|之后",  # no such count of years
        "<bareyear> {after=至|到|-|--|—|～|~|和|、|及|与}",
        "<bareyear> / <year:second> 年 度",
    ),
    "decade": (
        "[<day:century> 世纪] <tens> 年代",
        "[<dayname:century> 世纪] <decadeword> 年代",
        "[<dayname:century> 世纪] <tens> 年代",
        # in a text of before 2001 the century before is the nineteenth: rare enough
        "上世纪|上个世纪 <tens> 年代 {century=20}",
        "上世纪|上个世纪 <decadeword> 年代 {century=20}",
    ),
    "century": (
        "<day:ordinal> 世纪",
        f"<dayname:ordinal> 世纪 {_COUNT_BEFORE}",
    ),
    "quarter": (
        "[<year> 年] <ordinal> 季度",
        "<yearref> <ordinal> 季度",
        "[<year> 年] 第 <day:ordinal> 季度",
        "<yearref> 第 <day:ordinal> 季度",
        "[<year> 年] <dayname:ordinal> 季度 {not_before=前|头|后|上|下}",
        "<yearref> <dayname:ordinal> 季度",
        "<yearref> <quartername>",
        "[<year> 年] <quartername>",
    ),
    "half": (
        "[<year> 年] 上半年 {ordinal=1}",
        "[<year> 年] 下半年 {ordinal=2}",
        "<yearref> 上半年 {ordinal=1}",
        "<yearref> 下半年 {ordinal=2}",
    ),
    "season": (
        "<year> 年 <season>",
        "<yearref> <season>",
        "今春 {season=SP} {step=0}",
        "今夏 {season=SU} {step=0}",
        "今秋 {season=FA} {step=0}",
        "今冬 {season=WI} {step=0}",
        "去冬 {season=WI} {step=-1}",
        "去夏 {season=SU} {step=-1}",
        "去秋 {season=FA} {step=-1}",
    ),
    "holiday": ("<year> 年 <holiday>", "<yearref> <holiday>", "<holiday>"),
    "day_word": (f"<dayword> {_COUNT_BEFORE[:-1]}|年|月|天}}",),
    "part_of_day": (
        "<dayword> <part>",
        "<weekday> <part>",
        *(f"{day} <part>" for day in _DAYS),
        "今晨|今早 {dayword=0} {part=MO}",
        "今晚|今夜 {dayword=0} {part=NI}",
        "昨晚|昨夜 {dayword=-1} {part=NI}",
        "昨晨 {dayword=-1} {part=MO}",
        "明晨|明早 {dayword=1} {part=MO}",
        "明晚 {dayword=1} {part=NI}",
        "当晚 {part=NI}",
        "当天|当日 <part>",
        "<day> 日|号 <part>",
        "<dayname:day> 日|号 <part>",
    ),
    "weekday": (f"<weekday> {_WEEKDAY_GUARD}",),
    "weekend": ("周末|双休日 {not_before=每|个}",),
    "told_unit": (
        "次日|翌日|第二天|隔天 {unit=day} {step=1}",
        "上年|上年度|上一年 {unit=year} {step=-1} {not_before=以}",
        "前一天|前一日 {unit=day} {step=-1}",
        "次年|翌年|第二年 {unit=year} {step=1}",
        "次月 {unit=month} {step=1}",
    ),
    "relative_unit": (
        f"<step> 周|星期|礼拜 {{unit=week}} {_WEEK_TAIL}",
        f"这周|这星期|这个星期|这礼拜 {{unit=week}} {{step=0}} {_WEEK_TAIL}",
        "<step> 周末 {unit=weekend}",
        "本月|这个月|本月份 {unit=month} {step=0}",
        "上月|上个月 {unit=month} {step=-1} {not_before=以|马} {not_after=球}",
        "下月|下个月 {unit=month} {step=1} {not_before=以|马}",
        "上上个月 {unit=month} {step=-2}",
        "今年|本年|本年度|今年度|今岁 {unit=year} {step=0}",
        "去年|去年度 {unit=year} {step=-1}",
        "明年|下一年度 {unit=year} {step=1}",
        "前年 {unit=year} {step=-2} {not_before=年|天|月|周|日}",
        "后年 {unit=year} {step=2} {not_before=以|之|年|天|月|周|日}",
        "本季度|本季 {unit=quarter} {step=0}",
        "上季度|上个季度|上一季度 {unit=quarter} {step=-1}",
        "下季度|下个季度|下一季度 {unit=quarter} {step=1}",
        "本世纪 {unit=century} {step=0}",
        "上世纪|上个世纪 {unit=century} {step=-1}",
        "下世纪|下个世纪 {unit=century} {step=1}",
    ),
    "relative_weekday": (
        "上一个 <weekday> {step=-1}",
        "下一个 <weekday> {step=1}",
    ),
    "weekday_of": (
        "<step> <weekday>",
        "这 <weekday> {step=0}",
    ),
    "same_unit": (
        "当天|当日|同日|同一天|这一天|那天|这天 {unit=day} {not_after=本}",
        "当月|同月 {unit=month}",
        "当年|同年|那一年|这一年|那年 {unit=year}",
        "当周 {unit=week}",
    ),
    "part_of_unit": (
        f"年 初 {{unit=year}} {{mod=START}} {_COUNT_BEFORE}",
        f"年 底|末 {{unit=year}} {{mod=END}} {_COUNT_BEFORE}",
        f"月 初 {{unit=month}} {{mod=START}} {_COUNT_BEFORE}",
        f"月 底|末 {{unit=month}} {{mod=END}} {_COUNT_BEFORE}",
    ),
    "ago": (f"<number> {_MORE} <units> {_MORE} 前|以前|之前",),
    "in": (f"<number> {_MORE} <units> {_MORE} 后|以后|之后|过后",),
    "later": (f"<number> {_MORE} <units> {_MORE} 后|以后|之后|过后",),
    "set": (
        "每|每个 <units>",
        "每 <cardinal> <units>",
        "每年|每一年|历年 {unit=year}",
        "每月|每个月 {unit=month}",
        "每个星期 {unit=week}",
        "每天|每日|每一天|天天 {unit=day}",
        "每小时|每个小时 {unit=hour}",
        "每季度|每个季度 {unit=quarter}",
    ),
    "set_weekday": ("每|每个|每逢 <weekday> [<part>] {not_after=次|期|天|年|个}",),
    "set_season": ("每 [年] <season>",),
    "set_turn": (
        "年 {turn=P1Y} {after=产|产值|产量}",
        "一周一次|每周一次 {turn=P1W}", "一年一度|一年一次 {turn=P1Y}"),
    "duration": (
        f"<number> {_MORE} <units> {_MORE} {_COUNT_BEFORE}",
        f"<number> 个 半 <units> {_COUNT_BEFORE} {{added=0.5}}",
        f"<number> 年 半 {{unit=year}} {_COUNT_BEFORE} {{added=0.5}}",
        f"今后|未来|过去|最近|近|前|头|后|连续|这|最后|此后|历时 <number> {_MORE} <units> {_MORE}",
        f"<dayname:number> 至|到 <dayname:second> <units> {_COUNT_BEFORE}",
        f"<number> 天 半 {{unit=day}} {_COUNT_BEFORE} {{added=0.5}}",
        f"<day:number> 至|到|-|— <day:second> <units> {_COUNT_BEFORE}",  # not 1996至1998年
        "半月 {number=0.5} {unit=month} {not_before=上|下|#} {not_after=刊|谈}",
        "半年|大半年 {number=0.5} {unit=year} {not_before=上|下}",
        "半小时|半个小时 {number=0.5} {unit=hour}",
        "半个月 {number=0.5} {unit=month}",
        "半个世纪 {number=0.5} {unit=century}",
        "全年 {number=1} {unit=year} {not_before=完|安}",
        "全天 {number=1} {unit=day} {not_after=候}",
    ),
    "indefinite_duration": (
        "连年 {unit=year}",
        "连日 {unit=day}",
        "连月 {unit=month}",
    ),
    "clock": (
        *(f"<part> {clock}" for clock in _CLOCKS),
        *(f"<dayword> [<part>] {clock}" for clock in _CLOCKS),
        *(f"<weekday> [<part>] {clock}" for clock in _CLOCKS),
        *(f"{day} [<part>] {clock}" for day in _DAYS for clock in _CLOCKS),
        "今晨|今早 <hourword> 点|时 [<minute> 分] {dayword=0} {part=MO}",
        "今晚 <hourword> 点|时 [<minute> 分] {dayword=0} {part=NI}",
        "昨晚 <hourword> 点|时 [<minute> 分] {dayword=-1} {part=NI}",
        "当晚|当天晚上 <hourword> 点|时 [<minute> 分] {part=NI}",
        "当晚|当天晚上 <hourword> 点|时 半 {past=30} {part=NI}",
        "今晚 <hourword> 点|时 半 {past=30} {dayword=0} {part=NI}",
        "昨晚 <hourword> 点|时 半 {past=30} {dayword=-1} {part=NI}",
        f"<hourword> 点|时|点钟 <minute> 分 {_COUNT_BEFORE}",
        f"<hour> 时 [许] {_COUNT_BEFORE} {{not_after=代|间|期|候|段|装|速|报}}",
        f"<hourword> 点钟 {_COUNT_BEFORE}",
        f"<hourword> 点 半 {_COUNT_BEFORE} {{past=30}}",
        "<part> <clocktime>",
        "<dayword> [<part>] <clocktime>",
        "<clocktime> {before=于|至|在|到|日|-|—|从}",
    ),
    "vague": (
        "目前|现在|当前|如今|当今|现今|眼下|此刻|时下 {ref=PRESENT_REF}",
        "现 {ref=PRESENT_REF} {after=已|正|仍|共|有|为}",
        "近期 {ref=FUTURE_REF} {after=将|还|拟|内|可|有}",
        "近年|近几年|近些年 {ref=PAST_REF}",
        "最近|近日|近来|不久前|前不久|近期|前几年|前些年|早些时候|几年前|多年前|昔日|新近|往年 {ref=PAST_REF}",
        f"日 前 {{ref=PAST_REF}} {_COUNT_BEFORE}",
        f"过去|以往|从前|以前 {{ref=PAST_REF}} {_ENDS}",
        "今后|将来|不久的将来 {ref=FUTURE_REF}",
        f"日 后 {{ref=FUTURE_REF}} {_COUNT_BEFORE}",
        f"未来 {{ref=FUTURE_REF}} {_ENDS}",
    ),
}  # fmt: skip
MODIFIERS: Mapping[str, Phrases] = {
    "APPROX": ("大约|大概|约|近|将近|差不多",),
    "MORE_THAN": ("超过|多于",),
    "LESS_THAN": ("不到|不足|少于",),
    "EQUAL_OR_MORE": ("至少|不少于",),
    "EQUAL_OR_LESS": ("至多|最多|不超过",),
}
MODIFIERS_BEHIND: Mapping[str, Phrases] = {
    "START": ("初|初期|伊始|之初|早期|前期|上旬 {not_after=步|级|次|中|一|二|三}", "年 初"),
    "MID": ("中期|中叶|中旬",),
    "END": ("底|末|末期|后期|晚期|下旬 {not_after=特|线|层|盘|价|气|部|下}", "年 底|末"),
}
