"""Italian, of Italy and Switzerland: the words. Its phrases are in `italian_phrases`.

Final accents are also entered as apostrophes ("lunedi'"), as typewriters and wire services write them.
"""

from copydesk.annotate.dates.algebra import Unit
from copydesk.annotate.dates.pack import LanguagePack
from copydesk.annotate.dates.packs.italian_phrases import MODIFIERS, PHRASES
from copydesk.annotate.dates.packs.words import inflected, numbered, phrases, shared, words

_MONTHS = numbered(
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"
)
_WEEKDAYS = numbered(
    "lunedì|lunedi|lunedi' martedì|martedi|martedi' mercoledì|mercoledi|mercoledi' giovedì|giovedi|giovedi'"
    " venerdì|venerdi|venerdi' sabato domenica"
)
_HOLIDAYS = {
    **shared("new_year", "capodanno"),
    **shared("epiphany", "epifania befana"),
    **dict.fromkeys(("san valentino", "festa degli innamorati"), "valentines_day"),
    "lunedì grasso": "shrove_monday",
    "martedì grasso": "shrove_tuesday",
    "mercoledì delle ceneri": "ash_wednesday",
    "domenica delle palme": "palm_sunday",
    "giovedì santo": "maundy_thursday",
    "venerdì santo": "good_friday",
    "sabato santo": "holy_saturday",
    **dict.fromkeys(("pasqua", "domenica di pasqua"), "easter"),
    **dict.fromkeys(("pasquetta", "lunedì dell'angelo", "lunedì di pasqua"), "easter_monday"),
    **dict.fromkeys(("festa del lavoro", "festa dei lavoratori"), "labour_day_may"),
    "pentecoste": "pentecost",
    "corpus domini": "corpus_christi",
    "festa della mamma": "mothers_day",
    "ferragosto": "assumption_day",
    "black friday": "black_friday",
    "halloween": "halloween",
    **shared("all_saints_day", "ognissanti"),
    "commemorazione dei defunti": "all_souls_day",
    "vigilia di natale": "christmas_eve",
    "natale": "christmas",
    "santo stefano": "boxing_day",
    **dict.fromkeys(("san silvestro", "vigilia di capodanno"), "new_years_eve"),
}
_ONES = numbered("uno|un due tre|tré quattro cinque sei sette otto nove")
_TEENS = numbered(
    "dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove", 10
)
_TENS = {ten: 10 * number for ten, number in numbered(
    "venti trenta quaranta cinquanta sessanta settanta ottanta novanta", 2).items()}  # fmt: skip
_COMBINED = {
    (ten[:-1] if one[0] in "uo" else ten) + one: tens + number
    for ten, tens in _TENS.items()
    for one, number in _ONES.items()
}
_ORDINAL_STEMS = {
    **numbered("prim second terz quart quint sest settim ottav non decim"),
    **numbered("undicesim dodicesim tredicesim quattordicesim quindicesim sedicesim diciassettesim"
               " diciottesim diciannovesim ventesim ventunesim", 11),
}  # fmt: skip
_ABOUT = {"decina": 10, "dozzina": 12, "quindicina": 15, "ventina": 20, "trentina": 30,
          "quarantina": 40, "cinquantina": 50, "sessantina": 60}  # fmt: skip
_STEPS = {
    **shared(-1, "scors ultim passat"),
    **shared(1, "prossim ventur"),
}
_YEAR_STEPS = {
    "scorso": -1,
    "passato": -1,
    "prossimo": 1,
    "venturo": 1,
    "corrente": 0,
    "in corso": 0,
}
_ENDINGS = "o a i e"

ITALIAN = LanguagePack(
    language_code="it",
    number_order="DMY",
    ordinal_suffixes=("º", "°", "ª", "^"),
    decimal_comma=True,
    elisions=words(
        "l' un' d' dell' nell' all' dall' sull' quest' quell' mezz' c' s' n' v' ventott' quarant' cinquant'"
        " sessant' settant' ottant' novant' vent' trent' cent' m' t' coll' anch' com' cos' dov' quand'"
    ),
    months=_MONTHS,
    month_abbreviations=numbered("genn|gen febb|feb mar apr mag giu lug ago sett|set ott nov dic"),
    weekdays=_WEEKDAYS,
    weekday_abbreviations=numbered("lun mar mer gio ven sab dom"),
    names_before_weekday=words("santa"),
    seasons={"primavera": "SP", "estate": "SU", "autunno": "FA", "inverno": "WI"},
    parts_of_day={
        **shared("MO", "mattina mattino mattinata alba"),
        **shared("AF", "pomeriggio"),
        **shared("EV", "sera serata"),
        **shared("NI", "notte nottata"),
    },
    holidays=_HOLIDAYS,
    units={
        "secondo": Unit.SECOND,
        "minuto": Unit.MINUTE,
        **shared(Unit.HOUR, "ora oretta"),
        **shared(Unit.DAY, "giorno giornata"),
        "settimana": Unit.WEEK,
        **dict.fromkeys(("fine settimana", "weekend", "week-end", "week end"), Unit.WEEKEND),
        "mese": Unit.MONTH,
        "trimestre": Unit.QUARTER,
        **shared(Unit.YEAR, "anno annata"),
        "decennio": Unit.DECADE,
        "secolo": Unit.CENTURY,
        "millennio": Unit.MILLENNIUM,
    },
    plural_units={
        "secondi": Unit.SECOND,
        "minuti": Unit.MINUTE,
        "ore": Unit.HOUR,
        **shared(Unit.DAY, "giorni giornate"),
        "settimane": Unit.WEEK,
        "mesi": Unit.MONTH,
        "trimestri": Unit.QUARTER,
        "anni": Unit.YEAR,
        "decenni": Unit.DECADE,
        "secoli": Unit.CENTURY,
        "millenni": Unit.MILLENNIUM,
    },
    units_also_words=words("secondo"),
    numbers={
        "zero": 0,
        **_ONES,
        **_TEENS,
        **_TENS,
        **_COMBINED,
        **{f"{ten[:-1]}'": number for ten, number in _TENS.items()},  # vent'anni
    },
    multiples={"cento": 100, "mille": 1000, "mila": 1000},
    amounts={
        **shared(1, "un uno una un'"),
        **{f"una {about} di": number for about, number in _ABOUT.items()},
        **{f"una {about} d'": number for about, number in _ABOUT.items()},
        **shared(0.5, "mezzo mezza mezz'"),
        "entrambi": 2,
        **shared(None, "alcuni alcune qualche pochi poche parecchi parecchie molti molte diversi diverse"
                 " tanti tante numerosi numerose svariati svariate lunghi lunghe"),
        **dict.fromkeys(("un paio di", "un paio d'"), 2),
        **dict.fromkeys(("decine di", "centinaia di", "migliaia di"), None),
    },
    added_amounts={"e mezzo": 0.5, "e mezza": 0.5},
    ordinals=inflected(_ORDINAL_STEMS, _ENDINGS),
    quarter_names=numbered("t1 t2 t3 t4"),
    year_centuries={
        f"{head}{rest}": century + number
        for head, century in (("millenovecento", 1900), ("duemila", 2000))
        for rest, number in {**_ONES, **_TEENS, **_TENS, **_COMBINED}.items()
    },
    decades=numbered("venti trenta quaranta cinquanta sessanta settanta ottanta novanta", 2),
    day_words={
        "l'altro ieri": -2, "altro ieri": -2, "l'altroieri": -2, "ieri l'altro": -2, "avantieri": -2,
        "ieri": -1, "oggi": 0, "domani": 1, "dopodomani": 2, "domani l'altro": 2, "posdomani": 2,
    },
    deictics={**inflected(_STEPS, _ENDINGS), **dict.fromkeys(("in corso", "corrente", "corr"), 0)},
    told_deictics={
        **shared(-1, "precedente"),
        **shared(1, "successivo successiva seguente"),
    },
    year_references={
        **{f"{of}{first} {second}": count for step, count in _YEAR_STEPS.items()
           for of, first, second in (("dell'", "anno", step), ("l'", "anno", step), ("", "anno", step))},
        **{f"{of} {step} anno": count for step, count in _YEAR_STEPS.items()
           for of in ("dello", "lo", "del", "il")},
        **dict.fromkeys(("di quest'anno", "quest'anno"), 0),
    },
    recurrences={
        **shared("P1D", "quotidianamente giornalmente giornaliero giornaliera giornalieri quotidiana"),
        **shared("P1W", "settimanale settimanali settimanalmente"),
        **shared("P1M", "mensile mensili mensilmente"),
        **shared("P2M", "bimestrale bimestrali"),
        **shared("P3M", "trimestrale trimestrali trimestralmente"),
        **shared("P6M", "semestrale semestrali"),
        **shared("P1Y", "annuale annuali annuo annua annui annue annualmente"),
    },
    time_zones=words("gmt utc"),
    phrases=PHRASES,
    modifiers=MODIFIERS,
    deictic_starts=words("il lo la l' i gli le questo questa questi queste quest'"),
    range_words=phrases(
        "a, al, all', alla, alle, ai, ad, -, fino a, fino al, fino all', fino alle, sino a, sino al, e il"
    ),
    between_words=words("tra fra"),
    and_words=phrases("e, ed, o, e il, e l', o il, o l', e gli, e i, e del, e dell'"),
    weekday_articles=words("il l'"),
    after_day=words("a ad in di da per con su . , ; : ) ] ! ? - » e ed o alle dalle presso nel al"),
    before_year=words(
        "in nel dal al del il dell' nell' all' dall' l' d' anno anni dopo entro fino tra fra e fine inizio inizi"
        " meta primavera estate autunno inverno ( -"
    ),
    never_before_year=words(
        "articolo articoli art legge numero n nr n. pagina pagine pag vol boeing airbus sala via strada tel"
        " telefono codice cap iso circa quasi oltre almeno più meno + x = < > ~ @ $ £ € # lire"
    ),
    never_after_year=words(
        "% per euro lire dollari sterline franchi yen marchi persone abitanti uomini donne bambini studenti"
        " soldati agenti posti dipendenti addetti milioni miliardi mila metri chilometri km kg tonnellate"
        " litri ettari voti seggi morti feriti casi pagine parole case unità unita' copie punti anni mesi"
        " settimane giorni ore minuti secondi volte spettatori visitatori manifestanti profughi partecipanti"
        " imprese aziende veicoli auto gradi azioni lavoratori operai € $"
    ),
    before_month=words("a ad in di da nel dal al del dello lo il entro fine inizio meta e scorso prossimo"),
    future_words=words(
        "domani dopodomani sarà saranno avrà avranno farà faranno dovrà dovranno potrà potranno andrà andranno verrà verranno"
        " inizierà inizieranno comincerà partirà aprirà chiuderà terrà terranno svolgerà svolgeranno darà"
        " deve devono dovrebbe dovrebbero potrebbe potrebbero previsto prevista previsti previste atteso"
        " attesa prossimamente sara' avra' dovra' potra' verra' fara' entro vuole vogliono convocato"
        " convocata"
    ),
    # no "ha", "hanno": nearly every sentence has one; without them value F1 is 0.6 higher on TempEval-2
    past_words=words(
        "aveva avevano era erano fu furono ebbe ebbero disse fece fecero"
        " prese diede venne vennero nacque morì divenne mise"
    ),
    present_words=words("è sono"),
    past_suffixes=("rono", "avano", "evano", "ivano"),
    future_suffixes=("erà", "irà", "drà", "vrà", "rrà", "arà", "eranno", "iranno", "dranno", "vranno", "rranno"),
    future_before=phrases(
        "entro, entro il, entro la, entro l', fino al, fino a, a partire dal, a partire da, non prima di"
    ),
)  # fmt: skip
