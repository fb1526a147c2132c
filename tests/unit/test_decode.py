"""Bytes become text in the encoding they are in, or the source is refused with a reason."""

import codecs

import pytest

from copydesk.errors import InputError
from copydesk.records import ReasonCode
from copydesk.text.decode import decode

RUSSIAN = (
    "Городской совет во вторник отложил голосование по бюджету. Депутаты хотят сначала "
    "услышать отчёт строителей, которые чинят старый мост уже второй год."
)
POLISH = (
    "Rada miasta przełożyła we wtorek głosowanie nad budżetem, bo część radnych żąda wyjaśnień."
)
GREEK = "Το δημοτικό συμβούλιο ανέβαλε την Τρίτη την ψηφοφορία για τον προϋπολογισμό της πόλης."
ARABIC = "أجل مجلس المدينة يوم الثلاثاء التصويت على الميزانية حتى يقدم المهندسون تقريرهم."
CHINESE = "市议会周二推迟了对预算的表决，因为部分议员要求工程师先提交关于旧桥的报告。" * 2
TAIWANESE = "市議會週二延後對預算的表決，因為部分議員要求工程師先提交關於舊橋的報告。" * 2
JAPANESE = "市議会は火曜日、予算案の採決を延期した。古い橋の工事についての報告を待つためだ。" * 2
KOREAN = "시의회는 화요일 예산안 표결을 미루었다. 낡은 다리 공사에 대한 보고를 먼저 듣기 위해서다."
ENGLISH_QUOTES = "The mayor’s aide said “no comment” – twice – about the £15m café."
FRENCH = "Le maire a déclaré mardi que l’école fermée en été rouvrira « très bientôt »."

# text, codec it is written with, encoding name expected
ENCODINGS = [
    ("plain", "ascii", "utf-8"),  # ASCII is UTF-8
    (RUSSIAN, "utf-8", "utf-8"),  # the usual case
    (RUSSIAN, "utf-8-sig", "utf-8-sig"),  # Windows editors write a mark
    (RUSSIAN, "utf-16", "utf-16"),  # mark, native order
    (RUSSIAN, "utf-32", "utf-32"),  # its mark begins with that of UTF-16
    ("Plain wire copy.\nSecond line.", "utf-16-le", "utf-16-le"),  # no mark: NULs betray the order
    ("Plain wire copy.\nSecond line.", "utf-16-be", "utf-16-be"),
    (CHINESE + "\r\n" + CHINESE, "utf-16-le", "utf-16-le"),  # only the newline has NULs
    ("Plain wire copy.\nSecond line.", "utf-32-le", "utf-32-le"),  # three NULs a letter
    (CHINESE, "utf-32-be", "utf-32-be"),
    ("What was lost: \ufffd", "utf-8", "utf-8"),  # lost before: kept, and counted later
    (ENGLISH_QUOTES, "cp1252", "cp1252"),  # curly quotes: not in latin-1
    (FRENCH, "cp1252", "cp1252"),  # accents: cp1250 reads nearly the same
    ("A fee of \xa315m.", "cp1252", "cp1252"),  # a single byte to go by
    (ENGLISH_QUOTES, "mac_roman", "mac-roman"),  # apostrophe is a capital O tilde in cp1252
    (POLISH, "cp1250", "cp1250"),
    (RUSSIAN, "cp1251", "cp1251"),
    (RUSSIAN, "koi8-r", "koi8-r"),
    (RUSSIAN, "cp866", "cp866"),
    (GREEK, "cp1253", "cp1253"),
    (ARABIC, "cp1256", "cp1256"),
    (CHINESE, "gb18030", "gb18030"),
    (TAIWANESE, "big5", "big5"),
    (JAPANESE, "shift_jis", "cp932"),  # named by the superset that browsers use
    (JAPANESE, "euc_jp", "euc_jp"),
    (JAPANESE, "iso2022_jp", "iso2022_jp_2"),  # valid ASCII: would pass as UTF-8
    (KOREAN, "euc_kr", "cp949"),
]


@pytest.mark.parametrize(("text", "codec", "encoding_name"), ENCODINGS)
def test_text_comes_back_from_its_encoding(text, codec, encoding_name):
    """Every encoding that newsrooms used is recognised and named by its canonical codec."""
    raw = text.encode(codec)
    decoded = decode(raw)
    assert decoded.text == text
    assert decoded.encoding_name == encoding_name
    assert raw.decode(decoded.encoding_name) == text
    assert 0 < decoded.confidence <= 1


UTF8_LINE = "The mayor’s aide said “no comment” on Tuesday.\r\n".encode()
CP1252_LINE = "The café’s owner said that he would wait and see.\r\n".encode("cp1252")

MIXTURES = [
    UTF8_LINE + CP1252_LINE,
    CP1252_LINE + UTF8_LINE,
    CP1252_LINE * 9 + b"Plain.\n" + UTF8_LINE.strip(),  # the one line that is UTF-8 is certain
    UTF8_LINE + CP1252_LINE.replace(b"\r\n", b"\r"),  # ends of line of an old Mac
    "Zoë, Jürgen and André.\n".encode() + CP1252_LINE,  # three different letters
]


@pytest.mark.parametrize("raw", MIXTURES)
def test_lines_of_two_encodings_are_read_each_in_its_own(raw):
    """Feeds that were pasted together have whole lines in UTF-8 and whole lines in cp1252."""
    decoded = decode(raw)
    parts = raw.splitlines(keepends=True)
    expected = "".join(part.decode("cp1252" if b"caf\xe9" in part else "utf-8") for part in parts)
    assert (decoded.text, decoded.encoding_name) == (expected, "utf-8+cp1252")
    assert decoded.confidence < 1


CHINESE = "港务局周五第三次推迟了对新渡轮码头的表决，因为工程师尚未提交图纸。\n"
RUSSIAN = "Совет порта в третий раз отложил голосование о новом причале.\n"
CZECH = "Rada přístavu odložila hlasování o novém molu, řekl úředník.\n"


@pytest.mark.parametrize(
    ("line", "codec"), [(CHINESE, "gb18030"), (RUSSIAN, "cp1251"), (CZECH, "cp1250")]
)
def test_lines_in_utf8_and_a_national_encoding_are_read_each_in_its_own(line, codec):
    """The other lines may be in any encoding that can be told."""
    raw = (line.encode(codec) + line.encode()) * 4
    decoded = decode(raw)
    assert (decoded.text, decoded.encoding_name) == (line * 8, f"utf-8+{codec}")


@pytest.mark.parametrize("line", [CHINESE, RUSSIAN, CZECH])
def test_a_file_in_one_encoding_is_no_mixture(line):
    """A damaged line of UTF-8 is refused, never read as something else."""
    raw = line.encode() * 6
    with pytest.raises(InputError) as caught:
        decode(raw[:200] + b"\xff" + raw[200:])
    assert caught.value.reason_code is ReasonCode.UNDECODABLE


LATIN = [
    ("Poslanci su već glasali o državnoj četvrti, a šefovi đaka čekaju.", "cp1250"),
    ("Rada odložila hlasování, řekl úředník; žádná změna", "iso8859_2"),
    ("Liman kurulu yeni iskele için oylamayı üçüncü kez erteledi, dedi ağa", "cp1254"),
    ("Ostas padome atlika balsojumu par jauno piestātni, jo inženieri kavējās", "cp1257"),
    ("Das neue Fährgebäude öffnet später, sagte der Bürgermeister – «vielleicht»", "cp1252"),
    ("Le conseil a été reporté à l’été, dit-il : « c’est ça »", "mac_roman"),
]


@pytest.mark.parametrize(("text", "codec"), LATIN)
def test_code_pages_of_latin_script_are_told_apart_by_the_letters_of_languages(text, codec):
    """Nearly every text fits them all; no language has the letters of a wrong one."""
    decoded = decode(text.encode(codec))
    assert decoded.text == text
    assert 0.5 < decoded.confidence < 1


def test_a_word_alone_has_a_low_score():
    """What fits several code pages is a guess, and its score says so."""
    assert decode("Struènjak".encode("cp1252")).confidence < 0.7


def test_a_trade_mark_is_no_utf8():
    """Two bytes that form UTF-8 by chance do not make a mixture of plain cp1252."""
    line = "NESCAFÉ® is what the owner of the old house on the harbour sells and drinks.\n"
    raw = line.encode("cp1252") * 3 + CP1252_LINE
    assert decode(raw).encoding_name == "cp1252"


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_mark_is_not_part_of_the_text(mark):
    """The byte order mark decides the order and is gone afterwards."""
    codec = "utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be"
    assert decode(mark + "Copy".encode(codec)).text == "Copy"


def test_few_high_bytes_far_into_a_long_text_are_found():
    """The sample is of lines with non-ASCII bytes, wherever they stand."""
    raw = b"Plain line of wire copy.\n" * 20_000 + b"the caf\xe9\x92s owner\n"
    assert decode(raw).text.endswith("the café’s owner\n")


REFUSED = [
    (b"", "empty"),  # a file of no bytes
    (b" \r\n\t", "empty"),  # white space only
    (codecs.BOM_UTF8, "empty"),  # nothing but a mark
    ("\u00a0\u200b\u3000\n".encode(), "empty"),  # nothing that can be seen
    (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),  # a picture named .txt
    (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "binary"),  # no NUL in its head
    (b"abc\x00def ghi", "binary"),  # a stray NUL: not UTF-16 in either order
    (b"\x01\x02\x03\x04 ab \x05\x06", "binary"),  # control bytes without NUL
    (b"\x80\x81\x82", "undecodable"),  # lone continuation bytes
    (b"\xbf" * 90, "undecodable"),  # they fit three encodings, and say nothing in any
    ("été à la fête".encode()[:-1] + b"\xff", "undecodable"),  # damaged UTF-8 is not mojibake
    ("naïve café".encode()[:-1], "undecodable"),  # cut off inside its last character
    (UTF8_LINE + "allons à".encode()[:-1], "undecodable"),  # the same, and no line of cp1252
    (UTF8_LINE + "“no” caf\xe9".encode() + b"\xe9\n", "undecodable"),  # damaged within a line
    (codecs.BOM_UTF8 + b"caf\xe9", "undecodable"),  # the mark lies
    (codecs.BOM_UTF16_LE + b"a\x00b", "undecodable"),  # an odd byte is left
    ("Мир.".encode("cp1251"), "undecodable"),  # too little to tell the encoding from
]


@pytest.mark.parametrize(("raw", "reason_code"), REFUSED)
def test_what_is_no_text_is_refused_with_a_reason(raw, reason_code):
    """Nothing is decoded by replacing bytes."""
    with pytest.raises(InputError) as caught:
        decode(raw)
    assert caught.value.reason_code == reason_code
    assert caught.value.detail


def test_damaged_utf8_says_where():
    """The person who mends the file is told the byte."""
    with pytest.raises(InputError, match="byte offset 5"):
        decode("café".encode() + b"\xff" + " thé".encode())
