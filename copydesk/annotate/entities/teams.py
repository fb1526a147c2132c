"""Teams that are called by their town: in `beat Westport 2-1` and `Westport 2 Eastham 0` no place is meant.

Called by the entity annotator between `spans` and `coherence`, on English text. National teams stay the countries that
they are called by.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from copydesk.annotate.entities.countries import is_country
from copydesk.annotate.entities.spans import Candidate, Method, is_free
from copydesk.annotate.entities.words import ENGLISH
from copydesk.records import EntityType

CONTEXT_CHARS = 40
MIN_SIGNS = 2
"""So many words of sport, one of them of sport alone, make a text one about it."""
_COMMON_WORDS = frozenset(
    {
        "goal",
        "goals",
        "result",
        "results",
        "conference",
        "manager",
        "season",
        "club",
        "team",
        "division",
        "match",
        "champions",
    }
)
"""Words of sport that news of anything use."""

_SPORT = re.compile(
    r"\b(?:striker|midfielder|goalkeeper|defender|winger|quarterback|pitcher|batsman|wicket|innings|touchdown|"
    r"penalty shoot-?out|half-time|halftime|league|premiership|playoffs?|semi-?finals?|quarter-?finals?|"
    r"goals?|scored|football|soccer|rugby|hockey|basketball|baseball|cricket|coach|manager|squad|season|match|cup|"
    r"champions|championship|tournament|club|team|division|conference|standings|fixtures|results?|tennis|golf|[0-9]{1,3} ?[-–] ?[0-9]{1,3})\b",  # noqa: RUF001
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:beat|beats|beating|beaten by|defeat|defeats|defeated|defeated by|defeating|against|versus|vs?\.?|thrashed|"
    r"trounced|edged|downed|drubbed|stunned|outplayed|overcame|hosts?|hosted|visitors|champions|leaders|holders|rivals|"
    r"(?:win|wins|won|victory|victories|triumph|success|lead) (?:over|against|at)|(?:defeat|loss|lost|draw|drew|"
    r"tie|tied|game|match|goals?|debut) (?:to|by|with|for|against|at)|(?:play|plays|played|playing|appearances|caps|"
    r"signed|sign|scored|score) (?:for|by|with)|(?:club|clubs|side|sides|team|outfit|giants|strugglers|join|joined|rejoined"
    r"|signed from|transfer to|move to|moved to|loan to|loan from|loan at|spell at|return to|left)) (?:the )?\Z"
)
_AFTER = re.compile(
    r"(?:'s|’s|')? (?:(?:\w+ )?(?:striker|midfielder|goalkeeper|keeper|defender|winger|captain|coach|manager|forward|"  # noqa: RUF001
    r"quarterback|skipper|fans|players|squad|team|side|boss|bowler|batsman))\b|"
    r",? (?:beat|won|lost|drew|defeated|thrashed|scored|visit|host|play|face|edged|trounced)\b|"
    r" [0-9]{1,2} ?[-–] ?[0-9]{1,2}\b|"  # noqa: RUF001
    r" (?:FC|AFC|CF)\b"
)
_NAME = r"[A-Z][\w.'&-]*(?: [A-Z][\w.'&-]*){0,3}"
_SCORE_LINE = re.compile(
    rf"^[ \t]*(?P<home>{_NAME})[ \t]+[0-9]{{1,3}}[ \t]+(?P<away>{_NAME})[ \t]+[0-9]{{1,3}}\b",
    re.MULTILINE,
)
_TABLE_LINE = re.compile(
    rf"^[ \t]*(?:[0-9]{{1,2}}\.?[ \t]+)?(?P<home>{_NAME})(?:[ \t]+(?:[0-9./]{{1,5}}|-)){{3,}}[ \t]*$",
    re.MULTILINE,
)
_FIXTURE_LINE = re.compile(
    rf"^[ \t]*(?P<home>{_NAME})[ \t]+(?:v|vs\.?|at|AT)[ \t]+(?P<away>{_NAME})[ \t]*$", re.MULTILINE
)
_WORD_BEFORE = re.compile(r"([^\W\d_]+) (?:the )?\Z")


def find_teams(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the candidates, with towns that stand for their team as organisations.

    A name that is a team's somewhere is one in the whole text, but behind a preposition of place.

    Args:
        text: In running case.
        candidates: By position, without overlaps.

    Returns:
        By position, without overlaps.
    """
    rows = _rows(text)
    named = sorted([*candidates, *_unmarked(text, candidates)], key=lambda one: one.start_char)
    teams = {
        text[one.start_char : one.end_char]
        for one in named
        if _may_be_team(text, one) and _stands_as_team(text, one, rows)
    }
    has_news = bool(teams) or len(named) > len(candidates)
    if not has_news or not _is_about_sport(text, 1 if rows else MIN_SIGNS):
        return list(candidates)
    return [_retyped(text, one, teams) for one in named]


def _is_about_sport(text: str, least: int) -> bool:
    """Tell whether a text has so many different words of sport. It is read no further than they need."""
    met: set[str] = set()
    for found in _SPORT.finditer(text):
        met.add(found[0].lower())
        if len(met) >= least and (least == 1 or any(map(_is_of_sport_alone, met))):
            return True
    return False


def _is_of_sport_alone(word: str) -> bool:
    return not word[0].isdigit() and word not in _COMMON_WORDS


def _rows(text: str) -> set[tuple[int, int]]:
    """Give the spans of names in lines of results and tables."""
    found = set()
    for line in chain(_SCORE_LINE.finditer(text), _FIXTURE_LINE.finditer(text)):
        found |= {line.span("home"), line.span("away")}
    tables = [line.span("home") for line in _TABLE_LINE.finditer(text)]
    return found | set(tables if len(tables) > 1 else ())


def _unmarked(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the names in lines of results that the model did not mark at all."""
    spans = [line.span(side) for line in _SCORE_LINE.finditer(text) for side in ("home", "away")]
    starts = [one.start_char for one in candidates]
    return [
        Candidate(start, end, _type_in_row(text[start:end]), Method.WORDS)
        for start, end in spans
        if is_free(starts, candidates, start, end)
    ]


def _type_in_row(name: str) -> EntityType:
    return EntityType.LOCATION if is_country(name) else EntityType.ORGANIZATION


def _may_be_team(text: str, one: Candidate) -> bool:
    surface = text[one.start_char : one.end_char]
    return one.entity_type is EntityType.LOCATION and not is_country(surface)


def _stands_as_team(text: str, one: Candidate, rows: set[tuple[int, int]]) -> bool:
    if (one.start_char, one.end_char) in rows:
        return True
    before = _BEFORE.search(text, max(0, one.start_char - CONTEXT_CHARS), one.start_char)
    return before is not None or _AFTER.match(text, one.end_char) is not None


def _retyped(text: str, one: Candidate, teams: set[str]) -> Candidate:
    if (
        one.entity_type is not EntityType.LOCATION
        or text[one.start_char : one.end_char] not in teams
    ):
        return one
    before = _WORD_BEFORE.search(text, max(0, one.start_char - CONTEXT_CHARS), one.start_char)
    if before and before[1].lower() in ENGLISH.place_prepositions:
        return one
    return replace(one, entity_type=EntityType.ORGANIZATION, method=Method.WORDS, subtype=None)
