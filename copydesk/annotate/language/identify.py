"""One text -> the language it is in, how that was told, and the chance that it is right.

Called by the annotator for each paragraph. In order: no letters, no language; a script of one language decides; where
the two fast engines agree and have earned it, that is the answer; else the slower ones vote with them, langdetect last.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from copydesk.annotate.language.chinese import chinese_script, is_cantonese
from copydesk.annotate.language.engines import REQUIRED, Engine, Vote, engines
from copydesk.annotate.language.scripts import (
    HAN,
    count_letters,
    count_scripts,
    main_script,
    text_length,
)
from copydesk.annotate.language.tags import code_of, is_written_in, language_tag
from copydesk.annotate.language.vote import FAST, Count, Votes, agreed, count_votes, load_weights
from copydesk.records import NO_LINGUISTIC_CONTENT, UNDETERMINED, LanguageMethod

LANGDETECT = "langdetect"
ALL = 4

# As much of a text as is read to tell its language: no engine is surer with more.
_MAX_CHARS = 1_500
# A text of fewer letters of an alphabet has no language: "km", "ok", "St".
_MIN_LETTERS = 3
# A language less likely than this is not told: "und" is then the better answer.
_LEAST_CHANCE = 0.25
# What the two fast engines agree on with this chance or more, the others confirm.
_SURE = 0.9
# langdetect, which takes twenty times as long as the other three together, changes nothing above this chance: with 0.5,
# 0.7 or 0.9 the accuracy on sentences of its own languages is the same, and it is asked for 1, 2 or 5 % of them.
_LIKELY = 0.5
_MOST_UNKNOWN = 0.9

_LETTER = re.compile(r"[^\W\d_]")
_ADDRESS_SIGNS = ("://", "www.", "@")
_URL_OR_EMAIL = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]+\.[\w.-]+")
# Written in one language, or one so mainly that nothing else can be expected in news.
_SCRIPT_LANGUAGES = {
    "Armn": "hy", "Cher": "chr", "Geor": "ka", "Grek": "el", "Gujr": "gu", "Guru": "pa", "Jpan": "ja", "Khmr": "km",
    "Knda": "kn", "Kore": "ko", "Laoo": "lo", "Mlym": "ml", "Mymr": "my", "Nkoo": "nqo", "Olck": "sat", "Orya": "or",
    "Sinh": "si", "Syrc": "syr", "Taml": "ta", "Telu": "te", "Tfng": "zgh", "Thaa": "dv", "Thai": "th", "Yiii": "ii",
}  # fmt: skip
# A script decides for all but a few texts in minority languages: Tulu in Kannada letters, Cantonese without a
# character of its own.
_SCRIPT_CHANCE = 0.99
_ENOUGH_HAN = 4
_FEW_HAN_CHANCE = 0.9


@dataclass(frozen=True, slots=True)
class Verdict:
    """The language of a text.

    Attributes:
        code: Language code; `und` where too little speaks for any, `zxx` where there are no letters.
        script: ISO 15924 code of most letters, `Hans` or `Hant` where Han letters tell which; None without letters.
        score: Chance that it is right (0-1), calibrated.
        method: How it was told.
        votes: Engine -> its vote, of every engine that was asked; None where it had no answer.
        unneeded: The same of engines that were asked for the record only.
    """

    code: str
    script: str | None
    score: float
    method: LanguageMethod
    votes: Mapping[str, Vote | None] = field(default_factory=dict)
    unneeded: Mapping[str, Vote | None] = field(default_factory=dict)

    @property
    def tag(self) -> str:
        """BCP 47 tag."""
        return language_tag(self.code, self.script)

    @property
    def detector(self) -> str:
        """Who says so: the engines that named it, joined by "+", else the method."""
        if self.method in {LanguageMethod.SCRIPT, LanguageMethod.GATE, LanguageMethod.INHERITED}:
            return str(self.method)
        named = [
            name for name, vote in self.votes.items() if vote and code_of(vote.tag) == self.code
        ]
        return "+".join(named) or str(self.method)


def identify(text: str, *, most: int = ALL, audit: bool = False) -> Verdict:
    """Tell the language of a text, by its first 1,500 characters, or as many from where its letters begin.

    Args:
        text: Any.
        most: How many engines to ask at most, the fastest first, however open the question is.
        audit: Ask langdetect also where its vote is not needed; it then counts for nothing.
    """
    told = _tell(text, most)
    return audited(told, text) if audit and told.code != NO_LINGUISTIC_CONTENT else told


def audited(verdict: Verdict, text: str) -> Verdict:
    """Put langdetect's vote on a text on record, unless it was needed and stands there."""
    if LANGDETECT in verdict.votes:
        return verdict
    heard = ask([LANGDETECT], engines(), _head(text))
    return replace(verdict, unneeded=heard)


def _tell(text: str, most: int) -> Verdict:
    head = _head(text)
    scripts = count_scripts(head)
    script = main_script(scripts)
    if script is None:
        return Verdict(NO_LINGUISTIC_CONTENT, None, 1.0, LanguageMethod.GATE)
    length = text_length(scripts[script], script)
    return by_letters(head, script, scripts[script]) or _by_engines(head, script, length, most)


def _head(text: str) -> str:
    """Give as much of a text as is read; what begins with a long table of numbers is read from its first letter on."""
    head = readable(text[:_MAX_CHARS])
    if len(text) <= _MAX_CHARS or count_letters(head):
        return head
    first = _LETTER.search(text, _MAX_CHARS)
    return readable(text[first.start() :][:_MAX_CHARS]) if first else head


def readable(text: str) -> str:
    """Give what engines are to read of a text: no addresses, and no shouting."""
    if any(sign in text for sign in _ADDRESS_SIGNS):
        text = _URL_OR_EMAIL.sub(" ", text)
    return text.lower() if text.isupper() else text


def by_letters(text: str, script: str, letter_count: int) -> Verdict | None:
    """Tell what the letters alone decide: that there are too few, or the one language written with them."""
    if text_length(letter_count, script) < _MIN_LETTERS:
        return Verdict(UNDETERMINED, script, 0.0, LanguageMethod.GATE)
    if script == HAN:
        code = "yue" if is_cantonese(text) else "zh"
        chance = _SCRIPT_CHANCE if letter_count >= _ENOUGH_HAN else _FEW_HAN_CHANCE
        return Verdict(code, chinese_script(text) or HAN, chance, LanguageMethod.SCRIPT)
    if script in _SCRIPT_LANGUAGES:
        return Verdict(_SCRIPT_LANGUAGES[script], script, _SCRIPT_CHANCE, LanguageMethod.SCRIPT)
    return None


def _by_engines(text: str, script: str, length: int, most: int) -> Verdict:
    """Tell what the engines say: the two fast ones if they agree, else all of them, or as many as it takes to be sure."""
    available, weights = engines(), load_weights()
    votes = ask([name for name in FAST if name in available], available, text)
    if len(votes) == len(FAST):
        count = agreed(usable(votes, script), length, weights)
        if count.chance >= _SURE:
            return _verdict(count, script, LanguageMethod.AGREEMENT, votes)
        if most == len(FAST):
            return Verdict(UNDETERMINED, script, 0.0, LanguageMethod.VOTE, votes)
    languages = {name: engine.languages for name, engine in available.items()}
    for name in REQUIRED:  # by what they cost
        votes |= ask([name], available, text)
        count = count_votes(usable(votes, script), length, languages, weights)
        if count.chance >= _LIKELY or len(votes) >= most:
            break
    return _verdict(count, script, LanguageMethod.VOTE, votes)


def _verdict(
    count: Count, script: str, method: LanguageMethod, votes: Mapping[str, Vote | None]
) -> Verdict:
    if count.code is None or count.unknown > _MOST_UNKNOWN or count.chance < _LEAST_CHANCE:
        return Verdict(UNDETERMINED, script, 0.0, method, votes)
    return Verdict(count.code, script, round(count.chance, 6), method, votes)


def ask(names: Iterable[str], available: Mapping[str, Engine], text: str) -> dict[str, Vote | None]:
    """Put a text to engines: name -> vote."""
    return {name: available[name].detect(text) for name in names}


def usable(votes: Votes, script: str) -> Votes:
    """Give votes without those for languages that are not written in the text's script: a Latin brand in a Thai text."""
    return {
        name: vote if vote and is_written_in(code_of(vote.tag), script) else None
        for name, vote in votes.items()
    }
