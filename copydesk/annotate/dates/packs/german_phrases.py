"""German: the phrases, by construction; `constructions` tells what each means, `patterns` how one is written."""

from collections.abc import Mapping

from copydesk.annotate.dates.pack import Phrases

_THE = "[der|die|das|dem|den|des]"
_YEAR = "[[,] [des|im] <yearref>]"
_ABOUT = "[etwa|rund|ungefähr|circa|ca|knapp|gut|fast|über|genau]"
_QUALIFIER = "[volle|vollen|ganze|ganzen|weitere|weiteren|lange|langen|gute|guten]"
_EVERY = "jede|jeden|jedes|jeder|jedem"
_SPAN_BEFORE = "{before=seit|über|für|um|nach|binnen|innerhalb|und|oder|während|die|den|der|von}"
_OLD = "alt|alte|alten|alter|altes|altem|jung|junge|jungen|junger|jünger|jüngere|älter|ältere"
_CLOCK_BEFORE = "{before=um|gegen|ab|bis|seit}"
_RATE_BEFORE = "{before=einmal|zweimal|dreimal|mal|euro|stunden|stunde|tage|#}"

PHRASES: Mapping[str, Phrases] = {
    "no_time": (
        f"<number> <unit> {_OLD}",
        f"<number> <units> {_OLD}",
        "im alter von <number> <units>",
        "<number> - jährig|jährige|jährigen|jähriger|jähriges|jährigem",  # an age
        "guten|gute morgen|abend|nacht|tag",
        "tag der offenen",
        "heute auf morgen {before=von}",
        "am|im letzten|ersten tag|jahr|monat der|des|seiner|ihrer|dieser",  # of something
        "alter von <number:second> , <number:second> und|oder <number> <units>",
        "alter von <number:second> und|bis|oder <number> <units>",
    ),
    "month_day": (
        f"[<weekday> [,] [der|den|dem]] <day> <month> {_YEAR}",
        "<day> <monthdigits> {before=am|den|dem|der|vom|zum|bis|seit|ab|und|,|(}",  # am 28.10.
        "<weekday> [,] [der|den|dem] <day> <monthdigits>",
    ),
    "weekday_date": ("<weekday> [,] [der|den|dem] <numericdate>",),
    "day_of_month": (
        "<ordinal:day> {before=am|vom|zum|ab|bis|seit} {lower_after} {not_after=und|bis|oder|sowie|,|/|-|%}",  # am 25. ging er
        "<weekday> [,] der|den|dem <ordinal:day> {not_after=und|bis|-|%} {lower_after}",
    ),
    "week_of_year": (
        "[der|die] <ordinal> woche|kalenderwoche [des|im] [jahres|jahr] <yearref>",
        "kalenderwoche|kw <cardinal:ordinal> [/] [des|im] [jahres|jahr] <yearref>",
    ),
    "ordinal_day": (f"[<weekday> [,] [der|den|dem]] <ordinal> <month> {_YEAR}",),
    "nth_weekday": (
        f"{_THE} <ordinal> <weekday> im|des <month> {_YEAR}",
        f"{_THE} letzte|letzten|letzter <weekday> im|des <month> {_YEAR} {{ordinal=-1}}",
    ),
    "month": ("<month> [,] [des|im] <yearref>", "<month> [des] jahres <year>", "<month>"),
    "year": (
        "<bareyear>",
        "jahr|jahre|jahres|jahren|gesamtjahr|geschäftsjahr|kalenderjahr <year>",
        "[das|dem|des] jahr|jahres <year>",
    ),
    "decade": (
        f"{_THE} <decade> [-] jahre|jahren",
        f"{_THE} <decadeword> [-] jahre|jahren",
        "<decade> {not_after=-}",
    ),
    "century": (f"{_THE} <ordinal> jahrhundert|jahrhunderts",),
    "quarter": (
        f"{_THE} <ordinal> quartal|quartals|vierteljahr|vierteljahres {_YEAR}",
        f"{_THE} <ordinal> quartal|quartals des jahres [<year>]",
        "<quartername> [<yearref>]",
    ),
    "half": (
        f"{_THE} <ordinal> halbjahr|halbjahres|jahreshälfte {_YEAR}",
        f"{_THE} <ordinal> hälfte des [jahres] <yearref>",
    ),
    "season": (
        f"<season> {_YEAR} {{not_after=-}}",
        "<season> des jahres <year>",
        f"{_THE} <step> <season>",
    ),
    "holiday": (f"<holiday> {_YEAR}", f"{_THE} <step> <holiday>"),
    "day_word": (
        "<dayword> {lower} {not_before=am|jeden|jedem|guten|vom|zum|-}",
        "gestrige|gestrigen|gestriger [<weekday>] {dayword=-1}",
        "heutige|heutigen|heutiger <weekday> {dayword=0}",
        "morgige|morgigen|morgiger [<weekday>] {dayword=1}",
    ),
    "part_of_day": (
        "<dayword> <part>",
        "<dayword> <parts>",
        "<weekday> <part>",
        "<weekday> <parts>",
        f"{_THE} <step> <weekday> <part>",
        f"{_THE} <step> <weekday> <parts>",
        "<step> <part>",
        "<part> {before=gegen} {capital}",
        "<part> {capital} {before=am|zum|vom}",
        "der nacht {part=NI} {before=in}",
        "[der] nacht auf|zum [den] <weekday> {part=NI}",
        "[der] nacht von|vom <weekday:first> auf|zum [den] <weekday> {part=NI}",
        "[frühen|späten] <part> des <weekday>",
        "[frühen|späten] <part> des <day> <month> [<year>]",
        "[der] nacht auf|zum|des [den] <day> <month> [<year>] {part=NI}",
        "<parts>",
    ),
    "weekend": ("wochenende|wochenendes {capital}",),
    "told_unit": (
        f"{_THE} <told> <unit>",
        f"{_THE} nächsten tag|tages {{unit=day}} {{step=1}}",
        "vortag|vortages|vortags {unit=day} {step=-1}",
        "folgetag|folgetages {unit=day} {step=1}",
        "folgejahr|folgejahres {unit=year} {step=1}",
        "tag zuvor|davor|vorher {unit=day} {step=-1}",
        "tag darauf|danach|später {unit=day} {step=1}",
    ),
    "relative_unit": (
        f"{_THE} <step> <unit>",
        "heuer {unit=year} {step=0}",
        "vorjahr|vorjahres|vorjahrs {unit=year} {step=-1}",
        "vormonat|vormonats {unit=month} {step=-1}",
        "vorwoche {unit=week} {step=-1}",
        "vorquartal|vorquartals {unit=quarter} {step=-1}",
    ),
    "relative_weekday": (f"{_THE} <step> <weekday>",),
    "weekday_of": (
        f"<weekday> {_THE} <step> woche",
        "<step> woche [am] <weekday>",
    ),
    "relative_month": (f"{_THE} <step> <month>",),
    "same_unit": (
        "jenem|jenes|jener|jenen <unit>",
        "demselben|desselben|derselben|selben|gleichen <unit>",
        "diesem tag {unit=day} {before=an}",
    ),
    "part_of_unit": (
        "[zu] anfang|beginn des|der <unit> {mod=START}",
        "mitte des|der <unit> {mod=MID}",
        "ende des|der <unit> {mod=END}",
        "jahresbeginn|jahresanfang {unit=year} {mod=START}",
        "jahresmitte {unit=year} {mod=MID}",
        "jahresende {unit=year} {mod=END}",
        "monatsbeginn|monatsanfang {unit=month} {mod=START}",
        "monatsende {unit=month} {mod=END}",
        "wochenbeginn {unit=week} {mod=START}",
    ),
    "ago": (
        f"vor {_ABOUT} <number> <unit>",
        f"vor {_ABOUT} <number> <units>",
        "vor mehr|weniger als <number> <units>",
    ),
    "in": ("<number> <unit> {before=in}", "<number> <units> {before=in}"),
    "earlier": (
        "<number> <unit> zuvor|davor|vorher|früher",
        "<number> <units> zuvor|davor|vorher|früher",
    ),
    "later": (
        "<number> <unit> später|danach|darauf",
        "<number> <units> später|danach|darauf",
    ),
    "set": (
        f"{_EVERY} <unit>",
        "alle <cardinal> <units>",
        "pro <unit>",
        f"im monat {{unit=month}} {_RATE_BEFORE}",
        f"im jahr {{unit=year}} {_RATE_BEFORE}",
        f"am tag {{unit=day}} {_RATE_BEFORE}",
        f"in der woche {{unit=week}} {_RATE_BEFORE}",
    ),
    "set_weekday": (
        "<weekdays>",
        f"{_EVERY} [<ordinal>] <weekday> [<part>]",
    ),
    "set_month": (f"{_EVERY} <month>",),
    "set_season": (f"{_EVERY} <season>",),
    "set_part": (f"{_EVERY} <part>",),
    "duration": (
        f"<number> {_QUALIFIER} <unit>",
        f"<number> {_QUALIFIER} <units>",
        "<number> - <unit>",
        "<number> bis|oder|- <number:second> <units>",
        f"{_THE} <step> <number> {_QUALIFIER} <units>",
        f"{_THE} <ordinal> <number> <units>",
        "eine viertelstunde {number=15} {unit=minute}",
        "eine dreiviertelstunde {number=45} {unit=minute}",
    ),
    "indefinite_duration": (
        f"{_THE} <step> <units>",
        f"<units> {{capital}} {_SPAN_BEFORE}",
        "jahrelang|jahrelange|jahrelangen|jahrelanger {unit=year}",
        "monatelang|monatelange|monatelangen|monatelanger {unit=month}",
        "wochenlang|wochenlange|wochenlangen|wochenlanger {unit=week}",
        "tagelang|tagelange|tagelangen|tagelanger {unit=day}",
        "stundenlang|stundenlange|stundenlangen|stundenlanger {unit=hour}",
    ),
    "clock": (
        "<hour> uhr [<zone>]",
        "<clocktime> <zone>",
        "<hourword> uhr [<parts>]",
        "<hour> uhr <parts>",
        "<hour> uhr am <part>",
        "<hour> uhr [und] <cardinal:past>",
        "<hour> uhr [und] <cardinal:past> <parts>",
        "<parts> um|gegen|ab <hour> uhr",
        "<parts> um|gegen|ab <hourword> uhr",
        "halb <hourword> [uhr] <parts> {past=-30}",
        f"<clocktime> {_CLOCK_BEFORE}",
        "<clocktime> {before=von} {after=bis|-|--}",
        f"halb <hourword> [uhr] {{past=-30}} {_CLOCK_BEFORE}",
        "viertel nach <hourword> [<parts>] {past=15}",
        "viertel vor <hourword> [<parts>] {past=-15}",
        "mitternacht {minutes=0}",
        "<hour> - uhr {not_after=-}",
    ),
    "vague": (
        "jetzt|derzeit|zurzeit|momentan|heutzutage|gegenwärtig {ref=PRESENT_REF}",
        "zur zeit {ref=PRESENT_REF}",
        "dieser tage {ref=PRESENT_REF}",
        "heutige|heutigen|heutiger|heutiges {ref=PRESENT_REF}",
        "kürzlich|unlängst|neulich|damals|einst|jüngst {ref=PAST_REF}",
        "vor kurzem|langem {ref=PAST_REF}",
        "vor kurzer|langer zeit {ref=PAST_REF}",
        "vor <units> {ref=PAST_REF}",
        "heute {after=noch} {ref=PRESENT_REF}",
        "demnächst {ref=FUTURE_REF}",
        "bald {not_before=so|sehr|zu|möglichst} {not_after=als|wie|darauf} {ref=FUTURE_REF}",
        "in kürze {ref=FUTURE_REF}",
        "[der|naher|nächster|ferner] zukunft {ref=FUTURE_REF} {before=in}",
        "[den|die|der] kommenden|nächsten <units> {ref=FUTURE_REF}",
    ),
}  # fmt: skip
MODIFIERS: Mapping[str, Phrases] = {
    "START": ("[zu] anfang|beginn [des|der]", "[der|die|den] frühen", "früh"),
    "MID": ("mitte [des|der]", "hoch"),
    "END": ("ende [des|der]", "[der|die|den] späten", "spät"),
    "APPROX": ("etwa|rund|ungefähr|circa|zirka|fast|beinahe|genau|gut", "ca ."),
    "MORE_THAN": (
        "über {before=seit|nach|vor|für|von|um|in|und|dauert|dauerte}",
        "mehr|länger als",
    ),
    "LESS_THAN": ("unter|knapp", "weniger|kürzer als"),
    "EQUAL_OR_MORE": ("mindestens|zumindest",),
    "EQUAL_OR_LESS": ("höchstens|maximal", "bis zu"),
}
