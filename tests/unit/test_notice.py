"""NOTICE names what of others is used: every package that is installed with copydesk, and every source of shipped data."""

import re
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parents[2]
NOTICE = (PROJECT / "NOTICE").read_text(encoding="utf-8").lower().replace("-", "_")
DATA = {".txt", ".json", ".xz"}


def test_every_package_is_in_the_notice():
    """What pip installs with copydesk, and with its extras, stands there by name."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [name for names in project["optional-dependencies"].values() for name in names]
    packages = [re.match(r"[\w-]+", line)[0] for line in (*project["dependencies"], *extras)]
    assert [name for name in packages if name.lower().replace("-", "_") not in NOTICE] == []


def test_every_folder_with_data_is_in_the_notice():
    """Data that is shipped within the package has a sentence on where it is from."""
    files = [path for path in (PROJECT / "copydesk").rglob("*") if path.suffix in DATA]
    assert files
    named = NOTICE.replace("_", "").split()
    folders = {path.parent.relative_to(PROJECT).as_posix().replace("_", "") for path in files}
    assert [one for one in folders if not any(one in word for word in named)] == []


def test_the_licence_is_apache():
    """The licence of the package and that of the file are one."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["license"] == "Apache-2.0"
    assert "Apache License" in (PROJECT / "LICENSE").read_text(encoding="utf-8")
    assert set(project["license-files"]) <= {path.name for path in PROJECT.iterdir()}
