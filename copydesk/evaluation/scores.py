"""Counts and what is made of them: precision, recall, F1. All figures are percentages.

Called by the task modules. Knows nothing of texts or annotators.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of the found items are right, and how many there were to be found.

    >>> Counts(3, 4, 6).f1
    60.0
    """

    right_count: float
    found_count: float
    gold_count: float

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.right_count + other.right_count,
            self.found_count + other.found_count,
            self.gold_count + other.gold_count,
        )

    @property
    def precision(self) -> float:
        """Share of the found items that are right, in percent; see `percentage` for none."""
        return percentage(self.right_count, self.found_count)

    @property
    def recall(self) -> float:
        """Share of the gold items that are found, in percent; see `percentage` for none."""
        return percentage(self.right_count, self.gold_count)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, in percent."""
        return percentage(2 * self.right_count, self.found_count + self.gold_count)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What a system reaches on a set of gold texts.

    Attributes:
        size: How much was scored, for a person: `183 documents, 1,243 expressions`.
        figures: Metric -> figure, in percent. Higher is better, but for those named `*_error` and `*_share`.
    """

    size: str
    figures: Mapping[str, float]


def percentage(part: float, whole: float) -> float:
    """Give a share in percent; of nothing it is 100: nothing was missed and nothing was wrong.

    >>> percentage(1, 4), percentage(0, 0)
    (25.0, 100.0)
    """
    return PERCENT * part / whole if whole else PERCENT


def mean(figures: Collection[float]) -> float:
    """Give the plain mean; that of no figures is 0."""
    return sum(figures) / len(figures) if figures else 0.0


def total(counts: Iterable[Counts]) -> Counts:
    """Add counts up (micro average)."""
    return sum(counts, Counts(0, 0, 0))


def three_figures(name: str, counts: Counts) -> dict[str, float]:
    """Give precision, recall and F1 under the names of a metric.

    >>> three_figures("span", Counts(1, 2, 1))
    {'span_precision': 50.0, 'span_recall': 100.0, 'span_f1': 66.66666666666667}
    """
    return {
        f"{name}_precision": counts.precision,
        f"{name}_recall": counts.recall,
        f"{name}_f1": counts.f1,
    }


def counted(count: int, noun: str) -> str:
    """Give a number with its noun.

    >>> counted(1243, "page"), counted(1, "entity"), counted(2, "entity")
    ('1,243 pages', '1 entity', '2 entities')
    """
    if count == 1:
        return f"1 {noun}"
    plural = noun.removesuffix("y") + "ies" if noun.endswith("y") else f"{noun}s"
    return f"{count:,} {plural}"
