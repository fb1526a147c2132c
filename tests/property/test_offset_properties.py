"""What holds for the map of any text in any encoding: total, monotone, and exact where nothing was changed."""

from itertools import pairwise

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from copydesk.errors import InputError
from copydesk.text.decode import decode
from copydesk.text.mojibake import clean
from copydesk.text.normalise import normalise, normalise_mapped
from copydesk.text.offsets import byte_range, encoded, from_numbers, to_numbers

PIECES = st.sampled_from(
    ["the", "Möwe ", "“No,”", " said", "совет", "日本", "港务局。", "e\u0301", "q\u0323\u0307", "\u0307\u0323",
     "\u0958", "\u09dc", "\u1112\u1161\u11ab", "\u1161", "\u11ab", "가\u11a8", "\u212b", "\ufb01", "\U0001f468\u200d\U0001f469",
     "\r\n", "\r\n", "\r\n", "\n", "\n", "\r", "\r\r\n", "\n\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\x00", "\x1b",
     "\xad", "\ufeff", "\u2060", "\ufffd", "\u200d", " "]
)  # fmt: skip
DAMAGED = st.one_of(
    PIECES,
    st.sampled_from(["é", "“No,” ", "où ", "д", "本", "\u0958", "q\u0323\u0307", "😀"]).flatmap(
        lambda piece: st.sampled_from(["latin-1", "sloppy-windows-1252", "sloppy-windows-1251", "macroman", "cp437"]).map(
            lambda codec: piece.encode().decode(codec)
        )
    ),
    st.sampled_from(["Ã", "¶", "Â ", "â€", "\x93", "\x85", "Ãƒ", "Â©", "à¤", "•"]),
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map("".join),
    st.lists(st.sampled_from(["Zeile eins", "é", "e\u0301", "\r\n"]), max_size=40).map("".join),
    st.text(max_size=60),
)
ENCODINGS = st.sampled_from(
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be",
     "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "iso8859-2",
     "koi8-r", "koi8-u", "cp866", "mac-roman", "cp874", "gb18030", "big5", "cp932", "euc_jp", "cp949", "iso2022_jp_2"]
)  # fmt: skip
MARK_BYTES = {"utf-8-sig": 3, "utf-16": 2, "utf-32": 4}


def source(text, encoding_name):
    """Raw bytes, what they decode to, and the map of that."""
    if encoding_name.startswith("iso2022"):
        text = text.replace("\x1b", "")  # which begins a shift there
    raw = text.encode(encoding_name, "ignore")
    mark = raw[: MARK_BYTES.get(encoding_name, 0)]
    decoded = raw.decode(encoding_name)
    return raw, decoded, encoded(raw, decoded, encoding_name, mark)


def assert_total_and_monotone(raw, text, offsets):
    """Every character has bytes of the source, in order; the runs cover both to the end."""
    assert sum(run.char_count for run in offsets.runs) == len(text)
    assert sum(run.byte_count for run in offsets.runs) == len(raw)
    ranges = [byte_range(offsets, text, index, index + 1) for index in range(len(text))]
    assert all(0 <= start < end <= len(raw) for start, end in ranges)
    for left, right in pairwise(ranges):
        assert left == right or left[1] <= right[0]
    for start in range(0, len(text), 7):
        for end in range(start + 1, len(text) + 1, 5):
            expected = (ranges[start][0], ranges[end - 1][1])
            assert byte_range(offsets, text, start, end) == expected
    return ranges


@settings(deadline=None)
@given(TEXTS, ENCODINGS)
@example("a\r\n\xad\r\nb\n", "utf-8")
@example("e\xad\u0301\r\n", "utf-16")
@example("日\r\n本a", "iso2022_jp_2")
def test_every_character_has_its_bytes(written, encoding_name):
    """Before normalisation the bytes of a character decode to it; after it they still normalise to it."""
    raw, decoded, offsets = source(written, encoding_name)
    ranges = assert_total_and_monotone(raw, decoded, offsets)
    if not encoding_name.startswith("iso2022"):  # whose bytes say nothing without their shifts
        for char, (start, end) in zip(decoded, ranges, strict=True):
            assert raw[start:end].decode(offsets.codec) == char
    text, moved = normalise_mapped(decoded, offsets)
    assert text == normalise(decoded)
    ranges = assert_total_and_monotone(raw, text, moved)
    if not encoding_name.startswith("iso2022"):
        for char, (start, end) in zip(text, ranges, strict=True):
            assert char in normalise(raw[start:end].decode(moved.codec))
    assert from_numbers(moved.encoding_name, to_numbers(moved)) == moved


@settings(deadline=None)
@given(TEXTS, st.sampled_from(["utf-8", "utf-16-be", "utf-32", "gb18030", "cp1252"]), st.data())
def test_a_line_is_made_of_its_bytes_alone(written, encoding_name, data):
    """The bytes of whole lines, read by themselves, give these lines again."""
    raw, decoded, offsets = source(written, encoding_name)
    text, moved = normalise_mapped(decoded, offsets)
    bounds = [0, *(index + 1 for index, char in enumerate(text) if char == "\n"), len(text)]
    start, end = sorted(data.draw(st.tuples(st.sampled_from(bounds), st.sampled_from(bounds))))
    first, last = byte_range(moved, text, start, end)
    assert normalise(raw[first:last].decode(moved.codec)) == text[start:end]


@settings(deadline=None)
@given(TEXTS, ENCODINGS)
def test_a_second_pass_changes_nothing(written, encoding_name):
    """Normalisation is idempotent, its map too."""
    _, decoded, offsets = source(written, encoding_name)
    once = normalise_mapped(decoded, offsets)
    assert normalise_mapped(*once) == once


@settings(deadline=None)
@given(TEXTS, ENCODINGS)
def test_what_was_not_changed_comes_back_exactly(written, encoding_name):
    """A text in its normal form is its bytes, and its map is one run after the mark."""
    _, decoded, offsets = source(normalise(written), encoding_name)
    assume(decoded and normalise(decoded) == decoded)
    text, moved = normalise_mapped(decoded, offsets)
    assert (text, moved) == (decoded, offsets)
    if encoding_name.startswith("utf-"):
        assert [run.char_count for run in moved.runs if run.char_count] == [len(text)]


LINES = st.lists(
    st.one_of(
        st.binary(max_size=12),
        st.sampled_from(
            ["“Zoë” – André\n".encode(), b"the caf\xe9 owner said so\r\n", b"plain line of text\n", b"\x1b$BF|\x1b(B"]
        ),
    ),
    max_size=12,
).map(b"".join)  # fmt: skip


@settings(deadline=None)
@given(LINES)
@example("“Zoë” – André\r\n".encode() + b"the caf\xe9 owner said so\r\nplain line of text\r\n")
def test_whatever_is_decoded_is_mapped(raw):
    """Arbitrary bytes, lone surrogates and mixtures among them: a text has a map, or there is no text."""
    try:
        decoded = decode(raw)
    except InputError:
        return
    assert_total_and_monotone(raw, decoded.text, decoded.offsets)
    assert_total_and_monotone(raw, *normalise_mapped(decoded.text, decoded.offsets))


@settings(deadline=None)
@given(st.lists(DAMAGED, max_size=30).map("".join), ENCODINGS)
@example("schÃ\u2060¶n", "utf-8")
@example("à¥\x98", "utf-8")
def test_repairs_keep_the_map_and_are_a_fixed_point(written, encoding_name):
    """Whatever is repaired and normalised is mapped, and cleaning it again changes nothing."""
    raw, decoded, offsets = source(written, encoding_name)
    cleaned = clean(decoded, offsets)
    assert_total_and_monotone(raw, cleaned.text, cleaned.offsets)
    assert cleaned.text.count("\ufffd") <= decoded.count("\ufffd")
    again = clean(cleaned.text, cleaned.offsets)
    assert (again.text, again.offsets, again.repaired_char_count) == (
        cleaned.text,
        cleaned.offsets,
        0,
    )
    assert normalise(cleaned.text) == cleaned.text
