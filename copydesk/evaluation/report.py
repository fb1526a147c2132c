"""Evaluations as Markdown tables, for the terminal and the documentation alike.

Called by `copydesk evaluate` and by `eval/`.
"""

from collections.abc import Iterable, Sequence

from copydesk.evaluation.scores import Evaluation


def markdown_table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Give rows of cells as a Markdown table.

    >>> print(markdown_table(["a", "b"], [["1", "2"]]))
    | a | b |
    | --- | --- |
    | 1 | 2 |
    """
    lines = [headers, ["---"] * len(headers), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def figure(value: float) -> str:
    """Give a figure as it is printed: one decimal."""
    return f"{value:.1f}"


def evaluation_table(evaluation: Evaluation) -> str:
    """Give all figures of an evaluation, one a row."""
    rows = [[metric, figure(value)] for metric, value in evaluation.figures.items()]
    return markdown_table(["metric", "%"], rows)
