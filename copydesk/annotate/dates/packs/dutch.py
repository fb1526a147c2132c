"""Dutch, of the Netherlands and Belgium: the words. Its phrases are in `dutch_phrases`."""

from copydesk.annotate.dates.algebra import Unit
from copydesk.annotate.dates.pack import LanguagePack
from copydesk.annotate.dates.packs.dutch_phrases import MODIFIERS, PHRASES
from copydesk.annotate.dates.packs.words import joined, numbered, phrases, shared, words

_MONTHS = numbered(
    "januari februari maart april mei juni juli augustus september oktober november december"
)
_WEEKDAYS = numbered("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag")
_PARTS = {
    **shared("MO", "ochtend voormiddag morgend"),
    **shared("AF", "middag namiddag"),
    "avond": "EV",
    "nacht": "NI",
}
_HOLIDAYS = {
    **shared("new_year", "nieuwjaar nieuwjaarsdag"),
    "driekoningen": "epiphany",
    "valentijnsdag": "valentines_day",
    "aswoensdag": "ash_wednesday",
    "palmzondag": "palm_sunday",
    "witte donderdag": "maundy_thursday",
    "goede vrijdag": "good_friday",
    "stille zaterdag": "holy_saturday",
    **dict.fromkeys(("pasen", "eerste paasdag", "paaszondag"), "easter"),
    **dict.fromkeys(("tweede paasdag", "paasmaandag"), "easter_monday"),
    "koningsdag": "kings_day",
    "black friday": "black_friday",
    "dag van de arbeid": "labour_day_may",
    **shared("ascension_day", "hemelvaart hemelvaartsdag"),
    **dict.fromkeys(("pinksteren", "eerste pinksterdag", "pinksterzondag"), "pentecost"),
    **dict.fromkeys(("tweede pinksterdag", "pinkstermaandag"), "whit_monday"),
    "sacramentsdag": "corpus_christi",
    "moederdag": "mothers_day",
    "vaderdag": "fathers_day",
    "maria-hemelvaart": "assumption_day",
    "halloween": "halloween",
    "allerheiligen": "all_saints_day",
    "allerzielen": "all_souls_day",
    **shared("christmas_eve", "kerstavond"),
    **dict.fromkeys(("kerst", "kerstmis", "kerstdag", "eerste kerstdag"), "christmas"),
    "tweede kerstdag": "boxing_day",
    **shared("new_years_eve", "oudejaarsavond oudjaar oudejaarsdag oudjaarsavond"),
}
_ONES = numbered("een|één twee drie vier vijf zes zeven acht negen")
_TEENS = numbered(
    "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien", 10
)
_TENS = {ten: 10 * number for ten, number in numbered(
    "twintig dertig veertig vijftig zestig zeventig tachtig negentig", 2).items()}  # fmt: skip
_COMBINED = {
    f"{one}{'ën' if one.endswith('e') else 'en'}{ten}": tens + number
    for ten, tens in _TENS.items()
    for one, number in _ONES.items()
}
_DECADES = numbered("twintig dertig veertig vijftig zestig zeventig tachtig negentig", 2)
_DECADE_ADJECTIVES = {f"{ten}er": number for ten, number in _DECADES.items()}
_ORDINALS = {
    **numbered("eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde"
               " dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende"),
    **{f"{ten}ste": number for ten, number in {**_TENS, **_COMBINED}.items()},
}  # fmt: skip
_STEPS = {
    **shared(-1, "vorig vorige afgelopen laatste verleden jongstleden"),
    **shared(-2, "voorvorig voorvorige"),
    **shared(0, "deze dit huidige lopende"),
    **shared(1, "volgend volgende komend komende aanstaande"),
}

DUTCH = LanguagePack(
    language_code="nl",
    number_order="DMY",
    ordinal_suffixes=("e", "ste", "de"),
    decimal_comma=True,
    written_together={
        **joined(_WEEKDAYS, (*_PARTS, "morgen")),  # maandagavond
        **joined(("gister", "gisteren", "eergister"), (*_PARTS, "morgen")),
        **joined(("morgen",), _PARTS),
        **joined(("van",), ("morgen", "ochtend", "middag", "avond", "nacht")),
    },
    months=_MONTHS,
    month_abbreviations=numbered("jan feb|febr mrt apr mei jun jul aug sept|sep okt nov dec"),
    weekdays=_WEEKDAYS,
    weekday_abbreviations=numbered("ma di wo|woe do vr|vrij za zo"),
    recurring_weekdays={
        f"{day}{ending}": number for day, number in _WEEKDAYS.items() for ending in ("s", "en")
    },
    names_before_weekday=words("zwarte blauwe"),
    seasons={
        **shared("SP", "lente voorjaar"),
        **shared("SU", "zomer"),
        **shared("FA", "herfst najaar"),
        **shared("WI", "winter"),
    },
    parts_of_day=_PARTS,
    recurring_parts_of_day={
        **shared("MO", "ochtends morgens voormiddags"),
        **shared("AF", "middags namiddags"),
        "avonds": "EV",
        "nachts": "NI",
    },
    holidays=_HOLIDAYS,
    units={
        **shared(Unit.SECOND, "seconde"),
        **shared(Unit.MINUTE, "minuut min"),
        **shared(Unit.HOUR, "uurtje"),
        **shared(Unit.DAY, "dag werkdag"),
        **shared(Unit.WEEK, "week"),
        **shared(Unit.WEEKEND, "weekend weekeinde"),
        **shared(Unit.MONTH, "maand"),
        **shared(Unit.QUARTER, "kwartaal"),
        **shared(Unit.YEAR, "jaar kalenderjaar boekjaar"),
        **shared(Unit.DECADE, "decennium"),
        **shared(Unit.CENTURY, "eeuw"),
        **shared(Unit.MILLENNIUM, "millennium"),
    },
    plural_units={
        **shared(Unit.SECOND, "seconden"),
        **shared(Unit.MINUTE, "minuten"),
        **shared(Unit.HOUR, "uren"),
        **shared(Unit.DAY, "dagen werkdagen"),
        **shared(Unit.WEEK, "weken"),
        **shared(Unit.WEEKEND, "weekends weekeinden"),
        **shared(Unit.MONTH, "maanden"),
        **shared(Unit.QUARTER, "kwartalen"),
        **shared(Unit.YEAR, "jaren"),
        **shared(Unit.DECADE, "decennia"),
        **shared(Unit.CENTURY, "eeuwen"),
        **shared(Unit.MILLENNIUM, "millennia"),
    },
    numbers={"nul": 0, **_ONES, **_TEENS, **_TENS, **_COMBINED},
    multiples={"dozijn": 12, "honderd": 100, "duizend": 1000},
    amounts={
        **shared(1, "een één 'n"),
        "beide": 2,
        **dict.fromkeys(("anderhalf", "anderhalve"), 1.5),
        **{f"{one}{'ën' if one.endswith('e') else 'en'}{half}": number + 0.5
           for one, number in _ONES.items() if number > 1 for half in ("half", "halve", "eenhalf")},
        **dict.fromkeys(("een half", "een halve", "half", "halve", "het halve"), 0.5),
        **dict.fromkeys(("een paar", "paar", "enkele", "enige", "verschillende", "meerdere", "vele", "veel",
                         "tientallen", "honderden", "een aantal", "luttele", "talloze"), None),
        "een tiental": 10,
        "een twintigtal": 20,
    },
    added_amounts={"en een half": 0.5, "en een halve": 0.5},
    ordinals=_ORDINALS,
    quarter_names=numbered("q1|k1 q2|k2 q3|k3 q4|k4"),
    decades={**_DECADES, **_DECADE_ADJECTIVES},
    day_words={
        **shared(-2, "eergisteren eergister"),
        **shared(-1, "gisteren gister"),
        **shared(0, "vandaag"),
        **shared(1, "morgen"),
        **shared(2, "overmorgen"),
    },
    deictics=_STEPS,
    told_deictics={
        **shared(-1, "voorgaande voorafgaande"),
        **shared(1, "daaropvolgende opvolgende"),
    },
    year_references={
        **{f"{step} jaar": count for step, count in (
            ("vorig", -1), ("afgelopen", -1), ("verleden", -1), ("dit", 0), ("volgend", 1), ("komend", 1))},
        **{f"van {step} jaar": count for step, count in (
            ("vorig", -1), ("afgelopen", -1), ("verleden", -1), ("dit", 0), ("volgend", 1), ("komend", 1))},
    },
    recurrences={
        **shared("P1D", "dagelijks dagelijkse"),
        **shared("P1W", "wekelijks wekelijkse"),
        **shared("P2W", "tweewekelijks tweewekelijkse"),
        **shared("P1M", "maandelijks maandelijkse"),
        **shared("P1Y", "jaarlijks jaarlijkse"),
        **dict.fromkeys(("per kwartaal", "driemaandelijks", "driemaandelijkse"), "P3M"),
        **shared("P6M", "halfjaarlijks halfjaarlijkse"),
    },
    time_zones=words("gmt utc cet"),
    phrases=PHRASES,
    modifiers=MODIFIERS,
    deictic_starts=words("de het deze dit afgelopen vorige volgende komende laatste"),
    range_words=phrases("tot, tot en met, t / m, tm, -, tot aan, tot de"),
    between_words=words("tussen"),
    and_words=phrases("en, of, en de, &"),
    weekday_articles=words("de"),
    after_day=words("in op te van voor met door en of tot om bij , . ; : ) ] ! ? - » is was"),
    before_year=words(
        "in sinds van vanaf tot en voor na tussen rond begin eind midden einde medio zomer winter herfst lente"
        " voorjaar najaar jaar jaren anno omstreeks uit over ( -"
    ),
    never_before_year=words(
        "artikel artikelen wet nummer nr nr. no pagina blz blz. boeing airbus zaal kamer snelweg tel telefoon"
        " postbus code iso ongeveer circa ca zo'n bijna ruim meer minder minstens hooguit + x = < > ~ @ $ £ € #"
    ),
    never_after_year=words(
        "% procent euro dollar pond frank gulden mark kronen mensen personen inwoners mannen vrouwen kinderen"
        " leerlingen studenten soldaten agenten banen werknemers medewerkers miljoen miljard meter kilometer"
        " km kg ton liter hectare stemmen zetels doden gewonden gevallen woorden plaatsen woningen huizen"
        " stuks exemplaren punten jaar maanden weken dagen uur minuten seconden keer maal toeschouwers bezoekers"
        " betogers vluchtelingen deelnemers bedrijven voertuigen auto's graden aandelen € $"
    ),
    before_month=words("in sinds van vanaf tot eind begin medio midden en voor na"),
    future_words=words(
        "zal zullen gaat gaan wil willen moet moeten kan kunnen zou zouden wordt worden komt komen begint"
        " gepland verwacht verwachten plant plannen aanstaande morgen overmorgen binnenkort straks"
    ),
    past_words=words(
        "was waren had hadden heeft hebben werd werden kwam kwamen ging gingen gaf gaven vond vonden begon"
        " begonnen bleef hield stond nam lag liet trad verloor won stierf viel sprak schreef zei zag kreeg"
        " kregen deed deden bleek reed"
    ),
    present_words=words("is zijn blijft staat geldt"),
    past_suffixes=("kte", "fte", "pte", "chtte", "ste", "rde", "lde", "nde", "gde", "mde", "kten", "rden",
                   "lden", "gden"),
    not_past=words(
        "eerste laatste beste meeste achtste twintigste derde vierde zevende negende tiende volgende komende"
        " lopende aarde waarde orde einde bende ronde tafelronde bepaalde gemiddelde tweede vijfde zesde"
        " minste hoogste grootste belangrijkste jongste oudste langste nieuwste worden"
    ),
    future_before=phrases("tot, tot en met, uiterlijk, voor, ten laatste, uiterlijk op, vanaf, tegen"),
    past_before=phrases("sinds, sedert, sinds de"),
)  # fmt: skip
