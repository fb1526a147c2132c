"""Scores time expressions as TempEval-3 does: strict, relaxed, type and value.

Gold is TimeML, columns, specification cases, or the tables of TempEval-2; see `timeml`, `timex_columns`, `timex_specs`
and `tempeval2`. The annotator gets the document creation time as published date of the metadata.

Source: UzZaman et al., SemEval-2013 task 1 (TempEval-3), section 5: an expression is found strictly when its
span is that of the gold, relaxedly when the two overlap; type and value count among the relaxed matches
(`attribute F1`): right attributes over all that were found, and over all of the gold.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from copydesk.annotate import dates
from copydesk.evaluation import tempeval2
from copydesk.evaluation.gold import PACKED, make_document, read_set
from copydesk.evaluation.scores import Counts, Evaluation, counted, three_figures, total
from copydesk.evaluation.timeml import TimedText, Timex, read_timeml
from copydesk.evaluation.timex_columns import read_timex_columns
from copydesk.evaluation.timex_specs import read_timex_specs
from copydesk.records import Metadata

EXPECTED = (
    "TimeML files with inline TIMEX3 (.tml or .xml), columns of token, tag and value (.tsv), or specification cases"
    " (.json); each also packed (.gz)"
)
Tagger = Callable[[TimedText], Sequence[Timex]]


@dataclass(frozen=True, slots=True)
class TimexCounts:
    """What a tagger reached on one text or on many."""

    strict: Counts
    relaxed: Counts
    type: Counts
    value: Counts


def read(path: Path) -> list[TimedText]:
    """Give the texts of a file of gold, of a folder of them, or of the tables of TempEval-2.

    Raises:
        ConfigError: There are none, or one of them is not in a format that is read.
    """
    words = tempeval2.find_words(path)
    if words is not None:
        return read_set(words, set(), tempeval2.EXPECTED, tempeval2.read_tempeval2)
    return read_set(path, {".tml", ".xml", ".tsv", ".json"}, EXPECTED, _read_one)


def _read_one(path: Path) -> Iterator[TimedText]:
    """Give the texts of a file, by the ending of its name."""
    name = path.name.removesuffix(PACKED)
    if name.endswith(".json"):
        return read_timex_specs(path)
    return read_timex_columns(path) if name.endswith(".tsv") else read_timeml(path)


def tag(gold: TimedText, language_code: str = "en") -> list[Timex]:
    """Give the expressions that our annotator finds in a text."""
    document = make_document(gold.text, Metadata(published_text=gold.creation_time))
    return [
        Timex(one.start_char, one.end_char, one.timex_type, one.value)
        for one in dates.annotate(document, language_code).dates
    ]


def evaluate(golds: Sequence[TimedText], tagger: Tagger = tag) -> Evaluation:
    """Score a tagger of time expressions.

    Returns:
        `strict_*`, `relaxed_*`, `type_*` and `value_*`: precision, recall and F1 each, over all texts.
    """
    counts = [count(gold.timexes, tagger(gold)) for gold in golds]
    expression_count = sum(len(gold.timexes) for gold in golds)
    return Evaluation(
        f"{counted(len(golds), 'document')}, {counted(expression_count, 'expression')}",
        three_figures("strict", total(one.strict for one in counts))
        | three_figures("relaxed", total(one.relaxed for one in counts))
        | three_figures("type", total(one.type for one in counts))
        | three_figures("value", total(one.value for one in counts)),
    )


def count(golds: Sequence[Timex], found: Sequence[Timex]) -> TimexCounts:
    """Count the matches of one text."""
    pairs = match(golds, found)

    def counts(right_count: int) -> Counts:
        return Counts(right_count, len(found), len(golds))

    return TimexCounts(
        strict=counts(sum(_is_same_span(gold, one) for gold, one in pairs)),
        relaxed=counts(len(pairs)),
        type=counts(sum(gold.timex_type == one.timex_type for gold, one in pairs)),
        value=counts(sum(gold.value == one.value for gold, one in pairs)),
    )


def match(golds: Sequence[Timex], found: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Pair each gold expression with one that overlaps it: the one of its span, else the first left.

    Returns:
        Pairs of gold and found; an expression is in one pair at most.
    """
    left = list(found)
    pairs: list[tuple[Timex, Timex]] = []
    for is_match in (_is_same_span, _overlap):
        for gold in golds:
            if any(gold is paired for paired, _ in pairs):
                continue
            partner = next((one for one in left if is_match(gold, one)), None)
            if partner is not None:
                left.remove(partner)
                pairs.append((gold, partner))
    return pairs


def _is_same_span(gold: Timex, one: Timex) -> bool:
    return (gold.start_char, gold.end_char) == (one.start_char, one.end_char)


def _overlap(gold: Timex, one: Timex) -> bool:
    return gold.start_char < one.end_char and one.start_char < gold.end_char
