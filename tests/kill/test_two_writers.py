"""Two runs at once on one warehouse: one of them is refused and told by whom, or they take turns."""

import random
import time

import pytest
from histories import YEARS, assert_clean, change, clean_build, run, seen, start_project
from processes import Child, call
from small_warehouse import SOAK, rows

from copydesk.errors import WarehouseBusyError

ROUNDS = 20 * SOAK
"""`make soak` does many more."""


def outcome_of(child):
    """The summary of a run, or its refusal."""
    try:
        return child.result()
    except WarehouseBusyError as error:
        return error


@pytest.mark.timeout(60 + 10 * ROUNDS)
def test_writers_exclude_each_other(tmp_path, capsys):
    """Each succeeds or is refused by name; what the winner committed is there; the end is as of a clean build."""
    chance = random.Random(ROUNDS)  # noqa: S311  # no secret
    project = start_project(tmp_path)
    raw, warehouse = project / "raw", project / "warehouse"
    refusals, runs = [], 0
    for number in range(ROUNDS):
        first = Child(run, project, raw, next(YEARS))
        time.sleep(chance.choice([0, 0, chance.uniform(0, 1)]))
        second = Child(run, project, raw, next(YEARS))
        outcomes = [outcome_of(first), outcome_of(second)]
        refused = [item for item in outcomes if isinstance(item, WarehouseBusyError)]
        assert len(refused) < len(outcomes)
        refusals += map(str, refused)
        runs += len(outcomes) - len(refused)
        change(raw, number)
    call(run, project, raw, next(YEARS))
    with capsys.disabled():
        print(f"\n{runs} runs, {len(refusals)} refusals")  # noqa: T201
    assert [text for text in refusals if "is being written by run 2" not in text] == []
    assert seen(warehouse) == clean_build(tmp_path / "clean", raw)
    assert rows(warehouse, "select count(*) from runs") == [(runs + 1,)]
    assert_clean(warehouse)
