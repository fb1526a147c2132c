"""A second look at a page: where the story is, told from the first look at every line.

Called by the boilerplate annotator with the chance of each line to be story. The story is a stretch: the
core is the stretch that wins most when likely lines count for it and unlikely ones against it. A list of teasers may
win more than a short story: below a headline, the stretch that starts there counts too.
"""

from collections.abc import Sequence
from math import log

from copydesk.annotate.boilerplate.place import fading_mean

CONTEXT_FEATURES = (
    "in_region", "lines_to_region", "lines_past_region",
    "in_core", "lines_to_core", "lines_past_core",
    "first_look", "chance_near_before", "chance_near_after", "chance_before", "chance_after",
    "core_chance", "in_likely_core", "core_mass", "in_heavy_core",
    "chance_of_previous", "chance_of_next", "chance_to_best", "best_chance",
    "core_story_words", "core_width", "outside_width", "core_full_stop",
    "in_headed", "lines_past_headed", "headed_mass",
    "likely_share", "first_look_by_share",
)  # fmt: skip

# A line counts for the core with a chance above 0.45, for the wider region above 0.15: tried from 0.1 to
# 0.5 with whole sets of pages left out; comments and lists under a story need the wider one.
_CORE_CHANCE = 0.45
_REGION_CHANCE = 0.15
# The stretch below the headline ends where unlikely lines have cost it as much as this: six or seven short ones.
_MOST_LOST = 3.0
_NEAR, _WIDE = 0.5, 0.8


def describe_contexts(
    chances: Sequence[float],
    widths: Sequence[float],
    stops: Sequence[float],
    story_words: Sequence[float],
    headline: int,
) -> list[list[float]]:
    """Give the values of `CONTEXT_FEATURES` for every line of a page.

    Args:
        chances: Of each line to be story, 0-1, after the first look.
        widths: Of each line.
        stops: 1 for each line that ends as a sentence does.
        story_words: Share of each line's words that other prose of the page says.
        headline: Index of the headline, 0 if there is none.
    """
    sizes = [min(width, 400.0) / 100 for width in widths]
    region = _find_stretch(chances, sizes, _REGION_CHANCE)
    core = _find_stretch(chances, sizes, _CORE_CHANCE)
    in_core = _flags(core, len(chances))
    chance, mass = _weigh(core, chances, sizes)
    best = max(chances)
    columns = zip(
        *_around(region, len(chances)),
        *_around(core, len(chances)),
        map(_logit, chances),
        *_neighbourhood(chances),
        (chance for _ in chances),
        (chance * inside for inside in in_core),
        (mass for _ in chances),
        (mass * inside for inside in in_core),
        [0.0, *chances[:-1]],
        [*chances[1:], 0.0],
        (one / best for one in chances),
        (best for _ in chances),
        (inside * words for inside, words in zip(in_core, story_words, strict=True)),
        (inside * size for inside, size in zip(in_core, sizes, strict=True)),
        ((1 - inside) * size for inside, size in zip(in_core, sizes, strict=True)),
        (inside * stop for inside, stop in zip(in_core, stops, strict=True)),
        *_below_headline(headline, chances, sizes),
        *_by_share(headline, chances, sizes),
        strict=True,
    )
    return [list(column) for column in columns]


def _find_stretch(
    chances: Sequence[float], sizes: Sequence[float], floor: float
) -> tuple[int, int]:
    """Give start and end of the stretch of lines with the greatest sum of gains over a floor."""
    best, best_sum, start, running = (0, 0), 0.0, 0, 0.0
    for index, (chance, size) in enumerate(zip(chances, sizes, strict=True)):
        if running <= 0:
            start, running = index, 0.0
        running += _gain(chance, size, floor)
        if running > best_sum:
            best, best_sum = (start, index + 1), running
    return best


def _gain(chance: float, size: float, floor: float) -> float:
    weight: float = max(size, 0.2) ** 0.7
    return (chance - floor) * weight


def _below_headline(
    headline: int, chances: Sequence[float], sizes: Sequence[float]
) -> tuple[list[float], ...]:
    """Tell which lines are of the stretch that starts below the headline, how far past it, and what it wins."""
    count = len(chances)
    if not headline:
        return ([0.0] * count,) * 3
    best_sum, running, start, end = 0.0, 0.0, headline + 1, headline + 1
    for index in range(start, count):
        running += _gain(chances[index], sizes[index], _CORE_CHANCE)
        if running > best_sum:
            best_sum, end = running, index + 1
        elif running < best_sum - _MOST_LOST:
            break
    inside = _flags((start, end), count)
    won = min(log(1 + best_sum), 3.0)
    return inside, _around((start, end), count)[2], [one * won for one in inside]


def _by_share(
    headline: int, chances: Sequence[float], sizes: Sequence[float]
) -> tuple[list[float], ...]:
    """Tell how much of a page with a headline is likely story, and the first look by that share.

    On pages without one, where lists may be what the page is for, the share cost more than it gave.
    """
    count = len(chances)
    if not headline:
        return ([0.0] * count,) * 2
    likely = sum(chance * size for chance, size in zip(chances, sizes, strict=True))
    share = likely / sum(sizes)
    return [share] * count, [share * _logit(chance) for chance in chances]


def _flags(stretch: tuple[int, int], count: int) -> list[float]:
    return [float(stretch[0] <= index < stretch[1]) for index in range(count)]


def _around(stretch: tuple[int, int], count: int) -> tuple[list[float], ...]:
    start, end = stretch
    return (
        _flags(stretch, count),
        [log(1 + max(0, start - index)) for index in range(count)],
        [log(1 + max(0, index - end + 1)) for index in range(count)],
    )


def _weigh(
    stretch: tuple[int, int], chances: Sequence[float], sizes: Sequence[float]
) -> tuple[float, float]:
    """Give the mean chance within a stretch, and its part of all that is likely story."""
    start, end = stretch
    masses = [chance * size for chance, size in zip(chances, sizes, strict=True)]
    if start == end:
        return 0.0, 0.0
    return sum(chances[start:end]) / (end - start), sum(masses[start:end]) / max(sum(masses), 1e-6)


def _logit(chance: float) -> float:
    bounded = min(max(chance, 0.001), 0.999)
    return log(bounded / (1 - bounded))


def _neighbourhood(chances: Sequence[float]) -> tuple[list[float], ...]:
    backwards = chances[::-1]
    return (
        fading_mean(chances, _NEAR),
        fading_mean(backwards, _NEAR)[::-1],
        fading_mean(chances, _WIDE),
        fading_mean(backwards, _WIDE)[::-1],
    )
