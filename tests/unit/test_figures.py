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
    last_comparison,
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
        # a fifth of what came in is refused: few beside the archive, and many of sixty
        ({"rejected_count": 2 + 15}, [("rejected_share", "")]),
        # what was refused long ago is no news
        ({"rejected_count": 2}, []),
        # none of the new documents is dated
        ({"undated_count": 66 + 60}, [("undated_share", "")]),
        # hardly a name in the new documents
        ({"mention_count": 6600 + 60}, [("mentions_by_document", "")]),
        # a feed changed its form: all that came is refused
        (
            {
                "added_count": 0,
                "rejected_count": 62,
                "by_source": {"Post": 440, "Gazette": 220},
                "by_language": {"en": 660},
            },
            [
                ("volume_by_source", "Gazette"),
                ("volume_by_source", "Post"),
                ("volume_by_language", "en"),
                ("rejected_share", ""),
            ],
        ),
        # nothing came in: there is nothing to compare
        ({"added_count": 0}, []),
        # a folder is not mounted: most of the archive is gone, and nothing came
        ({"added_count": 0, "removed_count": 500}, [("removed_share", "")]),
        # a handful is gone
        ({"added_count": 0, "removed_count": 9}, []),
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


def test_an_empty_night_does_not_hide_an_odd_day(tmp_path: Path):
    """Told is the last run that changed something, not the one after it that found nothing new."""
    *earlier, last = steady(12)
    odd = replace(last, by_source={"Post": 440, "Gazette": 240})
    quiet = replace(odd, run_id="night", added_count=0)
    keep_figures(tmp_path, [*earlier, odd, quiet], replace(quiet, run_id="next night"))
    found = last_comparison(tmp_path, SETTINGS)
    assert found is not None
    assert found.now == odd
    assert [(item.kind, item.name) for item in found.oddities] == [("volume_by_source", "Post")]
    assert last_comparison(tmp_path / "elsewhere", SETTINGS) is None


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
