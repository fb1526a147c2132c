"""Finds sentences in which a site speaks to its readers: share this, subscribe, tell a friend.

Called by the boilerplate annotator. Such a line has no set wording, but it names something to do with a page
(share, subscribe, comment), and the page or a reader as its object (this story, our newsletter, a friend),
and it speaks to somebody.
"""

import re

_MAX_CHARS = 160
_MAX_SENTENCES = 3

_DEED = re.compile(
    r"""\b(?: shar(?:e|ing) | subscrib(?:e|ing) | sign\ up | follow | pass\ it\ (?:on|along) | send\ (?:it|this) | tell\ (?:a|your|us|others)
        | join | tap | click | leave | like | comment | forward | recommend | support | donate | download | let\ us\ know
        | help\ others | spread | register | write\ to\ us | e-?mail\ us | become\ a
        | teilen | abonnier\w* | folgen | empfehlen | weitersagen | partagez | abonnez | suivez | inscrivez | faites
        | comparte | compártel[oa] | suscríbete | síguenos | cuéntanos | compartilhe | assine | siga | condividi\w* | iscriviti | seguici
        | поделитесь | подпишитесь | подписывайтесь | расскажите | udostępnij | podziel\ się | zapisz\ się | deel | volg )\b(?!-)
      | 分享 | 转发 | 订阅 | 关注 | 留言 | شارك | اشترك | تابع""",
    re.IGNORECASE | re.VERBOSE,
)
_OBJECT = re.compile(
    r"""\b(?: (?:this|the) \ (?: story | article | post | page | piece | read | video )
        | stor(?:y|ies)\ like | (?:article|piece)s?\ like | like[ds]?\ (?:this|what)
        | (?:our|the) \ (?: page | newsletter | channel | journalism | app | site | readers? | work )
        | inbox | newsletter | a\ (?: friend | comment ) | your\ (?: friends? | comments? | thoughts | views ) | comment\ below
        | (?:fellow|other)\ \w+ | somebody\ you\ know | someone\ you\ know | subscribe | friend | comments
        | diese[nr]?\ (?: artikel | beitrag | geschichte ) | unser\w*\ \w+ | freunde?n? | cet\ article | vos\ amis | ami | notre\ \w+
        | este?\ (?: artículo | historia | artigo ) | est[ae]\ (?: noticia | notícia | historia ) | amig[oa]s? | amici | questo\ articolo
        | boletín | nostra\ \w+ | nossa\ \w+ | статьёй | статьей | новостью | друзьями | друзьям | рассылку | канал
        | znajomy\w* | artykułem | dit\ artikel | vrienden )\b
      | 朋友 | 本文 | 文章 | 公众号 | 我们 | المقال | أصدقا | صفحتنا""",
    re.IGNORECASE | re.VERBOSE,
)
_OPENING = re.compile(
    r"""(?: \W* (?: if\ you | did\ (?:you|this) | do\ you | don['\u2019]t | want | love[ds]? | lik(?:e|ed)\ (?:this|what) | enjoy\w* | why\ not | please | tap
        | click | share | follow | subscribe | sign\ up | join | send | tell | leave | help | support | we\ (?:love|want|would|['\u2019]d) | think | know
        | hat\ (?:ihnen|dir) | gefällt | teilen | folgen | vous\ avez | partagez | abonnez | te\ (?:gustó|ha\ gustado) | ¿ | comparte | gostou | compartilhe
        | ti\ è\ piaciut | condividi | понравил | поделитесь | подпи | podoba | udostępnij | vond | deel )
      | .{0,12} (?: 喜欢 | 如果 | 欢迎 | 请 | 分享 | 关注 | أعجب | شارك ) ) .*""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_SPEECH = re.compile(
    r"[\"\u201c\u201d\u201e\u00ab\u00bb]|\b(?:said|says|told|asked|wrote|according to)\b",
    re.IGNORECASE,
)


def is_appeal(content: str) -> bool:
    """Tell whether a line asks its reader to do something with the page.

    >>> is_appeal("Enjoyed this article? Why not tell a friend about it?")
    True
    >>> is_appeal("Shareholders were told to send their comments by Friday.")
    False
    """
    return (
        len(content) <= _MAX_CHARS
        and _OPENING.match(content) is not None
        and _DEED.search(content) is not None
        and _OBJECT.search(content) is not None
        and _SPEECH.search(content) is None
    )
