"""`copydesk query` and `copydesk search`: SQL, a shell for it, and full-text search. They only read."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click
from duckdb import DuckDBPyConnection
from rich.console import Console
from rich.text import Text

from copydesk.answers import quiet_when_cut_off, write_file, write_parquet, write_rows
from copydesk.command import explained, settings_here, warehouse_option
from copydesk.errors import ConfigError
from copydesk.render import console

SHELL = "duckdb"
SHOWN_HITS = 10
FOUND = """
select rank, score, doc_id, title, published_date, source_name, language_code, snippet
from search_snippets($query, hit_count := $hit_count, among := $among)
"""
AMONG = """
select doc_id::varchar from search($query)
where ($language is null or language_code = $language)
    and ($since::date is null or published_date >= $since)
    and ($until::date is null or published_date <= $until)
order by rank limit $hit_count
"""
day_option = click.DateTime(["%Y-%m-%d"])


def format_option(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the option that says how rows are printed."""
    return click.option(
        "--format",
        "format_name",
        type=click.Choice(names),
        default=names[0],
        show_default=True,
        help="How to print the rows; json is one object a line.",
    )


@click.command()
@click.argument("sql", required=False)
@warehouse_option
@format_option("table", "csv", "json", "parquet")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file; parquet needs one.",
)
@click.option(
    "--version",
    type=click.IntRange(min=0),
    help="Ask an older version that is kept; `copydesk history` lists them.",
)
@explained
def query(
    sql: str | None,
    warehouse: Path | None,
    format_name: str,
    output: Path | None,
    version: int | None,
) -> None:
    """Run SQL on the published views, read-only. SQL is a statement, - for standard input; without it a shell opens."""
    from copydesk.store.publish import connect, connect_version  # noqa: PLC0415  # loads DuckDB

    if format_name == "parquet" and output is None:
        raise ConfigError("Parquet is no text to print; say where to with --output FILE.parquet")
    place = settings_here(warehouse=warehouse).warehouse_folder
    if sql is None:
        _open_shell(place, version)
    text = sys.stdin.read() if sql == "-" else sql
    with (
        quiet_when_cut_off(),
        connect(place) if version is None else connect_version(place, version) as connection,
    ):
        _answer(connection, str(text), format_name, output)


@click.command()
@click.argument("words")
@warehouse_option
@click.option(
    "--limit",
    type=click.IntRange(min=1, max=1000),
    default=SHOWN_HITS,
    show_default=True,
    help="Most documents.",
)
@click.option("--language", help="Only documents in this language (its code: en).")
@click.option("--since", type=day_option, help="Only documents published on this day or later.")
@click.option("--until", type=day_option, help="Only documents published on this day or earlier.")
@format_option("text", "csv", "json")
@explained
def search(
    words: str,
    warehouse: Path | None,
    limit: int,
    language: str | None,
    since: datetime | None,
    until: datetime | None,
    format_name: str,
) -> None:
    """Find documents by words, the best first.

    WORDS must all stand in the title or body, whatever capitals and accents: 'harbour strike'. "Words in double
    quotes" stand in this order, a beginning* stands for all words that begin so, a -word must not stand there.
    """
    from copydesk.store.publish import connect, readable  # noqa: PLC0415  # loads DuckDB

    place = settings_here(warehouse=warehouse).warehouse_folder
    values = {
        "query": words,
        "hit_count": limit,
        "language": language,
        "since": since and since.date(),
        "until": until and until.date(),
    }
    with quiet_when_cut_off(), connect(place) as connection, readable(place):
        _refuse_no_words(connection, words)
        _tell_hits(connection, values, format_name)


def _answer(
    connection: DuckDBPyConnection, sql: str, format_name: str, output: Path | None
) -> None:
    if output is None:
        write_rows(connection, sql, format_name, sys.stdout)
    elif format_name == "parquet":
        click.echo(f"{write_parquet(connection, sql, output):,} rows in {output}", err=True)
    else:
        write_file(connection, sql, format_name, output)


def _open_shell(place: Path, version: int | None) -> None:
    """Run DuckDB's own shell on the published views, read-only, and end as it ends."""
    from copydesk.store.publish import quote, view_database  # noqa: PLC0415

    found = _find_shell()
    if found is None:
        raise ConfigError(
            "DuckDB's shell is not installed; `pip install duckdb-cli` brings it, or give the SQL: "
            'copydesk query "from documents limit 5"'
        )
    with view_database(place, version) as database:
        root = f"set variable warehouse_root = {quote(str(place.resolve()))}"
        command = [found, "-readonly", str(database), "-cmd", root]
        # Ctrl-C stops a query of the shell and not the shell, which hears it too.
        signal.signal(signal.SIGINT, lambda *_: None)
        raise SystemExit(subprocess.run(command, check=False).returncode)  # noqa: S603  # found above


def _find_shell() -> str | None:
    """Return DuckDB's shell: what `pip install duckdb-cli` brought, else the one on the path."""
    spec = find_spec("duckdb_cli")
    if spec is not None and spec.origin is not None:
        # Its own command is a Python program around this one: Ctrl-C would end that and leave this without a terminal.
        bundled = shutil.which(SHELL, path=str(Path(spec.origin).parent))
        if bundled:
            return bundled
    return shutil.which(SHELL, path=str(Path(sys.executable).parent)) or shutil.which(SHELL)


def _refuse_no_words(connection: DuckDBPyConnection, words: str) -> None:
    """Raise for a query that asks for nothing."""
    row = connection.execute(
        "select count(*) filter (where not is_excluded), count(*) from search_clauses(?)", [words]
    ).fetchone()
    wanted, all_terms = row or (0, 0)
    if not all_terms:
        raise ConfigError(
            f"{words!r} holds no word to search for; try copydesk search 'harbour strike'"
        )
    if not wanted:
        raise ConfigError(
            f"{words!r} only says what must not stand there; add a word that must: 'harbour -strike'"
        )


def _tell_hits(connection: DuckDBPyConnection, values: dict[str, Any], format_name: str) -> None:
    among = None
    narrowed = any(values[name] is not None for name in ("language", "since", "until"))
    if narrowed:
        among = [doc_id for (doc_id,) in connection.execute(AMONG, values).fetchall()]
    given = {"query": values["query"], "hit_count": values["hit_count"], "among": among}
    if format_name != "text":
        write_rows(connection, FOUND, format_name, sys.stdout, given)
        return
    rows = connection.execute(FOUND, given).fetchall()
    if not rows:
        where = " among the documents that the options leave" if narrowed else ""
        click.echo(f"no document matches{where}: {values['query']}")
        return
    out = console()
    with out.capture() as told:  # Rich would end with 1 where the reader of a pipe has seen enough
        for row in rows:
            _tell_hit(out, row)
    click.echo(told.get(), nl=False)


def _tell_hit(out: Console, row: Sequence[Any]) -> None:
    rank, _, doc_id, title, day, source, language, snippet = row
    out.print(Text.assemble(f"{rank}. ", (title or "(no title)", "bold")), soft_wrap=True)
    facts = [str(day or "no date"), source, language, str(doc_id)]
    out.print(Text("   " + " · ".join(fact for fact in facts if fact), "dim"), soft_wrap=True)
    if snippet:
        out.print(Text(f"   {snippet}"), soft_wrap=True)
