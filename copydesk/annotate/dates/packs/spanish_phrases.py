"""Spanish: the phrases, by construction; `constructions` tells what each means, `patterns` how one is written.

An article belongs to its expression, also where it is one word with a preposition ("del lunes", "al 5 de marzo"),
as in the Spanish TimeBank.
"""

from collections.abc import Mapping

from copydesk.annotate.dates.pack import Phrases

_THE = "[el|la|los|las|del|al]"
_ONE = "[el|del|al]"  # with what is masculine and single: days, months, years
_OF = "de|del"
_YEAR = "[[,] [de|del] [el] [año] <yearref>]"
_SAINT = "not_before=santo|san|plácido"
_COUNT = "últimos|últimas|próximos|próximas|pasados|pasadas|primeros|primeras|siguientes|anteriores|restantes|mismos"
_COUNT_AFTER = "siguientes|anteriores|próximos|pasados|últimos|últimas|próximas|consecutivos|consecutivas|seguidos"
_ABOUT = "[más|menos|cerca|alrededor] [de] [apenas|casi|sólo|solo|escasamente|ya|unos|unas]"
_RATE_BEFORE = (
    "{before=vez|veces|#|euros|pesos|dólares|pesetas|millones|horas|días|minutos|por|uno|una}"
)
_END = "{after=.|,|;|:|^|)|?|!|y|o|en|que|\"|''}"
_NOUN_AFTER = "{not_after=.|,|;|:|^|)|y|o|a|al|por|de|del|en|que|''}"
_ARTICLES = "el|la|los|las|del|al|su|sus|mi|mis"
_CLOCK_BEFORE = "{before=a|desde|hasta|sobre|hacia|para|entre|y|de}"
_PART_BEFORE = "{before=por|en|durante|de|desde|hasta|a}"
_NOT_THE_MORNING = (
    "{not_before=la|las|esta|cada|una|toda|pasada|media|misma|otra|primera|próxima|buena|plena}"
)
_DAY_TAILS = (
    "",
    "de|del <dayword>",
    f"{_OF} [el|este] <weekday>",
    f"{_OF} [día] <day> de <month> {_YEAR}",
)
_CLOCKS = (
    "las|la <clocktime> de|por la <part>",
    "las|la <clocktime> [horas|hora|h|hs|hrs]",
    "las|la <clocktime> <zone>",
    "las|la <hour> horas|hora|h|hs",
    "las|la <hour> horas|hora|h|hs <zone>",
    "las|la <hourword> de|por la <part>",
    "las|la <hourword> en punto",
    "las|la <hourword> y media {past=30}",
    "las|la <hourword> y media de la <part> {past=30}",
    "las|la <hourword> y <cardinal:past> de la <part>",
    "las|la <hourword> en punto de la <part>",
    "las|la <hourword> y cuarto {past=15}",
    "las|la <hourword> menos cuarto {past=-15}",
    "las|la <hourword> menos cuarto de la <part> {past=-15}",
    "las|la <hourword> y cuarto de la <part> {past=15}",
    "las <hourword> del mediodía {part=AF}",
)  # fmt: skip


def _with_days(clock: str) -> tuple[str, ...]:
    """A clock time with each way to tell its day behind it."""
    pattern, brace, settings = clock.partition("{")
    return tuple(f"{pattern} {day} {brace}{settings}" for day in _DAY_TAILS)


PHRASES: Mapping[str, Phrases] = {
    "no_time": (
        "buenos días",
        "buenas tardes|noches",
        "mil y una noches",
        "isla de pascua",
        "el|del último|primer|próximo día",
        "plaza de mayo",
        "calle|avenida|avda|plaza|estadio|hospital [del|de] [el] <day> de <month>",
        "hora|horas punta",
        "última hora",
        "día a día {not_before=el}",
        "la noche a la mañana",
    ),
    "month_day": (
        f"[{_THE} <weekday> [,] [día|el]] <day> [de] <month> {_YEAR}",
        f"{_ONE} [día|días] <day> [de] <month> {_YEAR}",
        f"[<dayword> [,]] [<weekday> [,]] [día|el] <day> de <month> {_YEAR}",
        "[<weekday> [,]] <day> / <monthdigits> {before=el|del|al|día|este|hasta|desde|^} {not_after=de|%|/|-}",
        f"{_ONE} pasado|último|próximo [día] <day> de <month> {_OF} [año] <year>",
        "[el|del|al] <day> de|del <monthdigits> de|del <year>",
        "<day> /|- <month> /|- <year>",
        "<day> /|-|de mar [.] /|-|de <year> {month=3}",  # "mar" alone is the sea
    ),
    "ordinal_day": (
        f"{_ONE} [día] <ordinal> de <month> {_YEAR}",
        f"{_THE} <weekday> [,] [día|el] <ordinal> de <month> {_YEAR}",
    ),
    "day_of_month": (
        f"{_ONE} día <day> {{not_after=y|o|al|a|-}}",
        f"{_ONE} <weekday> [,] [día] <day> {_END}",
        "[el|este] <weekday> ( <day> )",
        "el|del|al pasado|último [día] <day> {way=-1}",
        "el|del|al próximo [día] <day> {way=1}",
        "el <day> {after=.|,|;|^|)}",
        "el <day> de este mes {step=0}",
        "el <day> del presente|corriente [mes] {step=0}",
        "el <day> del mes pasado {step=-1}",
        "el <day> del próximo mes {step=1}",
    ),
    "week_of_year": (
        f"{_THE} <ordinal> semana {_OF} [el] [año] <yearref>",
        f"[la] semana [número] <cardinal:ordinal> {_OF} [el] [año] <yearref>",
    ),
    "weekday_date": ("[el|del|al] <weekday> [,] [día|el] <numericdate>",),
    "nth_weekday": (
        f"{_THE} <ordinal> <weekday> {_OF} [mes de] <month> {_YEAR}",
        f"{_THE} último <weekday> {_OF} [mes de] <month> {_YEAR} {{ordinal=-1}}",
    ),
    "month": (
        f"<month> {_OF} [el] [año] <yearref>",
        "<month> [,] <year>",
        f"{_ONE} mes de <month> {_YEAR}",
        f"<month> {_OF} ese|aquel año {{told=1}}",
        "<month> del [año] <shortyear>",
        "<month>",
    ),
    "year": ("<bareyear>", "este|presente [mismo] año <year>", "[el|del|al] año <year>", "el|del|al <bareyear>"),
    "decade": (
        "[los] años <tens>",
        "las décadas de los [años] <tens>",
        "[los] años <decadeword>",
        f"{_THE} década|decenio {_OF} [los] [años] <tens>",
        f"{_THE} década|decenio {_OF} [los] [años] <decadeword>",
        f"los <tens> {{before=en|de|desde}} {_END}",
        f"los <decadeword> {{before=en|de|desde}} {_END}",
        "[los] años <tens> del siglo <roman:century>",
        "[los] años <decadeword> del siglo <roman:century>",
    ),
    "century": (f"{_ONE} siglo <roman>", f"{_ONE} siglo <ordinal>"),
    "quarter": (
        f"{_ONE} <ordinal> trimestre {_YEAR}",
        f"{_ONE} <ordinal> trimestre del año",
        f"{_ONE} último trimestre {_OF} [el] [año] <yearref> {{ordinal=4}}",
        "<quartername> [de] [<yearref>]",
    ),
    "half": (
        f"{_ONE} <ordinal> semestre {_YEAR}",
        f"{_THE} <ordinal> mitad {_OF} [el] [año] <yearref>",
        f"{_ONE} <ordinal> semestre del año",
    ),
    "season": (
        f"{_THE} <season> {_OF} [el] [año] <yearref>",
        "el|la|del|al <season>",
        "<season> {before=en|de|desde|hasta|durante}",
        f"{_THE} <step> <season>",
        f"{_THE} <season> <step>",
    ),
    "holiday": (
        f"{_THE} <holiday> {_YEAR}",
        f"{_THE} <step> <holiday>",
        f"{_THE} <holiday> <step>",
        f"{_THE} <holiday> de <step> año",
    ),
    "day_word": (
        f"<dayword> [mismo] {_NOT_THE_MORNING}",
        f"<dayword> [,] <weekday> {_NOT_THE_MORNING}",
        f"{_ONE} día de <dayword>",
        f"{_THE} jornada de <dayword>",
        "pasado mañana {dayword=2}",
        "antes de ayer {dayword=-2}",
        "la fecha {dayword=0} {before=hasta}",
    ),
    "part_of_day": (
        f"la <part> {_OF} <dayword> [[,] <weekday:named>]",
        f"la <part> {_OF} [el|este|pasado] <weekday>",
        f"la <part> {_OF} [el] <step> <weekday>",
        f"la <part> {_OF} [el] <weekday> <step>",
        f"{_ONE} <weekday> <step> por la <part>",
        f"{_ONE} <step> <weekday> por la <part>",
        f"la <part> {_OF} [día] <day> de <month> {_YEAR}",
        "esta [misma] <part> {step=0}",
        "anoche {dayword=-1} {part=NI}",
        "anteanoche {dayword=-2} {part=NI}",
        "la pasada <part> {step=-1}",
        f"la <part> {_PART_BEFORE}",
        f"la misma <part> {_PART_BEFORE}",
        "[al|del] mediodía {part=MI}",
        "[la] medianoche {part=NI} {before=a|de|por|hacia|desde|hasta}",
        "las primeras|últimas horas de la <part>",
        "la <part> siguiente {later=1}",
        "la <part> anterior {later=-1}",
    ),
    "weekday": (f"{_ONE} [día] <weekday> {{{_SAINT}}}", "este <weekday>"),
    "weekend": ("el|del fin de semana",),
    "told_unit": (
        f"{_THE} <told> <unit>",
        f"{_THE} <unit> <told>",
        f"{_THE} jornada <told> {{unit=day}}",
        "día antes {unit=day} {step=-1} {before=un|el}",
    ),
    "relative_unit": (
        f"{_THE} <step> <unit>",
        f"{_THE} <unit> <step>",
        "este|esta mismo|misma <unit> {step=0}",
        "lo que va de|del <unit> {step=0}",
        f"{_ONE} <step> ejercicio|curso {{unit=year}}",
        f"{_ONE} ejercicio|curso <step> {{unit=year}}",
    ),
    "relative_weekday": (
        f"{_ONE} <step> <weekday> {{{_SAINT}}}",
        f"{_ONE} <weekday> <step>",
    ),
    "weekday_of": (
        f"{_ONE} <weekday> {_OF} [la] <step> semana",
        f"{_ONE} <weekday> {_OF} [la] semana <step>",
    ),
    "relative_month": (
        f"{_ONE} <step> [mes de] <month>",
        f"{_ONE} [mes de] <month> <step>",
        f"{_ONE} <step> [día] <day> de <month>",
        f"{_ONE} [día] <day> de <month> <step>",
        f"{_ONE} <step> <weekday> [,] [día] <day> de <month>",
    ),
    "same_unit": (
        f"{_THE} mismo|misma <unit>",
        "ese|esa|aquel|aquella [mismo|misma] <unit>",
        "todo el año {unit=year}",
        f"el año {{unit=year}} {{before=en|durante|de}} {_END}",
    ),
    "part_of_unit": (
        f"principios|comienzos|inicios {_OF} [la|el|este] <unit> {{mod=START}}",
        f"mediados {_OF} [la|el|este] <unit> {{mod=MID}}",
        f"finales|fines {_OF} [la|el|este] <unit> {{mod=END}}",
        f"[a] el|al|del fin|final|término {_OF} [la|el|este] <unit> {{mod=END}}",
        f"al principio|comienzo|inicio {_OF} [la|el|este] <unit> {{mod=START}}",
        "fin de año {unit=year} {mod=END} {before=a|hasta|de|para}",
        "fin de mes {unit=month} {mod=END} {before=a|hasta|de|para}",
        "más tarde este|en el mes {unit=month} {mod=LATER}",
    ),
    "ago": (
        f"hace|hacía {_ABOUT} <number> <unit>",
        f"hace|hacía {_ABOUT} <number> <units>",
        "<number> <units> antes de hoy",
        "<number> <unit> atrás",
        "<number> <units> atrás",
    ),
    "from_now": (
        "<number> <units> después de hoy",
        "<number> <units> a partir de hoy|ahora",
        f"dentro de {_ABOUT} <number> <unit>",
        f"dentro de {_ABOUT} <number> <units>",
    ),
    "earlier": ("<number> <unit> antes {not_after=de|del|que}", "<number> <units> antes {not_after=de|del|que}"),
    "later": (
        "<number> <unit> después {not_after=de|del|que}",
        "<number> <units> después {not_after=de|del|que}",
        "<number> <unit> más tarde",
        "<number> <units> más tarde",
    ),
    "set": (
        "cada <unit>",
        "cada <cardinal> <units>",
        "todos|todas los|las <units>",
        f"al <unit> {_RATE_BEFORE}",
        f"al año {{unit=year}} {_END}",
        f"al mes {{unit=month}} {_END}",
        f"a la semana {{unit=week}} {_RATE_BEFORE}",
        "por <unit> {before=vez|veces|euros|pesos|dólares|pesetas|millones|horas|días|minutos}",
        "a diario {unit=day}",
    ),
    "set_weekday": (
        "cada <weekday> [por la <part>]",
        "todos los <weekday> [por la <part>]",
        "todos los <weekdays> [por la <part>]",
        "los <weekday>",
        "los <weekdays>",
    ),
    "set_month": ("cada <month>", "todos los meses de <month>"),
    "set_season": ("cada <season>", "todos los <season>"),
    "set_part": ("cada <part>", "todas las <parts>"),
    "set_turn": (
        "<turn> {not_before=el|los|un|este|del|al|su|otro}",
        "diario|diarios {turn=P1D} {not_before=el|los|un|este|del|al|su|otro|de|varios|unos|algunos}"
        " {not_after=de|del|el}",
    ),
    "duration": (
        "<number> <unit>",
        "<number> <units>",
        "<number> largo|larga|buen|solo|mismo <unit>",
        "<number> largos|largas|buenos <units>",
        "<number> o|- <number:second> <units>",
        f"[los|las|estos|estas|otros|otras|sus] [{_COUNT}] <number> [{_COUNT}] <units>",
        f"[los|las] <number> <units> {_COUNT_AFTER}",
        "<number> <unit> y|, <number:rest> <unit:rest_unit>",
        "<number> <unit> y|, <number:rest> <units:rest_unit>",
        "<number> <units> y|, <number:rest> <unit:rest_unit>",
        "<number> <units> y|, <number:rest> <units:rest_unit>",
        "<number> <unit> y medio|media {added=0.5}",
        "<number> <units> y medio|media {added=0.5}",
        "[una] hora y media {number=1.5} {unit=hour}",
        "año y medio {number=1.5} {unit=year} {not_before=#}",
        "la última|próxima|primera <number> <unit>",
        "[un] cuarto de hora {number=15} {unit=minute}",
        "tres cuartos de hora {number=45} {unit=minute}",
    ),
    "one_unit": (
        "todo el día {unit=day}",
        "toda la semana {unit=week}",
        "todo el mes {unit=month}",
        "la última|pasada década {unit=decade}",
        "el último|pasado decenio {unit=decade}",
        "el último|pasado|primer minuto {unit=minute}",
        "la última|pasada|primera hora {unit=hour}",
    ),
    "indefinite_duration": (
        f"[los|las|estos|estas] {_COUNT} <units>",
        f"[los|las] <units> {_COUNT_AFTER}",
        "<units> {before=durante|por|tras|hace|desde|en|y|son|tomará|lleva|llevan|llevar}",
        "hace|hacía [sólo|solo|apenas|ya] <units>",
        "hace|hacía [sólo|solo|apenas|ya] unos|unas|varios|varias|algunos|algunas|pocos|pocas|muchos|muchas <units>",
        "[unos|unas|varios|varias|algunos|algunas|pocos|pocas|muchos|muchas] <units> antes|después|atrás {not_before=#}",
        "largos|largas|muchísimos|muchísimas <units>",
    ),
    "clock": (
        *(pattern for clock in _CLOCKS for pattern in _with_days(clock)),
        "<clocktime> horas|h|hs|hrs",
        "<clocktime> <zone>",
        "<clocktime> {before=a|hasta|desde|sobre} {not_after=minutos|segundos|metros|puntos|euros|%}",
        f"las|la <hourword> y <cardinal:past> {{before=a|desde|hasta|sobre}} {_END}",
        "<hour> <meridiem>",
        f"las <hourword> {_CLOCK_BEFORE} {{after=.|,|;|^|)}}",
        "las doce de la noche {minutes=0}",
    ),
    "vague": (
        "ahora [mismo] {ref=PRESENT_REF}",
        "actualmente {ref=PRESENT_REF}",
        "hoy en día {ref=PRESENT_REF}",
        "hoy por hoy {ref=PRESENT_REF}",
        "la actualidad {ref=PRESENT_REF}",
        "actual|actuales {ref=PRESENT_REF}",
        "el momento {ref=PRESENT_REF} {before=por|hasta|de}",
        f"momento {{ref=PRESENT_REF}} {{before=de}} {_END}",
        "este|estos momento|momentos|instante {ref=PRESENT_REF}",
        "estos días {ref=PRESENT_REF}",
        "[el] presente {ref=PRESENT_REF} {before=en|hasta|al}",
        "recientemente|últimamente|ultimamente|recién|antaño|anteriormente {ref=PAST_REF}",
        "[más] reciente|recientes {ref=PAST_REF}",
        f"el|del pasado {{ref=PAST_REF}} {_END}",
        f"pasado|pasada|pasados|pasadas {{ref=PAST_REF}} {{before={_ARTICLES}|durante}} {_NOUN_AFTER}",
        "hace|hacía [mucho|poco|algún|largo] tiempo {ref=PAST_REF}",
        "hace|hacía poco|mucho {ref=PAST_REF}",
        "aquel entonces {ref=PAST_REF}",
        "entonces {ref=PAST_REF} {before=desde|hasta|por|de}",
        "aquellos días|años|tiempos {ref=PAST_REF}",
        "el otro día {ref=PAST_REF}",
        "algún día {ref=FUTURE_REF}",
        f"presente|presentes {{ref=PRESENT_REF}} {{before=el|la|los|las|del}} {_NOUN_AFTER}",
        f"próximo|próxima|próximos|próximas {{ref=FUTURE_REF}} {{before={_ARTICLES}}} {_NOUN_AFTER}",
        "el futuro {ref=FUTURE_REF} {before=en|para|hacia|sobre}",
        "[un] futuro [próximo|cercano|inmediato|lejano] {ref=FUTURE_REF} {before=en|de|a}",
        "futura|futuras|futuros {ref=FUTURE_REF}",
        f"futuro {{ref=FUTURE_REF}} {{before=el|del|al}} {_NOUN_AFTER}",
        "próximamente {ref=FUTURE_REF}",
        "corto|medio|largo plazo {ref=FUTURE_REF}",
    ),
}  # fmt: skip
MODIFIERS: Mapping[str, Phrases] = {
    "START": (
        "principios|comienzos|inicios [de]",
        "[el|al|del] principio|comienzo|inicio [de]",
        "[la] primera mitad [de]",
        "los|las primeros|primeras días|semanas|meses|horas|años [de]",
        "temprano {before=más|muy}",
        "[la] primera semana de",
    ),
    "MID": ("mediados [de]", "[la] mitad [de]"),
    "END": (
        "finales|fines [de]",
        "[el|al|del] final|fin [de]",
        "[la] segunda mitad [de]",
        "los|las últimos|últimas días|semanas|meses|horas|años [de]",
        "[la] última semana de",
    ),
    "APPROX": (
        "unos|unas|casi|aproximadamente|aproximados",
        "alrededor|cerca de",
        "en torno a",
    ),
    "MORE_THAN": ("más de",),
    "LESS_THAN": ("menos de",),
    "EQUAL_OR_MORE": ("al menos", "por lo menos", "como mínimo"),
    "EQUAL_OR_LESS": ("hasta {before=durante|de|con|pena|condena}", "un máximo de", "como máximo"),
}
