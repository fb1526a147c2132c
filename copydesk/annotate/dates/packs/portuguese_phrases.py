"""Portuguese: the phrases, by construction; `constructions` tells what each means, `patterns` how one is written.

An article stays outside its expression, as does a preposition that is one word with it ("na semana passada"). "This"
is part of the meaning, so "nesta" and "deste" stay inside.
"""

from collections.abc import Mapping

from copydesk.annotate.dates.pack import Phrases

_OF = "de|do|da"
_YEAR = "[[,] [de|do] [ano] [de] <yearref>]"
_THIS = "este|esta|neste|nesta|deste|desta|nessa|nesse|essa|esse"
_COUNT = (
    "últimos|últimas|próximos|próximas|passados|passadas|primeiros|primeiras|seguintes|anteriores"
)
_COUNT_AFTER = (
    "seguintes|anteriores|próximos|passados|últimos|úteis|consecutivos|consecutivas|seguidos"
)
_ABOUT = "[mais|menos|cerca|quase|apenas|pouco|já|uns|umas] [mais|menos] [de]"
_RATE_BEFORE = "{before=vez|vezes|#|euros|reais|dólares|milhões|mil|horas|dias|minutos|bilhões}"
_END = "{after=.|,|;|:|^|)|?|!|e|ou|em|que|\"|''}"
_NOUN_AFTER = "{not_after=.|,|;|:|^|)|e|ou|a|ao|à|por|de|do|da|em|que|''}"
_ARTICLES = "o|a|os|as|do|da|dos|das|no|na|nos|nas|ao|à|seu|sua|pelo|pela"
_SHORT_END = (
    "{after=.|,|;|:|^|)|(|que|o|os|em|no|para|à|às|ao|por|pela|pelo|com|quando|contra|um|uma|,}"
)
_PART_BEFORE = "{before=à|de|da|na|pela|durante|a|até|desde|nesta|desta}"
_AGED = "homem|mulher|jovem|menino|menina|garoto|garota|adolescente|idoso|idosa|criança|estudante|rapaz|moça"
_SHORT_DAYS = {"segunda": 1, "terça": 2, "terca": 2, "quarta": 3, "quinta": 4, "sexta": 5}
"""Weekdays without "-feira" are ordinals too: what stands around them tells which."""
_TO_SHORT_DAYS = "nesta|desta|esta|última|próxima|passada|na|da|à|até"
_PARTS_OF_DAY = "de|da|pela|à <part>"
_DAY_TAILS = (
    "",
    "de <dayword>",
    "deste|desta|do|da|de|neste|nesta [última|próximo] <weekday>",
    f"{_OF} [dia] <day> de <month> {_YEAR}",
)
_CLOCKS = (
    f"<clocktime> [horas] {_PARTS_OF_DAY}",
    "<clocktime> [horas|h|hs|hrs]",
    "<clocktime> <zone>",
    "<hour> h|hs|hrs|horas",
    "<hour> h|hs|hrs|horas <zone>",
    f"<hour> h|hs|hrs {_PARTS_OF_DAY}",
    "<hourword> horas e meia {past=30}",
    f"<hourword> horas {_PARTS_OF_DAY}",
    f"<hourword> {_PARTS_OF_DAY}",
    f"<hourword> e <cardinal:past> {_PARTS_OF_DAY}",
    "<hourword> e meia {past=30}",
    f"<hourword> e meia {_PARTS_OF_DAY} {{past=30}}",
    "<hourword> em ponto",
)  # fmt: skip
_AT = "{before=às|as|à|das|até|desde|entre|pelas|a|para|e}"


def _with_days(clock: str, guard: str) -> tuple[str, ...]:
    """A clock time with each way to tell its day behind it."""
    pattern, brace, settings = clock.partition("{")
    return tuple(f"{pattern} {day} {brace}{settings} {guard}" for day in _DAY_TAILS)


PHRASES: Mapping[str, Phrases] = {
    "no_time": (
        "rio de janeiro",
        "último|primeiro|próximo dia",
        "bom dia",
        "boa tarde|noite",
        "boas festas",
        "<number> anos de idade",
        "de <number> anos {before=,} {after=,|.|;|)|e|que|foi}",
        "<number> anos {before=,|(} {after=,|)}",
        f"{_AGED} de <number> anos",
        "última|última hora",
        "segunda|quarta|quinta|sexta divisão|colocação|posição|rodada|fase|etapa|vez|edição|temporada|parte",
        "rua|avenida|praça|estação|viaduto <day> de <month>",
        "dia a dia",
        "noite para o dia",
    ),
    "month_day": (
        f"[<weekday> [,]] [dia] <day> [de] <month> {_YEAR}",
        f"dias <day> [de] <month> {_YEAR}",
        f"<dayword> [,] [dia] <day> [de] <month> {_YEAR}",
        "<day> de <monthdigits> de <year>",
        "<day> /|- <month> /|- <year>",
        "<day> /|-|de mar [.] /|-|de <year> {month=3}",  # "mar" alone is the sea
        "<day> /|-|de set [.] /|-|de <year> {month=9}",
        "<day> set [.] <year> {month=9}",  # a set of tennis
        "<day> /|-|de dez [.] /|-|de <year> {month=12}",  # ten
        f"[dia] <day> [de] <month> [de] <yeardigits> {_END}",
        "[<weekday> [,]] [dia] <day> / <monthdigits> {before=em|no|do|dia|de|até|desde|(|o|,|entre|e|^} {not_after=%|/|-|dos|das}",
        "<weekday> ( <day> / <monthdigits> )",
        "<month> <day> , <year>",
    ),
    "ordinal_day": (f"[dia] <ordinal> de <month> {_YEAR}", f"<weekday> [,] [dia] <ordinal> de <month> {_YEAR}"),
    "day_of_month": (
        "dia <day> {not_after=y|e|ou|a|-|/}",
        f"[{_THIS}] <weekday> ( <day> )",
        "<weekday> [,] dia <day>",
        f"<weekday> [,] <day> {_END}",
        *(f"{name} <day> {_END}" for name in _SHORT_DAYS),
        *(f"nesta|desta|esta {name} ( <day> )" for name in _SHORT_DAYS),
        *(f"{name} ( <day> ) {{before={_TO_SHORT_DAYS}}}" for name in _SHORT_DAYS),
        "último|passado dia <day> {way=-1}",
        "dia <day> passado|último {way=-1}",
        "próximo dia <day> {way=1}",
        "dia <day> deste mês {step=0}",
        "dia <day> do mês passado {step=-1}",
        "dia <day> do próximo mês {step=1}",
    ),
    "week_of_year": (
        "<ordinal> semana de|do [ano] [de] <yearref>",
        "semana [número] <cardinal:ordinal> de|do [ano] [de] <yearref>",
    ),
    "weekday_date": ("<weekday> [,] [dia] <numericdate>", "<weekday> ( <numericdate> )"),
    "nth_weekday": (
        f"<ordinal> <weekday> {_OF} [mês de] <month> {_YEAR}",
        f"último|última <weekday> {_OF} [mês de] <month> {_YEAR} {{ordinal=-1}}",
    ),
    "month": (
        "<month> [,] [de|do] [ano] [de] <yearref>",
        "<month> / <year>",
        f"<month> de <yeardigits> {_END}",
        f"mês de <month> {_YEAR}",
        "<month> desse|daquele ano {told=1}",
        "<month>",
    ),
    "year": ("<bareyear>", "ano [de] <year>", f"{_THIS} [mesmo] ano de <year>"),
    "decade": (
        "anos <tens>",
        "anos <decadeword>",
        "década de|dos [anos] <tens>",
        "década de|dos [anos] <decadeword>",
        "anos <tens> do século <roman:century>",
        "anos <decadeword> do século <roman:century>",
        "década de <tens> do século <roman:century>",
    ),
    "century": ("século <roman>", "século <ordinal>", "<ordinal> século"),
    "quarter": (
        f"<ordinal> trimestre {_YEAR}",
        "<ordinal> trimestre do ano",
        "último trimestre de|do|deste [ano] [de] <yearref> {ordinal=4}",
        "<quartername> [de] [<yearref>]",
    ),
    "half": (
        f"<ordinal> semestre {_YEAR}",
        "<ordinal> semestre do ano",
        "<ordinal> metade de|do|deste [ano] [de] <yearref>",
    ),
    "season": (
        "<season> de|do|deste [ano] [de] <yearref>",
        "<season> {before=o|a|no|na|do|da|neste|nesta|este|durante}",
        "<step> <season>",
        "<season> <step>",
    ),
    "holiday": (
        "natal de <year> {holiday=christmas}",  # alone behind "em" or "de" a town
        "natal {holiday=christmas} {before=o|no|do|ao|pelo|este|neste|deste|até|feliz}",
        "<step> natal {holiday=christmas}",
        "natal passado {step=-1} {holiday=christmas}",
        f"<holiday> {_YEAR}",
        "<step> <holiday>", "<holiday> <step>"),
    "day_word": (
        "<dayword> [mesmo]",
        "<dayword> [,] <weekday>",
        "dia de <dayword>",
        "depois de amanhã {dayword=2}",
        "antes de ontem {dayword=-2}",
        "hoje {dayword=0} {not_after=em}",
        "esta data {dayword=0} {before=até}",
    ),
    "part_of_day": (
        "<part> de <dayword>",
        f"<part> {_THIS}|do|da|de [último|última|próximo|próxima] <weekday>",
        *(f"<part> {_THIS}|de|da {name} {{weekday={number}}}" for name, number in _SHORT_DAYS.items()),
        f"<part> {_OF} [dia] <day> de <month> {_YEAR}",
        "<dayword> à|de|pela <part>",
        f"<part> {_OF}|desta <step> <weekday>",
        f"<part> {_OF} <weekday> <step>",
        "<weekday> <step> à|de|pela <part>",
        "<weekday> à|de|pela <part>",
        "nesta|esta|desta <part> {step=0}",
        "noite passada {part=NI} {step=-1}",
        "ontem à noite {part=NI} {dayword=-1}",
        f"<part> {{lower}} {_PART_BEFORE} {{not_after=demais}}",
        "meio - dia {part=MI} {before=ao|o|do}",
        "meio dia {part=MI} {before=ao|o|do}",
        "<part> seguinte {later=1}",
        "<part> anterior {later=-1}",
    ),
    "weekday": (
        "[dia] <weekday>",
        f"{_THIS} [dia] <weekday> {{step=0}}",  # Estadão, 232 told with their day: nearest 228, latest 214
        *(
            f"{name} {{weekday={number}}} {{before={_TO_SHORT_DAYS}|as}} {_SHORT_END}"
            for name, number in _SHORT_DAYS.items()
        ),
        *(
            f"{this} {name} {{weekday={number}}} {{step=0}} {_SHORT_END}"
            for name, number in _SHORT_DAYS.items()
            for this in ("nesta", "desta", "esta")
        ),
    ),
    "weekend": ("final|fim de semana {before=o|no|do|ao}",),
    "told_unit": (
        "<told> <unit>",
        "<unit> <told>",
        "véspera {unit=day} {step=-1} {before=na|a|da|à} {after=.|,|;}",
    ),
    "relative_unit": (
        "<step> <unit>",
        "<unit> <step>",
        "neste|nesta|este|esta|deste mesmo|mesma <unit> {step=0}",
        "decorrer|longo|curso deste <unit> {step=0}",
    ),
    "relative_weekday": (
        "<step> <weekday> {not_before=nesta}",
        "<weekday> <step>",
        *(f"última|passada {name} {{weekday={number}}} {{step=-1}} {_SHORT_END}" for name, number in _SHORT_DAYS.items()),
        *(f"próxima {name} {{weekday={number}}} {{step=1}} {_SHORT_END}" for name, number in _SHORT_DAYS.items()),
        *(f"{name} passada {{weekday={number}}} {{step=-1}}" for name, number in _SHORT_DAYS.items()),
        *(f"{name} que vem {{weekday={number}}} {{step=1}}" for name, number in _SHORT_DAYS.items()),
    ),
    "weekday_of": (
        f"<weekday> {_OF}|desta <step> semana",
        f"<weekday> {_OF} semana <step>",
    ),
    "relative_month": (
        "<step> [mês de] <month>",
        "[mês de] <month> <step>",
        "<step> [dia] <day> de <month>",
        "[dia] <day> de <month> <step>",
    ),
    "same_unit": (
        "mesmo|mesma <unit>",
        "nesse|nessa|esse|essa|desse|dessa|naquele|naquela|aquele|aquela|daquele|daquela [mesmo|mesma] <unit>",
        f"ano {{unit=year}} {{before=no|do}} {_END}",
    ),
    "part_of_unit": (
        "início|começo|princípio|princípios do|da|deste|desta|de <unit> {mod=START}",
        "meados do|da|deste|desta|de <unit> {mod=MID}",
        "fim|final|finais|fins do|da|deste|desta|de <unit> {mod=END}",
        "restante|resto do|da|deste|desta <unit> {mod=END}",
    ),
    "ago": (
        f"há|faz {_ABOUT} <number> <unit> [atrás]",
        f"há|faz {_ABOUT} <number> <units> [atrás]",
        "<number> <units> antes de hoje",
        "<number> <unit> atrás|atras",
        "<number> <units> atrás|atras",
    ),
    "from_now": (
        f"dentro de {_ABOUT} <number> <unit>",
        f"dentro de {_ABOUT} <number> <units>",
        f"daqui a|há {_ABOUT} <number> <unit>",
        f"daqui a|há {_ABOUT} <number> <units>",
        "<number> <units> a partir de hoje|agora",
        "<number> <units> depois de hoje",
    ),
    "in": (
        "<number> <unit> {before=em} {not_after=de|do|da}",
        "<number> <units> {before=em} {not_after=de|do|da}",
    ),
    "earlier": (
        "<number> <unit> antes {not_after=de|do|da|que}",
        "<number> <units> antes {not_after=de|do|da|que}",
    ),
    "later": (
        "<number> <unit> depois|após {after=.|,|;|^|)|e}",
        "<number> <units> depois|após {after=.|,|;|^|)|e}",
        "<number> <unit> mais tarde",
        "<number> <units> mais tarde",
    ),
    "set": (
        "cada|todo|toda <unit>",
        "cada <cardinal> <units>",
        "todos|todas os|as <units>",
        f"ao|à|por <unit> {_RATE_BEFORE}",
        f"ao ano {{unit=year}} {_END}",
        f"por mês {{unit=month}} {_END}",
        f"por ano {{unit=year}} {_END}",
        f"por dia {{unit=day}} {_END}",
        f"por semana {{unit=week}} {_END}",
    ),
    "set_weekday": (
        "cada|todo|toda <weekday> [à|de <part>]",
        "todos|todas os|as <weekdays> [à|de <part>]",
        "<weekdays> {lower} {before=aos|às|nos|nas|os|as|e|,|a}",
    ),
    "set_month": ("cada|todo <month>",),
    "set_season": ("cada|todo <season>",),
    "set_part": ("cada|toda|todas <part>", "todas as <parts>"),
    "set_turn": (
        "<turn> {not_before=o|os|um|este|do|dos|ao|seu|outro}",
        "diário|diários {turn=P1D} {not_before=o|os|um|este|esse|aquele|do|dos|no|nesse|neste|ao|seu|outro|de|meu} {not_after=de|do|da}",
    ),
    "duration": (
        "<number> <unit>",
        "<number> <units> {not_before=às|as}",
        "<number> longo|longa|longos|longas|bons|boas <units>",
        "<number> ou|- <number:second> <units>",
        f"[{_COUNT}] <number> [{_COUNT}] <units> {{not_before=às|as}}",
        f"<number> <units> {_COUNT_AFTER}",
        "<number> <unit> e|, <number:rest> <unit:rest_unit>",
        "<number> <unit> e|, <number:rest> <units:rest_unit>",
        "<number> <units> e|, <number:rest> <unit:rest_unit>",
        "<number> <units> e|, <number:rest> <units:rest_unit>",
        "<number> <unit> e meio|meia {added=0.5}",
        "<number> <units> e meio|meia {added=0.5}",
        "ano e meio {number=1.5} {unit=year}",
        "hora e meia {number=1.5} {unit=hour}",
        "[um] quarto de hora {number=15} {unit=minute}",
        "<number> min|mins|seg {unit=minute} {not_after=.}",
    ),
    "one_unit": (
        "todo o dia|dia todo {unit=day}",
        "toda a semana {unit=week}",
        "semana toda|inteira {unit=week}",
        "última|passada década {unit=decade}",
        "último|primeiro minuto {unit=minute}",
        "última|primeira hora {unit=hour}",
    ),
    "indefinite_duration": (
        f"{_COUNT} <units>",
        f"<units> {_COUNT_AFTER}",
        "<units> {before=durante|por|após|desde|em|leva|levar|levará|duram}",
    ),
    "clock": (
        *(pattern for clock in _CLOCKS for pattern in _with_days(clock, _AT)),
        *(pattern for pattern in _with_days("<hour> h|hs|hrs <cardinal:past> [min]", _AT)),
        "<clocktime> horas|h|hs|hrs",
        "<hour> h {not_before=a|de|por|em|durante|uns|cerca} {not_after=de}",
        "<clocktime> <zone>",
        f"<hourword> e <cardinal:past> {{before=às|as|das|até}} {_END}",
        "<hour> <meridiem>",
        "<hourword> {before=às|pelas|das|desde} {after=.|,|;|^|)}",
        "meia - noite {minutes=0}",
        "meia noite {minutes=0}",
        "meio - dia e meia {minutes=750}",
    ),
    "vague": (
        "agora [mesmo] {ref=PRESENT_REF}",
        "atualmente|actualmente {ref=PRESENT_REF}",
        "hoje em dia {ref=PRESENT_REF}",
        "atualidade|actualidade|presente {ref=PRESENT_REF} {before=na|no|da}",
        "atual|atuais|actual|actuais {ref=PRESENT_REF}",
        "momento {ref=PRESENT_REF} {before=no|neste|até|este|nesse} {not_after=de|da|do|em|que}",
        "neste|este momento|instante {ref=PRESENT_REF}",
        "estes|nestes dias {ref=PRESENT_REF}",
        "recentemente|ultimamente|antigamente|outrora {ref=PAST_REF}",
        "[mais] recente|recentes {ref=PAST_REF}",
        f"passado {{ref=PAST_REF}} {{before=no|do|o}} {_END}",
        f"passado|passada|passados|passadas {{ref=PAST_REF}} {{before={_ARTICLES}}} {_NOUN_AFTER}",
        "há [muito|pouco|algum] tempo [atrás] {ref=PAST_REF}",
        "há [alguns|algumas|muitos|muitas|poucos|poucas|vários|várias] <units> {ref=PAST_REF}",
        "então {ref=PAST_REF} {before=desde|até}",
        "naquela época {ref=PAST_REF}",
        "altura {ref=PAST_REF} {before=na} {after=.|,|;|)|^}",
        "outro dia {ref=PAST_REF} {before=o|no}",
        "algum dia {ref=FUTURE_REF}",
        f"próximo|próxima|próximos|próximas {{ref=FUTURE_REF}} {{before={_ARTICLES}}} {_NOUN_AFTER}",
        "futuro [próximo|distante|imediato] {ref=FUTURE_REF} {before=no|num|ao|para|de}",
        "futura|futuras|futuros {ref=FUTURE_REF}",
        "breve {ref=FUTURE_REF} {before=em}",
        "brevemente {ref=FUTURE_REF}",
    ),
}  # fmt: skip
MODIFIERS: Mapping[str, Phrases] = {
    "START": (
        "início|começo|princípio|princípios|inícios [de|do|da|dos|das|deste|desta]",
        "primeira metade [de|do|da|dos|das]",
        "primeiros|primeiras dias|semanas|meses|horas|anos [de|do|da|deste|desta]",
        "primeira semana de",
    ),
    "MID": ("meados|metade [de|do|da|dos|das]",),
    "END": (
        "fim|fins|final|finais [de|do|da|dos|das|deste|desta]",
        "segunda metade [de|do|da|dos|das]",
        "últimos|últimas dias|semanas|meses|horas|anos [de|do|da|deste|desta]",
        "última semana de",
    ),
    "APPROX": (
        "uns|umas|quase|aproximadamente",
        "cerca|perto de",
        "em torno de",
        "por volta de|das",
    ),
    "MORE_THAN": ("mais de|do",),
    "LESS_THAN": ("menos de|do",),
    "EQUAL_OR_MORE": ("pelo|ao menos", "no mínimo"),
    "EQUAL_OR_LESS": ("no máximo", "até {before=de|por|durante|em}"),
}
