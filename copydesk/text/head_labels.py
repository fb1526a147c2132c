"""The words with which the head of a text says who wrote it, when and where: data for `head_lines`.

English and German to full depth; the other languages have what their news sites and agencies print.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


class LabelKind(StrEnum):
    """What a label says."""

    PUBLISHED = "published"
    UPDATED = "updated"
    AUTHOR = "author"
    SOURCE = "source"
    SENDER = "sender"
    TITLE = "title"
    URL = "url"
    LANGUAGE = "language"


FIELDS: Mapping[LabelKind, str | None] = MappingProxyType(
    {
        LabelKind.PUBLISHED: "published_text",
        LabelKind.UPDATED: None,  # the day of a change is not that of publication
        LabelKind.AUTHOR: "author_name",
        LabelKind.SOURCE: "source_name",
        LabelKind.SENDER: None,  # a reporter, an agency or a ministry: nothing tells which
        LabelKind.TITLE: "title",
        LabelKind.URL: "url",
        LabelKind.LANGUAGE: "language_text",
    }
)
"""The field of `Metadata` that a label fills."""

COLON_LABELS: Mapping[str, Mapping[LabelKind, tuple[str, ...]]] = MappingProxyType(
    {
        "en": {
            LabelKind.PUBLISHED: (
                *("published", "published on", "published at", "first published", "posted"),
                *("originally published", "posted on", "posted at", "date", "date published"),
                *("publication date", "published date", "pub date", "pubdate", "issued"),
                *("dateline", "filed", "date posted", "date of publication", "posted date"),
            ),
            LabelKind.UPDATED: (
                *("updated", "updated on", "updated at", "last updated", "last updated on"),
                *("last modified", "modified", "last update", "date updated", "date modified"),
                *("revised", "last revised", "last edited", "corrected"),
            ),
            LabelKind.AUTHOR: (
                *("author", "authors", "author(s)", "by", "byline", "written by", "reported by"),
                *("reporter", "reporters", "words by", "story by", "posted by", "published by"),
            ),
            LabelKind.SOURCE: ("source", "publisher", "publication", "newspaper", "news agency"),
            LabelKind.SENDER: ("from",),
            LabelKind.TITLE: ("title", "headline"),
            LabelKind.URL: (
                "url",
                "link",
                "permalink",
                "web address",
                "source url",
                "original url",
            ),
            LabelKind.LANGUAGE: ("language",),
        },
        "de": {
            LabelKind.PUBLISHED: (
                *("veröffentlicht", "veröffentlicht am", "erschienen", "erschienen am", "datum"),
                *("erstveröffentlicht", "erstellt", "erstellt am", "publiziert", "publiziert am"),
                *("erscheinungsdatum", "veröffentlichungsdatum", "veröffentlichung"),
            ),
            LabelKind.UPDATED: (
                *("aktualisiert", "aktualisiert am", "zuletzt aktualisiert", "stand"),
                *(
                    "zuletzt aktualisiert am",
                    "letzte aktualisierung",
                    "zuletzt geändert",
                    "geändert",
                ),
                *("letzte änderung", "geändert am", "zuletzt bearbeitet"),
            ),
            LabelKind.AUTHOR: (
                *("autor", "autorin", "autoren", "autorinnen", "verfasser", "verfasserin", "von"),
                *("geschrieben von", "ein beitrag von", "ein gastbeitrag von", "bericht von"),
                *("verfasst von", "autor/in", "autor:in"),
            ),
            LabelKind.SOURCE: ("quelle", "herausgeber", "zeitung", "medium", "agentur"),
            LabelKind.SENDER: ("absender",),
            LabelKind.TITLE: ("titel", "überschrift", "schlagzeile"),
            LabelKind.URL: ("adresse", "webadresse", "internetadresse"),
            LabelKind.LANGUAGE: ("sprache",),
        },
        "es": {
            LabelKind.PUBLISHED: (
                *("publicado", "publicado el", "publicada el", "fecha", "fecha de publicación"),
            ),
            LabelKind.UPDATED: ("actualizado", "actualizado el", "última actualización"),
            LabelKind.AUTHOR: ("autor", "autora", "autores", "por", "escrito por", "redacción"),
            LabelKind.SOURCE: ("fuente", "agencia"),
            LabelKind.TITLE: ("título", "titular"),
            LabelKind.URL: ("enlace",),
            LabelKind.LANGUAGE: ("idioma",),
        },
        "fr": {
            LabelKind.PUBLISHED: ("publié", "publié le", "paru le", "date", "date de publication"),
            LabelKind.UPDATED: (
                *(
                    "mis à jour",
                    "mis à jour le",
                    "modifié le",
                    "dernière mise à jour",
                    "mise à jour",
                ),
            ),
            LabelKind.AUTHOR: ("auteur", "auteure", "autrice", "auteurs", "par", "écrit par"),
            LabelKind.SOURCE: ("source", "agence"),
            LabelKind.TITLE: ("titre",),
            LabelKind.URL: ("lien", "adresse"),
            LabelKind.LANGUAGE: ("langue",),
        },
        "pt": {
            LabelKind.PUBLISHED: (
                *("publicado", "publicado em", "publicada em", "data", "data de publicação"),
            ),
            LabelKind.UPDATED: ("atualizado", "atualizado em", "última atualização"),
            LabelKind.AUTHOR: ("autor", "autora", "autores", "por", "escrito por"),
            LabelKind.SOURCE: ("fonte", "agência"),
            LabelKind.TITLE: ("título",),
            LabelKind.LANGUAGE: ("idioma",),
        },
        "it": {
            LabelKind.PUBLISHED: (
                *("pubblicato", "pubblicato il", "data", "data di pubblicazione"),
            ),
            LabelKind.UPDATED: ("aggiornato", "aggiornato il", "ultimo aggiornamento"),
            LabelKind.AUTHOR: ("autore", "autrice", "autori", "di", "a cura di", "scritto da"),
            LabelKind.SOURCE: ("fonte", "agenzia"),
            LabelKind.TITLE: ("titolo",),
            LabelKind.LANGUAGE: ("lingua",),
        },
        "nl": {
            LabelKind.PUBLISHED: ("gepubliceerd", "gepubliceerd op", "datum", "geplaatst op"),
            LabelKind.UPDATED: (
                "bijgewerkt",
                "bijgewerkt op",
                "laatst bijgewerkt",
                "laatste update",
            ),
            LabelKind.AUTHOR: ("auteur", "auteurs", "door", "geschreven door"),
            LabelKind.SOURCE: ("bron",),
            LabelKind.TITLE: ("titel",),
            LabelKind.LANGUAGE: ("taal",),
        },
        "ru": {
            LabelKind.PUBLISHED: ("опубликовано", "дата", "дата публикации", "размещено"),
            LabelKind.UPDATED: ("обновлено", "последнее обновление", "изменено"),
            LabelKind.AUTHOR: ("автор", "авторы", "корреспондент"),
            LabelKind.SOURCE: ("источник", "агентство"),
            LabelKind.TITLE: ("заголовок", "название"),
            LabelKind.URL: ("ссылка", "адрес"),
            LabelKind.LANGUAGE: ("язык",),
        },
        "zh": {
            LabelKind.PUBLISHED: (
                *(
                    "发布时间",
                    "发布日期",
                    "发表时间",
                    "发布于",
                    "时间",
                    "日期",
                    "發布時間",
                    "發佈時間",
                ),
                *("發布日期", "日期", "時間"),
            ),
            LabelKind.UPDATED: ("更新时间", "更新時間", "最后更新", "更新于"),
            LabelKind.AUTHOR: ("作者", "记者", "記者", "本报记者", "撰文", "文"),
            LabelKind.SOURCE: ("来源", "來源", "信息来源", "文章来源", "稿件来源", "出处"),
            LabelKind.TITLE: ("标题", "標題"),
            LabelKind.URL: ("链接", "网址", "原文链接", "連結"),
            LabelKind.LANGUAGE: ("语言", "語言"),
        },
        "ar": {
            LabelKind.PUBLISHED: (
                *("نشر في", "نُشر في", "تاريخ النشر", "نشر بتاريخ", "تم النشر", "تم النشر في"),
                *("التاريخ", "تاريخ"),
            ),
            LabelKind.UPDATED: ("آخر تحديث", "تم التحديث", "تم التحديث في", "حُدث في", "تحديث"),
            LabelKind.AUTHOR: ("بقلم", "الكاتب", "الكاتبة", "كتب", "كتبت", "المؤلف", "المحرر"),
            LabelKind.SOURCE: ("المصدر", "مصدر", "الوكالة"),
            LabelKind.TITLE: ("العنوان",),
            LabelKind.URL: ("الرابط", "رابط"),
            LabelKind.LANGUAGE: ("اللغة",),
        },
    }
)
"""Language -> what a label says -> labels. A colon follows them, in any width."""

DATE_LABELS: Mapping[LabelKind, tuple[str, ...]] = MappingProxyType(
    {
        LabelKind.PUBLISHED: (
            *("published", "first published", "originally published", "posted", "issued", "filed"),
            *("veröffentlicht", "erschienen", "erstellt", "publiziert"),
            *(
                "publicado",
                "publicada",
                "publié",
                "paru",
                "pubblicato",
                "gepubliceerd",
                "geplaatst",
            ),
            *("опубликовано", "размещено", "发布时间", "发布于", "发表于", "نشر", "نُشر"),
        ),
        LabelKind.UPDATED: (
            *("updated", "last updated", "last modified", "modified", "last update", "revised"),
            *("aktualisiert", "zuletzt aktualisiert", "stand", "letzte aktualisierung"),
            *("actualizado", "mis à jour", "mise à jour", "modifié", "atualizado", "aggiornato"),
            *("bijgewerkt", "laatst bijgewerkt", "обновлено", "更新时间", "更新于", "آخر تحديث"),
        ),
    }
)
"""Labels that need no colon where nothing but a date or a time follows."""

DATE_LEADS = ("on", "at", "am", "um", "vom", "le", "el", "em", "il", "op", "в", "في")
"""What may stand between such a label and the date; part of the label."""
BARE_DATE_LABELS = frozenset(
    {"date", "datum", "fecha", "data", "дата", "日期", "时间", "時間", "التاريخ", "تاريخ"}
)
EVENT_LABELS = frozenset(
    {
        *("venue", "location", "place", "where", "admission", "tickets", "entry", "cost"),
        *(
            "ort",
            "veranstaltungsort",
            "eintritt",
            "treffpunkt",
            "lugar",
            "entrada",
            "lieu",
            "entrée",
        ),
        *("luogo", "ingresso", "local", "plaats", "место", "地点", "地點", "المكان"),
    }
)
"""Beside one of these a bare date is that of an event."""

BYLINE_WORDS = frozenset({"by", "von", "par", "por", "door", "di", "written by", "posted by"})
"""What stands before the names of a byline, where nothing but names follows."""
MATCH_CASE_WORDS = frozenset({"di"})
"""Of these the capital is a name: Di Maio."""
CAPITAL_WORDS = frozenset({"BY", "VON"})
"""Of these a headline in capitals begins with no other: PAR PHARMACEUTICAL SEEKS LISTING."""
CHINESE_REPORTERS = ("本报记者", "记者", "記者")

DATE_WORDS = _words("""
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    a.m p.m am pm at on noon midnight st nd rd th of the today yesterday ago minutes hours days
    minute hour day local time o'clock
    januar februar märz maerz mai juni juli oktober dezember jänner mär okt dez
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
    uhr um den der vom seit h min vor minuten stunden tagen
    enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre
    lunes martes miércoles jueves viernes sábado domingo el de del a las horas hrs
    janvier février mars avril juin juillet août septembre octobre novembre décembre
    lundi mardi mercredi jeudi vendredi samedi dimanche le à du et
    janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
    segunda-feira terça-feira quarta-feira quinta-feira sexta-feira em às
    gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
    lunedì martedì mercoledì giovedì venerdì sabato domenica il alle ore
    januari februari maart mei augustus maandag dinsdag woensdag donderdag vrijdag zaterdag zondag op om uur
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря в года год
    понедельник вторник среда четверг пятница суббота воскресенье мск
    янв фев февр мар апр июн июл авг сен сент окт ноя нояб дек ene abr ago set out dez fév févr avr juil aoû
    déc gen mag giu lug ott mrt 年 月 日 时 分 في يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر الساعة ص م
    """)
"""All words of dates and times: what else stands behind a label without a colon makes it a sentence."""

AGENCIES = _words("""
    reuters ap afp dpa upi tass interfax efe ansa xinhua pti ians ani ips kyodo yonhap bernama anadolu aa
    irna wam spa mena petra sana antara apa belga anp ritzau ntb tt stt pap čtk mti lusa
    bloomberg cnn bbc rtr prnewswire globenewswire businesswire sid kna epd ukrinform bns leta elta belta kuna qna nan vna tap aps map
    рейтер тасс риа интерфакс رويترز وام واس قنا كونا أفب دبأ
    """)
"""What may stand in the brackets of a dateline, folded and without full stops."""
AGENCY_WORDS = _words("""
    news press agency associated agence france-presse deutsche presse-agentur trust united international
    ria novosti new times service and the business wire pr newswire globe post
    """)

NAME_PARTICLES = _words(
    """de da do dos das del della di du des la le van von der den zu zum bin ibn al el e y ten ter und af av"""
)
NOT_NAMES = _words("""
    the a an any all every my your our his her their this that these those design popular numbers means
    and or but not no in on at of for from to with without across over under after before between during
    train air land sea land foot car night day law default contrast comparison chance accident proxy
    invitation request order monday tuesday wednesday thursday friday saturday sunday then now what when where who how
    anfang wegen hier heute gestern qué que favor fin fuera ejemplo lo ailleurs exemple contre rapport
    """)
"""What makes a line that begins like a byline a headline: By Any Means Necessary."""
ROLE_WORDS = _words("""
    staff writer writers reporter reporters correspondent correspondents editor editors columnist
    contributor contributing senior political chief special business science health foreign national
    sports technology legal affairs producer producers freelance guest assistant deputy managing
    for to the of in at and news bureau local democracy reporting service reporter, world
    korrespondent korrespondentin redakteur redakteurin reporterin mitarbeiter aus in für und
    envoyé spécial correspondant correspondante journaliste corresponsal enviado especial redactor
    """)

NOT_PLACES = _words("""
    breaking update updates updated exclusive watch video live new opinion analysis editorial column
    correction corrections photos photo gallery read listen poll review interview report reports alert
    warning note summary key facts fact check factbox timeline profile explainer sports politics
    world business tech technology health science entertainment culture travel weather news latest
    file just urgent first bulletin flash developing recap preview feature features commentary letter
    letters obituary podcast quiz newsletter sponsored advertisement eilmeldung exklusiv kommentar
    interview liveticker urgente exclusivo vidéo срочно
    """)
"""Words in capitals before a dash that are no place of a dateline."""
