"""Who published a text, as far as is told: what lines that recur, and the user's rules for lines, go by.

Called where recurring lines are counted and where rules with a source are applied. A pure function.
"""

from urllib.parse import urlsplit


def publisher_of(source_name: str | None, url: str | None, path: str) -> str:
    """Give the publisher of a document: its source name, else the host of its address, else its folder.

    Args:
        source_name: As the metadata gives it.
        url: As the metadata gives it.
        path: Below the raw folder.

    Returns:
        The first of these that is there; of the path the outermost folder, and "" for a file that lies in none.

    >>> publisher_of(None, "https://www.example.org/news/1", "nord/a.txt")
    'example.org'
    >>> publisher_of(None, None, "nord/2025/a.txt"), publisher_of(None, None, "a.txt")
    ('nord', '')
    """
    if source_name and source_name.strip():
        return " ".join(source_name.split())
    return _host(url) or path.rpartition("/")[0].partition("/")[0]


def _host(url: str | None) -> str:
    """Give the host of an address without `www.`; "" where it has none."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:  # square brackets that hold no address
        return ""
    return host.removeprefix("www.")
