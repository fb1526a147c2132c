"""What holds for any history: the warehouse equals a clean build of the raw folder, and counts add up."""

import json
import shutil
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID
from zipfile import ZipFile, ZipInfo

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from other_annotators import all_dutch, first_only, long_ago, release, withdraw
from small_warehouse import (
    HARBOUR,
    LIGHTHOUSE,
    SOAK,
    WHARF,
    crash,
    run,
    settings_of,
    source_table,
    ticking_clock,
    unlisted,
    views,
)

from copydesk.checks import run_checks
from copydesk.maintenance import maintain
from copydesk.records import DocId, SourceRef
from copydesk.store.plan import DocumentWork, split
from copydesk.store.sources import count_changes

FILES = ["a.txt", "b.md", "2025-03-04-c.txt", "nord/d.txt", "nord/süd/e"]
CONTAINERS = ["feed.jsonl", "nord/box.zip"]
NAMES = st.sampled_from([*FILES, *CONTAINERS])
SHARE = "\n\nEin Blatt für Nordstadt und das Land am Deich\n"
"""A line that recurs: whether it is boilerplate depends on what else is in the folder."""
TEXTS = [
    HARBOUR,
    LIGHTHOUSE,
    WHARF,
    HARBOUR + SHARE,
    LIGHTHOUSE + SHARE,
    WHARF + SHARE,
    LIGHTHOUSE + "\nLa visite est fixée au 03/04/2025, dit le maire vendredi.\n",
    *(
        f"Neuer Markt\n\n{where} baut einen Markt. Der Rat von Paris will am 14.03.2025 beraten.\n"
        for where in (
            "PARIS, 14. März (dpa) - Die Stadt",
            "Paris (Texas)",
            "London (Kanada), nicht Paris,",
        )
    ),
    "",
    "\x00\x01" * 99,
]
CONTENTS = st.sampled_from(TEXTS).map(str.encode)
SIDECARS = st.sampled_from(
    [
        '{"title": "Eins"}',
        '{"source_name": "Nordpost"}',
        "{torn",
        *(f'{{"published": "2025-03-{day:02}"}}' for day in (4, 5, 17)),
        '{"title": "Eins", "published": "2025-03-17"}',
        '{"url": "https://nordpost.example/2025/03/18/hafen", "author": "Ada Penn"}',
    ]
)
RECORDS = st.lists(
    st.fixed_dictionaries(
        {"text": st.sampled_from(TEXTS)},
        optional={
            "id": st.integers(1, 3),
            "title": st.sampled_from(["Eins", "Zwei"]),
            "date": st.sampled_from(["2025-03-04", "2025-03-17"]),
        },
    ),
    max_size=4,
)
MEMBERS = st.dictionaries(
    st.sampled_from([*FILES, "a.txt.meta.json", "feed.jsonl", "../out.txt"]), CONTENTS, max_size=4
)
PATH_RULES = st.sampled_from([(), ({"pattern": "(?P<source_name>nord)/"},)])
ORDERS = st.sampled_from([[], [{"order": "mdy", "source": "nord*"}], [{"order": "mdy"}]])
RULES = st.sampled_from(
    [
        '[[rule]]\naction = "drop"\npattern = "Nordstadt"\nsource = "nord*"\n',
        '[[rule]]\naction = "keep"\npattern = "Deich$"\n',
        "",
    ]
)
UPGRADES = [("dates", long_ago), ("sentences", first_only), ("language", all_dutch), None]
BATCHES = st.sampled_from([1, 2, 100])


class History(RuleBasedStateMachine):
    """A raw folder that people work in while runs, releases and maintenance come and go, some runs killed."""

    def __init__(self):
        super().__init__()
        self.folder = TemporaryDirectory()
        self.project = Path(self.folder.name)
        self.raw = self.project / "raw"
        self.raw.mkdir()
        self.clock = ticking_clock()
        self.rules = ()
        self.orders = []

    @initialize(files=st.dictionaries(NAMES, CONTENTS, min_size=1, max_size=4))
    def start(self, files):
        for name, content in files.items():
            self.write(name, content)

    @rule(name=NAMES, content=CONTENTS)
    def write(self, name, content):
        path = self.raw / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    @rule(records=RECORDS)
    def feed(self, records):
        """Write a file of records, or one with other records."""
        self.write("feed.jsonl", "\n".join(map(json.dumps, records)).encode())

    @rule(members=MEMBERS)
    def pack(self, members):
        """Write an archive, or one with other members."""
        packed = BytesIO()
        with ZipFile(packed, "w") as box:
            for name, content in members.items():
                box.writestr(ZipInfo(name), content)
        self.write("nord/box.zip", packed.getvalue())

    @rule(rules=PATH_RULES)
    def say(self, rules):
        """Let paths say what they say, or nothing."""
        self.rules = rules

    @rule(orders=ORDERS)
    def order(self, orders):
        """Say how dates in digits are written."""
        self.orders = orders

    @precondition(lambda self: self.files())
    @rule(data=st.data())
    def delete(self, data):
        data.draw(st.sampled_from(self.files())).unlink()

    @precondition(lambda self: self.files())
    @rule(data=st.data(), name=NAMES)
    def rename(self, data, name):
        target = self.raw / name
        target.parent.mkdir(parents=True, exist_ok=True)
        data.draw(st.sampled_from(self.files())).rename(target)

    @precondition(lambda self: self.files())
    @rule(data=st.data(), content=SIDECARS)
    def retell(self, data, content):
        """Say another thing of a file that is there."""
        name = data.draw(st.sampled_from(self.files())).relative_to(self.raw)
        self.write(f"{str(name).removesuffix('.meta.json')}.meta.json", content.encode())

    @rule(name=NAMES, content=SIDECARS)
    def describe(self, name, content):
        self.write(f"{name}.meta.json", content.encode())

    @rule(batch_documents=BATCHES)
    def run(self, batch_documents):
        self.settle(batch_documents=batch_documents)

    @rule(batch_documents=BATCHES)
    def crash(self, batch_documents):
        crash(self.project, self.raw, batch_documents=batch_documents, **self.said())

    @rule(name=NAMES)
    def take_back(self, name):
        """Remove a sidecar, if there is one."""
        (self.raw / f"{name}.meta.json").unlink(missing_ok=True)

    @rule(batch_documents=BATCHES)
    def verify(self, batch_documents):
        """Lose the scan cache: every file is read."""
        shutil.rmtree(self.project / "warehouse" / "cache", ignore_errors=True)
        self.settle(batch_documents=batch_documents)

    @rule(change=st.sampled_from(UPGRADES))
    def upgrade(self, change):
        """Install another version of an annotator, or go back to the one there is."""
        if change is None:
            withdraw()
        else:
            name, wrap = change
            release(name, "next", wrap)

    @rule(rules=RULES)
    def decide(self, rules):
        """Edit the user's rules for lines."""
        (self.project / "line_rules.toml").write_text(rules)

    @precondition(lambda self: (self.project / "warehouse" / "log").is_dir())
    @rule(
        small_batches=st.integers(0, 2),
        batch_documents=st.integers(1, 3),
        keep_versions=st.integers(1, 3),
    )
    def maintain(self, small_batches, batch_documents, keep_versions):
        """Merge, publish and let old versions go: no row that readers see changes."""
        before = views(self.project / "warehouse")
        thresholds = {
            "small_batches": small_batches,
            "batch_documents": batch_documents,
            "keep_versions": keep_versions,
            "grace_hours": 0,
        }
        maintain(settings_of(self.project, self.raw, maintain=thresholds), self.clock)
        assert views(self.project / "warehouse") == before

    def settle(self, project="", **overrides):
        """Do a whole run, into the project's warehouse or that of another one inside it."""
        given = {"clock": self.clock, **self.said(), **overrides}
        return run(self.project / project, self.raw, **given)

    def said(self):
        """What the settings say."""
        return {"path_rules": self.rules, "dates": {"order": self.orders}}

    def files(self):
        """All files, sidecars too, in a fixed order."""
        return sorted(path for path in self.raw.rglob("*") if path.is_file())

    def teardown(self):
        try:
            _, warehouse = self.settle()
            (self.project / "clean").mkdir()
            if (self.project / "line_rules.toml").exists():
                shutil.copy(self.project / "line_rules.toml", self.project / "clean")
            _, clean = self.settle("clean")
            assert views(warehouse) == views(clean)
            withdraw()  # a stand-in may leave dates outside of its sentences, which a check tells
            self.settle()
            assert [result for result in run_checks(warehouse) if result.bad_count] == []
            assert unlisted(warehouse) == []
        finally:
            withdraw()
            self.folder.cleanup()


History.TestCase.settings = settings(
    max_examples=20 * SOAK,
    stateful_step_count=10,
    deadline=None,
    database=None,
    phases=[Phase.generate],  # every step writes files: shrinking would take minutes
    suppress_health_check=list(HealthCheck),
)
TestAnyHistoryEqualsACleanBuild = History.TestCase

KEYS = st.tuples(st.sampled_from("abcdef"), st.sampled_from([None, "m"]))
STATES = st.dictionaries(
    KEYS, st.tuples(st.integers(0, 2).map(lambda n: DocId(UUID(int=n))), st.sampled_from(["", "h"]))
)


def table_of(states):
    """Return a state of the sources, given as place -> document and metadata hash, as a table."""
    return source_table(
        SourceRef(path, member, doc_id, 1, metadata_hash)
        for (path, member), (doc_id, metadata_hash) in states.items()
    )


@settings(max_examples=200, deadline=None)
@given(STATES, STATES)
def test_counts_add_up(before, after):
    """Added, changed and unchanged are all sources now; removed, changed and unchanged all before."""
    counts = count_changes(table_of(before), table_of(after))
    assert counts.added + counts.changed + counts.unchanged == len(after)
    assert counts.removed + counts.changed + counts.unchanged == len(before)
    assert min(counts.added, counts.changed, counts.removed, counts.unchanged) >= 0


@settings(max_examples=50, deadline=None)
@given(STATES)
def test_nothing_changes_against_oneself(state):
    """A state compared with itself has unchanged sources only."""
    counts = count_changes(table_of(state), table_of(state))
    assert (counts.added, counts.changed, counts.removed) == (0, 0, 0)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.integers(0, 50), max_size=30),
    st.integers(1, 8),
    st.integers(1, 100),
)
def test_split_cuts_and_loses_nothing(sizes, documents, byte_count):
    """Batches are the work in order, none is empty, and only a giant alone is above the bound."""
    work = [
        DocumentWork(DocId(UUID(int=i)), (SourceRef(str(i), None, DocId(UUID(int=i)), size, ""),))
        for i, size in enumerate(sizes)
    ]
    batches = split(work, documents=documents, byte_count=byte_count)
    assert [document for batch in batches for document in batch] == work
    for batch in batches:
        assert 1 <= len(batch) <= documents
        assert len(batch) == 1 or sum(document.byte_count for document in batch) <= byte_count
