"""Raw bytes to text, strictly: every byte is decoded as one named encoding says, or the source is refused.

Called by the pipeline, once a document. Never replaces or drops a byte (no U+FFFD that was not in the
source), never cleans the text: that is `copydesk.text.normalise`.
"""

import codecs
import re
import string
import unicodedata
from dataclasses import dataclass, field

from charset_normalizer import CharsetMatch, from_bytes

from copydesk.errors import InputError
from copydesk.records import ReasonCode
from copydesk.text.code_pages import latin_code_pages
from copydesk.text.mixtures import UTF8_SEQUENCE, decode_mixture
from copydesk.text.offsets import OffsetMap, encoded

# UTF-16 and UTF-32 without a mark.
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")

# Longest first: the UTF-32 mark begins with the bytes of the UTF-16 one.
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# First bytes of files that are often misnamed .txt and may hold no NUL.
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)

# Control bytes that no text needs; not \t \n \v \f \r, nor ESC, which ISO-2022-JP is made of.
_CONTROL_BYTES = bytes(b for b in (*range(0x20), 0x7F) if b not in b"\t\n\v\f\r\x1b")
# Random or compressed bytes hold 10 % of these, the worst texts of 9,000 news files 0.02 %.
_CONTROL_SHARE = 0.05
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
# In UTF-8 those above ASCII are more likely mojibake that can be repaired: of Russian that was read as
# Latin-1 one character in four. What is binary holds the others too.
_ASCII_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")

# Fixed by how a decoding was found; an ordinal scale, not a probability.
_CONFIDENCE_DECLARED = 1.0
_CONFIDENCE_SHAPE = 0.95
_CONFIDENCE_RULE = 0.9
_CONFIDENCE_CP1252_SHORT = 0.6
_CONFIDENCE_GUESS_FLOOR = 0.5

# Guessing costs time in the length of what it sees; the decoding is always of all bytes.
_SAMPLE_BYTES = 32_768

# What newsrooms and web pages have used, the preferred first where two read alike; of each family
# the superset that browsers use (gb18030 for gbk, cp932 for shift_jis, cp949 for euc_kr). EBCDIC
# and the like only ever win by accident.
_MULTIBYTE = ("gb18030", "big5", "cp932", "euc_jp", "cp949")
_GUESSABLE = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("iso8859_2", "koi8_r", "koi8_u", "cp866", "mac_roman", "cp874"),
    *_MULTIBYTE,
)
# Coherence with a language varies by 0.03 between neighbours of cp1252 in a sentence of English;
# in one of Czech or Turkish the right code page leads by 0.04-0.08.
_CP1252_BONUS = 0.03
# Two-byte encodings show no known language in short texts; below this many bytes three of them
# fit any run of Cyrillic words.
_MULTIBYTE_MIN_BYTES = 24
_MULTIBYTE_MIN_DISTINCT = 8

_ASCII_LETTERS = string.ascii_letters.encode()
_HIGH_BYTES = bytes(range(0x80, 0x100))
# Of the non-ASCII bytes of legacy text at most 0.6 form UTF-8 by chance (Shift JIS).
_DAMAGED_UTF8_SHARE = 0.75
# What Western European text in cp1252 never shows: three accented letters on end, a byte that the
# code page lacks, a mark or a capital between lower-case letters. Marks that do stand inside words
# are left out: apostrophe, dashes, soft hyphen, middle dot, ordinal signs, no-break space.
_NOT_CP1252 = re.compile(
    rb"[\x8a\x8c\x8e\x9a\x9c\x9e\x9f\xc0-\xd6\xd8-\xf6\xf8-\xff]{3}"
    rb"|[\x81\x8d\x8f\x90\x9d]"
    rb"|[a-z][\x80\x82-\x84\x86-\x8c\x8e\x9f\xa1-\xa9\xac\xb1-\xb6\xb8\xb9\xbc-\xbf][a-z]"
    rb"|[a-z][\x8a\x8c\x8e\x9f\xc0-\xde]|\s[\xd0\xd1]\s"
)
# Set on an old Mac: its apostrophe, closing quote, e acute and dashes, where cp1252 has capitals.
_MAC_ROMAN = re.compile(rb"[A-Za-z]\xd5[a-z]|[a-z.,!?]\xd3[\s.,]|[a-z]\x8e|\s[\xd0\xd1]\s")
# Above this share of high bytes there is enough to guess from: English quotes and pounds stay
# below 2 %, French and German at 2-5 %, Czech, Polish and Turkish at 6-12 %.
_FEW_HIGH_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding that gave it: `raw.decode(encoding_name) == text`.

    `encoding_name` is the canonical name of a Python codec, in lower case (`utf-8`, `cp1252`); it is
    `utf-8+cp1252` where some lines are in the one and some in the other.
    `confidence` (0-1) is 1 where the encoding is declared by a byte order mark or proves itself.
    `offsets` maps the characters to their bytes.
    """

    text: str
    encoding_name: str
    confidence: float
    offsets: OffsetMap = field(repr=False)


def decode(raw: bytes) -> Decoded:
    r"""Give the text of raw bytes in the encoding they are in.

    Tried in this order: byte order mark, binary test, UTF-8, then a guess for legacy encodings.

    Args:
        raw: The whole source.

    Returns:
        The text as decoded, not yet normalised; it holds at least one visible character.

    Raises:
        InputError: With reason `empty`, `binary` or `undecodable`.

    >>> decode(b"caf\xe9 \x93Roma\x94")
    Decoded(text='café “Roma”', encoding_name='cp1252', confidence=0.7)
    >>> decode("Привет".encode("utf-16")).encoding_name
    'utf-16'
    """
    if not raw:
        raise InputError(ReasonCode.EMPTY, "the source holds no bytes")
    decoded = _decode_marked(raw) or _decode_unmarked(raw)
    if _is_blank(decoded.text):
        raise InputError(ReasonCode.EMPTY, f"only white space, as {decoded.encoding_name}")
    _refuse_controls(decoded)
    return decoded


def _decode_marked(raw: bytes) -> Decoded | None:
    """Decode as the byte order mark says; a mark that lies is an error, not a reason to guess."""
    for mark, encoding_name in _BOMS:
        if not raw.startswith(mark):
            continue
        text = _try_decode(raw, encoding_name)
        if text is not None:
            offsets = encoded(raw, text, encoding_name, mark)
            return Decoded(text, encoding_name, _CONFIDENCE_DECLARED, offsets)
        if mark != codecs.BOM_UTF32_LE:
            raise InputError(
                ReasonCode.UNDECODABLE,
                f"starts with the byte order mark of {encoding_name} but is not {encoding_name}",
            )
    return None


def _decode_unmarked(raw: bytes) -> Decoded:
    """Decode what has no byte order mark."""
    if b"\0" in raw:
        return _decode_wide(raw)
    _refuse_binary(raw)
    decoded = _decode_iso2022(raw)
    if decoded is not None:
        return decoded
    text = _try_decode(raw, "utf-8")
    if text is not None:
        return _decoded(raw, text, "utf-8", _CONFIDENCE_DECLARED)
    return _decode_mixture(raw) or _decode_legacy(raw)


def _decoded(raw: bytes, text: str, encoding_name: str, confidence: float) -> Decoded:
    """Give a text that is all of the raw bytes in one encoding, without a mark."""
    return Decoded(text, encoding_name, confidence, encoded(raw, text, encoding_name))


def _try_decode(raw: bytes, encoding_name: str) -> str | None:
    """Give the text of all bytes, or None where one of them does not fit."""
    try:
        return raw.decode(encoding_name)
    except UnicodeDecodeError:
        return None


def _decode_wide(raw: bytes) -> Decoded:
    """Decode UTF-16 or UTF-32 without a mark: exactly one of them must give clean text.

    UTF-16 is no UTF-32 and that has NULs as UTF-16. The other byte order turns the line feed into U+0A00 and the ASCII letters into unassigned or
    unrelated characters, so two clean readings mean that it is something else.
    """
    readings = [(name, _try_decode(raw, name)) for name in _WIDE]
    clean = [(name, text) for name, text in readings if text and _is_clean_text(text)]
    if len(clean) != 1:
        raise InputError(ReasonCode.BINARY, f"NUL byte at offset {raw.index(0)}")
    name, text = clean[0]
    return _decoded(raw, text, name, _CONFIDENCE_SHAPE)


def _is_clean_text(text: str) -> bool:
    """Tell whether every character is one that text is made of, and half are letters."""
    categories = {char: unicodedata.category(char) for char in set(text)}
    if any(
        category in {"Cn", "Co", "Cs"} or (category == "Cc" and char not in "\t\n\r\f")
        for char, category in categories.items()
    ):
        return False
    letter_count = sum(categories[char][0] in "LM" for char in text)
    return 2 * letter_count >= len(text)


def _refuse_binary(raw: bytes) -> None:
    """Raise for known file types and for a high share of control bytes."""
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            raise InputError(ReasonCode.BINARY, f"the source is {what}, not text")
    control_count = len(raw) - len(raw.translate(None, _CONTROL_BYTES))
    if control_count > _CONTROL_SHARE * len(raw):
        raise InputError(
            ReasonCode.BINARY, f"{control_count} of {len(raw)} bytes are control characters"
        )


def _decode_iso2022(raw: bytes) -> Decoded | None:
    """Decode Japanese mail and wire text, which is pure ASCII bytes with escape sequences."""
    if b"\x1b$" not in raw or not raw.isascii():
        return None
    text = _try_decode(raw, "iso2022_jp_2")
    return None if text is None else _decoded(raw, text, "iso2022_jp_2", _CONFIDENCE_SHAPE)


def _decode_mixture(raw: bytes) -> Decoded | None:
    """Decode lines in UTF-8 between lines in another encoding."""
    mixture = decode_mixture(raw, _guess)
    return None if mixture is None else Decoded(*mixture)


def _guess(raw: bytes) -> list[tuple[str, float]]:
    """List the encodings that bytes which are not UTF-8 may be in, with scores, best first."""
    sample = _sample_high_lines(raw)
    candidates = _legacy_candidates(sample, _high_count(sample))
    return [(codecs.lookup(name).name, score) for name, score in candidates]


def _decode_legacy(raw: bytes) -> Decoded:
    """Decode bytes that are not UTF-8: Western European by rule, all else by frequency."""
    sample = _sample_high_lines(raw)
    high_count = _high_count(sample)
    _refuse_damaged_utf8(raw, sample, high_count)
    for encoding_name, confidence in _guess(raw):
        text = _try_decode(raw, encoding_name)
        if text is not None:
            return _decoded(raw, text, encoding_name, confidence)
    raise InputError(
        ReasonCode.UNDECODABLE,
        "not UTF-8, and no legacy encoding can be told from its bytes: convert the file to UTF-8",
    )


def _sample_high_lines(raw: bytes) -> bytes:
    """Give the first whole lines that hold non-ASCII bytes, at most `_SAMPLE_BYTES`.

    A line feed is never part of a character in the encodings guessed from, nor is a space: a cut
    there splits none. A line longer than the sample without a space is taken whole.
    """
    taken: list[bytes] = []
    room = _SAMPLE_BYTES
    for line in raw.splitlines(keepends=True):
        if line.isascii():
            continue
        if len(line) > room:
            cut = line.rfind(b" ", 0, room)
            if taken or cut > 0:
                taken.append(line[: max(cut, 0)])
                break
        taken.append(line)
        room -= len(line)
        if room <= 0:
            break
    return b"".join(taken)


def _refuse_damaged_utf8(raw: bytes, sample: bytes, high_count: int) -> None:
    """Raise where most non-ASCII bytes form UTF-8: any other decoding would be mojibake."""
    utf8_count = sum(map(len, UTF8_SEQUENCE.findall(sample)))
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        is_cut_off = error.reason == "unexpected end of data" and utf8_count > 0
        if is_cut_off or utf8_count > _DAMAGED_UTF8_SHARE * high_count:
            raise InputError(
                ReasonCode.UNDECODABLE,
                f"damaged UTF-8: {error.reason} at byte offset {error.start}",
            ) from error


def _legacy_candidates(sample: bytes, high_count: int) -> list[tuple[str, float]]:
    """List encodings with the confidence that each would have, best first."""
    if _has_more_letters(sample):
        found = latin_code_pages(sample)
        if found:
            return [(page.encoding_name, page.score) for page in found]
    is_western = _is_western(sample)
    if is_western and high_count <= _FEW_HIGH_SHARE * len(sample):
        return [("cp1252", _CONFIDENCE_RULE)]
    if _has_more_letters(sample) and _MAC_ROMAN.search(sample):
        return [("mac_roman", _CONFIDENCE_RULE)]
    matches = from_bytes(sample, cp_isolation=list(_GUESSABLE), enable_fallback=False)
    ranked = sorted(filter(_is_convincing, matches), key=_guess_rank)
    guesses = [(_preferred_name(match), _guess_confidence(match)) for match in ranked]
    return guesses + ([("cp1252", _CONFIDENCE_CP1252_SHORT)] if is_western else [])


def _is_western(sample: bytes) -> bool:
    """Tell whether bytes hold what text in cp1252 does, and nothing that it does not."""
    return _has_more_letters(sample) and _NOT_CP1252.search(sample) is None


def _has_more_letters(sample: bytes) -> bool:
    """Tell whether ASCII letters outnumber non-ASCII bytes."""
    return len(sample) - len(sample.translate(None, _ASCII_LETTERS)) > _high_count(sample)


def _high_count(sample: bytes) -> int:
    """Count the non-ASCII bytes."""
    return len(sample) - len(sample.translate(None, _HIGH_BYTES))


def _is_convincing(match: CharsetMatch) -> bool:
    """Tell whether a guess rests on more than that the bytes happen to fit."""
    if match.coherence > 0:
        return True
    high_bytes = match.raw.translate(None, bytes(range(0x80)))
    return (
        match.encoding in _MULTIBYTE
        and len(high_bytes) >= _MULTIBYTE_MIN_BYTES
        and len(set(high_bytes)) >= _MULTIBYTE_MIN_DISTINCT
    )


def _preferred_name(match: CharsetMatch) -> str:
    """Give the encoding to name where several read the sample alike."""
    return min(match.could_be_from_charset, key=_GUESSABLE.index)


def _guess_rank(match: CharsetMatch) -> tuple[float, float, int]:
    """Order guesses: least disorder, then most like a language, then the common encoding."""
    encoding_name = _preferred_name(match)
    bonus = _CP1252_BONUS if encoding_name == "cp1252" else 0.0
    return match.chaos, -match.coherence - bonus, _GUESSABLE.index(encoding_name)


def _guess_confidence(match: CharsetMatch) -> float:
    """Map the two measures of charset-normalizer to 0.3-0.9 (coherence is 0.4-0.7 for prose)."""
    return round(
        max(0.3, min(0.9, _CONFIDENCE_GUESS_FLOOR + 0.5 * match.coherence - match.chaos)), 6
    )


def _is_blank(text: str) -> bool:
    """Tell whether no character of a text can be seen."""
    return not any(char.isprintable() and not char.isspace() for char in text)


def _refuse_controls(decoded: Decoded) -> None:
    """Raise where the decoded text is full of control characters: the bytes were not text."""
    controls = _ASCII_CONTROLS if decoded.encoding_name.startswith("utf-") else _CONTROLS
    control_count = len(controls.findall(decoded.text))
    if control_count > _CONTROL_SHARE * len(decoded.text):
        raise InputError(
            ReasonCode.BINARY,
            f"{control_count} of {len(decoded.text)} characters are control characters, "
            f"as {decoded.encoding_name}",
        )
