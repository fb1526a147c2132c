"""Settings: where they come from, which wins, and what a wrong one says."""

import os

import pytest
from pydantic import ValidationError

from copydesk.errors import ConfigError
from copydesk.settings import find_project, load_settings, refuse_impossible_folders


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch):
    for name in [name for name in os.environ if name.startswith("COPYDESK_")]:
        monkeypatch.delenv(name)


def project(folder, text):
    (folder / "copydesk.toml").write_text(text, encoding="utf-8")
    return folder


def test_the_defaults_hold_without_a_file(tmp_path):
    """A folder without copydesk.toml is a project with the defaults."""
    settings = load_settings(tmp_path)
    assert settings.raw_folder == tmp_path / "raw"
    assert settings.warehouse_folder == tmp_path / "warehouse"
    assert settings.workers == os.cpu_count()
    assert (settings.batch_documents, settings.batch_mebibytes) == (500, 64)
    assert settings.file_mebibytes == 32
    assert settings.rejected_share_limit == 1.0
    assert (settings.schedule.cron, settings.schedule.timezone) == ("15 2 * * *", "UTC")
    assert settings.server.port == 4200
    assert settings.path_rules == ()
    assert settings.language.audit is False
    maintain = settings.maintain
    assert (maintain.small_batches, maintain.batch_documents) == (64, 20_000)
    assert (maintain.keep_versions, maintain.grace_hours) == (5, 24.0)
    assert maintain.cron == "30 4 * * 0"


def test_the_file_wins_over_the_defaults(tmp_path):
    """What copydesk.toml says holds; what it does not say has its default."""
    text = 'raw = "../texts"\nworkers = 3\n[schedule]\ntimezone = "Europe/Riga"\n'
    settings = load_settings(project(tmp_path, text))
    assert settings.raw_folder == tmp_path.parent / "texts"
    assert settings.workers == 3
    assert (settings.schedule.cron, settings.schedule.timezone) == ("15 2 * * *", "Europe/Riga")


def test_the_environment_wins_over_the_file(tmp_path, monkeypatch):
    """A variable replaces one setting, a nested one too, and leaves the others."""
    monkeypatch.setenv("COPYDESK_WORKERS", "5")
    monkeypatch.setenv("COPYDESK_SCHEDULE__CRON", "0 * * * *")
    text = 'workers = 3\nbatch_documents = 7\n[schedule]\ntimezone = "Europe/Riga"\n'
    settings = load_settings(project(tmp_path, text))
    assert (settings.workers, settings.batch_documents) == (5, 7)
    assert (settings.schedule.cron, settings.schedule.timezone) == ("0 * * * *", "Europe/Riga")


def test_arguments_win_over_all(tmp_path, monkeypatch):
    """An argument replaces file and environment; None is no argument."""
    monkeypatch.setenv("COPYDESK_WORKERS", "5")
    settings = load_settings(
        project(tmp_path, "batch_documents = 7"), workers=2, batch_documents=None
    )
    assert (settings.workers, settings.batch_documents) == (2, 7)


def test_absolute_folders_stay_where_they_are(tmp_path):
    """An absolute path is not put below the project."""
    settings = load_settings(tmp_path / "project", raw=tmp_path / "elsewhere")
    assert settings.raw_folder == tmp_path / "elsewhere"
    assert settings.warehouse_folder == tmp_path / "project" / "warehouse"


def test_settings_are_frozen(tmp_path):
    """Nobody changes a setting on the way."""
    with pytest.raises(ValidationError, match="frozen"):
        load_settings(tmp_path).workers = 9


UNKNOWN = [
    ("wrokers = 2", "wrokers"),
    ("[schedule]\ncorn = '* * * * *'", "schedule.corn"),
    ("[sever]\nport = 4200", "sever"),
    ("[language]\naudits = true", "language.audits"),
]


@pytest.mark.parametrize(("text", "key"), UNKNOWN)
def test_an_unknown_key_is_refused(tmp_path, text, key):
    """A key that is no setting is an error that names it and where the settings are listed."""
    with pytest.raises(ConfigError, match=rf"`{key}` is not a setting.*docs/settings\.md"):
        load_settings(project(tmp_path, text))


WRONG = [
    ("workers = 0", "workers", "0", "greater than or equal to 1", "COPYDESK_WORKERS"),
    ("workers = 'two'", "workers", "'two'", "integer", "COPYDESK_WORKERS"),
    ("batch_documents = 100001", "batch_documents", "100001", "100000", "COPYDESK_BATCH_DOCUMENTS"),
    ("file_mebibytes = 2000", "file_mebibytes", "2000", "1024", "COPYDESK_FILE_MEBIBYTES"),
    ("rejected_share_limit = 1.5", "rejected_share_limit", "1.5", "1", "REJECTED_SHARE_LIMIT"),
    ("raw = 3", "raw", "3", "path", "COPYDESK_RAW"),
    ("[schedule]\ncron = 'daily'", "schedule.cron", "'daily'", "five", "COPYDESK_SCHEDULE__CRON"),
    ("[maintain]\ncron = 'weekly'", "maintain.cron", "'weekly'", "five", "COPYDESK_MAINTAIN__CRON"),
    ("[maintain]\nkeep_versions = 0", "maintain.keep_versions", "0", "1", "__KEEP_VERSIONS"),
    ("[maintain]\ngrace_hours = -1", "maintain.grace_hours", "-1", "0", "__GRACE_HOURS"),
    ("[maintain]\ngrace_hours = nan", "maintain.grace_hours", "nan", "finite", "__GRACE_HOURS"),
    ("[schedule]\ntimezone = 'Riga'", "schedule.timezone", "'Riga'", "Europe/Riga", "__TIMEZONE"),
    ("[language]\naudit = 'often'", "language.audit", "'often'", "boolean", "_LANGUAGE__AUDIT"),
    (
        "[[dates.order]]\norder = 'ymd'",
        "dates.order.0.order",
        "'ymd'",
        "'dmy' or 'mdy'",
        "_DATES__ORDER",
    ),
    ("[server]\nport = 80", "server.port", "80", "1024", "COPYDESK_SERVER__PORT"),
]


@pytest.mark.parametrize(("text", "key", "value", "why", "variable"), WRONG)
def test_a_wrong_value_is_explained(tmp_path, text, key, value, why, variable):
    """The error names key, value, reason, and both places where it can be mended."""
    with pytest.raises(ConfigError) as caught:
        load_settings(project(tmp_path, text))
    message = str(caught.value)
    assert f"`{key}` = {value}" in message
    assert why in message
    assert str(tmp_path / "copydesk.toml") in message
    assert variable in message


RULES = [
    ("pattern = '('", "path_rules.0.pattern", "not a regular expression"),
    ("pattern = ''", "path_rules.0.pattern", "at least 1 character"),
    ("set = {source = 'Gazette'}", "path_rules.0.pattern", "required"),
    ("pattern = 'a'", "path_rules.0", "says nothing"),
    ("pattern = '(?P<day>..)'", "path_rules.0", "a `day` needs a `month`"),
    ("pattern = '(?P<month>..)'", "path_rules.0", "a `month` a `year`"),
    ("pattern = 'a'\nset = {desk = 'x'}", "path_rules.0.set", "`desk` is no field; the fields are"),
    ("pattern = 'a'\nset = {title = ' '}", "path_rules.0.set", "`title` is empty"),
    ("pattern = '(?P<source>a)'\nset = {source_name = 'b'}", "path_rules.0", "source_name twice"),
    ("pattern = '(?P<date>a)(?P<year>b)'", "path_rules.0", "published_text twice"),
]


@pytest.mark.parametrize(("text", "key", "why"), RULES)
def test_a_wrong_path_rule_is_explained(tmp_path, text, key, why):
    """The error names the rule, counted from 0, the reason, the file, and the variable that holds all rules."""
    with pytest.raises(ConfigError) as caught:
        load_settings(project(tmp_path, f"[[path_rules]]\n{text}\n"))
    message = str(caught.value)
    assert f"`{key}` = " in message
    assert why in message
    assert str(tmp_path / "copydesk.toml") in message
    assert "COPYDESK_PATH_RULES)" in message


def test_a_misspelt_key_of_a_path_rule_is_refused(tmp_path):
    """The second rule is number 1."""
    text = "[[path_rules]]\npattern = '(?P<title>a)'\n[[path_rules]]\npatern = 'a'\n"
    with pytest.raises(ConfigError, match=r"`path_rules\.1\.patern` is not a setting"):
        load_settings(project(tmp_path, text))


def test_path_rules_keep_their_order(tmp_path, monkeypatch):
    """They come from the file, or as JSON from the environment."""
    text = "[[path_rules]]\npattern = '^a'\nset = {source = 'A'}\n[[path_rules]]\npattern = '(?P<title>b)'\n"
    rules = load_settings(project(tmp_path, text)).path_rules
    assert [rule.pattern for rule in rules] == ["^a", "(?P<title>b)"]
    assert rules[0].set == {"source": "A"}
    monkeypatch.setenv("COPYDESK_PATH_RULES", '[{"pattern": "(?P<url>c)"}]')
    assert [rule.pattern for rule in load_settings(tmp_path).path_rules] == ["(?P<url>c)"]


def test_all_wrong_values_are_told_at_once(tmp_path):
    """Two mistakes are mended in one go."""
    with pytest.raises(ConfigError, match=r"(?s)`workers`.*`batch_documents`"):
        load_settings(project(tmp_path, "workers = 0\nbatch_documents = 0"))


def test_a_wrong_variable_is_explained(tmp_path, monkeypatch):
    """A mistake in the environment is told by the variable's name."""
    monkeypatch.setenv("COPYDESK_WORKERS", "many")
    with pytest.raises(ConfigError, match=r"'many'.*COPYDESK_WORKERS"):
        load_settings(tmp_path)


def test_a_broken_variable_is_not_laid_to_the_file(tmp_path, monkeypatch):
    """A variable that cannot be parsed is not reported as broken TOML."""
    monkeypatch.setenv("COPYDESK_SCHEDULE", "not json")
    with pytest.raises(ConfigError, match=r"(?i)schedule") as caught:
        load_settings(tmp_path)
    assert "TOML" not in str(caught.value)


@pytest.mark.parametrize("content", [b"workers = ", b"[schedule", b"raw = 'caf\xe9'"])
def test_broken_toml_names_the_file(tmp_path, content):
    """A file that is no TOML is an error that names it."""
    (tmp_path / "copydesk.toml").write_bytes(content)
    with pytest.raises(ConfigError, match=r"copydesk\.toml is not valid TOML"):
        load_settings(tmp_path)


def test_the_project_is_the_nearest_folder_with_a_file(tmp_path):
    """The search goes upwards and stops at the first copydesk.toml."""
    below = tmp_path / "outer" / "inner" / "deep"
    below.mkdir(parents=True)
    project(tmp_path / "outer", "")
    assert find_project(below) == tmp_path / "outer"
    project(tmp_path / "outer" / "inner", "")
    assert find_project(below) == tmp_path / "outer" / "inner"


def test_without_a_file_the_project_is_where_one_stands(tmp_path):
    """No copydesk.toml above: the folder itself is the project."""
    assert find_project(tmp_path) == tmp_path


def test_a_misspelt_variable_is_refused(tmp_path, monkeypatch):
    """A variable that is no setting is named, as an unknown key of the file is."""
    monkeypatch.setenv("COPYDESK_WROKERS", "2")
    with pytest.raises(ConfigError, match="COPYDESK_WROKERS is not a setting"):
        load_settings(tmp_path)


@pytest.mark.parametrize(
    ("raw", "warehouse"),
    [
        (".", "warehouse"),  # the warehouse would be read as raw text
        ("warehouse/raw", "warehouse"),
        ("here", "here"),
    ],
)
def test_folders_in_one_another_are_refused(tmp_path, raw, warehouse):
    """Raw text and warehouse lie side by side, never one inside the other."""
    with pytest.raises(ConfigError, match="side by side"):
        refuse_impossible_folders(load_settings(tmp_path, raw=raw, warehouse=warehouse))
