"""What runs are called: what they are about to do, and what they did."""

import pytest

from copydesk.pipeline import RunSummary
from copydesk.records import ReasonCode, Rejection
from copydesk.store.sources import SourceCounts

pytestmark = pytest.mark.flow


def summary(counts: tuple[int, int, int, int], *, annotated: int = 0, rejected: int = 0):
    added, changed, removed, unchanged = counts
    return RunSummary(
        run_id="run",
        version=1,
        counts=SourceCounts(added=added, changed=changed, removed=removed, unchanged=unchanged),
        rejections=(Rejection("a.bin", None, ReasonCode.BINARY, ""),) * rejected,
        document_count=0,
        annotated_count=annotated,
        batch_count=0,
        seconds=1.0,
        stage_seconds={},
        peak_bytes=0,
    )


@pytest.mark.parametrize(
    ("done", "name"),
    [
        (summary((1041, 2, 0, 7), rejected=1), "1,041 added, 2 changed, 1 rejected in all"),
        (summary((0, 0, 3, 7)), "3 removed"),
        (summary((0, 0, 0, 7), annotated=1), "1 document annotated anew"),  # a new annotator
        (summary((0, 0, 0, 7)), "nothing new"),
        # what was refused before is no news, and is not kept quiet
        (summary((0, 0, 0, 7), rejected=3), "nothing new, 3 rejected in all"),
    ],
)
def test_a_run_is_called_what_it_did(done, name):
    """What changed comes first; where nothing did, what was done all the same."""
    from flows.naming import summary_in_words

    assert summary_in_words(done) == name
