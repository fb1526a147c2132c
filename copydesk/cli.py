"""The `copydesk` command. It reads settings, sets the environment up and hands over; it decides nothing.

Exit codes: 0 done; 1 a check or the rejection policy failed; 2 wrong usage or configuration, or a warehouse
that cannot be used (busy, damaged, not writable).
"""

import atexit
import os
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console

from copydesk import render, report_command
from copydesk.command import explained, folder, settings_here, warehouse_option
from copydesk.entity_commands import entities
from copydesk.errors import CheckFailedError, ConfigError, WarehouseError
from copydesk.evaluation import TASKS
from copydesk.export_command import export
from copydesk.query_commands import query, search
from copydesk.settings import Settings

raw_option = click.option("--raw", type=folder, help="Folder of raw text. [copydesk.toml: raw]")
verify_option = click.option(
    "--verify",
    is_flag=True,
    help="Read every raw file, also those whose time stamps are as they were.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="copydesk")
def main() -> None:
    """Folders of raw text in, an annotated warehouse out that anyone can query with SQL."""


@main.command()
@raw_option
@warehouse_option
@click.option("--workers", type=click.IntRange(min=1), help="Processes that annotate at once.")
@verify_option
@explained
def run(raw: Path | None, warehouse: Path | None, workers: int | None, *, verify: bool) -> None:
    """Annotate what is new or changed and publish the views."""
    settings = settings_here(raw=raw, warehouse=warehouse, workers=workers)
    _refuse_missing_raw(settings)
    _prepare(settings)
    from flows import progress  # noqa: PLC0415  # see _prepare
    from flows.archive import archive  # noqa: PLC0415
    from flows.environment import terminated_like_interrupted  # noqa: PLC0415

    with terminated_like_interrupted(), render.progress(Console(stderr=True)) as listener:
        progress.listener.set(listener)
        summary = archive(
            raw=settings.raw_folder,
            warehouse=settings.warehouse_folder,
            workers=settings.workers,
            verify=verify,
        )
    if summary is not None:
        click.echo(render.run_summary(summary, settings))


@main.command()
@raw_option
@warehouse_option
@verify_option
@explained
def plan(raw: Path | None, warehouse: Path | None, *, verify: bool) -> None:
    """Say what a run would do and why. Touches nothing."""
    from copydesk import pipeline  # noqa: PLC0415  # loads the annotators

    settings = settings_here(raw=raw, warehouse=warehouse)
    made = pipeline.plan_run(settings, _utc_now(), verify=verify)
    seconds = pipeline.estimate_seconds(made, settings.workers)
    click.echo(render.plan(made, len(pipeline.requests_of(made, settings)), seconds))


@main.command()
@warehouse_option
@explained
def status(warehouse: Path | None) -> None:
    """Say what the warehouse holds, what the last runs did, and what looks odd in the last one."""
    from copydesk.figures import last_comparison  # noqa: PLC0415
    from copydesk.store.publish import connect, readable  # noqa: PLC0415

    settings = settings_here(warehouse=warehouse)
    place = settings.warehouse_folder
    with connect(place) as connection, readable(place):
        render.status(connection, render.console())
    comparison = last_comparison(place, settings.report)
    click.echo(render.last_run(comparison))
    click.echo(render.oddities(comparison.oddities if comparison else []))


@main.command()
@warehouse_option
@click.option(
    "--repair", is_flag=True, help="Take out what is damaged; the next run makes it anew."
)
@click.option("--strict", is_flag=True, help="Fail also where the last run looks odd.")
@explained
def check(warehouse: Path | None, *, repair: bool, strict: bool) -> None:
    """Say whether every file is as it was written and every check of the data passes."""
    from copydesk.checks import check_freshness, run_checks  # noqa: PLC0415
    from copydesk.figures import last_comparison  # noqa: PLC0415
    from copydesk.store.integrity import find_damage  # noqa: PLC0415

    settings = settings_here(warehouse=warehouse)
    place = settings.warehouse_folder
    found = find_damage(place)
    click.echo(render.damage(found))
    if found and repair:
        _repair(place)
        return
    try:
        results = run_checks(place)
        results.append(check_freshness(place, _utc_now(), settings.report.fresh_hours))
    except WarehouseError:
        results = []  # the views do not open, as `found` tells
    click.echo(render.checks(results))
    comparison = last_comparison(place, settings.report)
    odd = comparison.oddities if comparison else []
    click.echo(render.oddities(odd))
    bad_count = len(found) + sum(1 for result in results if result.bad_count)
    bad_count += len(odd) if strict else 0
    if bad_count:
        raise CheckFailedError(f"{place} is not in order: {bad_count} problems, see above")


@main.command()
@warehouse_option
@explained
def history(warehouse: Path | None) -> None:
    """List the versions that are kept, newest first, and which one readers see."""
    from copydesk.store.manifest import LOG_FOLDER, read_versions, versions  # noqa: PLC0415
    from copydesk.store.publish import published_version  # noqa: PLC0415

    place = settings_here(warehouse=warehouse).warehouse_folder
    if not versions(place):
        raise WarehouseError(place / LOG_FOLDER, "does not exist yet; `copydesk run` makes it")
    render.history(read_versions(place), published_version(place), render.console())


@main.command()
@warehouse_option
@explained
def maintain(warehouse: Path | None) -> None:
    """Merge small batches; remove what killed runs left and versions that no reader needs."""
    settings = settings_here(warehouse=warehouse)
    _prepare(settings)
    from flows.environment import terminated_like_interrupted  # noqa: PLC0415  # see _prepare
    from flows.maintain import maintain as maintain_flow  # noqa: PLC0415

    with terminated_like_interrupted():
        summary = maintain_flow(warehouse=settings.warehouse_folder)
    click.echo(render.maintenance_summary(summary, settings))


@main.command()
@click.argument("doc")
@warehouse_option
@click.option(
    "--raw",
    "span",
    nargs=2,
    type=click.IntRange(min=0),
    metavar="START END",
    help="Print the raw bytes of a span instead: code points of documents.text, from 0, END exclusive.",
)
@explained
def show(doc: str, warehouse: Path | None, span: tuple[int, int] | None) -> None:
    """Print an article with its entities and dates marked. DOC is a doc_id, its first digits, or a path."""
    from copydesk.origin import raw_bytes  # noqa: PLC0415
    from copydesk.store.publish import connect, readable  # noqa: PLC0415
    from copydesk.store.raw import raw_folder  # noqa: PLC0415

    settings = settings_here(warehouse=warehouse)
    place = settings.warehouse_folder
    with connect(place) as connection, readable(place):
        if span is None:
            render.show(connection, doc, Console())
            return
        doc_id = render.find_document(connection, doc)
        content = raw_bytes(connection, raw_folder(settings), doc_id, span)
    click.echo(content, nl=False)


@main.command()
@click.argument("task", type=click.Choice(TASKS))
@click.argument("data", type=click.Path(path_type=Path))
@click.option(
    "--language", default="en", show_default=True, help="Language of the texts (dates, entities)."
)
@click.option("--by-sentence", is_flag=True, help="Score every line as a text (language).")
@click.option(
    "--gold-mentions", is_flag=True, help="Resolve the mentions of the gold itself (clusters)."
)
@click.option("--limit", type=click.IntRange(min=1), help="Score so many texts, spread evenly.")
@explained
def evaluate(  # one argument an option
    task: str,
    data: Path,
    language: str,
    limit: int | None,
    *,
    by_sentence: bool,
    gold_mentions: bool,
) -> None:
    """Measure an annotator on texts with known answers. DATA is a file or folder of gold data."""
    from copydesk.evaluation import report, tasks  # noqa: PLC0415  # loads the annotators

    options = tasks.Options(language, by_sentence, gold_mentions, limit)
    evaluation = tasks.evaluate(task, data, options)
    click.echo(f"{task} on {data.name}: {evaluation.size}\n")
    click.echo(report.evaluation_table(evaluation))


@main.command()
@click.option("--port", type=click.IntRange(1024, 65535), help="Port of the server and its UI.")
@click.option(
    "--postgres",
    metavar="URL",
    help="Keep Prefect's records in PostgreSQL: postgresql://user:password@host:5432/database.",
)
@explained
def serve(port: int | None, postgres: str | None) -> None:
    """Start Prefect's server, its UI, a worker and the schedules, until Ctrl-C."""
    given = {"port": port, "postgres": postgres}
    settings = settings_here(
        server={key: value for key, value in given.items() if value is not None}
    )
    _refuse_missing_raw(settings)
    _prepare(settings, console_level="INFO")
    from flows import serve as serving  # noqa: PLC0415  # see _prepare

    serving.serve(settings, told=click.echo)


main.add_command(entities)
main.add_command(export)
main.add_command(report_command.report)
main.add_command(query)
main.add_command(search)


def _repair(place: Path) -> None:
    """Take what is damaged out of a warehouse and say what was done."""
    from copydesk.store.integrity import repair  # noqa: PLC0415
    from copydesk.store.lock import writer_lock  # noqa: PLC0415

    now = _utc_now()
    run_id = f"{now:%Y%m%dT%H%M%SZ}-repair"
    with writer_lock(place, run_id):
        for sentence in repair(place, run_id, now):
            click.echo(sentence)
    click.echo("Next: copydesk run")


def _refuse_missing_raw(settings: Settings) -> None:
    if not settings.raw_folder.is_dir():
        raise ConfigError(
            f"the raw folder {settings.raw_folder} does not exist; make it, or name another with --raw"
        )


def _prepare(settings: Settings, *, console_level: str = "CRITICAL") -> None:
    """Set up what Prefect reads when it is imported; so the flows are imported only afterwards."""
    from flows.environment import end_quietly, prepare_environment  # noqa: PLC0415

    atexit.register(end_quietly)  # registered before Prefect's own, so it runs after them
    os.chdir(settings.project)
    prepare_environment(settings, console_level=console_level)


def _utc_now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251  # the edge
