"""What the words of a text are like: length, variety, stop words, repetition."""

import math
from collections import Counter
from collections.abc import Collection

from copydesk.annotate.quality.characters import CharacterCounts
from copydesk.annotate.quality.lines import ELLIPSES
from copydesk.annotate.quality.ngrams import repeated_shares
from copydesk.annotate.quality.share import DIGITS, share
from copydesk.annotate.quality.signals import WordSignals
from copydesk.annotate.quality.stop_words import stop_words
from copydesk.text.words import find_words

WINDOW_CHARS = 2_000_000
"""Words are looked at up to here: some 330,000 English ones, three times the longest text that Gopher keeps.

Bounds what a document takes: 30 MB of it 320 MiB and 7 s where all words are the same, 85 MiB and 3 s of prose."""
UNSPACED_SHARE = 0.2
"""From this share of letters in scripts without spaces on, what stands between spaces is no word."""


def word_signals(text: str, counts: CharacterCounts, language_code: str) -> WordSignals | None:
    """Give the signals of the words of a text, None where words cannot be told apart or there are none."""
    letters = counts.by_category["L"] + counts.by_category["M"]
    if counts.unspaced > UNSPACED_SHARE * letters:
        return None
    text = text[:WINDOW_CHARS]
    words = find_words(text)
    if not words:
        return None
    lowered = [word.lower() for word in words]
    distinct, total = Counter(lowered), len(words)
    repeated = repeated_shares(lowered)
    return WordSignals(
        mean_word_chars=share(sum(map(len, words)), total),
        longest_word_chars=max(map(len, words)),
        letter_word_share=share(_count_with_letter(distinct), total),
        all_caps_word_share=share(sum(map(str.isupper, words)), total),
        unique_word_share=share(len(distinct), total),
        unigram_entropy_nats=_entropy(distinct.values(), total),
        stop_word_share=_stop_word_share(distinct, total, language_code),
        hash_word_ratio=share(text.count("#"), total),
        ellipsis_word_ratio=share(sum(map(text.count, ELLIPSES)), total),
        top_2gram_char_share=repeated[2],
        top_3gram_char_share=repeated[3],
        top_4gram_char_share=repeated[4],
        duplicate_5gram_char_share=repeated[5],
        duplicate_6gram_char_share=repeated[6],
        duplicate_7gram_char_share=repeated[7],
        duplicate_8gram_char_share=repeated[8],
        duplicate_9gram_char_share=repeated[9],
        duplicate_10gram_char_share=repeated[10],
    )


def _count_with_letter(distinct: Counter[str]) -> int:
    return sum(
        count for word, count in distinct.items() if word.isalpha() or any(map(str.isalpha, word))
    )


def _entropy(counts: Collection[int], total: int) -> float:
    """Give the entropy of the distribution of words, in nats."""
    weighted = math.fsum(count * math.log(count) for count in counts if count > 1)
    return round(math.log(total) - weighted / total, DIGITS)


def _stop_word_share(distinct: Counter[str], total: int, language_code: str) -> float | None:
    known = stop_words(language_code)
    if known is None:
        return None
    return share(sum(distinct[word] for word in known & distinct.keys()), total)
