"""Where a line stands: among menus or paragraphs, near the start or the end.

Called by the boilerplate annotator. Everything is one walk over the lines, forwards or backwards: time is
linear in their number.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

from copydesk.annotate.boilerplate.shape import Measure

PLACE_FEATURES = (
    "repeats", "share_of_lines", "share_of_text", "lines_before", "lines_after", "among_first",
    "prose_distance_before", "prose_distance_after", "short_run", "continues", "is_continued",
    "prose_near_before", "prose_near_after", "prose_before", "prose_after",
    "width_before", "width_after", "stop_before", "stop_after",
    "prose_share", "line_count", "mean_width", "caseless",
)  # fmt: skip

_FAR = 50
_FIRST_LINES = 5
_PROSE_WEIGHT = 0.2  # 80 letters with a full stop, or 320 without
_NEAR, _WIDE = 0.5, 0.85  # how fast the surroundings fade
_OPENERS = ",.;:)!?"


def describe_places(contents: Sequence[str], measures: Sequence[Measure]) -> list[list[float]]:
    """Give the values of `PLACE_FEATURES` for every line."""
    count, total = len(contents), sum(line.width for line in measures)
    weights = [_prose_weight(line) for line in measures]
    prose = [weight >= _PROSE_WEIGHT for weight in weights]
    document = _describe_document(contents, measures, prose)
    columns = zip(
        _repeats(contents),
        (index / count for index in range(count)),
        _shares_of_text(measures, total),
        (log(1 + index) for index in range(count)),
        (log(count - index) for index in range(count)),
        (float(index < _FIRST_LINES) for index in range(count)),
        *_prose_distances(prose),
        *_continuations(contents, measures),
        *_prose_around(weights),
        *_neighbours(measures),
        strict=True,
    )
    return [[*column, *document] for column in columns]


def _prose_weight(line: Measure) -> float:
    return min(line.width, 400) / 400 * (1.0 if line.has_stop else 0.25)


def _describe_document(
    contents: Sequence[str], measures: Sequence[Measure], prose: Sequence[bool]
) -> tuple[float, ...]:
    total = sum(line.width for line in measures)
    prose_width = sum(
        line.width for line, is_prose in zip(measures, prose, strict=True) if is_prose
    )
    has_case = any(content.lower() != content.upper() for content in contents[:20])
    return prose_width / total, log(len(contents)), log(total / len(contents)), float(not has_case)


def _repeats(contents: Sequence[str]) -> list[float]:
    seen = Counter(contents)
    return [float(min(seen[content] - 1, 3)) for content in contents]


def _shares_of_text(measures: Sequence[Measure], total: float) -> list[float]:
    shares, passed = [], 0.0
    for line in measures:
        shares.append((passed + line.width / 2) / total)
        passed += line.width
    return shares


def _prose_distances(prose: Sequence[bool]) -> tuple[list[float], list[float], list[float]]:
    """Give the lines since the last prose, those till the next, and both together, as logarithms."""
    before = _distances(prose)
    after = _distances(prose[::-1])[::-1]
    return (
        [log(1 + distance) for distance in before],
        [log(1 + distance) for distance in after],
        [log(1 + one + other) for one, other in zip(before, after, strict=True)],
    )


def _distances(prose: Iterable[bool]) -> list[int]:
    distances, distance = [], _FAR
    for is_prose in prose:
        distances.append(distance)
        distance = 0 if is_prose else distance + 1
    return distances


def _continuations(
    contents: Sequence[str], measures: Sequence[Measure]
) -> tuple[list[float], list[float]]:
    """Tell of each line whether it reads on from the one before, and into the one after."""
    opens = [content[0].islower() or content[0] in _OPENERS for content in contents]
    joints = [
        float(not line.has_stop and following)
        for line, following in zip(measures, opens[1:], strict=False)
    ]
    return [0.0, *joints], [*joints, 0.0]


def _prose_around(weights: Sequence[float]) -> tuple[list[float], ...]:
    backwards = weights[::-1]
    return (
        fading_mean(weights, _NEAR),
        fading_mean(backwards, _NEAR)[::-1],
        fading_mean(weights, _WIDE),
        fading_mean(backwards, _WIDE)[::-1],
    )


def fading_mean(values: Iterable[float], fading: float) -> list[float]:
    """Give for each value the mean of those before it, the nearest counting most.

    >>> fading_mean([1, 0, 0], 0.5)
    [0.0, 0.5, 0.25]
    """
    means, mean = [], 0.0
    for value in values:
        means.append(mean)
        mean = fading * mean + (1 - fading) * value
    return means


def _neighbours(measures: Sequence[Measure]) -> tuple[list[float], ...]:
    widths = [min(log(line.width), 6.0) for line in measures]
    stops = [float(line.has_stop) for line in measures]
    return [0.0, *widths[:-1]], [*widths[1:], 0.0], [0.0, *stops[:-1]], [*stops[1:], 0.0]
