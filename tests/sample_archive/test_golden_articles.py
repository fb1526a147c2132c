"""Whole articles of the sample archive with everything that is said of them, marked inline.

A golden file shows the text with its lines' kinds in front, entities as [surface|TYPE] and dates as
{surface|value}. `make golden` writes them anew; the diff is what to review.
"""

import os
from pathlib import Path

import pytest

from copydesk.store.publish import connect

FOLDER = Path(__file__).parent / "golden"
ARTICLES = [
    # English wire copy, hard-wrapped, with a dateline that lacks the year.
    "baltic-wire/2025/03/bw0147-lithuania-port-terminal.txt",
    # English, with the residue of a news site and a sidecar.
    "harbour-gazette/koreas-initial-fishing-accord.txt",
    # English in Windows-1252 with a date line below the title.
    "continental-review/a-quiet-night-in-liege.txt",
    # English without any date: everything relative stays open.
    "scrapes/trieste-golden-bora.txt",
    # German, French, Russian (KOI8-R) and Chinese (GB18030).
    "elbe-kurier/20250319-hafenstreik-klaipeda.txt",
    "le-quai/2025-04-17-douarnenez-conserverie.txt",
    "vostok-listok/vl-2025-09-12-karakol-yabloki.txt",
    "asia-desk/ad-sc-20250506-panmunjom-yuye.txt",
]


def marked(warehouse: Path, path: str) -> str:
    """Return an article as its golden file shows it."""
    with connect(warehouse) as connection:
        doc_id, text, *head = connection.execute(
            "select doc_id, text, title, language_code, published_date, published_status "
            "from documents where doc_id = (select doc_id from sources where path = ?)",
            [path],
        ).fetchone()
        lines = connection.execute(
            "select start_char, end_char, kind, reason from lines where doc_id = ? order by line_no",
            [doc_id],
        ).fetchall()
        marks = connection.execute(
            "select start_char, end_char, '[', '|' || entity_type || ']' from all_mentions where doc_id = ? "
            "union all select start_char, end_char, '{', '|' || value || '}' from all_dates where doc_id = ?",
            [doc_id, doc_id],
        ).fetchall()
    inserts = [(start, 1, opening) for start, _, opening, _ in marks]
    inserts += [(end, 0, closing) for _, end, _, closing in marks]
    inserts += [
        (start, 2, f"{kind} ({reason}): ") for start, _, kind, reason in lines if kind != "body"
    ]
    pieces, at = [], 0
    for position, _, insert in sorted(inserts, key=lambda item: (item[0], item[1] == 1, item[1])):
        pieces += [text[at:position], insert]
        at = position
    pieces.append(text[at:])
    return "\n".join(map(str, head)) + "\n---\n" + "".join(pieces)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: Path(path).stem)
def test_article_is_annotated_as_its_golden_file_says(path, sample_warehouse):
    """Language, date, kinds of lines, entities and time expressions of an article have not changed."""
    golden = FOLDER / (path.replace("/", "__"))
    found = marked(sample_warehouse, path)
    if os.environ.get("UPDATE_GOLDEN"):
        FOLDER.mkdir(exist_ok=True)
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")
