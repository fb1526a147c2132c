# ruff: noqa: RUF001 - Arabic letters look like Latin ones, and are meant
"""Arabic: the words, months in both traditions (يناير and كانون الثاني). Its phrases are in `arabic_phrases`.

A year of the Hijra is no year here: a number below 1500, or one with "هـ" behind it, is left alone, and so are the
months of the Hijra (رمضان). No table can turn them into days: they depend on who saw the moon.
"""

from collections.abc import Mapping

from copydesk.annotate.dates.algebra import Unit
from copydesk.annotate.dates.pack import LanguagePack
from copydesk.annotate.dates.packs.arabic_phrases import MODIFIERS, PHRASES
from copydesk.annotate.dates.packs.words import Value, joined, numbered, phrases, shared, words


def _with_article(table: Mapping[str, Value]) -> dict[str, Value]:
    """Words without and with the article."""
    return {**table, **{f"ال{word}": value for word, value in table.items()}}


def _accusative(table: Mapping[str, Value]) -> dict[str, Value]:
    """Adverbs, with the sign of the accusative before its letter, behind it, or left out."""
    signs = ("ا", "اً", "ًا")
    return {f"{word}{sign}": value for word, value in table.items() for sign in signs}


_MONTHS = {
    **numbered(
        "يناير|جانفي فبراير|شباط|فيفري مارس|آذار|اذار أبريل|ابريل|إبريل|نيسان|أفريل مايو|أيار|ايار"
        " يونيو|يونيه|حزيران يوليو|يوليه|تموز|جويلية أغسطس|اغسطس|آب|أوت سبتمبر|أيلول|ايلول|شتنبر"
        " أكتوبر|اكتوبر نوفمبر|نونبر ديسمبر|دجنبر"
    ),
    "كانون الثاني": 1,
    **dict.fromkeys(("تشرين الأول", "تشرين الاول"), 10),
    "تشرين الثاني": 11,
    **dict.fromkeys(("كانون الأول", "كانون الاول"), 12),
}
_WEEKDAYS = numbered(
    "الاثنين|الإثنين|الأثنين الثلاثاء|الثلثاء الأربعاء|الاربعاء الخميس الجمعة|الجمعه السبت الأحد|الاحد"
)
_PARTS = {
    **shared("MO", "صباح الصباح فجر الفجر"),
    **shared("MI", "ظهر"),
    **dict.fromkeys(("بعد ظهر", "عصر"), "AF"),
    **shared("EV", "مساء المساء"),
    **shared("NI", "ليل ليلة الليل"),
}
_TWO = 2
_ONES = numbered("واحد|واحدة اثنان|اثنين|اثنتين ثلاث|ثلاثة أربع|أربعة|اربع|اربعة خمس|خمسة ست|ستة سبع|سبعة"
                 " ثماني|ثمانية|ثمان تسع|تسعة")  # fmt: skip
_TENS = {
    ten: 10 * number
    for ten, number in numbered(
        "عشرون|عشرين ثلاثون|ثلاثين أربعون|أربعين خمسون|خمسين ستون|ستين سبعون|سبعين ثمانون|ثمانين"
        " تسعون|تسعين",
        2,
    ).items()
}
_NUMBERS = {
    "صفر": 0,
    **_ONES,
    **shared(10, "عشر عشرة"),
    **{f"{one} {ten}": 10 + number for one, number in _ONES.items() if number > _TWO
       for ten in ("عشر", "عشرة")},
    **dict.fromkeys(("أحد عشر", "احد عشر", "إحدى عشرة"), 11),
    **dict.fromkeys(("اثني عشر", "اثنا عشر", "اثنتي عشرة", "اثنتا عشرة"), 12),
    **_TENS,
    **{f"{one} و{ten}": tens + number for one, number in _ONES.items() for ten, tens in _TENS.items()},
}  # fmt: skip
_ORDINAL_ONES = numbered("الحادي|الحادية الثاني|الثانية الثالث|الثالثة الرابع|الرابعة الخامس|الخامسة"
                         " السادس|السادسة السابع|السابعة الثامن|الثامنة التاسع|التاسعة")  # fmt: skip
_ORDINALS = {
    **{one: number for one, number in _ORDINAL_ONES.items() if number > 1},
    **shared(1, "الأول الأولى الاول"),
    **shared(10, "العاشر العاشرة"),
    **{f"{one} عشر": 10 + number for one, number in _ORDINAL_ONES.items()},
    **shared(20, "العشرين العشرون"),
    **{f"{one} والعشرين": 20 + number for one, number in _ORDINAL_ONES.items()},
    **{f"{one} والعشرون": 20 + number for one, number in _ORDINAL_ONES.items()},
    **shared(30, "الثلاثين الثلاثون"),
    **dict.fromkeys(("الحادي والثلاثين", "الحادي والثلاثون"), 31),
}
_SINGULAR = {
    "ثانية": Unit.SECOND, "دقيقة": Unit.MINUTE, "ساعة": Unit.HOUR, "يوم": Unit.DAY, "أسبوع": Unit.WEEK,
    "اسبوع": Unit.WEEK, "شهر": Unit.MONTH, "سنة": Unit.YEAR, "عام": Unit.YEAR, "عقد": Unit.DECADE,
    "قرن": Unit.CENTURY,
}  # fmt: skip
_ACCUSATIVE = {
    "يوم": Unit.DAY,
    "أسبوع": Unit.WEEK,
    "شهر": Unit.MONTH,
    "عام": Unit.YEAR,
    "قرن": Unit.CENTURY,
}
_UNITS = {
    **{
        word: unit
        for word, unit in _with_article(_SINGULAR).items()
        if word not in ("اليوم", "الثانية")
    },
}
_DECADES = _with_article({
    f"{stem}{ending}": number
    for stem, number in numbered("عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين", 2).items()
    for ending in ("ات", "يات")
})  # fmt: skip
_DAYS = {
    **dict.fromkeys(("أول أمس", "أول من أمس", "اول امس"), -2),
    **shared(-1, "أمس امس البارحة"),
    **shared(0, "اليوم"),
    **shared(1, "غد غدا غداً غدًا الغد"),
    "بعد غد": 2,
}
_ADVERBS = {
    **_accusative({"صباح": "MO", "فجر": "MO", "ظهر": "MI", "عصر": "AF", "ليل": "NI"}),
    **shared("EV", "مساء مساءً"),
}
_TURNS = _accusative({"يومي": "P1D", "أسبوعي": "P1W", "شهري": "P1M", "سنوي": "P1Y"})
_CLITIC_WORDS = (
    *(month for month in _MONTHS if " " not in month), "كانون", "تشرين", *_WEEKDAYS, *_UNITS,
    *(part for part in _PARTS if " " not in part), *_ADVERBS, *_TURNS, *_accusative(_ACCUSATIVE),
    *(day for day in _DAYS if " " not in day),
    *_accusative({"حالي": 0, "مؤخر": 0, "قريب": 0}), "الآن", "الان", "مؤخراً", "هذا", "هذه", "عام", "سنة",
    "يوم", "اليوم", "أمس", "امس", "الغد", "قبل", "بعد", "منذ", "كل", "الساعة", "شهر", "نهاية", "بداية",
)  # fmt: skip

ARABIC = LanguagePack(
    language_code="ar",
    number_order="DMY",
    written_together={
        **joined(("و", "ف"), _CLITIC_WORDS),  # وأمس
        **joined(("ب", "ل", "ك"), ("عام", "يوم", "شهر", "سنة", "نهاية", "بداية")),  # لعام 2021
        **joined(("ب", "ل"), ("عدة", "بضع", "بضعة")),
        **joined(("لل",), ("عام", "سنة", "شهر", "أسبوع", "ربع")),
    },
    written_before_digits=("و", "ف", "ب", "ل"),
    first_year=1500,
    months=_MONTHS,
    months_also_words=words("مارس نيسان"),  # "he exercised", a maker of cars
    weekdays=_WEEKDAYS,
    names_before_weekday=words("صلاة خطبة بين"),
    seasons=_with_article({"ربيع": "SP", "صيف": "SU", "خريف": "FA", "شتاء": "WI"}),
    parts_of_day=_PARTS,
    recurring_weekdays=numbered("اثنين|إثنين ثلاثاء أربعاء|اربعاء خميس جمعة سبت أحد"),
    recurring_parts_of_day=_ADVERBS,
    holidays=dict.fromkeys(("رأس السنة الميلادية", "عيد رأس السنة"), "new_year"),
    units=_UNITS,
    plural_units={
        **_SINGULAR,
        **_accusative(_ACCUSATIVE),
        **shared(Unit.SECOND, "ثوان ثواني"),
        **shared(Unit.MINUTE, "دقائق"),
        **shared(Unit.HOUR, "ساعات"),
        **shared(Unit.DAY, "أيام ايام"),
        **shared(Unit.WEEK, "أسابيع اسابيع"),
        **shared(Unit.MONTH, "أشهر شهور اشهر"),
        **shared(Unit.YEAR, "سنوات سنين أعوام اعوام"),
        **shared(Unit.DECADE, "عقود"),
        **shared(Unit.CENTURY, "قرون"),
    },
    numbers=_NUMBERS,
    multiples={**shared(100, "مئة مائة"), **shared(1000, "ألف آلاف الف")},
    amounts=shared(None, "عدة بضع بضعة"),
    ordinals=_ORDINALS,
    decades=_DECADES,
    day_words=_DAYS,
    deictics={
        **shared(-1, "الماضي الماضية الفائت الفائتة المنصرم المنصرمة"),
        **shared(0, "الحالي الحالية الجاري الجارية"),
        **shared(1, "المقبل المقبلة القادم القادمة"),
    },
    year_references={
        f"{year} {step}{ending}": count
        for year, ending in (("العام", ""), ("السنة", "ة"), ("عام", ""))
        for step, count in (("الماضي", -1), ("المنصرم", -1), ("الفائت", -1), ("الحالي", 0),
                            ("الجاري", 0), ("المقبل", 1), ("القادم", 1))
    } | {"هذا العام": 0, "هذه السنة": 0},
    recurrences={
        **_TURNS,
        **_with_article({"يومية": "P1D", "أسبوعية": "P1W", "شهرية": "P1M", "سنوية": "P1Y"}),
    },
    time_zones=frozenset({"بتوقيت غرينتش", "بتوقيت جرينتش", "بالتوقيت المحلي", "بتوقيت القاهرة",
                          "بتوقيت مكة المكرمة", "بتوقيت السعودية"}),
    phrases=PHRASES,
    modifiers=MODIFIERS,
    range_words=phrases("إلى, الى, حتى, -, وحتى, إلى الساعة"),
    between_words=words("بين"),
    and_words=words("و أو"),
    before_year=words("في منذ عام سنة العام حتى بين إلى الى و ( - من ل ب عامي"),
    never_before_year=words("نحو حوالي قرابة رقم المادة الرحلة عدد"),
    never_after_year=words(
        "هـ ه هجري هجرية هجريا للهجرة % دولار ريال دينار جنيه يورو درهم ليرة شخص شخصا قتيل مليون ألف متر كيلومتر"
        " كلم طن وحدة طالب طالبا موظف موظفا عامل جندي مواطن أسرة منزل شركة مشارك مشاركا حالة إصابة نقطة"
    ),
    before_month=words("في شهر من منذ خلال حتى إلى الى نهاية بداية مطلع منتصف أواخر أوائل مستهل و / - ("),
    joining_words=words("و / - من إلى"),
    after_month=words("و / إلى حتى الماضي المقبل الجاري القادم عام"),
    future_words=words(
        "سوف سيتم ستتم سيكون ستكون سيبدأ ستبدأ ستبدا سيعقد ستعقد سيقام ستقام سيشارك سيزور ستنطلق سينطلق"
        " يعتزم تعتزم المقرر المزمع المنتظر المرتقب المتوقع يتوقع سيصل ستصل سيلتقي سيواجه ستواجه"
    ),
    past_words=words(
        "كان كانت قال قالت أعلن أعلنت أكد أكدت وقع وقعت شهد شهدت بدأ بدأت انطلق انطلقت وصل وصلت التقى"
        " قتل قتلت أصدر أصدرت عقد عقدت افتتح تم تمت سجل سجلت حقق حققت فاز خسر أوضح أضاف ذكر ذكرت"
    ),
    future_before=phrases("حتى, قبل نهاية, حتى نهاية"),
)  # fmt: skip
