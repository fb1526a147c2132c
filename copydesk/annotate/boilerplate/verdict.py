"""What is said of one line before titles are looked for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a line is residue, the ground for it and how sure that is (0-1)."""

    is_residue: bool
    reason: str
    score: float
