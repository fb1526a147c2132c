"""The sample archive is what the README says it is."""

import json
from collections import Counter
from pathlib import Path

from copydesk.records import source_name
from copydesk.store.publish import connect

RAW = Path(__file__).parent.parent.parent / "raw"


def test_it_has_the_size_and_languages_that_the_readme_tells(sample_warehouse: Path):
    """Forty stories or more of 150 to 600 words, in at least six languages; English most."""
    with connect(sample_warehouse) as connection:
        documents = connection.execute(
            "select language_code, word_count from documents where language_code not in ('zh', 'ja')"
        ).fetchall()
        languages = Counter(
            code for (code,) in connection.execute("select language_code from documents").fetchall()
        )
    assert sum(languages.values()) >= 40
    assert len(languages) >= 6
    assert languages.most_common(1)[0][0] == "en"
    assert all(150 <= words <= 650 for _, words in documents)  # counted with its page residue


def test_it_has_the_troubles_of_real_input(sample_warehouse: Path):
    """Several encodings, a copy, boilerplate, and two files and a record that are rejected with their reasons."""
    with connect(sample_warehouse) as connection:
        encodings = {
            name
            for (name,) in connection.execute(
                "select distinct encoding_name from sources"
            ).fetchall()
        }
        rejections = {
            source_name(path, member): reason_code
            for path, member, reason_code in connection.execute(
                "select path, member, reason_code from rejections"
            ).fetchall()
        }
        copies = connection.execute(
            "select count(*) from documents where source_count = 2"
        ).fetchone()
        residue = connection.execute(
            "select count(*) from lines where kind = 'boilerplate'"
        ).fetchone()
    assert {"utf-8", "utf-8-sig", "utf-16", "cp1252", "cp1251", "koi8-r", "gb18030"} <= encodings
    assert rejections == {
        "river-desk/2025-09.jsonl#rd-0924-3": "malformed",
        "scrapes/agency-logo.txt": "binary",
        "scrapes/placeholder.txt": "empty",
    }
    assert copies == (1,)
    assert residue[0] > 50


def test_languages_are_right(sample_warehouse: Path):
    """Every story of the sample archive has the language of its desk."""
    desks = {
        "al-marfa": {"ar"},
        "asia-desk": {"zh", "ja"},
        "le-quai": {"fr"},
        "meseta-digital": {"es", "pt"},
        "vostok-listok": {"ru", "uk"},
        "elbe-kurier": {"de", "en"},  # one story is mostly an English statement
        "baltic-wire": {"en"},
        "harbour-gazette": {"en"},
        "continental-review": {"en"},
        "river-desk": {"en"},  # records of one file
        "scrapes": {"en"},
    }
    with connect(sample_warehouse) as connection:
        found = connection.execute(
            "select split_part(path, '/', 1), language_code, path "
            "from sources inner join documents using (doc_id)"
        ).fetchall()
    assert [path for desk, code, path in found if code not in desks[desk]] == []


def test_given_dates_are_read(sample_warehouse: Path):
    """A day that a sidecar gives in ISO form is the document's date, with status given."""
    sidecars = {
        path.relative_to(RAW).as_posix().removesuffix(".meta.json"): json.loads(path.read_text())
        for path in RAW.rglob("*.meta.json")
    }
    given = {
        path: values["published"][:10]
        for path, values in sidecars.items()
        if values.get("published", "")[:4].isdigit()
    }
    with connect(sample_warehouse) as connection:
        found = {
            path: (str(date), status)
            for path, date, status in connection.execute(
                "select path, published_date, published_status from sources inner join documents using (doc_id)"
            ).fetchall()
        }
    assert len(given) >= 10
    assert {path: found[path] for path in given} == {
        path: (date, "given") for path, date in given.items()
    }
