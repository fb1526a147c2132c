"""The page on adding an annotator, applied to a copy of the code: it works as it stands."""

import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from small_warehouse import HARBOUR

PROJECT = Path(__file__).parents[2]
PAGE = (PROJECT / "docs" / "add-an-annotator.md").read_text(encoding="utf-8")
FILES = re.findall(r"^`([\w/.]+)`:\n\n```\w+\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
CHANGES = re.findall(r"^```diff\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
TEXT = "Der Hafen hat eine Adresse\n\nFragen nimmt desk@example.org entgegen, auch @harbour_desk antwortet.\n"
RUN = """
    import sys
    from datetime import UTC, datetime
    from pathlib import Path
    from copydesk import pipeline
    from copydesk.settings import load_settings

    settings = load_settings(Path.cwd(), workers=1)
    now = datetime(2100, 1, 1, tzinfo=UTC)
    plan = pipeline.plan_run(settings, now)
    print(*sorted({step for request in pipeline.requests_of(plan, settings) for step in request.steps}))
    pipeline.run(settings, lambda: now)
"""
ASK = """
    import copydesk
    from copydesk.checks import run_checks
    from pathlib import Path

    with copydesk.open("warehouse") as archive:
        print(archive.sql("select surface, contact_type from contacts order by contact_no").fetchall())
    print(sum(result.bad_count for result in run_checks(Path("warehouse"))))
"""


def python(code, folder, source):
    """Run code in a folder with a copy of the library, and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(source)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.fixture
def changed(tmp_path):
    """A copy of the code with all that the page says."""
    source = tmp_path / "source"
    for name in ("copydesk", "flows", "sql"):
        shutil.copytree(PROJECT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for change in CHANGES:
        command = ["git", "apply", "-C1", "-"]
        done = subprocess.run(
            command, cwd=source, input=change, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{done.stderr}\n{change}"
    for path, content in FILES:
        (source / path).parent.mkdir(parents=True, exist_ok=True)
        (source / path).write_text(content, encoding="utf-8")
    return source


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_the_page_adds_an_annotator(tmp_path, changed):
    """Its test passes; a warehouse from before gets the new table alone; the view answers; checks pass."""
    project = tmp_path / "project"
    (project / "raw").mkdir(parents=True)
    (project / "copydesk.toml").touch()
    (project / "raw" / "adresse.txt").write_text(TEXT, encoding="utf-8")
    (project / "raw" / "hafen.txt").write_text(HARBOUR, encoding="utf-8")
    python(RUN, project, PROJECT)

    [test] = [path for path, _ in FILES if path.startswith("tests/")]
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:randomly",
        test,
    ]
    environment = {**os.environ, "PYTHONPATH": str(changed)}
    done = subprocess.run(
        command, cwd=changed, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert "5 passed" in done.stdout

    assert python(RUN, project, changed) == ["contacts"]
    found, bad_count = python(ASK, project, changed)
    assert found == "[('desk@example.org', 'email'), ('@harbour_desk', 'handle')]"
    assert bad_count == "0"


def test_the_page_shows_every_step():
    """Four new files and changes to the seven places that know the annotators."""
    assert [path for path, _ in FILES] == [
        "copydesk/annotate/contacts.py",
        "tests/unit/test_contacts.py",
        "copydesk/schema/contacts.py",
        "sql/views/contacts.sql",
    ]
    assert len(re.findall(r"^\+\+\+ b/", "".join(CHANGES), re.MULTILINE)) == 7
