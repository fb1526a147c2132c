"""French, of France, Belgium, Switzerland and Canada: the words. Its phrases are in `french_phrases`."""

from copydesk.annotate.dates.algebra import Unit
from copydesk.annotate.dates.pack import LanguagePack
from copydesk.annotate.dates.packs.french_phrases import MODIFIERS, PHRASES
from copydesk.annotate.dates.packs.words import inflected, numbered, phrases, shared, words

_MONTHS = numbered(
    "janvier février|fevrier mars avril mai juin juillet août|aout septembre octobre novembre"
    " décembre|decembre"
)
_WEEKDAYS = numbered("lundi mardi mercredi jeudi vendredi samedi dimanche")
_PARTS = {
    **shared("MO", "matin matinée aube"),
    **shared("AF", "après-midi"),
    **shared("EV", "soir soirée"),
    "nuit": "NI",
}
_HOLIDAYS = {
    **dict.fromkeys(("jour de l'an", "nouvel an", "premier de l'an"), "new_year"),
    **dict.fromkeys(("fête des rois", "épiphanie"), "epiphany"),
    "saint-valentin": "valentines_day",
    "mardi gras": "shrove_tuesday",
    "mercredi des cendres": "ash_wednesday",
    "dimanche des rameaux": "palm_sunday",
    "jeudi saint": "maundy_thursday",
    "vendredi saint": "good_friday",
    "samedi saint": "holy_saturday",
    **dict.fromkeys(("pâques", "dimanche de pâques"), "easter"),
    "lundi de pâques": "easter_monday",
    "fête du travail": "labour_day_may",
    **dict.fromkeys(("jeudi de l'ascension", "jour de l'ascension"), "ascension_day"),
    **dict.fromkeys(("pentecôte", "dimanche de pentecôte"), "pentecost"),
    "lundi de pentecôte": "whit_monday",
    **shared("corpus_christi", "fête-dieu"),
    "assomption": "assumption_day",
    "black friday": "black_friday",
    "halloween": "halloween",
    "toussaint": "all_saints_day",
    "fête des morts": "all_souls_day",
    **dict.fromkeys(("veille de noël", "réveillon de noël"), "christmas_eve"),
    **dict.fromkeys(("noël", "jour de noël"), "christmas"),
    "lendemain de noël": "boxing_day",
    **dict.fromkeys(
        ("saint-sylvestre", "veille du nouvel an", "réveillon du nouvel an"), "new_years_eve"
    ),
}
_ONES = numbered("un|une deux trois quatre cinq six sept huit neuf")
_TEENS = numbered("dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf", 10)
_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
         "septante": 70, "huitante": 80, "octante": 80, "nonante": 90}  # fmt: skip
_JOINTS = ("-", " ", " et ", "-et-")
_NUMBERS = {
    "zéro": 0,
    **_ONES,
    **_TEENS,
    **_TENS,
    **{f"{ten}{joint}{one}": tens + number for ten, tens in _TENS.items()
       for one, number in _ONES.items() for joint in _JOINTS},
    **{f"soixante{joint}{teen}": 60 + number for teen, number in _TEENS.items() for joint in _JOINTS},
    "quatre-vingts": 80,
    "quatre-vingt": 80,
    **{f"quatre-vingt-{small}": 80 + number for small, number in (_ONES | _TEENS).items()},
}  # fmt: skip
_ORDINAL_STEMS = numbered(
    "deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième"
    " treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième vingtième",
    2,
)
_ABOUT = {"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
          "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100}  # fmt: skip
_LAST = "dernier dernière derniere derniers dernières passé passée passés passées"
_NEXT = "prochain prochaine prochains prochaines"

FRENCH = LanguagePack(
    language_code="fr",
    number_order="DMY",
    ordinal_suffixes=("er", "ère", "re", "e", "ème", "eme", "nd", "nde"),
    decimal_comma=True,
    elisions=words("l' d' jusqu' lorsqu' puisqu' qu' c' s' n' j' m' t'"),
    months=_MONTHS,
    month_abbreviations=numbered(
        "janv|jan févr|fév|fevr|fev mars avr mai juin juil|juill aoû|aou sept|sep oct nov déc|dec"
    ),
    weekdays=_WEEKDAYS,
    weekday_abbreviations=numbered("lun mar mer jeu ven sam dim"),
    recurring_weekdays={f"{day}s": number for day, number in _WEEKDAYS.items()},
    names_before_weekday=words("robinson"),
    seasons={"printemps": "SP", "été": "SU", "automne": "FA", "hiver": "WI"},
    parts_of_day=_PARTS,
    holidays=_HOLIDAYS,
    units={
        "seconde": Unit.SECOND,
        **shared(Unit.MINUTE, "minute"),
        **shared(Unit.HOUR, "heure"),
        **shared(Unit.DAY, "jour journée"),
        **shared(Unit.WEEK, "semaine"),
        **dict.fromkeys(("week-end", "weekend", "fin de semaine"), Unit.WEEKEND),
        "mois": Unit.MONTH,
        "trimestre": Unit.QUARTER,
        **shared(Unit.YEAR, "an année"),
        "décennie": Unit.DECADE,
        "siècle": Unit.CENTURY,
        "millénaire": Unit.MILLENNIUM,
    },
    plural_units={
        "secondes": Unit.SECOND,
        **shared(Unit.MINUTE, "minutes mn"),
        **shared(Unit.DAY, "jours journées"),
        "semaines": Unit.WEEK,
        **dict.fromkeys(("week-ends", "weekends", "fins de semaine"), Unit.WEEKEND),
        "mois": Unit.MONTH,
        "trimestres": Unit.QUARTER,
        **shared(Unit.YEAR, "ans années"),
        "décennies": Unit.DECADE,
        "siècles": Unit.CENTURY,
        "millénaires": Unit.MILLENNIUM,
    },
    units_also_words=words("seconde"),
    numbers=_NUMBERS,
    multiples={"cent": 100, "cents": 100, "mille": 1000},
    amounts={
        **shared(1, "un une"),
        **{f"{article} {about} {of}": number for about, number in _ABOUT.items()
           for article in ("une", "la") for of in ("de", "d'")},
        **dict.fromkeys(("une demi", "un demi", "demi"), 0.5),
        **shared(None, "quelques plusieurs"),
        **dict.fromkeys(("de nombreux", "de nombreuses", "de longs", "de longues", "bien des", "des dizaines de",
                         "des dizaines d'", "des centaines de", "des centaines d'"), None),
    },
    added_amounts={"et demi": 0.5, "et demie": 0.5},
    ordinals={
        **shared(1, "premier première premiers premières"),
        **shared(2, "second seconde"),
        **inflected(_ORDINAL_STEMS, "- s"),
    },
    quarter_names=numbered("t1 t2 t3 t4"),
    decades={"vingt": 2, "trente": 3, "quarante": 4, "cinquante": 5, "soixante": 6, "soixante-dix": 7,
             "septante": 7, "quatre-vingt": 8, "quatre-vingts": 8, "quatre-vingt-dix": 9, "nonante": 9},
    day_words={
        "avant-hier": -2, "hier": -1, "aujourd'hui": 0, "demain": 1, "après-demain": 2,
    },
    deictics={**shared(-1, _LAST), **shared(1, _NEXT), "en cours": 0},
    told_deictics={
        **shared(-1, "précédent précédente"),
        **shared(1, "suivant suivante"),
        "d'avant": -1,
        "d'après": 1,
    },
    year_references={
        **{f"{year} {step}": count for year in ("l'an", "l'année")
           for step, count in (("dernier", -1), ("dernière", -1), ("passé", -1), ("passée", -1),
                               ("prochain", 1), ("prochaine", 1), ("en cours", 0))},
        "cette année": 0,
    },
    recurrences={
        **shared("P1D", "quotidienne quotidiennes quotidiennement"),
        **shared("P1W", "hebdomadaire hebdomadaires"),
        **shared("P1M", "mensuel mensuelle mensuels mensuelles mensuellement"),
        **shared("P3M", "trimestriel trimestrielle trimestriels trimestrielles"),
        **shared("P6M", "semestriel semestrielle semestriels semestrielles"),
        **shared("P1Y", "annuel annuelle annuels annuelles annuellement"),
    },
    time_zones=words("gmt utc"),
    phrases=PHRASES,
    modifiers=MODIFIERS,
    deictic_starts=words("les ces ce cette cet la le l' prochains prochaines derniers dernières"),
    range_words=phrases("à, au, aux, -, jusqu', jusqu'à, jusqu' à, jusqu' au, jusqu' en, à la, à l'"),
    between_words=words("entre"),
    and_words=phrases("et, ou, et le, ou le, et les, et du, et au, &"),
    weekday_articles=words("le"),
    after_day=words("à au en de du dans pour par sur , . ; : ) ] ! ? - » et ou"),
    before_year=words(
        "en de depuis dès avant après vers jusqu' à entre et année an années début fin mi printemps été"
        " automne hiver courant l' d' ( -"
    ),
    never_before_year=words(
        "article articles loi numéro no n° nº page pages vol boeing airbus salle chambre route rn rd tél"
        " téléphone code bp iso environ près quelque quelques presque plus moins + x = < > ~ @ $ £ € #"
    ),
    never_after_year=words(
        "% pour-cent euros euro francs dollars livres yens personnes habitants hommes femmes enfants élèves"
        " étudiants soldats policiers emplois postes salariés employés millions milliards mètres kilomètres"
        " km kg m tonnes litres hectares voix sièges morts blessés cas pages mots places logements unités"
        " exemplaires points ans mois semaines jours heures minutes secondes fois spectateurs visiteurs"
        " manifestants réfugiés participants entreprises véhicules voitures degrés € $"
    ),
    before_month=words("en de depuis dès avant après fin début mi courant jusqu' à et ce"),
    future_words=words(
        "demain sera seront aura auront fera feront devra devront pourra pourront ira iront viendra viendront va vont"
        " prendra prendront débutera débuteront commencera commenceront reprendra ouvrira aboutira tiendra"
        " tiendront donnera doit doivent devrait devraient pourrait pourraient serait seraient prévu prévue"
        " prévus prévues attendu attendue attendus attendues prochainement bientôt"
    ),
    past_words=words(
        "a ont avait avaient était étaient fut furent eut eurent été avons dit fit firent prit prirent vint"
        " vinrent mourut naquit devint mit mirent"
    ),
    present_words=words("est sont"),
    past_suffixes=("èrent", "aient"),
    future_before=phrases("d'ici, d' ici, d' ici à, d' ici au, d' ici le, avant, à partir de, à compter du, dès"),
    past_before=phrases("depuis, depuis le, depuis la"),
)  # fmt: skip
