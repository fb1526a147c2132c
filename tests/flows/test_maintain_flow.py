"""The maintenance flow on a real Prefect server, and its command as an operator calls it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from copydesk.errors import WarehouseBusyError
from copydesk.store.lock import writer_lock
from copydesk.store.publish import connect

pytestmark = pytest.mark.flow

COPYDESK = Path(sys.executable).with_name("copydesk")
COUNT = "select count(*) from documents"


def artifact(key: str) -> str:
    """Return the newest artifact of a key."""
    from prefect.client.orchestration import get_client

    with get_client(sync_client=True) as client:
        answer = client.request("POST", "/artifacts/latest/filter", json={})
    return next(item["data"] for item in answer.json() if item["key"] == key)


def test_the_flow_merges_publishes_and_reports(project, raw):
    """Small batches become one, readers see as much as before, the artifact says what was done."""
    from flows.archive import archive
    from flows.maintain import maintain

    (project / "copydesk.toml").write_text("[maintain]\nsmall_batches = 1\ngrace_hours = 0\n")
    before = archive(workers=1, batch_documents=1)
    (project / "warehouse" / "log" / f".{'ab' * 16}.tmp").write_text("left by a kill")
    summary = maintain()

    assert (summary.compacted.merged_count, summary.compacted.new_count) == (3, 1)
    assert summary.version == before.version + 1
    with connect(project / "warehouse") as connection:
        assert connection.execute(COUNT).fetchone() == (before.document_count,)
    text = artifact("maintenance")
    assert summary.run_id in text
    assert "Merged 3 small batches" in text
    assert "| left by killed runs | 0 | 1 |" in text
    assert f"version {summary.version}" in text


def test_the_flow_is_refused_while_a_run_writes(project, raw):
    """It names who holds the warehouse."""
    from flows.archive import archive
    from flows.maintain import maintain

    archive(workers=1)
    with (
        writer_lock(project / "warehouse", "run-of-another"),
        pytest.raises(WarehouseBusyError, match="run-of-another"),
    ):
        maintain()


def test_the_command_needs_no_raw_folder(project, raw, user_environment):
    """`copydesk maintain` tends a warehouse whose raw folder is elsewhere, and says what it did."""
    from flows.archive import archive

    archive(workers=1, batch_documents=1)
    shutil.rmtree(raw)
    (project / "copydesk.toml").write_text("[maintain]\nsmall_batches = 1\n")
    result = subprocess.run(
        [COPYDESK, "maintain"],
        cwd=project,
        env=user_environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert "merged: 3 batches" in result.stdout
    assert "removed, older versions: nothing" in result.stdout
