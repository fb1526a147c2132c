"""`copydesk entities`: who is in the warehouse, why names are one, and what may be one too. Reads only."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click
from duckdb import DuckDBPyConnection
from rich.console import Console
from rich.table import Table
from rich.text import Text

from copydesk import render
from copydesk.command import explained, settings_here, warehouse_option
from copydesk.errors import ConfigError
from copydesk.records import EntityType

SHOWN_ALIASES = 6
SHOWN_ENTITIES = 30
limit_option = click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=SHOWN_ENTITIES,
    show_default=True,
    help="Most rows.",
)
type_option = click.option(
    "--type",
    "entity_type",
    type=click.Choice([one.value for one in EntityType], case_sensitive=False),
    help="Only entities of this type.",
)
LISTED = """
select name, entity_type, document_count, mention_count, entity_id, aliases from entities
where (? is null or entity_type = ?) and (? is null or entity_id in (
    select entity_id from entity_aliases where strip_accents(alias) ilike ?
    union all select entity_id from entities where strip_accents(name) ilike ?
))
order by document_count desc, mention_count desc, name, entity_id limit ?
"""
MEANT = """
select entity_id, entity_type, name, country_code, wikidata_id, document_count, mention_count
from entities where entity_id = ? or entity_id in (
    select entity_id from entities where lower(name) = lower(?)
    union all select entity_id from entity_aliases where lower(alias) = lower(?)
    union all select entity_id from entity_links where lower(name) = lower(?)
)
order by document_count desc, entity_id
"""
LINKS = """
select name, linked_name, method, score, scope, document_count, doc_id from entity_links
where entity_id = ? order by scope desc, document_count desc, name, linked_name
"""
ALIASES = """
select alias, mention_count from entity_aliases
where entity_id = ? order by mention_count desc, alias
"""
NAMES = """
select mentions.entity_type, mentions.entity_name,
    first(mention_entities.entity_id order by mention_entities.entity_id), count(distinct mentions.doc_id)
from stored.mentions as mentions join stored.mention_entities as mention_entities using (doc_id, mention_no)
where not mention_entities.is_hidden and mention_entities.line_kind in ('title', 'body')
    and mention_entities.link_method in ('name', 'spelling', 'legal_form', 'middle_name', 'given_name', 'initial', 'place')
group by mentions.entity_type, mentions.entity_name order by all
"""


@click.group()
def entities() -> None:
    """List and search entities, explain why names are one, suggest what may be one too."""


@entities.command("list")
@warehouse_option
@type_option
@limit_option
@explained
def list_entities(warehouse: Path | None, entity_type: str | None, limit: int) -> None:
    """List the entities of most documents."""
    _show_entities(warehouse, entity_type, None, limit)


@entities.command()
@click.argument("text")
@warehouse_option
@type_option
@limit_option
@explained
def search(text: str, warehouse: Path | None, entity_type: str | None, limit: int) -> None:
    """Find entities by TEXT, a part of any of their names, whatever case or accents."""
    _show_entities(warehouse, entity_type, text, limit)


@entities.command()
@click.argument("name")
@warehouse_option
@explained
def explain(name: str, warehouse: Path | None) -> None:
    """Say why the names of an entity are one. NAME is any of its names, or an entity_id."""
    from copydesk.store.publish import connect, readable  # noqa: PLC0415  # loads DuckDB

    place = settings_here(warehouse=warehouse).warehouse_folder
    with connect(place) as connection, readable(place):
        found = connection.execute(MEANT, [name] * 4).fetchall()
        if not found:
            raise ConfigError(
                f"no entity has the name or id {name!r}; `copydesk entities search` finds parts of names"
            )
        for row in found:
            _explain_one(connection, row)


@entities.command()
@warehouse_option
@type_option
@limit_option
@explained
def suggest(warehouse: Path | None, entity_type: str | None, limit: int) -> None:
    """Print what may be one and is not sure enough, as lines for aliases.csv: keep those that are right."""
    from copydesk.annotate.entities.resolution import TypedName, suggestions  # noqa: PLC0415
    from copydesk.store.publish import connect, readable  # noqa: PLC0415

    settings = settings_here(warehouse=warehouse)
    place = settings.warehouse_folder
    with connect(place) as connection, readable(place):
        names = connection.execute(NAMES).fetchall()
    told_apart = {
        frozenset((one.name.casefold(), one.other.casefold()))
        for one in settings.decisions
        if one.decision == "different"
    }
    found = [
        one
        for one in suggestions.suggest(
            [
                suggestions.NamedEntity(TypedName(EntityType(kind), name), entity_id, count)
                for kind, name, entity_id, count in names
            ]
        )
        if entity_type in {None, one.name.name.entity_type.value}
        and frozenset((one.name.name.name.casefold(), one.other.name.name.casefold()))
        not in told_apart
    ]
    for one in found[:limit]:
        kind = one.name.name.entity_type.value
        counts = f"{one.name.document_count:,} and {one.other.document_count:,} documents"
        click.echo(f"# {one.method.value}, score {one.score:.2f}, {counts}")
        click.echo(_csv_line(["same", one.name.name.name, one.other.name.name, kind]))
    if len(found) > limit:
        click.echo(f"# {len(found) - limit:,} more; --limit shows them")


def _csv_line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue()


def _show_entities(
    warehouse: Path | None, entity_type: str | None, text: str | None, limit: int
) -> None:
    from copydesk.store.publish import connect, readable  # noqa: PLC0415

    place = settings_here(warehouse=warehouse).warehouse_folder
    with connect(place) as connection, readable(place):
        pattern = None if text is None else _pattern(connection, text)
        values = [entity_type, entity_type, pattern, pattern, pattern, limit]
        rows = connection.execute(LISTED, values).fetchall()
    if not rows:
        click.echo("no entity")
        return
    table = Table("name", "type", "documents", "mentions", "entity_id", "forms", box=None)
    for name, kind, document_count, mention_count, entity_id, aliases in rows:
        more = f" … {len(aliases) - SHOWN_ALIASES} more" if len(aliases) > SHOWN_ALIASES else ""
        counts = (f"{document_count:,}", f"{mention_count:,}")
        forms = " | ".join(aliases[:SHOWN_ALIASES]) + more
        table.add_row(*map(Text, (name, kind, *counts, entity_id, forms)))
    render.console().print(table)


def _pattern(connection: DuckDBPyConnection, text: str) -> str:
    """Return what finds a text anywhere in a name, taken letter by letter."""
    row = connection.execute("select strip_accents(?)", [text]).fetchone()
    plain = str(row[0]) if row else text
    return f"%{plain.replace('%', '_')}%"


def _explain_one(connection: DuckDBPyConnection, row: Sequence[Any]) -> None:
    entity_id, kind, name, country_code, wikidata_id, document_count, mention_count = row
    console = render.console()
    head = [name, kind, entity_id, country_code, wikidata_id]
    counts = f"{document_count:,} documents, {mention_count:,} mentions"
    _line(console, " · ".join(part for part in (*head, counts) if part))
    aliases = connection.execute(ALIASES, [entity_id]).fetchall()
    _line(console, "  forms: " + ", ".join(f"{alias} ({count:,})" for alias, count in aliases))
    links = connection.execute(LINKS, [entity_id]).fetchall()
    if not links:
        _line(console, "  all its mentions have its own name: there is no link to explain")
    for line in _link_lines(links):
        _line(console, "  " + line)


def _line(console: Console, text: str) -> None:
    console.print(Text(text), soft_wrap=True)


def _link_lines(links: Iterable[Sequence[Any]]) -> Iterable[str]:
    for name, linked, method, score, scope, count, doc_id in links:
        where = "in its own document" if scope == "document" else "everywhere"
        documents = "1 document" if count == 1 else f"{count:,} documents"
        yield (
            f"{name} = {linked}: {method}, score {score:.2f}, {where}; {documents}, such as {doc_id}"
        )
