"""The sample archive's stored operations, resolved under other dates, against a full annotation under those."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from copydesk.annotate.dates import annotate, resolve_again, with_metadata
from copydesk.annotate.dates.compiled import language
from copydesk.records import DocId, Document, Metadata
from copydesk.store.publish import connect
from copydesk.text import segment

PUBLISHED = [None, "1987-02-28", "2025-03", "2025-09-30", "31/12/1999", "2024"]


def document(text, published):
    lines = segment.lines(text)
    paragraphs = segment.paragraphs(text, lines)
    metadata = Metadata(published_text=published)
    return Document(DocId(UUID(int=1)), text, lines, paragraphs, metadata)


@pytest.mark.parametrize("before", PUBLISHED)
def test_stored_operations_give_what_the_text_gives(sample_warehouse: Path, before):
    """Whichever date came first, resolving again under another one is as good as reading the text again."""
    after = PUBLISHED[PUBLISHED.index(before) - 1]
    with connect(sample_warehouse) as connection:
        texts = connection.sql("select text, language_code from documents").fetchall()
    for text, code in texts:
        stored = annotate(document(text, before), code)
        evidence = with_metadata(
            stored.evidence, Metadata(published_text=after), "", language(code)
        )
        again = resolve_again(replace(stored, evidence=evidence))
        assert again == annotate(document(text, after), code)
