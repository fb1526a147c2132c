# ruff: noqa: RUF001, RUF002 - Cyrillic letters look like Latin ones, and are meant
"""Russian: the words. Its phrases are in `russian_phrases`.

A form with "ё" stands beside the one with "е", since print mostly leaves the dots out.
"""

from copydesk.annotate.dates.algebra import Unit
from copydesk.annotate.dates.pack import LanguagePack
from copydesk.annotate.dates.packs.russian_phrases import MODIFIERS, PHRASES
from copydesk.annotate.dates.packs.words import inflected, numbered, phrases, shared, words

_HARD = "ый ой ого ому ым ом ая ую ое ые ых ыми"
_SOFT = "ий его ему им ем яя ей юю ее ие их ими"
_HUSHED = "ий его ему им ем ая ей ую ее ие их ими"
_ADVERB = f"о {_HARD}"

_MONTHS = {
    **inflected(
        {"январ": 1, "феврал": 2, "апрел": 4, "июн": 6, "июл": 7, "сентябр": 9, "октябр": 10,
         "ноябр": 11, "декабр": 12},
        "ь я ю ем ём е",
    ),
    **inflected({"март": 3, "август": 8}, "- а у ом е"),
    **inflected({"ма": 5}, "й я ю ем е"),
}  # fmt: skip
_WEEKDAYS = {
    **inflected({"понедельник": 1, "вторник": 2, "четверг": 4}, "- а у ом е"),
    "среду": 3,  # its other forms mostly mean the environment: they are in the phrases
    **inflected({"пятниц": 5}, "а ы е у ей"),
    **inflected({"суббот": 6}, "а ы е у ой"),
    **inflected({"воскресень": 7}, "е я ю ем"),
}
_ADVERBIAL_PARTS = {"утром": "MO", "вечером": "EV", "ночью": "NI"}
_ORDINALS = {
    **inflected(
        numbered("перв втор")
        | numbered("четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат"
                   " пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат", 4)
        | {"тридцат": 30},
        _HARD,
    ),
    **inflected({"трет": 3}, "ий ьего ьему ьим ьем ья ьей ью ье ьи ьих ьими"),
}  # fmt: skip
_NUMBERS = {
    "ноль": 0,
    **numbered("один|одна|одно|одного|одной|одну|одним|одном два|две|двух|двум|двумя|двое|двоих"
               " три|трех|трёх|трем|трём|тремя|трое|троих"
               " четыре|четырех|четырёх|четырем|четырём|четырьмя|четверо пять|пяти|пятью|пятеро"
               " шесть|шести|шестью семь|семи|семью восемь|восьми|восемью девять|девяти|девятью"
               " десять|десяти|десятью"),
    **{f"{stem}{ending}": number
       for stem, number in numbered("одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат"
                                    " семнадцат восемнадцат девятнадцат", 11).items()
       for ending in ("ь", "и", "ью")},
    **shared(200, "двести двухсот"),
    **shared(300, "триста трехсот трёхсот"),
    **shared(400, "четыреста четырехсот четырёхсот"),
    **shared(500, "пятьсот пятисот"),
}  # fmt: skip
_TENS = {
    **shared(20, "двадцать двадцати двадцатью"),
    **shared(30, "тридцать тридцати тридцатью"),
    **shared(40, "сорок сорока"),
    **shared(50, "пятьдесят пятидесяти"),
    **shared(60, "шестьдесят шестидесяти"),
    **shared(70, "семьдесят семидесяти"),
    **shared(80, "восемьдесят восьмидесяти"),
    **shared(90, "девяносто девяноста"),
}
_STEPS = {
    **inflected({"прошл": -1, "позапрошл": -2}, _HARD),
    **inflected({"минувш": -1, "текущ": 0, "следующ": 1, "будущ": 1}, _HUSHED),
    **inflected({"нынешн": 0}, _SOFT),
    **shared(0, "этот этого этому этим этом эта этой эту"),
}
_YEAR_STEPS = {
    **shared(-1, "прошлого минувшего"),
    **shared(0, "этого нынешнего текущего сего"),
    **shared(1, "следующего будущего"),
    "позапрошлого": -2,
}

RUSSIAN = LanguagePack(
    language_code="ru",
    number_order="DMY",
    ordinal_suffixes=("-го", "-ого", "-е", "-ое", "-й", "-ый", "-я", "-ая", "-му", "-м", "-ю"),
    decade_suffixes=("-х", "-е", "-ых", "-ые", "-м", "-ми"),
    decimal_comma=True,
    months=_MONTHS,
    month_abbreviations=numbered("янв фев|февр мар апр май июн июл авг сен|сент окт ноя|нояб дек"),
    months_also_words=words("марта марте марту мартом мая августа августе"),  # given names
    weekdays=_WEEKDAYS,
    weekday_abbreviations=numbered("пн вт ср чт пт сб вс"),
    recurring_weekdays=numbered(
        "понедельникам вторникам средам четвергам пятницам субботам воскресеньям"
    ),
    names_before_weekday=words("окружающую городскую"),
    seasons={
        **inflected({"весн": "SP", "зим": "WI"}, "а ы е у ой"),
        **inflected({"лет": "SU"}, "о ом"),
        **inflected({"осен": "FA"}, "ь и ью"),
    },
    parts_of_day={
        **shared("MO", "утро утра утру"),
        **shared("EV", "вечер вечера вечеру"),
        **shared("NI", "ночь ночи"),
        **shared("AF", "днем днём"),
        **_ADVERBIAL_PARTS,
    },
    recurring_parts_of_day=_ADVERBIAL_PARTS,
    holidays={
        **dict.fromkeys(("новый год", "нового года", "новому году", "новым годом"), "new_year"),
        **dict.fromkeys(
            ("день победы", "дня победы", "дню победы", "днем победы", "днём победы"),
            "victory_day_may_9",
        ),
        **dict.fromkeys(
            ("международный женский день", "международного женского дня"), "womens_day"
        ),
    },
    units={
        **inflected({"секунд": Unit.SECOND, "минут": Unit.MINUTE}, "а ы е у ой"),
        **inflected({"час": Unit.HOUR}, "- а у ом е"),
        **shared(Unit.DAY, "день дня дню дне"),
        **inflected({"недел": Unit.WEEK}, "я и е ю ей"),
        **shared(Unit.WEEKEND, "уик-энд"),
        **inflected({"месяц": Unit.MONTH}, "- а у ем е"),
        **inflected({"квартал": Unit.QUARTER}, "- а у ом е"),
        **inflected({"год": Unit.YEAR}, "- а у ом е"),
        **inflected({"десятилети": Unit.DECADE}, "е я ю ем и"),
        **inflected({"век": Unit.CENTURY}, "- а у ом е"),
        **inflected({"столети": Unit.CENTURY}, "е я ю ем и"),
        **inflected({"тысячелети": Unit.MILLENNIUM}, "е я ю ем и"),
    },
    # What stands behind a number: after 21 the singular, after two to four its genitive.
    plural_units={
        **inflected({"секунд": Unit.SECOND, "минут": Unit.MINUTE}, "а ы - у ам ами ах"),
        **inflected({"час": Unit.HOUR}, "- а ов ам ами ах"),
        **shared(Unit.DAY, "день дня дни дней дням днями днях суток сутки сутками сутках"),
        **inflected({"недел": Unit.WEEK}, "я и ю ь ям ями ях"),
        **inflected({"месяц": Unit.MONTH}, "- а ы ев ам ами ах"),
        **inflected({"квартал": Unit.QUARTER}, "- а ы ов ам ами ах"),
        **shared(Unit.YEAR, "год года лет годам годами годах"),
        **inflected({"десятилети": Unit.DECADE}, "е я й ям ями ях"),
        **inflected({"век": Unit.CENTURY}, "- а ов ам ами ах"),
        **inflected({"столети": Unit.CENTURY}, "е я й ям ями ях"),
        **inflected({"тысячелети": Unit.MILLENNIUM}, "е я й ям ями ях"),
    },
    numbers=_NUMBERS,
    tens=_TENS,
    multiples={
        **shared(100, "сто ста"),
        **shared(1000, "тысяча тысячи тысячу тысяч тыс"),
        **shared(10, "десяток десятка"),
    },
    amounts={
        **shared(2, "оба обоих обе обеих"),
        **shared(1.5, "полтора полторы полутора"),
        **shared(None, "несколько нескольких нескольким несколькими пару"),
    },
    added_amounts={"с половиной": 0.5},
    ordinals=_ORDINALS,
    decades=inflected(
        {
            "двадцат": 2,
            "тридцат": 3,
            "сороков": 4,
            "пятидесят": 5,
            "шестидесят": 6,
            "семидесят": 7,
            "восьмидесят": 8,
            "девяност": 9,
        },
        "ые ых ым ыми",
    ),
    day_words={"позавчера": -2, "вчера": -1, "сегодня": 0, "завтра": 1, "послезавтра": 2},
    deictics=_STEPS,
    told_deictics=inflected({"последующ": 1, "предыдущ": -1}, _HUSHED),
    year_references={
        **{f"{step} года": count for step, count in _YEAR_STEPS.items()},
        "с.г.": 0,
        "прошлом году": -1,
        "этом году": 0,
        "следующем году": 1,
        "будущем году": 1,
    },
    recurrences={
        **inflected({"ежедневн": "P1D", "еженедельн": "P1W", "ежемесячн": "P1M"}, _ADVERB),
        **inflected({"ежеквартальн": "P3M", "ежегодн": "P1Y", "ежечасн": "PT1H"}, _ADVERB),
    },
    time_zones=frozenset(
        {
            "мск",
            "utc",
            "gmt",
            "по мск",
            "по московскому времени",
            "по местному времени",
            "по гринвичу",
            "московского времени",
        }
    ),
    phrases=PHRASES,
    modifiers=MODIFIERS,
    deictic_starts=words("последние последних прошлые ближайшие ближайших"),
    range_words=phrases("-, по, до"),
    between_words=words("между"),
    and_words=words("и или"),
    before_year=words("в с со до к на от за по после между и ( / сезон сезона сезоне"),
    never_before_year=words(
        "около более менее свыше примерно почти статья статьи номер № рейс дом"
    ),
    never_after_year=words(
        "% процентов рублей рубля руб долларов доллара евро гривен человек людей жителей тысяч млн млрд"
        " миллионов миллиардов тонн метров километров км кг кв гектаров домов квартир раз мест солдат"
        " военных единиц штук лет дней часов минут секунд месяцев недель баллов очков страниц"
        " погибших раненых детей семей участников предприятий компаний"
    ),
    before_month=words(
        "в во с со до к по на от после начала начале началу середине середины середину конца конце концу"
        " и или - , ( за прошлого этого минувшего каждого каждый первых последних"
    )
    | frozenset(_ORDINALS),
    joining_words=words("и или , - на"),
    after_month=words("и до по прошлого этого следующего ,"),
    future_words=words(
        "будет будут будем буду станет станут планирует планируют планируется намерен намерена намерены"
        " состоится состоятся пройдет пройдёт пройдут начнется начнётся начнутся собирается собираются"
        " предстоит ожидается ожидаются должен должна должно должны может могут примет примут откроется"
        " откроют завершится завершат появится появятся вступит вступят прибудет приедет выступит"
        " проведет проведёт проведут запланирован запланирована запланировано запланированы"
    ),
    past_words=words("был была было были стал стала стало стали"),
    present_words=words("является являются есть идет идёт проходит продолжается"),
    past_suffixes=(
        "ал",
        "ил",
        "ел",
        "ул",
        "ыл",
        "ял",
        "ала",
        "ила",
        "ела",
        "ула",
        "ыла",
        "яла",
        "ало",
        "ило",
        "ело",
        "уло",
        "ыло",
        "яло",
        "али",
        "или",
        "ели",
        "ули",
        "ыли",
        "яли",
        "лся",
        "лась",
        "лось",
        "лись",
        "шел",
        "шёл",
        "шла",
        "шло",
        "шли",
    ),
    not_past=words(
        "недели начала начало отдел отдела предел материал материала"
        " квартал квартала капитал капитала  журнал журнала сигнал канал канала"
        " генерал финал финала портал портала вокзал вокзала идеал мобили модели цели"
        ""
    ),
    future_before=phrases("до, к, ко, не позднее, не ранее"),
)
