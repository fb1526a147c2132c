"""The engine langdetect: its own algorithm, seeded, with its two inner loops written for speed.

Called by `engines`. Same n-grams, same arithmetic: every probability is bit for bit that of langdetect (a test compares
them); it takes about half the time.
"""

from functools import cache
from pathlib import Path

from langdetect.detector import Detector
from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory
from langdetect.lang_detect_exception import LangDetectException
from langdetect.utils.ngram import NGram

_SEED = 0


@cache
def load_factory() -> DetectorFactory:
    """Read the profiles (about 0.5 s), in order of name, so that sums are the same on every file system.

    A factory of our own, given out when it is complete: a thread that meets langdetect's while another loads it gets
    wrong answers without an exception.
    """
    factory = DetectorFactory()
    factory.set_seed(_SEED)
    profiles = sorted(path for path in Path(PROFILES_DIRECTORY).iterdir() if path.is_file())
    factory.load_json_profile([path.read_text(encoding="utf-8") for path in profiles])
    return factory


def detect(text: str) -> tuple[str, float] | None:
    """Give langdetect's best language, as it spells it, and its probability (above 0.1); None where it has none."""
    detector = QuickDetector(load_factory())
    detector.append(text)
    try:
        found = detector.get_probabilities()
    except LangDetectException:  # no n-gram that any profile has
        return None
    return (found[0].lang, found[0].prob) if found else None


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
