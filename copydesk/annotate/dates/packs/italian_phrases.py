"""Italian: the phrases, by construction; `constructions` tells what each means, `patterns` how one is written.

An article belongs to the time where it is a word of its own ("il 5 marzo"); "del" and "nel" do not.
"""

from collections.abc import Mapping

from copydesk.annotate.dates.pack import Phrases

_THE = "[il|lo|la|l'|i|gli|le]"
_OF = "di|del|dell'|dello|della|d'"
_YEAR = f"[[{_OF}] <yearref>]"
_WEEKDAY = "[<weekday> [,] [il|l']]"
# what lasts so long; else "di 34 anni" is mostly an age
_LENGTHS = (
    "pena|condanna|reclusione|carcere|periodo|durata|termine|contratto|mandato|piano|meno|più|piu|massimo|minimo|prestito"
    "|mutuo|arco|distanza|giro|assenza|attesa|lavoro|storia|esperienza|media|ritardo|scadenza|anticipo|programma|guerra"
    "|vita|fine|corso|prima|dopo|esilio|accordo|squalifica|carriera|progetto|'"
)
_THIS = "questo|questa|quest'"
_THESE = "questi|queste"
_LAST = "scorso|scorsa|passato|passata"
_NEXT = "prossimo|prossima"
_MANY = "ultimi|ultime|prossimi|prossime|scorsi|scorse|primi|prime|passati|passate"
# alle 18 la polizia, but: alle 3 donne
_NO_COUNT = (
    "{after=,|.|;|:|)|(|^|-|--|di|del|della|dell'|dello|e|o|ed|alle|all'|al|alla|a|ad|fino|in|nel|nella|nell'|circa|ora"
    "|ore|il|lo|la|l'|i|gli|le|un|una|un'|si|è|sono|ha|hanno|per|con|da|dal|dalla|presso|su|sul|sulla|quando|che|non}"
)
_SPAN_BEFORE = "{before=da|per|di|dopo|in|negli|nei|degli|dei|gli|durante|tra}"
_NO_EVENT = "{not_after=il|lo|la|l'|le|gli|i|che|aver|avere|averlo|essere|essersi|una|un|un'}"
_NO_FRACTION = "{not_after=/|-|%|di|del|dei|delle}"
_IN_YEAR = "{before=nel|del|dal|al|il|l'|nell'|dell'|dall'|all'|anno} {not_after=%|per|mila|milioni|miliardi|anni}"
_CENTURIES = {"duecento": 13, "trecento": 14, "quattrocento": 15, "cinquecento": 16, "seicento": 17,
              "settecento": 18, "ottocento": 19, "novecento": 20}  # fmt: skip
_MORNINGS = {"mattina|mattine|mattino|mattini": "MO", "pomeriggio|pomeriggi": "AF", "sera|sere": "EV",
             "notte|notti": "NI"}  # fmt: skip

PHRASES: Mapping[str, Phrases] = {
    "no_time": (
        "<number> ore su <number:second>",
        "<number> giorni su <number:second>",
        "<number> anni {before=,|(} {after=,|.|)}",  # an age behind a name
        "di <number> anni {before=,} {after=,|.|)}",
        "di <number> anni d' età",
        f"di <number> anni {{not_before={_LENGTHS}}} {{after=,|.|;|)|^|è|ha|che|e}}",
        "[al] di sotto dei <number> anni",
        "<weekday> grasso",
        "età di <number> <units>",
        "eta ' di <number> <units>",
        "uomo|donna|ragazzo|ragazza|bambino|bambina|giovane|pensionato|pensionata|operaio|studente|studentessa|bimbo|bimba|figlio|figlia|anziano|anziana|ragazzi|bambini di <number> anni",
        "buona|buon notte|sera|giornata|pomeriggio|anno",
        "di ora in ora",
        "di volta in volta",
        "un giorno all' altro",
    ),
    "month_day": (
        f"[il|l'] {_WEEKDAY} <day> [di] <month> {_YEAR}",
        f"[il|l'] {_WEEKDAY} <day> <month> [del] <shortyear>",
        f"{_WEEKDAY} <day> <month> {_YEAR}",
        f"il|l' {_WEEKDAY} <dayname> <month> {_YEAR}",
        f"<dayname> <month> {_YEAR} {{before=del|dell'|dal|dall'|al|all'|nel|entro}}",
        f"<day> / <monthdigits> {{before=il|l'|del|dell'|dal|dall'|al|all'|entro}} {_NO_FRACTION}",
        f"il|l' <day> / <monthdigits> {_NO_FRACTION}",
        f"<weekday> [,] <day> / <monthdigits> {_NO_FRACTION}",
    ),
    "week_of_year": (
        f"{_THE} <ordinal> settimana {_OF} [anno] <yearref>",
        f"[la] settimana [numero] <cardinal:ordinal> {_OF} [anno] <yearref>",
    ),
    "ordinal_day": (f"[il] {_WEEKDAY} <ordinal> [di] <month> {_YEAR}",),
    "nth_weekday": (
        f"{_THE} <ordinal> <weekday> di|del|d' [mese] [di] <month> {_YEAR}",
        f"{_THE} ultimo|ultima <weekday> di|del|d' [mese] [di] <month> {_YEAR} {{ordinal=-1}}",
    ),
    "day_of_month": (
        "il <day> di questo mese {step=0}",
        "il <day> del mese scorso {step=-1}",
        "il <day> scorso {step=-1}",
    ),
    "month": (
        f"{_THE} mese [di|d'] <month> {_YEAR}",
        f"mese [di|d'] <month> {_YEAR}",
        f"<month> {_YEAR}",
        "<month> [del|dell'] <shortyear>",
        "<month>",
    ),
    "year": (
        "<bareyear>",
        "[l'] anno <year>",
        f"<shortyear> {_IN_YEAR}",
        "il|l' <bareyear>",
        "il|l' <shortyear> {not_after=%|per|mila|milioni|miliardi|anni}",
    ),
    "decade": (
        "[gli|i] anni <tens>",
        "[gli|i] anni <decadeword>",
        "[gli] [ultimi|primi] anni <tens>",
    ),
    "century": (
        f"{_THE} <roman> secolo",
        f"{_THE} secolo <roman>",
        f"{_THE} <ordinal> secolo",
        *(f"[il|l'] {name} {{ordinal={number}}} {{capital}} {{before=nel|del|dal|sul|dell'|nell'|il|l'|all'|al|sino|fino|metà|fine|inizio|primo|tardo}}"
          for name, number in _CENTURIES.items()),
    ),
    "quarter": (
        f"{_THE} <ordinal> trimestre {_YEAR}",
        f"{_THE} <ordinal> trimestre dell' anno",
        f"{_THE} <ordinal> trimestre <shortyear>",
        "<quartername> [<yearref>]",
    ),
    "half": (
        f"{_THE} <ordinal> semestre {_YEAR}",
        f"{_THE} <ordinal> metà del|dell' [anno] <yearref>",
    ),
    "season": (
        f"{_THE} <season> {_YEAR} {{before=in|nell'|nella|dell'|della|dall'|dalla|l'|la|d'|all'|alla|entro|di|questa|durante}}",
        f"[l'|la|in] <season> [{_OF}] <yearref>",
        "[la|l'|lo] <step> <season>",
        "[la|l'|lo] <season> <step>",
        f"{_THIS} <season> {{step=0}}",
    ),
    "holiday": (f"[il|la] <holiday> {_YEAR}", "<holiday> <step>", "[il|lo|la] <step> <holiday>"),
    "day_word": ("<dayword>",),
    "part_of_day": (
        "<dayword> [in|di] [tarda|prima|tardo] <part>",
        "<dayword> [in|di] <part>",
        f"{_THE} <weekday> [in|di] [tarda|prima|tardo] <part>",
        f"{_THE} <step> <weekday> <part>",
        f"{_THE} <weekday> <step> <part>",
        f"{_THIS} <part> {{step=0}}",
        "stamattina|stamane|stamani {part=MO} {step=0}",
        "stasera {part=EV} {step=0}",
        "stanotte {part=NI} {step=0}",
        "il|la <part> dopo|successiva|seguente {later=1}",
        "il|la <part> prima|precedente {later=-1}",
        "la scorsa notte {part=NI} {step=-1}",
        "[la] notte scorsa {part=NI} {step=-1}",
        "iersera {part=EV} {step=-1}",
        "[la] notte tra|fra [il|la] [<weekday>] [e] [il|la] <weekday:second> {part=NI}",
        "[la|il] <part> di|del|della <weekday>",
        "[la|il] <part> del|dell' <day> <month> [<year>]",
        "[la|il] <part> di <dayword>",
        "la|il <part> {after=,|.|;|^|del|di}",
        "<part> {before=nella|nel|in|della|del|dalla|dal|alla|al}",
    ),
    "weekend": (
        "[il] fine settimana",
        "[il] weekend",
        "[il] week [-] end",
        "questo fine settimana {step=0}",
        "questo weekend {step=0}",
        "questo week [-] end {step=0}",
    ),
    "told_unit": (
        f"{_THE} <unit> <told> {{not_after=di|del|dell'|della}}",
        f"{_THE} <told> <unit>",
        "[l'] indomani {unit=day} {step=1}",
        "[la] vigilia {unit=day} {step=-1} {not_after=di|del|della|dell'|delle|dei}",
        "il|lo|la|l' <unit> dopo {step=1} {not_after=il|la|l'|le}",
        "il|lo|la|l' <unit> prima {step=-1} {not_after=di|del|della|dell'|che}",
    ),
    "relative_unit": (
        f"{_THE} <unit> <step>",
        f"{_THE} {_LAST} <unit> {{step=-1}}",
        f"{_THE} {_NEXT} <unit> {{step=1}}",
        f"{_THIS} [ultimo|ultima] <unit> {{step=0}}",
        "[l'] anno [prossimo] venturo {unit=year} {step=1}",
        "[l'] anno in corso {unit=year} {step=0}",
        "l' anno {unit=year} {step=0} {before=entro}",
    ),
    "relative_weekday": (
        f"{_THE} <weekday> <step>",
        f"{_THE} {_LAST} <weekday> {{step=-1}}",
        f"{_THE} {_NEXT} <weekday> {{step=1}}",
        f"{_THIS} <weekday> {{step=0}}",
    ),
    "weekday_of": ("<weekday> della settimana <step>", "<weekday> della <step> settimana"),
    "relative_month": (
        f"{_THE} {_WEEKDAY} <day> <month> <step>",
        f"{_THE} <step> <day> <month>",
        f"{_THE} [mese] [di] <month> <step>",
        f"{_THE} <step> [mese] [di] <month>",
    ),
    "same_unit": (
        "quel|quell'|quella|quello <unit>",
        f"{_THE} stesso|stessa <unit>",
        "stesso|stessa <unit>",
    ),
    "part_of_unit": (
        "[l'|gli] inizio|inizi del|dell'|della|di <unit> {mod=START}",
        "[la] metà del|dell'|della|di <unit> {mod=MID}",
        "[la] fine del|dell'|della|di [quest'] <unit> {mod=END}",
        "fine anno {unit=year} {mod=END}",
        "fine mese {unit=month} {mod=END}",
        "metà anno {unit=year} {mod=MID}",
        "metà mese {unit=month} {mod=MID}",
        "metà settimana {unit=week} {mod=MID}",
        "inizio settimana {unit=week} {mod=START}",
        "inizio mese {unit=month} {mod=START}",
        "inizio anno {unit=year} {mod=START}",
    ),
    "ago": (
        "[circa|quasi|oltre] <number> <unit> [or] [sono] fa",
        "[circa|quasi|oltre] <number> <units> [or] [sono] fa",
        "più|meno di|d' <number> <unit> fa",
        "più|meno di|d' <number> <units> fa",
        "<number> <units> addietro|orsono",
        "<number> <units> or sono",
    ),
    "from_now": ("<number> <unit> {before=tra|fra}", "<number> <units> {before=tra|fra}"),
    "earlier": (
        "<number> <unit> prima|addietro {not_after=di|del|della|dell'|dei|delle|che}",
        "<number> <units> prima {not_after=di|del|della|dell'|dei|delle|che}",
    ),
    "later": (
        "<number> <unit> più tardi",
        f"<number> <unit> dopo {_NO_EVENT}",
        f"<number> <units> dopo {_NO_EVENT}",
        "<number> <units> più tardi",
    ),
    "set": (
        "ogni <unit>",
        "ogni <cardinal> <units>",
        "tutti|tutte i|gli|le <units>",
        "al|all'|alla <unit> {before=volta|volte|#|milioni|miliardi|lire|euro|dollari|ore|tonnellate}",
        "a settimana {unit=week} {before=volta|volte|#|giorni|ore}",
        "l' anno {unit=year} {before=#|milioni|miliardi|lire|euro|dollari|volte|tonnellate|unità}",
        "il mese {unit=month} {before=milioni|lire|euro|dollari|volte}",
        "un giorno su due {unit=day} {number=2}",
    ),
    "set_turn": ("<turn> {not_before=il|un|l'|del|al|dal|nel|sul|i|dei|gli}",),  # no magazine
    "set_weekday": (
        "ogni <weekday> [<part>]",
        "tutti|tutte i|le <weekday>",
        "tutte le domeniche {weekday=7}",
        "tutti i sabati {weekday=6}",
        "il|la|i|le <weekday> {before=di|#} {after=,|.|;|^}",
    ),
    "set_month": ("ogni <month>",),
    "set_season": ("ogni <season>",),
    "set_part": (
        "ogni <part>",
        *(f"tutti|tutte i|le {names} {{part={part}}}" for names, part in _MORNINGS.items()),
    ),
    "duration": (
        "<number> [lunghi|lunghe|soli|sole|interi|intere|pieni] <unit>",
        "<number> [lunghi|lunghe|soli|sole|interi|intere|pieni|primi|prime|ultimi|ultime] <units>",
        "<number> o|- <number:second> <units>",
        f"[i|gli|le] {_MANY} <number> <units>",
        f"[i|gli|le] <number> {_MANY} <units>",
        "<number> <unit> e mezzo|mezza {added=0.5}",
        "<number> <units> e mezzo|mezza {added=0.5}",
        "[un] quarto d' ora {number=15} {unit=minute}",
        "[tre] quarti d' ora {number=45} {unit=minute}",
        "[un] quarto di secolo {number=25} {unit=year}",
        "mezzo secolo {number=50} {unit=year}",
        "tutto il <unit> {number=1}",
        "tutta la <unit> {number=1}",
        "tutto l' anno {number=1} {unit=year}",
        "[prima|ultima] mezz' ora {number=0.5} {unit=hour}",
    ),
    "indefinite_duration": (
        f"[i|gli|le] {_MANY} <units>",
        f"{_THESE} [ultimi|ultime] <units>",
        f"<units> {_MANY}",
        f"<units> {_SPAN_BEFORE}",
    ),
    "clock": (
        f"<hour> {{before=alle|dalle|ore|sulle}} {_NO_COUNT}",
        "[le] [ore] <clocktime> {before=alle|dalle|ore|sulle|verso|le|fino|entro|tra|fra}",
        "[le] [ore] <clocktime> <zone>",
        "[le] ore <hour> <zone>",
        "verso le [ore] <hour>",
        "[le] [ore] <commatime> {before=alle|dalle|ore|sulle|verso|le} {not_after=%|euro|lire|milioni|miliardi|metri|punti}",
        "verso le [ore] <commatime>",
        "[le] ore <hour>",
        "<hour> di <weekday> {before=alle|dalle}",
        "<hour> di <dayword> {before=alle|dalle}",
        "<hour> di|del|della <part> {before=alle|dalle|delle|le}",
        "<hourword> di|del|della <part> {before=alle|dalle|delle|le}",
        "<hourword> {before=alle|dalle} {after=,|.|;|^|e|di}",
        "<hourword> e mezza|mezzo {past=30} {before=alle|dalle|verso|le}",
        "<hourword> e un quarto {past=15} {before=alle|dalle|verso|le}",
        "<hourword> meno un quarto {past=-15} {before=alle|dalle|verso|le}",
        "una {minutes=780} {before=all'}",
        "mezzogiorno {minutes=720} {lower}",  # the South with a capital
        "<hour> e <cardinal:past> {before=alle|dalle|ore}",
        "mezzanotte {minutes=0}",
    ),
    "vague": (
        "adesso|attualmente|finora|sinora {ref=PRESENT_REF}",
        "ora {ref=PRESENT_REF} {not_before=un'|mezz'|l'|all'|dell'|quest'|ogni|d'|prima|ultima|un|una|nell'|dall'|quell'}"
        " {not_after=di|del|della|dell'|legale|solare|italiana|locale|-}",
        "per ora {ref=PRESENT_REF}",
        "al momento {ref=PRESENT_REF} {not_after=di|del|della|dell'}",
        "in questo momento {ref=PRESENT_REF}",
        "questo momento {ref=PRESENT_REF} {before=in}",
        "a questo punto {ref=PRESENT_REF}",
        "oggigiorno {ref=PRESENT_REF}",
        "recentemente|ultimamente {ref=PAST_REF}",
        "di recente {ref=PAST_REF}",
        "tempo fa {ref=PAST_REF}",
        "<units> fa {ref=PAST_REF}",
        "per il momento {ref=PRESENT_REF}",
        "il passato {ref=PAST_REF}",
        "in passato {ref=PAST_REF}",
        "prossimamente {ref=FUTURE_REF}",
        "il futuro {ref=FUTURE_REF} {after=,|.|;|^}",
        "futuro {ref=FUTURE_REF} {before=in}",
        "d' ora in avanti|poi {ref=FUTURE_REF}",
    ),
}  # fmt: skip
MODIFIERS: Mapping[str, Phrases] = {
    "START": (
        "[l'|gli] inizio|inizi|principio [di|del|dell'|della|degli|dello] [l']",
        "[i|gli] primi [giorni|mesi|anni] [di|del|degli|dell']",
        "[le] prime settimane|ore di|del|dell'|della",
        "[la] prima settimana di|del",
        "[la] prima metà di|del|dell'|della|degli|dello [l']",
        "[la] prima meta ' di|del|dell'|della|degli|dello",
    ),
    "MID": (
        "[la] metà|meta [di|del|dell'|della|degli|dello]",
        "[la] meta ' [di|del|dell'|della|degli|dello]",
    ),
    "END": (
        "[la] fine [di|del|dell'|della|degli|dello]",
        "[gli] ultimi giorni di",
        "[l'] ultima settimana di|del",
        "[la] seconda metà di|del|dell'|della|degli|dello",
        "[la] seconda meta ' di|del|dell'|della|degli|dello",
    ),
    "APPROX": ("circa|quasi|incirca", "intorno a", "più o meno", "appena"),
    "MORE_THAN": ("più di|d'", "oltre", "piu ' di"),
    "LESS_THAN": ("meno di|d'",),
    "EQUAL_OR_MORE": ("almeno", "non meno di"),
    "EQUAL_OR_LESS": ("al massimo", "fino a", "non più di"),
}
