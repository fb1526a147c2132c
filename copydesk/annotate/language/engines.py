"""The four engines that tell languages, behind one call each.

Called by the annotator. Here is what each engine needs to be safe and right: when it is loaded, what it may be given,
how much it reads, what its answer means. It never says which engine to believe.
"""

import logging
import re
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from multiprocessing import parent_process
from types import MappingProxyType
from typing import NamedTuple

from copydesk.annotate.language.tags import code_of, tag_of
from copydesk.errors import ConfigError

logger = logging.getLogger(__name__)

REQUIRED = ("py3langid", "langdetect")
"""Pure Python, so installed everywhere: the set where the optional ones are missing."""
OPTIONAL: Mapping[str, str] = {
    "eldc": "Linux x86-64 with glibc, Windows x86-64 or macOS",
    "pycld2": "Linux x86-64, Windows x86-64 or macOS arm64",
}
"""C extensions -> where they have wheels for CPython 3.11 to 3.13, as the markers in pyproject.toml say."""

# Each reads the head of a text: longer texts change no answer that matters and cost time.
# eldc reads 1,000 bytes itself; this saves the copy of the rest.
_ELDC_CHARS = 1_000
# The best and two runners-up.
_ELDC_SCORES = 3
# 0.02 ms per kB; more than any paragraph of prose has.
_PYCLD2_CHARS = 10_000
# 0.25 ms per kB. Of 354 translated articles in 128 languages it labels two otherwise than with 10,000 characters, and as many
# are right.
_PY3LANGID_CHARS = 2_000
# Of 1,500 articles, four got another label than with all 10,000 characters that langdetect reads, each in a language that
# it does not know; it costs a third less.
_LANGDETECT_CHARS = 3_000
_PERCENT = 100

# What may not be in UTF-8 text for interchange: control characters but tab, line feed, form feed and carriage return,
# lone surrogates and noncharacters. pycld2 raises on each of them, eldc on surrogates, and it stops at NUL.
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Noncharacters above U+FFFF stand apart: together the pattern would take ten times as long, longer than an engine.
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_ASTRAL_UNREADABLE = re.compile(
    "["
    + "".join(chr(plane << 16 | low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))
    + "]"
)

_LOCK = threading.Lock()
_NO_SCORES: Mapping[str, float] = MappingProxyType({})


class Vote(NamedTuple):  # four for a paragraph: a tuple is made in a third of the time
    """What one engine says of one text.

    Attributes:
        tag: Language as copydesk spells it; with a script for Chinese only, where the engine tells it (`zh-Hant`).
        score: The engine's own (0-1), rounded to 6 decimals; not comparable between engines.
        label: What the engine itself calls the language.
        scores: What it scores the best few, by its own labels; of eldc alone: the others' say nothing more.
    """

    tag: str
    score: float
    label: str = ""
    scores: Mapping[str, float] = _NO_SCORES


@dataclass(frozen=True, slots=True)
class Engine:
    """One engine, loaded.

    Attributes:
        name: Its name.
        package: Its distribution, whose version is part of the annotator's fingerprint.
        languages: Codes, without script, that it can answer.
        detect: Gives its vote on any text, None where it has no answer; safe in threads, linear, never raises.
    """

    name: str
    package: str
    languages: frozenset[str]
    detect: Callable[[str], Vote | None]


def engines() -> Mapping[str, Engine]:
    """Give the engines that are installed by name, in fixed order; loaded once a process (about 1 s).

    Safe from any number of threads at first use.

    Raises:
        ConfigError: One of `REQUIRED` is missing.
    """
    with _LOCK:
        return _load_engines()


def engine_packages() -> tuple[str, ...]:
    """List the distributions of the engines that `engines` has, without loading what they know.

    Raises:
        ConfigError: One of `REQUIRED` is missing.
    """
    with _LOCK:
        return _find_packages()


def warm() -> None:
    """Load all engines; later calls return at once.

    Raises:
        ConfigError: One of `REQUIRED` is missing.
    """
    engines()


@cache
def _load_engines() -> Mapping[str, Engine]:
    return MappingProxyType({name: _LOADERS[name]() for name in _find_packages()})


@cache
def _find_packages() -> tuple[str, ...]:
    """List the engines that can be used, in order; say once a run which one cannot."""
    for name in REQUIRED:
        if not _is_found(name):
            raise ConfigError(
                f"the language engine {name} is not installed; install copydesk with all its dependencies: make run"
            )
    return (*filter(_is_usable, OPTIONAL), *REQUIRED)


def _is_found(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ImportError:
        return False


def _is_usable(name: str) -> bool:
    """Tell whether an optional engine can be imported (1 ms): a wheel for another system is found, but of no use."""
    try:
        import_module(name)
    except ImportError as error:
        if parent_process() is None:  # the workers' parent has said it
            logger.warning(
                "language engine is missing: engine=%s error=%r effect=%r cure=%r",
                name,
                str(error),
                "languages of short texts are told less surely, and otherwise than where it is installed",
                f"run where {name} has a wheel (CPython 3.11 to 3.13 on {OPTIONAL[name]}) and install it: make run",
            )
        return False
    return True


def _load_eldc() -> Engine:
    """Load eldc, through an instance of our own: its module's functions share their settings with all callers."""
    import eldc  # noqa: PLC0415  # optional

    eldc.init()  # not safe in threads; detection is
    instance = eldc.instance()
    instance.set_scores(_ELDC_SCORES)

    def detect(text: str) -> Vote | None:
        found = instance.detect_details(_readable(text, _ELDC_CHARS))
        # Its score grows with what the n-grams of the text say for the language. On sentences in 128 languages nine tenths
        # of the right answers have 0.83 to 0.98, two thirds of the wrong ones less than 0.61.
        scores = found.scores
        return _vote("eldc", found.language, scores.get(found.language, 0.0), scores)

    return Engine("eldc", "eldc", _codes("eldc", eldc.LANGUAGES), detect)


def _load_pycld2() -> Engine:
    """Load pycld2, without any of its hints: they would tell it what others believe."""
    import pycld2  # noqa: PLC0415  # optional

    labels = dict(pycld2.LANGUAGES)

    def detect(text: str) -> Vote | None:
        # Plain text, or it would look for HTML tags. With best effort, or it has no answer for every fifth phrase of four
        # words (macro accuracy over 118 languages 70.5 % without, 78.4 % with; on sentences 87.4 and 89.0 %).
        _, _, found = pycld2.detect(
            _readable(text, _PYCLD2_CHARS), isPlainText=True, bestEffort=True
        )
        # Up to three languages by falling share of the bytes. We keep the first one's share (0-100 %): its fourth field, a
        # score of n-grams per kB, has no upper bound, and says more of the language than of the text.
        _, label, percent, _ = found[0]
        return _vote("pycld2", label, percent / _PERCENT)

    codes = _codes("pycld2", (labels[name] for name in pycld2.DETECTED_LANGUAGES))
    return Engine("pycld2", "pycld2", codes, detect)


def _load_py3langid() -> Engine:
    """Load py3langid, through an identifier of our own: its module's one is loaded by whoever comes first."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  # loads numpy

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # A text without any of its features gets all classes alike, and two of them are one label: that label wins, with
    # twice an equal share. What is hardly above is no answer either.
    blind_score = 2.5 / len(identifier.nb_classes)

    def detect(text: str) -> Vote | None:
        label, score = identifier.classify(text[:_PY3LANGID_CHARS])
        return _vote("py3langid", label, score) if score > blind_score else None

    return Engine("py3langid", "py3langid", _codes("py3langid", identifier.labels), detect)


def _load_langdetect() -> Engine:
    from copydesk.annotate.language import langdetect  # noqa: PLC0415  # imports langdetect itself

    def detect(text: str) -> Vote | None:
        found = langdetect.detect(text[:_LANGDETECT_CHARS])
        return None if found is None else _vote("langdetect", *found)

    labels = langdetect.load_factory().langlist
    return Engine("langdetect", "langdetect", _codes("langdetect", labels), detect)


_LOADERS: Mapping[str, Callable[[], Engine]] = {
    "eldc": _load_eldc,
    "pycld2": _load_pycld2,
    "py3langid": _load_py3langid,
    "langdetect": _load_langdetect,
}


def _vote(
    engine: str, label: str, score: float, scores: Mapping[str, float] = _NO_SCORES
) -> Vote | None:
    """Give a vote with our tag and a score that is the same on every machine."""
    tag = tag_of(engine, label)
    return None if tag is None else Vote(tag, round(float(score), 6), label, scores)


def _codes(engine: str, labels: Iterable[str]) -> frozenset[str]:
    tags = (tag_of(engine, label) for label in labels)
    return frozenset(code_of(tag) for tag in tags if tag is not None)


def _readable(text: str, limit: int) -> str:
    """Give the head of a text, with a blank for each character that is not for interchange."""
    head = text[:limit]
    if head.isprintable():  # as nearly all are: told in a tenth of the time
        return head
    head = _UNREADABLE.sub(" ", head)
    return _ASTRAL_UNREADABLE.sub(" ", head) if _ASTRAL.search(head) else head
