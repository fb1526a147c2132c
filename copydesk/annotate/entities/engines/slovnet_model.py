"""The Russian engine: slovnet's tagger over navec's vectors, both trained on news.

Called by `tiers`. The weights lie in the wheel of natasha, which itself is never imported: it needs packages that no
longer run on today's Python.
"""

import importlib
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from copydesk.annotate.entities.engines.protocol import Piece, RawEntity, read_distinct
from copydesk.annotate.entities.engines.russian_names import base_names
from copydesk.errors import ConfigError

HOLDER = "natasha"
"""Package whose wheel holds the weights."""
TAGGER_FILE = "data/model/slovnet_ner_news_v1.tar"
VECTORS_FILE = "data/emb/navec_news_v1_1B_250K_300d_100q.tar"
NAME = "slovnet_ner_news"
VERSION = "1"


class SlovnetEngine:
    """The loaded tagger: see `EntityEngine`. It is plain numpy and keeps no state, so threads need not wait."""

    name = NAME
    version = VERSION

    def __init__(self, tagger: Any) -> None:  # noqa: ANN401  # slovnet has no types
        self._tagger = tagger

    def recognize(self, paragraphs: Sequence[str]) -> list[tuple[RawEntity, ...]]:
        """Give the entities of each text, labelled PER, ORG or LOC: see `EntityEngine`."""
        return read_distinct(paragraphs, self._read)

    def _read(self, pieces: Iterable[Piece]) -> Iterator[tuple[Piece, list[RawEntity]]]:
        """Run the tagger, a text at a time: batches of eight are a quarter faster, but padding is read too."""
        for piece in pieces:
            if piece.text.strip():
                markup = next(self._tagger.infer([piece.text]))
                yield piece, [_entity_of(piece.text, one) for one in markup.spans]


def _entity_of(text: str, span: Any) -> RawEntity:  # noqa: ANN401
    """Give a span with the nominatives that its words can stand for."""
    return RawEntity(
        span.start, span.stop, span.type, base_names(text[span.start : span.stop], span.type)
    )


def weight_files() -> list[Path]:
    """Give the files of the weights; none where their package is not installed."""
    spec = find_spec(HOLDER)
    folders = spec.submodule_search_locations if spec else None
    return [Path(folders[0]) / name for name in (TAGGER_FILE, VECTORS_FILE)] if folders else []


def load_tagger() -> SlovnetEngine:
    """Load the tagger (1 s, 100 MB).

    Raises:
        ConfigError: A package is missing, or the weights do not load.
    """
    cure = "reinstall it with `pip install --force-reinstall natasha slovnet navec`."
    try:
        slovnet = importlib.import_module("slovnet")
        navec = importlib.import_module("navec")
        tagger_file, vectors_file = weight_files()
        tagger = slovnet.NER.load(tagger_file)
        tagger.navec(navec.Navec.load(vectors_file))
    except (ImportError, OSError, ValueError, KeyError) as error:
        raise ConfigError(f"The Russian entity model does not load ({error}): {cure}") from error
    return SlovnetEngine(tagger)
