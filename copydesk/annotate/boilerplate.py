"""The boilerplate annotator: what each line of a document is: title, body or residue of a page.

Called by the pipeline first of all annotators. A label never removes anything. Precision comes
first: a paragraph of the story is worth more than an advertisement that is missed, so every rule
has to fit the whole line, and a long line can only be a legal notice.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from copydesk.records import Document, Line, LineKind, LineLabel

NAME = "boilerplate"
VERSION = "1"

# Scores are fixed by tier: how often a rule of the tier is right, judged by eye on news archives.
_SCORE_FIXED = 0.99  # the line is a set phrase
_SCORE_LEGAL = 0.95  # a legal notice that opens as only such notices do
_SCORE_OPEN = 0.9  # a set phrase with free text after it
_SCORE_METADATA = 1.0  # a title that the sidecar gives
_SCORE_FIRST_LINE = 0.7
_SCORE_BODY = 0.5  # no rule spoke

_MAX_CHARS = 200
_TITLE_LINES = 5
_TITLE_WORDS = 20


@dataclass(frozen=True, slots=True)
class _Rule:
    """A reason code with the whole lines that it stands for; `is_long` lifts the length limit."""

    reason: str
    score: float
    pattern: str
    is_long: bool = False


# Patterns are matched against the whole line, letter case ignored, white space folded, after
# bullets, arrows, brackets and emphasis marks around it are gone.
_RULES = (
    _Rule("copyright", _SCORE_LEGAL, r"""
        (?: copyright | \(c\) | © | ©\ ?copyright )
            [\s:]* (?: \(c\) | © | copyright | by )? [\s:]* (?:19|20)\d\d \b .*
        | (?: copyright | © | \(c\) ) .* \ball\ rights\ reserved\b .*
        | .{0,60} \ball\ rights\ reserved [.!]?
        | (?: all\ rights\ reserved | alle\ rechte\ vorbehalten | tous\ droits\ réservés
            | todos\ los\ derechos\ reservados | todos\ os\ direitos\ reservados
            | все\ права\ защищены | 版权所有 | جميع\ الحقوق\ محفوظة | حقوق\ النشر\ محفوظة ) .{0,100}
        | no\ part\ of\ this\ (?: publication | website | site | article | material | content )
            \ may\ be\ (?: reproduced | copied | republished | used ) .*
        | this\ (?: material | content )\ may\ not\ be\ (?: published | reproduced ) .*
        """, is_long=True),
    _Rule("disclaimer", _SCORE_LEGAL, r"""
        (?: disclaimer | haftungsausschluss | avertissement\ légal | descargo\ de\ responsabilidad
            | aviso\ legal | отказ\ от\ ответственности | 免责声明 ) \s? [:\uff1a] .*
        """, is_long=True),
    _Rule("advertisement", _SCORE_FIXED, r"""
        (?: ad | ads | advertisement | advertising | advert | sponsored(?:\ (?: content | links? ))?
            | paid\ content | promoted(?:\ content)?
            | anzeige | werbung | publicité | publicidad | publicidade | anuncio | anúncio
            | реклама | 广告 | 廣告 | إعلان | اعلان | إعلانات )
        (?: \s? [-:\u2013\u2014.]? \s? (?: continue\ reading(?:\ below|\ the\ main\ story)?
            | scroll\ (?:to\ continue|for\ more) | story\ continues\ below
            | skip\ (?:ad|advertisement) ) )? [.:]?
        """),
    _Rule("continued", _SCORE_FIXED, r"""
        (?: story | article ) \ continue[sd] \ (?: below | after\ (?: advertisement | the\ ad ) )
            (?: \ (?: advertisement | this\ ad ) )?
        | continue\ reading (?: \ below | \ the\ main\ story )?
        | (?: more | see\ also ) \ (?: from\ this\ section | on\ this ) | more\ from\ [\w.&\ -]{1,25} :
        | scroll\ down\ for\ (?: more | video ) | (?: read | show | load | see ) \ more
        | weiterlesen | lire\ la\ suite | leer\ más | leia\ mais | читать\ далее | читайте\ также
        | 阅读更多 | 阅读全文 | 展开全文 | اقرأ\ المزيد | اقرأ\ أيضا(?:ً)? | المزيد
        """),
    _Rule("related", _SCORE_OPEN, r"""
        (?: read\ (?: more | also | next ) | also\ read | see\ also | related | recommended
            | related\ (?: articles? | stor(?:y|ies) | links? | coverage | content | topics )
            | more\ (?: stories | coverage | on\ this ) | you\ (?: may | might ) \ (?: also\ )?
              (?: like | be\ interested\ in ) | photos | pictures | gallery | slideshow
            | lesen\ sie\ (?: auch | mehr ) | mehr\ zum\ thema | lire\ aussi | à\ lire\ aussi
            | sur\ le\ même\ sujet | lea\ también | lee\ también | le\ puede\ interesar | leia\ também
            | veja\ também | читайте\ также | по\ теме | 相关阅读 | 相关新闻 | 延伸阅读
            | اقرأ\ أيضا(?:ً)? | اقرأ\ المزيد | شاهد\ أيضا(?:ً)? )
        \s? [:\uff1a] .*
        | mehr\ zum\ thema | sur\ le\ même\ sujet | 相关阅读 | 相关新闻 | 延伸阅读
        | (?: related | more ) \ (?: articles | stories | links | coverage | content | topics )
        | slideshow\ \(\d+\ images?\) | photos | most\ (?: read | popular )
        | you\ (?: may | might ) \ also\ (?: like | be\ interested\ in )
        """),
    _Rule("share", _SCORE_FIXED, r"""
        (?: share | tweet | pin | post | print | e-?mail | save | like | comments? | whatsapp
            | facebook | twitter | x | linkedin | pinterest | reddit | instagram | telegram | youtube
            | copy\ link | link | teilen | drucken | partager | compartir | compartilhar
            | поделиться | вконтакте | 分享 | 微信 | 微博 | مشاركة | شارك )
        (?: [\s|/,·•]+ (?: share | tweet | pin | post | print | e-?mail | save | like | comments?
            | whatsapp | facebook | twitter | x | linkedin | pinterest | reddit | instagram
            | telegram | youtube | copy\ link | link | via | on | \d{1,6} ) ){1,14}
        | (?: share | tweet | teilen | partager | compartir | compartilhar | поделиться | 分享
            | مشاركة | شارك )
        | share\ (?: this | the ) \ (?: story | article | page | post | video )
            (?: \ (?: on | via | with | share ) \b .{0,60} )? [.!:]?
        | (?: if | do ) \ you\ like(?:d)?\ this\ (?: story | article ) [,?] \ share\ .{0,60}
        | read\ or\ share\ this\ story: .*
        """),
    _Rule("subscribe", _SCORE_OPEN, r"""
        (?: sign\ up | subscribe | register ) \ (?: now | here | today
            | (?: for | to ) \ (?: our | the | daily | weekly | free | your ) \b ) .*
        | (?: sign\ up | subscribe ) [.!]?
        | (?: get | receive ) \b .{0,120} \b (?: to | in ) \ your\ (?: inbox | e-?mail ) \b .*
        | .{0,120} \b (?: newsletter | inbox ) \b .{0,60} \b (?: sign\ up | subscribe ) \ here [.!]?
        | by\ (?: signing\ up | subscribing ) ,? \ you\ agree\ .*
        | (?: jetzt\ )? (?: newsletter\ (?: abonnieren | bestellen ) | abonnieren )
        | zum\ newsletter\ anmelden .* | (?: abonnez-vous | inscrivez-vous ) \b .*
        | suscr[ií]b(?:ete|ase) \b .* | (?: assine | inscreva-se ) \ (?: a | o | nossa | em | no | na ) \b .*
        | подпи(?:шитесь|сывайтесь) \ на \b .* | 订阅 .{0,20} | اشترك \ (?: في | الآن ) .*
        | newsletter (?: \ sign[ -]?up )?
        """),
    _Rule("follow", _SCORE_OPEN, r"""
        follow\ (?: us | me | him | her | them | @\w+ | [\w&'\u2019. -]{1,50} ) (?: \ on | \ at | \ via ) \b
            .{0,20} \b (?: twitter | facebook | instagram | x | linkedin | youtube | telegram | tiktok
            | whatsapp | google\ news | social\ media ) \b .*
        | (?: follow\ @\w+ [\s.,]* (?:and\ )? ){1,5}
        | (?: like | find | join ) \ us\ on\ (?: facebook | twitter | instagram | telegram | whatsapp ) \b .*
        | folgen\ sie\ uns\ .* | suivez-nous\b .* | s[ií](?:guenos|ganos) \ en \b .*
        | siga(?:-nos|\ o\b|\ a\b) .{0,60} \b (?: twitter | facebook | instagram ) .*
        | следите\ за\ нами \b .* | 关注我们 .* | تابعونا .* | تابعنا .*
        """),
    _Rule("cookies", _SCORE_OPEN, r"""
        (?: we | this\ (?: site | website | page ) | our\ (?: site | website ) )
            (?: \ and\ our\ partners )? \ uses?\ cookies \b .*
        | (?: accept | manage | reject ) \ (?: all\ )? cookies
        | wir\ verwenden\ cookies .* | nous\ utilisons\ des\ cookies .*
        | (?: utilizamos | usamos ) \ cookies .* | мы\ используем\ (?: файлы\ )? cookie .*
        """),
    _Rule("credit", _SCORE_OPEN, r"""
        (?: (?: photo | image | picture | video | file\ photo ) (?: \ (?: credit | by | courtesy(?:\ of)? ) )?
            | (?: reuters | ap | afp ) \ (?: file\ )? photo
            | photograph(?:er)? | illustration | credit | foto | fotos | bild | quelle | crédit\ photo | crédito | фото | 图
            | 图片来源 | تصوير ) \s? [:\uff1a] .{1,90}
        | \(? (?: reuters | ap | afp | epa | getty(?:\ images)? | xinhua | dpa )
            (?: \ (?: photo | images ) )? / [^.!?]{1,70} \)?
        | [\w.'\u2019\ -]{3,50} / (?: [\w\ ]{2,25} / )? (?: reuters | ap | afp | getty\ images )
        | [^.!?]{3,70} \ (?: via | [-\u2013\u2014] ) \ getty\ images
        | image\ copyright\ .{1,60}
        """),
    _Rule("url", _SCORE_FIXED, r"""
        (?: (?: url | link | source ) : \s? )? (?: https?:// | www\. ) \S+
        """),
    _Rule("prompt", _SCORE_OPEN, r"""
        (?: click | tap ) \ here\ (?: to | for ) \b .*
        | (?: download | get ) \ (?: the | our ) \ [\w ]{0,30} \b app \b .{0,40}
        | (?: watch | listen\ to ) \ (?: the\ )? (?: latest\ video | live ) \b .{0,60}
        | listen\ to\ (?: this\ )? article \b .{0,60}
        """),
    _Rule("page_control", _SCORE_FIXED, r"""
        (?: loading | please\ wait ) \s? (?: \.{1,3} | \u2026 )? | skip\ to\ (?: main\ )? content
        | (?: back\ to\ top | close | menu | search | home | log\ in | sign\ in | next | previous
            | (?: hide | show | toggle ) \ caption | print\ this\ page | view\ comments | leave\ a\ comment )
        | (?: this\ video | media\ playback ) \ (?: is | can\ ?not\ be ) \b .{0,60} \b
            (?: unsupported | played | loaded ) \b .{0,30}
        | (?: please\ )? enable\ javascript \b .* | undefined | \[? (?: image | pullquote | video ) \]?
        """),
)  # fmt: skip

_EDGE_MARKS = " \t*_#>|\u2022\u00b7\u25ba\u25b6\u2192\u00bb\u203a-\u2013\u2014"
_BRACKETS = {"(": ")", "[": "]"}

_CLOSING_QUOTES = "\"'\u2019\u201d\u00bb)"
_FULL_STOPS = (".", "\u2026", "\u3002", "\uff0e", "\u0964", "\u06d4", ":", ";", ",")
# Not a title: a slug of the wire, where and when copy was filed, who wrote it, a bare date or age, a
# caption, and what sites put over a text.
_NOT_TITLE = r"""
    (?-i: [A-Z0-9] [A-Z0-9/_.-]* (?: / [A-Z0-9/\ ()-]+ )? )
    | (?: published | updated | posted | date | by | author | written\ by | publicado | actualizado
        | fecha | por | autor | data | publi\u00e9 | mis\ \u00e0\ jour | par | auteur
        | ver\u00f6ffentlicht | stand | datum | von | опубликовано | дата | автор
        ) \s? : .{0,80}
    | \d{1,2} \.? \ (?: de\ )? [^\W\d_]+ \ (?: de\ )? \d{4} (?: \ [^\W\d_]+ )?
    | .{0,60} \( (?: reuters | ap | afp | dpa | tass | efe | ansa | xinhua | upi | pti | ips ) \) .*
    | .* \( [^()]* \b (?: reuters | ap | afp | getty\ images ) \b [^()]* \)
    | (?-i: [^\W\d_a-z] [\w.'\ ]{1,30} ) , \ .{0,30} \ [-\u2013\u2014] \ .*
    | \w+ (?: \ \w+ )? \ [\u2013\u2014] \ [\w()]+ (?: \ [\w()]+ )?
    | (?: by | von | par | por | от ) \ (?-i: [^\W\d_a-z] [\w.'\u2019-]*
        (?: \s+ (?: and\ )? [^\W\d_a-z] [\w.'\u2019-]* ){0,5} )
    | (?-i: [A-Z] [\w.'\u2019-]* \ [A-Z] [\w.'\u2019-]* )
    | [\d\s./:,-]+ | \d+ \ (?: year | month | week | day | hour | minute | min ) s? \ ago
    | (?: published | updated | posted | image\ (?: copyright | caption ) | media\ playback
        | story\ highlights | next\ image | link\ copied | listen | watch ) \b .*
"""


def annotate(document: Document) -> tuple[LineLabel, ...]:
    """Give one label for each line of a document: what `lines` says of kind, reason and score.

    Args:
        document: Normalised and segmented.

    Returns:
        Labels in the order of `document.lines`; at most one line is a title.
    """
    contents = [document.text[line.start_char : line.end_char] for line in document.lines]
    labels = [
        _label_line(line, content) for line, content in zip(document.lines, contents, strict=True)
    ]
    title = _find_given_title(document, contents) or _find_first_title(document, contents, labels)
    if title is not None:
        index, label = title
        labels[index] = label
    return tuple(labels)


def _label_line(line: Line, content: str) -> LineLabel:
    """Label a line by the first rule that fits all of it."""
    folded = " ".join(_unwrap(content).split())
    for rule in _RULES:
        if (rule.is_long or len(content) <= _MAX_CHARS) and _compile(rule.pattern).fullmatch(
            folded
        ):
            return LineLabel(line.line_no, LineKind.BOILERPLATE, rule.reason, rule.score)
    return LineLabel(line.line_no, LineKind.BODY, "default", _SCORE_BODY)


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


def _unwrap(content: str) -> str:
    """Give a line without the marks and the pair of brackets around it."""
    bare = content.strip(_EDGE_MARKS)
    if bare and _BRACKETS.get(bare[0]) == bare[-1]:
        bare = bare[1:-1].strip(_EDGE_MARKS)
    return bare


def _find_given_title(document: Document, contents: Sequence[str]) -> tuple[int, LineLabel] | None:
    """Find the line that repeats the title of the metadata."""
    title = _fold(document.metadata.title or "")
    for index, content in enumerate(contents[:_TITLE_LINES]):
        if title and _fold(content) == title:
            line_no = document.lines[index].line_no
            return index, LineLabel(line_no, LineKind.TITLE, "metadata_title", _SCORE_METADATA)
    return None


def _find_first_title(
    document: Document, contents: Sequence[str], labels: Sequence[LineLabel]
) -> tuple[int, LineLabel] | None:
    """Take for the title the first line that is set like one, past slugs, bylines and date lines."""
    for index, content in enumerate(contents[: min(_TITLE_LINES, len(contents) - 1)]):
        if labels[index].kind is not LineKind.BODY or _is_head_matter(content):
            continue
        if not _is_title_like(content) or not _is_set_off(document, contents, index):
            return None
        line_no = document.lines[index].line_no
        return index, LineLabel(line_no, LineKind.TITLE, "first_line", _SCORE_FIRST_LINE)
    return None


def _is_head_matter(content: str) -> bool:
    """Tell whether a line says who wrote the text, when or where: what stands about a title."""
    return len(content) <= _MAX_CHARS and bool(_compile(_NOT_TITLE).fullmatch(content))


def _is_title_like(content: str) -> bool:
    """Tell whether a line is short and reads as a title rather than a sentence or a byline."""
    if len(content) > _MAX_CHARS or len(content.split()) > _TITLE_WORDS:
        return False
    if content.rstrip(_CLOSING_QUOTES).endswith(_FULL_STOPS):
        return False
    return any(map(str.isalpha, content))


def _is_set_off(document: Document, contents: Sequence[str], index: int) -> bool:
    """Tell whether a blank line, a longer line or head matter follows."""
    line, following = document.lines[index : index + 2]
    is_longer = len(contents[index + 1]) > len(contents[index])
    return is_longer or following.line_no > line.line_no + 1 or _is_head_matter(contents[index + 1])


def _fold(text: str) -> str:
    """Give a text without differences of letter case and white space."""
    return " ".join(text.split()).casefold()
