"""German, of Germany, Austria and Switzerland: the words. Its phrases are in `german_phrases`."""

from copydesk.annotate.dates.algebra import Unit
from copydesk.annotate.dates.pack import LanguagePack
from copydesk.annotate.dates.packs.german_phrases import MODIFIERS, PHRASES
from copydesk.annotate.dates.packs.words import inflected, joined, numbered, phrases, shared, words

_ENDINGS = "e en er es em"
_ADJECTIVE = f"- {_ENDINGS}"
_MONTHS = numbered(
    "januar|januars|jänner|jänners februar|februars|feber märz april|aprils mai juni|junis juli|julis"
    " august|augusts september|septembers oktober|oktobers november|novembers dezember|dezembers"
)
_WEEKDAYS = numbered("montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag")
_SEASONS = {
    **shared("SP", "frühling frühlings frühjahr frühjahrs"),
    **shared("SU", "sommer sommers sommermonate sommermonaten"),
    **shared("FA", "herbst herbstes herbsts"),
    **shared("WI", "winter winters wintermonate wintermonaten"),
}
_PARTS = {
    **shared("MO", "morgen früh vormittag"),
    "mittag": "MI",
    "nachmittag": "AF",
    "abend": "EV",
    "nacht": "NI",
}
_ADVERBIAL_PARTS = {
    **shared("MO", "morgens frühmorgens vormittags"),
    "mittags": "MI",
    "nachmittags": "AF",
    "abends": "EV",
    "nachts": "NI",
}
_HOLIDAYS = {
    **shared("new_year", "neujahr neujahrstag"),
    "heilige drei könige": "epiphany",
    "heiligen drei könige": "epiphany",
    "dreikönigstag": "epiphany",
    "valentinstag": "valentines_day",
    "rosenmontag": "shrove_monday",
    "faschingsdienstag": "shrove_tuesday",
    "aschermittwoch": "ash_wednesday",
    "palmsonntag": "palm_sunday",
    "gründonnerstag": "maundy_thursday",
    "karfreitag": "good_friday",
    "karsamstag": "holy_saturday",
    **shared("easter", "ostern ostersonntag"),
    "ostermontag": "easter_monday",
    "maifeiertag": "labour_day_may",
    "tag der arbeit": "labour_day_may",
    "christi himmelfahrt": "ascension_day",
    **shared("pentecost", "pfingsten pfingstsonntag"),
    "pfingstmontag": "whit_monday",
    "fronleichnam": "corpus_christi",
    "muttertag": "mothers_day",
    "mariä himmelfahrt": "assumption_day",
    "tag der deutschen einheit": "german_unity_day",
    "reformationstag": "reformation_day",
    "halloween": "halloween",
    "allerheiligen": "all_saints_day",
    "allerseelen": "all_souls_day",
    "nikolaustag": "st_nicholas_day",
    **shared("christmas_eve", "heiligabend"),
    **dict.fromkeys(("heiliger abend", "heiligen abend"), "christmas_eve"),
    "weihnachten": "christmas",
    **dict.fromkeys(("erster weihnachtstag", "ersten weihnachtstag", "christtag"), "christmas"),
    **dict.fromkeys(
        ("zweiter weihnachtstag", "zweiten weihnachtstag", "stephanstag"), "boxing_day"
    ),
    **shared("new_years_eve", "silvester silvesterabend"),
}
_DECADES = numbered(
    "zwanziger dreißiger vierziger fünfziger sechziger siebziger achtziger neunziger", 2
)
_ONES = numbered("ein|eins zwei|zwo drei vier fünf sechs sieben acht neun")
_TENS = {
    ten: 10 * number
    for ten, number in numbered(
        "zwanzig dreißig|dreissig vierzig fünfzig sechzig siebzig achtzig neunzig", 2
    ).items()
}
_SMALL = {
    **{one: number for one, number in _ONES.items() if one not in ("ein", "eins")},
    **numbered("zehn elf zwölf", 10),
}
_TEENS = numbered("dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn", 13)
_LARGE = {
    **_TENS,
    **{
        f"{one}und{ten}": tens + number
        for one, number in _ONES.items()
        for ten, tens in _TENS.items()
        if one != "eins"
    },
}
_ORDINAL_STEMS = {
    **numbered("erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft"),
    **{f"{name}t": number for name, number in _TEENS.items()},
    **{f"{name}st": number for name, number in _LARGE.items()},
}
_UNIT_ADJECTIVES = {"jährig": Unit.YEAR, "monatig": Unit.MONTH, "wöchig": Unit.WEEK,
                    "tägig": Unit.DAY, "stündig": Unit.HOUR, "minütig": Unit.MINUTE}  # fmt: skip
_ADJECTIVE_UNITS = inflected(_UNIT_ADJECTIVES, _ADJECTIVE)
_STEPS = {
    **shared(-1, "letzt vergangen vorig"),
    **shared(-2, "vorletzt vorvergangen"),
    **shared(0, "dies laufend heurig"),
    **shared(1, "nächst kommend"),
    "übernächst": 2,
}

GERMAN = LanguagePack(
    language_code="de",
    number_order="DMY",
    ordinal_suffixes=(".",),
    decade_suffixes=("er", "ern"),
    decimal_comma=True,
    are_nouns_capitalised=True,
    written_together={
        **joined(_DECADES, ("jahre", "jahren")),  # Siebzigerjahre
        **joined(("früh", "spät", "hoch"), _SEASONS),  # Spätherbst
        **joined(_WEEKDAYS, (*_PARTS, *_ADVERBIAL_PARTS)),  # Montagabend
        **joined(
            ("ein", *_SMALL, "mehr", "lang"), _ADJECTIVE_UNITS
        ),  # zweijährige; beyond twelve it is an age
    },
    months=_MONTHS,
    month_abbreviations=numbered("jan feb mär|mrz apr mai jun jul aug sep|sept okt nov dez"),
    months_also_names=words("august jan"),
    months_capitalised=frozenset(_MONTHS),
    weekdays=_WEEKDAYS,
    weekday_abbreviations=numbered("mo di mi do fr sa so"),
    names_capitalised=True,
    recurring_weekdays={
        f"{day}{ending}": number for day, number in _WEEKDAYS.items() for ending in ("s", "en")
    },
    names_before_weekday=words("blutiger blutige weißer weiße"),
    seasons=_SEASONS,
    parts_of_day=_PARTS,
    recurring_parts_of_day=_ADVERBIAL_PARTS,
    holidays=_HOLIDAYS,
    units={
        **shared(Unit.SECOND, "sekunde"),
        **shared(Unit.MINUTE, "minute"),
        **shared(Unit.HOUR, "stunde"),
        **shared(Unit.DAY, "tag tages tags"),
        **shared(Unit.WEEK, "woche"),
        **shared(Unit.WEEKEND, "wochenende wochenendes"),
        **shared(Unit.MONTH, "monat monats monates"),
        **shared(Unit.QUARTER, "quartal quartals"),
        **shared(Unit.YEAR, "jahr jahres jahrs geschäftsjahr geschäftsjahres kalenderjahr"),
        **shared(Unit.DECADE, "jahrzehnt jahrzehnts jahrzehntes"),
        **shared(Unit.CENTURY, "jahrhundert jahrhunderts"),
        **shared(Unit.MILLENNIUM, "jahrtausend jahrtausends"),
        **_ADJECTIVE_UNITS,
    },
    plural_units={
        **shared(Unit.SECOND, "sekunden"),
        **shared(Unit.MINUTE, "minuten"),
        **shared(Unit.HOUR, "stunden"),
        **shared(Unit.DAY, "tage tagen werktage werktagen arbeitstage arbeitstagen"),
        **shared(Unit.WEEK, "wochen"),
        **shared(Unit.WEEKEND, "wochenenden"),
        **shared(Unit.MONTH, "monate monaten"),
        **shared(Unit.QUARTER, "quartale quartalen"),
        **shared(Unit.YEAR, "jahre jahren"),
        **shared(Unit.DECADE, "jahrzehnte jahrzehnten"),
        **shared(Unit.CENTURY, "jahrhunderte jahrhunderten"),
        **shared(Unit.MILLENNIUM, "jahrtausende jahrtausenden"),
    },
    numbers={"null": 0, "eins": 1, **_SMALL, **_TEENS, **_LARGE},
    multiples={"dutzend": 12, "hundert": 100, "tausend": 1000},
    amounts={
        **shared(1, "ein eine einen einem einer eines"),
        **shared(2, "beide beiden zweier"),
        "dreier": 3,
        **shared(1.5, "anderthalb eineinhalb"),
        **{f"{one}einhalb": number + 0.5 for one, number in _ONES.items() if number > 1},
        **inflected(
            dict.fromkeys(("ein halb", "eine halb", "einem halb", "einer halb"), 0.5), "e en er es"
        ),
        **inflected(
            dict.fromkeys(("mehrer", "einig", "wenig", "viel", "etlich", "zahlreich"), None),
            "e en er",
        ),
        **shared(None, "mehr lang"),  # mehrjährig, langjährig
        "ein paar": None,
    },
    ordinals=inflected(_ORDINAL_STEMS, _ENDINGS),
    quarter_names=numbered("q1 q2 q3 q4"),
    decades=_DECADES,
    day_words={"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2},
    deictics=inflected(_STEPS, _ENDINGS),
    told_deictics=inflected(
        {
            **shared(1, "folgend darauffolgend"),
            **shared(-1, "vorangegangen vorhergehend"),
        },
        _ENDINGS,
    ),
    year_references={
        **{f"{step}en jahres": count for step, count in _STEPS.items()},
        **{f"{step}es jahr": count for step, count in _STEPS.items()},
        "dieses jahres": 0,
        "vorjahres": -1,
    },
    recurrences={
        **inflected({"täglich": "P1D", "stündlich": "PT1H", "wöchentlich": "P1W"}, _ADJECTIVE),
        **inflected({"monatlich": "P1M", "jährlich": "P1Y", "alljährlich": "P1Y"}, _ADJECTIVE),
        **inflected({"vierteljährlich": "P3M", "halbjährlich": "P6M"}, _ADJECTIVE),
    },
    time_zones=words("gmt utc mez mesz"),
    phrases=PHRASES,
    modifiers=MODIFIERS,
    deictic_starts=words("der die das den dem des letzten vergangenen nächsten kommenden"),
    range_words=phrases("bis, -, bis zum, bis zur, bis zu, bis einschließlich, auf den"),
    between_words=words("zwischen"),
    and_words=phrases("und, oder, sowie, bzw, /, und dem, und den"),
    weekday_articles=words("der den dem"),
    before_year=words(
        "in im seit von vom bis ab um nach vor zwischen und jahr jahre jahres jahren anfang mitte ende"
        " beginn sommer herbst winter frühling frühjahr ("
    ),
    never_before_year=words(
        "rund etwa knapp fast über ca circa zirka mindestens höchstens artikel paragraf paragraph nr"
        " nummer seite boeing airbus modell raum zimmer flug tel telefon plz postfach din iso"
        " + x = < > ~ @ $ £ € #"
    ),
    never_after_year=words(
        "% prozent euro mark dollar franken pfund kronen cent € $ menschen einwohner einwohnern personen"
        " besucher besuchern zuschauer zuschauern teilnehmer teilnehmern meter metern kilometer"
        " kilometern quadratmeter quadratmetern kubikmeter hektar tonnen kilogramm kilo gramm liter km kg"
        " stimmen mitglieder mitgliedern unterschriften grad stück mann frauen männer kinder kindern"
        " schüler schülern studenten soldaten polizisten arbeitsplätze stellen beschäftigte mitarbeiter"
        " mitarbeitern wohnungen betten punkte punkten seiten wörter uhr jahre jahren monate monaten"
        " wochen tage tagen stunden minuten sekunden mal tote toten verletzte haushalte betriebe"
        " unternehmen exemplare bücher autos fahrzeuge flüchtlinge"
    ),
    before_month=words("im in ab seit bis vom ende anfang mitte und"),
    future_words=words(
        "wird werden will wollen soll sollen plant planen möchte möchten könnte dürfte beginnt startet"
        " findet folgt vorgesehen geplant bevorsteht kommt"
    ),
    past_words=words(
        "war waren hat hatte hatten haben wurde wurden gab gaben kam kamen ging gingen fand fanden"
        " begann blieb hielt stand nahm lag ließ trat traf verlor gewann starb fiel sprach schrieb"
    ),
    present_words=words("ist sind sei gibt bleibt steht gilt"),
    past_suffixes=(
        "gte",
        "rte",
        "lte",
        "kte",
        "chte",
        "dete",
        "tete",
        "fte",
        "gten",
        "rten",
        "lten",
    ),
    not_past=words("möchte rechte rechten leichte schlechte echte harte harten alten kalte kalten"),
    future_before=phrases(
        "bis, bis zum, bis zur, spätestens, frühestens, spätestens am, frühestens am, ab, für, für den, für die"
    ),
    past_before=phrases("seit, seit dem, seit der"),
)
