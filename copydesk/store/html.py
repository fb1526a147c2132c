"""Web pages: the article of a page, found by trafilatura, an extra.

Called by the batches. A page is never fetched, and its date never guessed: what it says of itself is taken as given.
"""

import codecs
import logging
import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from typing import TYPE_CHECKING, Any, cast

from copydesk.errors import InputError
from copydesk.records import MetadataItem, MetadataOrigin, ReasonCode
from copydesk.store.record_fields import VALUE_CHARS, storable
from copydesk.text.decode import decode

if TYPE_CHECKING:
    from trafilatura.settings import Document

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE
)
HTML_BYTES = 16 << 20
"""Largest page: its tree takes some thirty times as much memory."""
_HEAD_BYTES = 4096
"""Where a page may declare its encoding; browsers look at the first 1,024 bytes."""
_SCORE_DECLARED = 0.9
# Only marks of the page: the extensive search takes a year from any copyright line. Without a latest date the day
# of the run would be one.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2999-12-31"}
_FIELDS = {
    "title": "title",
    "author": "author_name",
    "url": "url",
    "sitename": "source_name",
    "date": "published_text",
    "language": "language_text",
}
"""What trafilatura tells of a page -> field of `Metadata`."""


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page.

    Attributes:
        text: Its paragraphs, one a line.
        encoding_name: The encoding of the page.
        encoding_score: How sure that is, 0 to 1.
        items: What the page says of itself.
    """

    text: str
    encoding_name: str
    encoding_score: float
    items: tuple[MetadataItem, ...]


@cache
def version() -> str:
    """Return what reads pages, with its version; empty where the extra is not installed."""
    try:
        return f"trafilatura {version_of('trafilatura')}"
    except PackageNotFoundError:
        return ""


def extract(content: bytes) -> Page:
    """Return the article of a page.

    Raises:
        InputError: No article is found in it (`empty`), it is not text, cannot be parsed (`malformed`), or is larger
            than pages are (`too_large`).
    """
    if len(content) > HTML_BYTES:
        limit = HTML_BYTES >> 20
        raise InputError(
            ReasonCode.TOO_LARGE, f"the page is above {limit} MiB; save its text instead"
        )
    markup, encoding_name, score = _decode(content)
    try:
        found = _extracted(markup)
    except MemoryError:
        raise
    except Exception as error:  # whatever a page does to the parser is a fault of the page
        detail = f"the page cannot be parsed ({type(error).__name__}); save its text instead"
        raise InputError(ReasonCode.MALFORMED, detail) from error
    text = (found or {}).get("text") or ""
    if not text.strip():
        raise InputError(ReasonCode.EMPTY, "no article is found in the page; save its text instead")
    return Page(storable(text), encoding_name, score, _items(found))


def _extracted(markup: str) -> Any:  # noqa: ANN401  # what trafilatura gives
    import trafilatura  # noqa: PLC0415  # an extra, and 60 MB of memory

    # A page without an article is a rejection here, and no error of the run.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.bare_extraction(
        markup,
        with_metadata=True,
        include_comments=False,
        date_extraction_params=_DATES,
    )
    return None if found is None else cast("Document", found).as_dict()


def _items(found: Any) -> tuple[MetadataItem, ...]:  # noqa: ANN401
    said = ((key, found.get(key), field) for key, field in _FIELDS.items())
    return tuple(
        MetadataItem(MetadataOrigin.HTML, key, storable(value.strip())[:VALUE_CHARS], field)
        for key, value, field in said
        if isinstance(value, str) and value.strip()
    )


def _decode(content: bytes) -> tuple[str, str, float]:
    """Return a page as text: by its byte order mark, as UTF-8, as it declares, else by a guess."""
    declared = _DECLARED.search(content, 0, _HEAD_BYTES)
    if declared and not content.startswith(
        (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    ):
        try:
            name = codecs.lookup(declared[1].decode("ascii")).name
            if name.startswith(("utf-16", "utf-32")):  # then these bytes could not be read
                name = "utf-8"
            return content.decode(name), name, 1.0 if name == "utf-8" else _SCORE_DECLARED
        except (LookupError, ValueError):
            pass  # it declares what it is not
    decoded = decode(content)
    return decoded.text, decoded.encoding_name, decoded.confidence
