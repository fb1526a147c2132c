"""What engines call languages -> copydesk's tags, and BCP-47 tags with the script where it is needed.

Called by `engines` with every answer, and by the annotator for its column. What an engine's label means is told here
only; which codes copydesk uses, in `codes`.

Sources: BCP 47 (RFC 5646); ISO 15924; the usual scripts are the likely subtags of CLDR 47.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from copydesk.annotate.language.codes import canonical

# Labels that name no language: pycld2's "Unknown", "Ignore", jokes (Bork, Elmer Fudd, hacker, pig Latin) and Klingon,
# which it finds in names ("Kim Jong-un"); eldc's "und".
_NO_LANGUAGE = frozenset({"un", "und", "xxx", "zxx", "zzb", "zze", "zzh", "zzp", "tlh"})
# pycld2 names a script where it knows no language in it.
_SCRIPT_ONLY = "xx-"
_LABELS: Mapping[str, Mapping[str, str]] = {
    # Of the Kurdish languages eldc and pycld2 know the Central one in Arabic letters only: sentences in Northern
    # Kurdish are Turkish or unknown to them.
    "eldc": {"ku": "ckb"},
    "pycld2": {
        "bh": "bho",  # the Bihari group, now withdrawn; what is written of it is Bhojpuri
        "ku": "ckb",
        "xx-Bugi": "bug",  # scripts of one language
        "xx-Goth": "got",
        "zh": "zh-Hans",
        "zh-Hant": "zh-Hant",
    },
    # It has no Central Kurdish, and calls each sentence in it Southern Kurdish, which is hardly written.
    "py3langid": {"sdh": "ckb"},
    "langdetect": {"zh-cn": "zh-Hans", "zh-tw": "zh-Hant"},
}

# Scripts of languages that are not usually written in Latin, by the likely subtags of CLDR 47 (`gom` as its `kok`).
_USUAL_SCRIPTS = {
    "Arab": "ar ckb fa ks ps sd sdh ug ur",
    "Armn": "hy",
    "Avst": "ae",
    "Beng": "as bn mni",
    "Cans": "cr iu oj",
    "Cher": "chr",
    "Cyrl": "ab av ba be bg ce crh cu cv kk kv ky mk mn os ru sr tg tt uk",
    "Deva": "bho brx doi gom hi kok lif mai mr ne new raj sa sck",
    "Ethi": "am ti",
    "Geor": "ka",
    "Goth": "got",
    "Grek": "el grc",
    "Gujr": "gu",
    "Guru": "pa",
    "Hans": "wuu zh",
    "Hant": "yue",
    "Hebr": "hbo he yi",
    "Jpan": "ja",
    "Khmr": "km",
    "Knda": "kn",
    "Kore": "ko",
    "Laoo": "lo",
    "Mlym": "ml",
    "Mymr": "my",
    "Nkoo": "nqo",
    "Olck": "sat",
    "Orya": "or",
    "Sinh": "pi si",
    "Syrc": "syr",
    "Taml": "ta",
    "Telu": "te",
    "Tfng": "zgh",
    "Thaa": "dv",
    "Thai": "th",
    "Tibt": "bo dz",
    "Yiii": "ii",
}
_LATIN = "Latn"
# Written in two scripts so evenly that a tag without one would not tell enough.
_ALWAYS_WITH_SCRIPT = frozenset({"sr", "zh"})
# `Jpan` and `Kore` stand for mixtures; a text may be mostly in either part.
_PARTS = {"Jpan": frozenset({"Hani", "Hira", "Hrkt", "Kana"}), "Kore": frozenset({"Hang", "Hani"})}
# Han letters that do not tell which kind, and codes that name no language, add nothing to a tag.
_UNTOLD = "Hani"
_HAN_SCRIPTS = frozenset({"Hans", "Hant"})
_NO_CODES = frozenset({"mul", "und", "zxx"})


def _invert(scripts: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType(
        {code: name for name, codes in scripts.items() for code in codes.split()}
    )


# Further scripts that newspapers, wires or web sites write a language in (CLDR 47, supplemental/languageInfo).
_OTHER_SCRIPTS = {
    "Arab": "az ha kk ku ky ms pa tg tk tt uz",
    "Cyrl": "az bs crh ku ro tk ug uz",
    "Deva": "ks sat sd",
    "Hebr": "arc lad",
    "Latn": "ber crh ja kab kk ko ks ku mn ru sat sr tt uk ug uz zgh zh",
    "Mong": "mn",
}
USUAL_SCRIPTS = _invert(_USUAL_SCRIPTS)
"""Code -> ISO 15924 script that the language is usually written in, where it is not Latin."""
_MORE_SCRIPTS = {script: frozenset(codes.split()) for script, codes in _OTHER_SCRIPTS.items()}


@cache
def tag_of(engine: str, label: str) -> str | None:
    """Give the tag for an engine's label; None where the label names no language.

    The script is told for Chinese only, where the engine tells it: `zh` of eldc and py3langid stays `zh`.

    >>> tag_of("pycld2", "iw"), tag_of("pycld2", "zh"), tag_of("eldc", "zh"), tag_of("eldc", "und")
    ('he', 'zh-Hans', 'zh', None)
    """
    own = _LABELS[engine].get(label)
    if own is not None:
        return own
    if not label or label in _NO_LANGUAGE or label.startswith(_SCRIPT_ONLY):
        return None
    return canonical(label)


@cache
def code_of(tag: str) -> str:
    """Give the language code of a tag.

    >>> code_of("zh-Hant"), code_of("fil")
    ('zh', 'fil')
    """
    return tag.split("-", 1)[0]


@cache
def is_written_in(code: str, script: str) -> bool:
    """Tell whether texts in a language can be written mostly in a script (ISO 15924).

    >>> is_written_in("sr", "Latn"), is_written_in("ru", "Latn"), is_written_in("th", "Latn"), is_written_in("sv", "Cyrl")
    (True, True, False, False)
    """
    return USUAL_SCRIPTS.get(code, _LATIN) == script or code in _MORE_SCRIPTS.get(script, ())


@cache
def language_tag(code: str, script: str | None) -> str:
    """Give the BCP-47 tag of a language in a script.

    Args:
        code: As copydesk gives it: ISO 639-1, else 639-3.
        script: ISO 15924 code of most of the text's letters; `Hans` or `Hant` where the letters tell which, else
            `Hani`; None where unknown.

    Returns:
        The code alone in the language's usual script and where the script is not known; always with the script in
        Serbian and Chinese.

    >>> language_tag("ru", "Cyrl"), language_tag("ru", "Latn"), language_tag("sr", "Cyrl"), language_tag("ja", "Hira")
    ('ru', 'ru-Latn', 'sr-Cyrl', 'ja')
    """
    usual = USUAL_SCRIPTS.get(code, _LATIN)
    if script is None or code in _NO_CODES or script in _PARTS.get(usual, ()):
        return code
    if script == _UNTOLD and usual in _HAN_SCRIPTS:
        return code
    if script == usual and code not in _ALWAYS_WITH_SCRIPT:
        return code
    return f"{code}-{script}"
