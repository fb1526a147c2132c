"""What the command line prints: plain text, tables, marked articles. Reads; never decides or writes."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import duckdb
from rich import box
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from copydesk.checks import CheckResult
from copydesk.errors import ConfigError
from copydesk.figures import Comparison, Oddity
from copydesk.maintenance import MaintenanceSummary
from copydesk.pipeline import RunSummary
from copydesk.settings import MEBIBYTE, Settings
from copydesk.status import QUERIES
from copydesk.store.collect import Collected
from copydesk.store.integrity import Damage
from copydesk.store.manifest import Manifest
from copydesk.store.plan import Plan
from copydesk.store.sources import count_changes

SHOWN_PATHS = 10
UNLIMITED_WIDTH = 100_000
LINE_STYLES = {"title": "bold", "boilerplate": "dim strike"}
ENTITY_STYLE = "bold cyan"
DATE_STYLE = "bold yellow"


def console() -> Console:
    """Return the standard output: as wide as the terminal, and in a pipe or a file as wide as need be."""
    return Console(width=None if sys.stdout.isatty() else UNLIMITED_WIDTH)


@contextmanager
def progress(console: Console) -> Iterator[Callable[[int, int], None]]:
    """Give a listener that draws a bar on a terminal and writes plain lines elsewhere."""
    if not console.is_terminal:
        yield lambda done, total: console.print(f"{done:,} of {total:,} documents", highlight=False)
        return
    columns = (TextColumn("annotating"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("annotating", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def run_summary(summary: RunSummary, settings: Settings) -> str:
    """Return what a run did and what to do next."""
    counts = summary.counts
    lines = [
        f"{summary.document_count:,} documents in {settings.warehouse_folder} (version {summary.version})",
        (
            f"  sources: {counts.added:,} added, {counts.changed:,} changed, {counts.removed:,} removed, "
            f"{counts.unchanged:,} unchanged, {len(summary.rejections):,} rejected"
        ),
    ]
    if summary.annotated_count:
        speed = summary.annotated_count / max(summary.seconds, 0.001)
        lines.append(
            f"  annotated {summary.annotated_count:,} in {summary.seconds:.1f} s ({speed:.1f} a second)"
        )
    if summary.rejections:
        lines.append('Rejected: copydesk query "from rejections"')
    lines += [
        'Next: copydesk query "select title, language_code, published_date from documents limit 10"',
        "      copydesk status",
    ]
    return "\n".join(lines)


def maintenance_summary(summary: MaintenanceSummary, settings: Settings) -> str:
    """Return what a maintenance did."""
    lines = [f"{settings.warehouse_folder} is tidy (version {summary.version})"]
    done = summary.compacted
    if done is None:
        lines.append("  merged: nothing")
    else:
        lines.append(
            f"  merged: {done.merged_count:,} batches ({_size(done.merged_byte_count)}) into "
            f"{done.new_count:,} ({_size(done.new_byte_count)}), {done.document_count:,} documents"
        )
    lines += [
        f"  removed, left by killed runs: {_removed(summary.leftovers)}",
        f"  removed, older versions: {_removed(summary.expired)}",
    ]
    return "\n".join(lines)


def history(versions: Iterable[Manifest], published: int | None, console: Console) -> None:
    """Print the versions that are kept, with what each holds and which one readers see."""
    names = ("version", "made at (UTC)", "documents", "batches", "files", "size", "")
    table = Table(*names, title="Versions", title_justify="left", box=box.SIMPLE_HEAD)
    for item in versions:
        entries = [entry for _, entry in item.listed()]
        mark = "readers see it" if item.version == published else ""
        table.add_row(
            str(item.version),
            item.created_at[:16].replace("T", " "),
            f"{item.document_count():,}",
            f"{len(item.batches):,}",
            f"{len(entries):,}",
            _size(sum(entry.byte_count for entry in entries)),
            mark if item.is_complete else "unfinished",
        )
    console.print(table)


def plan(made: Plan, batch_count: int, seconds: float | None) -> str:
    """Return what a run would do, why, and how long the annotation may take."""
    counts = count_changes(made.before, made.after)
    lines = [
        (
            f"sources: {counts.added:,} to add, {counts.changed:,} changed, {counts.removed:,} to remove, "
            f"{counts.unchanged:,} unchanged, {len(made.rejections):,} rejected"
        ),
        f"documents to annotate: {len(made.work):,}",
        f"documents to annotate in part, from the stored text: {made.renewed_count:,}",
    ]
    lines += [f"  {count:,} {reason}" for reason, count in sorted(made.reasons.items())]
    lines += [f"  {work.sources[0].name}" for work in made.work[:SHOWN_PATHS]]
    if len(made.work) > SHOWN_PATHS:
        lines.append(f"  ... and {len(made.work) - SHOWN_PATHS:,} more")
    if batch_count:
        lines.append(f"batches: {batch_count:,}; time: {_estimate(seconds)}")
    dropped = sum(map(len, made.dropped.values()))
    lines.append(f"documents to take out or replace: {dropped:,}")
    if made.is_empty:
        lines.append("The warehouse is up to date.")
    return "\n".join(lines)


def damage(found: Sequence[Damage]) -> str:
    """Return each damaged file with what is wrong and the cure."""
    lines = [f"{item.path}: {item.problem}; {item.cure}" for item in found]
    return "\n".join(lines) or "Every file is as it was written."


def checks(results: Sequence[CheckResult]) -> str:
    """Return a line for each check: its name, its bad rows, the first of them."""
    width = max((len(result.name) for result in results), default=0)
    lines = (f"{item.name:<{width}}  {item.bad_count:,} bad  {item.example}" for item in results)
    return "\n".join(map(str.rstrip, lines)) or "The checks of the data need views that open."


def _estimate(seconds: float | None) -> str:
    if seconds is None:
        return "unknown before a first run"
    if seconds < 90:  # noqa: PLR2004
        return f"about {max(1, round(seconds))} s, judged by earlier batches"
    return f"about {round(seconds / 60):,} min, judged by earlier batches"


def status(connection: duckdb.DuckDBPyConnection, console: Console) -> None:
    """Print what the warehouse holds and what the last runs did."""
    for title, sql in QUERIES.items():
        result = connection.execute(sql)
        names = [column[0].replace("_", " ") for column in result.description or ()]
        table = Table(*names, title=title, title_justify="left", box=box.SIMPLE_HEAD)
        for row in result.fetchall():
            table.add_row(*map(_cell, row))
        console.print(table)


def last_run(comparison: Comparison | None) -> str:
    """Return in words what came in with the last run that changed something, and how long that took."""
    if comparison is None:
        return "No run has told what it did yet."
    now = comparison.now
    lines = [
        (
            f"The last run that changed something, {now.run_id}: {now.added_count:,} sources added or changed, "
            f"{now.removed_count:,} removed, {now.rejected_count:,} rejected in all"
        ),
        f"  by source: {_differences(comparison.by_source)}",
        f"  by language: {_differences(comparison.by_language)}",
    ]
    if now.annotated_count:
        speed = now.annotated_count / max(now.seconds, 0.001)
        lines.append(
            f"  annotated {now.annotated_count:,} documents in {now.seconds:,.1f} s ({speed:.1f} a second)"
        )
        stages = sorted(now.stage_seconds.items(), key=lambda item: -item[1])
        told = ", ".join(f"{name} {seconds:,.1f}" for name, seconds in stages if round(seconds, 1))
        lines.append(f"  seconds by stage, all workers: {told}")
    return "\n".join(lines)


def _differences(counts: Sequence[tuple[str, int]]) -> str:
    told = [f"{name} {count:+,}" for name, count in counts[:SHOWN_PATHS]]
    if len(counts) > SHOWN_PATHS:
        told.append(f"and {len(counts) - SHOWN_PATHS:,} more")
    return ", ".join(told) or "as before"


def oddities(found: Sequence[Oddity]) -> str:
    """Return a line for each thing that is unlike the runs before."""
    lines = [f"Odd in the last run: {item.sentence}" for item in found]
    return "\n".join(lines) or "Nothing odd in the last run, or too few runs to compare it with."


def show(connection: duckdb.DuckDBPyConnection, doc: str, console: Console) -> None:
    """Print one article with its entities and dates marked, boilerplate struck out.

    Raises:
        ConfigError: No document, or more than one, has that id or path.
    """
    doc_id = find_document(connection, doc)
    title, text, language, published, status_name, source = _one(
        connection,
        "select title, text, language_tag, published_date, published_status, source_name "
        "from documents where doc_id = ?",
        doc_id,
    )
    console.print(Text(title or "(no title)", style="bold"))
    console.print(
        f"{doc_id}  language {language}  published {published or '?'} ({status_name})"
        f"  source {source or '?'}\n{_languages(connection, doc_id)}",
        highlight=False,
        markup=False,
        emoji=False,
    )
    marked = Text(text)
    for start, end, kind in _all(
        connection, "select start_char, end_char, kind from lines where doc_id = ?", doc_id
    ):
        marked.stylize(LINE_STYLES.get(kind, ""), start, end)
    notes = []
    for start, end, label, style in _annotations(connection, doc_id):
        marked.stylize(style, start, end)
        notes.append((end, f"[{label}]", style))
    console.print(_with_notes(marked, notes), soft_wrap=False)


def _languages(connection: duckdb.DuckDBPyConnection, doc_id: UUID) -> str:
    """Return a line with each language of a document, its share of the letters, score and method; none for a single one."""
    found = _all(
        connection,
        "select language_tag, letter_share, score, method from languages "
        "where doc_id = ? and line_no is null and letter_share > 0 order by rank",
        doc_id,
    )
    if len(found) < 2:  # noqa: PLR2004
        return ""
    told = (
        f"{tag} {share:.1%} (score {score:.2f}, {method})" for tag, share, score, method in found
    )
    return f"languages: {', '.join(told)}\n"


def _annotations(
    connection: duckdb.DuckDBPyConnection, doc_id: UUID
) -> list[tuple[int, int, str, str]]:
    entities = _all(
        connection,
        "select start_char, end_char, entity_type from mentions where doc_id = ?",
        doc_id,
    )
    dates = _all(
        connection, "select start_char, end_char, value from dates where doc_id = ?", doc_id
    )
    return [(*row, ENTITY_STYLE) for row in entities] + [(*row, DATE_STYLE) for row in dates]


def _with_notes(text: Text, notes: list[tuple[int, str, str]]) -> Text:
    """Return the text with a small note inserted behind each annotation."""
    ordered = sorted(notes)
    pieces = text.divide([position for position, _, _ in ordered])
    joined = Text()
    for piece, note in zip(pieces, [*ordered, None], strict=False):
        joined.append_text(piece)
        if note is not None:
            joined.append(note[1], style=f"dim {note[2].removeprefix('bold ')}")
    return joined


def find_document(connection: duckdb.DuckDBPyConnection, doc: str) -> UUID:
    """Return the document that has an id, or one that begins so, or a path (of a member with `#` and its name).

    Raises:
        ConfigError: There is none, or more than one.
    """
    pattern = doc.lower() if re.fullmatch(r"[0-9a-fA-F-]{4,36}", doc) else ""
    found = connection.execute(
        "select distinct doc_id from sources where concat_ws('#', path, member) = ? "
        "or (? <> '' and starts_with(doc_id::varchar, ?))",
        [doc, pattern, pattern],
    ).fetchall()
    if len(found) == 1:
        return UUID(str(found[0][0]))
    problem = "no document" if not found else f"{len(found)} documents"
    raise ConfigError(
        f'{problem} with the id or path {doc!r}; find one with copydesk query "select doc_id, path from sources"'
    )


def _one(connection: duckdb.DuckDBPyConnection, sql: str, doc_id: UUID) -> tuple[Any, ...]:
    return _all(connection, sql, doc_id)[0]


def _all(connection: duckdb.DuckDBPyConnection, sql: str, doc_id: UUID) -> list[tuple[Any, ...]]:
    return connection.execute(sql, [doc_id]).fetchall()


def _removed(removed: Collected) -> str:
    if not removed.version_count + removed.file_count:
        return "nothing"
    return (
        f"{removed.version_count:,} versions and {removed.file_count:,} files "
        f"({_size(removed.byte_count)})"
    )


def _size(byte_count: int) -> str:
    return f"{byte_count / MEBIBYTE:,.1f} MiB"


def _cell(value: object) -> Text:
    """Return a value as it is: "[sic]" is text and no markup."""
    return Text("" if value is None else str(value))
