"""Whether words around a name say of a government what they say of a place.

Called by the entity annotator, which stores the answer; resolution knows then whether the name is a capital's or a seat of
government's. A capital is its city and never its state: this tells only that it speaks for it, where that is said plainly.
"""

import re
from functools import cache

_ACTS = {
    "en": """accused accuses agreed agrees announced announces believes blamed blames called calls claimed claims condemned
condemns considers declared declares decided decides demanded demands denied denies denounced denounces dismissed dismisses expelled
expects fears hopes insisted insists intends offered offers pledged pledges promised promises proposed proposes protested protests
recognised recognises recognized recognizes refused refuses rejected rejects replied replies responded responds retaliated said says
sanctioned signalled signaled summoned supports threatened threatens urged urges views voiced vowed vows wants warned warns""",
    "fr": "a accuse accusé affirme annonce annoncé appelle averti avertit condamne condamné dément dénonce déclare déclaré demande estime exige juge menace nie promet propose refuse rejette réclame soutient veut",
    "de": "begrüßt bestreitet beschuldigt droht drohte erklärt erklärte fordert forderte kritisiert lehnt lehnte protestierte reagiert reagierte verlangt verurteilt verurteilte warnt warnte warf weist wies will wirft",
    "es": "acusa acusó advierte advirtió afirma afirmó amenaza anuncia anunció condena condenó dice dijo denuncia exige insiste niega negó pide propone quiere rechaza rechazó reclama",
    "it": "accusa ammonisce annuncia chiede condanna denuncia dice minaccia nega propone respinge rifiuta smentisce sostiene vuole",
    "pt": "acusa acusou adverte afirma afirmou ameaça anuncia anunciou condena condenou diz disse exige nega negou pede propõe quer rejeita rejeitou",
    "nl": "beschuldigt dreigt eist ontkent veroordeelt waarschuwt weigert wil zegt zei",
    "ru": "заявил заявила заявило заявляет обвинил обвинила обвинило обвиняет осудил осудила осудило отверг отвергла отвергло отрицает пригрозил пригрозила пригрозило потребовал потребовала требует предупредил предупредила предупредило призвал призвала считает хочет",
}
"""Verbs that a government does and a town does not, right after its name. `a` of French needs another behind it."""
_ADVERBS = {
    "en": "also has had have again already repeatedly strongly flatly later quickly long",
    "fr": "a aussi également",
    "de": "hat",
    "es": "ha también",
    "it": "ha",
    "pt": "também",
    "nl": "heeft",
    "ru": "также уже",
}
_PLACE_PREPOSITIONS = {
    "en": "in at near from to around outside across through of",
    "fr": "à de depuis près dans vers",
    "de": "in aus nach bei von um",
    "es": "en de desde a hacia cerca",
    "it": "a da in di vicino verso",
    "pt": "em de desde para perto",
    "nl": "in uit naar bij van",
    "ru": "в из под около до",
}
_WORD = re.compile(r"[^\W\d_]+")


def is_acting(before: str, after: str, language_code: str) -> bool:
    """Tell whether the words around a name tell of an act that a government does and a town does not.

    Args:
        before: Text of the paragraph before the name.
        after: Text of the paragraph behind it.
        language_code: ISO 639.

    >>> is_acting("On Monday ", " rejected the offer.", "en")
    True
    >>> is_acting("The envoy in ", " rejected the offer.", "en")
    False
    """
    acts = _words_of(_ACTS.get(language_code, ""))
    if not acts or not after.startswith(" "):
        return False
    previous = _WORD.findall(before[-_LOOK_BACK_CHARS:].lower())
    if previous and previous[-1] in _words_of(_PLACE_PREPOSITIONS[language_code]):
        return False
    following = _WORD.findall(after[:_LOOK_AHEAD_CHARS].lower())
    adverbs = _words_of(_ADVERBS[language_code])
    verb = next((word for word in following if word not in adverbs), "")
    return verb in acts and after[1 : 1 + len(following[0])].lower() == following[0]


_LOOK_BACK_CHARS, _LOOK_AHEAD_CHARS = 40, 60


@cache
def _words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())
