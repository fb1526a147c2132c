"""The set phrases of pages, in many languages: data for `rules`.

A phrase is matched against a whole line: letter case ignored, white space folded, bullets, arrows, brackets and
emphasis marks around it gone.
"""

# ruff: noqa: RUF001  # letters of many scripts

from dataclasses import dataclass

# Scores are fixed by tier: how often a rule of the tier is right, judged by eye on news archives.
_SCORE_FIXED = 0.99  # the line is a set phrase
_SCORE_LEGAL = 0.95  # a legal notice that opens as only such notices do
_SCORE_OPEN = 0.9  # a set phrase with free text after it


@dataclass(frozen=True, slots=True)
class Rule:
    """A reason code with the whole lines that it stands for.

    Attributes:
        reason: For the analyst.
        score: How sure the rule is.
        pattern: A verbose regular expression.
        is_long: The line may be of any length.
        cues: One of them is in every such line, in lower case. For patterns that do not begin with a fixed
            word: they are tried only where a cue is found.
    """

    reason: str
    score: float
    pattern: str
    is_long: bool = False
    cues: tuple[str, ...] = ()


TIMESTAMP = Rule("timestamp", _SCORE_OPEN, "")

# Each begins with a fixed word or two.
OPENING_RULES = (
    Rule("copyright", _SCORE_LEGAL, r"""
        (?: copyright | \(c\) | © | ©\ ?copyright )
            [\s:]* (?: \(c\) | © | copyright | by )? [\s:]* (?:19|20)\d\d \b .*
        | (?: copyright | © | \(c\) ) .* \ball\ rights\ reserved\b .*
        | (?: all\ rights\ reserved | alle\ rechte\ vorbehalten | tous\ droits\ réservés | wszelkie\ prawa\ zastrzeżone | tutti\ i\ diritti\ riservati | riproduzione\ riservata
            | alle\ rechten\ voorbehouden | všechna\ práva\ vyhrazena | toate\ drepturile\ rezervate | her\ hakkı\ saklıdır
            | tüm\ hakları\ saklıdır | усі\ права\ захищені | minden\ jog\ fenntartva | 無断転載 | 무단\ ?전재
            | todos\ los\ derechos\ reservados | todos\ os\ direitos\ reservados
            | все\ права\ защищены | 版权所有 | جميع\ الحقوق\ محفوظة | حقوق\ النشر\ محفوظة ) .{0,100}
        | no\ part\ of\ this\ (?: publication | website | site | article | material | content )
            \ may\ be\ (?: reproduced | copied | republished | used ) .*
        | this\ (?: material | content )\ may\ not\ be\ (?: published | reproduced ) .*
        """, is_long=True),
    Rule("disclaimer", _SCORE_LEGAL, r"""
        (?: disclaimer | haftungsausschluss | avertissement\ légal | descargo\ de\ responsabilidad
            | aviso\ legal | отказ\ от\ ответственности | 免责声明 ) \s? [:\uff1a] .*
        """, is_long=True),
    Rule("advertisement", _SCORE_FIXED, r"""
        (?: ad | ads | advertisement | advertising | advert | sponsored(?:\ (?: content | links? ))?
            | paid\ content | promoted(?:\ content)?
            | anzeige | werbung | publicité | publicidad | publicidade | anuncio | anúncio | pubblicità | advertentie
            | annons | annonce | mainos | reklama? | hirdetés | publicitate | inzerce | διαφήμιση | iklan | quảng\ cáo | विज्ञापन
            | реклама | 广告 | 廣告 | 広告 | 광고 | إعلان | اعلان | إعلانات | آگهی | تبلیغات | פרסומת )
        (?: \s? [-:\u2013\u2014.]? \s? (?: continue\ reading(?:\ below|\ the\ main\ story)?
            | scroll\ (?:to\ continue|for\ more) | story\ continues\ below
            | skip\ (?:ad|advertisement) ) )? [.:]?
        """),
    Rule("continued", _SCORE_FIXED, r"""
        (?: story | article ) \ continue[sd] \ (?: below | after\ (?: advertisement | the\ ad ) )
            (?: \ (?: advertisement | this\ ad ) )?
        | continue\ reading (?: \ below | \ the\ main\ story )?
        | (?: more | see\ also ) \ (?: from\ this\ section | on\ this ) | more\ from\ [\w.&\ -]{1,25} :
        | (?: continua\ após | la\ suite\ après | sigue\ leyendo\ después\ de ) \ (?: a | la | cette ) \ publici(?:dade|té|dad)
        | scroll\ down\ for\ (?: more | video ) | (?: read | show | load | see ) \ more
        | (?: czytaj | leggi | lees | läs | les | læs | číst ) \ (?: dalej | więcej | tutto | di\ più | verder | meer | mer | mere | dál | více )
        | devamını\ oku | devamı | baca\ selengkapnya | diğer\ haberler | διαβάστε\ περισσότερα | もっと見る | 続きを読む | 더보기 | और\ पढ़ें
        | weiterlesen | lire\ la\ suite | leer\ más | leia\ mais | читать\ далее | читайте\ также
        | 阅读更多 | 阅读全文 | 查看全文 | 查看原文 | 展开全文 | اقرأ\ المزيد | اقرأ\ أيضا(?:ً)? | المزيد
        """),
    Rule("related", _SCORE_OPEN, r"""
        (?: read\ (?: more | also | next ) | also\ read | see\ also | related | recommended
            | related\ (?: articles? | stor(?:y|ies) | links? | coverage | content | topics )
            | more\ (?: stories | coverage | on\ this ) | you\ (?: may | might ) \ (?: also\ )?
              (?: like | be\ interested\ in ) | photos | pictures | gallery | slideshow
            | lesen\ sie\ (?: auch | mehr ) | mehr\ zum\ thema | lire\ aussi | à\ lire\ aussi
            | sur\ le\ même\ sujet | te\ puede\ interesar | más\ noticias | lea\ también | lee\ también | le\ puede\ interesar | leia\ também
            | veja\ também | читайте\ также | по\ теме | 相关阅读 | 相关新闻 | 延伸阅读
            | اقرأ\ أيضا(?:ً)? | اقرأ\ المزيد | شاهد\ أيضا(?:ً)? )
        \s? [:\uff1a] .*
        | mehr\ zum\ thema | te\ puede\ interesar | más\ noticias | (?: from\ )? around\ the\ web | sur\ le\ même\ sujet | 相关阅读 | 相关新闻 | 延伸阅读
        | (?: related | more ) \ (?: articles | stories | links | coverage | content | topics )
        | slideshow\ \(\d+\ images?\) | photos | most\ (?: read | popular )
        | you\ (?: may | might ) \ also\ (?: like | be\ interested\ in )
        | (?: also\ )? on\ \S+\.(?: com | net | org | co\.uk ) (?: : .{3,150} | \ .{10,150} (?<![.!?]) )
        | more\ (?: great\ | top\ )? [\w.&\ ]{1,25} \ (?: stories | news | coverage | videos )
        | (?: popular | trending ) \ (?: on | now | in ) \b .{0,25} | read\ next | up\ next
        | (?: recommended | suggested ) (?: \ for\ you | \ stories | \ articles | \ reading )?
        | (?: leggi\ anche | potrebbe\ interessarti | czytaj\ (?: też | także | również ) | zobacz\ (?: też | także )
            | lees\ ook | läs\ (?: också | mer | även ) | les\ også | læs\ også | lue\ myös | citește\ și | přečtěte\ si
            | διαβάστε\ (?: επίσης | ακόμη | ακόμα ) | δείτε\ (?: επίσης | ακόμη | ακόμα ) | ilgili\ haberler? | baca\ juga
            | 関連記事 | 関連ニュース | 관련\ ?기사 | यह\ भी\ पढ़ें | xem\ thêm ) (?: \ su )? (?: \s? [:\uff1a] .* )?
        """),
    Rule("share", _SCORE_FIXED, r"""
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
        | \d{1,6} \ (?: shares? | comments? | views? | likes? | kommentare? | commentaires? | comentarios?
            | comentários? | commenti | komentarz(?:e|y)? | комментари(?:й|я|ев) )
        | share\ (?: your\ thoughts | with\ friends ) .{0,40} | bagikan | condividi | udostępnij | delen | dela | del
        | (?: comments? | kommentare? | commentaires? | comentarios ) \ \(\d+\)
        """),
    Rule("subscribe", _SCORE_OPEN, r"""
        (?: sign\ up | subscribe | register ) \ (?: now | here | today
            | (?: for | to ) \ (?: our | the | daily | weekly | free | your ) \b ) .*
        | (?: sign\ up | subscribe ) [.!]?
        | (?: get | receive ) \b .{0,120} \b (?: to | in ) \ your\ (?: inbox | e-?mail ) \b .*
        | by\ (?: signing\ up | subscribing ) ,? \ you\ agree\ .*
        | (?: jetzt\ )? (?: newsletter\ (?: abonnieren | bestellen ) | abonnieren )
        | zum\ newsletter\ anmelden .* | (?: abonnez-vous | inscrivez-vous ) \b .*
        | suscr[ií]b(?:ete|ase) \b .* | (?: assine | inscreva-se ) \ (?: a | o | nossa | em | no | na ) \b .*
        | подпи(?:шитесь|сывайтесь) \ на \b .* | iscriviti\ (?: alla | a ) \b .* | zapisz\ się\ (?: na | do ) \b .*
        | (?: schrijf\ je\ in | meld\ je\ aan ) \ voor \b .* | prenumerera\ på \b .* | (?: inscreva-se | assine ) [.!]? | 订阅 .{0,20} | اشترك \ (?: في | الآن ) .*
        | newsletter (?: \ sign[ -]?up )?
        """),
    Rule("follow", _SCORE_OPEN, r"""
        follow\ (?: us | me | him | her | them | @\w+ | [\w&'\u2019. -]{1,50} ) (?: \ on | \ at | \ via ) \b
            .{0,20} \b (?: twitter | facebook | instagram | x | linkedin | youtube | telegram | tiktok
            | whatsapp | google\ news | social\ media ) \b .*
        | (?: follow\ @\w+ [\s.,]* (?:and\ )? ){1,5}
        | (?: like | find | join ) \ us\ on\ (?: facebook | twitter | instagram | telegram | whatsapp ) \b .*
        | folgen\ sie\ uns\ .* | suivez-nous\b .* | s[ií](?:guenos|ganos) \ en \b .*
        | seguici\ su \b .* | śledź\ nas \b .* | obserwuj\ nas \b .* | volg\ ons \b .* | siga(?:-nos|\ o\b|\ a\b) .{0,60} \b (?: twitter | facebook | instagram ) .*
        | следите\ за\ нами \b .* | 关注我们 .* | تابعونا .* | تابعنا .*
        | e-?mail\ [\w.'\u2019\ ]{2,40} \ at\ \S+@\S+ .{0,100}
        | (?: twitter | facebook | instagram ) (?: \.com/ | \s?:\s? @? ) [\w.]+
        """),
    Rule("cookies", _SCORE_OPEN, r"""
        (?: we | this\ (?: site | website | page ) | our\ (?: site | website ) )
            (?: \ and\ our\ partners )? \ uses?\ cookies \b .*
        | (?: accept | manage | reject ) \ (?: all\ )? cookies
        | wir\ verwenden\ cookies .* | nous\ utilisons\ des\ cookies .*
        | (?: utilizamos | usamos ) \ cookies .* | (?: política\ de\ cookies | cookie[ -]?(?:policy|einstellungen|settings) ) | мы\ используем\ (?: файлы\ )? cookie .*
        """),
    Rule("credit", _SCORE_OPEN, r"""
        (?: (?: photo | image | picture | video | file\ photo ) (?: \ (?: credit | by | courtesy(?:\ of)? ) )?
            | (?: reuters | ap | afp ) \ (?: file\ )? photo
            | photograph(?:er)? | illustration | credit | foto | fotos | bild | quelle | crédit\ photo | crédito | фото | 图
            | 图片来源 | 来源 | 來源 | 责任编辑 | 責任編輯 | 编辑 | fonte | źródło | zdroj | источник | bron | autor | autore
            | تصوير ) \s? [:\uff1a] .{0,90}
        | \(? (?: reuters | ap | afp | epa | getty(?:\ images)? | xinhua | dpa )
            (?: \ (?: photo | images ) )? / [^.!?]{1,70} \)?
        | image\ copyright\ .{1,60}
        | (?: image | media ) \ caption\ .{1,200}
        | (?: photo | image | picture ) (?:graph)? s? \ (?: by | courtesy\ of | credits?\ ?: ) \ [^.!?]{2,80}
        | (?: image | photo | slide ) \ \d{1,3} \ of\ \d{1,3}
        | \(? (?: additional\ | further\ )? (?: reporting | writing ) \ by \b .{2,180}
        | \(? (?: getty(?:\ images)? | shutterstock | istock | associated\ press | ap\ photo
            | reuters\ photo | foto | фото | fot\. ) \)? | © [^.!?]{2,60}
        """),
    Rule("byline", _SCORE_OPEN, r"""
        (?: written\ )? (?: by | von | par | por | от | di ) \ (?-i: [^\W\d_a-z] [\w.'\u2019-]* )
            (?: ,? \ (?: and\ | und\ | et\ | y\ | e\ | и\ )? (?-i: [^\W\d_a-z] [\w.'\u2019-]* ) ){1,7}
            (?: \ ? [|,/\u2013\u2014-] .{0,60} )?
        """),
    Rule("timestamp", _SCORE_OPEN, r"""
        (?: (?: first\ | last\ )? (?: published | updated | posted | modified ) | veröffentlicht | aktualisiert | stand
            | publié(?:\ le)? | mis\ à\ jour | publicado | actualizado | atualizado | pubblicato | aggiornato | opublikowano
            | aktualizacja | опубликовано | обновлено | yay\u0131nlanma | güncelleme | dipublikasikan ) \b
            (?= .* \d ) [^.!?]{0,15} (?: [ap]\.m\. | [^!?] ){0,60}
        | \d+ \ ?-? (?: min(?:ute)?s?\.? ) \ (?: read | lesezeit | de\ lecture | de\ lectura | de\ leitura | di\ lettura )
        | (?: reading\ time | lesezeit | tempo\ de\ leitura | tiempo\ de\ lectura | temps\ de\ lecture
            | czas\ czytania | время\ чтения | tempo\ di\ lettura ) .{0,20}
        """),
    Rule("tags", _SCORE_OPEN, r"""
        (?: tags? | filed\ under | topics | keywords | related\ topics | etiquetas | schlagw[oö]rter | schlagworte | теги
            | tagi | mots[-\ ]clés | ετικέτες | etiketler | 标签 | 標籤 | 关键词 | キーワード ) \s? [:\uff1a] .{0,180}
        | tags? | related\ topics | теги | tagi | etiquetas | schlagworte
        """),
    Rule("url", _SCORE_FIXED, r"""
        (?: url | link | permalink | short\ link | (?: read | see ) \ more\ at ) \s? [:\uff1a] \s? (?: https?:// | www\. ) \S+
        """),
    Rule("prompt", _SCORE_OPEN, r"""
        (?: \.\.\.\ ? )? (?: less | more ) |
        (?: click | tap ) \ here\ (?: to | for ) \b .*
        | (?: download | get ) \ (?: the | our ) \ [\w ]{0,30} \b app \b .{0,40}
        | (?: watch | listen\ to ) \ (?: the\ )? (?: latest\ video | live ) \b .{0,60}
        | listen\ to\ (?: this\ )? article \b .{0,60}
        """),
    Rule("page_control", _SCORE_FIXED, r"""
        (?: loading | please\ wait ) \s? (?: \.{1,3} | \u2026 )? | skip\ to\ (?: main\ )? content
        | (?: back\ to\ top | close | menu | search | home | log\ in | sign\ in | next | previous
            | (?: hide | show | toggle ) \ caption | print\ this\ page | view\ comments | leave\ a\ comment )
        | (?: this\ video | media\ playback ) \ (?: is | can\ ?not\ be ) \b .{0,60} \b
            (?: unsupported | played | loaded ) \b .{0,30}
        | (?: zum\ inhalt\ springen | aller\ au\ contenu | ir\ al\ contenido | pular\ para\ o\ conteúdo | vai\ al\ contenuto
            | przejdź\ do\ treści | anmelden | se\ connecter | s['\u2019]abonner | iniciar\ sesión | accedi | abbonati | zaloguj\ się
            | войти | вход | главная | 登录 | 首页 | impressum | datenschutz | mentions\ légales | privacy (?:\ policy)?
            | terms\ of\ (?: use | service ) | our\ standards\s?:.* )
        | (?: please\ )? enable\ javascript \b .* | undefined | \[? (?: image | pullquote | video ) \]?
        """),
)  # fmt: skip

# These may begin with anything.
CUED_RULES = (
    Rule("copyright", _SCORE_LEGAL, r"""
        .{0,60} \ball\ rights\ reserved [.!]? | [^.!?]{0,150} © [^.!?]{0,60}
        """, cues=("all rights reserved", "©")),
    Rule("subscribe", _SCORE_OPEN, r"""
        .{0,120} \b (?: newsletter | inbox ) \b .{0,60} \b (?: sign\ up | subscribe ) \ here [.!]?
        """, cues=("newsletter", "inbox")),
    Rule("follow", _SCORE_OPEN, r"""
        .{0,60} \b (?: follow | reach | contact ) \ (?: us | me | him | her | them | the\ reporters?
            | [\w.'\u2019\ ]{2,40} ) \ (?: on\ twitter | on\ facebook | on\ instagram | @\w+ | at\ \S+@\S+ ) .{0,80}
        """, cues=("follow ", "reach ", "contact ")),
    Rule("credit", _SCORE_OPEN, r"""
        [\w.'\u2019\ -]{3,50} / (?: [\w\ ]{2,25} / )? (?: reuters | ap | afp | getty\ images )
        | [^.!?]{3,70} \ (?: via | [-\u2013\u2014] ) \ getty\ images
        | .{3,160} \ contributed\ (?: reporting | (?: reporting\ )? to\ this\ (?: report | story | article ) ) \b .{0,60}
        """, cues=("/", "getty images", " contributed ")),
    Rule("prompt", _SCORE_OPEN, r"""
        [^.!?]{0,60} \b click(?:ing)?\ here \b [^.!?]{0,40} [.!]?
        """, cues=("click here", "clicking here")),
    Rule("caption", _SCORE_OPEN, r"""
        .{20,230} [(\[] (?: [^()]{0,60} [/,;:\ ] )? (?: getty\ images | ap\ photo | shutterstock | istock | afp\ photo
            | epa-efe | image\ credit | photo\ credit | photo: | image: | credit: | photo\ by | foto: | фото: )
            [^()]{0,80} [)\]] \.?
        | .{0,280} (?-i: REUTERS/[\w.\ ]{2,40} | AP\ Photo/[^()]{2,40} | / \ ?AP\ file | [|/,]\ ? Getty\ Images
            | via\ Getty\ Images | via\ AP ) \)? \.?
        | file\ (?: photo | picture | image ) \s?: .{2,280}
        """, is_long=True, cues=(")", "]", "reuters/", "getty images", "ap photo", "ap file", "via ap", "file ")),
)  # fmt: skip

# What stands over a list of links, and nothing else.
LINK_HEADINGS = r"""(?: related (?:\ (?: articles | stories | links | coverage | content | topics | news | posts ) )?
        | more\ (?: great\ | top\ )? (?: [\w.&]{1,20}\ ){0,2} (?: stories | news | coverage | videos | articles )
        | (?: popular | trending | most\ (?: read | popular | viewed ) | recommended | suggested ) \b .{0,25}
        | you\ (?: may | might ) \ also\ (?: like | be\ interested\ in ) | read\ (?: also | next | more ) | see\ also
        | more\ (?: from\ this\ section | on\ this ) \W* | around\ the\ web | up\ next
        | mehr\ zum\ thema | lesen\ sie\ auch | das\ könnte\ (?: sie | dich ) \ auch\ interessieren | meistgelesen
        | lire\ aussi | à\ lire\ aussi | sur\ le\ même\ sujet | les\ plus\ lus | lea\ también | te\ puede\ interesar
        | lo\ más\ leído | noticias\ relacionadas | leia\ (?: também | mais ) | veja\ também | mais\ lidas | leggi\ anche
        | articoli\ correlati | czytaj\ (?: też | także | również | więcej ) | polecamy | zobacz\ (?: też | także )
        | читайте\ также | по\ теме | похожие\ новости | 相关阅读 | 相关新闻 | 延伸阅读 | 関連記事 | 관련\ ?기사
        | اقرأ\ أيضا(?:ً)? )"""
