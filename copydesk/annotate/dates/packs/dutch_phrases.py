"""Dutch: the phrases, by construction; `constructions` tells what each means, `patterns` how one is written."""

from collections.abc import Mapping

from copydesk.annotate.dates.pack import Phrases

_THE = "[de|het]"
_YEAR = "[[,] [van] <yearref>]"
_WEEKDAY = "[<weekday> [,] [de]]"
_QUALIFIER = "[volle|hele|lange|achtereenvolgende|opeenvolgende|extra|andere]"
_EVERY = "elke|elk|iedere|ieder"
_CLOCK_BEFORE = "{before=om|rond|vanaf|tot|tegen|sinds|van|na|voor|tussen|en|omstreeks}"
_SPAN_BEFORE = "{before=al|sinds|gedurende|voor|na|binnen|in|tientallen|honderden|tijdens|vele|de}"
_RATES = "{before=keer|maal|#|tweemaal|euro|miljoen|uur|dagen|dag|eenmaal|dollar|miljard}"
_MANY = "afgelopen|laatste|komende|volgende|voorbije|eerste|vorige"
_THIS_PARTS = {"morgen": "MO", "ochtend": "MO", "middag": "AF", "avond": "EV", "nacht": "NI"}

PHRASES: Mapping[str, Phrases] = {
    "no_time": (
        "<number> jaar oud|oude",
        "<number> - jarige|jarig",  # an age
        "leeftijd van <number> jaar",
        "<number> jaar {before=,|(} {after=,|.|)}",
        "goede|goeden morgen|nacht|avond|middag",
        "goedemorgen|goedenavond|goedemiddag",
        "open dag",
        "vandaag de dag op",
    ),
    "month_day": (
        f"[de] {_WEEKDAY} <day> <month> {_YEAR}",
        f"{_WEEKDAY} <day> <month> <shortyear>",
        f"de <day> van <month> {_YEAR}",
        f"<month> de <day> {_YEAR}",
    ),
    "ordinal_day": (
        f"[de] {_WEEKDAY} <ordinal> [van] <month> {_YEAR}",
        f"<month> de <ordinal> {_YEAR}",
    ),
    "nth_weekday": (
        f"{_THE} <ordinal> <weekday> van|in <month> {_YEAR}",
        f"{_THE} laatste <weekday> van|in <month> {_YEAR} {{ordinal=-1}}",
    ),
    "day_of_month": (
        "de <day> {before=op} {after=.|,|^|;}",
        "de <ordinal:day> {before=op} {after=.|^|;}",
        "de <ordinal:day> van deze maand {step=0}",
        "de <ordinal:day> van volgende maand {step=1}",
    ),
    "month": (
        f"[de] [maand] <month> {_YEAR}",
        "<month> <shortyear>",
        "<month>",
    ),
    "year": ("<bareyear>", "[het] jaar <year>"),
    "decade": (
        "[de] jaren [-] <tens>",
        "[de] jaren [-] <decadeword>",
        "[de] <decadeword> jaren",
    ),
    "century": (f"{_THE} <ordinal> eeuw", f"{_THE} <roman> [e] eeuw"),
    "quarter": (
        f"{_THE} <ordinal> kwartaal {_YEAR}",
        f"{_THE} <ordinal> kwartaal van het jaar",
        "<quartername> [[van] <yearref>]",
    ),
    "half": (
        f"{_THE} <ordinal> halfjaar|jaarhelft {_YEAR}",
        f"{_THE} <ordinal> helft van [het] [jaar] <yearref>",
    ),
    "season": (
        f"{_THE} <season> {_YEAR} {{before=in|van|tijdens|deze|sinds|voor|na|tot|door|vanaf|per}}",
        f"<season> {_YEAR} {{before=begin|eind|midden|medio}}",
        "[de|het] <season> [van] <yearref>",
        "[de|het] <step> <season>",
    ),
    "holiday": (f"[de] <holiday> {_YEAR}", "<step> <holiday>"),
    "day_word": (
        "<dayword> {not_before=goede|goeden|'s|van}",
        "<dayword> nog",
    ),
    "part_of_day": (
        "<dayword> <part>",
        "<dayword> morgen {part=MO}",
        "<weekday> <part>",
        "<weekday> morgen {part=MO}",
        *(f"van {word} {{part={part}}} {{step=0}}" for word, part in _THIS_PARTS.items()),
        *(f"deze {word} {{part={part}}} {{step=0}}" for word, part in _THIS_PARTS.items()),
        "vanmorgen|vanochtend {part=MO} {step=0}",
        "vannacht {part=NI} {step=0}",
        "[de] afgelopen|vorige nacht {part=NI} {step=-1}",
        "[de] nacht van <weekday> op <weekday:second> {part=NI}",
        "[de] nacht op|naar <weekday> {part=NI}",
        "de nacht van <day> op <day:second> <month> [<year>] {part=NI}",
        "[de] <part> van [<weekday>] <day> <month> [<year>]",
        "de volgende <part> {later=1}",
        "de volgende ochtend|morgen {part=MO} {later=1}",
        "de vorige avond {part=EV} {later=-1}",
        "de avond ervoor|tevoren {part=EV} {later=-1}",
        "<part> {before=de} {after=,|.|;}",
        "' s <parts>",
    ),
    "weekend": ("[het|dit] weekend", "[het|dit] weekeinde"),
    "told_unit": (
        f"{_THE} <told> <unit>",
        "[de] dag erna|daarna|nadien {unit=day} {step=1}",
        "[de] dag ervoor|tevoren|daarvoor {unit=day} {step=-1}",
        "de volgende dag {unit=day} {step=1}",
        "de vorige dag {unit=day} {step=-1}",
        "[het] jaar erna|daarna|daarop|nadien {unit=year} {step=1}",
        "[het] jaar ervoor|tevoren|daarvoor|voordien {unit=year} {step=-1}",
        "[de] maand erna|daarna {unit=month} {step=1}",
        "[de] week erna|daarna {unit=week} {step=1}",
    ),
    "relative_unit": (
        f"{_THE} <step> <unit>",
    ),
    "relative_weekday": (
        f"{_THE} <step> <weekday>",
        "<weekday> jongstleden {step=-1}",
        "<weekday> jl [.] {step=-1}",
        "<weekday> aanstaande {step=1}",
        "<weekday> l . l . {step=-1}",
    ),
    "weekday_of": (
        "<weekday> [van] [de] <step> week",
        "<step> week [op] <weekday>",
    ),
    "relative_month": (f"{_THE} <step> [maand] <month>", "<day> <month> jongstleden {step=-1}", "<day> <month> aanstaande {step=1}"),
    "same_unit": (
        "die <unit>",
        "dat jaar {unit=year}",
        "dat weekend {unit=weekend}",
        "dezelfde|hetzelfde <unit>",
    ),
    "part_of_unit": (
        "[het] begin van [de|het|deze|dit] <unit> {mod=START}",
        "[het] midden van [de|het|deze|dit] <unit> {mod=MID}",
        "[het] eind|einde van [de|het|deze|dit] <unit> {mod=END}",
        "jaareinde {unit=year} {mod=END}",
        "begin dit jaar {unit=year} {mod=START}",
        "eerder in het jaar {unit=year} {mod=EARLIER}",
        "later in het jaar {unit=year} {mod=LATER}",
    ),
    "ago": (
        "<number> <unit> geleden",
        "<number> <units> geleden",
    ),
    "from_now": (
        "<number> <unit> {before=over|binnen}",
        "<number> <units> {before=over|binnen}",
        "<number> <units> vanaf nu",
        "<number> <unit> vanaf nu",
    ),
    "earlier": (
        "<number> <unit> eerder|daarvoor|ervoor|tevoren|voordien",
        "<number> <units> eerder|daarvoor|ervoor|tevoren|voordien",
    ),
    "later": (
        "<number> <unit> later|daarna|nadien|erna",
        "<number> <units> later|daarna|nadien|erna",
    ),
    "set": (
        f"{_EVERY} <unit>",
        "om de <cardinal> <units>",
        "om de <cardinal> <unit>",
        f"{_EVERY} <cardinal> <unit>",
        "om de <unit> {number=2}",
        "elke|iedere <cardinal> <units>",
        "per <unit>",
        f"in de week {{unit=week}} {_RATES}",
        f"in het jaar {{unit=year}} {_RATES}",
    ),
    "set_weekday": (
        "<weekdays>",
        "' s <weekdays>",
        f"{_EVERY} <weekday> [<part>]",
        "op <weekdays>",
    ),
    "set_month": (f"{_EVERY} <month>",),
    "set_season": (f"{_EVERY} <season>",),
    "set_part": (f"{_EVERY} <part>", f"{_EVERY} morgen {{part=MO}}"),
    "duration": (
        f"<number> {_QUALIFIER} <unit> {{not_after=-}}",
        f"<number> {_QUALIFIER} <units>",
        "<number> à|tot|of|- <number:second> <units>",
        f"[de|het] {_MANY} <number> <unit>",
        f"[de] {_MANY} <number> <units>",
        f"[de] <number> {_MANY} <units>",
        "een kwartier {number=15} {unit=minute}",
        "kwartier {number=15} {unit=minute} {before=een}",
        "drie kwartier {number=45} {unit=minute}",
        "[een] half uur {number=0.5} {unit=hour}",
        "[een] halfuur {number=0.5} {unit=hour}",
        "[een] half jaar {number=0.5} {unit=year}",
        "[een] halfjaar {number=0.5} {unit=year}",
        "[een] kwarteeuw {number=25} {unit=year}",
        "hele|ganse dag {number=1} {unit=day} {before=de}",
    ),
    "indefinite_duration": (
        f"[de] {_MANY} <units>",
        f"weken {{unit=week}} {_SPAN_BEFORE}",
        f"dagen {{unit=day}} {_SPAN_BEFORE}",
        f"maanden {{unit=month}} {_SPAN_BEFORE}",
        f"jaren {{unit=year}} {_SPAN_BEFORE}",
        f"uren {{unit=hour}} {_SPAN_BEFORE}",
        f"eeuwen {{unit=century}} {_SPAN_BEFORE}",
        "jarenlang|jarenlange {unit=year}",
        "maandenlang|maandenlange {unit=month}",
        "wekenlang|wekenlange {unit=week}",
        "dagenlang|dagenlange {unit=day}",
        "urenlang|urenlange {unit=hour}",
    ),
    "clock": (
        f"<hour> uur {_CLOCK_BEFORE}",
        "<clocktime> uur",
        "<hour> u [.] [<cardinal:past>]",
        f"<hourword> uur {_CLOCK_BEFORE}",
        "<hour> uur ' s <parts>",
        "<hourword> uur ' s <parts>",
        f"<clocktime> {_CLOCK_BEFORE}",
        f"half <hourword> [uur] {{past=-30}} {_CLOCK_BEFORE}",
        "half <hourword> ' s <parts> {past=-30}",
        "kwart over <hourword> {past=15}",
        "kwart voor <hourword> {past=-15}",
        "middernacht {minutes=0}",
    ),
    "vague": (
        "nu {not_after=en|-} {ref=PRESENT_REF}",
        "momenteel|thans|tegenwoordig {ref=PRESENT_REF}",
        "op dit moment|ogenblik {ref=PRESENT_REF}",
        "vandaag de dag {ref=PRESENT_REF}",
        "onlangs|recentelijk|destijds|vroeger {ref=PAST_REF}",
        "kort geleden {ref=PAST_REF}",
        "lang geleden {ref=PAST_REF}",
        "<units> geleden {ref=PAST_REF}",
        "het verleden {ref=PAST_REF}",
        "binnenkort|weldra|straks {ref=FUTURE_REF}",
        "de [nabije] toekomst {ref=FUTURE_REF}",
    ),
}  # fmt: skip
MODIFIERS: Mapping[str, Phrases] = {
    "START": ("[het] begin [van] [de|het]", "[de] vroege"),
    "MID": ("[het] midden [van] [de|het]", "medio", "half"),
    "END": ("[het] eind|einde [van] [de|het]", "[de] late"),
    "APPROX": ("ongeveer|circa|zo'n|bijna|krap|pakweg|omstreeks|rond", "ca ."),
    "MORE_THAN": ("ruim", "meer|langer dan"),
    "LESS_THAN": ("minder|korter dan", "nog geen"),
    "EQUAL_OR_MORE": ("minstens|minimaal", "ten minste", "op zijn minst"),
    "EQUAL_OR_LESS": ("hoogstens|hooguit|maximaal", "ten hoogste"),
    "EARLIER": ("eerder",),
    "LATER": ("later",),
}
