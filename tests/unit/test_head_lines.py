"""Labels, bylines, datelines and addresses at the head of a text; what only looks like one is none."""

from time import perf_counter

import pytest

from copydesk.records import MetadataOrigin
from copydesk.text.head_labels import BARE_DATE_LABELS, COLON_LABELS, DATE_LABELS, FIELDS, LabelKind
from copydesk.text.head_lines import HEAD_LINES, head_lines
from copydesk.text.segment import lines


def read(text):
    return head_lines(text, lines(text))


def said(text):
    return [(item.key, item.value, item.field) for item in read(text)]


BYLINES = [
    ("By Ada Penn", "By", "Ada Penn"),
    ("BY ADA PENN", "BY", "ADA PENN"),
    ("by Ada van der Berg", "by", "Ada van der Berg"),  # particles are small
    ("By A. B. Penn Jr.", "By", "A. B. Penn Jr."),  # a full stop that ends no sentence
    ("By Ada O'Penn and Bo Quill-Roe", "By", "Ada O'Penn and Bo Quill-Roe"),
    ("By ADA PENN and BO QUILL, Staff Writers", "By", "ADA PENN and BO QUILL, Staff Writers"),
    ("By Ada Penn, political editor", "By", "Ada Penn, political editor"),
    ("By Ada Penn in Lisbon", "By", "Ada Penn in Lisbon"),
    ("By April Penn", "By", "April Penn"),  # a month, and a name
    ("By Ada Penn (@ada)", "By", "Ada Penn (@ada)"),
    ("By Ada Penn <ada@gazette.example>", "By", "Ada Penn <ada@gazette.example>"),
    ("By Reuters", "By", "Reuters"),  # one word, but an agency
    ("By: Penn", "By", "Penn"),  # a colon says enough
    ("By Ada Penn - 2024-03-05", "By", "Ada Penn"),
    ("Written by Ada Penn", "Written by", "Ada Penn"),
    ("**By Ada Penn**", "By", "Ada Penn"),  # marks of Markdown
    ("Harbour | By Ada Penn | 5 March 2024", "By", "Ada Penn"),
    ("Author: Ada Penn", "Author", "Ada Penn"),
    ("Von Ada Penn und Bo Quill, Hamburg", "Von", "Ada Penn und Bo Quill, Hamburg"),
    ("Von Ada Penn, dpa", "Von", "Ada Penn, dpa"),
    ("VON ADA PENN", "VON", "ADA PENN"),
    ("Autorin: Ada Penn", "Autorin", "Ada Penn"),
    ("Par Ada Penn", "Par", "Ada Penn"),
    ("Por Ada Penn", "Por", "Ada Penn"),
    ("di Ada Penn", "di", "Ada Penn"),
    ("Door Ada Penn", "Door", "Ada Penn"),
    ("Автор: Ада Пенн", "Автор", "Ада Пенн"),
    ("作者：张三", "作者", "张三"),
    ("记者 张三", "记者", "张三"),
    ("بقلم: آدا بن", "بقلم", "آدا بن"),
]


@pytest.mark.parametrize(("line", "key", "value"), BYLINES)
def test_bylines_name_the_author(line, key, value):
    """Key and value are the words as they stand."""
    assert said(line) == [(key, value, "author_name")]


NO_BYLINES = [
    "By the time the council met, it rained.",
    "By 2020, the harbour was closed",
    "By The Numbers",  # headlines
    "By Any Means Necessary",
    "By Popular Demand",
    "By Train",
    "By Ada Penn said the mayor was late.",
    "By Ada Penn!",
    "By",
    "Bystander Ada Penn",
    "Von der Leyen Warns Of Storm",  # a name that begins as a byline does
    "Von Anfang an war es klar",
    "Von Hamburg nach Kiel",
    "Di Maio Premier",  # in Italian the byline is small
    "PAR TEXTILES SEEK LISTING",  # a headline in capitals
    "Por Qué Votar",
    "Par exemple",
    "Author: the council said it would meet again soon",
    "记者张三报道港口关闭",
]


@pytest.mark.parametrize("line", NO_BYLINES)
def test_headlines_and_sentences_are_no_bylines(line):
    """A capital after "By" is not enough."""
    assert said(line) == []


DATES = [
    ("Published: 5 March 2024 10:15", "Published", "5 March 2024 10:15"),
    ("Published 5 March 2024", "Published", "5 March 2024"),
    (
        "Published on March 5, 2024 at 10:15 a.m. ET",
        "Published on",
        "March 5, 2024 at 10:15 a.m. ET",
    ),
    ("PUBLISHED: Tue., Nov. 19, 2019", "PUBLISHED", "Tue., Nov. 19, 2019"),
    ("**Published:** 5 March 2024", "Published", "5 March 2024"),
    ("Date : 2024-03-05", "Date", "2024-03-05"),
    ("Posted 15 hours ago", "Posted", "15 hours ago"),  # as given
    (
        "Veröffentlicht am 5. März 2024 um 10:15 Uhr",
        "Veröffentlicht am",
        "5. März 2024 um 10:15 Uhr",
    ),
    ("Datum: 5. März 2024", "Datum", "5. März 2024"),
    ("Erstellt: 05.03.2024, 10:15 Uhr", "Erstellt", "05.03.2024, 10:15 Uhr"),
    ("Publié le 5 mars 2024 à 10h15", "Publié le", "5 mars 2024 à 10h15"),
    ("Publicado el 5 de marzo de 2024", "Publicado el", "5 de marzo de 2024"),
    ("Publicado em 5 de março de 2024 às 10h15", "Publicado em", "5 de março de 2024 às 10h15"),
    ("Pubblicato il 5 marzo 2024", "Pubblicato il", "5 marzo 2024"),
    ("Gepubliceerd op 5 maart 2024", "Gepubliceerd op", "5 maart 2024"),
    ("Опубликовано 5 марта 2024 г.", "Опубликовано", "5 марта 2024 г."),
    ("发布时间：2024年3月5日 10:15", "发布时间", "2024年3月5日 10:15"),
    ("تاريخ النشر: 2024/03/05", "تاريخ النشر", "2024/03/05"),
    ("نُشر في 5 مارس 2024", "نُشر في", "5 مارس 2024"),
]


@pytest.mark.parametrize(("line", "key", "value"), DATES)
def test_labels_say_when_a_text_was_published(line, key, value):
    """The value is what stands behind the label, not completed and not parsed."""
    assert said(line) == [(key, value, "published_text")]


CHANGES = [
    "Updated: 6 March 2024",
    "Last modified 6 March 2024",
    "Updated at 5:54 p.m. ET",
    "Stand: 6. März 2024, 10:15 Uhr",
    "Aktualisiert am 6. März 2024",
    "Mis à jour le 6 mars 2024",
    "Обновлено: 6 марта 2024",
    "更新时间：2024-03-06",
]


@pytest.mark.parametrize("line", CHANGES)
def test_the_day_of_a_change_fills_no_field(line):
    """It is kept, but it is not the day of publication, with or without one."""
    assert [field for _, _, field in said(line)] == [None]
    both = said(f"{line}\nPublished: 5 March 2024")
    assert [value for _, value, field in both if field] == ["5 March 2024"]


NO_DATES = [
    "Published: yes",
    "Date: to be announced",
    "Published in 2020, the book sold well.",
    "Published by the council in 2020",
    "Updated numbers of 5 March show a rise",
    "Posted 12 letters to the mayor",
    "Stand 5 was empty",
    "Erschienen am 5. März 2024 im Boten",
    "Date: 5 March 2024 at the town hall",
]


@pytest.mark.parametrize("line", NO_DATES)
def test_sentences_that_begin_with_a_label_are_none(line):
    """Every word behind the label must be one of dates and times."""
    assert said(line) == []


def test_a_bare_date_beside_a_venue_is_that_of_an_event():
    """It fills no field; "Published" still does."""
    text = "Harbour night\nDate: 5 March 2024\nVenue: Old Mole\nPublished: 1 March 2024"
    assert said(text) == [
        ("Date", "5 March 2024", None),
        ("Published", "1 March 2024", "published_text"),
    ]


OTHERS = [
    ("Source: The Gazette", "Source", "The Gazette", "source_name"),
    ("Quelle: dpa", "Quelle", "dpa", "source_name"),  # agencies may be small
    ("来源：新华社", "来源", "新华社", "source_name"),
    ("来源: 港口日报(北京) 有3人参与", "来源", "港口日报(北京)", "source_name"),  # page controls
    ("المصدر: رويترز", "المصدر", "رويترز", "source_name"),
    ("2024年03月05日 10:15 来源：新华网", "来源", "新华网", "source_name"),
    ("Source: https://gazette.example/tide", "Source", "https://gazette.example/tide", "url"),
    ("From: Ada Penn", "From", "Ada Penn", None),  # a reporter or a ministry: nothing tells
    ("Title: Tide", "Title", "Tide", "title"),
    ("Language: en", "Language", "en", "language_text"),
    ("URL: https://gazette.example/tide", "URL", "https://gazette.example/tide", "url"),
    ("https://gazette.example/tide", "address", "https://gazette.example/tide", "url"),
    ("<https://gazette.example/tide>", "address", "https://gazette.example/tide", "url"),
]


@pytest.mark.parametrize(("line", "key", "value", "field"), OTHERS)
def test_other_labels(line, key, value, field):
    """Source, title, language and address."""
    assert said(line) == [(key, value, field)]


NOTHING = [
    "Source: own calculations",
    "Quelle: eigene Berechnungen",
    "Source: The council published the figures of the whole year on Monday.",
    "Language: The committee heard that words matter.",
    "URL: none",
    "https://gazette.example",  # a site, not a text of it
    "See https://gazette.example/tide",
    "Title:",
    "The title: Tide",
]


@pytest.mark.parametrize("line", NOTHING)
def test_other_lines_say_nothing(line):
    """A label alone is not enough."""
    assert said(line) == []


DATELINES = [
    ("PORTO, March 5 (Reuters) - The tide rose.", "PORTO, March 5 (Reuters)", "Reuters"),
    ("PORTO (AP) — The tide rose.", "PORTO (AP)", "AP"),
    ("Porto (dpa) - Die Flut stieg.", "Porto (dpa)", "dpa"),
    ("BERLIN, 5. März (dpa) - Die Flut stieg.", "BERLIN, 5. März (dpa)", "dpa"),
    ("PARIS, 5 mars (AFP) - La marée monte.", "PARIS, 5 mars (AFP)", "AFP"),
    ("Madrid, 5 mar (EFE).- La marea sube.", "Madrid, 5 mar (EFE)", "EFE"),
    ("МОСКВА, 5 марта (ТАСС) - Вода поднялась.", "МОСКВА, 5 марта (ТАСС)", "ТАСС"),
    ("القاهرة (رويترز) - ارتفع الماء", "القاهرة (رويترز)", "رويترز"),
    (
        "PORTO, March 5, 2024 /PRNewswire/ -- The tide rose.",
        "PORTO, March 5, 2024 /PRNewswire/",
        "PRNewswire",
    ),
    (
        "PORTO/LISBON, March 5 (Reuters) - The tide rose.",
        "PORTO/LISBON, March 5 (Reuters)",
        "Reuters",
    ),
    ("LAS PALMAS — The tide rose.", "LAS PALMAS", None),
    ("ST. IVES, England — The tide rose.", "ST. IVES, England", None),
    ("PORTO, March 5 -", "PORTO, March 5", None),  # on a line of its own
    ("Porto, March 5 - The tide rose.", "Porto, March 5", None),  # the day is enough
]


@pytest.mark.parametrize(("line", "words", "agency"), DATELINES)
def test_datelines_are_kept_as_given(line, words, agency):
    """Neither the dateline nor the agency fills a field: wire copy is printed by many."""
    items = said(line)
    assert items[0] == ("dateline", words, None)
    assert items[1:] == ([("agency", agency, None)] if agency else [])


def test_chinese_datelines_name_agency_and_reporter():
    """They have their own form."""
    assert said("新华社北京3月5日电（记者 张三）港口关闭。") == [
        ("dateline", "新华社北京3月5日电", None),
        ("agency", "新华社", None),
        ("记者", "张三", "author_name"),
    ]


NO_DATELINES = [
    "BREAKING - The tide rose.",
    "FILE - In this photo the tide rises.",
    "CHANGE IN PLANS — The mayor stays.",
    "BC-EU--Harbour-Tide, 1st Ld",  # a slug
    "HARBOUR MAY CLOSE - MINISTER",  # a headline in capitals
    "The tide - it rose.",
    "Monday, March 5 - What is on",
    "Porto (the city) - The tide rose.",
    "By Ada Penn (AFP) - 17 hours ago",
    "A — b",
]


@pytest.mark.parametrize("line", NO_DATELINES)
def test_what_only_stands_before_a_dash_is_no_dateline(line):
    """Slugs, warnings and headlines."""
    assert [key for key, _, _ in said(line) if key in {"dateline", "agency"}] == []


PROSE = "The tide rose all night, and in the morning the harbour was closed to all ships."


def test_the_search_ends_where_the_story_begins():
    """What a story quotes says nothing of it."""
    assert (
        said(
            f"Tide\n\n{PROSE}\nMore of it came in the evening of the same long day.\n\nBy Ada Penn"
        )
        == []
    )
    assert said(f"{PROSE}\n{PROSE}\nSource: Gazette") == []
    assert said("x" * 500 + "\nBy Ada Penn") == []
    assert said("PORTO — The tide rose.\nBy Ada Penn")[1:] == []
    assert said(f"Tide\n\n{PROSE}\n\nBy Ada Penn") == [
        ("By", "Ada Penn", "author_name")
    ]  # a standfirst


def test_only_the_first_lines_are_looked_at():
    """A list of names far below is none."""
    short = "\n".join(["Tide"] * (HEAD_LINES - 1))
    assert said(f"{short}\nBy Ada Penn") == [("By", "Ada Penn", "author_name")]
    assert said(f"{short}\nTide\nBy Ada Penn") == []


def test_items_have_their_line():
    """Numbers are those of an editor, blank lines too."""
    items = read("Tide\n\nBy Ada Penn\n\n\nPublished: 5 March 2024 | Source: Gazette\n")
    assert [(item.line_no, item.field) for item in items] == [
        (3, "author_name"),
        (6, "published_text"),
        (6, "source_name"),
    ]
    assert {item.origin for item in items} == {MetadataOrigin.HEAD_LINE}


def test_every_label_is_read():
    """No label of the table is hidden by another, shorter one."""
    values = {
        LabelKind.PUBLISHED: "5.3.2024",
        LabelKind.UPDATED: "5.3.2024",
        LabelKind.URL: "https://gazette.example/a",
        LabelKind.LANGUAGE: "de",
    }
    for kinds in COLON_LABELS.values():
        for kind, labels in kinds.items():
            for label in labels:
                value = values.get(kind, "Ada Penn")
                assert said(f"{label}: {value}") == [(label, value, FIELDS[kind])]
                assert label == label.casefold()
    for kind, labels in DATE_LABELS.items():
        for label in labels:
            assert said(f"{label} 5.3.2024") == [(label, "5.3.2024", FIELDS[kind])]


def test_a_label_says_one_thing():
    """In no two languages does the same word say two things."""
    kinds = {}
    for by_kind in COLON_LABELS.values():
        for kind, labels in by_kind.items():
            for label in labels:
                assert kinds.setdefault(label, kind) is kind
    published = {label for label, kind in kinds.items() if kind is LabelKind.PUBLISHED}
    assert published >= BARE_DATE_LABELS


HOSTILE = {
    "one line": "By " + "A" * 2_000_000,
    "spaces": "Published" + " " * 2_000_000 + "5",
    "capitals": "A " * 1_000_000,
    "brackets": "(" * 2_000_000,
    "bars": "| " * 1_000_000,
    "dots": "By " + "A." * 1_000_000,
    "lines": "By A\n" * 400_000,
    "joints": "By Ada Penn" + " and Bo Quill" * 100_000,
    "short lines": "\n".join(["By A" + " and " * 38] * 15),
    "dashes": "PORTO " + "-" * 199,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_takes_no_time(text):
    """Only the head is looked at, and of it only short lines."""
    spans = lines(text)
    start = perf_counter()
    head_lines(text, spans)
    assert perf_counter() - start < 1
