"""Reads entity gold in columns: a token a line, its tag as IOB1, IOB2 or BIOES, a blank line after a sentence.

Called by the entities task. Known layouts: `token … tag` (CoNLL-2003, CrossNER, WNUT, MasakhaNER: the last column
is the tag) and `number token tag …` (WikiNEuRal, GermEval, Universal NER: the third). `# text = …` gives the
running text, unless it is but the tokens with spaces; else they are put together. `# newdoc`, `-DOCSTART-` or a
numbered file's `#<TAB>source` begins a document; without them each sentence is one. Tags are mapped to copydesk's
types; what has no counterpart is left out. Spans are brought to copydesk's convention: no leading article and no
trailing possessive, of which corpora differ (CrossNER marks `the Greens` and `Greens`).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from copydesk.evaluation.gold import read_text
from copydesk.evaluation.marked import MarkedEntity, MarkedText
from copydesk.records import EntityType

_TYPE_WORDS = {
    EntityType.PERSON: "per person politician writer musicalartist scientist researcher pers",
    EntityType.ORGANIZATION: "org organisation organization politicalparty corporation group company",
    EntityType.LOCATION: "loc location gpe country city lod",
    EntityType.NATIONALITY_OR_GROUP: "norp nationality",
    EntityType.EVENT: "event election evt",
    EntityType.PRODUCT: "prod product",
    EntityType.WORK: "creative-work work_of_art",
}
TYPES = {word: entity_type for entity_type, words in _TYPE_WORDS.items() for word in words.split()}
"""Label of a corpus, in small letters -> entity type."""

_TAG = re.compile(r"O|[BIESLU]-\S+")
_TEXT = "# text = "
_NEW_DOCUMENT = ("# newdoc", "-DOCSTART-")
_NEW_NUMBERED_DOCUMENT = (*_NEW_DOCUMENT, "#\t")  # elsewhere a lone # is a token
_OUTSIDE = "O"
_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\s?['’]s\Z", re.IGNORECASE)  # noqa: RUF001
# Tokens that stand without a space before or after them; straight quotes open and close in turn.
_CLOSES = re.compile(r"[.,;:!?%)\]}»”…]+|n't|['’](?:s|S|m|re|ve|ll|d|t)?|''")  # noqa: RUF001
_OPENS = re.compile(r"[(\[{«“‘$£€#]+|``")  # noqa: RUF001


@dataclass(frozen=True, slots=True)
class Token:
    """A token and its tag."""

    form: str
    tag: str


@dataclass(slots=True)
class _Sentence:
    tokens: list[Token]
    text: str | None = None
    is_document_start: bool = False


def read_conll(path: Path) -> Iterator[MarkedText]:
    """Give the documents of a file in columns.

    Raises:
        ValueError: A line has no tag in the expected column.
    """
    sentences = list(_sentences(read_text(path).splitlines()))
    has_documents = any(one.is_document_start for one in sentences)
    documents: list[list[_Sentence]] = []
    for one in sentences:
        if one.is_document_start or not documents or not has_documents:
            documents.append([])
        documents[-1].append(one)
    for document in documents:
        yield join([mark(one.tokens, one.text) for one in document if one.tokens])


def _sentences(lines: list[str]) -> Iterator[_Sentence]:
    is_numbered = all(
        line.split()[0].isdigit() for line in lines if line.strip() and not line.startswith("#")
    )
    openings = _NEW_NUMBERED_DOCUMENT if is_numbered else _NEW_DOCUMENT
    sentence = _Sentence([])
    for line in [*lines, ""]:
        if line.startswith(openings):
            sentence.is_document_start = True
        elif line.startswith(_TEXT):
            sentence.text = line.removeprefix(_TEXT)
        elif not line.strip():
            if sentence.tokens:
                yield sentence
                sentence = _Sentence([])
        elif not (line.startswith("# ") and (is_numbered or " = " in line)):
            sentence.tokens.append(_token(line, is_numbered=is_numbered))


def _token(line: str, *, is_numbered: bool) -> Token:
    columns = line.split("\t") if "\t" in line else line.split()
    form, tag = (columns[1], columns[2]) if is_numbered else (columns[0], columns[-1].strip())
    if not _TAG.fullmatch(tag):
        raise ValueError(f"no entity tag in {line!r}")
    return Token(form.strip(), tag)


def mark(tokens: Iterable[Token], text: str | None = None) -> MarkedText:
    """Give a sentence as running text with its entities.

    Args:
        tokens: Of the sentence.
        text: The sentence as it was; None where only the tokens are known.

    >>> mark([Token("Ann", "B-PER"), Token("Lee", "I-PER"), Token("'s", "O"), Token("car", "O")]).text
    "Ann Lee's car"
    """
    held = list(tokens)
    forms = [one.form for one in held]
    is_running = text is not None and text.split() != forms
    running = text if text is not None and is_running else detokenise(forms)
    entities: list[MarkedEntity] = []
    position, previous = 0, _OUTSIDE
    for one in held:
        start = running.index(one.form, position)
        position = start + len(one.form)
        entity_type = TYPES.get(one.tag[2:].lower())
        if entity_type is not None:
            goes_on = one.tag[0] in "IEL" and previous[2:] == one.tag[2:]
            first = entities.pop().start_char if goes_on else start
            entities.append(MarkedEntity(first, position, entity_type))
        previous = one.tag
    return MarkedText(running, tuple(trim(running, entity) for entity in entities))


def trim(text: str, entity: MarkedEntity) -> MarkedEntity:
    """Give an entity without the article before and the possessive behind its name.

    >>> trim("the Hague's", MarkedEntity(0, 11, EntityType.LOCATION)).start_char
    4
    """
    article = _ARTICLE.match(text, entity.start_char, entity.end_char)
    start = article.end() if article else entity.start_char
    possessive = _POSSESSIVE.search(text[start : entity.end_char])
    end = start + possessive.start() if possessive else entity.end_char
    return replace(entity, start_char=start, end_char=end) if start < end else entity


def detokenise(forms: Iterable[str]) -> str:
    """Put tokens together as running text.

    >>> detokenise(["He", "said", '"', "no", '"', "(", "twice", ")", "."])
    'He said "no" (twice).'
    """
    parts: list[str] = []
    is_open = False  # a straight quote
    glue = True
    for form in forms:
        is_quote = form == '"'
        closes = is_open if is_quote else bool(_CLOSES.fullmatch(form))
        parts.append(form if glue or closes else f" {form}")
        glue = (is_quote and not is_open) or bool(_OPENS.fullmatch(form))
        is_open ^= is_quote
    return "".join(parts)


def join(sentences: Iterable[MarkedText]) -> MarkedText:
    """Put the sentences of a document together, one a line."""
    texts: list[str] = []
    entities: list[MarkedEntity] = []
    offset = 0
    for one in sentences:
        texts.append(one.text)
        entities += [
            MarkedEntity(
                each.start_char + offset, each.end_char + offset, each.entity_type, each.key
            )
            for each in one.entities
        ]
        offset += len(one.text) + 1
    return MarkedText("\n".join(texts), tuple(entities))
