"""The layer over the models: what stands between the spans of an engine and the mentions of a document.

Called by the annotator. The order of the rules is told here, and nowhere else.
"""

from collections.abc import Sequence

from copydesk.annotate.entities.acronyms import find_acronyms
from copydesk.annotate.entities.coherence import make_consistent
from copydesk.annotate.entities.companies import add_legal_forms
from copydesk.annotate.entities.dateline_places import find_dateline_places
from copydesk.annotate.entities.events import find_votes
from copydesk.annotate.entities.noise import drop_common_words
from copydesk.annotate.entities.retype import retype
from copydesk.annotate.entities.spans import Candidate
from copydesk.annotate.entities.splits import join_places, split_spans
from copydesk.annotate.entities.teams import find_teams
from copydesk.annotate.entities.words import ENGLISH, LanguageWords


def refine(text: str, candidates: Sequence[Candidate], words: LanguageWords) -> list[Candidate]:
    """Give the candidates of a document as the whole document speaks for.

    Args:
        text: The document in running case, newlines within paragraphs as spaces.
        candidates: Clean spans, by position, without overlaps.
        words: Of the document's language. The rules that go by English words are for English alone.

    Returns:
        By position, without overlaps.
    """
    refined = find_dateline_places(text, drop_common_words(text, candidates, words))
    if words is ENGLISH:
        refined = find_votes(text, join_places(text, split_spans(text, refined)))
        refined = retype(text, refined)
    refined = find_acronyms(text, add_legal_forms(text, refined))
    if words is ENGLISH:
        refined = find_teams(text, refined)
    return add_legal_forms(text, make_consistent(text, refined, words))
