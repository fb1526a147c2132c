"""What looks odd in a run: a table in the UI, warnings in its log, and events that automations can use."""

from collections.abc import Sequence

from prefect import runtime
from prefect.artifacts import create_table_artifact
from prefect.events import emit_event
from prefect.logging import get_run_logger

from copydesk.figures import Oddity
from copydesk.pipeline import RunSummary
from copydesk.settings import Settings

FINISHED_EVENT = "copydesk.run.finished"
"""Emitted by each run that published something; the payload has its counts."""
ODD_EVENT = "copydesk.run.odd"
"""Emitted for each oddity; the payload has its kind, name, value, what is usual, and a sentence."""


def tell_what_is_odd(settings: Settings, summary: RunSummary, oddities: Sequence[Oddity]) -> None:
    """Tell what a run did and what is odd in it to people (a table, the log) and to automations (events)."""
    warehouse = settings.warehouse_folder
    resource = {
        "prefect.resource.id": f"copydesk.warehouse.{warehouse.name}",
        "prefect.resource.name": str(warehouse),
    }
    run = {"run_id": summary.run_id, "flow_run_id": str(runtime.flow_run.id)}
    counts = summary.counts
    emit_event(
        FINISHED_EVENT,
        resource,
        payload={
            **run,
            "version": summary.version,
            "added": counts.added,
            "changed": counts.changed,
            "removed": counts.removed,
            "rejected": len(summary.rejections),
            "documents": summary.document_count,
        },
    )
    rows = [
        {
            "kind": item.kind,
            "name": item.name,
            "value": round(item.value, 4),
            "usual": round(item.usual, 4),
            "in words": item.sentence,
        }
        for item in oddities
    ]
    create_table_artifact(
        rows, key="what-looks-odd", description="Unlike the runs before; thresholds: `[report]`."
    )
    for row, item in zip(rows, oddities, strict=True):
        get_run_logger().warning("odd: %s", item.sentence)
        emit_event(ODD_EVENT, resource, payload={**run, **row})
