"""`copydesk evaluate`: a table of figures, or one message that says what was expected."""

import pytest
from click.testing import CliRunner

from copydesk.cli import main
from copydesk.errors import ConfigError
from copydesk.evaluation import tasks
from copydesk.evaluation.gold import take


def call(*arguments):
    """Run the command."""
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)])


def test_prints_size_and_figures(tmp_path):
    """What was measured, on how much, and every figure to one decimal."""
    (tmp_path / "a.page").write_text(
        "- ADVERTISEMENT\n+ The board met on Friday and put its vote off.\n"
    )
    result = call("boilerplate", tmp_path)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"boilerplate on {tmp_path.name}: 1 page, 2 lines\n")
    assert "| line_f1 | 100.0 |" in result.stdout


def test_language_of_dates_and_limit(tmp_path):
    """Texts in a language without rules have dates in digits only; a limit spreads over the set."""
    for name in "abcd":
        (tmp_path / f"{name}.tml").write_text(
            '<TimeML><TEXT>On <TIMEX3 type="DATE" value="2024-03-14">March 14, 2024</TIMEX3>.</TEXT></TimeML>'
        )
    assert "| value_f1 | 100.0 |" in call("dates", tmp_path).stdout
    german = call("dates", tmp_path, "--language", "de", "--limit", 3)
    assert "3 documents" in german.stdout
    assert "| value_recall | 0.0 |" in german.stdout


def test_sentences_one_by_one(tmp_path):
    """Each line can be a text of its own."""
    (tmp_path / "a.jsonl").write_text(
        '{"lang": "ell", "sents": ["Καλημέρα σας", "Το λιμάνι έκλεισε"]}\n'
    )
    assert "1 text, 1 language" in call("language", tmp_path).stdout
    assert "2 texts, 1 language" in call("language", tmp_path, "--by-sentence").stdout


def test_stories_give_figures_by_length(tmp_path):
    """A story is scored as word, phrase, sentence, paragraph and article."""
    (tmp_path / "a.jsonl").write_text(
        '{"lang": "ell", "sents": ["Καλημέρα σας", "Το λιμάνι έκλεισε"]}\n'
    )
    printed = call("stories", tmp_path).stdout
    assert "1 story, 1 language" in printed
    for metric in ("word_accuracy", "article_macro_accuracy", "boilerplate_40_accuracy"):
        assert f"| {metric} |" in printed


@pytest.mark.parametrize("task", tasks.TASKS)
def test_says_what_is_expected(tmp_path, task):
    """A folder without gold is refused with the formats that the task reads."""
    result = call(task, tmp_path)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"copydesk: {tmp_path} holds no such file; expected ")


def test_a_path_that_is_not_there(tmp_path):
    """It is told as such."""
    assert "does not exist" in call("dates", tmp_path / "gone").stderr


def test_an_unknown_task_is_refused(tmp_path):
    """Also for who calls the library."""
    assert call("spelling", tmp_path).exit_code == 2
    with pytest.raises(ConfigError, match="there is no task 'spelling'"):
        tasks.evaluate("spelling", tmp_path)


def test_taken_evenly():
    """A part of a set reaches from its first to its last third."""
    assert take("abcdefghi", 3) == ["a", "d", "g"]
    assert take("ab", 3) == "ab"


def test_a_set_is_read_in_the_language_of_its_name(tmp_path):
    """`news_de` is German, and what names no language is English."""
    story = '<TimeML><TEXT>Am <TIMEX3 type="DATE" value="2024-03-14">14. März 2024</TIMEX3>.</TEXT></TimeML>'
    reached = {}
    for name in ("news_de", "news", "ntrex_sentences"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.tml").write_text(story)
        found = tasks.evaluate_gold("dates", tmp_path / name)
        reached[name] = found.figures["strict_recall"]
    assert reached == {"news_de": 100.0, "news": 0.0, "ntrex_sentences": 0.0}
