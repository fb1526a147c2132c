"""kill -9 at every named moment: readers see the old state or the new one, and the next run heals."""

import shutil
import signal
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from histories import (
    YEARS,
    Job,
    assert_checks_pass,
    assert_clean,
    change,
    clean_build,
    dying,
    maintain,
    recorded,
    run,
    seen,
    start_project,
)
from processes import Child, call

from copydesk.faults import FaultPoint


@dataclass(frozen=True, slots=True)
class Scene:
    """A project just before a job, what readers see before and after it, and the moments that it comes past."""

    project: Path
    job: Job
    allowed: tuple[Mapping[str, object], ...]
    after: Mapping[str, object]
    reached: Counter[FaultPoint]


def make_scene(folder: Path, project: Path, job: Job, *between: Mapping[str, object]) -> Scene:
    raw = project / "raw"
    after = clean_build(folder / "clean", raw)
    assert_checks_pass(folder / "clean" / "warehouse")
    rehearsal = folder / "rehearsal"
    shutil.copytree(project, rehearsal)
    reached = call(recorded, job, rehearsal, raw, next(YEARS))
    return Scene(project, job, (seen(project / "warehouse"), *between, after), after, reached)


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """A project after its first run and many changes, so that its second run has all kinds of work."""
    project = start_project(tmp_path_factory.mktemp("published"))
    call(run, project, project / "raw", next(YEARS))
    change(project / "raw", 0)
    change(project / "raw", 1)
    return project


@pytest.fixture(scope="module")
def scenes(tmp_path_factory, published):
    first = start_project(tmp_path_factory.mktemp("first"))
    grown = tmp_path_factory.mktemp("grown")
    shutil.copytree(published, grown, dirs_exist_ok=True)
    for number in range(2, 6):
        call(run, grown, grown / "raw", next(YEARS))
        change(grown / "raw", number)
    call(run, grown, grown / "raw", next(YEARS))
    empty: dict[str, object] = {view: [] for view in seen(published / "warehouse")}
    return {
        "first run": make_scene(tmp_path_factory.mktemp("a"), first, run, empty),
        "next run": make_scene(tmp_path_factory.mktemp("b"), published, run),
        "maintenance": make_scene(tmp_path_factory.mktemp("c"), grown, maintain),
    }


def test_all_moments_are_reached(scenes):
    """Together the three scenes come past every moment that has a name."""
    assert set().union(*(scene.reached for scene in scenes.values())) == set(FaultPoint)


@pytest.mark.parametrize("point", FaultPoint)
@pytest.mark.parametrize("name", ["first run", "next run", "maintenance"])
def test_a_kill_leaves_the_old_state_or_the_new(scenes, tmp_path, name, point):
    """At the first, second and last coming past: whole views, and a run that heals without a hand."""
    scene = scenes[name]
    times = scene.reached[point]
    for nth in sorted({1, min(2, times), times}) if times else ():
        project = tmp_path / str(nth)
        shutil.copytree(scene.project, project)
        raw, warehouse = project / "raw", project / "warehouse"
        dead = Child(dying, point, nth, scene.job, project, raw, next(YEARS))
        assert dead.exit_code() == -signal.SIGKILL
        assert seen(warehouse) in scene.allowed
        call(run, project, raw, next(YEARS))
        assert seen(warehouse) == scene.after
        assert_clean(warehouse)
