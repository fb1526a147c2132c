"""The gate of the repository is open, and it shuts for every reason that it has to."""

import sys
from datetime import date
from pathlib import Path

import pytest

from copydesk.errors import CheckFailedError, ConfigError
from copydesk.evaluation import gate, tasks
from copydesk.evaluation.scores import Evaluation

EVAL = Path(__file__).parents[2] / "eval"
DAY = date(2026, 1, 1)
LATER = date(2026, 2, 2)


def reaches(**figures):
    """A stand-in for the annotators that reaches these figures on every set."""
    return lambda _task, _path: Evaluation("1 text", figures)


@pytest.fixture
def folder(tmp_path):
    """A folder with one set of dates, pinned at 80 and 70."""
    gold = tmp_path / "gold" / "dates" / "news"
    gold.mkdir(parents=True)
    (gold / "a.tml").write_text("<TimeML/>")
    write(tmp_path, gate.pin(tmp_path, reaches(value_f1=80.0, type_f1=70.0), DAY))
    return tmp_path


def write(folder, floors):
    (folder / gate.FLOORS).write_text(gate.format_floors(floors), encoding="utf-8")


def pinned(folder, task="dates", name="news"):
    """The floors of a set."""
    found = {one.name: one for one in gate.read_floors(folder / gate.FLOORS).pins}
    return found[f"{task}/{name}"]


@pytest.mark.timeout(120)
def test_the_gate_of_the_repository_is_open():
    """Every set reaches its floors, is what was pinned, and has floors for all that is measured."""
    assert gate.check(EVAL, tasks.evaluate_gold) == []


def test_every_task_has_a_set():
    """No annotator goes without a floor, and the gold tells where it comes from."""
    names = gate.list_sets(EVAL / gate.GOLD)
    assert {name.split("/")[0] for name in names} == set(tasks.TASKS)
    told = (EVAL / gate.GOLD / "README.md").read_text(encoding="utf-8")
    for path in names.values():
        assert f"`{path.parent.name}/{path.name}`" in told


def test_open_at_the_floor(folder):
    """What reaches its floors passes; so does what is above."""
    assert gate.check(folder, reaches(value_f1=80.0, type_f1=75.0)) == []
    assert gate.check(folder, reaches(value_f1=79.996, type_f1=70.0)) == []  # two decimals count


def test_shut_below_a_floor(folder):
    """The message names the set, the metric, the figure and its floor."""
    (problem,) = gate.check(folder, reaches(value_f1=79.9, type_f1=70.0))
    assert problem.startswith("dates/news: value_f1 is 79.9, below its floor of 80.0")


def test_an_allowance_is_for_noise(tmp_path):
    """Where figures hang on the machine, a little less passes and more does not."""
    gold = tmp_path / "gold" / "entities" / "news"
    gold.mkdir(parents=True)
    write(tmp_path, gate.pin(tmp_path, reaches(f1=80.0), DAY))
    allowance = pinned(tmp_path, "entities").allowance
    assert gate.check(tmp_path, reaches(f1=80.0 - allowance)) == []
    # the set is scored for clusters too
    assert len(gate.check(tmp_path, reaches(f1=80.0 - allowance - 0.1))) == 2


def test_shut_when_a_metric_comes_or_goes(folder):
    """A metric without a floor, and a floor without a metric, are both told."""
    problems = gate.check(folder, reaches(value_f1=80.0, strict_f1=90.0))
    assert [problem.split(";")[0] for problem in problems] == [
        "dates/news: strict_f1 has no floor",
        "dates/news: type_f1 is not measured any more",
    ]


def test_precision_alone_has_no_floor(folder):
    """It may be traded for recall; the F1 of both is what is held."""
    assert gate.check(folder, reaches(value_f1=80.0, type_f1=70.0, value_precision=1.0)) == []


@pytest.mark.parametrize("change", ["edit", "rename", "add", "remove"])
def test_shut_when_gold_changes(folder, change):
    """An edited, renamed, added or removed file is another set."""
    path = folder / "gold" / "dates" / "news" / "a.tml"
    if change == "edit":
        path.write_text("<TimeML></TimeML>")
    elif change == "rename":
        path.rename(path.with_name("b.tml"))
    elif change == "add":
        path.with_name("b.tml").write_text("")
    else:
        path.unlink()
    (problem,) = gate.check(folder, reaches(value_f1=99.0, type_f1=99.0))
    assert "not what the floors were pinned on" in problem


def test_shut_when_a_set_comes_or_goes(folder):
    """A new set needs floors; a pinned one cannot leave unseen."""
    (folder / "gold" / "dates" / "news").rename(folder / "gold" / "dates" / "other")
    problems = gate.check(folder, reaches(value_f1=99.0, type_f1=99.0))
    assert [problem.split(";")[0] for problem in problems] == [
        "dates/other: has no floors",
        "dates/news: the gold is gone",
    ]


EDITS = [
    ("value_f1 = 80.0", "value_f1 = 60.0"),  # a floor
    ("allowance = 0.0", "allowance = 50.0"),
    ("type_f1 = 70.0\n", ""),
    ("pinned_date = 2026-01-01", "pinned_date = 2025-01-01"),
]


@pytest.mark.parametrize(("old", "new"), EDITS)
def test_an_edit_by_hand_is_refused(folder, old, new):
    """The message says how to do it rightly."""
    path = folder / gate.FLOORS
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    with pytest.raises(ConfigError, match=r"edited by hand.*make pin LOWER"):
        gate.check(folder, reaches(value_f1=99.0, type_f1=99.0))
    with pytest.raises(ConfigError, match="edited by hand"):
        gate.pin(folder, reaches(value_f1=99.0, type_f1=99.0), LATER, "a reason does not help")


@pytest.mark.parametrize("content", ["", "sets = 1", "[sets.a]\n", "not toml"])
def test_a_damaged_file_is_refused(folder, content):
    """A file that says nothing is no open gate."""
    (folder / gate.FLOORS).write_text(content)
    with pytest.raises(ConfigError, match="make pin"):
        gate.check(folder, reaches())


def test_a_missing_file_is_refused(tmp_path):
    """Without floors there is no open gate."""
    with pytest.raises(ConfigError, match="make pin"):
        gate.check(tmp_path, reaches())


def test_floors_rise_by_themselves(folder):
    """Each metric keeps the best that was pinned."""
    write(folder, gate.pin(folder, reaches(value_f1=85.0, type_f1=70.0), LATER))
    assert pinned(folder).floors == {"value_f1": 85.0, "type_f1": 70.0}
    assert pinned(folder).pinned_date == LATER


def test_pinning_the_same_changes_nothing(folder):
    """The file stays as it is, date and all."""
    before = (folder / gate.FLOORS).read_text()
    write(folder, gate.pin(folder, reaches(value_f1=80.0, type_f1=70.0), LATER))
    assert (folder / gate.FLOORS).read_text() == before


def test_a_floor_does_not_fall_without_a_reason(folder):
    """Neither by a worse figure nor on changed gold nor by a metric or set that is gone."""
    for worse in (reaches(value_f1=79.0, type_f1=90.0), reaches(value_f1=80.0)):
        for reason in (None, "", " "):
            with pytest.raises(CheckFailedError, match="floors would fall: dates/news"):
                gate.pin(folder, worse, LATER, reason)
    (folder / "gold" / "dates" / "news" / "a.tml").write_text("harder")
    with pytest.raises(CheckFailedError, match=r"value_f1: 80\.0 -> 79\.0"):
        gate.pin(folder, reaches(value_f1=79.0, type_f1=70.0), LATER)


def test_a_lowered_floor_keeps_its_reason(folder):
    """The file holds what the floor was and why it fell, for good."""
    reason = 'the gold had "Easter" wrong — twice'
    write(folder, gate.pin(folder, reaches(value_f1=79.0, type_f1=71.0), LATER, reason))
    assert pinned(folder).floors == {"value_f1": 79.0, "type_f1": 71.0}
    expected = gate.Lowering("dates/news", "value_f1", 80.0, 79.0, reason, LATER)
    assert gate.read_floors(folder / gate.FLOORS).lowerings == (expected,)
    write(folder, gate.pin(folder, reaches(value_f1=90.0, type_f1=71.0), LATER))
    assert gate.read_floors(folder / gate.FLOORS).lowerings == (expected,)


def test_a_dropped_set_keeps_its_reason(folder):
    """A set that is taken out leaves its floors in the record."""
    (folder / "gold" / "dates" / "news").rename(folder / "gold" / "elsewhere")
    write(folder, gate.pin(folder, reaches(), LATER, "merged into another"))
    found = gate.read_floors(folder / gate.FLOORS)
    assert found.pins == ()
    assert [(one.metric, one.floor) for one in found.lowerings] == [
        ("value_f1", None),
        ("type_f1", None),
    ]


def test_noise_does_not_lower_a_floor(tmp_path):
    """A figure within the allowance leaves the floor where it is: many small steps are no way down."""
    (tmp_path / "gold" / "entities" / "news").mkdir(parents=True)
    write(tmp_path, gate.pin(tmp_path, reaches(f1=80.0), DAY))
    write(tmp_path, gate.pin(tmp_path, reaches(f1=79.5), LATER))
    assert pinned(tmp_path, "entities").floors == {"f1": 80.0}


def test_measure_writes_the_tables_of_the_documentation(tmp_path, monkeypatch, capsys):
    """`make eval` without a folder measures our sets, says which are not there, and fills the marked places."""
    monkeypatch.setattr(
        sys, "argv", ["measure", "--task", "boilerplate", "--write", str(tmp_path / "a.md")]
    )
    monkeypatch.syspath_prepend(str(EVAL))
    (tmp_path / "a.md").write_text(
        "One\n<!-- eval:boilerplate -->\nold\n<!-- /eval:boilerplate -->\nTwo\n"
    )
    import measure

    measure.main()
    printed, written = capsys.readouterr().out, (tmp_path / "a.md").read_text()
    for text in (printed, written):
        assert "| `pages` | 13 pages, " in text
        assert "| keep everything |" in text
        assert "Sets not found: the pages that the models learn from" in text
        assert "`make eval`" in text
    assert written.startswith("One\n")
    assert written.endswith("-->\nTwo\n")
    assert "old" not in written


def test_every_task_has_its_place_in_the_documentation():
    """docs/accuracy.md has the marks that `make eval WRITE=1` fills."""
    text = (EVAL.parent / "docs" / "accuracy.md").read_text(encoding="utf-8")
    for task in tasks.TASKS:
        assert text.index(f"<!-- eval:{task} -->") < text.index(f"<!-- /eval:{task} -->")
