"""The plan of a run: states of the raw folder and the warehouse, and what follows from them."""

from uuid import UUID

import pytest
from small_warehouse import source_table

from copydesk.annotate.registry import tables_of
from copydesk.records import DocId, ReasonCode, Rejection, SourceRef
from copydesk.store.describe import CHANGED
from copydesk.store.known import nothing_known
from copydesk.store.manifest import BatchEntry, Manifest
from copydesk.store.parquet import write_rows
from copydesk.store.plan import (
    RETOLD_STEPS,
    DocumentWork,
    Ground,
    make_plan,
    reader_fingerprint,
    split,
)
from copydesk.store.raw import source_id_of
from copydesk.store.scan import Scan
from copydesk.store.sources import SourceCounts, count_changes

NOW = {"text": "1", "dates": "1"}
EARLIER = {"text": "1", "dates": "0"}


def doc(number):
    return DocId(UUID(int=int(number)))


def source(written):
    """`path:document` or `path:document:metadata hash`."""
    path, number, *metadata = written.split(":")
    return SourceRef(path, None, doc(number), 10, metadata[0] if metadata else "")


def stored_row(item):
    return {
        "source_id": source_id_of(item.path, item.member),
        "path": item.path,
        "member": item.member,
        "doc_id": item.doc_id,
        "byte_count": item.byte_count,
        "encoding_name": "utf-8",
        "encoding_score": 1.0,
        **dict.fromkeys(("source_name", "url", "title", "author_name", "published_text")),
        **dict.fromkeys(("language_text", "metadata_warning")),
        "metadata_hash": item.metadata_hash,
        "is_primary": True,
    }


def batch(warehouse, written, fingerprints=NOW):
    sources = [source(item) for item in written.split()]
    file = write_rows(warehouse, "sources", [stored_row(item) for item in sources])
    return BatchEntry(len({item.doc_id for item in sources}), fingerprints, {"sources": file}, {})


def head_of(warehouse, batches, rejections=(), fingerprint=None):
    rows = [
        {
            "path": item.path,
            "member": item.member,
            "reason_code": str(item.reason_code),
            "detail": item.detail,
            "run_id": "run",
            "doc_id": item.doc_id,
            "fingerprint": fingerprint or reader_fingerprint(NOW),
        }
        for item in rejections
    ]
    return Manifest(
        7,
        "run",
        "2100-01-01",
        True,
        batches,
        {"rejections": write_rows(warehouse, "rejections", rows)},
    )


def plan(warehouse, head, written, clue=str, keeping=lambda _: ()):
    return make_plan(
        Ground(warehouse, head, head, clue, keeping),
        Scan(source_table(source(item) for item in written.split()), [], nothing_known()),
        NOW,
    )


def keeping_all(retold):
    return {one.now.doc_id for one in retold}


def told(work):
    """Works as `path path:document`, the first path being the one that shapes the document."""
    return [f"{' '.join(item.path for item in one.sources)}:{one.doc_id.int}" for one in work]


# Each row: state before and after, then work, dropped documents, relisted ones and the four counts.
STATES = [
    ("", "", [], "", [], (0, 0, 0, 0)),
    ("", "a:1", ["a:1"], "", [], (1, 0, 0, 0)),  # new
    ("", "b:1 a:2", ["b:1", "a:2"], "", [], (2, 0, 0, 0)),  # in the order of the scan
    ("", "a:1 b:1", ["a b:1"], "", [], (2, 0, 0, 0)),  # twice the same content: one document
    ("a:1", "a:1", [], "", [], (0, 0, 0, 1)),  # nothing
    ("a:1", "a:2", ["a:2"], "1", [], (0, 1, 0, 0)),  # edit
    ("a:1", "", [], "1", [], (0, 0, 1, 0)),  # delete
    ("a:1 b:2", "b:2", [], "1", [], (0, 0, 1, 1)),  # delete one of two
    ("a:1", "b:1", ["b:1"], "1", [], (1, 0, 1, 0)),  # rename: the path is a hint at its date
    ("a:1", "a:1 b:1", [], "", ["a b:1"], (1, 0, 0, 1)),  # a copy behind it
    ("b:1", "a:1 b:1", ["a b:1"], "1", [], (1, 0, 0, 1)),  # a copy before it: another first source
    ("a:1 b:1", "a:1", [], "", ["a:1"], (0, 0, 1, 1)),  # the copy is gone
    ("a:1 b:1", "b:1", ["b:1"], "1", [], (0, 0, 1, 1)),  # the first one is gone
    ("a:1 b:1", "a:1 b:2", ["b:2"], "", ["a:1"], (0, 1, 0, 1)),  # the copy is edited
    ("a:1", "a:1:m", ["a:1"], "1", [], (0, 1, 0, 0)),  # sidecar added
    ("a:1:m", "a:1:n", ["a:1"], "1", [], (0, 1, 0, 0)),  # sidecar changed
    ("a:1:m", "a:1", ["a:1"], "1", [], (0, 1, 0, 0)),  # sidecar removed
    ("a:1 b:1", "a:1 b:1:m", ["b a:1"], "1", [], (0, 1, 0, 1)),  # the one with a sidecar is first
    ("a:1:m b:1:m", "a:1:m b:1:n", [], "", ["a b:1"], (0, 1, 0, 1)),  # a further source's sidecar
    ("a:1 b:2", "a:2 b:1", ["a:2", "b:1"], "12", [], (0, 2, 0, 0)),  # exchanged
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "work", "dropped", "relisted", "counts"), STATES)
def test_plan_says_what_has_to_be_done(tmp_path, before, after, work, dropped, relisted, counts):
    """From two states of the sources follow the work, what is dropped, what is relisted and the counts."""
    batches = {"b": batch(tmp_path, before)} if before else {}
    made = plan(tmp_path, head_of(tmp_path, batches), after)
    assert told(made.work) == work
    assert made.dropped == ({"b": {doc(number) for number in dropped}} if dropped else {})
    assert told(made.relisted.get("b", ())) == relisted
    assert count_changes(made.before, made.after) == SourceCounts(*counts)
    assert made.is_empty == (not (work or dropped or relisted))


def test_a_moved_file_is_only_listed_anew(tmp_path):
    """Where the path says nothing else of the date, a rename costs no annotation."""
    head = head_of(tmp_path, {"b": batch(tmp_path, "a:1")})
    made = plan(tmp_path, head, "b:1", clue=lambda _: "")
    assert (made.work, made.dropped) == ((), {})
    assert told(made.relisted["b"]) == ["b:1"]


def test_without_a_warehouse_all_is_new(tmp_path):
    """The first plan needs no manifest, and makes no file."""
    made = plan(tmp_path, None, "a:1 b:2")
    assert told(made.work) == ["a:1", "b:2"]
    assert made.reasons == {"new": 2}
    assert list(tmp_path.iterdir()) == []


def test_reasons_are_counted(tmp_path):
    """The plan tells why documents are annotated."""
    batches = {"b": batch(tmp_path, "a:1 b:2"), "c": batch(tmp_path, "c:3 d:4", EARLIER)}
    made = plan(tmp_path, head_of(tmp_path, batches), "a:1 moved:2 c:3 d:4 e:5")
    assert made.reasons == {
        "new": 1,
        "metadata or date in the path changed": 1,
        "annotator changed: dates": 2,
    }


RETOLD = [
    ("a:1:m", "a:1:n", True),  # another thing is said
    ("a:1", "a:1:m", True),
    ("a:1:m", "a:1", True),
    ("a:1", "b:1", True),  # the path tells another date
    ("a:1", "a:1 b:1:m", True),  # another source is the first one
    (f"a:1:m{CHANGED}", "a:1:m", False),  # the annotators did not see what the batch says
    ("a.html:1:m", "a.html:1:n", False),  # read by a package whose version is in the hash
    ("a.html:1", "a.txt:1", False),
]


@pytest.mark.parametrize(("before", "after", "is_kept"), RETOLD)
def test_where_another_thing_is_said_only_the_dates_are_made_anew(tmp_path, before, after, is_kept):
    """If the rest of what is said shapes nothing else, and if the same text is read; else the document is."""
    batches = {"b": batch(tmp_path, before)}
    made = plan(tmp_path, head_of(tmp_path, batches), after, keeping=keeping_all)
    assert len(made.work) == (0 if is_kept else 1)
    assert [one.steps for one in made.renewals] == ([RETOLD_STEPS] if is_kept else [])
    assert made.dropped == {"b": {doc(1)}}
    assert not made.is_empty


def test_what_is_said_and_an_annotator_may_change_together(tmp_path):
    """What is outdated is done with it; another reader makes the text anew."""
    kept = plan(
        tmp_path,
        head_of(tmp_path, {"b": batch(tmp_path, "a:1", EARLIER)}),
        "a:1:m",
        keeping=keeping_all,
    )
    assert [one.steps for one in kept.renewals] == [RETOLD_STEPS | {"dates"}]
    read_otherwise = head_of(tmp_path, {"b": batch(tmp_path, "a:1", {"text": "0"})})
    assert told(plan(tmp_path, read_otherwise, "a:1:m", keeping=keeping_all).work) == ["a:1"]


def test_the_steps_of_what_is_said_anew_are_steps():
    """The plan names them; the registry says what they hold."""
    assert set(tables_of(RETOLD_STEPS)) == {
        *("sources", "source_metadata"),
        *("dates", "document_dates", "date_evidence"),
    }


def test_a_new_annotator_renews_its_documents(tmp_path):
    """Documents of a batch made by another version are annotated in part; sources count as unchanged."""
    batches = {"new": batch(tmp_path, "a:1"), "old": batch(tmp_path, "b:2 c:3", EARLIER)}
    made = plan(tmp_path, head_of(tmp_path, batches), "a:1 b:2 c:3")
    assert made.work == ()
    [renewal] = made.renewals
    assert (renewal.batch_id, renewal.batch, renewal.steps) == ("old", batches["old"], {"dates"})
    assert told(renewal.work) == ["b:2", "c:3"]
    assert made.dropped == {"old": {doc(2), doc(3)}}
    assert count_changes(made.before, made.after) == SourceCounts(0, 0, 0, 3)


def test_a_new_reader_redoes_its_documents(tmp_path):
    """Where the text may be another, nothing that is stored is used."""
    head = head_of(tmp_path, {"old": batch(tmp_path, "b:2 c:3", {"text": "0", "dates": "1"})})
    made = plan(tmp_path, head, "b:2 c:3")
    assert (told(made.work), made.renewals) == (["b:2", "c:3"], ())
    assert made.dropped == {"old": {doc(2), doc(3)}}


def test_a_batch_that_lacks_an_annotator_is_renewed(tmp_path):
    """A batch of before an annotator was there is annotated by it; one too many is no matter."""
    batches = {
        "before": batch(tmp_path, "a:1", {"text": "1"}),
        "after": batch(tmp_path, "b:2", {**NOW, "gone": "1"}),
    }
    made = plan(tmp_path, head_of(tmp_path, batches), "a:1 b:2")
    assert [told(renewal.work) for renewal in made.renewals] == [["a:1"]]


@pytest.mark.parametrize("after", ["a:1 copy:1", "moved:1"])
def test_other_sources_and_a_new_annotator_are_read_anew(tmp_path, after):
    """The stored text is used only where the document's sources are as they were."""
    head = head_of(tmp_path, {"old": batch(tmp_path, "a:1", EARLIER)})
    made = plan(tmp_path, head, after, clue=lambda _: "")
    assert ([work.doc_id for work in made.work], made.renewals) == ([doc(1)], ())


def test_of_two_holdings_the_current_one_stays(tmp_path):
    """A killed renewal leaves a document in its old batch too: the new one is used, nothing is redone."""
    batches = {"old": batch(tmp_path, "a:1", EARLIER), "young": batch(tmp_path, "a:1")}
    made = plan(tmp_path, head_of(tmp_path, batches), "a:1")
    assert (made.work, made.renewals, made.dropped) == ((), (), {"old": {doc(1)}})


@pytest.mark.parametrize(
    ("after", "kept", "work"),
    [("a:1", "one", []), ("a:1:m", "two", []), ("a:1:n", None, ["a:1"]), ("", None, [])],
)
def test_a_document_held_twice_is_kept_once(tmp_path, after, kept, work):
    """A killed run leaves a document in two batches: the one that fits stays, the other goes."""
    batches = {"one": batch(tmp_path, "a:1"), "two": batch(tmp_path, "a:1:m")}
    made = plan(tmp_path, head_of(tmp_path, batches), after)
    assert told(made.work) == work
    assert made.dropped == {name: {doc(1)} for name in batches if name != kept}


def rejection(path, number, code=ReasonCode.BINARY):
    return Rejection(path, None, code, "why", None if number is None else doc(number))


REJECTED = [
    (rejection("a", 1), "a:1", True, []),  # unchanged: not read again
    (rejection("a", 1), "a:1:m", True, []),  # its sidecar is of no matter
    (rejection("a", 1), "a:2", False, ["a:2"]),  # another content: tried
    (rejection("a", 1), "", False, []),  # gone
    (rejection("a", 1), "b:1", False, ["b:1"]),  # renamed: tried
    (rejection("a", 1), "a:1 b:1", False, ["a b:1"]),  # a new copy: both tried
    (rejection("a", 1, ReasonCode.CHANGED_WHILE_READ), "a:1", False, ["a:1"]),
    (rejection("a", 1, ReasonCode.UNREADABLE), "a:1", False, ["a:1"]),
    (rejection("a", None, ReasonCode.UNSUPPORTED_TYPE), "a:1", False, ["a:1"]),  # discovery's own
    (rejection("a", 1, ReasonCode.ANNOTATION_FAILED), "a:1", False, ["a:1"]),
]


@pytest.mark.parametrize(("before", "after", "is_kept", "work"), REJECTED)
def test_rejections_are_kept_while_nothing_changed(tmp_path, before, after, is_kept, work):
    """A rejected source is tried again when its content is another or lies elsewhere too, and only then."""
    made = plan(tmp_path, head_of(tmp_path, {}, [before]), after)
    assert made.rejections == ((before,) if is_kept else ())
    assert told(made.work) == work


def test_a_new_reader_tries_rejected_sources_again(tmp_path):
    """What another reader rejected may be a document today."""
    head = head_of(tmp_path, {}, [rejection("a", 1)], "another")
    made = plan(tmp_path, head, "a:1")
    assert made.rejections == ()
    assert told(made.work) == ["a:1"]


def test_discovery_s_rejections_are_passed_on(tmp_path):
    """What the scan rejects stands in the plan before what is kept from earlier."""
    now, earlier = rejection("z.png", None, ReasonCode.UNSUPPORTED_TYPE), rejection("a", 1)
    found = Scan(source_table([source("a:1")]), [now], nothing_known())
    head = head_of(tmp_path, {}, [earlier])
    ground = Ground(tmp_path, head, head, str, lambda _: ())
    made = make_plan(ground, found, NOW)
    assert made.rejections == (now, earlier)


def work_of(*sizes):
    return [
        DocumentWork(doc(number), (SourceRef(f"{number:03}", None, doc(number), size, ""),))
        for number, size in enumerate(sizes)
    ]


CUTS = [
    ((), 2, 100, []),
    ((1, 1, 1), 2, 100, [2, 1]),  # by number
    ((1, 1, 1), 3, 100, [3]),
    ((60, 40, 1), 9, 100, [2, 1]),  # by size, which is inclusive
    ((60, 41, 1), 9, 100, [1, 2]),
    ((500, 1, 500), 9, 100, [1, 1, 1]),  # a giant goes alone
    ((0, 0, 0), 1, 1, [1, 1, 1]),
]


@pytest.mark.parametrize(("sizes", "documents", "byte_count", "expected"), CUTS)
def test_split_keeps_its_bounds(sizes, documents, byte_count, expected):
    """Batches hold all the work in order, within both bounds."""
    work = work_of(*sizes)
    batches = split(work, documents=documents, byte_count=byte_count)
    assert [len(items) for items in batches] == expected
    assert [item for items in batches for item in items] == work
