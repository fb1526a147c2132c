"""What the README and the pages on quality and languages show is what the commands print on the sample archive.

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
from click.testing import CliRunner

from copydesk.cli import main
from copydesk.store.publish import connect

PROJECT = Path(__file__).parent.parent.parent
README = PROJECT / "README.md"
PAGES = (README, PROJECT / "docs" / "quality.md", PROJECT / "docs" / "languages.md")
DUCKDB = Path(sys.executable).with_name("duckdb")
CONSOLE = re.compile(r"```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)```", re.DOTALL)


def blocks() -> list[tuple[Path, re.Match]]:
    return [
        (page, block)
        for page in PAGES
        for block in CONSOLE.finditer(page.read_text(encoding="utf-8"))
    ]


def printed(command: str, warehouse: Path) -> str:
    """Run a command of the README in this process on the sample warehouse."""
    words = shlex.split(command)
    assert words[:2] == [".venv/bin/copydesk", "query"]
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
def test_a_query_of_a_page_prints_what_is_shown(number, sample_warehouse):
    """The command of a console block gives the output below it."""
    page, block = blocks()[number]
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
def test_a_stranger_reads_a_moved_warehouse_as_the_readme_says(tmp_path, sample_warehouse):
    """The line for DuckDB's own command line works on a warehouse in another place, with nothing else there."""
    [line] = re.findall(r"^duckdb .*$", README.read_text(encoding="utf-8"), re.MULTILINE)
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


def test_the_python_example_runs(sample_warehouse, monkeypatch, capsys):
    """The Python block opens the published views with DuckDB alone."""
    code = re.search(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)[1]
    monkeypatch.chdir(sample_warehouse.parent)
    exec(code, {})  # noqa: S102  # our own README
    assert "title" in capsys.readouterr().out


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
