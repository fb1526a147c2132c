"""Counts the votes of the engines: the likeliest language, and the chance that it is right.

Called by `identify`; nothing is learned here. Each engine is believed as far as it has earned: what its answer says for
or against a language depends on how sure it is, how long the text is, and whether it knows that language at all. An
engine that does not know a language abstains, and where it is known to take the language for a relative that it does
know (eldc calls Indonesian Malay), that speaks for the language. One candidate is always "a language that no
engine knows".

The weights are in `weights.json`, written by `eval/train_language.py`. They are shared by all languages: none has a
weight of its own.
"""

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from math import exp, fsum
from typing import Any

from copydesk.annotate.language.engines import Vote
from copydesk.annotate.language.tags import code_of, tag_of

Languages = Mapping[str, frozenset[str]]
"""Engine -> codes that it can answer."""
Votes = Mapping[str, Vote | None]
"""Engine -> its vote; None where it had no answer."""

# Bounds of letters: the shorter a text, the less an engine's score means.
_LENGTHS = (10, 24, 60)
# Bounds of each engine's own score, about as many texts on either side.
_SCORES = {
    "eldc": (0.3, 0.45, 0.6, 0.75, 0.87),
    "pycld2": (0.6, 0.9, 0.97),
    "py3langid": (0.3, 0.5, 0.75, 0.95),
    "langdetect": (0.3, 0.5, 0.75, 0.95),
}
# Bounds of a runner-up's score against the winner's.
_RATIOS = (0.02, 0.5, 0.8)
_SILENT = "silent"
FAST = ("eldc", "pycld2")
"""The engines that take hardly any time: what they agree on is mostly right."""
_MUDDLED_CHANCE = 0.9


@dataclass(frozen=True, slots=True)
class Count:
    """What a count gives.

    Attributes:
        code: The likeliest language; None where no engine had an answer.
        chance: That the text is in it (0-1), calibrated.
        unknown: The chance that the text is in a language that no engine knows.
    """

    code: str | None
    chance: float
    unknown: float = 1.0


@dataclass(frozen=True, slots=True)
class Ballot:
    """The weights for one set of engines.

    Attributes:
        for_language: Feature of a candidate -> weight.
        for_unknown: Feature of the votes as a whole -> weight: for a language that no engine knows.
    """

    for_language: Mapping[str, float]
    for_unknown: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Weights:
    """All that is in `weights.json`.

    Attributes:
        ballots: Names of the engines that were asked -> their ballot.
        agreement: Length of the text and sureness of eldc and pycld2 -> chance that what they agree on is right.
        doubted: Languages that the two agree on too often where a near relative is right.
        muddled: Rarer languages that votes are often sure of where a near relative is right, or that they were never
            tried on.
        common: Languages that news is likely to be in.
        stand_ins: (engine, language that it does not know) -> languages it takes it for.
    """

    ballots: Mapping[frozenset[str], Ballot]
    agreement: Mapping[tuple[int, ...], float]
    doubted: frozenset[str]
    muddled: frozenset[str]
    common: frozenset[str]
    stand_ins: Mapping[tuple[str, str], frozenset[str]]


@cache
def load_weights() -> Weights:
    """Load `weights.json`, once a process (2 ms)."""
    source = files("copydesk.annotate.language").joinpath("weights.json")
    return build_weights(json.loads(source.read_text(encoding="utf-8")))


def build_weights(found: Mapping[str, Any]) -> Weights:
    """Build the weights from the parsed `weights.json`."""
    stand_ins = {
        (engine, code): frozenset(names.split())
        for engine, codes in found["stand_ins"].items()
        for code, names in codes.items()
    }
    ballots = {
        frozenset(names.split()): Ballot(one["language"], one["unknown"])
        for names, one in found["ballots"].items()
    }
    return Weights(
        ballots,
        _agreement_table(found["agreement"]),
        frozenset(found["doubted"].split()),
        frozenset(found["muddled"].split()),
        frozenset(found["common"].split()),
        stand_ins,
    )


def _agreement_table(weights: Mapping[str, float]) -> dict[tuple[int, ...], float]:
    """Work the chance of every kind of agreement out: nearly all texts are told by one."""
    counts = [len(_LENGTHS), *(len(_SCORES[name]) for name in FAST)]
    kinds = product(*(range(count + 1) for count in counts))
    return {kind: _chance(weights, agreement_features(kind)) for kind in kinds}


def agreed(votes: Votes, letter_count: int, weights: Weights) -> Count:
    """Give what all engines asked agree on; no language where they don't, or where they are known to be wrong together."""
    first, *others = votes.values()
    code = first and code_of(first.tag)
    if (
        code is None
        or code in weights.doubted
        or any(not vote or code_of(vote.tag) != code for vote in others)
    ):
        return Count(None, 0.0)
    chance = weights.agreement[agreement_kind(votes, letter_count)]
    return Count(code, chance, 1.0 - chance)


def count_votes(votes: Votes, letter_count: int, languages: Languages, weights: Weights) -> Count:
    """Give the language that the votes speak for, and the chance that it is right.

    Args:
        votes: Of every engine that was asked.
        letter_count: Letters of an alphabet that the text is worth: see `text_length`.
        languages: What each engine knows.
        weights: See there.
    """
    ballot = weights.ballots[frozenset(votes)]
    scores = {
        code: _weigh(ballot.for_language, features)
        for code, features in candidate_features(votes, letter_count, languages, weights).items()
    }
    if not scores:
        return Count(None, 0.0)
    best = max(sorted(scores), key=scores.__getitem__)
    among_known = 1 / fsum(exp(score - scores[best]) for score in scores.values())
    unknown = _chance(
        ballot.for_unknown, unknown_features(best, votes, letter_count, languages, weights)
    )
    chance = (1 - unknown) * among_known
    return Count(best, min(chance, _MUDDLED_CHANCE) if best in weights.muddled else chance, unknown)


def agreement_kind(votes: Votes, letter_count: int) -> tuple[int, ...]:
    """Give the length of the text and the sureness of each vote."""
    told = (bisect_right(_SCORES[name], vote.score) for name, vote in votes.items() if vote)
    return (_length(letter_count), *told)


def agreement_features(kind: tuple[int, ...]) -> list[str]:
    """Describe an agreement of a kind."""
    length, *told = kind
    named = zip(FAST, told, strict=True)
    return ["bias", f"length {length}", *(f"{name} {sureness}" for name, sureness in named)]


def candidate_features(
    votes: Votes, letter_count: int, languages: Languages, weights: Weights
) -> Mapping[str, list[str]]:
    """Describe each language that an engine names or has as a runner-up: code -> features."""
    length = _length(letter_count)
    described: dict[str, list[str]] = {}
    for code in _candidates(votes):
        features = [] if code in weights.common else [f"rare @{length}"]
        for engine, vote in votes.items():
            says = _stance(code, engine, vote, languages, weights)
            features += [f"{engine} {says}", f"{engine} {says.split()[0]} @{length}"]
        described[code] = features
    return described


def unknown_features(
    best: str, votes: Votes, letter_count: int, languages: Languages, weights: Weights
) -> list[str]:
    """Describe the votes as a whole, seen from the likeliest language."""
    length = _length(letter_count)
    named = Counter(code_of(vote.tag) for vote in votes.values() if vote)
    knowing = sum(best in languages[engine] for engine in votes)
    features = [
        f"bias @{length}",
        f"{named[best]} of {knowing}",
        f"{named[best]} votes @{length}",
        *([] if best in weights.common else ["rare"]),
    ]
    for engine, vote in votes.items():
        sureness = _sureness(engine, vote)
        is_named = vote is not None and code_of(vote.tag) == best
        says = "names" if is_named else "other" if best in languages[engine] else "abstains"
        features += [f"{engine} {sureness}", f"{engine} {says}", f"{engine} {says} {sureness}"]
    return features


def _candidates(votes: Votes) -> list[str]:
    found = set[str]()
    for engine, vote in votes.items():
        if vote is None:
            continue
        found.add(code_of(vote.tag))
        found |= {
            code for code, score in _scores(engine, vote).items() if score > _RATIOS[0] * vote.score
        }
    return sorted(found)


def _stance(
    code: str, engine: str, vote: Vote | None, languages: Languages, weights: Weights
) -> str:
    """Say what an engine's vote means for one language."""
    sureness = _sureness(engine, vote)
    if code not in languages[engine]:
        is_stand_in = vote and code_of(vote.tag) in weights.stand_ins.get((engine, code), ())
        return "stand-in" if is_stand_in else f"abstains {sureness}"
    if vote is None:
        return _SILENT
    if code_of(vote.tag) == code:
        return f"names {sureness}"
    ratio = _scores(engine, vote).get(code, 0.0) / max(vote.score, 1e-6)
    return f"other {sureness} {bisect_right(_RATIOS, ratio)}"


def _scores(engine: str, vote: Vote) -> Mapping[str, float]:
    """Give what an engine scores the best few languages, the best one last: two labels can be one language."""
    told = reversed(list(vote.scores.items()))
    return {code_of(tag): score for label, score in told if (tag := tag_of(engine, label))}


def _sureness(engine: str, vote: Vote | None) -> str:
    return _SILENT if vote is None else str(bisect_right(_SCORES[engine], vote.score))


def _length(letter_count: int) -> int:
    return bisect_right(_LENGTHS, letter_count)


def _weigh(weights: Mapping[str, float], features: Iterable[str]) -> float:
    return fsum(weights.get(feature, 0.0) for feature in features)


def _chance(weights: Mapping[str, float], features: Iterable[str]) -> float:
    return 1 / (1 + exp(-_weigh(weights, features)))
