"""What languages are called: engines' labels, codes, tags, and the two kinds of Chinese."""

import re
from collections import Counter

import eldc
import pycld2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from copydesk.annotate.language.chinese import chinese_script
from copydesk.annotate.language.codes import CODES
from copydesk.annotate.language.engines import engines
from copydesk.annotate.language.langdetect import load_factory
from copydesk.annotate.language.tags import USUAL_SCRIPTS, code_of, language_tag, tag_of

# ISO 639-1 (183 codes in force; `sh` was withdrawn in 2000).
ISO_639_1 = set(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el
    en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it
    iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt
    my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl
    sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo
    za zh zu
    """.split()  # noqa: SIM905
)
# Codes of ISO 639-3 that engines need for languages without one of ISO 639-1, looked up one by one.
ISO_639_3 = set(
    """
    ace bcl bho bug ceb chr ckb crh crs ext fil gaa gcf gcr gom got grc guw haw hbo hmn kab kha kri lif lij loz
    ltg lua luo mfe new nso pam pcm raj sco syr tum vec war wuu yue
    """.split()  # noqa: SIM905
)
# Codes that ISO has and copydesk does not give: tl is fil, nb is no, tw is ak.
NOT_OURS = {"tl", "nb", "tw"}


def labels_of_all_engines():
    yield from (("eldc", label) for label in [*eldc.LANGUAGES, "und"])
    yield from (("pycld2", label) for label in sorted({code for _, code in pycld2.LANGUAGES}))
    yield ("pycld2", "un")
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    yield from (("py3langid", label) for label in identifier.labels)
    yield from (("langdetect", label) for label in load_factory().langlist)


def test_every_label_of_every_engine_has_a_real_code():
    """Each is ISO 639-1, or ISO 639-3 where there is none, or no language."""
    codes, silent = set(), set()
    for engine, label in labels_of_all_engines():
        tag = tag_of(engine, label)
        if tag is None:
            silent.add(label)
        else:
            codes.add(code_of(tag))
            assert re.fullmatch(r"[a-z]{2,3}(-Han[st])?", tag)
    assert codes - ISO_639_1 - ISO_639_3 == set()
    assert codes & NOT_OURS == set()
    assert codes >= ISO_639_3  # the list above holds no more than is needed
    assert {label for label in silent if not label.startswith("xx-")} == {
        "und", "un", "xxx", "zxx", "tlh", "zzb", "zze", "zzh", "zzp",
    }  # fmt: skip


def test_codes_of_gold_are_real_too():
    """What is brought to a code is brought to one that exists."""
    assert {code for code in CODES.values() if len(code) == 2} <= ISO_639_1 - NOT_OURS


def test_engines_tell_what_they_can_answer():
    """Their languages are their labels in our codes: numbers as their authors give them, less doubles."""
    languages = {name: engine.languages for name, engine in engines().items()}
    assert {name: len(codes) for name, codes in languages.items()} == {
        "eldc": 60,
        "pycld2": 162,
        "py3langid": 136,
        "langdetect": 54,
    }
    assert {"zh", "he", "fil", "no", "ckb"} <= languages["eldc"] & languages["pycld2"]
    assert "tlh" not in languages["pycld2"]
    assert not languages["langdetect"] - languages["py3langid"] - languages["pycld2"]


TAGS = [
    ("eldc", "tl", "fil"),
    ("eldc", "no", "no"),
    ("eldc", "zh", "zh"),  # either kind
    ("eldc", "ku", "ckb"),  # it knows Kurdish in Arabic letters only
    ("eldc", "und", None),
    ("pycld2", "iw", "he"),  # withdrawn codes
    ("pycld2", "jw", "jv"),
    ("pycld2", "bh", "bho"),
    ("pycld2", "zh", "zh-Hans"),
    ("pycld2", "zh-Hant", "zh-Hant"),
    ("pycld2", "ku", "ckb"),
    ("pycld2", "sr-ME", "sr"),  # a region
    ("pycld2", "nn", "nn"),
    ("pycld2", "tw", "ak"),  # a variety
    ("pycld2", "crs", "crs"),
    ("pycld2", "tlh", None),  # Klingon
    ("pycld2", "xx-Goth", "got"),
    ("pycld2", "xx-Latn", None),  # a script, no language
    ("py3langid", "ku", "ku"),  # Northern Kurdish
    ("py3langid", "sdh", "ckb"),
    ("py3langid", "arz", "ar"),
    ("py3langid", "kik", "ki"),  # has an ISO 639-1 code
    ("py3langid", "gug", "gn"),
    ("py3langid", "zxx", None),
    ("langdetect", "zh-cn", "zh-Hans"),
    ("langdetect", "zh-tw", "zh-Hant"),
    ("langdetect", "tl", "fil"),
]


@pytest.mark.parametrize(("engine", "label", "tag"), TAGS)
def test_tags_of_labels(engine, label, tag):
    """A label means what its engine means by it."""
    assert tag_of(engine, label) == tag


LANGUAGE_TAGS = [
    ("en", "Latn", "en"),
    ("en", None, "en"),
    ("ru", "Cyrl", "ru"),
    ("ru", "Latn", "ru-Latn"),  # not its usual script
    ("sr", "Cyrl", "sr-Cyrl"),  # both are usual
    ("sr", "Latn", "sr-Latn"),
    ("sr", None, "sr"),
    ("uz", "Latn", "uz"),
    ("uz", "Cyrl", "uz-Cyrl"),
    ("az", "Cyrl", "az-Cyrl"),
    ("ckb", "Arab", "ckb"),
    ("ku", "Latn", "ku"),
    ("hi", "Deva", "hi"),
    ("zh", "Hans", "zh-Hans"),
    ("zh", "Hant", "zh-Hant"),
    ("zh", "Hani", "zh"),  # the letters do not tell
    ("zh", "Latn", "zh-Latn"),  # pinyin
    ("yue", "Hant", "yue"),
    ("yue", "Hans", "yue-Hans"),
    ("yue", "Hani", "yue"),
    ("ja", "Hani", "ja"),  # a headline in kanji
    ("ja", "Hira", "ja"),
    ("ja", "Jpan", "ja"),
    ("ja", "Latn", "ja-Latn"),
    ("ko", "Hang", "ko"),
    ("ko", "Kore", "ko"),
    ("und", "Cyrl", "und"),
    ("zxx", None, "zxx"),
]


@pytest.mark.parametrize(("code", "script", "tag"), LANGUAGE_TAGS)
def test_language_tags(code, script, tag):
    """The script stands where it is needed, and only there."""
    assert language_tag(code, script) == tag


def test_usual_scripts_are_of_our_codes():
    """None is of a code that we never give, and no code has two."""
    assert all(CODES.get(code, code) == code for code in USUAL_SCRIPTS)
    assert {len(script) for script in USUAL_SCRIPTS.values()} == {4}


CHINESE = [
    ("市议会周二决定延长港口铁路的关闭时间，工程师们还没有完成检查。", "Hans"),
    ("市議會週二決定延長港口鐵路的關閉時間，工程師們還沒有完成檢查。", "Hant"),
    ("記者會上，發言人拒絕回答與預算有關的問題。", "Hant"),
    ("记者会上，发言人拒绝回答与预算有关的问题。", "Hans"),
    ("学生们认为，这项规定对他们没有好处。", "Hans"),
    ("電車於下午三點脫軌，無人受傷。", "Hant"),
    (
        "报道称，《聯合報》的记者没有获准进入会场，主办方没有说明原因。",
        "Hans",
    ),  # a name in the other
    ("今天天氣很好", "Hant"),  # one character tells
    ("今天天气很好", None),  # its simplified form is a rare traditional character as well
    ("人口三千二百", None),  # all in both
    ("Hong Kong, 2019", None),
    ("学學", None),  # as much for one as for the other
    ("", None),
    ("\U00020000\U0002a6d6", None),  # rare, in neither
    ("กขค", None),
]


@pytest.mark.parametrize(("text", "script"), CHINESE)
def test_kinds_of_chinese_are_told_by_their_characters(text, script):
    """Of both scripts, the one that most telling characters are in."""
    assert chinese_script(text) == script


@given(st.text(st.sampled_from("中国國学學的问問题題 a。"), max_size=40))
def test_the_kind_of_chinese_depends_on_counts_alone(text):
    """Order and other text change nothing."""
    assert (
        chinese_script("".join(sorted(text)))
        == chinese_script(f"x{text} 12")
        == chinese_script(text)
    )
    counts = Counter(text)
    simplified = sum(counts[one] for one in "国学问题")
    traditional = sum(counts[one] for one in "國學問題")
    expected = (simplified > traditional) - (simplified < traditional)
    assert chinese_script(text) == {1: "Hans", -1: "Hant", 0: None}[expected]
