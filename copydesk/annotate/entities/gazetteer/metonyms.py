"""Whether the words around a name say of a government what they say of a place.

Called by the entity annotator, which stores the answer; resolution knows then whether the name is a capital's or a seat of
government's. A capital is its city and never its state: this tells only that it speaks for it, where that is said plainly.
"""

import re
from functools import cache
from itertools import dropwhile

_ACTS = {
    "en": """accused accuses acknowledged acknowledges admits admitted agreed agrees annexed announced announces argued argues backed
backs believes blacklisted blamed blames called calls claimed claims condemned condemns considers contended contends criticised
criticises criticized criticizes declared declares decided decides demanded demands denied denies denounced denounces deployed
deploys dismissed dismisses expelled expects fears hopes imposed imposes insisted insists intends intervened invaded
negotiated opposed opposes ordered pledged pledges promised promises proposed proposes protested ratified recalled recognised recognises
recognized recognizes refused refuses reiterated rejected rejects replied replies responded responds retaliated said says sanctioned
seeks severed signalled signaled sought stressed summoned supports suspects threatened threatens urged urges vetoed voiced vowed vows
wants warned warns withdrew accuse agree announce condemn consider decide demand deny expel impose insist intervene negotiate oppose
pledge recognise recognize refuse reject respond retaliate seek threaten veto vow withdraw""",
    "fr": """a accuse accusé affirme annonce annoncé appelle averti avertit condamne condamné dément dénonce dénoncé déclare déclaré demande
demandé estime exige exigé juge menace menacé nie promet proposé propose refuse refusé rejette rejeté réclame réagi répondu soutient veut""",
    "de": "begrüßt bestreitet beschuldigt droht drohte erklärt erklärte fordert forderte kritisiert lehnt lehnte protestierte reagiert reagierte verlangt verurteilt verurteilte warnt warnte warf weist wies will wirft",
    "es": """acusa acusó advierte advirtió afirma afirmó amenaza amenazó anuncia anunció condena condenó dice dijo denuncia denunció exige exigió
insiste insistió niega negó pide pidió propone propuso quiere rechaza rechazó reclama respondió""",
    "it": "accusa ammonisce annuncia chiede condanna denuncia dice minaccia nega propone respinge rifiuta smentisce sostiene vuole",
    "pt": """acusa acusou adverte advertiu afirma afirmou ameaça ameaçou anexou anuncia anunciou condena condenou convocou diz disse exige
exigiu expulsou insiste insistiu interveio nega negou pede pediu propõe propôs quer reagiu recusou rejeita rejeitou respondeu""",
    "nl": "beschuldigt dreigt eist ontkent veroordeelt waarschuwt weigert wil zegt zei",
    "ru": """заявил заявила заявило заявляет обвинил обвинила обвинило обвиняет осудил осудила осудило отверг отвергла отвергло отрицает
пригрозил пригрозила пригрозило потребовал потребовала требует предупредил предупредила предупредило призвал призвала считает хочет""",
}
"""Verbs that a government does and a town does not, right after its name. `a` of French needs another behind it."""
_CONTINUED_ACTS = """
accusing agreeing blaming calling considering demanding denying deploying insisting intervening negotiating opposing pushing refusing
rejecting retaliating seeking threatening trying urging vowing warning withdrawing
"""
_FORMS_OF_BE = frozenset({"is", "was"})
_ADVERBS = {
    "en": """also has had have again already repeatedly strongly flatly later quickly long not never now still would could will may might
must should did does""",
    "fr": "a aussi également déjà",
    "de": "hat",
    "es": "ha también ya no",
    "it": "ha",
    "pt": "também já não",
    "nl": "heeft",
    "ru": "также уже не",
}
_PLACE_PREPOSITIONS = {
    "en": "in at near from to around outside inside across through of into for with by on against between leaving visited",
    "fr": "à de depuis près dans vers",
    "de": "in aus nach bei von um",
    "es": "en de desde a hacia cerca",
    "it": "a da in di vicino verso",
    "pt": "em de desde para perto",
    "nl": "in uit naar bij van",
    "ru": "в из под около до",
}
_ARTICLES = frozenset({"the", "a", "an", "this"})
_OWNERS = frozenset({"his", "her", "its", "their", "my", "our", "your", "whose"})
_NAMES_WITH_ARTICLE = frozenset({"white house", "kremlin", "elysee", "élysée", "élysée palace"})
"""In front of a town's name an article belongs to a noun behind it (`the Paris claims`), and so does an owner before any."""
_SEAT_OF_OTHERS = frozenset(
    {"brussels", "bruxelles", "brüssel", "bruselas", "bruxelas", "brussel", "брюссель"}
)
"""What is said of it is said of the European Union or NATO, and hardly ever of Belgium."""
_DEALT_WITH = re.compile(
    r"\b(?:accus(?:ed|es|ing)|blam(?:ed|es|ing)|urg(?:ed|es|ing)|pressur(?:ed|ing)|condemn(?:ed|ing|s)|threaten(?:ed|ing|s)|"
    r"(?:relations|ties|talks|negotiations|alliance|treaty|standoff|stand-off|confrontation|dialogue|rapprochement) with|"
    r"sanctions (?:on|against)|pressure (?:on|from)|(?:concessions|condemnation) from|loyal to|allied with|spy(?:ing)? for) \Z"
)
"""English in front of a name: what is done to governments."""
_OWNS = re.compile(
    r"['’]s (?:[\w-]+ ){0,2}(?:ambitions|aggression|annexation|invasion|sanctions|diplomats|negotiators|envoys?|ambassadors?|stance|"  # noqa: RUF001
    r"refusal|insistence|interference|meddling|intervention|crackdown|retaliation|diplomacy|overtures?|"
    r"foreign (?:policy|minister|ministry|ministers)|(?:nuclear|missile) (?:arsenal|program|programme|tests?|weapons))\b"
)
"""English behind a name: what governments have."""
_WORD = re.compile(r"[^\W\d_]+")
_LOOK_BACK_CHARS, _LOOK_AHEAD_CHARS = 40, 60


def is_said_of_government(name: str, before: str, after: str, language_code: str) -> bool:
    """Tell whether what is said of a name is said of governments and not of towns.

    Args:
        name: As it stands in the text.
        before: Text of the paragraph before it.
        after: Text of the paragraph behind it.
        language_code: ISO 639.

    >>> is_said_of_government("Pyongyang", "On Monday ", " rejected the offer.", "en")
    True
    >>> is_said_of_government("Pyongyang", "The envoy in ", " rejected the offer.", "en")
    False
    """
    if language_code not in _ACTS or name.casefold() in _SEAT_OF_OTHERS:
        return False
    before, after = before[-_LOOK_BACK_CHARS:], after[:_LOOK_AHEAD_CHARS]
    if language_code == "en" and (_OWNS.match(after) or _is_dealt_with(before, after)):
        return True
    previous = (_WORD.findall(before.lower()) or [""])[-1]
    if previous in _words_of(_PLACE_PREPOSITIONS[language_code]):
        return False
    has_article = previous in _ARTICLES and name.casefold() not in _NAMES_WITH_ARTICLE
    return not has_article and previous not in _OWNERS and _acts(after, language_code)


def _is_dealt_with(before: str, after: str) -> bool:
    """Tell whether a government is the object. A capital or a hyphen behind makes the name a part of another one."""
    is_whole = after[:1] != "-" and not after[1:2].isupper()
    return is_whole and _DEALT_WITH.search(before) is not None


def _acts(after: str, language_code: str) -> bool:
    """Tell whether a verb of governments follows, with nothing but adverbs and helpers in between."""
    skipped = _words_of(_ADVERBS[language_code])
    words = _WORD.findall(after.lower())
    if not words or not after[1:].lower().startswith(words[0]) or not after.startswith(" "):
        return False
    following = list(dropwhile(skipped.__contains__, words))
    if language_code == "en" and following[:1] and following[0] in _FORMS_OF_BE:
        rest = list(dropwhile(skipped.__contains__, following[1:]))
        return bool(rest) and rest[0] in _words_of(_CONTINUED_ACTS)
    return bool(following) and following[0] in _words_of(_ACTS[language_code])


@cache
def _words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())
