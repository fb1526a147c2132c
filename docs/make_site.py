"""Builds the site of the documentation: `python docs/make_site.py FOLDER`.

The pages are written for whoever reads them in the repository, so they link to files anywhere in it. A site holds what is
below one folder: the pages are copied there, the README first, and links to other files lead to copies of them. A link
that leads nowhere stops the build, here or in zensical's strict mode.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
DOCS = PROJECT / "docs"
OUTSIDE = {
    "README.md": "index.md",
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "security.md",
}
"""Pages that stand in the root of the repository -> their names on the site."""
_LINK = re.compile(r"(?P<head>\]\()(?P<target>[^)\s#]+)(?P<anchor>#[^)\s]*)?\)")
_FENCE = re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE)


class BrokenLinkError(Exception):
    """A page links to what is not there."""


def sources() -> dict[Path, str]:
    """Return page of the repository -> name on the site."""
    pages = {PROJECT / path: name for path, name in OUTSIDE.items()}
    pages |= {path: path.relative_to(DOCS).as_posix() for path in sorted(DOCS.rglob("*.md"))}
    return pages


def write_pages(target: Path) -> None:
    """Write all pages, with their links as the site needs them, and the files that they link to.

    Raises:
        BrokenLinkError: A link leads nowhere.
    """
    for source, name in sources().items():
        page = target / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(_relinked(source, target, page), encoding="utf-8")


def links(text: str) -> Iterator[str]:
    """Give the targets of a page's links to files, without those in code blocks."""
    for match in _LINK.finditer(_FENCE.sub("", text)):
        if not match["target"].startswith(("http:", "https:", "mailto:")):
            yield match["target"]


def _relinked(source: Path, target: Path, page: Path) -> str:
    def relinked(match: re.Match[str]) -> str:
        if match["target"].startswith(("http:", "https:", "mailto:")):
            return match[0]
        linked = _on_site((source.parent / match["target"]).resolve(), source, target)
        return f"]({os.path.relpath(linked, page.parent)}{match['anchor'] or ''})"

    text = source.read_text(encoding="utf-8")
    blocks = [match.span() for match in _FENCE.finditer(text)]
    parts, position = [], 0
    for start, end in [*blocks, (len(text), len(text))]:
        parts += [_LINK.sub(relinked, text[position:start]), text[start:end]]
        position = end
    return "".join(parts)


def _on_site(linked: Path, source: Path, target: Path) -> Path:
    """Return where the site has a file of the repository; what is no page is copied.

    Raises:
        BrokenLinkError: The repository does not have it.
    """
    if linked in sources():
        return target / sources()[linked]
    if not linked.exists():
        raise BrokenLinkError(
            f"{source.relative_to(PROJECT)} links to {linked}, which is not there"
        )
    if linked.is_dir():
        return _listing(linked, target)
    is_ours = linked.is_relative_to(DOCS)
    # A browser shows plain text; Markdown of other folders would be a page without a place.
    name = linked.relative_to(DOCS if is_ours else PROJECT)
    copy = target / name if is_ours else (target / "files" / name).with_name(f"{name.name}.txt")
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(linked, copy)
    return copy


def _listing(folder: Path, target: Path) -> Path:
    """Write a text that holds the files of a folder one after the other, and return it."""
    path = target / "files" / f"{folder.relative_to(PROJECT)}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    files = sorted(one for one in folder.iterdir() if one.is_file())
    parts = [f"==> {one.relative_to(PROJECT)}\n{one.read_text(encoding='utf-8')}" for one in files]
    path.write_text("\n".join(parts), encoding="utf-8")
    return path


def build(folder: Path) -> None:
    """Make the site anew in `<folder>/html`."""
    shutil.rmtree(folder, ignore_errors=True)
    write_pages(folder / "pages")
    shutil.copy(DOCS / "zensical.toml", folder)
    command = [
        sys.executable,
        "-m",
        "zensical",
        "build",
        "--strict",
        "--config-file",
        "zensical.toml",
    ]
    subprocess.run(command, cwd=folder, check=True)


if __name__ == "__main__":
    build(Path(sys.argv[1]).resolve())
