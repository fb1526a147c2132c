"""Finds the entity mentions of documents: model, clean-up, document consistency, identity.

The annotator proper: `copydesk.annotate.entities` gives it its name and version, the pipeline calls
it with a batch. A pure function of each document: no other document of the batch has a say.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter

from copydesk.annotate.entities.coherence import make_consistent, surface_name
from copydesk.annotate.entities.engine import EntityEngine, RawEntity
from copydesk.annotate.entities.identity import (
    index_surnames,
    make_entity_id,
    name_key,
    normalise_name,
)
from copydesk.annotate.entities.spans import Candidate, Method, clean_spans
from copydesk.annotate.entities.truecase import truecase_lines
from copydesk.records import Document, EntityType, Mention, Paragraph

LANGUAGES = frozenset({"en"})
"""Language codes (ISO 639) that an engine exists for."""


@dataclass(frozen=True, slots=True)
class ResolvedName:
    """The normalised name of the entity behind a mention, and how the mention came by it."""

    name: str
    method: Method


def annotate(
    documents: Sequence[Document], language_codes: Sequence[str], engine: EntityEngine
) -> list[tuple[Mention, ...]]:
    """Give the entity mentions of a batch of documents.

    Args:
        documents: The batch. The larger, the better the model is fed; the result is the same.
        language_codes: Language of each document, in the same order.
        engine: From `load`.

    Returns:
        Rows of `mentions` (grain: entity mention) for each document, in the order given: by position
        and without overlaps. Documents in a language without an engine have none.

    Raises:
        ValueError: There are not as many language codes as documents.
    """
    pairs = zip(documents, language_codes, strict=True)
    read_texts = [read_text(one) if code in LANGUAGES else None for one, code in pairs]
    paragraphs = [
        text[paragraph.start_char : paragraph.end_char]
        for document, text in zip(documents, read_texts, strict=True)
        if text is not None
        for paragraph in document.paragraphs
    ]
    entities = iter(engine.recognize(paragraphs))
    return [
        ()
        if text is None
        else _find_mentions(document, text, list(islice(entities, len(document.paragraphs))))
        for document, text in zip(documents, read_texts, strict=True)
    ]


def read_text(document: Document) -> str:
    """Give the document's text as the model reads it: as long as it, lines joined, no all-caps.

    Newlines stay only between paragraphs, where no name may reach across.
    """
    text = "\n".join(truecase_lines(document.text.split("\n")))
    parts, position = [], 0
    for paragraph in document.paragraphs:
        parts.append(text[position : paragraph.start_char])
        parts.append(text[paragraph.start_char : paragraph.end_char].replace("\n", " "))
        position = paragraph.end_char
    return "".join([*parts, text[position:]])


def _find_mentions(
    document: Document, text: str, entities: Iterable[tuple[RawEntity, ...]]
) -> tuple[Mention, ...]:
    """Give the mentions of one document, read as `text`, from the model's spans a paragraph."""
    placed = [
        raw
        for paragraph, found in zip(document.paragraphs, entities, strict=True)
        for raw in _place(paragraph, found)
    ]
    candidates = make_consistent(text, clean_spans(text, placed))
    resolved = _resolve_names(text, candidates)
    return tuple(
        _make_mention(document, number, candidate, name)
        for number, (candidate, name) in enumerate(zip(candidates, resolved, strict=True), start=1)
    )


def _make_mention(
    document: Document, mention_no: int, candidate: Candidate, resolved: ResolvedName
) -> Mention:
    line_at = bisect_right(document.lines, candidate.start_char, key=attrgetter("start_char")) - 1
    return Mention(
        mention_no=mention_no,
        line_no=document.lines[line_at].line_no,
        start_char=candidate.start_char,
        end_char=candidate.end_char,
        surface=document.text[candidate.start_char : candidate.end_char],
        entity_type=candidate.entity_type,
        entity_id=make_entity_id(candidate.entity_type, resolved.name),
        entity_name=resolved.name,
        method=resolved.method.value,
        score=None,  # the model's search gives no probability
    )


def _place(paragraph: Paragraph, entities: Iterable[RawEntity]) -> list[RawEntity]:
    """Move spans of a paragraph to where the paragraph stands in its document."""
    offset = paragraph.start_char
    return [
        RawEntity(offset + raw.start_char, offset + raw.end_char, raw.label) for raw in entities
    ]


def _resolve_names(text: str, candidates: Sequence[Candidate]) -> list[ResolvedName]:
    """Give the name behind each candidate: a lone surname gets the full name of its bearer."""
    names = [normalise_name(one.name or surface_name(text, one)) for one in candidates]
    is_person = [one.entity_type is EntityType.PERSON for one in candidates]
    surnames = index_surnames(name for name, person in zip(names, is_person, strict=True) if person)
    resolved = []
    for candidate, name, person in zip(candidates, names, is_person, strict=True):
        full_name = surnames.get(name_key(name)) if person else None
        resolved.append(
            ResolvedName(full_name, Method.SURNAME)
            if full_name
            else ResolvedName(name, candidate.method)
        )
    return resolved
