"""The wheel is complete: the library, the flows and the SQL, and nothing of the archive."""

import subprocess
import sys
import zipfile
from pathlib import Path

PROJECT = Path(__file__).parent.parent.parent


def test_the_wheel_holds_library_flows_and_sql(tmp_path: Path):
    """An installed copydesk finds its views; raw text and warehouses stay out."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=PROJECT,
        check=True,
        capture_output=True,
    )
    [wheel] = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {
        "copydesk/cli.py",
        "flows/archive.py",
        "flows/_deploy/prefect.yaml",
        "flows/_deploy/automations.yaml",
        "copydesk/_sql/views/documents.sql",
        "copydesk/_sql/checks/orphans.sql",
        "copydesk/_sql/report/totals.sql",
        "copydesk/report/land.json",
        "copydesk/report/page.html.jinja",
        "copydesk/report/style.css",
    } <= set(names)
    assert not [name for name in names if name.startswith(("raw/", "warehouse/", "tests/"))]
