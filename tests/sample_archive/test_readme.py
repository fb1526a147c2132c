"""What the README and the pages of docs/ show is what the commands print on the sample archive.

`UPDATE_README=1 pytest tests/sample_archive/test_readme.py` writes the outputs anew.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from copydesk.cli import main
from copydesk.store.publish import connect

PROJECT = Path(__file__).parent.parent.parent
README = PROJECT / "README.md"
PAGES = (README, *sorted((PROJECT / "docs").glob("*.md")))
OPEN_DOORS = PROJECT / "docs" / "open-doors.md"
DUCKDB = Path(sys.executable).with_name("duckdb")
COMMANDS = ("query", "entities", "show", "export")
"""Commands that read, and print the same on every day."""
CONSOLE = re.compile(
    # A command may go over several lines within its double quotes.
    r'```console\n\$ (?P<command>[^\n"]*(?:"[^"]*"[^\n"]*)*)\n(?P<output>.*?)```',
    re.DOTALL,
)


def blocks() -> list[tuple[Path, re.Match]]:
    return [
        (page, block)
        for page in PAGES
        for block in CONSOLE.finditer(page.read_text(encoding="utf-8"))
    ]


def printed(command: str, warehouse: Path) -> str:
    """Run a command of a page in this process on the sample warehouse."""
    words = shlex.split(command)
    assert words[0] == ".venv/bin/copydesk"
    assert words[1] in COMMANDS
    standard_input = None
    if "<" in words:
        standard_input = (PROJECT / words[-1]).read_text(encoding="utf-8")
        words = words[: words.index("<")]
    arguments = [*words[1:], "--warehouse", str(warehouse)]
    result = CliRunner().invoke(main, arguments, input=standard_input)
    assert result.exit_code == 0, result.output
    return "".join(
        line.rstrip() + "\n" for line in result.output.strip("\n").splitlines() if line.strip()
    )


@pytest.mark.parametrize("number", range(len(blocks())))
def test_a_command_of_a_page_prints_what_is_shown(number, sample_warehouse, tmp_path, monkeypatch):
    """The command of a console block gives the output below it."""
    page, block = blocks()[number]
    (tmp_path / "copydesk.toml").touch()
    monkeypatch.chdir(tmp_path)
    output = printed(block["command"], sample_warehouse)
    if os.environ.get("UPDATE_README"):
        text = page.read_text(encoding="utf-8")
        page.write_text(
            text.replace(block[0], f"```console\n$ {block['command']}\n{output}```"),
            encoding="utf-8",
        )
        return
    assert output == block["output"]


@pytest.mark.skipif(not DUCKDB.exists(), reason="duckdb-cli is not installed")
@pytest.mark.parametrize("page", [README, OPEN_DOORS], ids=lambda page: page.name)
def test_a_stranger_reads_a_moved_warehouse_as_the_page_says(page, tmp_path, sample_warehouse):
    """The line for DuckDB's own command line works on a warehouse in another place, with nothing else there."""
    [line] = re.findall(r"^duckdb .*$", page.read_text(encoding="utf-8"), re.MULTILINE)
    moved = shutil.copytree(sample_warehouse, tmp_path / "elsewhere")
    command = [DUCKDB, *shlex.split(line.replace("/new/place", str(moved)))[1:]]

    def ask():
        return subprocess.run(command, cwd="/", env={}, capture_output=True, text=True, check=False)

    assert "language_code" in ask().stdout
    shutil.rmtree(
        moved / "tables"
    )  # it was these files that were read, not those it was copied from
    assert "No files found" in ask().stderr


def test_every_command_is_in_the_readme():
    """No command of the tool is undocumented, and none is promised that does not exist."""
    text = README.read_text(encoding="utf-8")
    documented = set(re.findall(r"^\| `copydesk (\w+)", text, re.MULTILINE))
    assert documented == set(main.commands)


def python_blocks() -> list[tuple[Path, str]]:
    return [
        (page, block)
        for page in (README, OPEN_DOORS)
        for block in re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    ]


@pytest.mark.parametrize("number", range(len(python_blocks())))
def test_a_python_example_runs(number, sample_warehouse, monkeypatch, capsys):
    """A Python block works beside a warehouse, and prints something."""
    _, code = python_blocks()[number]
    for name in ("pandas", "polars"):
        if name in code:
            pytest.importorskip(name)
    monkeypatch.chdir(sample_warehouse.parent)
    exec(code, {})  # noqa: S102  # our own pages
    assert capsys.readouterr().out


def test_the_dbt_example_runs_on_the_views(sample_warehouse):
    """The SQL of each model of the example answers, with the sources that it declares."""
    folder = PROJECT / "docs" / "examples" / "dbt"
    profile = yaml.safe_load((folder / "profiles.yml").read_text(encoding="utf-8"))
    [attached] = profile["desk"]["outputs"]["here"]["attach"]
    declared = yaml.safe_load((folder / "models" / "sources.yml").read_text(encoding="utf-8"))
    [source] = declared["sources"]
    assert (attached["alias"], attached["read_only"]) == (source["database"], True)
    for model in (folder / "models").glob("*.sql"):
        sql = model.read_text(encoding="utf-8")
        names = re.findall(r"\{\{ source\('(\w+)', '(\w+)'\) \}\}", sql)
        assert {name for _, name in names} <= {table["name"] for table in source["tables"]}
        plain = re.sub(r"\{\{ source\('\w+', '(\w+)'\) \}\}", r"warehouse.main.\1", sql)
        with connect(sample_warehouse) as connection:
            assert connection.execute(plain).fetchall()


def test_links_and_pictures_exist():
    """Every relative link of the README leads somewhere."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README.read_text(encoding="utf-8"))
    assert [link for link in links if not (PROJECT / link).exists()] == []


def test_views_of_the_readme_exist(sample_warehouse):
    """Every view that the README names can be queried."""
    section = README.read_text(encoding="utf-8").split("## Views")[1].split("## ")[0]
    names = {
        name
        for row in re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)
        for name in re.findall(r"`(\w+)`", row)
    }
    assert len(names) >= 10
    with connect(sample_warehouse) as connection:
        for name in names:
            connection.execute(f"select count(*) from {name}")
