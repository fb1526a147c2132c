"""The gate: no figure of a set in the repository may fall below its floor, and no floor may fall unseen.

Called by the tests and by `eval/pin.py`. `eval/floors.toml` holds, for each set, the SHA-256 of the gold, a floor
for each metric and how far a figure may stay below it (`allowance`); and a digest over all of that, so that an
edit by hand is noticed. Lowering a floor takes a reason, which the file keeps with the former floor.
"""

import json
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from copydesk.errors import CheckFailedError, ConfigError
from copydesk.evaluation import TASKS
from copydesk.evaluation.gold import digest
from copydesk.evaluation.scores import Evaluation

FLOORS = "floors.toml"
GOLD = "gold"
HOW_TO = "write it with `make pin`, and with `make pin LOWER='why'` where a floor has to fall"
PINNED = ("f1", "accuracy", "char_recall")
"""Endings of the metrics that have floors: what weighs errors of both kinds, and the share of a story that is
kept. Precision and recall alone may be traded for one another."""
ALLOWANCES = {"entities": 1.0, "clusters": 1.0}
"""Task -> allowance in points where figures hang on the machine: the model multiplies floating-point matrices,
and a near tie may fall the other way. A mention of a set of 200 is 0.5, of one type 1.0. All else is exact."""
SHARED_GOLD = {"clusters": "entities"}
"""Task -> task whose gold it scores as well."""

Evaluate = Callable[[str, Path], Evaluation]


@dataclass(frozen=True, slots=True)
class Pin:
    """What is pinned of one set.

    Attributes:
        name: `<task>/<set>`.
        sha256: Of the gold.
        pinned_date: When its floors were last written.
        allowance: How many points a figure may stay below its floor.
        floors: Metric -> floor, in percent, two decimals.
    """

    name: str
    sha256: str
    pinned_date: date
    allowance: float
    floors: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Lowering:
    """A floor that was lowered, or dropped (`floor` is None), and why."""

    name: str
    metric: str
    former_floor: float
    floor: float | None
    reason: str
    lowered_date: date


@dataclass(frozen=True, slots=True)
class Floors:
    """The content of the floors file."""

    pins: tuple[Pin, ...] = ()
    lowerings: tuple[Lowering, ...] = field(default=())


def list_sets(gold: Path) -> dict[str, Path]:
    """Give the sets of a folder of gold: `<task>/<set>` -> where it is."""
    folders = {task: gold / SHARED_GOLD.get(task, task) for task in sorted(TASKS)}
    return {
        f"{task}/{one.name}": one
        for task, folder in folders.items()
        if folder.is_dir()
        for one in sorted(folder.iterdir())
    }


def check(folder: Path, evaluate: Evaluate) -> list[str]:
    """Say everything that keeps the gate shut; nothing when it is open.

    Args:
        folder: With the floors file and the folder of gold.
        evaluate: Scores the annotators on a task and a set.

    Raises:
        ConfigError: The floors file is missing, or was not written by `pin`.
    """
    floors = read_floors(folder / FLOORS)
    sets = list_sets(folder / GOLD)
    pinned = [one.name for one in floors.pins]
    problems = [f"{name}: has no floors; {HOW_TO}" for name in sets if name not in pinned]
    for one in floors.pins:
        problems += _check_set(one, sets.get(one.name), evaluate)
    return problems


def _check_set(pin: Pin, path: Path | None, evaluate: Evaluate) -> list[str]:
    if path is None:
        return [f"{pin.name}: the gold is gone; {HOW_TO}"]
    if digest(path) != pin.sha256:
        return [f"{pin.name}: the gold is not what the floors were pinned on; {HOW_TO}"]
    figures = round_figures(evaluate(_task(pin.name), path))
    missing = [metric for metric in figures if metric not in pin.floors]
    problems = [f"{pin.name}: {metric} has no floor; {HOW_TO}" for metric in missing]
    for metric, floor in pin.floors.items():
        figure = figures.get(metric)
        if figure is None:
            problems.append(f"{pin.name}: {metric} is not measured any more; {HOW_TO}")
        elif _is_below(figure, floor, pin):
            problems.append(
                f"{pin.name}: {metric} is {figure}, below its floor of {floor} "
                f"(allowance {pin.allowance}); mend the annotator, or {HOW_TO}"
            )
    return problems


def _task(name: str) -> str:
    return name.split("/", maxsplit=1)[0]


def round_figures(evaluation: Evaluation) -> dict[str, float]:
    """Give the figures that have floors, to two decimals."""
    return {
        metric: round(figure, 2)
        for metric, figure in evaluation.figures.items()
        if metric.endswith(PINNED)
    }


def pin(folder: Path, evaluate: Evaluate, today: date, reason: str | None = None) -> Floors:
    """Measure every set and give the new floors. A floor rises freely; lowering one takes a reason.

    Args:
        folder: With the folder of gold, and the floors file unless it is the first time.
        evaluate: Scores the annotators on a task and a set.
        today: Goes into what has changed.
        reason: Why floors may fall.

    Raises:
        CheckFailedError: A floor would fall, and there is no reason given.
        ConfigError: The floors file was not written by this function.
    """
    path = folder / FLOORS
    former = read_floors(path) if path.exists() else Floors()
    measured = [
        _measure(name, gold, evaluate, today) for name, gold in list_sets(folder / GOLD).items()
    ]
    fallen = [
        Lowering(*one, reason=reason or "", lowered_date=today)
        for one in _fallen(former.pins, measured)
    ]
    if fallen and not (reason or "").strip():
        told = "; ".join(
            f"{one.name} {one.metric}: {one.former_floor} -> {one.floor}" for one in fallen
        )
        raise CheckFailedError(
            f"floors would fall: {told}. Mend the annotator, or say why: LOWER='why'"
        )
    before = {one.name: one for one in former.pins}
    kept = [_keep(before.get(one.name), one) for one in measured]
    return Floors(tuple(kept), (*former.lowerings, *fallen))


def _measure(name: str, path: Path, evaluate: Evaluate, today: date) -> Pin:
    figures = round_figures(evaluate(_task(name), path))
    return Pin(name, digest(path), today, ALLOWANCES.get(_task(name), 0.0), figures)


def _fallen(
    former: Iterable[Pin], measured: Iterable[Pin]
) -> Iterable[tuple[str, str, float, float | None]]:
    """Give set, metric, old and new floor of all that fell by more than the allowance."""
    now = {one.name: one for one in measured}
    for old in former:
        new = now.get(old.name)
        for metric, floor in old.floors.items():
            figure = new.floors.get(metric) if new else None
            if figure is None or _is_below(figure, floor, old):
                yield old.name, metric, floor, figure


def _is_below(figure: float, floor: float, pin: Pin) -> bool:
    return figure < round(floor - pin.allowance, 2)


def _keep(old: Pin | None, new: Pin) -> Pin:
    """Give the pin of a set: the old floor where the figure is no better and within the allowance."""
    if old is None:
        return new
    floors = {
        metric: figure
        if _is_below(figure, old.floors.get(metric, figure), old)
        else max(figure, old.floors.get(metric, figure))
        for metric, figure in new.floors.items()
    }
    kept = replace(new, floors=floors)
    return old if replace(kept, pinned_date=old.pinned_date) == old else kept


def read_floors(path: Path) -> Floors:
    """Give the content of a floors file.

    Raises:
        ConfigError: It is missing or damaged, or was edited by hand.
    """
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        pins = tuple(
            Pin(name, row["sha256"], row["pinned_date"], row["allowance"], row["floors"])
            for name, row in found.get("sets", {}).items()
        )
        lowerings = tuple(
            Lowering(
                row["set"], row["metric"], row["former_floor"], row.get("floor"),
                row["reason"], row["lowered_date"],
            )
            for row in found.get("lowered", [])
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ConfigError(f"{path} cannot be read ({error}); {HOW_TO}") from error
    floors = Floors(pins, lowerings)
    if found.get("digest") != seal(floors):
        raise ConfigError(f"{path} was edited by hand; take the edit back and {HOW_TO}")
    return floors


def seal(floors: Floors) -> str:
    """Give the SHA-256 over all that a floors file says."""
    content = json.dumps(asdict(floors), sort_keys=True, default=str)
    return sha256(content.encode()).hexdigest()


def format_floors(floors: Floors) -> str:
    """Give a floors file as TOML."""
    parts = [
        "# Floors of the evaluation gate, in percent. Written by `make pin`; an edit by hand fails the tests.",
        f'digest = "{seal(floors)}"',
    ]
    for one in floors.pins:
        parts += [
            "",
            f'[sets."{one.name}"]',
            f'sha256 = "{one.sha256}"',
            f"pinned_date = {one.pinned_date.isoformat()}",
            f"allowance = {one.allowance}",
            f'[sets."{one.name}".floors]',
            *(f"{metric} = {floor}" for metric, floor in one.floors.items()),
        ]
    for one_lowering in floors.lowerings:
        parts += ["", "[[lowered]]", *_lowering_lines(one_lowering)]
    return "\n".join([*parts, ""])


def _lowering_lines(one: Lowering) -> list[str]:
    return [
        f'set = "{one.name}"',
        f'metric = "{one.metric}"',
        f"former_floor = {one.former_floor}",
        *([] if one.floor is None else [f"floor = {one.floor}"]),
        f"reason = {json.dumps(one.reason, ensure_ascii=False)}",
        f"lowered_date = {one.lowered_date.isoformat()}",
    ]
