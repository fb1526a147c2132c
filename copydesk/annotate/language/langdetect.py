"""langdetect's own algorithm with its two inner loops written for speed: same n-grams, same arithmetic.

Called by `copydesk.annotate.language` only. Every probability is bit for bit that of langdetect (a test compares
them); it takes about half the time.
"""

from functools import cache

from langdetect.detector import Detector
from langdetect.utils.ngram import NGram


class QuickDetector(Detector):  # type: ignore[misc]  # langdetect ships no types
    """A langdetect detector; see `langdetect.detector.Detector`."""

    def _extract_ngrams(self) -> list[str]:
        """Return the n-grams of the text that any profile knows, in order."""
        known = self.word_lang_prob_map
        found: list[str] = []
        grams, is_capital_word = " ", False
        for char in map(_normalise, self.text):
            last = grams[-1]
            if last == " ":
                grams, is_capital_word = " ", False
                if char == " ":
                    continue
            grams = grams[-2:] + char
            # Words in capitals tell nothing: profiles were made without them.
            is_capital_word = char.isupper() and (is_capital_word or last.isupper())
            if is_capital_word:
                continue
            if char != " " and char in known:
                found.append(char)
            if grams[-2:] in known:
                found.append(grams[-2:])
            if len(grams) == NGram.N_GRAM and grams in known:
                found.append(grams)
        return found

    def _update_lang_prob(self, prob: list[float], word: str, alpha: float) -> bool:
        """Multiply each language's probability with that of one n-gram."""
        weight = alpha / self.BASE_FREQ
        told = self.word_lang_prob_map[word]
        prob[:] = [one * (weight + other) for one, other in zip(prob, told, strict=True)]
        return True


@cache
def _normalise(char: str) -> str:
    return str(NGram.normalize(char))
