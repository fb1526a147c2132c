"""Gold and answers are brought to the same classes, and languages that engines know are told from others."""

import pytest

from copydesk.annotate.language.tags import code_of
from copydesk.evaluation.classes import KNOWN, LANGDETECT, class_of, is_same

CLASSES = [
    ("eng-GB", "en"),  # a region
    ("por-BR", "pt"),
    ("zho-TW", "zh-Hant"),  # a region that stands for a script
    ("zh-cn", "zh-Hans"),
    ("zh-Hant-HK", "zh-Hant"),
    ("zho", "zh"),  # does not say which
    ("srp_Latn", "sr-Latn"),  # a script that parts a language in two
    ("uzb-Latn", "uz"),  # a script that does not
    ("prs", "fa"),
    ("yue", "yue"),
]


@pytest.mark.parametrize(("given", "expected"), CLASSES)
def test_classes(given, expected):
    """A class is a language, and its script where gold has it in two."""
    assert class_of(given) == expected
    assert class_of(expected) == expected


SAME = [
    # gold, guess, right?
    ("en", "en", True),
    ("en", "de", False),
    ("zh-Hant", "zh-Hant", True),
    ("zh-Hant", "zh-Hans", False),
    ("zh-Hant", "zh", True),  # who names no script is judged by the language
    ("zh", "zh-Hans", True),  # the gold leaves it open
    ("zh-Hant", "yue", False),
    ("ckb", "ku", False),
    ("en", "und", False),
]


@pytest.mark.parametrize(("gold", "guess", "expected"), SAME)
def test_right_and_wrong(gold, guess, expected):
    """An answer that is less exact than the gold is right; one that says something else is wrong."""
    assert is_same(gold, guess) is expected


def test_label_sets():
    """They are of classes without scripts, and the smaller is part of the bigger."""
    assert len(LANGDETECT) == 54
    assert LANGDETECT < KNOWN
    assert {one for one in KNOWN if code_of(class_of(one)) != one} == set()


def test_known_languages_are_those_of_the_engines():
    """What our engines say they know; `zxx` is no language."""
    from copydesk.annotate.language.engines import engines

    assert engines()["langdetect"].languages == LANGDETECT
    told = frozenset().union(*(one.languages for one in engines().values()))
    assert told - {"zxx"} == KNOWN
