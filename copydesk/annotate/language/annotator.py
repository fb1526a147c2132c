"""The language annotator: which languages a document and its paragraphs are in.

Called by the pipeline after the boilerplate annotator, whose labels say which lines to read. A paragraph of prose is
judged by itself; a shorter one is in its document's language; the document is in the language of most letters of its
prose. It never guesses where there is too little text.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from copydesk.annotate.language.identify import LANGDETECT, Verdict, audited, by_letters, identify
from copydesk.annotate.language.scripts import (
    HAN,
    JAPANESE,
    LATIN,
    count_letters,
    count_scripts,
    main_script,
    text_length,
)
from copydesk.annotate.language.vote import Votes
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

# Below this many letters of an alphabet every engine answers nonsense now and then: "Kim Jong-un" is French to one and
# Filipino to another. Such a paragraph is in its document's language.
_MIN_LETTERS = 20
# Running prose rather than a heading, byline or list item: so long, or a sentence.
_PROSE_LETTERS = 60
_SENTENCE_END = re.compile(  # of Latin, CJK, Arabic, Indic and Armenian texts
    r"""[.!?…。！？؟۔।॥።։][\s"'”»’)\]]*\Z"""  # noqa: RUF001
)
# How much more a language's vote counts that is all prose: with 2, documents keep their language under 40 % foreign
# boilerplate in 98 of 100 cases (with 1 in 97, with 0 in 87).
_PROSE_POWER = 2
# A paragraph that is less surely in another language than its document is in the document's: of such paragraphs in
# documents of one or two languages more than half were wrong.
_LEAST_SCORE = 0.8
# How many engines a paragraph is worth, when its document is there to be asked too.
_FOR_SHORT, _FOR_PROSE = 2, 3
# Paragraphs less sure than this are judged together.
_SURE = 0.95
# Enough of a text to be as sure of its language as the engines can be.
_MAX_SAMPLE = 1_500
# A sample of a few long texts has the head of each.
_MOST_HEADS = 5
_END_CHARS = 10
_HAN_SCRIPTS = (HAN, "Hans", "Hant")
_PLAIN = (LanguageMethod.SCRIPT, LanguageMethod.AGREEMENT)
_NOWHERE = (UNDETERMINED, NO_LINGUISTIC_CONTENT)
_TOO_SHORT = Verdict(UNDETERMINED, None, 0.0, LanguageMethod.GATE)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph with a letter.

    Attributes:
        line_no: Its first line.
        text: On one line.
        letter_count: Its letters.
        is_kept: It is no boilerplate.
        own: What it says by itself; `und` where it is too short to tell.
        length: Letters of an alphabet that it is worth.
    """

    line_no: int
    text: str
    letter_count: int
    is_kept: bool
    own: Verdict
    length: int

    @property
    def is_prose(self) -> bool:
        """Whether it is running text rather than a heading, byline or list item."""
        return _reads_as_prose(self.text, self.length)


def _reads_as_prose(text: str, length: int) -> bool:
    return length >= _PROSE_LETTERS or (
        length >= _MIN_LETTERS and _SENTENCE_END.search(text[-_END_CHARS:]) is not None
    )


def annotate(
    document: Document, labels: Sequence[LineLabel], *, audit: bool = False
) -> tuple[LanguageGuess, ...]:
    """Give the rows of `languages` for one document.

    Args:
        document: Normalised and segmented.
        labels: One for each line; boilerplate is not read for the document's language unless there is nothing else.
        audit: Ask langdetect for every text, for the record.

    Returns:
        The document's languages by rank (`line_no` None), at least one row; then one for each paragraph with a letter,
        in order of the text.
    """
    dropped = {label.line_no for label in labels if label.kind is LineKind.BOILERPLATE}
    paragraphs = list(_judge(document, dropped, audit=audit))
    whole = _judge_document(paragraphs, audit=audit)
    told = [_settle(one, whole) for one in paragraphs]
    rows = [_row(verdict, one.line_no) for one, verdict in zip(paragraphs, told, strict=True)]
    return (*_document_rows(whole, paragraphs, told), *rows)


def _judge(document: Document, dropped: set[int], *, audit: bool) -> Iterator[_Paragraph]:
    """Judge each paragraph with a letter by itself, those of the same text once."""
    judged: dict[str, tuple[int, int, Verdict]] = {}
    for paragraph in document.paragraphs:
        text = paragraph_text(document.text, paragraph)
        if text not in judged:
            judged[text] = _judge_text(text, audit=audit)
        letter_count, length, own = judged[text]
        if letter_count:
            is_kept = paragraph.line_no not in dropped
            yield _Paragraph(paragraph.line_no, text, letter_count, is_kept, own, length)


def _judge_text(text: str, *, audit: bool) -> tuple[int, int, Verdict]:
    """Give the letters of a text, what they are worth, and its language: `und` where it is too short to tell."""
    letter_count = length = count_letters(text)
    own: Verdict | None = None
    if not text.isascii() and letter_count:
        scripts = count_scripts(text[:_MAX_SAMPLE])
        script = main_script(scripts) or LATIN
        length = text_length(letter_count, script)
        if length < _MIN_LETTERS:
            own = by_letters(text, script, scripts.get(script, 0))
    if length >= _MIN_LETTERS:
        most = _FOR_PROSE if _reads_as_prose(text, length) else _FOR_SHORT
        return letter_count, length, identify(text, most=most, audit=audit)
    own = own or _TOO_SHORT
    return letter_count, length, audited(own, text) if audit and letter_count else own


def _judge_document(paragraphs: Sequence[_Paragraph], *, audit: bool) -> Verdict:
    """Give the language of most of a document's prose, each text counted once.

    A language loses as much of its weight as of its text is no prose: menus and notices round an article, in the
    language of the site, can be longer than the article.
    """
    distinct = _distinct(paragraphs)
    prose: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for one in distinct:
        if one.own.code not in _NOWHERE:
            told[one.own.code] += one.length
            prose[one.own.code] += one.length * (one.is_kept and one.is_prose)
    votes = {
        code: count * (count / told[code]) ** _PROSE_POWER for code, count in prose.items() if count
    }
    read = [one for one in distinct if one.is_kept] or distinct
    if not votes:  # a headline, a list of names: whole, or not at all
        return identify(_sample([one.text for one in read]), audit=audit)
    code = max(sorted(votes), key=votes.__getitem__)
    speakers = [one for one in read if one.is_prose and one.own.code == code]
    return _confirm(code, speakers, audit=audit)


def _distinct(paragraphs: Sequence[_Paragraph]) -> Sequence[_Paragraph]:
    """Give one paragraph of each text, in order: one that is kept if there is one."""
    found: dict[str, _Paragraph] = {}
    for one in paragraphs:
        if one.is_kept or one.text not in found:
            found[one.text] = one
    return list(found.values())


def _confirm(code: str, speakers: Sequence[_Paragraph], *, audit: bool) -> Verdict:
    """Judge the paragraphs that made a language win together, those in the script of most: how sure is it?"""
    script = _script_of_most(speakers)
    writers = [one for one in speakers if one.own.script == script]
    best = max((one.own for one in writers), key=lambda own: own.score)
    if best.score < _SURE:
        together = identify(_sample([one.text for one in writers]), audit=audit)
        best = together if together.code == code or len(speakers) == 1 else best
    return best if len(speakers) == 1 else replace(best, method=LanguageMethod.PARAGRAPHS)


def _script_of_most(speakers: Sequence[_Paragraph]) -> str | None:
    """Give the script of most letters; Han letters that do not tell which kind count only where all are such."""
    letters: Counter[str] = Counter()
    for one in speakers:
        letters[one.own.script or LATIN] += one.length
    return main_script({name: count for name, count in letters.items() if name != HAN} or letters)


def _sample(texts: Sequence[str]) -> str:
    """Join texts, taken evenly over the document, up to `_MAX_SAMPLE` characters."""
    room = _MAX_SAMPLE // min(_MOST_HEADS, max(1, len(texts)))
    heads = [text[:room] for text in texts]
    step = -(-sum(map(len, heads)) // _MAX_SAMPLE)
    return " ".join(heads[:: max(1, step)])


def _settle(paragraph: _Paragraph, whole: Verdict) -> Verdict:
    """Give a paragraph's language, seen from its document's: its own where that is sure enough, else the document's."""
    own = paragraph.own
    if own.script == HAN and own.code == whole.code:  # which kind, the document tells
        own = replace(own, script=whole.script)
    is_alien = _is_alien(own.script, whole.script)
    if paragraph.is_prose:
        is_told = own.code == whole.code or own.score >= _LEAST_SCORE or is_alien
    else:  # a byline or a heading with foreign names in it, but for one in other letters
        is_told = own.method in _PLAIN if is_alien else own.code == whole.code
    is_short = paragraph.length < _MIN_LETTERS and own.method is not LanguageMethod.SCRIPT
    if is_told and not is_short and own.code != NO_LINGUISTIC_CONTENT:
        return own
    return replace(whole, method=LanguageMethod.INHERITED, votes=own.votes, unneeded=own.unneeded)


def _is_alien(script: str | None, document_script: str | None) -> bool:
    """Tell whether a script is another than the document's: Han letters alone are not in a Japanese document."""
    if document_script == JAPANESE and script in _HAN_SCRIPTS:
        return False
    return script != document_script


def _document_rows(
    whole: Verdict, paragraphs: Sequence[_Paragraph], told: Sequence[Verdict]
) -> Iterator[LanguageGuess]:
    """Give a document's rows: its language, then the others of its paragraphs by their share of the letters."""
    letters: Counter[str] = Counter()
    first: dict[str, Verdict] = {whole.tag: whole}
    for one, verdict in zip(paragraphs, told, strict=True):
        letters[verdict.tag] += one.letter_count
        best = first.setdefault(verdict.tag, verdict)
        if best is not whole and verdict.score > best.score:
            first[verdict.tag] = verdict
    total = letters.total() or 1
    others = sorted(first.keys() - {whole.tag}, key=lambda tag: (-letters[tag], tag))
    for rank, tag in enumerate([whole.tag, *others], start=1):
        share = round(letters[tag] / total, 6)
        verdict = whole if rank == 1 else replace(first[tag], method=LanguageMethod.PARAGRAPHS)
        yield replace(_row(verdict, None), rank=rank, letter_share=share)


def _row(verdict: Verdict, line_no: int | None) -> LanguageGuess:
    asked = {**verdict.votes, **verdict.unneeded}
    heard = asked.get(LANGDETECT)
    return LanguageGuess(
        line_no=line_no,
        rank=1,
        language_code=verdict.code,
        language_tag=verdict.tag,
        script_code=verdict.script,
        score=verdict.score,
        letter_share=1.0,
        method=verdict.method,
        detector=verdict.detector,
        votes=_tags(asked),
        langdetect_code=heard.label if heard else None,
        langdetect_score=heard.score if heard else None,
    )


def _tags(votes: Votes) -> Mapping[str, str] | None:
    """Give engine -> tag of every engine that was asked; an engine without an answer said `und`."""
    return {name: vote.tag if vote else UNDETERMINED for name, vote in votes.items()} or None
