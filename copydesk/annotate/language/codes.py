"""The codes that copydesk gives languages: ISO 639-1 where there is one, else ISO 639-3.

Called by `tags` for what engines answer, and by the evaluation for gold. Regions and scripts are dropped. A variety
that readers know by its macrolanguage's name gets its code, mostly as ISO 639-3 groups them: `arb`, `ary`, `arz`, `mey` -> `ar`
(no engine tells the varieties of written Arabic reliably), `cmn` -> `zh`, `nob` -> `no`, `zsm` -> `ms`, `plt` ->
`mg`, `prs` -> `fa`, `kmr` -> `ku` (Northern Kurdish, in Latin letters). One with a written standard of its own keeps its
code: `nn`, `yue`, `wuu`, `ltg`, `ckb` (Central Kurdish, in Arabic letters), and `bs`, `hr`, `sr`, `id` anyway.
"""

_PAIRS = """
aar aa abk ab afr af aka ak amh am ara ar arb ar ary ar arz ar acm ar acq ar acw ar acx ar aeb ar afb ar ajp ar apc
ar apd ar arq ar ars ar ayl ar ayn ar ayp ar mey ar shu ar arg an asm as ava av aym ay aze az azj az bak ba bam bm
bel be ben bn bis bi bod bo bos bs bre br bul bg cat ca ces cs cha ch che ce chv cv cmn zh cor kw cos co cre cr cym
cy dan da deu de div dv dzo dz ekk et ell el eng en epo eo est et eus eu ewe ee fao fo fas fa fij fj fin fi fra fr
fry fy ful ff fuc ff fuv ff gla gd gle ga glg gl glv gv grn gn gug gn guj gu hat ht hau ha heb he her hz hin hi hmo
ho hrv hr hun hu hye hy ibo ig ido io iii ii iku iu ile ie ina ia ind id isl is ita it jav jv jpn ja kal kl kan kn
kas ks kat ka kau kr kaz kk khk mn khm km kik ki kin rw kir ky kmr ku kom kv kon kg kor ko kua kj kur ku lao lo lat
la lav lv lvs lv lim li lin ln lit lt ltz lb lub lu lug lg mah mh mal ml mar mr mkd mk mlg mg plt mg mlt mt mon mn
mri mi msa ms zsm ms mya my nau na nav nv nbl nr nde nd ndo ng nep ne npi ne nld nl nno nn nob no nor no nya ny oci
oc oji oj ori or ory or orm om oss os pan pa pli pi pol pl por pt prs fa pes fa pus ps que qu roh rm ron ro run rn
rus ru sag sg san sa sin si slk sk slv sl sme se smo sm sna sn snd sd som so sot st spa es sqi sq als sq srd sc srp
sr ssw ss sun su swa sw swh sw swe sv tah ty tam ta tat tt tel te tgk tg tgl fil tha th tir ti ton to tsn tn tso ts
tuk tk tur tr twi ak tw ak uig ug ukr uk urd ur uzb uz uzn uz uzs uz ven ve vie vi vol vo wln wa wol wo xho xh yid
yi ydd yi yor yo zha za zho zh zul zu iw he in id ji yi jw jv mo ro tl fil nb no
"""


def _read_pairs() -> dict[str, str]:
    words = _PAIRS.split()
    return dict(zip(words[::2], words[1::2], strict=True))


CODES = _read_pairs()
"""Code -> code of copydesk, where they differ."""


def canonical(code: str) -> str:
    """Give the code that copydesk uses for a language.

    >>> canonical("eng-GB"), canonical("zho_TW"), canonical("yue"), canonical("de")
    ('en', 'zh', 'yue', 'de')
    """
    language = code.replace("_", "-").split("-")[0].lower()
    return CODES.get(language, language)
