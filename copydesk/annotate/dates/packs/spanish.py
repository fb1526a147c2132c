"""Spanish, of Spain and of the Americas: the words. Its phrases are in `spanish_phrases`."""

from copydesk.annotate.dates.algebra import Unit
from copydesk.annotate.dates.pack import LanguagePack
from copydesk.annotate.dates.packs.spanish_phrases import MODIFIERS, PHRASES
from copydesk.annotate.dates.packs.words import inflected, numbered, phrases, shared, words

_ADJECTIVE = "o a os as"
_MONTHS = numbered(
    "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre"
    " diciembre"
)
_WEEKDAYS = numbered("lunes martes miércoles|miercoles jueves viernes sábado|sabado domingo")
_HOLIDAYS = {
    **dict.fromkeys(("año nuevo", "día de año nuevo"), "new_year"),
    **dict.fromkeys(("día de reyes", "día de los reyes magos", "epifanía"), "epiphany"),
    **dict.fromkeys(("san valentín", "día de san valentín", "día de los enamorados"), "valentines_day"),
    "lunes de carnaval": "shrove_monday",
    "martes de carnaval": "shrove_tuesday",
    **dict.fromkeys(("miércoles de ceniza", "miercoles de ceniza"), "ash_wednesday"),
    "domingo de ramos": "palm_sunday",
    "jueves santo": "maundy_thursday",
    "viernes santo": "good_friday",
    **dict.fromkeys(("sábado santo", "sábado de gloria"), "holy_saturday"),
    **dict.fromkeys(("domingo de resurrección", "domingo de pascua", "pascua"), "easter"),
    "lunes de pascua": "easter_monday",
    "día del trabajo": "labour_day_may",
    "día del trabajador": "labour_day_may",
    "día de los trabajadores": "labour_day_may",
    "día internacional del trabajo": "labour_day_may",
    "día de la ascensión": "ascension_day",
    "pentecostés": "pentecost",
    "corpus christi": "corpus_christi",
    **dict.fromkeys(("día de la asunción", "fiesta de la asunción"), "assumption_day"),
    **dict.fromkeys(("día de la hispanidad", "día de la raza"), "columbus_day_october_12"),
    "halloween": "halloween",
    **dict.fromkeys(("todos los santos", "día de todos los santos"), "all_saints_day"),
    **dict.fromkeys(("día de muertos", "día de los muertos", "día de los difuntos"), "all_souls_day"),
    **dict.fromkeys(("inmaculada concepción", "día de la inmaculada"), "immaculate_conception"),
    **dict.fromkeys(("día de los inocentes", "día de los santos inocentes"), "holy_innocents"),
    **dict.fromkeys(("día de acción de gracias", "acción de gracias"), "thanksgiving"),
    "viernes negro": "black_friday",
    "nochebuena": "christmas_eve",
    **dict.fromkeys(("navidad", "navidades", "día de navidad"), "christmas"),
    **dict.fromkeys(("nochevieja", "noche vieja"), "new_years_eve"),
}  # fmt: skip
_TEENS = numbered(
    "diez once doce trece catorce quince dieciséis|dieciseis diecisiete dieciocho diecinueve"
    " veinte veintiuno|veintiún|veintiuna veintidós|veintidos veintitrés|veintitres veinticuatro"
    " veinticinco veintiséis|veintiseis veintisiete veintiocho veintinueve",
    10,
)
_ONES = numbered("cero uno|una dos tres cuatro cinco seis siete ocho nueve", 0)
_HUNDREDS = {
    hundred: 100 * number
    for hundred, number in numbered(
        "doscientos|doscientas trescientos|trescientas cuatrocientos|cuatrocientas"
        " quinientos|quinientas seiscientos|seiscientas setecientos|setecientas"
        " ochocientos|ochocientas novecientos|novecientas",
        2,
    ).items()
}
_TENS = {
    ten: 10 * number
    for ten, number in numbered(
        "treinta cuarenta cincuenta sesenta setenta ochenta noventa", 3
    ).items()
}
_ORDINALS = {
    **inflected(
        numbered("primer segund tercer cuart quint sext séptim|septim octav noven décim|decim"),
        _ADJECTIVE,
    ),
    "primer": 1,
    "tercer": 3,
}
_DAY_NUMBERS = {
    **{word: number for word, number in {**_ONES, **_TEENS}.items() if number > 0},
    "treinta": 30,
    "treinta y uno": 31,
}
"""Days of a month in words: Spanish counts them like anything else, and only the first is an ordinal."""
_STEPS = {
    **inflected({"pasad": -1, "últim": -1, "ultim": -1, "próxim": 1, "proxim": 1}, _ADJECTIVE),
    **shared(0, "este esta presente corriente actual"),
    **shared(1, "entrante venidero venidera"),
    "que viene": 1,
    "que entra": 1,
    "en curso": 0,
}
_YEAR_STEPS = {
    f"{before}{year}{after}": step
    for year in ("año", "ejercicio", "curso")
    for before, after, step in (
        ("", " pasado", -1),
        ("pasado ", "", -1),
        ("", " anterior", -1),
        ("este ", "", 0),
        ("este mismo ", "", 0),
        ("presente ", "", 0),
        ("", " actual", 0),
        ("actual ", "", 0),
        ("", " en curso", 0),
        ("", " próximo", 1),
        ("próximo ", "", 1),
        ("", " que viene", 1),
        ("", " entrante", 1),
    )
}

SPANISH = LanguagePack(
    language_code="es",
    number_order="DMY",
    ordinal_suffixes=("º", "ª", "°", ".º", ".ª", "er", "ro", "ra", "do", "da", "to", "ta"),
    decimal_comma=True,
    months=_MONTHS,
    month_abbreviations=numbered("ene feb mzo abr may jun jul ago sep|sept|set oct nov dic"),
    months_also_names=words("julio abril"),
    weekdays=_WEEKDAYS,
    weekday_abbreviations={"lun": 1, "mié": 3, "jue": 4, "vie": 5, "sáb": 6, "dom": 7},
    recurring_weekdays={"sábados": 6, "sabados": 6, "domingos": 7},
    weekdays_also_names=words("domingo"),
    names_before_weekday=words("santo plácido placido don san"),
    names_after_weekday=words("negro sangriento santo"),
    seasons={"primavera": "SP", "verano": "SU", "otoño": "FA", "invierno": "WI"},
    parts_of_day={
        **shared("MO", "madrugada mañana amanecer"),
        **shared("MI", "mediodía"),
        **shared("AF", "tarde"),
        **shared("EV", "atardecer anochecer"),
        **shared("NI", "noche"),
    },
    recurring_parts_of_day={
        "madrugadas": "MO",
        "mañanas": "MO",
        "tardes": "AF",
        "noches": "NI",
    },
    holidays=_HOLIDAYS,
    units={
        **shared(Unit.SECOND, "segundo"),
        **shared(Unit.MINUTE, "minuto"),
        **shared(Unit.HOUR, "hora"),
        **shared(Unit.DAY, "día dia"),
        **shared(Unit.WEEK, "semana"),
        "fin de semana": Unit.WEEKEND,
        **shared(Unit.MONTH, "mes"),
        **shared(Unit.QUARTER, "trimestre"),
        **shared(Unit.YEAR, "año"),
        **shared(Unit.DECADE, "década decenio"),
        **shared(Unit.CENTURY, "siglo"),
        **shared(Unit.MILLENNIUM, "milenio"),
    },
    plural_units={
        **shared(Unit.SECOND, "segundos"),
        **shared(Unit.MINUTE, "minutos"),
        **shared(Unit.HOUR, "horas"),
        **shared(Unit.DAY, "días dias"),
        **shared(Unit.WEEK, "semanas"),
        "fines de semana": Unit.WEEKEND,
        **shared(Unit.MONTH, "meses"),
        **shared(Unit.QUARTER, "trimestres"),
        **shared(Unit.YEAR, "años"),
        **shared(Unit.DECADE, "décadas decenios"),
        **shared(Unit.CENTURY, "siglos"),
        **shared(Unit.MILLENNIUM, "milenios"),
    },
    units_also_words=words("segundo"),
    numbers={**_ONES, **_TEENS, **_HUNDREDS},
    tens=_TENS,
    tens_joints=("y",),
    multiples={"cien": 100, "ciento": 100, "mil": 1000},
    amounts={
        **shared(1, "un una"),
        **shared(2, "ambos ambas"),
        "un par de": 2,
        **shared(0.5, "medio media"),
        **dict.fromkeys(("una media", "la media"), 0.5),
        "una docena de": 12,
        "docena de": 12,
        "una veintena de": 20,
        **inflected(
            dict.fromkeys(("vari", "algun", "much", "poc", "cuant", "tant", "un"), None), "os as"
        ),
        **dict.fromkeys(
            ("unos pocos", "unas pocas", "unos cuantos", "unas cuantas", "numerosos", "numerosas",
             "bastantes", "cientos de", "miles de", "decenas de"),
            None,
        ),
    },
    added_amounts={},
    ordinals={**_DAY_NUMBERS, **_ORDINALS},
    quarter_names=numbered("1t 2t 3t 4t"),
    year_centuries={"dos mil": 2000, "mil novecientos": 1900, "mil ochocientos": 1800},
    decades=numbered("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa", 2),
    day_words={"anteayer": -2, "antier": -2, "ayer": -1, "hoy": 0, "mañana": 1},
    deictics=_STEPS,
    told_deictics={
        **shared(1, "siguiente posterior"),
        **shared(-1, "anterior previo previa precedente"),
    },
    year_references=_YEAR_STEPS,
    recurrences={
        **shared("P1D", "diaria diarias diariamente cotidiano cotidiana cotidianamente"),
        **shared("P1W", "semanal semanales semanalmente"),
        **shared("P2W", "quincenal quincenales quincenalmente"),
        **shared("P1M", "mensual mensuales mensualmente"),
        **shared("P2M", "bimensual bimensuales bimestral bimestrales"),
        **shared("P3M", "trimestral trimestrales trimestralmente"),
        **shared("P6M", "semestral semestrales semestralmente"),
        **shared("P1Y", "anual anuales anualmente"),
        **shared("P2Y", "bienal bienales"),
    },
    time_zones=frozenset(
        {"gmt", "utc", "cet", "cest", "hora local", "horas locales", "hora peninsular", "hora española",
         "hora del este", "horas gmt", "hora gmt"}
    ),
    phrases=PHRASES,
    modifiers=MODIFIERS,
    deictic_starts=words("el la los las este esta estos estas últimos últimas próximos próximas"),
    range_words=phrases("a, al, -, hasta, hasta el, a la, a las, hasta la, hasta las, hasta al"),
    between_words=words("entre"),
    and_words=phrases("y, e, o, u, y el, y del, o el, y la, y las, así como el"),
    day_articles=words("el del al"),
    weekday_articles=words("el día"),
    after_day=words(
        "en de del a al para por con y o como cuando que se la el las los , . ; : ) ] ! ? - durante"
        ' desde hasta fue es son será antes después "'
    ),
    before_year=words(
        "en de del desde hasta a al año años y o e entre para por el la los durante hacia antes después"
        " temporada campaña ejercicio verano otoño invierno primavera ( -"
    ),
    never_before_year=words(
        "agenda resolución artículo artículos ley decreto número núm nº n vuelo boeing airbus habitación página"
        " páginas código teléfono tel apartado norma iso rfc km kilómetro modelo unos unas casi"
        " aproximadamente cerca sobre línea autobús sala calle + x = < > ~ @ $ £ € #"
    ),
    never_after_year=words(
        "% por personas habitantes euros dólares pesetas pesos libras millones mil metros kilómetros km"
        " kilos kg toneladas hectáreas soldados hombres mujeres trabajadores empleados votos puntos"
        " espectadores alumnos estudiantes niños casos muertos víctimas heridos viviendas plazas puestos"
        " ejemplares páginas libros palabras veces años meses semanas días horas minutos segundos"
        " policías agentes refugiados familias pacientes socios miembros empresas títulos acciones"
        " barriles grados litros efectivos manifestantes kilogramos asientos camas € $ x"
    ),
    year_prefixes=words("pre post"),
    before_month=words("en de desde hasta a del al el este pasado próximo"),
    future_words=words(
        "será serán irá irán dará darán verá va van vamos podría podrían debería deberían prevé prevén previsto prevista previstos previstas"
        " empieza empiezan comienza comienzan arranca arrancan próximo próxima pretende espera esperan planea quiere quieren puede pueden debe deben"
    ),
    future_suffixes=("ará", "erá", "irá", "drá", "brá", "arán", "erán", "irán", "drán", "brán", "aremos", "eremos"),
    past_words=words(
        "era eran fue fueron había habían ha han he hemos estaba estaban dijo dijeron hizo hicieron tuvo"
        " tuvieron estuvo estuvieron dio dieron vio puso pudo quiso vino"
    ),
    present_words=words("es está están son hay tiene tienen"),
    past_suffixes=("ó", "aron", "ieron", "jeron"),
    future_before=phrases("hasta, hasta el, hasta la, antes de, antes del, a más tardar, para el, a partir, a partir de"),
    past_before=phrases("desde, desde el, desde la"),
)  # fmt: skip
