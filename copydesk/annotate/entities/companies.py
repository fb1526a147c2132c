"""Legal forms: what `Inc` or `Ltd` follows is a company, and they are part of its name.

Called by the entity annotator before and behind `coherence`, which finds names without their legal form.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from copydesk.annotate.entities.spans import Candidate, Method
from copydesk.records import EntityType

_LEGAL_FORM = re.compile(
    r"[^\S\n](?:Inc|INC|Corp|CORP|Corporation|Co|CO|Ltd|LTD|Limited|PLC|Plc|plc|LLC|LLP|GmbH|AG|NV|SA|SpA|"
    r"L\.P\.|N\.V\.|S\.A\.|S\.p\.A\.)(?![\w&-])"
)
_NAMED = frozenset({EntityType.PERSON, EntityType.LOCATION, EntityType.ORGANIZATION})


def add_legal_forms(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the candidates, with those that a legal form follows as organisations that hold it.

    Args:
        text: In running case.
        candidates: By position, without overlaps.
    """
    starts = [one.start_char for one in candidates]
    return [
        _with_legal_form(text, one, following)
        for one, following in zip(candidates, [*starts[1:], len(text)], strict=False)
    ]


def _with_legal_form(text: str, one: Candidate, following: int) -> Candidate:
    form = _LEGAL_FORM.match(text, one.end_char) if one.entity_type in _NAMED else None
    if form is None or form.end() > following:
        return one
    return replace(
        one,
        end_char=form.end(),
        entity_type=EntityType.ORGANIZATION,
        method=Method.WORDS,
        subtype=None,
    )
