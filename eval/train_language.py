"""Fits how far the language annotator believes each engine, and writes `weights.json`.

    python eval/train_language.py FOLDER

FOLDER holds `ntrex_dev.jsonl.gz` (stories with `doc`, `lang`, `sents`) and `tatoeba_short_dev.jsonl.gz` (single sentences with
`lang`, `text`). Neither is part of the repository. Fitted on the stories of every second document and every second
sentence of each language, the even ones; `eval/measure.py` measures on the others.

What is fitted is shared by all languages: conditional logits over what the engines say of each candidate. News is likelier
to be in some languages than in others, which `share_of` says; each language counts in that measure, whatever its number
of texts.
"""
# ruff: noqa: INP001, T201  # a script

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import measure
import numpy as np
from numpy.typing import NDArray

from copydesk.annotate.language import identify, vote
from copydesk.annotate.language.engines import engines
from copydesk.annotate.language.scripts import count_scripts, main_script, text_length
from copydesk.annotate.language.tags import code_of
from copydesk.evaluation import language, stories
from copydesk.evaluation.cuts import Length, Story, cut

Vector = NDArray[np.float64]

TARGET = Path(__file__).parents[1] / "copydesk/annotate/language/weights.json"
# How likely a text is to be in a language, against those of langdetect: of the languages that wires and newspapers use
# most it has all, eldc a few more. On the documents left out 0.2 to 0.4 and 0.05 to 0.1 differ by less than 0.1 points
# in the first two and by 1 point in the third.
SHARE_LANGDETECT, SHARE_ELDC, SHARE_OTHER, SHARE_UNKNOWN = 1.0, 0.3, 0.07, 0.15
RIDGE = 0.3
ROUNDS = 40
LEAST_STEP = 1e-5
MOST_SHORT = 100
"""Single sentences of a language, at most."""
MIN_STAND_IN_SHARE = 0.3
MIN_STAND_IN_LETTERS = 16
# Where the two fast engines agree on a language in texts of this length, how often they have to be right.
MIN_AGREEMENT_LETTERS = 24
MIN_AGREEMENT_PRECISION = 0.92
MIN_AGREEMENTS = 20
# Of rarer languages that all engines together are so sure of, how often they have to be right.
MUDDLED_CHANCE = 0.9
MIN_MUDDLED_PRECISION = 0.85
MIN_MUDDLED = 10
DIGITS = 3


@dataclass(frozen=True, slots=True)
class Text:
    """A text that no script decides, with what each engine says of it.

    Attributes:
        code: Its language.
        kind: Its length by name.
        length: Letters of an alphabet that it is worth.
        votes: Of all engines.
    """

    code: str
    kind: str
    length: int
    votes: vote.Votes


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    texts = list(read_texts(folder))
    print(f"{len(texts)} texts, {len({one.code for one in texts})} languages")
    found = fit(texts)
    TARGET.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def read_texts(folder: Path) -> Iterator[Text]:
    """Give the texts to fit on, each put to every engine."""
    held = stories.read(folder / "ntrex_dev.jsonl.gz")
    odd = {id(one) for one in measure.odd_documents(held)}
    for story in held:
        if id(story) not in odd:
            yield from cut_texts(story)
    short = language.read(folder / "tatoeba_short_dev.jsonl.gz")
    left_out = {id(one) for one in measure.odd_lines(short)}
    counts = Counter[str]()
    for sample in short:
        counts[sample.language_tag] += id(sample) not in left_out
        if id(sample) not in left_out and counts[sample.language_tag] <= MOST_SHORT:
            yield from ask(sample, "short")


def cut_texts(story: Story) -> Iterator[Text]:
    """Give the words, phrases, sentences, paragraphs and the article of a story."""
    for length in Length:
        for sample in cut(story, length):
            yield from ask(sample, str(length))


def ask(sample: language.Sample, kind: str) -> Iterator[Text]:
    """Give a text with its votes, unless its letters decide alone."""
    head = identify.readable(sample.text)
    scripts = count_scripts(head)
    script = main_script(scripts)
    if script is None or identify.by_letters(head, script, scripts[script]):
        return
    available = engines()
    votes = identify.usable(identify.ask(available, available, head), script)
    length = text_length(scripts[script], script)
    yield Text(code_of(sample.language_tag), kind, length, votes)


def fit(texts: Sequence[Text]) -> Mapping[str, object]:
    """Give what `weights.json` holds."""
    known = {name: engine.languages for name, engine in engines().items()}
    common = known["langdetect"] | known["eldc"]
    stand_ins = find_stand_ins(texts, known, common)
    weights = vote.Weights(
        {},
        {},
        frozenset(),
        frozenset(),
        common,
        {pair: frozenset(names) for pair, names in stand_ins.items()},
    )
    by_engine: dict[str, dict[str, str]] = defaultdict(dict)
    for (engine, code), names in stand_ins.items():
        by_engine[engine][code] = " ".join(sorted(names))
    ballots = {}
    for names in engine_sets(tuple(known)):
        ballots[" ".join(names)] = fit_ballot(texts, names, known, weights)
        print(f"{' '.join(names)}: done")
    agreement, doubted = fit_agreement(texts, known)
    muddled = find_muddled(
        texts,
        known,
        replace(
            weights, ballots={frozenset(known): vote.Ballot(*ballots[" ".join(known)].values())}
        ),
    )
    return {
        "agreement": agreement,
        "ballots": ballots,
        "common": " ".join(sorted(common)),
        "doubted": " ".join(sorted(doubted)),
        "muddled": " ".join(sorted(muddled)),
        "stand_ins": by_engine,
    }


def engine_sets(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Give the sets of engines that are counted: those that may be missing or not, with one or both of the others."""
    optional = [name for name in names if name in vote.FAST]
    for count in range(len(optional) + 1):
        for left_out in combinations(optional, count):
            asked = tuple(name for name in names if name not in left_out)
            yield from (asked, asked[:-1])


def find_stand_ins(
    texts: Iterable[Text], known: vote.Languages, common: frozenset[str]
) -> Mapping[tuple[str, str], list[str]]:
    """Find what each engine takes common languages for that it does not know."""
    named: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for one in texts:
        for engine, heard in one.votes.items():
            is_clear = heard and one.length >= MIN_STAND_IN_LETTERS and one.code in common
            if heard and is_clear and one.code not in known[engine]:
                named[engine, one.code][code_of(heard.tag)] += 1
    found = {}
    for pair, counts in sorted(named.items()):
        names = [
            name for name, count in counts.items() if count >= MIN_STAND_IN_SHARE * counts.total()
        ]
        if names:
            found[pair] = names
    return found


def share_of(code: str, known: vote.Languages) -> float:
    """Say how likely news is to be in a language, against those of langdetect."""
    if code in known["langdetect"]:
        return SHARE_LANGDETECT
    if code in known["eldc"]:
        return SHARE_ELDC
    return SHARE_OTHER if any(code in codes for codes in known.values()) else SHARE_UNKNOWN


def weigh_texts(texts: Sequence[Text], known: vote.Languages) -> Vector:
    """Give each text its weight: those of one language and kind together have the language's share."""
    counts = Counter((one.code, one.kind) for one in texts)
    raw = np.array([share_of(one.code, known) / counts[one.code, one.kind] for one in texts])
    return raw / raw.mean()


def fit_ballot(
    texts: Sequence[Text], names: Sequence[str], known: vote.Languages, weights: vote.Weights
) -> Mapping[str, Mapping[str, float]]:
    """Fit the weights for one set of engines."""
    all_weights = weigh_texts(texts, known)
    told = [{name: one.votes[name] for name in names} for one in texts]
    described = [
        vote.candidate_features(votes, one.length, known, weights)
        for one, votes in zip(texts, told, strict=True)
    ]
    usable = [i for i, one in enumerate(texts) if one.code in described[i]]
    groups = [
        (list(described[i].values()), list(described[i]).index(texts[i].code)) for i in usable
    ]
    for_language = fit_choice(groups, all_weights[usable])

    def best_of(features: Mapping[str, list[str]]) -> str:
        scores = {
            code: sum(for_language.get(one, 0.0) for one in held) for code, held in features.items()
        }
        return max(sorted(scores), key=scores.__getitem__)

    def is_unknown(code: str) -> bool:
        return all(code not in known[name] for name in names)

    judged = [
        i
        for i, one in enumerate(texts)
        if described[i] and (one.code in described[i] or is_unknown(one.code))
    ]
    rows = [
        vote.unknown_features(best_of(described[i]), told[i], texts[i].length, known, weights)
        for i in judged
    ]
    is_true = [is_unknown(texts[i].code) for i in judged]
    return {"language": for_language, "unknown": fit_chance(rows, is_true, all_weights[judged])}


def fit_agreement(
    texts: Sequence[Text], known: vote.Languages
) -> tuple[Mapping[str, float], list[str]]:
    """Fit the chance of what the fast engines agree on, and find the languages that they take relatives for."""
    agreed, numbers, all_weights = [], list[int](), weigh_texts(texts, known)
    for number, one in enumerate(texts):
        votes = {name: one.votes[name] for name in vote.FAST}
        codes = {heard and code_of(heard.tag) for heard in votes.values()}
        if len(codes) == 1 and None not in codes:
            agreed.append((one, votes, codes.pop()))
            numbers.append(number)
    weights = all_weights[numbers]
    shares: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for (one, _, code), weight in zip(agreed, weights, strict=True):
        is_known = any(one.code in codes for codes in known.values())
        if one.length >= MIN_AGREEMENT_LETTERS and is_known:
            shares[code] = list(np.add(shares[code], (weight, weight * (one.code == code), 1)))
    doubted = [
        str(code)
        for code, (total, right, count) in shares.items()
        if count >= MIN_AGREEMENTS and right < MIN_AGREEMENT_PRECISION * total
    ]
    trusted = [i for i, (_, _, code) in enumerate(agreed) if code not in doubted]
    rows = [
        vote.agreement_features(vote.agreement_kind(agreed[i][1], agreed[i][0].length))
        for i in trusted
    ]
    is_true = [agreed[i][0].code == agreed[i][2] for i in trusted]
    return fit_chance(rows, is_true, weights[trusted]), doubted


def find_muddled(texts: Iterable[Text], known: vote.Languages, weights: vote.Weights) -> list[str]:
    """Find the rarer languages that all engines together are often sure of and wrong, or that no text is in."""
    shares: dict[str, list[bool]] = defaultdict(list)
    for one in texts:
        count = vote.count_votes(one.votes, one.length, known, weights)
        if count.code and count.code not in weights.common and count.chance >= MUDDLED_CHANCE:
            shares[count.code].append(count.code == one.code)
    told = {one.code for one in texts}
    untested = frozenset().union(*known.values()) - weights.common - told
    return [*untested] + [
        code
        for code, right in shares.items()
        if code in told
        and len(right) >= MIN_MUDDLED
        and sum(right) < MIN_MUDDLED_PRECISION * len(right)
    ]


def fit_chance(
    rows: Sequence[Sequence[str]], is_true: Sequence[bool], weights: Vector
) -> Mapping[str, float]:
    """Fit a logistic regression of a fact on named features."""
    # A choice between the fact, with its features, and its opposite, which has none.
    groups = [([row, []], 0 if fact else 1) for row, fact in zip(rows, is_true, strict=True)]
    return fit_choice(groups, weights)


def fit_choice(
    groups: Sequence[tuple[Sequence[Sequence[str]], int]], weights: Vector
) -> Mapping[str, float]:
    """Fit a conditional logit (McFadden 1974) by Newton's method: feature -> weight.

    Args:
        groups: For each text the features of its candidates, and which of them is right.
        weights: Of each text.
    """
    names = sorted({name for rows, _ in groups for row in rows for name in row})
    index = {name: number for number, name in enumerate(names)}
    sizes = np.array([len(rows) for rows, _ in groups])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    table = np.zeros((int(sizes.sum()), len(names)), dtype=np.float32)
    for row_no, row in enumerate(row for rows, _ in groups for row in rows):
        table[row_no, [index[name] for name in row]] = 1
    right = starts + np.array([number for _, number in groups])
    fitted = newton(table, starts, right, weights)
    return {name: round(float(one), DIGITS) for name, one in zip(names, fitted, strict=True)}


def newton(
    table: NDArray[np.float32], starts: NDArray[np.int64], right: NDArray[np.int64], weights: Vector
) -> Vector:
    """Give the weights of features that make the right candidates likeliest, drawn towards 0 by `RIDGE`."""
    fitted = np.zeros(table.shape[1])
    group = np.repeat(np.arange(len(starts)), np.diff([*starts, len(table)]))
    of_row = weights[group]
    for _ in range(ROUNDS):
        scores = table @ fitted
        raised = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        chances = raised / np.add.reduceat(raised, starts)[group]
        slope = table.T @ (of_row * chances) - table[right].T @ weights + RIDGE * fitted
        means = np.add.reduceat(table * chances[:, None], starts, axis=0)
        curve = (table * (of_row * chances)[:, None]).T @ table - (
            means * weights[:, None]
        ).T @ means
        step = np.linalg.solve(curve + RIDGE * np.eye(len(fitted)), slope)
        fitted -= step
        if np.abs(step).max() < LEAST_STEP:
            break
    return fitted


if __name__ == "__main__":
    main()
