"""Resolution: seconds and peak memory of who is who at the end of a run, over many mentions.

    python bench/resolution.py [--documents N] [--mentions N]

Writes files of `mentions`, `lines`, `sentences` and `languages` as batches of 2,000 documents do, of made-up names with the
spread of real ones: a few in very many documents, half of all in one. People have nicknames, middle names and initials, half
of their mentions are lone surnames that the document resolved, some are not. Most places are real ones of the gazetteer, a
few of them with a state behind a comma or in a dateline; two of five documents are in inflected languages. Then it resolves in
a process of its own.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from uuid import UUID

import pyarrow as pa

from copydesk.annotate.entities.gazetteer.tables import read_table
from copydesk.records import EntityType
from copydesk.schema import STORED
from copydesk.store.parquet import FileEntry, write_table

BATCH = 2_000
FREQUENT_SHARE = 0.66
RANK_EXPONENT = 0.6
PERSON_SHARE = 0.45
ORGANIZATION_SHARE = 0.3
REAL_PLACE_SHARE = 0.8
CONTAINER_SHARE, DATELINE_SHARE, ACT_SHARE = 0.05, 0.3, 0.03
"""Of the mentions of places, of documents, of the mentions of places: about what English news have."""
LANGUAGES = ("en", "en", "en", "ru", "pl")
FORM_SHARES = {"middle": 0.2, "initial": 0.1, "lone": 0.3}
LINE_CHARS = 600
SENTENCE_CHARS = 150
_GIVEN = """
James Jim Mary Robert Bob Patricia John Jennifer Jen Michael Mike Linda William Bill David Dave Elizabeth Liz
Richard Barbara Susan Joseph Joe Thomas Tom Charles Sarah Karen Christopher Chris Nancy Daniel Matthew Sergei
Sergey Vladimir Olga Wei Min Ahmed Mohammed Fatima Ibrahim Yusuf Anna Maria Juan Carlos Luis Pierre Jean Hans
"""
_SYLLABLES = "ba ber bo can co da den do el fa fer ga gan ho ja ka kov la lan le ler ma man mi mo na nik no pa per ra ren ri ro sa sen sha so ta ter to va ven vi wa wen ya zi"
GIVEN = _GIVEN.split()
SYLLABLES = _SYLLABLES.split()
ORGANIZATIONS = (
    "Bank",
    "Institute",
    "Inc",
    "Corp",
    "Group",
    "University",
    "Ministry of {}",
    "Party",
    "Agency",
    "Times",
)
RUN = """
import json, resource, sys, time
from pathlib import Path
from copydesk.annotate.entities.resolution.world import WorldGazetteer
from copydesk.resolved import make_resolver
from copydesk.schema import STORED
from copydesk.store.entities import renew_entities
from copydesk.store.manifest import BatchEntry, Manifest
from copydesk.store.parquet import FileEntry, write_table

warehouse = Path(sys.argv[1])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
listed = json.loads((warehouse / "listed.json").read_text())
batches = {
    name: BatchEntry(1, {}, {table: FileEntry(**entry) for table, entry in files.items()}, {})
    for name, files in listed.items()
}
recurring = write_table(
    warehouse, "recurring_lines", STORED["recurring_lines"].arrow_schema().empty_table()
)
made = make_resolver((), WorldGazetteer())
spent = []

def timed(names):
    start = time.perf_counter()
    found = made.resolve(names)
    spent.append(time.perf_counter() - start)
    return found

head = Manifest(0, "bench", "", True)
start, cpu = time.perf_counter(), time.process_time()
files = renew_entities(warehouse, head, batches, recurring, type(made)(made.fingerprint, timed))
seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
start = time.perf_counter()
renew_entities(warehouse, Manifest(0, "bench", "", True, {}, files), batches, recurring, made)
again = time.perf_counter() - start
print(f"{seconds:.1f} s ({cpu:.1f} s of CPU), of them the rules {spent[0]:.1f} s; peak {peak:.0f} MiB ({before:.0f} before); "
      f"where nothing changed {1000 * again:.0f} ms")
for table, entry in files.items():
    print(f"{table}: {entry.row_count:,} rows, {entry.byte_count / 2**20:.1f} MiB")
"""


def make_names(count: int, chance: random.Random) -> list[tuple[EntityType, str]]:
    """Give so many names, the first of them the most frequent ones."""
    places = real_places()
    names: list[tuple[EntityType, str]] = []
    while len(names) < count:
        word = "".join(chance.choices(SYLLABLES, k=chance.choice((2, 2, 3, 3, 4)))).capitalize()
        kind = chance.random()
        if kind < PERSON_SHARE:
            names += _person(word, chance)
        elif kind < PERSON_SHARE + ORGANIZATION_SHARE:
            form = chance.choice(ORGANIZATIONS)
            name = form.format(word) if "{}" in form else f"{word} {form}"
            names.append((EntityType.ORGANIZATION, name))
        else:
            entity_type = chance.choice(
                (EntityType.LOCATION, EntityType.LOCATION, EntityType.EVENT)
            )
            is_real = entity_type is EntityType.LOCATION and chance.random() < REAL_PLACE_SHARE
            names.append((entity_type, _draw_place(places, chance) if is_real else word))
    return list(dict.fromkeys(names))[:count]


def real_places() -> list[str]:
    """Give the English names of states and cities, the largest first."""
    rows = [row.split("\t") for row in read_table("places").decode().splitlines()]
    known = [(-int(row[7]), row[2]) for row in rows if row[1] in {"country", "city"}]
    return list(dict.fromkeys(name for _, name in sorted(known)))


def _draw_place(places: list[str], chance: random.Random) -> str:
    return places[int(len(places) * chance.random() ** 2)]


def _person(word: str, chance: random.Random) -> list[tuple[EntityType, str]]:
    given = chance.choice(GIVEN)
    forms = [f"{given} {word}"]
    if chance.random() < FORM_SHARES["middle"]:
        forms.append(f"{given} {chance.choice('ABCDEFGHJKLM')}. {word}")
    if chance.random() < FORM_SHARES["initial"]:
        forms.append(f"{given[0]}. {word}")
    if chance.random() < FORM_SHARES["lone"]:
        forms.append(word)
    return [(EntityType.PERSON, form) for form in forms]


def write_batch(
    warehouse: Path, number: int, names: list[tuple[EntityType, str]], options: argparse.Namespace
) -> dict[str, FileEntry]:
    """Write the files of one batch and return them as the manifest would."""
    chance = random.Random(number)  # noqa: S311  # no secret
    rows: dict[str, dict[str, list[object]]] = {
        table: {name: [] for name in STORED[table].arrow_schema().names}
        for table in ("mentions", "lines", "sentences", "languages")
    }
    mean = options.mentions / options.documents
    for position in range(min(BATCH, options.documents - number * BATCH)):
        doc_id = UUID(int=(number * BATCH + position) * 0x9E3779B97F4A7C15F39CC0605CEDC835 % 2**128)
        count = max(1, round(chance.gauss(mean, mean / 3)))
        own = [_draw(names, chance) for _ in range(count)]
        _add_document(rows, doc_id.bytes, chance.choices(own, k=count))
        _add(
            rows["languages"],
            doc_id=doc_id.bytes,
            rank=1,
            language_code=LANGUAGES[position % len(LANGUAGES)],
            language_tag="en",
        )
    return {
        table: write_table(warehouse, table, pa.table(columns, schema=STORED[table].arrow_schema()))
        for table, columns in rows.items()
    }


def _draw(names: list[tuple[EntityType, str]], chance: random.Random) -> tuple[EntityType, str]:
    """Give a name: two of three from the frequent ones, by their rank, the rest from all."""
    if chance.random() < FREQUENT_SHARE:
        return names[min(int(chance.paretovariate(RANK_EXPONENT)), len(names)) - 1]
    return chance.choice(names)


def _add_document(
    rows: dict[str, dict[str, list[object]]], doc_id: bytes, found: list[tuple[EntityType, str]]
) -> None:
    chance = random.Random(doc_id)  # noqa: S311
    position = 0
    for mention_no, (entity_type, name) in enumerate(found, start=1):
        position += 60
        _add(
            rows["mentions"],
            doc_id=doc_id,
            mention_no=mention_no,
            line_no=1 + position // LINE_CHARS,
            start_char=position,
            end_char=position + len(name),
            surface=name,
            entity_type=entity_type.value,
            method="model",
            score=None,
            entity_name=name,
            **_surroundings(entity_type, chance),
        )
    for line_no in range(1, position // LINE_CHARS + 2):
        start = (line_no - 1) * LINE_CHARS
        _add(
            rows["lines"],
            doc_id=doc_id,
            line_no=line_no,
            start_char=start,
            end_char=start + LINE_CHARS,
            kind="body",
        )
        for at in range(start, start + LINE_CHARS, SENTENCE_CHARS):
            sentence_no = 1 + at // SENTENCE_CHARS
            _add(
                rows["sentences"],
                doc_id=doc_id,
                sentence_no=sentence_no,
                line_no=line_no,
                start_char=at,
                end_char=at + SENTENCE_CHARS,
            )


def _surroundings(entity_type: EntityType, chance: random.Random) -> dict[str, object]:
    """Give what stands around a mention."""
    is_place = entity_type is EntityType.LOCATION
    has_container = is_place and chance.random() < CONTAINER_SHARE
    return {
        "container_name": chance.choice(("Texas", "Ohio", "France")) if has_container else None,
        "is_in_dateline": is_place and chance.random() < DATELINE_SHARE / 3,
        "is_said_of_government": is_place and chance.random() < ACT_SHARE,
    }


def _add(columns: dict[str, list[object]], **values: object) -> None:
    """Add a row; what is not given is the neutral value of its kind."""
    defaults = {
        "reason": "default",
        "score": 0.9,
        "template_hash": 0,
        "engine": "bench 1",
        "letter_share": 1.0,
        "method": "vote",
        "detector": "bench",
    }
    for name, column in columns.items():
        column.append(values.get(name, defaults.get(name)))


def main() -> None:
    """Make the files, resolve, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--mentions", type=int, default=1_000_000)
    options = parser.parse_args()
    names = make_names(options.mentions // 5, random.Random(0))  # noqa: S311
    with tempfile.TemporaryDirectory() as folder:
        warehouse = Path(folder)
        listed = {
            f"{number:04}": write_batch(warehouse, number, names, options)
            for number in range(-(-options.documents // BATCH))
        }
        count = sum(files["mentions"].row_count for files in listed.values())
        print(f"{options.documents:,} documents, {count:,} mentions, {len(names):,} names")
        serial = {
            name: {table: asdict(entry) for table, entry in files.items()}
            for name, files in listed.items()
        }
        (warehouse / "listed.json").write_text(json.dumps(serial))
        subprocess.run([sys.executable, "-c", RUN, str(warehouse)], check=True)


if __name__ == "__main__":
    main()
