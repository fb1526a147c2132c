# ruff: noqa: RUF001 - Cyrillic letters look like Latin ones, and are meant
"""The small words of a language that the layer over the models goes by: titles, articles, prepositions.

Called by the annotator, which picks the words of a paragraph's language. Data only.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from copydesk.records import PlaceKind

NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """What the layer knows of one language. Words are in small letters.

    Attributes:
        article: What may stand before a name without being part of it.
        has_possessive: Names may end in 's without its being part of them.
        is_latin: The model was trained on Latin letters alone, and marks stretches of other scripts at random.
        titles: Words that, capitalised, make the lone name behind them a person's.
        further_honorifics: Words that may stand before a lone surname too, but begin names of other things as well.
        place_prepositions: Words behind which a lone name is a place.
        function_words: Words that running text writes small: they get no capital.
        short_words: Words of three letters or fewer that are no acronyms.
        place_kinds: Label of the language's model -> kind of place, where it tells one.
    """

    article: re.Pattern[str] = NEVER
    has_possessive: bool = False
    is_latin: bool = False
    titles: frozenset[str] = frozenset()
    further_honorifics: frozenset[str] = frozenset()
    place_prepositions: frozenset[str] = frozenset()
    function_words: frozenset[str] = frozenset()
    short_words: frozenset[str] = frozenset()
    place_kinds: Mapping[str, PlaceKind] = field(default_factory=dict)
    honorifics: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "honorifics", self.titles | self.further_honorifics)


_ENGLISH_FUNCTION_WORDS = """
a about after against all amid among an and are as at be been before behind but by can could do
does down during for from had has have he her his how if in into is it its may more new no nor not
of off on one or out over own says she so than that the their them then they this to too two under
up upon vs was we were what when where who why will with without would you your
"""
_ENGLISH_SHORT_WORDS = """
act add age ago aid air any art ask bad ban bar bay bed bet bid big bit box boy bus buy car cop
cup cut day die dog due eat end eye far fed few fit fix fly fun gap gas get got gun guy hit hot
ice ill jet job joy key kid law lay led leg let lie lot low mad man map men met mob net now odd
oil old pay per put ran raw red rid rob row run sad sat say sea see set sex shy sin sit six sky
son spy sue sun tax tea ten tie tip top try use van vow war way web wet win won yes yet
"""
_ENGLISH_TITLES = """
chancellor congressman congresswoman dr gov governor lady madam mr mrs ms premier president prof
professor rep sen senator sir
"""
_ENGLISH_FURTHER_HONORIFICS = """
ambassador chairman emperor general judge justice king lord minister pope prince princess queen
representative secretary
"""
_FRENCH_FUNCTION_WORDS = """
a au aux avant avec ce ces cette chez comme contre d dans de depuis derrière des deux devant du elle en
entre est et face il ils j je l la le les leur leurs lors m mais n ne ni nos notre on ont ou où par pas
pendant plus pour publicité qu quand que qui s sa sans se selon ses si son sont sous sur très un une vers à été
"""
_RUSSIAN_FUNCTION_WORDS = """
а без был была были было быть в во для до его ее её если же за и из или их к как ко ли между на над не ни
но о об однако он она они от перед по под после при про с со так также то у уже что чтобы это
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ENGLISH = LanguageWords(
    article=re.compile(r"(?:the|The|THE|an?)\s+"),
    has_possessive=True,
    is_latin=True,
    titles=_set(_ENGLISH_TITLES),
    further_honorifics=_set(_ENGLISH_FURTHER_HONORIFICS),
    place_prepositions=_set("in near outside across throughout around inside"),
    function_words=_set(_ENGLISH_FUNCTION_WORDS),
    short_words=_set(_ENGLISH_SHORT_WORDS),
    # OntoNotes: GPE is a state, region or town alike; LOC of other schemes is any place.
    place_kinds={"LOC": PlaceKind.REGION, "FAC": PlaceKind.FACILITY},
)
FRENCH = LanguageWords(
    article=re.compile(r"(?:The|le|la|les|de|du|des)\s+|[ld]['’](?=\w)"),
    is_latin=True,
    titles=_set("dr m maître me mgr mlle mm mme mmes"),
    further_honorifics=_set(
        "général ministre monsieur madame pape président présidente reine roi sénateur"
    ),
    place_prepositions=_set("à dans près"),
    function_words=_set(_FRENCH_FUNCTION_WORDS),
)
RUSSIAN = LanguageWords(
    titles=_set("господин госпожа г-н г-жа"),
    place_prepositions=_set("в во из близ"),
    function_words=_set(_RUSSIAN_FUNCTION_WORDS),
)
_UNKNOWN = LanguageWords()
_WORDS: Mapping[str, LanguageWords] = {"en": ENGLISH, "fr": FRENCH, "ru": RUSSIAN}


def words_of(language_code: str) -> LanguageWords:
    """Give the words of a language; none where it has no list."""
    return _WORDS.get(language_code, _UNKNOWN)
