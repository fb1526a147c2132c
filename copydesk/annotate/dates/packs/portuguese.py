"""Portuguese, of Brazil and Portugal: the words. Its phrases are in `portuguese_phrases`."""

from copydesk.annotate.dates.algebra import Unit
from copydesk.annotate.dates.pack import LanguagePack
from copydesk.annotate.dates.packs.portuguese_phrases import MODIFIERS, PHRASES
from copydesk.annotate.dates.packs.words import inflected, numbered, phrases, shared, words

_ADJECTIVE = "o a os as"
_MONTHS = numbered(
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
)
_FEIRAS = numbered("segunda terça|terca quarta quinta sexta", 1)
_WEEKDAYS = {
    **{f"{name}{sign}feira": number for name, number in _FEIRAS.items() for sign in ("-", " ")},
    **numbered("sábado|sabado domingo", 6),
}
_RECURRING = {
    **{f"{name}s-feiras": number for name, number in _FEIRAS.items()},
    **{f"{name}s": number for name, number in _FEIRAS.items()},
    **numbered("sábados|sabados domingos", 6),
}
_HOLIDAYS = {
    **dict.fromkeys(("ano novo", "dia de ano novo", "réveillon"), "new_year"),
    **dict.fromkeys(("dia de reis", "epifania"), "epiphany"),
    "segunda-feira de carnaval": "shrove_monday",
    **dict.fromkeys(("terça-feira de carnaval", "terça-feira gorda"), "shrove_tuesday"),
    "quarta-feira de cinzas": "ash_wednesday",
    "domingo de ramos": "palm_sunday",
    "quinta-feira santa": "maundy_thursday",
    **dict.fromkeys(("sexta-feira santa", "sexta-feira da paixão"), "good_friday"),
    **dict.fromkeys(("sábado santo", "sábado de aleluia"), "holy_saturday"),
    **dict.fromkeys(("páscoa", "domingo de páscoa"), "easter"),
    "feriado de tiradentes": "tiradentes",
    "dia de tiradentes": "tiradentes",
    **dict.fromkeys(("dia da liberdade", "vinte e cinco de abril"), "carnation_revolution"),
    **dict.fromkeys(("dia do trabalho", "dia do trabalhador", "dia dos trabalhadores"), "labour_day_may"),
    "dia das mães": "mothers_day",
    "dia dos namorados": "valentines_day_brazil",
    "corpus christi": "corpus_christi",
    "corpo de deus": "corpus_christi",
    "pentecostes": "pentecost",
    "dia da independência": "brazilian_independence_day",
    **dict.fromkeys(("dia das crianças", "nossa senhora aparecida"), "columbus_day_october_12"),
    "halloween": "halloween",
    **dict.fromkeys(("dia de todos os santos", "todos os santos"), "all_saints_day"),
    **dict.fromkeys(("finados", "dia de finados"), "all_souls_day"),
    "proclamação da república": "proclamation_of_the_republic_brazil",
    "imaculada conceição": "immaculate_conception",
    "dia de ação de graças": "thanksgiving",
    "black friday": "black_friday",
    **dict.fromkeys(("véspera de natal", "noite de natal"), "christmas_eve"),
    "dia de natal": "christmas",
    **dict.fromkeys(("véspera de ano novo", "noite de ano novo"), "new_years_eve"),
}  # fmt: skip
_ONES = numbered("zero um|uma dois|duas três|tres quatro cinco seis sete oito nove", 0)
_TEENS = numbered(
    "dez onze doze treze catorze|quatorze quinze dezesseis|dezasseis dezessete|dezassete dezoito"
    " dezenove|dezanove",
    10,
)
_TENS = {
    ten: 10 * number
    for ten, number in numbered(
        "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa", 2
    ).items()
}
_HUNDREDS = {
    f"{stem}{ending}": 100 * number
    for stem, number in numbered(
        "duzent trezent quatrocent quinhent seiscent setecent oitocent novecent", 2
    ).items()
    for ending in ("os", "as")
}
_ORDINALS = inflected(
    numbered("primeir segund terceir quart quint sext sétim|setim oitav non décim|decim"),
    _ADJECTIVE,
)
_DAY_NUMBERS = {
    **{word: number for word, number in {**_ONES, **_TEENS}.items() if number > 0},
    "vinte": 20,
    **{f"vinte e {one}": 20 + number for one, number in _ONES.items() if number},
    "trinta": 30,
    "trinta e um": 31,
}
"""Days of a month in words: Portuguese counts them like anything else, and only the first is an ordinal."""
_STEPS = {
    **inflected({"passad": -1, "últim": -1, "ultim": -1, "próxim": 1, "proxim": 1}, _ADJECTIVE),
    **shared(0, "este esta neste nesta deste desta presente corrente atual actual"),
    **shared(1, "vindouro vindoura"),
    "que vem": 1,
    "em curso": 0,
}
_YEAR_STEPS = {
    "ano passado": -1,
    "último ano": -1,
    "ano anterior": -1,
    "este ano": 0,
    "neste ano": 0,
    "deste ano": 0,
    "corrente ano": 0,
    "presente ano": 0,
    "ano corrente": 0,
    "ano em curso": 0,
    "ano que vem": 1,
    "próximo ano": 1,
    "passado": -1,
    "seguinte": 1,
    "que vem": 1,
}

PORTUGUESE = LanguagePack(
    language_code="pt",
    number_order="DMY",
    ordinal_suffixes=("º", "ª", "°", ".º", ".ª", "o", "a"),
    decimal_comma=True,
    months=_MONTHS,
    month_abbreviations=numbered("jan fev mço abr mai jun jul ago setem out nov dezem"),
    months_also_names=words("abril"),
    weekdays=_WEEKDAYS,
    weekdays_also_names=words("domingo"),
    weekday_abbreviations={"seg": 1, "qua": 3, "qui": 4, "sex": 5, "sáb": 6, "dom": 7},
    recurring_weekdays=_RECURRING,
    seasons={
        "primavera": "SP",
        **shared("SU", "verão verao"),
        "outono": "FA",
        "inverno": "WI",
    },
    parts_of_day={
        **shared("MO", "madrugada manhã amanhecer"),
        **shared("MI", "meio-dia"),
        **shared("AF", "tarde"),
        **shared("EV", "anoitecer entardecer"),
        **shared("NI", "noite"),
    },
    recurring_parts_of_day={"madrugadas": "MO", "manhãs": "MO", "tardes": "AF", "noites": "NI"},
    holidays=_HOLIDAYS,
    units={
        **shared(Unit.SECOND, "segundo"),
        **shared(Unit.MINUTE, "minuto"),
        **shared(Unit.HOUR, "hora"),
        **shared(Unit.DAY, "dia"),
        **shared(Unit.WEEK, "semana"),
        **dict.fromkeys(("fim de semana", "fim-de-semana", "final de semana"), Unit.WEEKEND),
        **shared(Unit.MONTH, "mês mes"),
        **shared(Unit.QUARTER, "trimestre"),
        **shared(Unit.YEAR, "ano"),
        **shared(Unit.DECADE, "década"),
        **shared(Unit.CENTURY, "século"),
        **shared(Unit.MILLENNIUM, "milênio milénio"),
    },
    plural_units={
        **shared(Unit.SECOND, "segundos"),
        **shared(Unit.MINUTE, "minutos"),
        **shared(Unit.HOUR, "horas"),
        **shared(Unit.DAY, "dias"),
        **shared(Unit.WEEK, "semanas"),
        **dict.fromkeys(("fins de semana", "fins-de-semana", "finais de semana"), Unit.WEEKEND),
        **shared(Unit.MONTH, "meses"),
        **shared(Unit.QUARTER, "trimestres"),
        **shared(Unit.YEAR, "anos"),
        **shared(Unit.DECADE, "décadas"),
        **shared(Unit.CENTURY, "séculos"),
        **shared(Unit.MILLENNIUM, "milênios milénios"),
    },
    units_also_words=words("segundo"),
    numbers={**_ONES, **_TEENS, **_HUNDREDS},
    tens=_TENS,
    tens_joints=("e",),
    multiples={"cem": 100, "cento": 100, "mil": 1000},
    amounts={
        **shared(1, "um uma"),
        **shared(2, "ambos ambas"),
        **dict.fromkeys(("um par de", "um casal de"), 2),
        **shared(0.5, "meio meia"),
        "uma dúzia de": 12,
        "dúzia de": 12,
        **shared(
            None,
            "vários várias alguns algumas muitos muitas poucos poucas uns umas diversos diversas"
            " inúmeros inúmeras bastantes",
        ),
        **dict.fromkeys(("uns poucos", "umas poucas", "centenas de", "milhares de", "dezenas de"), None),
    },
    ordinals={**_DAY_NUMBERS, **_ORDINALS},
    quarter_names=numbered("1t 2t 3t 4t"),
    decades=numbered("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa", 2),
    year_centuries={"dois mil e": 2000, "mil novecentos e": 1900, "mil oitocentos e": 1800},
    day_words={"anteontem": -2, "ontem": -1, "hoje": 0, **shared(1, "amanhã amanha")},
    deictics=_STEPS,
    told_deictics={**shared(1, "seguinte posterior"), **shared(-1, "anterior precedente")},
    year_references=_YEAR_STEPS,
    recurrences={
        **shared("P1D", "diária diárias diariamente cotidianamente quotidianamente"),
        **shared("P1W", "semanal semanais semanalmente"),
        **shared("P2W", "quinzenal quinzenais quinzenalmente"),
        **shared("P1M", "mensal mensais mensalmente"),
        **shared("P2M", "bimestral bimestrais bimensal bimensais"),
        **shared("P3M", "trimestral trimestrais trimestralmente"),
        **shared("P6M", "semestral semestrais semestralmente"),
        **shared("P1Y", "anual anuais anualmente"),
        **shared("P2Y", "bienal bienais"),
    },
    time_zones=frozenset(
        {"gmt", "utc", "hora local", "horas locais", "horário local", "horário de brasília",
         "no horário de brasília", "hora de brasília", "hora de lisboa"}
    ),
    phrases=PHRASES,
    modifiers=MODIFIERS,
    deictic_starts=words("este esta estes estas últimos últimas próximos próximas"),
    range_words=phrases(
        "a, à, ao, -, até, ate, até o, até ao, até a, até à, até as, até às, às, as, a as, e as, e às, ao dia, até o dia, a o"
    ),
    between_words=words("entre"),
    and_words=phrases("e, ou, bem como, e o, e no, e em, ou no, e dia, e as, e às"),
    weekday_articles=words("dia"),
    after_day=words(
        "em de do da no na a ao para por com e ou como quando que se o os as , . ; : ) ] ! ? - durante"
        ' desde até foi é são será antes depois "'
    ),
    before_year=words(
        "em de do no desde até a ao ano anos e ou entre para por pelo o durante após antes depois desse"
        " temporada safra verão outono inverno primavera ( - /"
    ),
    never_before_year=words(
        "agenda resolução artigo artigos lei decreto número nº n voo boeing airbus sala página páginas"
        " código telefone tel iso rfc km quilômetro modelo uns umas quase aproximadamente cerca sobre"
        " linha ônibus r + x = < > ~ @ $ £ € #"
    ),
    never_after_year=words(
        "% por pessoas habitantes euros dólares reais libras milhões mil bilhões metros quilômetros"
        " quilómetros km quilos kg toneladas hectares soldados homens mulheres trabalhadores empregados"
        " votos pontos torcedores alunos estudantes crianças casos mortos vítimas feridos vagas postos"
        " exemplares páginas livros palavras vezes anos meses semanas dias horas minutos segundos"
        " policiais agentes refugiados famílias pacientes membros empresas ações barris graus litros"
        " manifestantes funcionários $ € x"
    ),
    year_prefixes=words("pré pós"),
    before_month=words("em de desde até a do ao no este passado próximo último neste deste"),
    future_words=words(
        "será serão irá dará terá fará virá vai vão vamos irá irão poderia poderiam deveria deveriam prevê preveem previsto prevista"
        " previstos previstas pretende pretendem espera esperam planeja quer querem pode podem deve devem"
        " acontece começa começam inicia"
    ),
    future_suffixes=("ará", "erá", "irá", "orá", "arei", "erei", "irei", "aremos", "eremos", "iremos", "arão", "erão", "irão", "orão"),
    past_words=words(
        "era eram foi foram tinha tinham havia haviam estava estavam disse disseram fez fizeram teve"
        " tiveram esteve deu deram viu pôs pôde quis veio vieram trouxe soube houve"
    ),
    present_words=words("é está estão são há tem têm"),
    not_past=words("verão barão varão"),
    past_suffixes=("ou", "aram", "eram", "iram", "eceu", "deu", "beu", "reu", "veu", "uiu", "riu", "diu", "tiu", "niu", "giu"),
    future_before=phrases("até, até o, até a, até ao, antes de, antes do, para o, a partir de, a partir do, a partir"),
    past_before=phrases("desde, desde o, desde a"),
)  # fmt: skip
