"""Arabic: the phrases, by construction; `constructions` tells what each means, `patterns` how one is written."""

from collections.abc import Mapping

from copydesk.annotate.dates.pack import Phrases
from copydesk.annotate.dates.packs.words import numbered

_DUALS: Mapping[str, str] = {
    "second": "ثانيتين|ثانيتان",
    "minute": "دقيقتين|دقيقتان",
    "hour": "ساعتين|ساعتان",
    "day": "يومين|يومان",
    "week": "أسبوعين|أسبوعان|اسبوعين",
    "month": "شهرين|شهران",
    "year": "عامين|عامان|سنتين|سنتان",
    "decade": "عقدين|عقدان",
    "century": "قرنين|قرنان",
}
"""A dual holds its number: two days."""
# two traditions side by side: مايو/أيار, مايو (أيار); the second name says the same
_SECOND_NAME = "[/ <month:second>] [( <month:second> )]"
_YEAR_WORD = "عام|العام|سنة|السنة"
_YEAR = f"[[،|,] [من] [{_YEAR_WORD}] <yearref> [م|ميلادي|ميلادية]]"
_WEEKDAY = "[[يوم] <weekday> [،|,|الموافق]]"
_ABOUT = "[نحو|حوالي|قرابة|أكثر|من]"
# "قبل عام 2020" is "before 2020", "قبل شهر رمضان" before a month of the Hijra.
_ENDS = "{after=.|،|,|^|من|على|في|تقريبا|و|فقط|؛|)|عندما|حين|أو}"
_NO_EVENT = "{not_after=من}"  # "two days before the election"
_NO_STEP = (
    "{not_after=الماضي|الماضية|المقبل|المقبلة|القادم|القادمة}"  # another Monday than the latest
)
_HOURS = numbered(
    "الواحدة الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة الحادية_عشرة الثانية_عشرة"
)
_NO_TODAY = (
    "{not_after=التالي|الوطني|العالمي|الدولي|نفسه|ذاته|الأول|الثاني|الثالث|الرابع|الخامس|السادس|السابع|العاشر"
    "|الأخير|السابق|الواحد|المذكور|الدراسي|الموالي|الختامي|الافتتاحي|التاريخي|الذي}"
)
_GENERALS = (
    "المدير|مدير|الأمين|أمين|المدعي|النائب|نائب|المشرف|القائد|المفتش|المراقب|الرأي|القطاع|النظام|المنسق|السكرتير"
    "|الوكيل|الكاتب|المندوب|المستوى|الدين|الاتحاد|الأمن"
)
"""Before them "العام" is general, and no year: المدير العام السابق."""
_HIJRA_MONTHS = "محرم|صفر|رجب|شعبان|رمضان|شوال|ذي|ذو|جمادى"
_CLOCK_TAILS = ("[<zone>]", "<parts> [<zone>]", "من <part>")

PHRASES: Mapping[str, Phrases] = {
    "no_time": (
        "عمره|عمرها|العمر <cardinal> <units>",  # ages
        "عمره|عمرها|العمر <cardinal> <unit>",
        "يبلغ|تبلغ|البالغ|البالغة من العمر <cardinal> <units>",
        "يبلغ|تبلغ|البالغ|البالغة من العمر <cardinal> <unit>",
        "القرن <ordinal> قبل الميلاد",
        "القرن <ordinal> الهجري",
        "عام|سنة <cardinal> قبل الميلاد",
        "صباح|مساء الخير|النور",
        "صلاة|خطبة|صلاتي <weekday>",
        "اليوم الوطني|العالمي|الدولي",
        "عين|المصري اليوم",  # newspapers
        f"{_GENERALS} العام|عام [<step>]",
        f"<number> [-|إلى] [<number:second>] [من] [شهر] {_HIJRA_MONTHS}",
        "الربيع العربي",
        "( <cardinal> <units> )",  # an age
        "ربيع الأول|الاول|الآخر|الثاني",  # months of the Hijra
    ),
    "month_day": (
        f"{_WEEKDAY} <day> [من] [شهر] <month> {_SECOND_NAME} {_YEAR}",
        "<month> <day> [،|,] <year>",
    ),
    "ordinal_day": (f"{_WEEKDAY} <ordinal> من [شهر] <month> {_SECOND_NAME} {_YEAR}",),
    "month": (
        f"[شهر] <month> {_SECOND_NAME} [من] [{_YEAR_WORD}] <yearref>",
        f"شهر <month> {_SECOND_NAME}",
        f"<month> {_SECOND_NAME}",
    ),
    "year": (
        f"{_YEAR_WORD}|لعام <year> [م|ميلادي|ميلادية]",
        "عامي|أعوام|سنوات|الأعوام <year>",
        "<bareyear> م {before=عام|العام|سنة|في|منذ|حتى|من|إلى|و|(|-}",  # elsewhere metres
        "<year> ميلادي|ميلادية",
        "<bareyear> {before=في|منذ|حتى|بين|إلى|الى|و|(|-}",
    ),
    "decade": (
        "<decadeword>",
        "<decadeword> [من] القرن الماضي|العشرين {century=20}",
        "<decadeword> [من] القرن التاسع عشر {century=19}",
    ),
    "century": ("القرن <ordinal> [الميلادي]",),
    "quarter": (
        f"الربع <ordinal> من [{_YEAR_WORD}] <yearref>",
        f"الربع <ordinal> {_YEAR}",
        "الربع <ordinal>",
        "الربع الأخير من <yearref> {ordinal=4}",
    ),
    "half": (
        f"النصف <ordinal> من [{_YEAR_WORD}] <yearref>",
        f"النصف <ordinal> [{_YEAR_WORD}] <yearref>",
    ),
    "season": (
        f"<season> [{_YEAR_WORD}] <yearref>",
        "<season> <step>",
        "هذا <season> {step=0}",
    ),
    "holiday": ("<holiday> [<year>]",),
    "day_word": (f"[يوم] <dayword> {_NO_TODAY} {{not_before=في|طوال|نفس|ذلك|لحظات|خلال}}",),
    "part_of_day": (
        "<part> [يوم] <dayword>",
        f"<part> [يوم] <weekday> {_NO_STEP}",
        "هذا|هذه <part> {step=0}",
        "<dayword> <part>",
        "<weekday> <part>",
        "<dayword> <parts>",
        "<weekday> <parts>",
        "<part> <day> <month> [<year>]",
        "<part> [يوم] <weekday> <step>",
        "الصباح|الفجر {part=MO} {before=في} {after=.|،|,|^}",
        "المساء {part=EV} {before=في} {after=.|،|,|^}",
        "الليلة {dayword=0} {part=NI} {not_after=الماضية|التي|الأولى|الأخيرة|نفسها}",
        "الليلة|ليلة الماضية|أمس {dayword=-1} {part=NI}",
    ),
    "weekday": ("[يوم] <weekday> {not_before=بين|كلا|كل}",),
    "weekend": ("نهاية الأسبوع {before=عطلة|إجازة}", "عطلة نهاية الأسبوع"),
    "told_unit": (
        "اليوم التالي|الموالي {unit=day} {step=1}",
        "اليوم السابق {unit=day} {step=-1}",
        "العام التالي {unit=year} {step=1}",
        "العام السابق {unit=year} {step=-1}",
        "السنة التالية {unit=year} {step=1}",
        "السنة السابقة {unit=year} {step=-1}",
        "الشهر التالي {unit=month} {step=1}",
        "الشهر السابق {unit=month} {step=-1}",
        "الأسبوع التالي {unit=week} {step=1}",
        "الأسبوع السابق {unit=week} {step=-1}",
    ),
    "relative_unit": (
        "<unit> <step>",
        "هذا|هذه <unit> {step=0} {not_after=نفسه}",
        "العام قبل الماضي {unit=year} {step=-2}",
        "الأسبوع قبل الماضي {unit=week} {step=-2}",
        "الشهر قبل الماضي {unit=month} {step=-2}",
        "القرن الماضي {unit=century} {step=-1}",
    ),
    "relative_weekday": ("[يوم] <weekday> <step>",),
    "weekday_of": (
        "[يوم] <weekday> من الأسبوع <step>",
        "الأسبوع <step> [يوم] <weekday>",
    ),
    "relative_month": (
        f"[شهر] <month> {_SECOND_NAME} <step>",
        f"<day> [من] [شهر] <month> {_SECOND_NAME} <step>",
    ),
    "same_unit": (
        "اليوم نفسه|ذاته {unit=day}",
        "نفس اليوم {unit=day}",
        "ذلك اليوم {unit=day}",
        "العام نفسه|ذاته {unit=year}",
        "نفس العام {unit=year}",
        "ذلك العام {unit=year}",
        "تلك السنة {unit=year}",
        "الشهر نفسه|ذاته {unit=month}",
        "نفس الشهر {unit=month}",
    ),
    "part_of_unit": (
        "بداية|مطلع|أوائل|مستهل العام|السنة {unit=year} {mod=START}",
        "منتصف العام|السنة {unit=year} {mod=MID}",
        "نهاية|أواخر|ختام|آخر العام|السنة {unit=year} {mod=END}",
        "بداية|مطلع|أوائل الشهر {unit=month} {mod=START}",
        "منتصف الشهر {unit=month} {mod=MID}",
        "نهاية|أواخر الشهر {unit=month} {mod=END}",
        "بداية|مطلع الأسبوع {unit=week} {mod=START}",
    ),
    "ago": (
        f"قبل|منذ {_ABOUT} <number> <units> {_NO_EVENT}",
        *(f"قبل|منذ {_ABOUT} {dual} {{number=2}} {{unit={unit}}} {_NO_EVENT}" for unit, dual in _DUALS.items()),
        f"قبل|منذ {_ABOUT} <unit> {{number=1}} {_ENDS}",
        "<number> <units> مضت",
    ),
    "in": (
        f"بعد {_ABOUT} <number> <units>",
        *(f"بعد {_ABOUT} {dual} {{number=2}} {{unit={unit}}}" for unit, dual in _DUALS.items()),
        f"بعد <unit> {{number=1}} {_ENDS}",
    ),
    "later": (
        f"بعد {_ABOUT} <number> <units>",
        *(f"بعد {_ABOUT} {dual} {{number=2}} {{unit={unit}}}" for unit, dual in _DUALS.items()),
        f"بعد <unit> {{number=1}} {_ENDS}",
    ),
    "set": (
        "كل <unit> {not_after=من}",
        "كل <cardinal> <units>",
        *(f"كل {dual} {{number=2}} {{unit={unit}}}" for unit, dual in _DUALS.items()),
    ),
    "set_turn": ("<turn> {not_before=الذكرى|بالذكرى|للذكرى|والذكرى}",),  # an anniversary
    "set_weekday": ("كل [يوم] <weekdays>", "كل [يوم] <weekday>", "أيام <weekday>"),
    "set_month": ("كل <month>",),
    "set_season": ("كل <season>",),
    "set_part": ("كل <part>",),
    "duration": (
        "<number> <units>",
        "<unit> {number=1} {before=لمدة|مدة}",
        "<day:number> -|إلى <number:second> <units>",
        *(f"{dual} {{number=2}} {{unit={unit}}}" for unit, dual in _DUALS.items()),
    ),
    "one_unit": (
        "طوال|طيلة اليوم {unit=day}",
        "طوال|طيلة الأسبوع {unit=week}",
        "طوال|طيلة الشهر {unit=month}",
        "طوال|طيلة العام|السنة {unit=year}",
    ),
    "indefinite_duration": (
        "السنوات|الأعوام الأخيرة|الماضية|الفائتة {unit=year}",
        "الأشهر|الشهور الأخيرة|الماضية {unit=month}",
        "الأسابيع الأخيرة|الماضية {unit=week}",
        "الأيام الأخيرة|الماضية {unit=day}",
        "الساعات الأخيرة|الماضية {unit=hour}",
        "العقود الأخيرة|الماضية {unit=decade}",
    ),
    "clock": (
        *(f"الساعة {hour} {tail}" for hour in ("<hour>", "<hourword>") for tail in _CLOCK_TAILS),
        *(
            f"الساعة {name.replace('_', ' ')} {past} {tail} {{minutes={60 * hour + minutes}}}"
            for name, hour in _HOURS.items()
            for past, minutes in (("", 0), ("والنصف", 30), ("والربع", 15), ("إلا ربعا", -15))
            for tail in _CLOCK_TAILS
        ),
        "<hour> <parts> [<zone>]",
        "<clocktime> <zone>",
    ),
    "vague": (
        "الآن|الان {ref=PRESENT_REF}",
        "حاليا|حاليًا|حالياً {ref=PRESENT_REF}",
        "مؤخرا|مؤخرًا|مؤخراً {ref=PAST_REF}",
        "قريبا|قريبًا|قريباً {ref=FUTURE_REF} {not_after=من}",
        "الوقت الحالي|الراهن|الحاضر {ref=PRESENT_REF}",
        "المستقبل القريب {ref=FUTURE_REF}",
        "الأيام|الأسابيع|الأشهر|الشهور|السنوات|الأعوام المقبلة|القادمة {ref=FUTURE_REF}",
        "الفترة المقبلة|القادمة {ref=FUTURE_REF}",
        "الفترة الأخيرة|الماضية {ref=PAST_REF}",
    ),
}  # fmt: skip
MODIFIERS: Mapping[str, Phrases] = {
    "START": ("بداية|مطلع|أوائل|مستهل|بدايات [شهر]",),
    "MID": ("منتصف|أواسط [شهر]",),
    "END": ("نهاية|أواخر|ختام|نهايات [شهر]",),
    "APPROX": ("نحو|حوالي|قرابة|زهاء",),
    "MORE_THAN": ("أكثر|أزيد من",),
    "LESS_THAN": ("أقل من",),
    "EQUAL_OR_MORE": ("ما لا يقل عن",),
}
