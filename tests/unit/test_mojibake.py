"""Damage that is certain is repaired, all else stays as it is."""

import pytest

from copydesk.text.decode import decode
from copydesk.text.mojibake import clean, repair
from copydesk.text.offsets import byte_range, encoded

STORY = "L’été dernier, la mairie – où siège Zoë – a dit « oui » à l’hôtel."
DAMAGED = [
    ("Das Schiff ist schÃ¶n.", "Das Schiff ist schön."),  # UTF-8 read as Latin-1
    ("She said â€œyesâ€\x9d, and left.", "She said “yes”, and left."),  # as cp1252, with its holes
    ("Il a Ã©tÃ© Ã\xa0 l'hÃ´tel", "Il a été à l'hôtel"),  # a no-break space is part of a letter
    ("voilÃ le travail", "voilà le travail"),  # which some program made a space
    ("la cafeterÃƒÂ\xada cerrÃƒÂ³", "la cafetería cerró"),  # twice
    ("un rÃƒÆ’Ã‚Â©gime", "un régime"),  # three times
    ("Le g√¢teau au r√©gime √©quilibr√©", "Le gâteau au régime équilibré"),  # as Mac Roman
    ("РїСЂРёРІРµС‚ РІСЃРµРј", "привет всем"),  # as cp1251
    ("a \x93quote\x94 \x96 he said", "a “quote” – he said"),  # cp1252 read as Latin-1
    (
        "good line\nschÃ¶n\nÉTÉ 2020",
        "good line\nschön\nÉTÉ 2020",
    ),  # a line never depends on another
    ("“Good” quotes, and bad: donâ€™t", "“Good” quotes, and bad: don’t"),  # both in one line
]
KEPT = [
    "Straße, Größe, Äpfel: «Öl», 5 °C, 3 × 4 µm, ½ £, § 3",
    "L’Été à São Paulo: ÉTÉ®, « À NOËL », Œuvre, cœur — ça",
    "NÃO À AÇÃO; a manhã à tarde, amanhã é São João",
    "Đường phố Hà Nội: không ai biết, ừ thì thế ạ",
    "Příliš žluťoučký kůň úpěl ďábelské ódy",
    "İstanbul’da ağaç, şöyle böyle; ÖĞRENCİ",
    "Η ¨ανατροφή¨ του Άγγελου — «ναι», είπε ο Ίων",
    "В Москве «её» ждут; съезд — №5, Ёлка, і їхні Ґанок",
    "РСФСР, СССР и МГУ: В Г. Р. С. Т.",
    "Æblegrød på Ærø, Ærøskøbing: Åse så ål i åen",
    "Zażółć gęślą jaźń; Łódź – Śląsk, ŹRÓDŁO",
    "价格：5 元（约 €0.65），“好”",
    "السعر ٥٠ ريالاً – «حسناً»",
    "NESCAFÉ® and CAFÉ™, Pokémon’s ½-price",
    "one line\x85and the next",  # NEXT LINE of a mainframe, no ellipsis
    "lost for good: â€\ufffd",  # no U+FFFD is made, and none of what is left explains another
]  # fmt: skip


@pytest.mark.parametrize(("damaged", "sound"), DAMAGED)
def test_certain_damage_is_repaired(damaged, sound):
    """Every layer of it, in its own line."""
    assert repair(damaged) == sound
    assert repair(sound) == sound


@pytest.mark.parametrize("text", KEPT)
def test_what_is_plausible_stays(text):
    """Accents, signs and quotes of sound text in many languages are left alone."""
    assert repair(text) == text


@pytest.mark.parametrize("codecs", [["cp1252"], ["latin-1"], ["cp1252", "cp1252"], ["mac_roman"], ["cp437"]])  # fmt: skip
def test_a_repaired_letter_keeps_all_its_bytes(codecs):
    """The bytes of a repaired character are those of everything that it stood as."""
    text = STORY if codecs != ["cp437"] else STORY.replace("«", "").replace("»", "")
    damaged = text
    for codec in codecs:
        damaged = damaged.encode().decode(codec)
    raw = f"A plain line.\n{damaged}\n".encode()
    cleaned = clean(raw.decode(), encoded(raw, raw.decode(), "utf-8"))
    assert cleaned.text == f"A plain line.\n{text}\n"
    assert cleaned.repaired_char_count == len(text) - sum(map(str.isascii, text))
    for index, char in enumerate(cleaned.text):
        start, end = byte_range(cleaned.offsets, cleaned.text, index, index + 1)
        bytes_of_char = raw[start:end].decode()
        for codec in reversed(codecs):
            bytes_of_char = bytes_of_char.encode(codec).decode()
        assert bytes_of_char == char


def test_sound_text_keeps_its_map():
    """Where nothing is repaired, the map is that of decoding."""
    decoded = decode(STORY.encode())
    cleaned = clean(decoded.text, decoded.offsets)
    assert (cleaned.text, cleaned.offsets, cleaned.repaired_char_count) == (STORY, decoded.offsets, 0)  # fmt: skip


def test_a_damage_that_normalisation_uncovers_is_repaired_too():
    """A word joiner stood between the two halves of a letter; the result is a fixed point."""
    raw = "schÃ\u2060¶n".encode()
    cleaned = clean(raw.decode(), encoded(raw, raw.decode(), "utf-8"))
    assert cleaned.text == "schön"
    assert byte_range(cleaned.offsets, cleaned.text, 3, 4) == (3, 10)
