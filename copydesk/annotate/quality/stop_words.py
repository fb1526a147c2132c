"""Stop words by language: spaCy's lists, cut into the words that we count."""

import runpy
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from copydesk.text.words import find_words

_FOLDERS = {"no": "nb", "fil": "tl"}
"""ISO 639 codes that spaCy names otherwise."""


@cache
def stop_words(language_code: str) -> frozenset[str] | None:
    """Return the stop words of a language in lower case, None where there is no list.

    A word with an apostrophe counts as its parts ("l'on": "l", "on"), as in a text; an entry of several words
    is left out, for its parts are often no stop words.

    >>> "the" in stop_words("en"), stop_words("und")
    (True, None)
    """
    path = _folder() / _FOLDERS.get(language_code, language_code) / "stop_words.py"
    if not language_code.isalpha() or not path.exists():
        return None
    entries = runpy.run_path(str(path))["STOP_WORDS"]
    single = (entry for entry in entries if len(entry.split()) == 1)
    return frozenset(word for entry in single for word in find_words(entry.lower()))


def _folder() -> Path:
    """Return where spaCy keeps its languages.

    The files are read by path, because they hold nothing but the list, and to import spaCy takes a second and
    60 MiB, which a batch without English texts need not spend.
    """
    found = find_spec("spacy")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("spacy is not installed: install copydesk with its requirements")
    return Path(found.origin).parent / "lang"
