"""The figures of a run, and what looks odd in them against the runs before.

The archive flow takes and keeps them after each run; `copydesk status` shows them. They lie beside the tables and
are no part of the warehouse: losing them costs the comparison, and nothing else.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from itertools import pairwise
from pathlib import Path
from statistics import median

from copydesk.pipeline import RunSummary
from copydesk.settings import ReportSettings, Settings
from copydesk.store.publish import connect

FIGURES_PATH = Path("cache", "run_figures.jsonl")
KEPT_RUNS = 500
"""Lines of the file, at most: the newest."""
TOTALS_SQL = """
select
    (select count(*) from documents) as document_count,
    (select count(*) from documents where published_date is null) as undated_count,
    (select count(*) from documents where language_code = 'und') as no_language_count,
    (select count(*) from mentions) as mention_count
"""
SOURCES_SQL = """
select
    coalesce(source_name, '(unknown)') as name,
    count(*) as source_count
from sources
group by all
"""
LANGUAGES_SQL = """
select
    language_code as name,
    count(*) as document_count
from documents
group by all
"""


@dataclass(frozen=True, slots=True)
class RunFigures:
    """What the warehouse held after a run, and what the run took in.

    Attributes:
        run_id: The run.
        document_count: Documents in the warehouse, as are the next three.
        undated_count: Documents without a publication date.
        no_language_count: Documents whose language is not known.
        mention_count: Entity mentions.
        by_source: Source name -> sources.
        by_language: Language code -> documents.
        added_count: Sources that the run added or changed.
        rejected_count: Sources that the run found and rejected.
        source_count: Sources that the run found.
        removed_count: Sources that were there before the run and are gone.
        annotated_count: Documents that the run annotated.
        seconds: Wall seconds of the run.
        stage_seconds: Stage -> wall seconds of all workers together.
    """

    run_id: str
    document_count: int
    undated_count: int
    no_language_count: int
    mention_count: int
    by_source: Mapping[str, int] = field(default_factory=dict)
    by_language: Mapping[str, int] = field(default_factory=dict)
    added_count: int = 0
    rejected_count: int = 0
    source_count: int = 0
    removed_count: int = 0
    annotated_count: int = 0
    seconds: float = 0.0
    stage_seconds: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something in a run that is unlike the runs before.

    Attributes:
        kind: `volume_by_source`, `volume_by_language`, `rejected_share`, `undated_share`, `mentions_by_document` or
            `removed_share`.
        name: The source or language; empty for the whole run.
        value: What the run has.
        usual: The median of the runs before.
    """

    kind: str
    name: str
    value: float
    usual: float

    @property
    def sentence(self) -> str:
        """The oddity in plain words."""
        return SENTENCES[self.kind].format(name=self.name, value=self.value, usual=self.usual)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A run beside those before it.

    Attributes:
        before: The figures of the run before; None for the first.
        now: The figures of the run.
        oddities: What is unlike the runs before.
    """

    before: RunFigures | None
    now: RunFigures
    oddities: Sequence[Oddity]

    @property
    def by_source(self) -> list[tuple[str, int]]:
        """Sources by name, more or less than before the run; the biggest first."""
        return _grown(self.before.by_source if self.before else {}, self.now.by_source)

    @property
    def by_language(self) -> list[tuple[str, int]]:
        """Documents by language code, more or less than before the run; the biggest first."""
        return _grown(self.before.by_language if self.before else {}, self.now.by_language)


SENTENCES = {
    "volume_by_source": "{value:,.0f} new from {name}; usual are about {usual:,.0f}",
    "volume_by_language": "{value:,.0f} new documents in {name}; usual are about {usual:,.0f}",
    "rejected_share": "{value:.1%} of what came in is rejected; usual are {usual:.1%}",
    "undated_share": "{value:.1%} of the new documents have no publication date; usual are {usual:.1%}",
    "mentions_by_document": "{value:.1f} names in a new document; usual are {usual:.1f}",
    "removed_share": "{value:.1%} of the sources are gone; usual are {usual:.1%}",
}


def take_figures(warehouse: Path, summary: RunSummary) -> RunFigures:
    """Return the figures of a run that has just been published."""
    with connect(warehouse) as connection:
        documents, undated, no_language, mentions = connection.execute(TOTALS_SQL).fetchall()[0]
        by_source = connection.execute(SOURCES_SQL).fetchall()
        by_language = connection.execute(LANGUAGES_SQL).fetchall()
    return RunFigures(
        run_id=summary.run_id,
        document_count=documents,
        undated_count=undated,
        no_language_count=no_language,
        mention_count=mentions,
        by_source=dict(by_source),
        by_language=dict(by_language),
        added_count=summary.counts.added + summary.counts.changed,
        rejected_count=len(summary.rejections),
        source_count=summary.source_count,
        removed_count=summary.counts.removed,
        annotated_count=summary.annotated_count,
        seconds=round(summary.seconds, 3),
        stage_seconds={name: round(s, 3) for name, s in summary.stage_seconds.items()},
    )


def read_figures(warehouse: Path) -> list[RunFigures]:
    """Return the figures that are kept, oldest first. A line that cannot be read is left out."""
    try:
        lines = (warehouse / FIGURES_PATH).read_text(encoding="utf-8").splitlines()
    except OSError:
        return []
    names = {item.name for item in fields(RunFigures)}
    found = []
    for line in lines:
        try:
            row = json.loads(line)
            found.append(RunFigures(**{key: row[key] for key in row.keys() & names}))
        except (ValueError, TypeError, AttributeError):
            continue
    return found


def keep_figures(warehouse: Path, kept: Sequence[RunFigures], figures: RunFigures) -> None:
    """Add the figures of a run to those that are kept."""
    path = warehouse / FIGURES_PATH
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [*kept, figures][-KEPT_RUNS:]
    new = path.with_suffix(".new")
    text = "".join(json.dumps(asdict(row), ensure_ascii=False) + "\n" for row in rows)
    new.write_text(text, encoding="utf-8")
    new.replace(path)


def find_oddities(
    earlier: Sequence[RunFigures], now: RunFigures, settings: ReportSettings
) -> list[Oddity]:
    """Return what is unlike the last runs that took something in; nothing while there are too few of them.

    Args:
        earlier: The figures of the runs before, oldest first.
        now: The run.
        settings: How many runs are compared, and what counts as odd.
    """
    deltas = [delta for delta in pairwise(earlier) if _came_in(delta)][-settings.compared_runs :]
    if len(deltas) < settings.least_runs:
        return []
    this = (earlier[-1], now)
    gone = _odd_removal(deltas, this, settings)
    if not _came_in(this):
        return gone
    return [
        *_odd_volumes("volume_by_source", lambda item: item.by_source, deltas, this, settings),
        *_odd_volumes("volume_by_language", lambda item: item.by_language, deltas, this, settings),
        *_odd_shares(deltas, this, settings),
        *gone,
    ]


def last_comparison(warehouse: Path, settings: ReportSettings) -> Comparison | None:
    """Compare the last run that changed something with those before it; None where no figures are kept.

    Runs that found nothing new come after it each night, and have nothing to tell.
    """
    figures = read_figures(warehouse)
    while len(figures) > 1 and not _changed(figures[-2], figures[-1]):
        figures.pop()
    if not figures:
        return None
    *earlier, now = figures
    oddities = find_oddities(earlier, now, settings)
    return Comparison(earlier[-1] if earlier else None, now, oddities)


def compare(settings: Settings, summary: RunSummary) -> Comparison:
    """Compare a run that has just been published with those before it, and keep its figures for the next."""
    warehouse = settings.warehouse_folder
    earlier = read_figures(warehouse)
    now = take_figures(warehouse, summary)
    keep_figures(warehouse, earlier, now)
    oddities = find_oddities(earlier, now, settings.report)
    return Comparison(earlier[-1] if earlier else None, now, oddities)


def _grown(before: Mapping[str, int], after: Mapping[str, int]) -> list[tuple[str, int]]:
    names = {*before, *after}
    differences = [(name, after.get(name, 0) - before.get(name, 0)) for name in names]
    told = [(name, difference) for name, difference in differences if difference]
    return sorted(told, key=lambda item: (-item[1], item[0]))


_Delta = tuple[RunFigures, RunFigures]


def _came_in(delta: _Delta) -> int:
    """Return how many sources a run added, changed or rejected for the first time."""
    return delta[1].added_count + _newly_rejected(delta)


def _newly_rejected(delta: _Delta) -> int:
    return max(0, delta[1].rejected_count - delta[0].rejected_count)


def _changed(before: RunFigures, after: RunFigures) -> bool:
    return bool(_came_in((before, after)) or after.removed_count or after.annotated_count)


def _odd_volumes(
    kind: str,
    counts: Callable[[RunFigures], Mapping[str, int]],
    deltas: Sequence[_Delta],
    this: _Delta,
    settings: ReportSettings,
) -> list[Oddity]:
    """Return sources or languages of which far more or far fewer came than usual."""
    found = []
    for name in sorted({*counts(this[0]), *counts(this[1])}):

        def grown(delta: _Delta, name: str = name) -> int:
            return counts(delta[1]).get(name, 0) - counts(delta[0]).get(name, 0)

        value, usual = grown(this), median(map(grown, deltas))
        is_more = value > settings.volume_factor * max(usual, settings.least_volume)
        is_less = usual >= settings.least_volume and value < usual / settings.volume_factor
        if is_more or is_less:
            found.append(Oddity(kind, name, value, usual))
    return found


def _odd_shares(deltas: Sequence[_Delta], this: _Delta, settings: ReportSettings) -> list[Oddity]:
    """Return shares of the whole run that are unlike the usual ones. Of a handful of documents none is told."""
    found = []
    if _came_in(this) >= settings.least_volume:
        value, usual = _rejected_share(this), median(map(_rejected_share, deltas))
        if value > usual + settings.share_margin:
            found.append(Oddity("rejected_share", "", value, usual))
    if _new_documents(this) < settings.least_volume:
        return found
    value, usual = _undated_share(this), median(map(_undated_share, deltas))
    if value > usual + settings.share_margin:
        found.append(Oddity("undated_share", "", value, usual))
    value, usual = _mentions_by_document(this), median(map(_mentions_by_document, deltas))
    if not usual / settings.volume_factor <= value <= usual * settings.volume_factor:
        found.append(Oddity("mentions_by_document", "", value, usual))
    return found


def _odd_removal(deltas: Sequence[_Delta], this: _Delta, settings: ReportSettings) -> list[Oddity]:
    """Return that far more of the sources are gone than usual: a folder that was not mounted, most likely."""
    value, usual = _removed_share(this), median(map(_removed_share, deltas))
    is_odd = value > usual + settings.share_margin
    if this[1].removed_count < settings.least_volume or not is_odd:
        return []
    return [Oddity("removed_share", "", value, usual)]


def _new_documents(delta: _Delta) -> int:
    return max(0, delta[1].document_count - delta[0].document_count)


def _rejected_share(delta: _Delta) -> float:
    return _newly_rejected(delta) / max(1, _came_in(delta))


def _removed_share(delta: _Delta) -> float:
    kept = delta[0].source_count - delta[0].rejected_count
    return delta[1].removed_count / max(1, kept)


def _undated_share(delta: _Delta) -> float:
    undated = max(0, delta[1].undated_count - delta[0].undated_count)
    return undated / max(1, _new_documents(delta))


def _mentions_by_document(delta: _Delta) -> float:
    mentions = max(0, delta[1].mention_count - delta[0].mention_count)
    return mentions / max(1, _new_documents(delta))
