"""Python imports this at its start where this folder is on PYTHONPATH: worker processes inherit their death.

KILL_AT names a moment of `copydesk.faults`, KILL_COUNT tells at which coming past it (1 when absent).
"""

import os

if "KILL_AT" in os.environ:
    from deaths import die_at

    from copydesk.faults import FaultPoint

    die_at(FaultPoint(os.environ["KILL_AT"]), int(os.environ.get("KILL_COUNT", "1")))
