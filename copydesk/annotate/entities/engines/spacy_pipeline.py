"""spaCy pipelines as engines: the English and the French one, and any that the user names.

Called by `tiers`. Of a pipeline only what finds entities runs. Importing this module does not import spaCy.
"""

import copy
import importlib
import threading
import warnings
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.annotate.entities.engines.protocol import Piece, RawEntity, read_distinct
from copydesk.errors import ConfigError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

UNUSED_COMPONENTS = (
    "tagger", "morphologizer", "parser", "senter", "sentencizer", "attribute_ruler", "lemmatizer",
    "trainable_lemmatizer", "textcat", "textcat_multilabel", "entity_linker",
)  # fmt: skip
"""Names under which pipelines hold what says nothing of entities."""
SHARED_VECTORS = "tok2vec"
"""What components of a pipeline may share. Where none that stays listens to it, it goes too: the `ner` of the English and
the French pipeline has one of its own, and its output is the same at half the time."""
FINDERS = frozenset({"ner", "beam_ner", "entity_ruler", "span_ruler"})
"""Factories of components that mark entities."""

BATCH_SIZE = 32
"""Texts a model call. Best of 1, 32, 128 and 256 on news paragraphs; it does not change the output."""


class SpacyEngine:
    """A loaded pipeline: see `EntityEngine`. Calls to the model wait for one another."""

    def __init__(self, nlp: "Language") -> None:
        self.name = f"{nlp.meta['lang']}_{nlp.meta['name']}"
        self.version = str(nlp.meta["version"])
        self._nlp = nlp
        self._lock = threading.Lock()

    def recognize(self, paragraphs: Sequence[str]) -> list[tuple[RawEntity, ...]]:
        """Give the entities of each text: see `EntityEngine`."""
        return read_distinct(paragraphs, self._read)

    def _read(self, pieces: Iterable[Piece]) -> Iterator[tuple[Piece, list[RawEntity]]]:
        """Run the model over the pieces. New strings leave the vocabulary with the memory zone."""
        with self._lock, self._nlp.memory_zone():
            pairs = ((piece.text, piece) for piece in pieces)
            for doc, piece in self._nlp.pipe(pairs, as_tuples=True, batch_size=BATCH_SIZE):
                yield piece, _entities_of(doc)


def load_pipeline(pipeline: str | Path, cure: str) -> SpacyEngine:
    """Load what finds entities of a pipeline, on the faster matrix product.

    Args:
        pipeline: The name of its package, or its folder.
        cure: What to do where it does not load, for the message.

    Raises:
        ConfigError: It does not load, or nothing in it finds entities.
    """
    try:
        spacy = importlib.import_module("spacy")  # it sets warning filters of its own: outside
        with warnings.catch_warnings():
            # Weights of an older spaCy: those of 3.7 were measured here, and are better than those of 3.8.
            warnings.filterwarnings("ignore", message=r"\[W095\]", category=UserWarning)
            if isinstance(pipeline, Path):
                load = partial(spacy.load, pipeline)
            else:
                load = importlib.import_module(pipeline).load
            nlp: Language = load(exclude=list(UNUSED_COMPONENTS))
    except (ImportError, OSError, ValueError) as error:
        raise ConfigError(f"The entity model {pipeline} does not load ({error}): {cure}") from error
    _drop_unheard(nlp)
    if not any(nlp.get_pipe_meta(name).factory in FINDERS for name in nlp.pipe_names):
        raise ConfigError(
            f"Nothing in the pipeline {pipeline} finds entities; name one with a component `ner` or `entity_ruler`."
        )
    _avoid_blis(nlp)
    return SpacyEngine(nlp)


def _drop_unheard(nlp: "Language") -> None:
    """Take the shared vectors out where nothing that stays listens to them."""
    if SHARED_VECTORS in nlp.pipe_names:
        shared = nlp.get_pipe(SHARED_VECTORS)
        if not getattr(shared, "listening_components", ()):
            nlp.remove_pipe(SHARED_VECTORS)


def _avoid_blis(nlp: "Language") -> None:
    """Let numpy multiply matrices: same output as BLIS, 1.4 times the speed on one thread."""
    for name in nlp.pipe_names:
        if not hasattr(nlp.get_pipe(name), "model"):  # a ruler
            continue
        for layer in nlp.get_pipe(name).model.walk():  # type: ignore[attr-defined]  # Pipe's model is untyped
            if hasattr(layer.ops, "use_blis"):
                layer.ops = copy.copy(layer.ops)  # the old one is shared with the whole process
                layer.ops.use_blis = False


def _entities_of(doc: "Doc") -> list[RawEntity]:
    return [RawEntity(span.start_char, span.end_char, span.label_) for span in doc.ents]
