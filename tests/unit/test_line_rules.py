"""The user's rules for lines: which lines they decide, and what a wrong file is told."""

from uuid import UUID

import pytest

from copydesk.annotate.line_rules import annotate
from copydesk.annotate.registry import Configuration, fingerprints, path_clue
from copydesk.errors import ConfigError
from copydesk.records import DocId, Document, Metadata
from copydesk.settings import load_settings
from copydesk.text.publisher import publisher_of
from copydesk.text.segment import lines, paragraphs
from copydesk.user_rules import LineRule

TEXT = "Harbour vote put off\n\nThe board met on Friday.\n\nAsk our desk\n\nAsk a friend"


def decided(*rules, metadata=None, path="nord/a.txt"):
    """What some rules, given as tables, decide of TEXT: line number -> action and reason."""
    found = lines(TEXT)
    said = metadata or Metadata()
    publisher = publisher_of(said.source_name, said.url, path)
    document = Document(
        DocId(UUID(int=1)), TEXT, found, paragraphs(TEXT, found), said, path, publisher
    )
    made = annotate(document, [LineRule(**rule) for rule in rules])
    return {item.line_no: (item.action.value, item.reason) for item in made}


DROP = {"action": "drop", "pattern": "^Ask "}
CASES = [
    ([], {}),
    ([DROP], {5: ("drop", "user_rule"), 7: ("drop", "user_rule")}),
    ([{**DROP, "reason": "desk"}], {5: ("drop", "desk"), 7: ("drop", "desk")}),
    # The first that fits counts.
    (
        [{"action": "keep", "pattern": "friend$"}, DROP],
        {5: ("drop", "user_rule"), 7: ("keep", "user_rule")},
    ),
    ([{**DROP, "pattern": "board"}], {3: ("drop", "user_rule")}),  # anywhere in the line
    ([{**DROP, "pattern": "^ask"}], {}),  # letter case counts, but for (?i)
    ([{**DROP, "pattern": "(?i)^ask our"}], {5: ("drop", "user_rule")}),
    ([{**DROP, "source": "süd*"}], {}),
    ([{**DROP, "source": "NORD", "pattern": "our desk"}], {5: ("drop", "user_rule")}),
]


@pytest.mark.parametrize(("rules", "expected"), CASES)
def test_rules_decide_lines(rules, expected):
    """Each line by the first rule of its publisher that is found in it."""
    assert decided(*rules) == expected


def test_a_source_is_the_publisher():
    """A name in the metadata goes before the folder."""
    rule = {**DROP, "pattern": "our desk", "source": "harbour*"}
    assert decided(rule, metadata=Metadata(source_name="Harbour Gazette")) == {
        5: ("drop", "user_rule")
    }
    assert decided(rule, metadata=Metadata(source_name="Nordpost"), path="harbour/a.txt") == {}


def test_rules_change_one_fingerprint():
    """An edit of the rules outdates their own step alone; no rules are as no step."""
    without, with_rule = fingerprints(), fingerprints(Configuration((LineRule(**DROP),)))
    assert {name for name in without if without[name] != with_rule[name]} == {"line_rules"}
    assert fingerprints(Configuration((LineRule(**DROP, reason="x"),))) != with_rule


def test_a_folder_matters_where_rules_have_sources():
    """A file that moves to another folder is looked at again only where a rule asks for the publisher."""
    anywhere = path_clue(Configuration((LineRule(**DROP),)))
    by_source = path_clue(Configuration((LineRule(**DROP, source="nord"),)))
    assert anywhere("nord/a.txt") == anywhere("west/a.txt")
    assert by_source("nord/a.txt") != by_source("west/a.txt")
    assert by_source("nord/a.txt") == by_source("nord/b/c.txt")


WRONG = [
    ("[[rule]]\naction = 'drop'\npattern = '('\n", "rule 1: `pattern`: .*unterminated subpattern"),
    ("[[rule]]\naction = 'lose'\npattern = 'a'\n", "rule 1: `action`: .*'keep' or 'drop'"),
    ("[[rule]]\naction = 'drop'\n", "rule 1: `pattern`: Field required"),
    ("[[rule]]\naction = 'drop'\npattern = ''\n", "rule 1: `pattern`: .*at least 1 character"),
    ("[[rule]]\naction = 'drop'\npattern = 3\n", "rule 1: `pattern`: .*valid string"),
    (
        "[[rule]]\naction = 'keep'\npattern = 'a'\n[[rule]]\naction = 'drop'\npattern = 'b'\nlanguage = 'de'\n",
        "rule 2: `language`: Extra inputs are not permitted",
    ),
    ("[[rules]]\naction = 'drop'\n", r"`rules`: .*\[\[rule\]\]"),
    ("rule = 3\n", r"`rule`: .*\[\[rule\]\]"),
    ("rule = [3]\n", "rule 1: "),
    ("[[rule]\n", "not valid TOML"),
]


@pytest.mark.parametrize(("text", "problem"), WRONG)
def test_a_wrong_file_is_told_when_settings_are_loaded(tmp_path, text, problem):
    """The message names the file, the rule and what is wrong with it."""
    (tmp_path / "line_rules.toml").write_text(text)
    with pytest.raises(ConfigError, match=rf"(?s)line_rules\.toml.*{problem}"):
        load_settings(tmp_path)


def test_no_file_is_no_rules(tmp_path):
    """The default may be absent; a file that is set may not."""
    assert load_settings(tmp_path).rules == ()
    (tmp_path / "copydesk.toml").write_text('line_rules = "mine.toml"\n')
    with pytest.raises(ConfigError, match=r"mine\.toml cannot be read .*set as `line_rules`"):
        load_settings(tmp_path)
    (tmp_path / "mine.toml").write_text("[[rule]]\naction = 'drop'\npattern = 'a'\n")
    assert load_settings(tmp_path).rules == (LineRule(action="drop", pattern="a"),)
