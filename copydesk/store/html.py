"""Web pages: the main text, and what the page says of itself, by trafilatura, which is an extra.

The date is only that of the page's own marks. trafilatura finds dates with htmldate, which also guesses from the
text; of its result only what stands in the page's source as written in a mark would be sure, so no date is taken.
"""

from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

from copydesk.errors import InputError
from copydesk.records import MetadataItem, MetadataOrigin, ReasonCode
from copydesk.store.record_fields import VALUE_CHARS, storable

_FIELDS = {
    "title": "title",
    "url": "url",
    "author": "author_name",
    "sitename": "source_name",
    "language": "language_text",
}
HTML_BYTES = 16 << 20
"""Largest page: its tree takes some thirty times as much memory."""


def has_html() -> bool:
    """Return whether web pages can be read."""
    return find_spec("trafilatura") is not None


def html_version() -> str:
    """Return the version of what reads web pages, for fingerprints; empty without it."""
    try:
        return version("trafilatura")
    except PackageNotFoundError:
        return ""


def extract(content: bytes) -> tuple[str, tuple[MetadataItem, ...]]:
    """Return the main text of a web page and what the page says of itself.

    Raises:
        InputError: There is no text in it (`empty`), or it is larger than pages are (`too_large`).
    """
    from trafilatura import bare_extraction  # noqa: PLC0415  # an extra, and slow to import

    if len(content) > HTML_BYTES:
        raise InputError(ReasonCode.TOO_LARGE, f"a page above {HTML_BYTES >> 20} MiB; split it")
    try:
        found = bare_extraction(content, with_metadata=True, deduplicate=False, fast=True)
    except Exception as error:  # any bytes may come, and lxml raises what it likes
        detail = f"the page cannot be parsed ({type(error).__name__}); save its text as .txt"
        raise InputError(ReasonCode.MALFORMED, detail) from error
    values = found if isinstance(found, dict) else found.as_dict() if found else {}
    text = values.get("text")
    if not isinstance(text, str) or not text.strip():
        raise InputError(ReasonCode.EMPTY, "no main text was found in the page")
    said = ((key, values.get(key), field) for key, field in _FIELDS.items())
    items = tuple(
        MetadataItem(MetadataOrigin.HTML, key, storable(value.strip())[:VALUE_CHARS], field)
        for key, value, field in said
        if isinstance(value, str) and value.strip()
    )
    return storable(text), items
