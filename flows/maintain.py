"""The maintenance flow: clear up what killed runs left, merge small batches, let old versions go.

`copydesk maintain` and the deployment `maintain/weekly` run this very flow. It needs no raw folder.
"""

from pathlib import Path

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact

from copydesk import maintenance
from copydesk.maintenance import MaintenanceSummary, hold_warehouse, new_stamp
from copydesk.settings import MEBIBYTE, Settings, find_project, load_settings
from copydesk.store.collect import Collected
from copydesk.store.compact import Compacted
from copydesk.store.publish import published_version
from copydesk.store.settle import RunStamp
from flows.alerts import ALERT_HOOKS
from flows.environment import utc_now
from flows.naming import name_run
from flows.tasks import begin
from flows.turns import writers_turn


@flow(
    name="maintain",
    description="Merge small batches, remove what killed runs left and versions that no reader needs.",
    flow_run_name="tidying",
    persist_result=False,
    **ALERT_HOOKS,
)
def maintain(warehouse: Path | None = None) -> MaintenanceSummary:
    """Tend the warehouse. Nothing that readers see changes but the version's number.

    Args:
        warehouse: Folder of the warehouse. Empty: `warehouse` of copydesk.toml.

    Raises:
        ConfigError: A setting is wrong.
        WarehouseError: There is no warehouse; or it is damaged, cannot be written, or is being written.
    """
    begin()
    settings = load_settings(find_project(Path.cwd()), warehouse=warehouse)
    stamp = new_stamp(utc_now)
    with writers_turn(), hold_warehouse(settings, stamp):
        leftovers = clear_leftovers(settings, stamp)
        compacted = merge_small_batches(settings, stamp)
        shown = published_version(settings.warehouse_folder)
        version = publish_newest(settings)
        expired = expire_versions(settings, stamp, shown)
    summary = MaintenanceSummary(stamp.run_id, version, leftovers, compacted, expired)
    name_run(summary_in_words(summary))
    create_markdown_artifact(summary_text(summary), key="maintenance")
    return summary


@task(task_run_name="clear-leftovers", persist_result=False)
def clear_leftovers(settings: Settings, stamp: RunStamp) -> Collected:
    """Remove what killed runs left."""
    return maintenance.clear_leftovers(settings, stamp)


@task(task_run_name="merge-small-batches", persist_result=False)
def merge_small_batches(settings: Settings, stamp: RunStamp) -> Compacted | None:
    """Merge small batches where there are too many."""
    return maintenance.merge_small_batches(settings, stamp)


@task(task_run_name="publish", persist_result=False)
def publish_newest(settings: Settings) -> int:
    """Let readers see the newest version that ends a run."""
    return maintenance.publish_newest(settings)


@task(task_run_name="expire-versions", persist_result=False)
def expire_versions(settings: Settings, stamp: RunStamp, shown: int | None) -> Collected:
    """Remove versions that are no longer kept, and the files that they alone listed."""
    return maintenance.expire_versions(settings, stamp, shown)


def summary_in_words(summary: MaintenanceSummary) -> str:
    """Return what a maintenance did, such as "70 batches merged, 3 versions removed"."""
    parts = []
    if summary.compacted is not None:
        parts.append(f"{summary.compacted.merged_count:,} batches merged")
    if summary.expired.version_count:
        parts.append(f"{summary.expired.version_count:,} versions removed")
    return ", ".join(parts) or "nothing to tidy"


def summary_text(summary: MaintenanceSummary) -> str:
    """Return the Markdown summary of a maintenance."""
    merged = "Nothing to merge."
    if summary.compacted is not None:
        done = summary.compacted
        merged = (
            f"Merged {done.merged_count:,} small batches ({_mebibytes(done.merged_byte_count)}) into "
            f"{done.new_count:,} ({_mebibytes(done.new_byte_count)}): {done.document_count:,} documents."
        )
    lines = [
        "| removed | versions | files | size |",
        "| --- | --- | --- | --- |",
        _row("left by killed runs", summary.leftovers),
        _row("older versions", summary.expired),
    ]
    head = f"# Maintenance {summary.run_id}"
    shown = f"Readers see version {summary.version}."
    return "\n\n".join([head, merged, "\n".join(lines), shown])


def _row(name: str, removed: Collected) -> str:
    size = _mebibytes(removed.byte_count)
    return f"| {name} | {removed.version_count:,} | {removed.file_count:,} | {size} |"


def _mebibytes(byte_count: int) -> str:
    return f"{byte_count / MEBIBYTE:,.1f} MiB"
