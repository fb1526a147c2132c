# ruff: noqa: RUF001 - Cyrillic letters look like Latin ones, and are meant
"""Russian: the phrases, by construction; `constructions` tells what each means, `patterns` how one is written."""

from collections.abc import Mapping

from copydesk.annotate.dates.pack import Phrases

_YEAR_WORDS = "год|года|году|годом|годе"
_YEAR = f"[[,] <yearref> [{_YEAR_WORDS}]]"
_ABOUT = "[около|примерно|почти|приблизительно]"
_QUALIFIER = "[полных|полные|целых|долгих|календарных|рабочих|ближайших|последних]"
_EVERY = "каждый|каждого|каждому|каждым|каждом|каждая|каждой|каждую|каждое|каждые"
_THAT = "тот|того|тому|тем|том|та|той|ту"
_CLOCK_BEFORE = "{before=в|с|до|к|на|около|после|примерно|по}"
_HOUR_BEFORE = "{before=в|к|на|около}"
_HOURS = "час|часа|часов"
_RATE_BEFORE = "{before=раз|раза|рублей|тысяч|миллионов|миллиардов|тонн|часов|долларов|евро|#}"
# Before any other word "среду" is more often the environment than a Wednesday.
_WEEKDAY_BEFORE = (
    "{before=в|во|на|по|до|с|со|к|ко|от|после|и|или|,|.|-|--|(|:|^|утро|утром|днем|днём|день|вечер"
    "|вечером|вечера|ночь|ночью|полдень|уже|лишь|только}"
)
# before any other word it is the eve of something: накануне выборов
_NO_EVE = (
    "{after=.|,|;|:|)|^|в|во|на|с|со|из|по|у|к|о|об|за|от|для|под|при|и|а|он|она|они|мы|я|был|была|было|были|стало|стал"
    "|стала|заявил|заявила|заявили|сообщил|сообщила|сообщили|сообщало|сообщал|сообщалось|написал|написала|рассказал"
    "|рассказала|подписал|объявил|объявила|провел|провёл|прошел|прошёл|прошла|прошли|состоялся|состоялась|принял|приняла"
    "|назвал|отметил|поздно|рано|также|уже|не}"
)
_CLAUSE_END = "{after=.|,|;|)|^}"

PHRASES: Mapping[str, Phrases] = {
    "no_time": (
        "ему|ей|мне|им|вам|нам|мальчику|девочке|мужчине|женщине <cardinal> <units>",  # ages
        "исполнилось|исполнится|исполняется|исполнился <cardinal> <units>",
        "возрасте [до|от|старше] <cardinal> <units>",
        "старше|младше|моложе <cardinal> <units>",
        "<cardinal> - летний|летняя|летнего|летней|летнему|летнюю|летним|летние|летних",
        "<roman> век|века|веке|веков|в [.] до нашей эры",
        "<roman> век|века|веке|веков|в [.] до н . э .",
        f"<cardinal> {_YEAR_WORDS} до нашей эры",
        f"<cardinal> {_YEAR_WORDS} до н . э .",
        "добрый|доброе|доброго день|утро|вечер|дня|утра|вечера",
        "спокойной|доброй ночи",
        "среду обитания|общения",
        "весом|вес|массой <cardinal> г .",  # grams
        "повестка|повестке|повестку|повестки дня",
    ),
    "month_day": (
        f"[<weekday> [,]] <day> <month> {_YEAR}",
        "[<weekday> [,]] <day> <month> <year> г .",
        f"среда , <day> <month> {_YEAR} {{weekday=3}}",
    ),
    "ordinal_day": (
        f"[<weekday> [,]] <ordinal> <month> {_YEAR}",
        "<ordinal> <month> <year> г .",
    ),
    "day_of_month": (
        "<day> число|числа {before=до|с|к|после|на}",
    ),
    "nth_weekday": (
        f"<ordinal> <weekday> <month> {_YEAR}",
        f"последний|последнего|последнюю|последнее|последняя <weekday> <month> {_YEAR} {{ordinal=-1}}",
    ),
    "month": (
        f"<month> [,] <yearref> [{_YEAR_WORDS}]",
        "<month> <year> г .",
        "<month> того же года {told=1}",
        "<month>",
    ),
    "year": (
        f"<year> {_YEAR_WORDS}",
        "<year> годы|годов|годам|годах|годами",
        "<year> г|гг .",
        "<year> г|гг {before=в|с|до|к|на|-|за}",
        "<bareyear> {before=с|со|между|от} {after=по|до|и|-|--}",
        "<bareyear> {before=(|/} {after=)|-|--|/}",
        "<bareyear> {before=в|за|на|сезон|сезона|сезоне} {after=-|--|/}",
        "<bareyear> {before=в|и} {after=,|и}",
        "<bareyear> {before=-} {after=)}",
    ),
    "decade": (
        "<decade> годы|годов|годам|годах|годами",
        "<decade> гг .",
        "<decade> годы|годов|годах <roman:century> века",
        "<decade> <roman:century> века",
        "<decade> {before=в|с|до|начале|начала|середине|середины|конце|конца|из} {after=.|,|;|)|^|и|-}",
        "<decadeword> годы|годов|годам|годах|годами",
        "<decadeword> {before=лихие|лихих|начале|начала|середине|середины|конце|конца}",
    ),
    "century": (
        "<roman> век|века|веке|веку|веком|веков|столетие|столетия|столетии",
        "<roman> в|вв .",
        "<ordinal> век|века|веке|веку|веком|столетие|столетия|столетии",
        "<roman> {before=в|с|начале|начала|конце|конца|середине} {after=-|--}",
    ),
    "quarter": (
        f"<ordinal> квартал|квартала|квартале|кварталу|кварталом {_YEAR}",
        f"<roman> квартал|квартала|квартале|кварталу|кварталом {_YEAR}",
        "<ordinal> квартал|квартала|квартале <year> г .",
        "<roman> квартал|квартала|квартале <year> г .",
    ),
    "half": (
        f"<ordinal> полугодие|полугодия|полугодии|полугодию {_YEAR}",
        f"<roman> полугодие|полугодия|полугодии|полугодию {_YEAR}",
        f"<ordinal> половина|половины|половине|половину <yearref> [{_YEAR_WORDS}]",
        "<ordinal> половина|половины|половине|половину года",
    ),
    "season": (
        f"<season> [,] <yearref> [{_YEAR_WORDS}]",
        "<season> <year> г .",
        "<step> <season>",
        "это лето {season=SU} {step=0} {before=в|на|за}",
        "весной {season=SP}",
        "летом {season=SU}",
        "осенью {season=FA}",
        "зимой {season=WI}",
    ),
    "day_word": (
        "<dayword>",
        "сегодняшний|сегодняшнего|сегодняшнему|сегодняшним|сегодняшнем день|дня|дню|днем|днём|дне {dayword=0}",
        "вчерашний|вчерашнего|вчерашнему|вчерашним|вчерашнем день|дня|дню|днем|днём|дне {dayword=-1}",
        "завтрашний|завтрашнего|завтрашнему|завтрашним|завтрашнем день|дня|дню|днем|днём|дне {dayword=1}",
    ),
    "part_of_day": (
        "<dayword> [рано|поздно] <part>",
        "<weekday> [рано|поздно] <part>",
        "<part> в|во <weekday>",
        "<part> <weekday>",
        "<part> <dayword>",
        "<day> <month> <part>",
        "<part> <day> <month> [<year> [года]]",
        "<step> <part>",
        "ночь на|с <weekday> {part=NI}",
        "ночь с <weekday:first> на <weekday> {part=NI}",
        "ночь на <day> <month> [<year> [года]] {part=NI}",
        "ночь с <day:first> на <day> <month> [<year> [года]] {part=NI}",
        "сегодняшним|сегодняшнее <part> {dayword=0}",
        "вчерашним|вчерашний <part> {dayword=-1}",
        "<parts>",
    ),
    "weekday": (
        f"<weekday> {_WEEKDAY_BEFORE}",
        "среды {weekday=3} {before=до|с|со|после|от|утром|вечером|вечер|утро|ночь|ночью}",
        "среде {weekday=3} {before=к}",
    ),
    "weekend": ("выходные|выходных {before=в|на|за|эти|минувшие}",),
    "adjacent_day": (
        f"накануне {{step=-1}} {_NO_EVE}",
        "накануне <part> {step=-1}",
    ),
    "told_unit": (
        "<told> <unit>",
        "следующий|следующего день|дня {unit=day} {step=1}",
        "следующее утро {unit=day} {step=1}",
    ),
    "relative_unit": (
        "<step> <unit>",
        "сего года {unit=year} {step=0}",
    ),
    "relative_weekday": (
        "<step> <weekday>",
        "это воскресенье {weekday=7} {step=0} {before=в}",
    ),
    "weekday_of": (
        "<weekday> [на] <step> неделе|недели",
        "<step> неделе [,] в|во <weekday>",
    ),
    "relative_month": ("<step> <month> {before=в}",),
    "same_unit": (
        f"{_THAT} [же] <unit>",
        "этот|этого|этому|этим|этом день|дня|дню|дне {unit=day}",
    ),
    "part_of_unit": (
        "[самом|самого] начале|начала|начало|началу <unit> {mod=START}",
        "середине|середины|середину|середина <unit> {mod=MID}",
        "[самом|самого] конце|конца|конец|концу <unit> {mod=END}",
    ),
    "ago": (
        "<number> <units> [тому] назад",
        "<unit> [тому] назад {number=1}",
        "полгода [тому] назад {number=0.5} {unit=year}",
        "полтора года [тому] назад {number=1.5} {unit=year}",
    ),
    "in": (
        f"через {_ABOUT} <number> <units>",
        "через <unit> {number=1}",
        "через полгода {number=0.5} {unit=year}",
    ),
    "earlier": (
        "<number> <units> раньше|ранее",
        f"<number> <units> до этого {_CLAUSE_END}",
        "<unit> раньше|ранее {number=1}",
        "днем|днём ранее|раньше {number=1} {unit=day}",
    ),
    "later": (
        f"через {_ABOUT} <number> <units>",
        "через <unit> {number=1}",
        "через полгода {number=0.5} {unit=year}",
        "спустя <number> <units>",
        "спустя <unit> {number=1}",
        "<number> <units> спустя",
        "<unit> спустя {number=1}",
        "<number> <units> позже|позднее",
        "<unit> позже|позднее {number=1}",
        "днем|днём позже|позднее {number=1} {unit=day}",
    ),
    "set": (
        f"{_EVERY} <unit>",
        "каждые|каждых <cardinal> <units>",
        f"в <unit> {_RATE_BEFORE}",
    ),
    "set_weekday": (
        "<weekdays> {before=по|и|,}",
        f"{_EVERY} <weekday> [<part>]",
    ),
    "set_month": (f"{_EVERY} <month>",),
    "set_season": (f"{_EVERY} <season>",),
    "set_part": (
        f"{_EVERY} <part>",
        "утрам {part=MO} {before=по}",
        "вечерам {part=EV} {before=по}",
        "ночам {part=NI} {before=по}",
    ),
    "duration": (
        f"<number> {_QUALIFIER} <units>",
        "<day:number> -|или <day:second> <units>",  # small numbers: 2019-2020 are years
        "<number> или <number:second> <units>",
        "последние|последних|прошлые|ближайшие|ближайших|следующие|предстоящие|первые|первых <number> <units>",
        "полгода|полугода {number=0.5} {unit=year}",
        "полмесяца {number=0.5} {unit=month}",
        "полчаса|получаса {number=0.5} {unit=hour}",
        "полвека {number=0.5} {unit=century}",
        "сутки {number=1} {unit=day} {before=за|на|в|последние|прошедшие|минувшие|каждые}",
        "год {number=1} {unit=year} {before=за|целый|весь|почти|около}",
        "неделю {number=1} {unit=week} {before=за|целую|всю|почти|около}",
        "месяц {number=1} {unit=month} {before=за|целый|весь|почти|около}",
        "день {number=1} {unit=day} {before=за|целый|весь}",
        "час {number=1} {unit=hour} {before=за|целый}",
        "года {number=1} {unit=year} {before=более|больше|менее|меньше|около|течение}",
        "месяца {number=1} {unit=month} {before=более|больше|менее|меньше|около|течение}",
        "недели {number=1} {unit=week} {before=более|больше|менее|меньше|около|течение}",
    ),
    "indefinite_duration": (
        "последние|последних|прошедшие|прошедших годы|лет {unit=year}",
        "последние|последних|прошедшие|прошедших месяцы|месяцев {unit=month}",
        "последние|последних|прошедшие|прошедших недели|недель {unit=week}",
        "последние|последних|прошедшие|прошедших дни|дней {unit=day}",
        "последние|последних часы|часов {unit=hour}",
        "последние|последних десятилетия|десятилетий {unit=decade}",
        "годами {unit=year} {not_before=между|перед|над|с|со}",
        "месяцами {unit=month} {not_before=между|перед|над|с|со}",
        "неделями {unit=week} {not_before=между|перед|над|с|со}",
        "долгие|долгих|многие|многих годы|лет {unit=year}",
        "много лет {unit=year}",
        "много месяцев {unit=month}",
    ),
    "clock": (
        f"<clocktime> [<zone>] {_CLOCK_BEFORE}",
        f"<clocktime> <part> {_CLOCK_BEFORE}",
        "<clocktime> <zone>",
        f"<hour> {_HOURS} [<zone>] {_HOUR_BEFORE}",
        f"<hour> {_HOURS} <minute> минут|минуты|минута [<zone>] {{before=в|к|на|около|с|до}}",
        f"<hourword> {_HOURS} <part>",
        "<hourword> <part> {before=в|к|до|с|около|после}",
        f"<hourword> [{_HOURS}] дня {{part=AF}} {{before=в|к|до|с|около|после}}",
        "полдень {minutes=720} {before=в|к|до}",
        "полночь {minutes=0} {before=в|к|до}",
    ),
    "vague_ahead": ("вскоре|скоро {ref=FUTURE_REF} {not_before=как|слишком|так}",),
    "vague": (
        "сейчас|теперь|ныне {ref=PRESENT_REF}",
        "настоящее время {ref=PRESENT_REF}",
        "данный момент {ref=PRESENT_REF} {before=в|на}",
        "недавно {ref=PAST_REF}",
        "последнее время {ref=PAST_REF}",
        "прошлом {ref=PAST_REF} {before=в} {after=.|,|;|)|^}",
        "ближайшее время {ref=FUTURE_REF}",
        "ближайшие|ближайших дни|дней|недели|недель|месяцы|месяцев|годы|лет {ref=FUTURE_REF}",
        "[ближайшем|недалеком|недалёком|обозримом] будущем {ref=FUTURE_REF} {before=в} {after=.|,|;|)|^|не|и|будет|будут}",
    ),
}  # fmt: skip
MODIFIERS: Mapping[str, Phrases] = {
    "START": ("[самом|самого] начале|начала|начало|началу|началом", "первых|первые числах|числа"),
    "MID": ("середине|середины|середину|середина",),
    "END": ("[самом|самого] конце|конца|конец|концу|концом", "последних|последние числах|числа"),
    "APPROX": ("около|примерно|почти|приблизительно|порядка",),
    "MORE_THAN": ("более|больше|свыше [чем]",),
    "LESS_THAN": ("менее|меньше [чем]",),
    "EQUAL_OR_MORE": ("не менее|меньше [чем]", "как минимум", "минимум"),
    "EQUAL_OR_LESS": ("не более|больше [чем]", "максимум"),
    "EARLIER": ("ранее в|на",),
    "LATER": ("позднее|позже в|на",),
}
