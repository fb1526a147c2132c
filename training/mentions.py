"""Makes names of mentions: some corpora mark all that is spoken of, `the port city of Tartus` or `Minister Ann Roe`.

`collect.py` calls it. A mention of which no name can be made makes its whole sentence doubtful.
"""
# ruff: noqa: INP001  # called by scripts

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from examples import gazetteer

from copydesk.annotate.entities.countries import is_country
from copydesk.annotate.entities.words import ENGLISH

_INSIDE_WORDS = "of the and for de del la al el bin ibn von van - & ' ’"  # noqa: RUF001
_INSIDE = frozenset(_INSIDE_WORDS.split())
"""Small words and signs that stand within names."""
_NOT_IN_PERSONS = frozenset(["of", "the", "and", "for", "&"])
"""Those that part a person from something else."""
_OFFICES = """
ambassador capt chairman chancellor chief col commander commissioner congressman defence defense deputy director doctor dr
foreign gen general governor home interior king lieutenant lt major maj minister mr mrs ms officer president press prime prince
princess professor queen secretary senator sen sheikh spokesman spokesperson spokeswoman vice special envoy sergeant sgt state
"""
OFFICES = frozenset(_OFFICES.split()) | ENGLISH.titles
"""Words before a person's name that are no part of it."""
_PRONOUNS = frozenset(
    [
        "i",
        "you",
        "he",
        "she",
        "it",
        "we",
        "they",
        "his",
        "her",
        "its",
        "our",
        "their",
        "my",
        "your",
        "who",
    ]
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention: first token, token after the last, type, and the token that is its head where that is known."""

    start: int
    end: int
    kind: str
    head: int | None = None


def tags_of(forms: Sequence[str], phrases: Sequence[Phrase]) -> list[str] | None:
    """Give the tag of each token of a sentence, None where some mention is neither a name nor without one.

    Args:
        forms: The tokens.
        phrases: The mentions; of two that overlap the first counts.

    >>> tags_of("the city of Tartus fell".split(), [Phrase(0, 4, "LOC")])
    ['O', 'O', 'O', 'B-LOC', 'O']
    >>> tags_of("citizens of Jordan fled".split(), [Phrase(0, 3, "ORG")]) is None
    True
    """
    tags = ["O"] * len(forms)
    for phrase in phrases:
        pieces = list(_pieces(forms, phrase))
        names = [one for one in (_name(forms, piece) for piece in pieces) if one]
        if len(names) < len(pieces):
            return None
        for one in names:
            if set(tags[one.start : one.end]) == {"O"}:
                rest = [f"I-{one.kind}"] * (one.end - one.start - 1)
                tags[one.start : one.end] = [f"B-{one.kind}", *rest]
    return tags


def _pieces(forms: Sequence[str], phrase: Phrase) -> list[Phrase]:
    """Give the parts of a mention that should be names; none if it is a pronoun or a common noun."""
    if phrase.head is not None:
        return [_around(forms, phrase, phrase.head)]
    if not any(map(_is_capital, forms[phrase.start : phrase.end])):
        return []
    first = forms[phrase.start]
    if phrase.end - phrase.start == 1 and first.lower() in _PRONOUNS:
        return []
    commas = [at for at in range(phrase.start, phrase.end) if forms[at] == ","]
    edges = [phrase.start - 1, *commas, phrase.end]
    return [
        Phrase(start + 1, end, phrase.kind)
        for start, end in pairwise(edges)
        if any(map(_is_capital, forms[start + 1 : end]))
    ]


def _around(forms: Sequence[str], phrase: Phrase, head: int) -> Phrase:
    """Give the capitals around the head of a mention, and the small words between them."""
    start, end = head, head + 1
    inside = _INSIDE - _NOT_IN_PERSONS if phrase.kind == "PER" else _INSIDE
    for at in range(head - 1, phrase.start - 1, -1):
        if _is_capital(forms[at]):
            start = at
        elif forms[at].lower() not in inside:
            break
    for at in range(head + 1, phrase.end):
        if _is_capital(forms[at]):
            end = at + 1
        elif forms[at].lower() not in inside:
            break
    return Phrase(start, end, phrase.kind)


def _name(forms: Sequence[str], phrase: Phrase) -> Phrase | None:
    """Give the name that a phrase is but for its edges, None if it is more."""
    start, end = phrase.start, phrase.end
    while end > start and forms[end - 1] in {"'s", "’s", "'", "’"}:  # noqa: RUF001
        end -= 1
    if phrase.kind == "LOC":  # `the northern city of …`
        while start < end and not _is_capital(forms[start]):
            start += 1
    while start < end and forms[start].lower() in {"the", "a", "an"}:
        start += 1
    if phrase.kind == "PER":
        offices = [at for at in range(start, end) if forms[at].lower().rstrip(".") in OFFICES]
        start = offices[-1] + 1 if offices else start
    is_name = start < end and _is_capital(forms[start]) and _is_capital(forms[end - 1])
    inside = _INSIDE - _NOT_IN_PERSONS if phrase.kind == "PER" else _INSIDE
    if not is_name or not all(
        _is_capital(one) or one.lower() in inside for one in forms[start:end]
    ):
        return None
    return Phrase(start, end, _kind(" ".join(forms[start:end]), phrase.kind))


def _kind(name: str, kind: str) -> str:
    """Give the type of a name: a state is a place and its people are a nationality, whoever acts for it."""
    if kind == "ORG" and is_country(name):
        return "LOC"
    is_people = any(
        one.label == "NORP" and one.end_char == len(name)
        for one in gazetteer().recognize([name])[0]
    )
    return "NORP" if is_people and " " not in name else kind


def _is_capital(form: str) -> bool:
    return form[:1].isupper() or form[:1].isdigit()
