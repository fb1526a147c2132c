"""When two names of persons may be one person's: given names, middle names, initials, spellings.

Called for names that share a surname. Nothing here looks at how often a name occurs.
"""

import re
from dataclasses import dataclass

from copydesk.annotate.entities.resolution.corpus import LinkMethod
from copydesk.annotate.entities.resolution.given_names import groups_of
from copydesk.annotate.entities.resolution.spelling import spelling_key, words_of

_TITLE_WORDS = """
ambassador archbishop bishop captain cardinal chairman chairwoman chancellor chief col colonel
congressman congresswoman councilman deputy director dr father foreign former gen general gov
governor hon judge justice lady lieutenant lord lt madam maj major mayor minister miss mr mrs ms
mx officer premier president prime prof professor rabbi rep representative rev reverend sec
secretary sen senator sergeant sgt sheriff sir speaker spokesman spokeswoman vice gospodin
gospozha herr frau monsieur madame mme
"""
TITLES = frozenset(_TITLE_WORDS.split())
"""Words before a name that are none of it. Those of popes, kings and princes are."""
SUFFIXES = frozenset({"jr", "junior", "sr"})
_PARTICLE_WORDS = """
af al ben bin bint da dal de del della den der di do dos du el ibn la le ten ter van vom von zu zum zur
"""
PARTICLES = frozenset(_PARTICLE_WORDS.split())
"""Words between names that come and go: Bashar al-Assad, Bashar Assad."""
_FAMILY_NAME_WORDS = """
cao chen cheng choe choi deng fang feng gao guo han hong hu huang hwang jang jeon jia jiang jin
jo jung kang kim kwon lee li liang lim lin liu lu luo ma mao nguyen oh pak park ri shen shi shin
song sun tang tran wang wei wen wu xi xie xu yan yang ye yi yoon yu yun zeng zhang zhao zheng
zhou zhu
"""
FAMILY_NAMES_FIRST = frozenset(_FAMILY_NAME_WORDS.split())
"""Chinese, Korean and Vietnamese family names, which stand first; some stand last in other names."""
_ARTICLE = re.compile(r"\b[ae]l[-‐‑](?=\w)", re.IGNORECASE)  # noqa: RUF001 - hyphens are meant
_ROMAN = re.compile(r"[ivx]{2,}")
RESPELT = 0.97
NICKNAMED = 0.93
WITHOUT_INITIAL = 0.93
WITHOUT_MIDDLE = 0.86
INITIALLED = 0.87
"""How sure a name with this difference is the same person's: products of two must stay above or below
`LINK_THRESHOLD` as hand-checked pairs did (docs/entities.md). Don't tune one alone."""
SAME = 1.0
Verdict = tuple[float, LinkMethod]
"""How sure two names are one person's, and the weakest thing that this rests on."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name of a person in parts, folded.

    Attributes:
        given: First word; empty for a lone name.
        middle: Words between it and the surname.
        surname: Last word, without particles.
        suffix: jr, sr, ii, xvi ...; empty where there is none.
        is_single: Whether it is one word, of which nobody can tell what it is.
        family_first: First word where it is a family name of a language that has it first.
    """

    given: str
    middle: tuple[str, ...]
    surname: str
    suffix: str
    is_single: bool
    family_first: str

    @property
    def words(self) -> tuple[str, ...]:
        """All words but suffix and particles."""
        return (self.given, *self.middle, self.surname) if self.given else (self.surname,)

    @property
    def squashed(self) -> str:
        """All words as one: Jong Un, Jong-un and Jongun are the same."""
        return "".join(self.words)


def parse_person(name: str) -> PersonName:
    """Give the parts of a name.

    >>> parse_person("Sen. John S. McCain Jr.")
    PersonName(given='john', middle=('s',), surname='mccain', suffix='jr', is_single=False, family_first='')
    >>> parse_person("President Obama").is_single
    True
    """
    words = list(words_of(_ARTICLE.sub("", name))) or [name]
    while len(words) > 1 and words[0] in TITLES:
        del words[0]
    suffix = ""
    if len(words) > 1 and (words[-1] in SUFFIXES or _ROMAN.fullmatch(words[-1])):
        suffix = words.pop()
    given = words[0] if len(words) > 1 else ""
    middle = tuple(word for word in words[1:-1] if word not in PARTICLES)
    family_first = given if given in FAMILY_NAMES_FIRST else ""
    return PersonName(given, middle, words[-1], suffix, not given, family_first)


def compare_persons(one: PersonName, other: PersonName) -> Verdict | None:
    """Give how sure two full names may be one person's; None where they are two persons'.

    Of a lone name nothing can be told this way.

    >>> compare_persons(parse_person("Bill Clinton"), parse_person("William J. Clinton"))[1].value
    'given_name'
    >>> compare_persons(parse_person("George W. Bush"), parse_person("George H. W. Bush")) is None
    True
    """
    if one.is_single or other.is_single or one.suffix != other.suffix:
        return None
    if one.squashed == other.squashed:
        return RESPELT, LinkMethod.SPELLING
    if spelling_key(one.surname) != spelling_key(other.surname):
        return None
    given = _compare_words(one.given, other.given)
    middle = _compare_middles(one.middle, other.middle)
    if given is None or middle is None:
        return None
    surname = SAME if one.surname == other.surname else RESPELT
    parts = (given, middle, (surname, LinkMethod.SPELLING))
    return given[0] * middle[0] * surname, min(parts)[1]


def _compare_words(one: str, other: str) -> Verdict | None:
    """Compare two given or middle names."""
    if one == other:
        return SAME, LinkMethod.SPELLING
    if one[0] == other[0] and 1 in {len(one), len(other)}:
        return INITIALLED, LinkMethod.INITIAL
    if spelling_key(one) == spelling_key(other):
        return RESPELT, LinkMethod.SPELLING
    if groups_of(one) & groups_of(other):
        return NICKNAMED, LinkMethod.GIVEN_NAME
    return None


def _compare_middles(one: tuple[str, ...], other: tuple[str, ...]) -> Verdict | None:
    """Compare middle names: those that both have, from the first on, must agree (George W., George H. W.)."""
    shorter, longer = sorted((one, other), key=len)
    verdict = (SAME, LinkMethod.SPELLING)
    for word, counterpart in zip(shorter, longer, strict=False):
        found = _compare_words(word, counterpart)
        if found is None:
            return None
        verdict = min(verdict, found)
    if len(shorter) == len(longer):
        return verdict
    lost = WITHOUT_INITIAL if max(map(len, longer)) == 1 else WITHOUT_MIDDLE
    return min(verdict, (lost, LinkMethod.MIDDLE_NAME))


def person_core(name: PersonName) -> str:
    """Give what the id of a person is made from: it stays when spellings, nicknames and middle names are added."""
    if name.is_single:
        return name.surname
    given = min(groups_of(name.given))
    parts = [spelling_key(given) if len(given) > 1 else given, spelling_key(name.surname)]
    return " ".join([*parts, name.suffix]).strip()
