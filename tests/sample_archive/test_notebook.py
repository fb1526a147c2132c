"""The notebook of the docs runs on the sample archive and prints what it shows.

`UPDATE_README=1 pytest tests/sample_archive/test_notebook.py` writes its outputs anew.
"""

import os
from pathlib import Path

import pytest

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")

NOTEBOOK = Path(__file__).parents[2] / "docs" / "notebooks" / "first-look.ipynb"


def outputs_of(notebook):
    """What each code cell prints or gives."""
    return [
        "".join(output.get("text", "") or output["data"]["text/plain"] for output in cell.outputs)
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def without_traces(notebook):
    """The notebook without what differs from one execution to the next."""
    for cell in notebook.cells:
        cell.metadata = {}
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    return notebook


@pytest.mark.filterwarnings("default")  # what Jupyter's own packages warn of is theirs
def test_the_notebook_prints_what_it_shows(tmp_path, sample_warehouse):
    """Run from its folder, beside a warehouse, every cell works and gives the stored output."""
    folder = tmp_path / "docs" / "notebooks"
    folder.mkdir(parents=True)
    (tmp_path / "warehouse").symlink_to(sample_warehouse, target_is_directory=True)
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    shown = outputs_of(notebook)
    client = nbclient.NotebookClient(
        notebook, timeout=120, resources={"metadata": {"path": str(folder)}}
    )
    client.execute()
    if os.environ.get("UPDATE_README"):
        nbformat.write(without_traces(notebook), NOTEBOOK)
        return
    assert outputs_of(notebook) == shown


def test_the_notebook_is_small():
    """It is read in a sitting, and holds no pictures."""
    assert NOTEBOOK.stat().st_size < 20_000
    assert len(nbformat.read(NOTEBOOK, as_version=4).cells) <= 15
