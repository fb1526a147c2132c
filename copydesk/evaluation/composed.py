"""Documents put together from stories: an article under foreign boilerplate, and two stories in one document.

Called by the task `stories`. What comes out depends on the stories and their order alone.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from copydesk.annotate.language.tags import code_of
from copydesk.evaluation.classes import LANGDETECT
from copydesk.evaluation.cuts import Story, paragraphs
from copydesk.evaluation.language import Sample
from copydesk.evaluation.residue import ENGLISH, GERMAN

MOST_PARAGRAPHS = 4
"""Of each story in a document of two."""
MIN_LETTER_SHARE = 0.2
"""From this share of its letters on a language is one of a document's."""
_CLEAR_LETTER_SHARE = 0.25
"""Two stories make a document where each has this share of its letters. Nearer to the bound one line that is
misjudged would change the set; Chinese beside German comes down to a quarter."""
_STEP = 7
"""Lines from where one story's boilerplate begins to where the next one's does: no divisor of how many there are."""


@dataclass(frozen=True, slots=True)
class Mixture:
    """A document in two languages.

    Attributes:
        paragraphs: Each on one line, none of them blank.
        language_tags: Of each paragraph.
    """

    paragraphs: tuple[str, ...]
    language_tags: tuple[str, ...]

    @property
    def text(self) -> str:
        """The paragraphs with a blank line between, so that none are taken for one that is hard-wrapped."""
        return "\n\n".join(self.paragraphs)

    @property
    def line_nos(self) -> range:
        """The line of each paragraph in `text`, from 1."""
        return range(1, 2 * len(self.paragraphs), 2)

    @property
    def languages(self) -> frozenset[str]:
        """The tags that have a fifth of the letters at least."""
        return main_languages(self.paragraphs, self.language_tags)


def under_boilerplate(stories: Sequence[Story], share: float) -> list[Sample]:
    """Give every article under lines of a page in another language.

    The lines are English and German by turns, but German above English and English above German. They are as
    many as it takes to reach the share, each story's beginning at another line, and are repeated when there are no
    more.

    Args:
        stories: In order.
        share: Of the document's UTF-8 bytes that is boilerplate (0-1); bytes, since a letter of a script with
            many of them tells more.
    """
    return [
        Sample(one.language_tag, "\n".join([*_boilerplate(one, number, share), one.article]))
        for number, one in enumerate(stories)
    ]


def _boilerplate(story: Story, number: int, share: float) -> Iterator[str]:
    is_german = story.language_tag == "en" or (number % 2 == 1 and story.language_tag != "de")
    lines = GERMAN if is_german else ENGLISH
    missing = share / (1 - share) * len(story.article.encode())
    position = number * _STEP
    while missing > 0:
        line = lines[position % len(lines)]
        yield line
        missing -= len(line.encode()) + 1
        position += 1


def in_two_languages(stories: Sequence[Story], *, is_alternating: bool) -> list[Mixture]:
    """Give documents of two stories in languages that langdetect knows, so that any system here can tell them apart.

    Each story is followed by the next one, from half the list on, that tells something else in another language; both
    by the same number of paragraphs, four at most. Pairs of which one has less than a quarter of the letters are left
    out.

    Args:
        stories: In order.
        is_alternating: The paragraphs take turns; else those of the first story come first.
    """
    known = [one for one in stories if code_of(one.language_tag) in LANGDETECT]
    pairs = ((one, _partner(known, number)) for number, one in enumerate(known))
    made = [_mix(one, other, is_alternating=is_alternating) for one, other in pairs if other]
    return [one for one in made if _is_clear(one)]


def _partner(stories: Sequence[Story], number: int) -> Story | None:
    story, start = stories[number], number + len(stories) // 2
    others = (stories[place % len(stories)] for place in range(start, start + len(stories)))
    return next((other for other in others if _is_other(story, other)), None)


def _is_other(story: Story, other: Story) -> bool:
    is_translation = story.document is not None and story.document == other.document
    return code_of(story.language_tag) != code_of(other.language_tag) and not is_translation


def _mix(story: Story, other: Story, *, is_alternating: bool) -> Mixture:
    tags = (story.language_tag, other.language_tag)
    pairs = list(zip(paragraphs(story), paragraphs(other), strict=False))[:MOST_PARAGRAPHS]
    if is_alternating:
        return Mixture(tuple(chain.from_iterable(pairs)), tags * len(pairs))
    first, second = zip(*pairs, strict=True)
    return Mixture((*first, *second), (tags[0],) * len(pairs) + (tags[1],) * len(pairs))


def _is_clear(mixture: Mixture) -> bool:
    shares = letter_shares(mixture.paragraphs, mixture.language_tags)
    return min(shares.values()) >= _CLEAR_LETTER_SHARE


def letter_shares(paragraphs: Sequence[str], tags: Sequence[str]) -> dict[str, float]:
    """Give the share of all letters (0-1) that is in each language.

    >>> letter_shares(["One", "Two", "Zehn!", "12"], ["en", "en", "de", "de"])
    {'en': 0.6, 'de': 0.4}
    """
    letters = Counter[str]()
    for paragraph, tag in zip(paragraphs, tags, strict=True):
        letters[tag] += sum(map(str.isalpha, paragraph))
    return {tag: count / max(1, letters.total()) for tag, count in letters.items()}


def main_languages(paragraphs: Sequence[str], tags: Sequence[str]) -> frozenset[str]:
    """Give the tags that have a fifth of the letters at least."""
    shares = letter_shares(paragraphs, tags)
    return frozenset(tag for tag, share in shares.items() if share >= MIN_LETTER_SHARE)
