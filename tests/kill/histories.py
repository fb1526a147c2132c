"""What happens to a project in these tests: people change files, runs and maintenances come, readers look."""

from collections import Counter
from collections.abc import Callable
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

from deaths import die_at
from processes import CONTEXT, Child, call
from small_warehouse import TINY, rows, settings_of, ticking_clock, views, write_files

from copydesk import faults, pipeline
from copydesk.checks import run_checks
from copydesk.faults import FaultPoint
from copydesk.maintenance import maintain as maintain_warehouse
from copydesk.store.integrity import find_damage
from copydesk.store.manifest import read_versions
from copydesk.store.publish import connect, read_sql

Job = Callable[..., object]
YEARS = count(2100)
"""Every run of a test starts a year after the one before, whatever real time is."""
SMALL_BATCHES = 4
"""Documents a batch: a run has three batches or so."""
MAINTENANCE = {"small_batches": 1, "batch_documents": 12, "keep_versions": 3, "grace_hours": 0}
STORY = (
    "Meldung {number}\n\nDer Rat der Stadt hat am {day:02}.03.2025 den Haushalt Nummer {number} beschlossen. "
    "Dagegen stimmten {edition} Mitglieder, wie die Verwaltung mitteilte.\n"
)
RETOLD = (
    '{{"title": "Streik im Hafen", "source_name": "Nordpost", "published": "2025-03-{day:02}"}}'
)
"""Says of a file of TINY what is said of it there, and a date."""
COUNTS = """
    select
        (select version from warehouse_version),
        count(*),
        (select count(*) from document_dates),
        (select count(distinct doc_id) from lines),
        (select count(distinct doc_id) from sources),
        sum(source_count),
        (select count(*) from sources)
    from documents
"""
"""The version, four counts of documents, two counts of sources."""


def story(number: int, edition: int = 0) -> str:
    return STORY.format(number=number, edition=edition, day=number % 28 + 1)


def start_project(project: Path) -> Path:
    """Make a raw folder of nine files and return the project."""
    stories = {f"rat/{number}.txt": story(number) for number in range(5)}
    write_files(project / "raw", {**TINY, **stories})
    return project


def change(raw: Path, number: int) -> None:
    """Edit, describe, add, rename and delete files, each time others."""
    write_files(
        raw,
        {
            f"rat/{number % 5}.txt": story(number % 5, number + 1),
            f"rat/{(number + 2) % 5}.txt.meta.json": f'{{"title": "Titel {number}"}}',
            "nord/hafen.txt.meta.json": RETOLD.format(day=number % 28 + 1),
            f"neu/{number}.txt": story(100 + number),
            f"neu/2025-04-{number % 28 + 1:02}-{number}.txt": story(500 + number),
        },
    )
    renamed = raw / f"neu/{number - 1}.txt"
    if renamed.exists():
        renamed.rename(raw / f"neu/alt-{number - 1}.txt")
    for gone in (f"neu/alt-{number - 2}.txt", "phare.md", "nord/kopie.txt"):
        (raw / gone).unlink(missing_ok=True)
    for gone in raw.glob(f"neu/2025-*-{number - 2}.txt"):
        gone.unlink()


def run(project: Path, raw: Path, year: int) -> object:
    """Do a whole run in small batches."""
    settings = settings_of(project, raw, batch_documents=SMALL_BATCHES)
    return pipeline.run(settings, ticking_clock(year))


def maintain(project: Path, raw: Path, year: int) -> object:
    """Do a whole maintenance that merges and expires as much as it may."""
    settings = settings_of(project, raw, maintain=MAINTENANCE)
    return maintain_warehouse(settings, ticking_clock(year))


def dying(point: FaultPoint, nth: int, job: Job, *arguments: object) -> None:
    """Do a job that is killed on the way."""
    die_at(point, nth)
    job(*arguments)


def recorded(job: Job, *arguments: object) -> Counter[FaultPoint]:
    """Do a job and return how often it came past each moment."""
    reached: Counter[FaultPoint] = Counter()
    faults.installed = lambda point: reached.update([point])
    job(*arguments)
    return reached


def clean_build(project: Path, raw: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the views of a warehouse made anew from a raw folder."""
    call(run, project, raw, next(YEARS))
    return views(project / "warehouse")


def seen(warehouse: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return what readers see, where the last run's counts fit it; nothing before the first publication."""
    if not (warehouse / "warehouse.duckdb").exists():
        return {}
    assert rows(warehouse, read_sql("checks", "unbalanced_runs")) == []
    return views(warehouse)


def assert_checks_pass(warehouse: Path) -> None:
    assert [result for result in run_checks(warehouse) if result.bad_count] == []


def assert_clean(warehouse: Path) -> None:
    """Every file is as it was written, and none is there that no version lists."""
    assert find_damage(warehouse) == []
    listed = {entry.path for item in read_versions(warehouse) for _, entry in item.listed()}
    found = [path.relative_to(warehouse).as_posix() for path in warehouse.rglob("*")]
    tables = {path for path in found if path.endswith(".parquet") and path.startswith("tables/")}
    assert tables == listed, tables ^ listed
    assert [path for path in found if ".tmp" in path] == []


def watch(warehouse: Path, news: Connection, read_count: object) -> list[str]:
    """Read until there are news; return what was wrong: errors, counts that disagree, versions that go back."""
    wrong, newest = [], 0
    while not news.poll():
        try:
            with connect(warehouse) as connection:
                ((version, *counts),) = connection.execute(COUNTS).fetchall()
        except Exception as error:  # noqa: BLE001  # told
            wrong.append(f"error: {error!r}")
            continue
        documents, sources = counts[:4], counts[4:]
        if len(set(documents)) != 1 or len(set(sources)) != 1:
            wrong.append(f"torn: {version} {counts}")
        if version < newest:
            wrong.append(f"back: {newest} {version}")
        newest = version
        with read_count.get_lock():
            read_count.value += 1
    return wrong


class Readers:
    """Processes that read the whole time while a test goes on."""

    def __init__(self, warehouse: Path, count: int) -> None:
        self._read_count = CONTEXT.Value("q", 0)
        self._lines = [CONTEXT.Pipe(duplex=False) for _ in range(count)]
        self._children = [
            Child(watch, warehouse, news, self._read_count) for news, _ in self._lines
        ]

    @property
    def read_count(self) -> int:
        """How often they have read so far."""
        return int(self._read_count.value)

    def stop(self) -> list[str]:
        """End them and return what was wrong (see `watch`)."""
        for _, line in self._lines:
            line.send(None)
        return [wrong for child in self._children for wrong in child.result()]
