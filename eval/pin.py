"""Writes `eval/floors.toml`: measures every set in `eval/gold` and pins what is reached.

    python eval/pin.py [--lower "why"]

Floors rise by themselves. One that would fall is refused without a reason; the file keeps the reason.
"""

# ruff: noqa: INP001  # scripts, not a package

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from copydesk.errors import CopydeskError
from copydesk.evaluation import gate, tasks

FOLDER = Path(__file__).parent


def main() -> None:
    """Measure, and write the file whole or not at all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lower", metavar="WHY", help="Let floors fall, for this reason.")
    reason: str | None = parser.parse_args().lower
    today = datetime.now(UTC).date()  # noqa: TID251  # the edge
    try:
        floors = gate.pin(FOLDER, tasks.evaluate_gold, today, reason)
    except CopydeskError as error:
        sys.exit(f"copydesk: {error}")
    path = FOLDER / gate.FLOORS
    written = path.with_suffix(".new")
    written.write_text(gate.format_floors(floors), encoding="utf-8")
    written.replace(path)
    count = sum(len(one.floors) for one in floors.pins)
    print(f"{path.name}: {count} floors of {len(floors.pins)} sets")  # noqa: T201


if __name__ == "__main__":
    main()
