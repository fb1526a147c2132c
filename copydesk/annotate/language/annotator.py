"""The language annotator: which languages a document, or a paragraph in another script, is in.

Called by the pipeline after the boilerplate annotator, whose labels say which lines to read.
Engine: langdetect with a fixed seed, guarded by what the script alone decides. Never guesses where
there is too little text, and never names a language that is not written in the text's script.
"""

import re
import threading
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory
from langdetect.lang_detect_exception import LangDetectException

from copydesk.annotate.detector import QuickDetector
from copydesk.records import (
    NO_LINGUISTIC_CONTENT,
    UNDETERMINED,
    Document,
    LanguageGuess,
    LanguageMethod,
    LineKind,
    LineLabel,
)
from copydesk.text.segment import paragraph_text

NAME = "language"
VERSION = "2"

_SEED = 0
_MIN_SCORE = 0.05
_PARAGRAPH_SCORE = 0.9
# Of 1,500 articles, four got another label than with all 10,000 characters that langdetect reads, each in
# a language that it does not know; it costs a third less.
_MAX_CHARS = 3_000

# Below these numbers of letters every engine answers nonsense with a score of 0.99 ("Reuters" is
# German to langdetect); a syllable or word sign says about three times as much as a letter.
_MIN_LETTERS = 20
_MIN_LETTERS_DENSE = 6
# A line or paragraph of running prose rather than a heading, byline or list item (research:
# per-line votes on lines of this length survive 40 % foreign boilerplate in 98 % of documents).
_PROSE_LETTERS = 60
_PROSE_LETTERS_DENSE = 15
# A script counts as present from this share of the letters.
_MIN_SCRIPT_SHARE = 0.05
# Kana make up 30-60 % of Japanese prose and 15 % of its tersest headlines; below this share of
# Han and kana together they are brand names in Chinese.
_JAPANESE_KANA_SHARE = 0.15

_URL_OR_EMAIL = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]+\.[\w.-]+")

_DENSE_SCRIPTS = frozenset({"Han", "Kana", "Hangul", "Thai"})
# Written in one language, or one so mainly that nothing else can be expected in news.
_SCRIPT_LANGUAGES = {
    "Armenian": "hy",
    "Cherokee": "chr",
    "Georgian": "ka",
    "Han": "zh",
    "Kana": "ja",
    "Khmer": "km",
    "Lao": "lo",
    "Myanmar": "my",
    "NKo": "nqo",
    "Oriya": "or",
    "Sinhala": "si",
    "Thaana": "dv",
    "Tibetan": "bo",
    "Yi": "ii",
}
# The scripts that langdetect has profiles for, with its languages in them; Latin has the rest.
_DETECTABLE = {
    "Arabic": frozenset({"ar", "fa", "ur"}),
    "Bengali": frozenset({"bn"}),
    "Cyrillic": frozenset({"bg", "mk", "ru", "uk"}),
    "Devanagari": frozenset({"hi", "mr", "ne"}),
    "Greek": frozenset({"el"}),
    "Gujarati": frozenset({"gu"}),
    "Gurmukhi": frozenset({"pa"}),
    "Hangul": frozenset({"ko"}),
    "Hebrew": frozenset({"he"}),
    "Kannada": frozenset({"kn"}),
    "Malayalam": frozenset({"ml"}),
    "Tamil": frozenset({"ta"}),
    "Telugu": frozenset({"te"}),
    "Thai": frozenset({"th"}),
}
_LATIN = "Latin"
_SCRIPT_CODES = {
    "Arabic": "Arab", "Armenian": "Armn", "Cyrillic": "Cyrl", "Devanagari": "Deva", "Georgian": "Geor",
    "Greek": "Grek", "Han": "Hani", "Hangul": "Kore", "Hebrew": "Hebr", "Kana": "Jpan", "Khmer": "Khmr",
    "Latin": "Latn", "Thai": "Thai",
}  # fmt: skip
_NON_LATIN_CODES = frozenset({"zh", "ja"}).union(*_DETECTABLE.values())
_CODES = {"zh-cn": "zh", "zh-tw": "zh", "tl": "fil"}

# First code points of blocks (Unicode 15), with the script of the letters from there on.
_BLOCKS = (
    (0x0000, _LATIN), (0x0250, _LATIN), (0x0370, "Greek"), (0x0400, "Cyrillic"),
    (0x0530, "Armenian"), (0x0590, "Hebrew"), (0x0600, "Arabic"), (0x0700, "Syriac"),
    (0x0750, "Arabic"), (0x0780, "Thaana"), (0x07C0, "NKo"), (0x0800, "other"),
    (0x0870, "Arabic"), (0x0900, "Devanagari"), (0x0980, "Bengali"), (0x0A00, "Gurmukhi"),
    (0x0A80, "Gujarati"), (0x0B00, "Oriya"), (0x0B80, "Tamil"), (0x0C00, "Telugu"),
    (0x0C80, "Kannada"), (0x0D00, "Malayalam"), (0x0D80, "Sinhala"), (0x0E00, "Thai"),
    (0x0E80, "Lao"), (0x0F00, "Tibetan"), (0x1000, "Myanmar"), (0x10A0, "Georgian"),
    (0x1100, "Hangul"), (0x1200, "Ethiopic"), (0x13A0, "Cherokee"), (0x1400, "other"),
    (0x1780, "Khmer"), (0x1800, "other"), (0x1C80, "Cyrillic"), (0x1C90, "Georgian"),
    (0x1CC0, "other"), (0x1D00, _LATIN), (0x1F00, "Greek"), (0x2000, _LATIN),
    (0x2C00, "other"), (0x2C60, _LATIN), (0x2C80, "other"), (0x2D00, "Georgian"),
    (0x2D30, "other"), (0x2D80, "Ethiopic"), (0x2DE0, "Cyrillic"), (0x2E80, "Han"),
    (0x3040, "Kana"), (0x3100, "Han"), (0x3130, "Hangul"), (0x3190, "Han"),
    (0x31F0, "Kana"), (0x3200, "Han"), (0xA000, "Yi"), (0xA4D0, "other"),
    (0xA640, "Cyrillic"), (0xA6A0, "other"), (0xA720, _LATIN), (0xA800, "other"),
    (0xA8E0, "Devanagari"), (0xA900, "other"), (0xA960, "Hangul"), (0xA980, "other"),
    (0xA9E0, "Myanmar"), (0xAA00, "other"), (0xAA60, "Myanmar"), (0xAA80, "other"),
    (0xAB00, "Ethiopic"), (0xAB30, _LATIN), (0xAB70, "Cherokee"), (0xABC0, "other"),
    (0xAC00, "Hangul"), (0xD800, "other"), (0xF900, "Han"), (0xFB00, _LATIN),
    (0xFB13, "Armenian"), (0xFB1D, "Hebrew"), (0xFB50, "Arabic"), (0xFE00, "other"),
    (0xFE70, "Arabic"), (0xFF00, _LATIN), (0xFF66, "Kana"), (0xFFA0, "Hangul"),
    (0xFFE0, "other"), (0x1F100, _LATIN), (0x1F200, "other"), (0x20000, "Han"),
    (0x32000, "other"),
)  # fmt: skip
_BLOCK_STARTS = tuple(start for start, _ in _BLOCKS)

_WARM_LOCK = threading.Lock()


def detector_version() -> str:
    """Give the version of langdetect in use: part of the annotator's fingerprint."""
    return version("langdetect")


def warm() -> None:
    """Load langdetect's profiles, once a process (about 0.5 s); later calls return at once.

    langdetect's own lazy loading is not safe: a thread that comes while another loads gets wrong
    answers without an exception. Hence a factory of our own behind a lock.
    """
    with _WARM_LOCK:
        _load_factory()


def annotate(
    document: Document, labels: Sequence[LineLabel], *, audit: bool = False
) -> tuple[LanguageGuess, ...]:
    """Give the rows of `languages` for one document.

    Args:
        document: Normalised and segmented.
        labels: One for each line; boilerplate is not read unless there is nothing else.
        audit: Ask langdetect for every paragraph too.

    Returns:
        The document's languages by rank (`line_no` None), at least one row; then those of each
        paragraph with a letter, in order of the text: its own where it is prose, else the document's.
    """
    warm()
    dropped = {label.line_no for label in labels if label.kind is LineKind.BOILERPLATE}
    whole = list(_guess(_sample(document, dropped), line_no=None))
    told: list[LanguageGuess] = []
    letters: Counter[str] = Counter()
    for paragraph in document.paragraphs:
        text = paragraph_text(document.text, paragraph)
        if not _has_letter(text):
            continue
        stripped = _strip_addresses(text)
        is_told = paragraph.line_no not in dropped and _is_prose(stripped)
        heard = list(_guess(stripped, line_no=paragraph.line_no)) if is_told or audit else []
        if is_told and heard[0].score >= _PARAGRAPH_SCORE:
            told.append(heard[0])
        else:
            told.append(_inherited(whole[0], paragraph.line_no, heard))
        letters[told[-1].language_code] += sum(map(str.isalpha, text))
    return (*_with_shares(whole, told, letters), *told)


def _with_shares(
    whole: Sequence[LanguageGuess], told: Sequence[LanguageGuess], letters: Counter[str]
) -> list[LanguageGuess]:
    """Give a document's rows with their shares of its letters, and rows for further languages."""
    total = max(1, letters.total())
    rows = [
        replace(one, letter_share=round(letters[one.language_code] / total, 6)) for one in whole
    ]
    known = {one.language_code for one in rows}
    for code, count in sorted(letters.items(), key=lambda item: (-item[1], item[0])):
        if code not in known:
            [first, *_] = (one for one in told if one.language_code == code)
            share = round(count / total, 6)
            place = {"line_no": None, "rank": len(rows) + 1, "letter_share": share}
            rows.append(replace(first, **place, method=LanguageMethod.PARAGRAPHS))  # type: ignore[arg-type]
    return rows


def _inherited(best: LanguageGuess, line_no: int, heard: Sequence[LanguageGuess]) -> LanguageGuess:
    """Give a paragraph its document's language, and what langdetect says if it was asked."""
    return replace(
        best,
        line_no=line_no,
        letter_share=1.0,
        method=LanguageMethod.INHERITED,
        votes=heard[0].votes if heard else None,
        langdetect_code=heard[0].langdetect_code if heard else None,
        langdetect_score=heard[0].langdetect_score if heard else None,
    )


def _made(
    place: tuple[int | None, int], code: str, score: float, detector: str, script: str | None
) -> LanguageGuess:
    """Give a row for a place (line number or None, rank)."""
    line_no, rank = place
    is_asked = detector == "langdetect"
    methods = {"gate": LanguageMethod.GATE, "script": LanguageMethod.SCRIPT}
    return LanguageGuess(
        line_no=line_no,
        rank=rank,
        language_code=code,
        language_tag=code,
        script_code=_SCRIPT_CODES.get(script) if script else None,
        score=score,
        letter_share=1.0 if rank == 1 or line_no else 0.0,
        method=methods.get(detector, LanguageMethod.VOTE),
        detector=detector,
        votes={"langdetect": code} if is_asked else None,
        langdetect_code=code if is_asked and code != UNDETERMINED else None,
        langdetect_score=score if is_asked and code != UNDETERMINED else None,
    )


@cache
def _load_factory() -> DetectorFactory:
    """Read the profiles in order of name, so that sums are the same on every file system."""
    factory = DetectorFactory()
    factory.set_seed(_SEED)
    profiles = sorted(path for path in Path(PROFILES_DIRECTORY).iterdir() if path.is_file())
    factory.load_json_profile([path.read_text(encoding="utf-8") for path in profiles])
    return factory


def _sample(document: Document, dropped: set[int]) -> str:
    """Give the text to judge a document by: its distinct lines of prose, else all its lines."""
    kept = [
        document.text[line.start_char : line.end_char]
        for line in document.lines
        if line.line_no not in dropped
    ]
    if not any(map(_has_letter, kept)):
        kept = [document.text[line.start_char : line.end_char] for line in document.lines]
    return _join(filter(_is_prose, kept)) or _join(kept)


def _join(texts: Iterable[str]) -> str:
    """Join distinct texts without their addresses, taken evenly over the document, up to `_MAX_CHARS`."""
    distinct = list(dict.fromkeys(texts))
    step = max(1, sum(map(len, distinct)) // _MAX_CHARS)
    joined: list[str] = []
    room = _MAX_CHARS
    for text in distinct[::step]:
        joined.append(_strip_addresses(text))
        room -= len(joined[-1])
        if room <= 0:
            break
    return " ".join(joined)[:_MAX_CHARS].strip()


def _strip_addresses(text: str) -> str:
    """Give a text without URLs and e-mail addresses, at most `_MAX_CHARS` of it."""
    return _URL_OR_EMAIL.sub(" ", text[:_MAX_CHARS])


def _has_letter(text: str) -> bool:
    return any(map(str.isalpha, text))


def _is_prose(text: str) -> bool:
    """Tell whether a text is long enough to be running prose."""
    head = text[:_MAX_CHARS]
    if len(head) < _PROSE_LETTERS_DENSE:
        return False
    if head.isascii():
        return sum(map(str.isalpha, head)) >= _PROSE_LETTERS
    scripts = _count_scripts(head)
    return scripts.total() >= _least_letters(scripts, _PROSE_LETTERS_DENSE, _PROSE_LETTERS)


def _count_scripts(text: str) -> Counter[str]:
    """Count the letters of a text by script."""
    scripts: Counter[str] = Counter()
    for char, count in Counter(text).items():
        if char.isalpha():
            scripts[_BLOCKS[bisect_right(_BLOCK_STARTS, ord(char)) - 1][1]] += count
    return scripts


def _dominant_script(scripts: Counter[str]) -> str | None:
    """Name the script of most letters; Han with kana among it counts as Japanese ("Kana")."""
    merged = Counter(scripts)
    japanese_count = merged["Han"] + merged["Kana"]
    if japanese_count:
        is_japanese = merged["Kana"] >= _JAPANESE_KANA_SHARE * japanese_count
        del merged["Han"], merged["Kana"]
        merged["Kana" if is_japanese else "Han"] = japanese_count
    return max(sorted(merged), key=merged.__getitem__, default=None)


def _least_letters(scripts: Counter[str], dense: int, sparse: int) -> int:
    """Give the bound that holds for the dominant script of a text."""
    script = _dominant_script(scripts)
    return dense if script in _DENSE_SCRIPTS or script in _SCRIPT_LANGUAGES else sparse


def _guess(text: str, *, line_no: int | None) -> Iterator[LanguageGuess]:
    """Give the languages of a text, best first: by gate, by script, or by langdetect."""
    scripts = _count_scripts(text)
    script = _dominant_script(scripts)
    if script is None:
        yield _made((line_no, 1), NO_LINGUISTIC_CONTENT, 1.0, "gate", script)
        return
    if scripts.total() < _least_letters(scripts, _MIN_LETTERS_DENSE, _MIN_LETTERS):
        yield _made((line_no, 1), UNDETERMINED, 0.0, "gate", script)
        return
    if script in _SCRIPT_LANGUAGES:
        share = _script_share(scripts, script)
        yield _made((line_no, 1), _SCRIPT_LANGUAGES[script], share, "script", script)
        return
    if script != _LATIN and script not in _DETECTABLE:
        yield _made((line_no, 1), UNDETERMINED, 0.0, "script", script)
        return
    scores = _detect(text, scripts)
    for rank, (code, score) in enumerate(scores, start=1):
        yield _made((line_no, rank), code, score, "langdetect", script)
    if not scores:
        yield _made((line_no, 1), UNDETERMINED, 0.0, "langdetect", script)


def _script_share(scripts: Counter[str], script: str) -> float:
    """Give the share of letters that are in a script, kanji being part of Japanese."""
    count = scripts[script] + (scripts["Han"] if script == "Kana" else 0)
    return round(count / scripts.total(), 6)


def _detect(text: str, scripts: Counter[str]) -> list[tuple[str, float]]:
    """Ask langdetect; give the codes that the scripts of the text allow, best first."""
    with _WARM_LOCK:
        factory = _load_factory()
    detector = QuickDetector(factory)
    detector.PROB_THRESHOLD = _MIN_SCORE
    detector.append(text)
    try:
        found = detector.get_probabilities()
    except LangDetectException:  # no n-gram that any profile has
        return []
    allowed = _allowed_codes(scripts)
    scores: Counter[str] = Counter()
    for language in found:
        code = _CODES.get(language.lang, language.lang)
        if code in allowed or (code not in _NON_LATIN_CODES and _is_present(scripts, _LATIN)):
            scores[code] += language.prob
    rounded = [(code, round(score, 6)) for code, score in scores.items()]
    return sorted(rounded, key=lambda item: (-item[1], item[0]))


def _allowed_codes(scripts: Counter[str]) -> set[str]:
    """List the codes of langdetect that are written in a non-Latin script of a text."""
    allowed = set[str]()
    for script, codes in _DETECTABLE.items():
        if _is_present(scripts, script):
            allowed |= codes
    if _is_present(scripts, "Kana"):
        allowed.add("ja")
    elif _is_present(scripts, "Han"):
        allowed.add("zh")
    return allowed


def _is_present(scripts: Counter[str], script: str) -> bool:
    """Tell whether a script is more than a foreign word or two of a text."""
    return scripts[script] >= _MIN_SCRIPT_SHARE * scripts.total()
