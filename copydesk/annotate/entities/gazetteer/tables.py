"""Reads the shipped tables of the gazetteer.

Called by `places` and `tier`, which keep what they make of them. `docs/places.md` tells what is in them and whence.
"""

import lzma
from importlib import resources

from copydesk.errors import ConfigError

DATA_VERSION = "2"
"""Raised with each new making of the tables: it belongs into the annotator's fingerprint."""


def read_table(name: str) -> bytes:
    """Give the content of a table: lines of UTF-8, fields parted by tabs.

    Raises:
        ConfigError: The installed package is not whole.
    """
    path = resources.files("copydesk.annotate.entities.gazetteer") / f"{name}.tsv.xz"
    try:
        return lzma.decompress(path.read_bytes())
    except (OSError, lzma.LZMAError) as error:
        raise ConfigError(
            f"The gazetteer table {name}.tsv.xz cannot be read ({error}): reinstall copydesk."
        ) from error
