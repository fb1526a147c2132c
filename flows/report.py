"""What a run leaves in the Prefect UI: a summary, the rejected sources, the way to the views and to the page of them."""

from collections import Counter
from collections.abc import Iterable, Sequence

from prefect.artifacts import (
    create_link_artifact,
    create_markdown_artifact,
    create_table_artifact,
)
from prefect.logging import get_run_logger

from copydesk.checks import CheckResult
from copydesk.errors import CheckFailedError, CopydeskError
from copydesk.figures import Comparison
from copydesk.pipeline import RunSummary
from copydesk.report.page import write_report
from copydesk.settings import Settings
from copydesk.store.publish import DATABASE_NAME, connect

SHOWN_REJECTIONS = 100
SHOWN_NAMES = 20
LANGUAGES_SQL = """
select
    language_tag,
    count(*) as document_count,
    count(*) filter (where is_multilingual) as multilingual_count
from documents
group by language_tag
order by document_count desc, language_tag
"""


def report(
    settings: Settings,
    summary: RunSummary,
    results: Sequence[CheckResult],
    comparison: Comparison,
) -> None:
    """Create the artifacts of a run."""
    with connect(settings.warehouse_folder) as connection:
        languages = connection.execute(LANGUAGES_SQL).fetchall()
    text = summary_text(summary, languages, results)
    create_markdown_artifact(f"{text}\n\n{change_text(summary, comparison)}", key="archive-summary")
    create_table_artifact(
        [
            {"source": item.name, "reason": str(item.reason_code), "detail": item.detail}
            for item in summary.rejections[:SHOWN_REJECTIONS]
        ],
        key="rejected-sources",
        description=f"{len(summary.rejections)} rejected; all of them: `select * from rejections`",
    )
    database = settings.warehouse_folder / DATABASE_NAME
    create_link_artifact(
        database.as_uri(),
        link_text=str(database),
        key="warehouse",
        description="The views, for DuckDB.",
    )
    if settings.report.page:
        publish_page(settings)


def publish_page(settings: Settings) -> None:
    """Write the page that shows the warehouse, and link it. A run whose views are out does not fail for want of it."""
    try:
        page = write_report(settings.warehouse_folder, None, settings.report.title)
    except CopydeskError as error:
        get_run_logger().warning("no report: %s", error)
        return
    create_link_artifact(
        page.as_uri(),
        link_text=str(page),
        key="report",
        description="What the warehouse holds, with the SQL of every number. The file is on the machine of the run.",
    )


def refuse_bad_run(settings: Settings, summary: RunSummary, results: Sequence[CheckResult]) -> None:
    """Fail the run where a check found bad rows or too many sources were rejected.

    Raises:
        CheckFailedError: It says which, and where to look.
    """
    bad = [
        f"{item.name}: {item.bad_count} bad rows, first {item.example}"
        for item in results
        if item.bad_count
    ]
    if summary.rejected_share > settings.rejected_share_limit:
        bad.append(
            f"{summary.rejected_share:.1%} of the sources were rejected, more than rejected_share_limit "
            f"({settings.rejected_share_limit:.1%}); see `select * from rejections`"
        )
    if bad:
        raise CheckFailedError("\n".join(bad))


def summary_text(
    summary: RunSummary, languages: Iterable[tuple[str, int, int]], results: Sequence[CheckResult]
) -> str:
    """Return the Markdown summary of a run."""
    counts = summary.counts
    speed = summary.annotated_count / summary.seconds if summary.seconds else 0.0
    rows = [
        ("sources found", summary.source_count),
        ("added", counts.added),
        ("changed", counts.changed),
        ("removed", counts.removed),
        ("unchanged", counts.unchanged),
        ("rejected", len(summary.rejections)),
        ("documents in the warehouse", summary.document_count),
    ]
    stages = sorted(summary.stage_seconds.items(), key=lambda item: -item[1])
    bad = [item for item in results if item.bad_count]
    speed_text = (
        f"{summary.annotated_count:,} documents annotated in {summary.seconds:.1f} s "
        f"({speed:.1f} a second), {summary.batch_count} batches; "
        f"published as version {summary.version}."
    )
    check_text = (
        f"Checks: {len(results)} run, {len(bad)} failed. "
        f"Highest memory of a worker: {summary.peak_bytes / (1 << 20):,.0f} MiB."
    )
    return "\n\n".join(
        [
            f"# Run {summary.run_id}",
            speed_text,
            _table(("sources", "count"), rows),
            _table(("language", "documents", "with a second language"), languages),
            _table(("stage", "seconds, all workers"), [(name, f"{s:.1f}") for name, s in stages]),
            check_text,
        ]
    )


def change_text(summary: RunSummary, comparison: Comparison) -> str:
    """Return the Markdown of what came in, why something was rejected, what is not known, what is odd."""
    now = comparison.now
    reasons = Counter(str(item.reason_code) for item in summary.rejections)
    odd = [f"- {item.sentence}" for item in comparison.oddities]
    return "\n\n".join(
        [
            "## What came in",
            _table(("source", "sources more or less"), comparison.by_source[:SHOWN_NAMES]),
            _table(("language", "documents more or less"), comparison.by_language[:SHOWN_NAMES]),
            "## What is missing",
            _table(("rejected because", "sources"), reasons.most_common()),
            f"Of {now.document_count:,} documents {now.undated_count:,} have no publication date, "
            f"{now.no_language_count:,} no known language.",
            "## What looks odd",
            "\n".join(odd) or "Nothing, or there are too few runs to compare with.",
        ]
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    lines += ["| " + " | ".join(str(value) for value in row) + " |" for row in rows]
    return "\n".join(lines)
