"""French: the phrases, by construction; `constructions` tells what each means, `patterns` how one is written.

An article belongs to the time where it is a word of its own ("le 5 mars"); "du" and "au" do not.
"""

from collections.abc import Mapping

from copydesk.annotate.dates.pack import Phrases

_THE = "[le|la|l'|les]"
_OF = "de|d'|du"
_YEAR = f"[[{_OF}] <yearref>]"
_OF_YEAR = f"[[,] [{_OF}] [[l'] année|exercice] <yearref>]"
_WEEKDAY = "[<weekday> [,] [le]]"
_QUALIFIER = "[bonnes|bons|longues|longs|pleines|pleins|autres|consécutives|consécutifs|derniers|dernières|premiers|premières]"
# what lasts so long; else "de 34 ans" is mostly an age
_LENGTHS = (
    "peine|prison|réclusion|période|durée|terme|délai|contrat|mandat|plan|moins|plus|près|maximum|minimum|prêt|bail"
    "|absence|travail|travaux|expérience|moyenne|retard|intervalle|guerre|vie|carrière|histoire|accord|suspension|règne"
    "|fin|cours|lors|écart|programme|sursis|existence|conflit|lutte|pouvoir"
)
_NO_FRACTION = "{not_after=/|-|%|de|des|d'}"
_THIS = "ce|cet|cette"
_AT = "{before=à|vers|dès|avant|après|jusqu'|depuis|entre|et|,|de|(|aux|d'|les}"
_NO_CLOCK = "{not_before=à|vers|dès|entre|de}"
_SPAN_BEFORE = "{before=depuis|pendant|durant|des|pour|en|il|d'|de|les}"

PHRASES: Mapping[str, Phrases] = {
    "no_time": (
        "<number> heures sur <number:second>",
        "<number> jours sur <number:second>",
        "âgé|âgée|âgés|âgées de|d' <number> <units>",
        "âge de|d' <number> <units>",
        "[les] moins|plus de <number> ans {before=les|des}",
        "<number> ans {before=,|(} {after=,|.|)}",  # an age behind a name
        "homme|femme|fille|garçon|fillette|enfant|enfants|jeune|jeunes|adolescent|adolescente|conducteur|personnes"
        " de [<number:second>] [à|et] <number> ans",
        "<number> - <number:second> ans {before=les|des|aux}",
        f"de <number> ans {{not_before={_LENGTHS}}} {{after=,|.|;|)|^|a|est|s'|qui|avait|était}}",
        "fin de série",
        "jour au lendemain",
        "âge de|d' <number:second> à|et|ou <number> ans",
        "[une|la|des|les] journée|journées portes",  # an open day
        "bonne|bonnes nuit|soirée|journée|année",
        "de temps en temps",
        "de nos jours à",
    ),
    "month_day": (
        f"[le] {_WEEKDAY} <day> <month> {_YEAR}",
        f"[le] {_WEEKDAY} <day> <month> <shortyear>",
        f"{_THE} {_WEEKDAY} <day> du mois de <month> {_YEAR}",
        f"le {_WEEKDAY} <dayname> <month> {_YEAR}",
        f"<dayname> <month> {_YEAR} {{before=du|au}}",
        f"le {_WEEKDAY} <day> / <monthdigits> {_NO_FRACTION}",
        f"<weekday> [,] <day> / <monthdigits> {_NO_FRACTION}",
        f"<day> / <monthdigits> {{before=du|au}} {_NO_FRACTION}",
    ),
    "week_of_year": (
        f"[la] <ordinal> semaine {_OF} [l' année] <yearref>",
        f"[la] semaine [numéro] <cardinal:ordinal> {_OF} [l' année] <yearref>",
    ),
    "weekday_date": ("[le] <weekday> [,] [le] <numericdate>",),
    "ordinal_day": (f"[le] {_WEEKDAY} <ordinal> <month> {_YEAR}",),
    "nth_weekday": (
        f"{_THE} <ordinal> <weekday> de|d'|du [mois] [de|d'] <month> {_YEAR}",
        f"{_THE} dernier <weekday> de|d'|du [mois] [de|d'] <month> {_YEAR} {{ordinal=-1}}",
    ),
    "day_of_month": (
        "le <day> au matin|soir","le <day> {not_before=devant|sur|contre|avec} {after=.|,|prochain|dernier|;|)|^}", "le <day> de ce mois {step=0}"),
    "month": (
        f"[le] mois de|d' <month> {_YEAR}",
        f"<month> {_YEAR}",
        "<month> <shortyear>",
        "<month>",
    ),
    "year": ("<bareyear>", "[l'] année|an <year>", "[l'] exercice <year>"),
    "decade": (
        "[les|ces] années <tens>",
        "[les|ces] années <decadeword>",
        "[la] décennie <tens>",
    ),
    "century": (f"{_THE} <roman> siècle", f"{_THE} <ordinal> siècle"),
    "quarter": (
        f"[le] <ordinal> trimestre {_OF_YEAR}",
        "[le] <ordinal> trimestre de l' année",
        "<quartername> [<yearref>]",
    ),
    "half": (
        f"[le] <ordinal> semestre {_OF_YEAR}",
        "[la] <ordinal> moitié de [l'] [année] <yearref>",
    ),
    "season": (
        f"[le|l'] <season> {_OF_YEAR} {{before=à|au|de|en|du|l'|le|dès|d'|avant|depuis|jusqu'|pendant}}",
        f"[l'|le] <season> [{_OF}] <yearref>",
        "l'|le <season> <step>",
        "ce|cet <season> {step=0}",
        "[les] mois d'|de <season>",
    ),
    "holiday": (f"[la|le] <holiday> {_YEAR}", "<holiday> <step>"),
    "day_word": ("<dayword>",),
    "part_of_day": (
        "<dayword> [au|dans] [la] <part>",
        "<dayword> [en] [fin|début|milieu] [de|d'] <part>",
        "[le] <weekday> [au] <part>",
        "[le] <weekday> <step> [au] <part>",
        f"[le] {_WEEKDAY} <day> <month> [<year>] [au|dans] [la] <part>",
        f"{_THIS} <part> {{step=0}}",
        "le|la|l' <part> suivant|suivante|d' après {later=1}",
        "le|la|l' <part> précédent|précédente|d' avant {later=-1}",
        "[le] lendemain <part> {later=1}",
        "[le] lendemain après - midi {part=AF} {later=1}",
        "la veille au <part> {later=-1}",
        f"{_THIS} [fin|début] de|d' <part> {{step=0}}",
        "[la] nuit dernière {part=NI} {step=-1}",
        "[la] nuit de|du <weekday> à|au <weekday:second> {part=NI}",
        "[la] nuit de|du <weekday> {part=NI}",
        "[la] nuit de <dayword> {part=NI}",
        "le|la|l' <part> {after=,|.|;|^}",
        "la <part> {before=dans|pendant|durant}",
        "l' après - midi {part=AF} {before=dans|pendant|durant}",
        "<part> {before=au|du}",
        "petit matin {part=MO} {before=au}",
        "[le|la|l'] <part> du [<weekday>] <day> <month> [<year>]",
    ),
    "weekend": ("[le] week - end", "ce week - end {step=0}", "ce weekend {step=0}"),
    "told_unit": (
        f"{_THE} <unit> <told>",
        "[le] lendemain {unit=day} {step=1}",
        "[le] surlendemain {unit=day} {step=2}",
        "[la] veille {unit=day} {step=-1} {not_after=de|du|d'}",
        "[l'] avant - veille {unit=day} {step=-2}",
    ),
    "relative_unit": (
        f"{_THE} <unit> <step>",
        f"{_THIS} <unit> [-] [ci] {{step=0}}",
        "la [toute] dernière semaine {unit=week} {step=-1}",
        "[le|la] prochain|prochaine <unit> {step=1}",
        "l' année [qui] vient {unit=year} {step=1}",
    ),
    "relative_weekday": (
        "[le] <weekday> <step>",
        f"{_THIS} <weekday> {{step=0}}",
        "[le] <weekday> passé {step=-1}",
    ),
    "weekday_of": ("[le] <weekday> de [la] semaine <step>", "<weekday> en huit {step=1}"),
    "relative_month": (f"[le] {_WEEKDAY} <day> <month> <step>", "[le] [mois] [de|d'] <month> <step>"),
    "same_unit": (
        "cette [même] année|journée|semaine - là {unit=day}",
        "ce jour - là {unit=day}",
        "cette année - là {unit=year}",
        "cette semaine - là {unit=week}",
        "ce mois - là {unit=month}",
        "[le|la] même <unit>",
    ),
    "part_of_unit": (
        "[le] début de|du|d' [l'|la|ce|cet|cette] <unit> {mod=START}",
        "[le] milieu de|du|d' [l'|la|ce|cet|cette] <unit> {mod=MID}",
        "[la] fin de|du|d' [l'|la|ce|cet|cette] <unit> {mod=END}",
    ),
    "ago": (
        "il y a [environ|près|plus|moins|à] [de|d'|peine] <number> <unit>",
        "il y a [environ|près|plus|moins|à] [de|d'|peine] <number> <units>",
        "il y a [environ|près|plus|moins|à] [de|d'|peine] <number> heures {unit=hour}",
        "voici|voilà [déjà|environ] <number> <unit>",
        "voici|voilà [déjà|environ] <number> <units>",
    ),
    "from_now": (
        "<number> heures {unit=hour} {before=dans}","<number> <unit> {before=dans}", "<number> <units> {before=dans}"),
    "earlier": (
        "<number> heures plus tôt|avant|auparavant {unit=hour}",
        "<number> <unit> plus tôt|avant|auparavant",
        "<number> <units> plus tôt|avant|auparavant",
        "<number> <unit> avant|auparavant",
        "<number> <units> avant|auparavant",
    ),
    "later": (
        "<number> heures plus tard {unit=hour}",
        "<number> heures après {unit=hour} {after=,|.|;|^}",
        "<number> <unit> plus tard",
        "<number> <units> plus tard",
        "<number> <unit> après {after=,|.|;|^}",
        "<number> <units> après {after=,|.|;|^}",
    ),
    "set": (
        "chaque <unit>",
        "tous|toutes les <units>",
        "tous|toutes les <cardinal> <units>",
        "toutes les <cardinal> heures {unit=hour}",
        "toutes les heures {unit=hour}",
        "un|une <unit> sur deux {number=2}",
        "par <unit>",
        "par semestre {number=6} {unit=month}",
        "tout au long de l' année {unit=year}",
    ),
    "set_turn": ("<turn> {not_before=le|un|l'|du|au|d'|les|des|presse|vie|journal}",),  # no newspaper
    "set_weekday": (
        "[tous|toutes] les <weekdays> [<part>]",
        "chaque <weekday> [<part>]",
        "tous les <weekday> [<part>]",
        "le <weekday> {after=,|.|;|^|et|)|(|à|au|matin}",
        "<weekdays>",
    ),
    "set_month": ("chaque <month>", "tous les <month>", "chaque mois de|d' <month>"),
    "set_season": ("chaque <season>", "tous les <season>"),
    "set_part": ("chaque <part>", "tous|toutes les <part>", "tous les matins|soirs {part=EV}"),
    "duration": (
        f"<number> {_QUALIFIER} <unit>",
        f"<number> {_QUALIFIER} <units>",
        f"<number> heures {{unit=hour}} {_NO_CLOCK}",
        "<number> heures {unit=hour} {before=de} {not_after=à|jusqu'}",
        f"<number> heures et demie {{unit=hour}} {{added=0.5}} {_NO_CLOCK}",
        "les|ces <number> dernières|prochaines|premières heures {unit=hour}",
        "<number> dernières|prochaines heures {unit=hour} {before=des|aux}",
        "<number> à|ou|- <number:second> heures {unit=hour} {not_before=de}",
        "<number> à|ou|- <number:second> <units>",
        "les|ces <number> derniers|dernières|prochains|prochaines|premiers|premières <units>",
        "<number> derniers|dernières|prochains|prochaines <units> {before=des|aux}",
        "<number> <unit> et demi|demie {added=0.5}",
        "<number> <units> et demi|demie {added=0.5}",
        "demi - heure|journée {number=0.5} {unit=hour}",
        "[une] demi - heure {number=0.5} {unit=hour}",
        "[un] quart d' heure {number=15} {unit=minute}",
        "[un] quart de siècle {number=25} {unit=year}",
        "[un] demi - siècle {number=50} {unit=year}",
        "[trois] quarts d' heure {number=45} {unit=minute}",
        "toute la <unit> {number=1}",
        "tout le <unit> {number=1}",
        "toute l' année {number=1} {unit=year}",
    ),
    "indefinite_duration": (
        "ces|les derniers|dernières|prochains|prochaines|premiers|premières <units>",
        "derniers|dernières|prochains|prochaines <units> {before=des|aux|de}",
        f"<units> {_SPAN_BEFORE}",
        "[ces|les] dernières|prochaines|premières heures {unit=hour}",
        "[des] heures {unit=hour} {before=pendant|depuis|durant|des}"
        " {not_after=scolaires|supplémentaires|creuses|pleines|ouvrables|de|d'|du|sombres}",
        "des <units> {before=pendant|depuis|durant|pour|dans|après}",
    ),
    "clock": (
        "[vers] <hour> h [<cardinal:past>] [[,] <weekday>]",
        "[vers] <hour> h [<cardinal:past>] [[,] <dayword>]",
        "[vers] <hour> h|heures [<cardinal:past>] <zone>",
        "<clocktime> <zone>",
        f"<clocktime> [<zone>] <weekday> {_AT}",
        f"<hour> heures [<cardinal:past>] [du|de] [matin|soir] {_AT}",
        f"<hourword> heures [<cardinal:past>] {_AT}",
        "<hourword> heure [<cardinal:past>] {before=à|vers|dès|avant|après|jusqu'|depuis|d'}",
        f"<hourword> heures et demie {{past=30}} {_AT}",
        f"<hourword> heures et quart {{past=15}} {_AT}",
        f"<hourword> heures moins le quart {{past=-15}} {_AT}",
        "<hourword> heures du <part>",
        "<hourword> heures de l' <part>",
        "<hourword> heure du <part>",
        "[vers] <hour> h [<cardinal:past>] du <part>",
        "[vers] <hour> h [<cardinal:past>] de l' <part>",
        f"<clocktime> {_AT}",
        "midi {minutes=720} {before=à|vers|avant|après|de|jusqu'|ce|d'|le}",
        "minuit {minutes=0}",
    ),
    "vague": (
        "maintenant|actuellement|présentement {ref=PRESENT_REF}",
        "[à] l' heure actuelle {ref=PRESENT_REF}",
        "à présent {ref=PRESENT_REF}",
        "ces jours - ci {ref=PRESENT_REF}",
        "en ce moment {ref=PRESENT_REF}",
        "pour l' instant|heure {ref=PRESENT_REF}",
        "pour le moment {ref=PRESENT_REF}",
        "de nos jours {ref=PRESENT_REF}",
        "récemment|naguère|autrefois|jadis|dernièrement {ref=PAST_REF}",
        "il y a peu|longtemps {ref=PAST_REF}",
        "il y a des <units> {ref=PAST_REF}",
        "à l' époque {ref=PAST_REF} {not_after=de|du|d'|des|où}",
        "le passé {ref=PAST_REF} {after=,|.|;|^}",
        "bientôt|prochainement {ref=FUTURE_REF}",
        "l' avenir {ref=FUTURE_REF}",
        "le futur {ref=FUTURE_REF} {after=,|.|;|^}",
    ),
}  # fmt: skip
MODIFIERS: Mapping[str, Phrases] = {
    "START": (
        "[le] [tout] début [de|du|d'|des] [l'|la|le]",
        "[les] premiers jours|mois de|du|d'",
        "[les] premières semaines|heures|années de|du|d'",
        "[la] première semaine de|d'",
        "[la] première moitié de|du|des|d' [l'|la]",
    ),
    "MID": ("[la] mi -", "[le] milieu de|du|d'|des [l'|la|le]", "courant"),
    "END": (
        "[la] seconde|deuxième moitié de|du|des|d' [l'|la]",
        "[la] dernière semaine de|d'",
        "[la] [toute] fin [de|du|d'|des] [l'|la|le]",
    ),
    "APPROX": (
        "environ|quelque|presque",
        "près de|d'",
        "à peu près",
        "autour de",
        "à peine",
        "quasi",
    ),
    "MORE_THAN": ("plus de|d'",),
    "LESS_THAN": ("moins de|d'",),
    "EQUAL_OR_MORE": ("au moins", "pas moins de"),
    "EQUAL_OR_LESS": ("au plus", "au maximum", "jusqu' à"),
}
