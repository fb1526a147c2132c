"""Columns for training and scoring taggers: a token a line, tags in IOB2, a blank line after each sentence.

The columns are token, start, end (code points of the document's text), time expression, name. Readers of CoNLL files
that take the first and the last column get tokens and names. Titles and body lines only.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from copydesk.export.documents import ExportedDocument, Row
from copydesk.export.tokens import Label, find_tokens, iob2, join_across, without_overlaps
from copydesk.records import EntityType, Span

NAME = "documents.conll"
VIEWS = ("sentences", "mentions", "dates")
COLUMNS = "# columns = FORM START END TIMEX NER"
TYPES: Mapping[EntityType, str] = {
    EntityType.PERSON: "PER",
    EntityType.ORGANIZATION: "ORG",
    EntityType.LOCATION: "LOC",
    EntityType.NATIONALITY_OR_GROUP: "NORP",
    EntityType.EVENT: "EVENT",
    EntityType.LAW: "LAW",
    EntityType.PRODUCT: "PRODUCT",
    EntityType.WORK: "WORK_OF_ART",
}
"""Entity type -> tag: CoNLL-2003's for the three that it has, OntoNotes' for the others."""


def write_conll(documents: Iterable[ExportedDocument], folder: Path) -> None:
    """Write `documents.conll`."""
    with (folder / NAME).open("w", encoding="utf-8", newline="\n") as file:
        file.write(f"{COLUMNS}\n")
        for document in documents:
            file.writelines(f"{line}\n" for line in lines_of(document))


def lines_of(document: ExportedDocument) -> Iterator[str]:
    """Give the lines of a document: its id, then its sentences with a blank line after each."""
    names = without_overlaps(_labels(document.rows["mentions"], "entity_type", TYPES))
    times = without_overlaps(_labels(document.rows["dates"], "timex_type"))
    both = sorted([*names, *times], key=lambda label: label.span.start_char)
    cuts = sorted({end for one in both for end in (one.span.start_char, one.span.end_char)})
    sentences = (Span(row["start_char"], row["end_char"]) for row in document.rows["sentences"])
    yield f"# newdoc id = {document.doc_id}"
    for sentence in join_across(sentences, both):
        tokens = find_tokens(document.text, sentence, cuts)
        if not tokens:
            continue
        for token, time, name in zip(tokens, iob2(tokens, times), iob2(tokens, names), strict=True):
            form = document.text[token.start_char : token.end_char]
            yield f"{form}\t{token.start_char}\t{token.end_char}\t{time}\t{name}"
        yield ""


def _labels(
    rows: Sequence[Row], column: str, types: Mapping[EntityType, str] | None = None
) -> Iterator[Label]:
    for row in rows:
        name = row[column] if types is None else types[EntityType(row[column])]
        yield Label(Span(row["start_char"], row["end_char"]), name)
