"""Cuts stories that are known sentence by sentence to texts of every length, the same ones each time.

Called by the task `stories` and by `composed`. A story gives

- words: the longest run of letters of a sentence (the first of several);
- phrases: the first four words of a sentence;
- sentences;
- paragraphs: three sentences on one line;
- one article: all sentences, one a line.

Scripts without spaces are cut by code points: a word is the first four of the longest run, a phrase the first twelve of
the sentence. Of all but articles there are up to three, from the middles of the story's thirds: the first sentence is
mostly a headline, which is harder than what follows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from unicodedata import category

from copydesk.evaluation.language import Sample

MOST = 3
"""Most words, phrases, sentences and paragraphs of one story: long stories would outweigh the others."""
PHRASE_WORDS = 4
PARAGRAPH_SENTENCES = 3
WORD_CHARS = 4
PHRASE_CHARS = 12
"""About what a third of the letters of a word or phrase is elsewhere: these characters tell more each."""
_UNSPACED = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]"
)
"""Thai, Lao, Tibetan, Burmese, Khmer, kana and Han."""
_UNSPACED_SHARE = 0.5


class Length(StrEnum):
    """How much of a story a text holds."""

    WORD = "word"
    PHRASE = "phrase"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Story:
    """A story in one language.

    Attributes:
        language_tag: As `classes.class_of` gives it.
        sentences: In order, each on one line.
        document: What it is a translation of, where that is told: stories with one name tell the same.
    """

    language_tag: str
    sentences: tuple[str, ...]
    document: str | None = None

    @property
    def article(self) -> str:
        """All sentences, one a line."""
        return "\n".join(self.sentences)


def cut(story: Story, length: Length) -> list[Sample]:
    """Give the texts of a length that a story has; sentences without a letter give no words."""
    return [Sample(story.language_tag, text) for text in _cut(story, length) if text]


def _cut(story: Story, length: Length) -> Iterator[str]:
    match length:
        case Length.WORD:
            yield from map(longest_word, middles(story.sentences, MOST))
        case Length.PHRASE:
            yield from map(first_words, middles(story.sentences, MOST))
        case Length.SENTENCE:
            yield from middles(story.sentences, MOST)
        case Length.PARAGRAPH:
            yield from middles(paragraphs(story), MOST)
        case Length.ARTICLE:
            yield story.article


def middles(items: Sequence[str], count: int) -> Sequence[str]:
    """Give at most so many items: the middle ones of as many equal parts.

    >>> middles("abcdefghi", 3)
    ['b', 'e', 'h']
    """
    if len(items) <= count:
        return items
    return [items[(2 * number + 1) * len(items) // (2 * count)] for number in range(count)]


def longest_word(sentence: str) -> str:
    """Give the longest run of letters, with their combining marks; empty where there is none.

    >>> longest_word("At 9, the harbour-master left.")
    'harbour'
    """
    runs = ("".join(run) for is_letter, run in groupby(sentence, _is_of_word) if is_letter)
    longest = max(runs, key=len, default="")
    return longest[:WORD_CHARS] if is_unspaced(sentence) else longest


def _is_of_word(char: str) -> bool:
    return category(char)[0] in "LM"


def first_words(sentence: str) -> str:
    """Give the first four words.

    >>> first_words("The harbour was closed on Friday.")
    'The harbour was closed'
    """
    if is_unspaced(sentence):
        return sentence[:PHRASE_CHARS].strip()
    return " ".join(sentence.split()[:PHRASE_WORDS])


def is_unspaced(text: str) -> bool:
    """Tell whether most of a text's letters and marks are of scripts that set no spaces between words."""
    count = sum(map(_is_of_word, text))
    return len(_UNSPACED.findall(text)) > _UNSPACED_SHARE * count


def paragraphs(story: Story) -> list[str]:
    """Give a story's sentences by threes, each group on one line; fewer at the end are left out, unless they are all."""
    groups = [
        " ".join(story.sentences[start : start + PARAGRAPH_SENTENCES])
        for start in range(0, len(story.sentences), PARAGRAPH_SENTENCES)
    ]
    return groups[: max(1, len(story.sentences) // PARAGRAPH_SENTENCES)]
