"""The systems that ours are measured beside: other packages, and the simplest thing that could work.

`eval/measure.py` calls it. A peer is loaded when it is used; one that is not installed raises ImportError.
"""
# ruff: noqa: INP001, PLC0415  # a script; imports of what may not be installed

import html
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import date_peers

from copydesk.annotate.entities import load
from copydesk.annotate.entities.engines import EntityEngine
from copydesk.annotate.entities.spans import ENTITY_TYPES
from copydesk.annotate.language.tags import code_of, tag_of
from copydesk.evaluation import boilerplate, clusters, conll, dates, entities, language, stories
from copydesk.evaluation.classes import class_of
from copydesk.evaluation.marked import MarkedEntity, MarkedText
from copydesk.evaluation.scores import Evaluation
from copydesk.records import UNDETERMINED

JUSTEXT_STOPLISTS = {
    "ar": "Arabic", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "fr": "French",
    "it": "Italian", "pl": "Polish", "pt": "Portuguese", "ru": "Russian",
}  # fmt: skip
# The rules of C4 (Raffel et al., JMLR 2020, section 2.2) that take out lines, with the values of datatrove's
# C4QualityFilter (src/datatrove/pipeline/filters/c4_filters.py). Its rules on whole documents (curly brackets, fewer
# than five sentences) are left out: they would only drop pages.
_C4_STOPS = (".", "?", "!", '"', "'")
_C4_CITATION = re.compile(r"\[\d*\]|\[edit\]|\[citation needed\]")
_C4_WORDS = ("javascript", "terms of use", "privacy policy", "cookie policy", "uses cookies", "use of cookies", "use cookies")  # fmt: skip
_C4_MIN_WORDS = 3
_C4_MAX_WORD = 1000
# What Gopher (Rae et al., 2021, table A1) says of lines drops whole documents; values as in datatrove's
# GopherRepetitionFilter and GopherQualityFilter.
_GOPHER_REPEATED_LINES = 0.3
_GOPHER_REPEATED_CHARS = 0.2
_GOPHER_BULLETS = 0.9
_GOPHER_ELLIPSES = 0.3


@dataclass(frozen=True, slots=True)
class Peer:
    """A system to compare with.

    Attributes:
        task: The task that it does.
        name: For the table.
        package: The distribution whose version is told; None for one that is part of our own.
        evaluate: Scores it on the gold of the task; of dates, also told the language.
        language_codes: Of dates: the languages that it reads.
    """

    task: str
    name: str
    package: str | None
    evaluate: Callable[..., Evaluation]
    language_codes: Collection[str] = ("en",)


def _guess(engine: str, label: str, score: float) -> language.Guess:
    """Give an engine's answer as a class; no language at all is no score."""
    tag = tag_of(engine, label)
    return (
        language.Guess(UNDETERMINED, 0.0) if tag is None else language.Guess(class_of(tag), score)
    )


@cache
def _langdetect() -> language.Detector:
    from langdetect import DetectorFactory, detect_langs
    from langdetect.lang_detect_exception import LangDetectException

    DetectorFactory.seed = 0

    def detect(text: str) -> language.Guess:
        try:
            best = detect_langs(text)[0]
        except LangDetectException:
            return language.Guess(UNDETERMINED, 0.0)
        return _guess("langdetect", best.lang, best.prob)

    return detect


@cache
def _eldc() -> language.Detector:
    import eldc

    eldc.init()

    def detect(text: str) -> language.Guess:
        found = eldc.detect_details(text)
        return _guess("eldc", found.language, found.scores.get(found.language, 0.0))

    return detect


@cache
def _py3langid() -> language.Detector:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

    def detect(text: str) -> language.Guess:
        code, score = identifier.classify(text)
        return _guess("py3langid", code, float(score))

    return detect


@cache
def _pycld2() -> language.Detector:
    import pycld2

    def detect(text: str) -> language.Guess:
        try:
            # Plain text, not HTML; without best effort it has no answer for every fifth phrase.
            _, _, found = pycld2.detect(text, isPlainText=True, bestEffort=True)
        except pycld2.error:
            return language.Guess(UNDETERMINED, 0.0)
        code, percent = found[0][1], found[0][2]
        return _guess("pycld2", code, percent / 100)

    return detect


def _english() -> EntityEngine:
    engine = load().engine_for("en")
    if engine is None:  # it is a required one
        raise RuntimeError
    return engine


@cache
def _model_spans(texts: tuple[str, ...]) -> list[list[MarkedEntity]]:
    """What the model alone finds, its labels mapped to our types."""
    return [
        [
            MarkedEntity(one.start_char, one.end_char, ENTITY_TYPES[one.label])
            for one in found
            if one.label in ENTITY_TYPES
        ]
        for found in _english().recognize(texts)
    ]


def _model(golds: Sequence[MarkedText]) -> list[list[MarkedEntity]]:
    return _model_spans(tuple(gold.text for gold in golds))


def _trimmed_model(golds: Sequence[MarkedText]) -> list[list[MarkedEntity]]:
    """The model's spans without leading article and trailing possessive, as in our gold."""
    pairs = zip(golds, _model(golds), strict=True)
    return [[conll.trim(gold.text, one) for one in found] for gold, found in pairs]


def _equal_surfaces(golds: Sequence[MarkedText]) -> list[list[MarkedEntity]]:
    """Our mentions, held to name one entity when they read the same."""
    pairs = zip(golds, entities.recognise(golds), strict=True)
    return [
        [
            MarkedEntity(one.start_char, one.end_char, one.entity_type, _surface(gold, one))
            for one in found
        ]
        for gold, found in pairs
    ]


def _surface(gold: MarkedText, one: MarkedEntity) -> str:
    return gold.text[one.start_char : one.end_char].casefold()


def _keep_all(page: boilerplate.Page) -> list[bool]:
    return [True] * len(page.lines)


def _c4(page: boilerplate.Page) -> list[bool]:
    """Keep lines that end as sentences do, have three words and none of the words of pages."""
    return [_is_kept_by_c4(line) for line in page.lines]


def _is_kept_by_c4(line: str) -> bool:
    words = line.split()
    bare, lowered = _C4_CITATION.sub("", line), line.lower()
    return (
        bare.endswith(_C4_STOPS)
        and not bare.endswith("...")
        and len(words) >= _C4_MIN_WORDS
        and max(map(len, words)) <= _C4_MAX_WORD
        and not any(word in lowered for word in _C4_WORDS)
    )


def _gopher(page: boilerplate.Page) -> list[bool]:
    """Keep all of a page or nothing: by the lines that repeat, begin with a bullet or end with an ellipsis."""
    count, size = len(page.lines) or 1, sum(map(len, page.lines)) or 1
    once = set(page.lines)
    shares = (
        ((len(page.lines) - len(once)) / count, _GOPHER_REPEATED_LINES),
        ((size - sum(map(len, once))) / size, _GOPHER_REPEATED_CHARS),
        (sum(line.startswith("\u2022") for line in page.lines) / count, _GOPHER_BULLETS),
        (sum(line.endswith(("...", "\u2026")) for line in page.lines) / count, _GOPHER_ELLIPSES),
    )
    return [all(share <= most for share, most in shares)] * len(page.lines)


def _justext() -> boilerplate.Judge:
    """Give jusText over the lines as paragraphs of an HTML page, with the stop words of the page's language."""
    from justext import get_stoplist, justext

    def judge(page: boilerplate.Page) -> list[bool]:
        code = code_of(language.detect("\n".join(page.lines)).language_tag)
        stoplist = JUSTEXT_STOPLISTS.get(code)
        options = {} if stoplist else {"stopwords_low": 0, "stopwords_high": 0}
        source = "".join(f"<p>{html.escape(line)}</p>" for line in page.lines)
        words = get_stoplist(stoplist) if stoplist else frozenset()
        found = iter(justext(f"<html><body>{source}</body></html>", words, **options))
        return list(_align(page.lines, found))

    return judge


def _align(lines: Sequence[str], found: Iterator) -> Iterator[bool]:  # type: ignore[type-arg]  # untyped
    """Say of each line whether its paragraph is kept; jusText leaves out those without a word."""
    one = next(found, None)
    for line in lines:
        if one is not None and one.text.split() == line.split():
            yield not one.is_boilerplate
            one = next(found, None)
        else:
            yield False


def _language_peers(name: str, load_detector: Callable[[], language.Detector]) -> tuple[Peer, Peer]:
    """Give a detector of languages, whose package has its name, as a peer for texts and for stories."""
    return (
        Peer("language", name, name, lambda gold: language.evaluate(gold, load_detector())),
        Peer(
            "stories",
            name,
            name,
            lambda gold: stories.evaluate(gold, stories.alone(load_detector())),
        ),
    )


def _date_peer(
    name: str, package: str, load_tagger: Callable[[str], dates.Tagger], codes: Collection[str]
) -> Peer:
    """Give a tagger of time expressions as a peer, for the languages that it reads."""
    return Peer(
        "dates",
        name,
        package,
        lambda gold, code="en": dates.evaluate(gold, load_tagger(code)),
        codes,
    )


PEERS = (
    *_language_peers("langdetect", _langdetect),
    *_language_peers("eldc", _eldc),
    *_language_peers("pycld2", _pycld2),
    *_language_peers("py3langid", _py3langid),
    _date_peer("dateparser.search", "dateparser", date_peers.dateparser_search, date_peers.PARSED_LANGUAGES),
    _date_peer("duckling", "pyduckling-native-phihos", date_peers.duckling, date_peers.PARSED_LANGUAGES),
    _date_peer("MS Recognizers", "ms-recognizers-text-suite", date_peers.recognizers, date_peers.CULTURES),
    _date_peer("spaCy and dateparser", "dateparser", date_peers.spacy_dateparser, ("en",)),
    Peer("entities", "model alone", None, lambda gold: entities.evaluate(gold, _model)),
    Peer("entities", "model, spans trimmed", None, lambda gold: entities.evaluate(gold, _trimmed_model)),
    Peer("clusters", "equal surface forms", None, lambda gold: clusters.evaluate(gold, _equal_surfaces)),
    Peer("boilerplate", "keep everything", None, lambda gold: boilerplate.evaluate(gold, _keep_all)),
    Peer("boilerplate", "jusText", "justext", lambda gold: boilerplate.evaluate(gold, _justext())),
    Peer("boilerplate", "C4 line rules", None, lambda gold: boilerplate.evaluate(gold, _c4)),
    Peer("boilerplate", "Gopher line rules", None, lambda gold: boilerplate.evaluate(gold, _gopher)),
)  # fmt: skip
