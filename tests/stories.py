"""Five short files for the tests of the flows, and how to write such files down."""

import os
from datetime import timedelta
from pathlib import Path

STORIES = {
    "elbe/2025-03-04-hafen.txt": "Hafen wird erweitert\n\nDer Stadtrat hat am 04.03.2025 den Ausbau des Hafens "
    "beschlossen. Die Arbeiten sollen im Herbst beginnen und zwei Jahre dauern.\n",
    "elbe/deich.txt": "Deich hält dem Hochwasser stand\n\nNach tagelangem Regen haben Helfer den Deich mit "
    "Sandsäcken gesichert. Verletzt wurde niemand, teilte der Landkreis mit.\n",
    "quai/musee.txt": "Le musée rouvre ses portes\n\nAprès trois ans de travaux, le musée de la ville accueille de "
    "nouveau le public. Les visiteurs étaient nombreux dès le premier matin.\n",
    "quai/copie.txt": "Le musée rouvre ses portes\n\nAprès trois ans de travaux, le musée de la ville accueille de "
    "nouveau le public. Les visiteurs étaient nombreux dès le premier matin.\n",
    "leer.txt": "",
}


def write_stories(folder: Path, stories: dict[str, str]) -> None:
    """Write stories that are settled, as files are that nobody writes any more."""
    for name, text in stories.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        settled = path.stat().st_mtime - timedelta(minutes=1).total_seconds()
        os.utime(path, (settled, settled))
