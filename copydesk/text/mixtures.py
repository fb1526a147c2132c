"""Reads files whose lines are in two encodings: UTF-8 and one other, as feeds that were pasted together have them.

Called by `decode` for bytes that are not UTF-8 as a whole. Both must be certain: a damaged UTF-8 file is no mixture.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from copydesk.text.offsets import Form, OffsetMap, Run, by_character, joined

Guess = Callable[[bytes], Sequence[tuple[str, float]]]
"""Gives encodings of bytes with a score each (0-1), the likeliest first."""

UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_UTF8_LONG = re.compile(rb"[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_UTF8_CUT_OFF = re.compile(rb"(?:[\xc2-\xf4]|[\xe0-\xf4][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{2})\Z")
# Two bytes that cp1252 text holds side by side can be UTF-8 ("CAF\u00c9\u00ae"), but not in many ways.
_MIN_DISTINCT = 3
# The letters of Western Europe: in cp1252 a capital A with tilde before a sign, which words do not hold.
_UTF8_LETTER = re.compile(rb"\xc3[\x80-\x96\x98-\xb6\xb8-\xbf]")
_MIN_LETTERS = 2
# Beside lines in Chinese or Russian, whose bytes form UTF-8 by chance: a whole line of them hardly ever does.
_MIN_SEQUENCES = 12
_MAX_CHANCE_SHARE = 0.4
# Below this the other encoding is a guess among several.
_MIN_SCORE = 0.5
_MAX_SCORE = 0.9
_HIGH_BYTES = bytes(range(0x80, 0x100))


class Mixture(NamedTuple):
    """A text of lines in two encodings, with the score of the other one."""

    text: str
    encoding_name: str
    score: float
    offsets: OffsetMap


def decode_mixture(raw: bytes, guess: Guess) -> Mixture | None:
    """Decode every line that is UTF-8 as that and all others in the one encoding that they are in.

    Args:
        raw: The whole source, which is not UTF-8.
        guess: Tells the encoding of the other lines.

    Returns:
        None where one of the two is not certain.
    """
    lines = raw.splitlines(keepends=True)
    texts = [_try_decode(line, "utf-8") for line in lines]
    pairs = list(zip(lines, texts, strict=True))
    other = b"".join(line for line, text in pairs if text is None)
    sound = b"".join(line for line, text in pairs if text is not None)
    if not UTF8_SEQUENCE.search(sound):
        return None
    encoding_name, score = next(iter(guess(other)), ("", 0.0))
    if score < _MIN_SCORE or not _is_certain(raw, sound, other, encoding_name):
        return None
    others = {line: _try_decode(line, encoding_name) for line, text in pairs if text is None}
    if None in others.values():
        return None
    name = f"utf-8+{encoding_name}"
    runs = [run for line, text in pairs for run in _runs(line, text, encoding_name)]
    whole = "".join(text if text is not None else others[line] or "" for line, text in pairs)
    return Mixture(whole, name, min(score, _MAX_SCORE), joined(name, runs))


def _is_certain(raw: bytes, sound: bytes, other: bytes, encoding_name: str) -> bool:
    """Tell whether the lines that are UTF-8 are so on purpose, and the others on purpose not."""
    if _UTF8_CUT_OFF.search(raw):
        return False
    sequences = UTF8_SEQUENCE.findall(sound)
    if _is_latin(encoding_name):
        is_utf8 = (
            len(set(sequences)) >= _MIN_DISTINCT
            or len(_UTF8_LETTER.findall(sound)) >= _MIN_LETTERS
            or _UTF8_LONG.search(sound) is not None
        )
        return is_utf8 and UTF8_SEQUENCE.search(other) is None
    chance_count = sum(map(len, UTF8_SEQUENCE.findall(other)))
    high_count = len(other) - len(other.translate(None, _HIGH_BYTES))
    return len(sequences) >= _MIN_SEQUENCES and chance_count <= _MAX_CHANCE_SHARE * high_count


def _is_latin(encoding_name: str) -> bool:
    """Tell whether most letters of text in an encoding are ASCII."""
    return encoding_name in {"cp1250", "cp1252", "cp1254", "cp1257", "iso8859-2", "mac-roman"}


def _runs(line: bytes, text: str | None, encoding_name: str) -> list[Run]:
    """Give the runs of a line: its end is as UTF-8 has it in every encoding."""
    if text is not None:
        return [Run(len(text), len(line), Form.ENCODED)]
    content = line.rstrip(b"\r\n")
    end = len(line) - len(content)
    return [*by_character(content, encoding_name), Run(end, end, Form.ENCODED)]


def _try_decode(line: bytes, encoding_name: str) -> str | None:
    try:
        return line.decode(encoding_name)
    except UnicodeDecodeError:
        return None
