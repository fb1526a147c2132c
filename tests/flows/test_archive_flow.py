"""The archive flow on a real Prefect server, with real worker processes."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from copydesk import pipeline
from copydesk.cli import main
from copydesk.errors import CheckFailedError, TransientError, WarehouseBusyError
from copydesk.settings import load_settings
from copydesk.store.lock import writer_lock
from copydesk.store.publish import connect, published_version

pytestmark = pytest.mark.flow

STABLE_VIEWS = (
    "documents",
    "sources",
    "lines",
    "bodies",
    "sentences",
    "languages",
    "quality",
    "all_dates",
    "document_dates",
    "date_evidence",
    "all_mentions",
    "entities",
)


def archive(**parameters):
    from flows.archive import archive as flow

    return flow(**parameters)


def rows(warehouse: Path) -> dict[str, list[tuple]]:
    with connect(warehouse) as connection:
        return {
            view: connection.execute(f"select * from {view} order by all").fetchall()
            for view in STABLE_VIEWS
        }


def artifacts() -> dict[str, str]:
    """Return the newest artifact of each key."""
    from prefect.client.orchestration import get_client

    with get_client(sync_client=True) as client:
        answer = client.request("POST", "/artifacts/latest/filter", json={})
    return {item["key"]: item["data"] for item in answer.json()}


@pytest.mark.parametrize("workers", [1, 2, 4])
def test_the_number_of_workers_makes_no_difference(project, raw, workers):
    """Many workers with a document a batch come to what the pipeline alone makes of one batch."""
    summary = archive(workers=workers, batch_documents=1)
    alone = load_settings(project, warehouse=project / "alone")
    pipeline.run(alone, lambda: datetime.now(UTC))

    assert summary.batch_count == 4  # three stories and the empty file
    assert summary.document_count == 3
    assert rows(project / "warehouse") == rows(project / "alone")


def test_a_second_run_finds_nothing_to_do(project, raw):
    """Unchanged sources make no batch, and the views stay as they are."""
    archive()
    before = rows(project / "warehouse")
    again = archive()

    assert (again.batch_count, again.counts.unchanged, again.counts.added) == (0, 4, 0)
    assert rows(project / "warehouse") == before


def test_a_look_does_nothing_where_nothing_changed(project, raw):
    """The first look does the run, the second neither publishes nor reports."""
    first = archive(workers=1, only_if_changed=True)
    version = published_version(project / "warehouse")
    assert first.document_count == 3
    assert archive(workers=1, only_if_changed=True) is None
    assert published_version(project / "warehouse") == version


def test_a_look_during_a_run_in_a_terminal_is_no_failure(project, raw):
    """Nobody is alarmed every few minutes while somebody fills the warehouse by hand; the next look finds the rest."""
    with writer_lock(project / "warehouse", "run-of-another"):
        assert archive(workers=1, only_if_changed=True) is None
    assert archive(workers=1, only_if_changed=True).document_count == 3


def test_a_run_leaves_its_report_in_the_ui(project, raw):
    """The summary, the rejected sources, what looks odd and the way to the views are artifacts."""
    archive()
    left = artifacts()

    assert "| rejected | 1 |" in left["archive-summary"]
    assert "| de | 2 | 0 |" in left["archive-summary"]
    assert "| (unknown) | 4 |" in left["archive-summary"]
    assert "| empty | 1 |" in left["archive-summary"]
    assert (
        "Of 3 documents 2 have no publication date, 0 no known language." in left["archive-summary"]
    )
    assert left["what-looks-odd"] == "[]"
    assert "leer.txt" in left["rejected-sources"]
    assert "warehouse.duckdb" in left["warehouse"]


def test_status_tells_what_the_last_run_did(project, raw):
    """Without a server, too: what came in, how fast, where the time went. A run that found nothing does not hide it."""
    archive(workers=1)
    archive(workers=1)
    told = CliRunner().invoke(main, ["status"]).stdout
    assert "4 sources added or changed, 0 removed, 1 rejected in all" in told
    assert "by source: (unknown) +4" in told
    assert "by language: de +2, fr +1" in told
    assert "annotated 3 documents in " in told
    assert "seconds by stage, all workers: " in told


def test_what_is_odd_is_told(project, raw):
    """After runs that each brought ten stories, one that brings fifty is odd: a row of a table, and a warning."""
    (project / "copydesk.toml").write_text("[report]\nleast_runs = 2\nleast_volume = 5\n")
    for run, count in enumerate((10, 10, 10, 50)):
        for number in range(count):
            text = f"Meldung {number}\n\nDer Rat der Stadt hat den Haushalt {number} von {run} beschlossen.\n"
            (raw / f"{run}-{number}.txt").write_text(text)
        archive(workers=1)
    odd = json.loads(artifacts()["what-looks-odd"])
    assert "50 new from (unknown); usual are about 10" in [row["in words"] for row in odd]


def test_no_text_stays_with_prefect(project, raw):
    """No result of a task is stored; the error of a failed run is, as JSON and without a word of an article."""
    from prefect.settings import get_current_settings

    storage = Path(get_current_settings().results.local_storage_path)
    before = set(storage.rglob("*"))
    archive(workers=2, batch_documents=1)
    assert set(storage.rglob("*")) == before
    (project / "copydesk.toml").write_text("rejected_share_limit = 0.1\n")
    with pytest.raises(CheckFailedError):
        archive(workers=2, batch_documents=1)
    for path in set(storage.rglob("*")) - before:
        assert "message" in json.loads(path.read_text())
        assert "Hafen" not in path.read_text()


def test_too_many_rejections_fail_the_run_after_publishing(project, raw):
    """The rejection policy turns the run red, but what was good is there for readers."""
    (project / "copydesk.toml").write_text("rejected_share_limit = 0.1\n")
    with pytest.raises(CheckFailedError, match="rejected_share_limit"):
        archive()
    assert len(rows(project / "warehouse")["documents"]) == 3


def test_a_second_writer_is_told_who_holds_the_warehouse(project, raw):
    """The flow does not start on a warehouse that another run is writing."""
    with (
        writer_lock(project / "warehouse", "run-of-another"),
        pytest.raises(WarehouseBusyError, match="run-of-another"),
    ):
        archive()


def test_only_transient_errors_are_retried():
    """The retry condition of the tasks says yes to TransientError alone."""
    from prefect.states import exception_to_failed_state
    from prefect.utilities.asyncutils import run_coro_as_sync

    from flows.tasks import annotate_batch, is_transient

    def failed(error: Exception) -> bool:
        state = run_coro_as_sync(exception_to_failed_state(error))
        return is_transient(annotate_batch, None, state)

    assert failed(TransientError("the share is away"))
    assert not failed(ValueError("a fault"))


def test_progress_is_told_by_batch(project, raw):
    """Whoever starts the flow in this process hears how far it is."""
    from flows import progress

    heard = []
    token = progress.listener.set(lambda done, total: heard.append((done, total)))
    try:
        archive(workers=1, batch_documents=2)
    finally:
        progress.listener.reset(token)
    assert heard == [(0, 4), (2, 4), (4, 4)]
