"""What a file name says: text, a container of texts, a sidecar, or neither.

The one rule for files in folders and for members of archives. Reads nothing.
"""

import re

from copydesk.store.compressed import inner_name

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md"})
HTML_SUFFIXES = frozenset({".html", ".htm"})
SIDECAR_SUFFIXES = (".meta.json", ".meta.yaml", ".meta.yml")
"""The first that is there counts."""
RECORD_SUFFIXES = frozenset({".jsonl", ".ndjson", ".csv", ".tsv", ".parquet"})
ARCHIVE_SUFFIXES = frozenset({".zip", ".tar", ".tgz", ".tbz2", ".txz", ".tzst"})
_NEVER_COMPRESSED = frozenset({".zip", ".parquet", ".tgz", ".tbz2", ".txz", ".tzst"})
"""They are compressed inside: compressed once more they are not looked into."""
SUFFIX = re.compile(r"\.[a-z][a-z0-9]{0,7}\Z")
"""What tells a type; the ". 2" of "Notes v. 2" or the ".0" of "Notes 2.0" does not."""
HTML_CURE = 'install what reads it: pip install "copydesk[html]" (in a checkout: make html)'


def type_of(name: str) -> str:
    """Return the suffix of a name without that of its compression, in lower case; empty without one.

    >>> type_of("2025/Rates.TXT.gz"), type_of("Notes 2.0")
    ('.txt', '')
    """
    found = SUFFIX.search(inner_name(name).lower())
    return found.group() if found else ""


def is_container(path: str) -> bool:
    """Return whether a file is named like one that holds many sources.

    >>> is_container("news.JSONL.zst"), is_container("a.tar.gz"), is_container("a.txt.gz")
    (True, True, False)
    """
    suffix = type_of(path)
    if inner_name(path) != path and suffix in _NEVER_COMPRESSED:
        return False
    return suffix in RECORD_SUFFIXES or suffix in ARCHIVE_SUFFIXES


def is_archive(path: str) -> bool:
    """Return whether a file is named like a zip or tar archive."""
    return is_container(path) and type_of(path) in ARCHIVE_SUFFIXES


def is_html(path: str) -> bool:
    """Return whether a file is named like a web page."""
    return type_of(path) in HTML_SUFFIXES


def is_sidecar(name: str) -> bool:
    """Return whether a file is named like one that describes another."""
    return name.endswith(SIDECAR_SUFFIXES)


def why_unsupported(name: str, *, reads_html: bool) -> str | None:
    """Return why a file that is no container cannot be a source by its name, and the cure; None where it can.

    Args:
        name: Its name or path.
        reads_html: Whether web pages are read.
    """
    suffix = type_of(name)
    if not suffix or suffix in TEXT_SUFFIXES or (reads_html and suffix in HTML_SUFFIXES):
        return None
    if suffix in HTML_SUFFIXES:
        return f"files of type {suffix} are not read without an extra; {HTML_CURE}"
    return (
        f"files of type {suffix} are not read; plain text is (.txt, .text, .md or no suffix), also "
        "compressed (.gz, .bz2, .xz, .zst)"
    )
