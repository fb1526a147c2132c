"""Language codes of gold data and of other systems as the tags that copydesk gives, and sets of languages.

Called by the tasks on languages. Codes are those of `copydesk.annotate.language.codes`. Regions are dropped. A script stays
where gold has one language in two: Chinese and Serbian.
"""

from copydesk.annotate.language import codes

_SCRIPTS = {
    "zh": {"hans": "Hans", "cn": "Hans", "sg": "Hans", "hant": "Hant", "tw": "Hant", "hk": "Hant"},
    "sr": {"cyrl": "Cyrl", "latn": "Latn"},
}
"""Language -> subtag -> script: the classes that gold is parted into by script, or by the region that stands for it."""
_WIDER = {"ckb": "ku"}
"""Language -> macrolanguage that many systems give instead; both are codes of copydesk."""

_LANGDETECT = """
af ar bg bn ca cs cy da de el en es et fa fi fil fr gu he hi hr hu id it ja kn ko lt lv mk ml mr ne nl no pa pl pt
ro ru sk sl so sq sv sw ta te th tr uk ur vi zh
"""
LANGDETECT = frozenset(_LANGDETECT.split())
"""What langdetect knows: 54 languages with 55 codes, Chinese being two. The same texts are so compared everywhere."""
_OTHERS_KNOWN = """
aa ab ace ak am an ary arz as ay az ba bcl be bh bi bo br bs ceb chr ckb co crh crs dv dz eo eu ext ff fj fo fy
ga gcf gcr gd gl gn gom grc guw gv ha haw hbo hmn ht hy ia ie ig ik is iu jv ka kab kha ki kk kl km ks ku ky la
lb lg lif lij ln lo ltg mfe mg mi mn ms mt my na nn nr nso ny oc om or pcm ps qu rm rn rw sa sco sd sdh se sg si
sm sn sr ss st su syr tg ti tk tn to ts tt ug uz uzs ve vec vo wa war wo wuu xh yi yo yue za zu
"""
KNOWN = LANGDETECT | frozenset(_OTHERS_KNOWN.split())
"""What at least one of eldc 0.4, pycld2 0.42, py3langid 0.4 and langdetect 1.0.9 can answer, whatever is installed; a
test compares it with what they say of themselves. On any other language every answer is wrong."""


def canonical(code: str) -> str:
    """Give the tag that copydesk uses for a language.

    >>> canonical("eng-GB"), canonical("zho_TW"), canonical("srp-Latn"), canonical("uzb-Latn")
    ('en', 'zh-Hant', 'sr-Latn', 'uz')
    """
    language = codes.canonical(code)
    _, *others = code.replace("_", "-").lower().split("-")
    scripts = _SCRIPTS.get(language, {})
    script = next((scripts[one] for one in others if one in scripts), None)
    return f"{language}-{script}" if script else language


def language_of(tag: str) -> str:
    """Give the language of a tag, without its script.

    >>> language_of("zh-Hant")
    'zh'
    """
    return tag.split("-", maxsplit=1)[0]


def is_same(gold: str, guess: str) -> bool:
    """Tell whether a guess is right; one that leaves the script open, or names the macrolanguage, is not wrong.

    >>> is_same("zh-Hant", "zh"), is_same("zh-Hant", "zh-Hans"), is_same("ckb", "ku"), is_same("ku", "ckb")
    (True, False, True, False)
    """
    language = language_of(gold)
    if language_of(guess) not in {language, _WIDER.get(language, language)}:
        return False
    return gold == guess or "-" not in gold or "-" not in guess
