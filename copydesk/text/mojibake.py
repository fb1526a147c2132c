r"""Repairs text that some program before read in the wrong encoding ("schÃ¶n" for "schön"), where that is certain.

Called by the pipeline, once a document, between decoding and annotation. What is damaged, and what it stood
for, ftfy tells, with nothing but its changes of encoding switched on. Each line is judged by itself, so no
repair depends on another line. Never invents a character: a repair that would need a U+FFFD is not made.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ftfy import TextFixerConfig, fix_encoding
from ftfy.badness import badness, is_bad
from ftfy.chardata import CHARMAP_ENCODINGS

from copydesk.text.normalise import normalise_mapped
from copydesk.text.offsets import Edit, OffsetMap, edited

# Bytes that were lost cannot come back: "â€\ufffd" was a closing quote, or something else.
_ENCODING_ONLY = TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    restore_byte_a0=True,
    replace_lossy_sequences=False,
    decode_inconsistent_utf8=True,
    fix_c1_controls=True,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_surrogates=False,
    remove_control_chars=False,
    normalization=None,
    explain=False,
)
# NEXT LINE (U+0085) is no line break here: half of the damaged "Ã\x85" (Å), it must not part from the other.
_LINE = re.compile("[^\n\r\x0b\x0c\u2028\u2029]+")
_LEADS = bytes(range(0xC2, 0xF5))
_CONTINUATIONS = bytes(range(0x80, 0xC0))
# After these lead bytes ftfy takes a space for the no-break space that it was; not in Mac Roman.
_SPACED_LEADS = b"\xc2\xc3\xc5\xce\xd0\xd9"
_SPACED_LONG_LEADS = b"\xe2\xe3\xf0"


def _suspect() -> re.Pattern[str]:
    """Compile what every repair begins with: a control, or a lead byte and what follows it, as some table shows them.

    ftfy's own test takes ten times as long as all of normalisation; this leaves it one line in a hundred.
    """
    spaced = [codec for codec in CHARMAP_ENCODINGS if codec != "macroman"]
    leads, follows = _shown(CHARMAP_ENCODINGS, _LEADS), _shown(CHARMAP_ENCODINGS, _CONTINUATIONS)
    # The engine looks for the first class alone, and for the rest of it where that stands.
    return re.compile(
        f"[\x80-\x9f{leads}](?:(?<=[\x80-\x9f])|[{follows}]"
        f"|(?<=[{_shown(spaced, _SPACED_LEADS)}]) "
        f"|(?<=[{_shown(spaced, _SPACED_LONG_LEADS)}]) [{follows}])"
    )


def _shown(codecs: Iterable[str], chars: bytes) -> str:
    """Give the characters that some tables show bytes as, for a character class."""
    return "".join(sorted({char for codec in codecs for char in chars.decode(codec)} - {"\ufffd"}))


_SUSPECT = _suspect()
# The characters that no repair touches: they are the same bytes in every encoding concerned.
_ANCHORS = re.compile("[\x21-\x7e]+")
# No letter, sign or mark of a living text: what reading by the wrong table gives.
_IMPLAUSIBLE = frozenset({"Cn", "Co", "Cs", "Cc"})
# A text that was damaged four times over is not met; removals of invisible characters between rounds
# may uncover a second damage, hardly ever a third.
_MAX_ROUNDS = 4
_MAX_LAYERS = 4


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text after repair and normalisation.

    Attributes:
        text: The text that everything after works on.
        offsets: Its map to the raw bytes.
        repaired_char_count: Characters that a repair gave.
    """

    text: str
    offsets: OffsetMap
    repaired_char_count: int


def clean(text: str, offsets: OffsetMap) -> Cleaned:
    r"""Repair and normalise a decoded text: a fixed point of both, so that cleaning it again changes nothing.

    Args:
        text: As decoded.
        offsets: Its map.

    >>> from copydesk.text.offsets import byte_range, encoded
    >>> raw = "Sch\u00c3\u00b6n hier".encode()
    >>> cleaned = clean(raw.decode(), encoded(raw, raw.decode(), "utf-8"))
    >>> cleaned.text, cleaned.repaired_char_count, byte_range(cleaned.offsets, cleaned.text, 3, 4)
    ('Schön hier', 1, (3, 7))
    """
    text, repaired_char_count, offsets = _repair_mapped(text, offsets)
    for _ in range(_MAX_ROUNDS):
        normal, offsets = normalise_mapped(text, offsets)
        if normal == text:
            break
        text, char_count, offsets = _repair_mapped(normal, offsets)
        repaired_char_count += char_count
        if text == normal:
            break
    return Cleaned(text, offsets, repaired_char_count)


def repair(text: str) -> str:
    r"""Give a text with its certain damages repaired, and nothing else changed.

    >>> repair("Ã¼ber â€œdaâ€\x9d")
    'über “da”'
    >>> repair("Été à São Paulo: ÉTÉ®")
    'Été à São Paulo: ÉTÉ®'
    """
    return _apply(text, list(_repairs(text)))


def _repair_mapped(text: str, offsets: OffsetMap) -> tuple[str, int, OffsetMap]:
    """Give the repaired text, how many of its characters a repair gave, and its map."""
    repairs = list(_repairs(text))
    if not repairs:
        return text, 0, offsets
    edits = [edit for edit, _ in repairs]
    char_count = sum(edit.char_count for edit in edits)
    return _apply(text, repairs), char_count, edited(offsets, text, edits)


def _apply(text: str, repairs: Sequence[tuple[Edit, str]]) -> str:
    parts, start = [], 0
    for edit, replacement in repairs:
        parts += [text[start : edit.start_char], replacement]
        start = edit.end_char
    return "".join([*parts, text[start:]])


def _repairs(text: str) -> Iterator[tuple[Edit, str]]:
    """Yield the changes of a text in order, each as short as can be told, with the characters it gives."""
    if text.isascii() or not _SUSPECT.search(text):
        return
    for line in _LINE.finditer(text):
        if line[0].isascii() or not _SUSPECT.search(line[0]) or not is_bad(line[0]):
            continue
        fixed = fix_encoding(line[0], _ENCODING_ONLY)
        if _is_certain(line[0], fixed):
            yield from _changes(line[0], fixed, line.start())


def _is_certain(damaged: str, fixed: str) -> bool:
    """Tell whether a line reads better after, with nothing lost and nothing that text does not hold.

    The C1 controls that Windows-1252 shows as quotes and dashes may be repaired alone, but not a lone U+0085:
    it is a line break in text from mainframes.
    """
    if fixed == damaged or badness(fixed) >= badness(damaged):
        return False
    if "".join(_ANCHORS.findall(damaged)) != "".join(_ANCHORS.findall(fixed)):
        return False
    if fixed == damaged.replace("\x85", "\u2026"):
        return False
    gained = Counter(fixed) - Counter(damaged)
    return not any(
        char == "\ufffd" or unicodedata.category(char) in _IMPLAUSIBLE for char in gained
    )


def _changes(damaged: str, fixed: str, offset: int) -> Iterator[tuple[Edit, str]]:
    """Yield the changes of one line, stretch by stretch between the characters that stay."""
    for old, new in zip(_gaps(damaged), _gaps(fixed), strict=True):
        before, after = damaged[slice(*old)], fixed[slice(*new)]
        if before == after:
            continue
        start = offset + old[0]
        widths = _widths(before, after)
        if widths is None:
            yield Edit(start, offset + old[1], len(after)), after
            continue
        for char, width in zip(after, widths, strict=True):
            if damaged[start - offset : start - offset + width] != char:
                yield Edit(start, start + width, 1), char
            start += width


def _gaps(line: str) -> list[tuple[int, int]]:
    """List the stretches between the characters that no repair touches, empty ones too."""
    bounds = [0]
    for anchor in _ANCHORS.finditer(line):
        for index in range(*anchor.span()):
            bounds += [index, index + 1]
    bounds.append(len(line))
    return list(zip(bounds[::2], bounds[1::2], strict=True))


def _widths(before: str, after: str, layers: int = _MAX_LAYERS) -> list[int] | None:
    """List how many characters each repaired one stood as; None where that cannot be told."""
    if len(before) == len(after):
        return [1] * len(after)
    for codec in CHARMAP_ENCODINGS:
        try:
            inner = before.encode(codec).decode()
        except UnicodeError:
            continue
        bounds = [0]
        for char in inner:
            bounds.append(bounds[-1] + len(char.encode()))
        if inner == after:
            return [end - start for start, end in pairwise(bounds)]
        if layers and len(after) < len(inner) < len(before):
            outer = _widths(inner, after, layers - 1)
            if outer is not None:
                return _added_up(outer, bounds)
    return None


def _added_up(outer: Sequence[int], bounds: Sequence[int]) -> list[int]:
    """Give the widths of characters that stood as several, each of which stood as several itself."""
    widths, start = [], 0
    for width in outer:
        widths.append(bounds[start + width] - bounds[start])
        start += width
    return widths
