"""Linear models over named features, and why they judge as they do.

Called by the boilerplate annotator. The weights are in `weights.json`, written by `eval/train_boilerplate.py`;
nothing is learned here.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, fsum
from operator import mul
from typing import Any

# What an analyst reads in `reason`, by the feature that weighed most. Features that only describe the document
# (how long it is) explain no line and are left out.
_EXPLANATIONS = {
    "short": "width_0 width_1 width_2 width_3 width_4 outside_width core_width long_without_stop",
    "no_full_stop": "full_stop core_full_stop sentences commas question",
    "colon": "colon",
    "ellipsis": "ellipsis",
    "few_common_words": "common_words has_common_word",
    "title_case": "capitals all_capitals lower_start",
    "digits": "digits",
    "time": "time times_near",
    "link": "link",
    "legal": "legal",
    "separators": "separators bullet bracket",
    "control_words": "control_word control_words",
    "odd_word": "long_word no_letters one_word quote_start",
    "repeated": "repeats repeats_long",
    "edge_of_text": "share_of_lines share_of_text lines_before lines_after among_first",
    "far_from_prose": "prose_distance_before prose_distance_after short_run prose_near_before"
    " prose_near_after prose_before prose_after run_lines run_width run_share short_lines_near"
    " width_before width_after stop_before stop_after continues is_continued",
    "far_from_headline": "below_headline lines_below_headline headline_distance is_headline",
    "off_topic": "headline_words headline_share story_words core_story_words",
    "outside_story": "in_region lines_to_region lines_past_region in_core lines_to_core lines_past_core"
    " in_likely_core in_heavy_core in_headed lines_past_headed headed_mass",
    "among_residue": "first_look first_look_by_share chance_near_before chance_near_after chance_before chance_after"
    " chance_of_previous chance_of_next chance_to_best",
}  # fmt: skip
_REASON_PARTS = 2


@dataclass(frozen=True, slots=True)
class Model:
    """A logistic regression: the chance of a line to be story.

    `means` are those of the features in training: what a feature says of a line is told by its
    distance from there.
    """

    names: tuple[str, ...]
    weights: tuple[float, ...]
    means: tuple[float, ...]
    intercept: float

    def weigh(self, row: Sequence[float]) -> float:
        """Give the logit of the chance of a line to be story."""
        return fsum(map(mul, self.weights, row)) + self.intercept

    def explain(self, row: Sequence[float]) -> str:
        """Name the strongest grounds on which a line is residue."""
        against: dict[str, float] = {}
        for name, weight, mean, value in zip(
            self.names, self.weights, self.means, row, strict=True
        ):
            ground = _grounds().get(name)
            if ground:
                against[ground] = against.get(ground, 0.0) - weight * (value - mean)
        strongest = sorted(against, key=lambda ground: -against[ground])[:_REASON_PARTS]
        return "+".join(strongest)


@dataclass(frozen=True, slots=True)
class Judge:
    """A model with its working point.

    Attributes:
        first: The first look, at each line and its place.
        second: The second look, with what the first said of all lines.
        threshold: A line with a lower logit is residue.
        slope: With `offset` turns the logit of a chance into one that is right as often as it says.
    """

    first: Model
    second: Model
    threshold: float
    slope: float
    offset: float

    def calibrate(self, logit: float) -> float:
        """Give the chance of a line to be story that a logit stands for."""
        return logistic(self.slope * logit + self.offset)


def logistic(value: float) -> float:
    """Give 1 / (1 + e^-value), at any size of the value.

    >>> logistic(0.0)
    0.5
    """
    bounded = min(max(value, -35.0), 35.0)
    return 1 / (1 + exp(-bounded))


@cache
def load_judge(name: str) -> Judge:
    """Load the judge of a kind of page: `headlined_page` or `page`."""
    source = files("copydesk.annotate.boilerplate").joinpath("weights.json")
    found = json.loads(source.read_text(encoding="utf-8"))[name]
    return Judge(
        _build_model(found["first"]),
        _build_model(found["second"]),
        found["threshold"],
        *found["calibration"],
    )


def _build_model(found: dict[str, Any]) -> Model:
    """Build a model from `{"intercept": ..., "features": {name: "weight mean"}}`."""
    features = found["features"]
    pairs = [tuple(map(float, pair.split())) for pair in features.values()]
    weights, means = zip(*pairs, strict=True)
    return Model(tuple(features), weights, means, found["intercept"])


@cache
def _grounds() -> Mapping[str, str]:
    return {name: ground for ground, names in _EXPLANATIONS.items() for name in names.split()}
