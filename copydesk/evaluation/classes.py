"""The classes that texts are scored by, and sets of languages.

Called by the tasks on languages. A class is a tag of copydesk: the code of the language, and the script where gold has
one language in two. Regions are none, nor are other scripts.
"""

from copydesk.annotate.language.codes import canonical
from copydesk.annotate.language.tags import code_of

_SCRIPTS = {
    "zh": {"hans": "Hans", "cn": "Hans", "sg": "Hans", "hant": "Hant", "tw": "Hant", "hk": "Hant"},
    "sr": {"cyrl": "Cyrl", "latn": "Latn"},
}
"""Language -> subtag -> script: what parts gold in classes, be it the script or the region that stands for it."""

_LANGDETECT = """
af ar bg bn ca cs cy da de el en es et fa fi fil fr gu he hi hr hu id it ja kn ko lt lv mk ml mr ne nl no pa pl pt
ro ru sk sl so sq sv sw ta te th tr uk ur vi zh
"""
LANGDETECT = frozenset(_LANGDETECT.split())
"""What langdetect knows: 54 languages with 55 codes, Chinese being two."""
_OTHERS_KNOWN = """
aa ab ace ak am an as ay az ba bcl be bho bi bo br bs bug ceb chr ckb co crh crs dv dz eo eu ext ff fj fo fy ga
gcf gcr gd gl gn gom got grc guw gv ha haw hbo hmn ht hy ia ie ig ik is iu jv ka kab kha ki kk kl km ks ku ky la
lb lg lif lij ln lo ltg mfe mg mi mn ms mt my na nn nr nso ny oc om or pcm ps qu rm rn rw sa sco sd se sg si sm sn
sr ss st su syr tg ti tk tn to ts tt ug uz ve vec vo wa war wo wuu xh yi yo yue za zu
"""
KNOWN = LANGDETECT | frozenset(_OTHERS_KNOWN.split())
"""What at least one engine of ours can answer, where all are installed: eldc 0.4, pycld2 0.42, py3langid 0.4 and
langdetect 1.0.9. Fixed here, so that figures mean the same on every machine; a test compares it with the engines. On a
language that is not among them every answer is wrong."""


def class_of(code: str) -> str:
    """Give the class of a code of gold, or of a tag that a system gives.

    >>> class_of("eng-GB"), class_of("zho_TW"), class_of("srp-Latn"), class_of("uzb-Latn")
    ('en', 'zh-Hant', 'sr-Latn', 'uz')
    """
    language = canonical(code)
    scripts = _SCRIPTS.get(language, {})
    subtags = code.replace("_", "-").lower().split("-")[1:]
    script = next((scripts[one] for one in subtags if one in scripts), None)
    return f"{language}-{script}" if script else language


def is_same(gold: str, guess: str) -> bool:
    """Tell whether a guess is right; one that leaves the script open is not wrong. Both are classes.

    >>> is_same("zh-Hant", "zh-Hant"), is_same("zh-Hant", "zh"), is_same("zh-Hant", "zh-Hans")
    (True, True, False)
    """
    if code_of(gold) != code_of(guess):
        return False
    return gold == guess or "-" not in gold or "-" not in guess
