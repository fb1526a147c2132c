"""Finds the entity mentions of documents: model, clean-up, document consistency, identity.

The annotator proper: `copydesk.annotate.entities` gives it its name and version, the pipeline calls
it with a batch. A pure function of each document: no other document of the batch has a say.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from copydesk.annotate.entities.coherence import surface_name
from copydesk.annotate.entities.countries import is_country
from copydesk.annotate.entities.engines import EngineSet, RawEntity
from copydesk.annotate.entities.identity import (
    index_surnames,
    name_key,
    normalise_name,
)
from copydesk.annotate.entities.layer import refine
from copydesk.annotate.entities.spans import Candidate, Method, clean_spans
from copydesk.annotate.entities.surroundings import (
    NamedCandidate,
    Surroundings,
    read_surroundings,
)
from copydesk.annotate.entities.truecase import truecase_lines
from copydesk.annotate.entities.words import ENGLISH, LanguageWords, words_of
from copydesk.records import Document, EntityType, LanguageGuess, Mention, Paragraph, PlaceKind

ForeignParagraphs = Mapping[int, str]
"""First line of a paragraph -> its language, for those that are surely in another than their document's."""
SURE_SCORE = 0.95
"""A paragraph that is less surely in another language than its document is read in the document's."""


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """What an engine says of a paragraph.

    Attributes:
        language_code: It was read in.
        engine: Name and version; empty where the language has none.
        entities: Spans, in code points of the paragraph.
    """

    language_code: str
    engine: str = ""
    entities: tuple[RawEntity, ...] = ()


@dataclass(frozen=True, slots=True)
class ResolvedName:
    """The normalised name of the entity behind a mention, and how the mention came by it."""

    name: str
    method: Method


def annotate(
    documents: Sequence[Document],
    language_codes: Sequence[str],
    engines: EngineSet,
    foreign: Sequence[ForeignParagraphs] | None = None,
) -> list[tuple[Mention, ...]]:
    """Give the entity mentions of a batch of documents.

    Args:
        documents: The batch. The larger, the better the models are fed; the result is the same.
        language_codes: Language of each document, in the same order.
        engines: From `load`.
        foreign: For each document its paragraphs in another language; None where there are none.

    Returns:
        Rows of `mentions` (grain: entity mention) for each document, in the order given: by position
        and without overlaps. Paragraphs in a language without an engine have none.

    Raises:
        ValueError: There are not as many language codes as documents.
        ConfigError: An engine does not load.
    """
    others = foreign if foreign is not None else [{}] * len(documents)
    read_texts, codes = [], []
    for document, code, other in zip(documents, language_codes, others, strict=True):
        codes.append([other.get(one.line_no, code) for one in document.paragraphs])
        is_read = any(engines.engine_for(one) is not None for one in set(codes[-1]))
        read_texts.append(read_text(document, words_of(code)) if is_read else None)
    found = _recognise(documents, read_texts, codes, engines)
    return [
        () if text is None else _find_mentions(document, text, read, code)
        for document, text, read, code in zip(
            documents, read_texts, found, language_codes, strict=True
        )
    ]


def foreign_paragraphs(guesses: Iterable[LanguageGuess]) -> ForeignParagraphs:
    """Give the paragraphs that are surely in another language than their document.

    Args:
        guesses: Rows of `languages` for one document, its own language first.
    """
    own, found = "", dict[int, str]()
    for one in guesses:
        if one.line_no is None:
            own = own or one.language_code
        elif one.language_code != own and one.score >= SURE_SCORE:
            found[one.line_no] = one.language_code
    return found


def _recognise(
    documents: Sequence[Document],
    texts: Sequence[str | None],
    codes: Sequence[Sequence[str]],
    engines: EngineSet,
) -> list[list[ReadParagraph]]:
    """Give what is found in each paragraph of each document; every language's engine is asked once."""
    found = [[ReadParagraph(code) for code in own] for own in codes]
    by_code: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for number, (document, text) in enumerate(zip(documents, texts, strict=True)):
        for place, paragraph in enumerate(document.paragraphs if text is not None else ()):
            piece = (text or "")[paragraph.start_char : paragraph.end_char]
            by_code[codes[number][place]].append((number, place, piece))
    for code, read in by_code.items():
        engine = engines.engine_for(code)
        if engine is not None:
            told = f"{engine.name} {engine.version}"
            entities = engine.recognize([piece for _, _, piece in read])
            for (number, place, _), one in zip(read, entities, strict=True):
                found[number][place] = ReadParagraph(code, told, one)
    return found


def read_text(document: Document, words: LanguageWords = ENGLISH) -> str:
    """Give the document's text as the model reads it: as long as it, lines joined, no all-caps.

    Newlines stay only between paragraphs, where no name may reach across.
    """
    text = "\n".join(truecase_lines(document.text.split("\n"), words))
    parts, position = [], 0
    for paragraph in document.paragraphs:
        parts.append(text[position : paragraph.start_char])
        parts.append(text[paragraph.start_char : paragraph.end_char].replace("\n", " "))
        position = paragraph.end_char
    return "".join([*parts, text[position:]])


def _find_mentions(
    document: Document, text: str, found: Sequence[ReadParagraph], language_code: str
) -> tuple[Mention, ...]:
    """Give the mentions of one document, read as `text`, from what was found in its paragraphs."""
    cleaned = [
        candidate
        for paragraph, read in zip(document.paragraphs, found, strict=True)
        for candidate in clean_spans(
            text, _place(paragraph, read.entities), words_of(read.language_code)
        )
    ]
    candidates = refine(text, cleaned, words_of(language_code))
    resolved = _resolve_names(text, candidates)
    starts = [paragraph.start_char for paragraph in document.paragraphs]
    read = [found[bisect_right(starts, one.start_char) - 1] for one in candidates]
    named = [
        NamedCandidate(one, name.name, paragraph.language_code)
        for one, name, paragraph in zip(candidates, resolved, read, strict=True)
    ]
    around = read_surroundings(document, text, named)
    engines = [paragraph.engine for paragraph in read]
    mentions = [
        _make_mention(document, *parts)
        for parts in zip(candidates, resolved, engines, around, strict=True)
    ]
    return tuple(replace(one, mention_no=number) for number, one in enumerate(mentions, start=1))


def _make_mention(
    document: Document,
    candidate: Candidate,
    resolved: ResolvedName,
    engine: str,
    around: Surroundings,
) -> Mention:
    """Give a mention, not numbered yet."""
    line_at = bisect_right(document.lines, candidate.start_char, key=attrgetter("start_char")) - 1
    return Mention(
        mention_no=0,
        line_no=document.lines[line_at].line_no,
        start_char=candidate.start_char,
        end_char=candidate.end_char,
        surface=document.text[candidate.start_char : candidate.end_char],
        entity_type=candidate.entity_type,
        subtype=_place_kind(candidate, resolved.name),
        entity_name=resolved.name,
        method=resolved.method.value,
        score=None,  # the model's search gives no probability
        engine=engine,
        container_name=around.container_name,
        is_in_dateline=around.is_in_dateline,
        is_said_of_government=around.is_said_of_government,
    )


def _place_kind(candidate: Candidate, name: str) -> PlaceKind | None:
    """Give what kind of place a candidate is: a state by its name, else as the engine's label tells."""
    if candidate.entity_type is not EntityType.LOCATION:
        return None
    return PlaceKind.COUNTRY if is_country(name) else candidate.subtype


def _place(paragraph: Paragraph, entities: Iterable[RawEntity]) -> list[RawEntity]:
    """Move spans of a paragraph to where the paragraph stands in its document."""
    offset = paragraph.start_char
    return [
        RawEntity(offset + raw.start_char, offset + raw.end_char, raw.label, raw.names)
        for raw in entities
    ]


def _resolve_names(text: str, candidates: Sequence[Candidate]) -> list[ResolvedName]:
    """Give the name behind each candidate: a lone surname gets the full name of its bearer."""
    names = [normalise_name(_own_name(text, one)) for one in candidates]
    is_person = [one.entity_type is EntityType.PERSON for one in candidates]
    surnames = index_surnames(name for name, person in zip(names, is_person, strict=True) if person)
    resolved = []
    for candidate, name, person in zip(candidates, names, is_person, strict=True):
        forms = (name, *candidate.bases) if person else ()
        full_names = {surnames[key] for key in map(name_key, forms) if key in surnames}
        resolved.append(
            ResolvedName(full_names.pop(), Method.SURNAME)
            if len(full_names) == 1
            else ResolvedName(name, candidate.method)
        )
    return resolved


def _own_name(text: str, candidate: Candidate) -> str:
    """Give the name that a candidate itself tells: in its base form where there is but one."""
    own_base = candidate.bases[0] if len(candidate.bases) == 1 else None
    return candidate.name or own_base or surface_name(text, candidate)
