"""What looks odd in a run against the runs before it."""

from dataclasses import replace
from pathlib import Path

import pytest

from copydesk.figures import (
    FIGURES_PATH,
    KEPT_RUNS,
    RunFigures,
    find_oddities,
    keep_figures,
    read_figures,
)
from copydesk.settings import ReportSettings

SETTINGS = ReportSettings()


def steady(runs: int) -> list[RunFigures]:
    """Runs that each bring forty stories from the Post and twenty from the Gazette, all but one of ten dated."""
    return [
        RunFigures(
            run_id=f"run-{number}",
            document_count=60 * number,
            undated_count=6 * number,
            no_language_count=0,
            mention_count=600 * number,
            by_source={"Post": 40 * number, "Gazette": 20 * number},
            by_language={"en": 60 * number},
            added_count=60,
            rejected_count=2,
            source_count=60 * number + 2,
        )
        for number in range(1, runs + 1)
    ]


def oddities(**changes: object) -> list[tuple[str, str]]:
    """Return the kind and name of what is odd in a steady history whose last run is changed."""
    *earlier, last = steady(12)
    found = find_oddities(earlier, replace(last, **changes), SETTINGS)
    return [(item.kind, item.name) for item in found]


def test_a_run_like_the_others_is_not_odd():
    """Sixty more of the usual."""
    assert oddities() == []


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        # a source falls silent
        ({"by_source": {"Post": 440, "Gazette": 240}}, [("volume_by_source", "Post")]),
        # a source delivers ten times as much
        ({"by_source": {"Post": 840, "Gazette": 240}}, [("volume_by_source", "Post")]),
        # a source that nobody knew floods in
        (
            {"by_source": {"Post": 480, "Gazette": 240, "Spam": 90}},
            [("volume_by_source", "Spam")],
        ),
        # a source that nobody knew brings a few: welcome
        ({"by_source": {"Post": 480, "Gazette": 240, "Herald": 9}}, []),
        # a language disappears
        (
            {"by_language": {"en": 660, "und": 60}},
            [("volume_by_language", "en"), ("volume_by_language", "und")],
        ),
        # a third of what was found is refused
        ({"rejected_count": 240}, [("rejected_share", "")]),
        # none of the new documents is dated
        ({"undated_count": 66 + 60}, [("undated_share", "")]),
        # hardly a name in the new documents
        ({"mention_count": 6600 + 60}, [("mentions_by_document", "")]),
        # nothing came in: there is nothing to compare
        ({"added_count": 0, "rejected_count": 240}, []),
    ],
)
def test_what_is_unlike_the_runs_before_is_odd(changes, found):
    """Volume by source and language, rejections, dates and names, each by its own threshold."""
    assert oddities(**changes) == found


def test_a_young_archive_has_nothing_odd():
    """Without runs to compare with nothing is told."""
    *earlier, last = steady(4)
    assert find_oddities(earlier, replace(last, rejected_count=240), SETTINGS) == []
    assert find_oddities([], last, SETTINGS) == []


def test_an_oddity_is_told_in_words():
    """The sentence has what came and what is usual."""
    *earlier, last = steady(12)
    silent = replace(last, by_source={"Post": 440, "Gazette": 240})
    [found] = find_oddities(earlier, silent, SETTINGS)
    assert found.sentence == "0 new from Post; usual are about 40"


def test_figures_are_kept_and_read_back(tmp_path: Path):
    """A torn line costs itself; the file does not grow for ever."""
    for number, figures in enumerate(steady(3)):
        keep_figures(tmp_path, steady(3)[:number], figures)
    assert read_figures(tmp_path) == steady(3)
    with (tmp_path / FIGURES_PATH).open("a") as file:
        file.write('{"run_id": "torn')
    assert read_figures(tmp_path) == steady(3)
    many = steady(KEPT_RUNS + 5)
    keep_figures(tmp_path, many[:-1], many[-1])
    assert read_figures(tmp_path) == many[-KEPT_RUNS:]
    assert read_figures(tmp_path / "elsewhere") == []
