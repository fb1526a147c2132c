"""Who published a text: the first thing that tells."""

import pytest

from copydesk.text.publisher import publisher_of

CASES = [
    ("Nordpost", "https://example.org/a", "west/a.txt", "Nordpost"),  # a name wins
    ("  Nord \n post ", None, "a.txt", "Nord post"),
    (" ", "https://example.org/a", "west/a.txt", "example.org"),  # a blank name says nothing
    (None, "https://www.Example.org:8080/a", "west/a.txt", "example.org"),
    (None, "example.org/a", "west/2025/a.txt", "west"),  # no address, but a folder
    (None, "http://[broken", "west/a.txt", "west"),
    (None, None, "west/2025/03/a.txt", "west"),  # the outermost folder
    (None, None, "a.txt", ""),  # nothing tells
]


@pytest.mark.parametrize(("source_name", "url", "path", "expected"), CASES)
def test_publisher(source_name, url, path, expected):
    """Source name, else host, else outermost folder, else nothing."""
    assert publisher_of(source_name, url, path) == expected
