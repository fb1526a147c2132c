"""Language codes of gold data and of other systems as the tags that copydesk gives, and sets of languages.

Called by the tasks on languages. The language is ISO 639-1 where there is a code, else ISO 639-3; individual languages
that copydesk gives under their macrolanguage get its code (`arb` -> `ar`, `nob` -> `no`), as ISO 639-3 groups them, and
Dari counts as Persian. Regions are dropped. A script stays where gold has one language in two: Chinese and Serbian.
"""

_PAIRS = """
aar aa abk ab afr af aka ak amh am ara ar arb ar arg an asm as ava av aym ay aze az azj az bak ba bam bm bel be
ben bn bis bi bod bo bos bs bre br bul bg cat ca ces cs cha ch che ce chv cv cmn zh cor kw cos co cre cr
cym cy dan da deu de div dv dzo dz ekk et ell el eng en epo eo est et eus eu ewe ee fao fo fas fa fij fj fin fi
fra fr fry fy ful ff fuc ff gla gd gle ga glg gl glv gv grn gn guj gu hat ht hau ha hbs sh heb he her hz hin hi
hmo ho hrv hr hun hu hye hy ibo ig ido io iii ii iku iu ile ie ina ia ind id isl is ita it jav jv jpn ja kal kl
kan kn kas ks kat ka kau kr kaz kk khk mn khm km kik ki kin rw kir ky kmr ku kom kv kon kg kor ko kua kj kur ku
lao lo lat la lav lv lvs lv lim li lin ln lit lt ltz lb lub lu lug lg mah mh mal ml mar mr mkd mk mlg mg plt mg
mlt mt mon mn mri mi msa ms zsm ms mya my nau na nav nv nbl nr nde nd ndo ng nep ne npi ne nld nl nno nn nob no
nor no nya ny oci oc oji oj ori or ory or orm om oss os pan pa pli pi pol pl por pt prs fa pes fa pus ps que qu
roh rm ron ro run rn rus ru sag sg san sa sin si slk sk slv sl sme se smo sm sna sn snd sd som so sot st spa es
sqi sq als sq srd sc srp sr ssw ss sun su swa sw swh sw swe sv tah ty tam ta tat tt tel te tgk tg tgl fil fil fil
tha th tir ti ton to tsn tn tso ts tuk tk tur tr twi ak uig ug ukr uk urd ur uzb uz uzn uz ven ve vie vi vol vo
wln wa wol wo xho xh yid yi ydd yi yor yo zha za zho zh zul zu iw he in id ji yi jw jv mo ro tl fil nb no
fuv ff gug gn kik ki
"""


def _read_pairs() -> dict[str, str]:
    words = _PAIRS.split()
    return dict(zip(words[::2], words[1::2], strict=True))


CODES = _read_pairs()
"""Code of the gold -> code of copydesk, where they differ."""
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
    first, *others = code.replace("_", "-").lower().split("-")
    language = CODES.get(first, first)
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
