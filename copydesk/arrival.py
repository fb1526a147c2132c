"""Whether the raw folder changed since the last run: the cheap look of runs that are due every few minutes.

Called by the archive flow. It compares time stamps and sizes as any plan does, and writes nothing.
"""

from collections.abc import Iterable
from datetime import datetime

from copydesk import pipeline
from copydesk.records import ReasonCode, Rejection
from copydesk.settings import Settings
from copydesk.store.manifest import Manifest
from copydesk.store.parquet import read_table
from copydesk.store.plan import DocumentWork, Plan
from copydesk.store.sources import SourceKey

FRUITLESS = frozenset({ReasonCode.UNREADABLE, ReasonCode.ANNOTATION_FAILED})
"""A full run tries these again; every few minutes it would come to nothing."""

_Refused = tuple[str, str | None, str]


def has_news(settings: Settings, now: datetime) -> bool:
    """Return whether a run would have a new, changed, moved or removed document, or a new rejection, to tell of.

    True also where no run was ever finished, or the last one was cut short. A new version of an annotator alone is
    no news.

    Raises:
        ConfigError: The raw folder is missing, or lies in the warehouse or around it.
        WarehouseError: The warehouse is damaged.
    """
    plan = pipeline.plan_run(settings, now)
    head = plan.head
    if head is None or head.version != plan.published_version:
        return True
    before = _refused_before(settings, head)
    is_refused_anew = bool(_refused(plan.rejections) - before)
    is_refused_no_more = bool(_places(before) - _looked_at(plan))
    return (
        is_refused_anew
        or is_refused_no_more
        or bool(plan.relisted or _new_work(plan, before) or _gone(plan))
    )


def _new_work(plan: Plan, before: set[_Refused]) -> list[DocumentWork]:
    """Return the documents to annotate but those that failed in the last run and would fail again."""
    failed = _places(item for item in before if item[2] in FRUITLESS)
    return [
        work
        for work in plan.work
        if not all((source.path, source.member) in failed for source in work.sources)
    ]


def _gone(plan: Plan) -> bool:
    """Return whether documents are to be taken out that are not annotated again."""
    again = {work.doc_id for work in plan.work}
    again |= {work.doc_id for renewal in plan.renewals for work in renewal.work}
    return any(not doc_ids <= again for doc_ids in plan.dropped.values())


def _looked_at(plan: Plan) -> set[SourceKey]:
    """Return the places that are refused now, or are tried again: any other that was refused is gone."""
    tried = {(source.path, source.member) for work in plan.work for source in work.sources}
    return tried | _places(_refused(plan.rejections))


def _places(refused: Iterable[_Refused]) -> set[SourceKey]:
    return {(path, member) for path, member, _ in refused}


def _refused_before(settings: Settings, head: Manifest) -> set[_Refused]:
    if "rejections" not in head.tables:
        return set()
    columns = ("path", "member", "reason_code")
    rows = read_table(settings.warehouse_folder, head.tables["rejections"], columns).to_pylist()
    return {(row["path"], row["member"], row["reason_code"]) for row in rows}


def _refused(rejections: Iterable[Rejection]) -> set[_Refused]:
    return {(item.path, item.member, str(item.reason_code)) for item in rejections}
