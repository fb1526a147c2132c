"""Residue in copy is labelled, the story is not."""

from uuid import UUID

import pytest

from copydesk.annotate import boilerplate
from copydesk.records import DocId, Document, LineKind, Metadata
from copydesk.text.segment import lines, paragraphs

STORY = "The harbour board on Friday put off its vote on the new ferry pier for a third time."


def annotate(text, title=None):
    found = lines(text)
    made = Document(DocId(UUID(int=1)), text, found, paragraphs(text, found), Metadata(title=title))
    return boilerplate.annotate(made)


RESIDUE = [
    ("ADVERTISEMENT", "advertisement"),  # set in capitals
    ("Advertisement - continue reading below", "advertisement"),
    ("Anzeige", "advertisement"),  # German
    ("Publicité", "advertisement"),  # French
    ("Реклама", "advertisement"),  # Russian
    ("广告", "advertisement"),  # Chinese
    ("إعلان", "advertisement"),  # Arabic
    ("Story Continued Below", "continued"),
    ("More From This Section", "continued"),
    ("Leia mais", "continued"),  # Portuguese
    ("Read more: Ferry fares to go up", "related"),
    ("RELATED: Pier drawings delayed", "related"),
    ("( PHOTOS: Ten old piers )", "related"),  # in brackets
    ("Lea también: Suben los precios", "related"),  # Spanish
    ("相关阅读：新码头", "related"),  # full-width colon
    ("Share this story on Facebook", "share"),
    ("If you like this story, share it with a friend!", "share"),
    ("Facebook Twitter WhatsApp Email", "share"),  # a row of buttons
    ("Sign up for our daily newsletter", "subscribe"),
    ("Get the news of the port in your inbox every morning.", "subscribe"),
    ("Suscríbete a nuestro boletín", "subscribe"),
    ("Подпишитесь на нашу рассылку", "subscribe"),
    ("Follow us on Twitter @harbourpost", "follow"),
    ("Follow Jane Roe on Twitter: @janeroe", "follow"),
    ("تابعونا على تويتر", "follow"),
    ("This website uses cookies to improve your visit.", "cookies"),
    ("© 2019 Harbour Post Ltd.", "copyright"),
    ("Copyright 2019 Harbour Post. All rights reserved.", "copyright"),
    ("No part of this publication may be reproduced without leave.", "copyright"),
    ("版权所有 海港日报社", "copyright"),  # no word boundary after Chinese
    (
        "Copyright 2019 Harbour Post. " + "All text and pictures are ours. " * 10,
        "copyright",
    ),  # long
    ("Disclaimer: the views are those of the author.", "disclaimer"),
    ("Photo: Jane Roe/Harbour Post", "credit"),
    ("Фото:", "credit"),  # the name is on the next line
    ("(Reuters/Jane Roe)", "credit"),
    ("Link: https://www.example.org/pier?id=1", "url"),
    ("[Read more](https://www.example.org/pier)", "continued"),  # a link in Markdown
    ("Did you like this story? Tell a friend about it!", "appeal"),  # no set wording
    ("By Jane Roe and Jo Field", "byline"),
    ("(Reporting by Jane Roe; editing by Jo Field)", "credit"),
    ("Published: 14 May 2025, 10:15", "timestamp"),
    ("Friday, 14 March 2025 - 10:15 GMT", "timestamp"),  # only date and time
    ("12 comments", "share"),
    ("Tags: ferries, pier, vote", "tags"),
    ("Click here to read the report", "prompt"),
    ("Loading...", "page_control"),
    ("Skip to content", "page_control"),
]


@pytest.mark.parametrize(("line", "reason"), RESIDUE)
def test_residue_is_boilerplate(line, reason):
    """A line that is residue as a whole is labelled with the rule that says so."""
    label = annotate(f"{STORY}\n{line}\n{STORY}")[1]
    assert (label.line_no, label.kind, label.reason) == (2, LineKind.BOILERPLATE, reason)
    assert 0.9 <= label.score <= 1


STORY_LINES = [
    STORY,
    "Advertisement sales fell by a tenth last year, the port said.",  # begins like a marker
    "Share prices of ferry companies fell after the vote.",  # begins like a button
    "Sign language interpreters were at the meeting.",
    "Readers can follow the case in court from Monday.",
    "Read more slowly, the teacher told the class.",  # no colon
    "The photo: a pier, a crane and nobody about.",  # not the opening word
    "Copyright law needs mending, the minister said.",  # a subject, not a notice
    "Related party deals were not in the report.",
    "Cookies and cakes were sold at the pier.",
    "Facebook said on Friday that it would appeal.",  # one name and a sentence
    "More from the speech of the mayor, in her own words:",
    "Loading of the ship took two days.",
    "https://www.example.org/pier?id=1",  # an address that the story gives
    "in the harbour on 11.09.2025.",  # a date that ends a sentence
    "Ferry traffic in 2004",  # a year alone
    "Fähre nach Norden am 11.09.2025 gesunken",  # a date in figures is no time of day
    "The pier on 11.09.2025 at noon",
    "Port Ellery v Harbourtown",  # a result
    "If you spoke with a like-minded friend about the pier, you know what he thinks.",  # no appeal
    "COMMENTS",  # a page control, but between paragraphs a subheading
    "He wrote on https://example.org that he would resign.",  # an address in a sentence
    "Follow the money, she said.",
    "Related: "
    + "the board had heard from the engineers that month. " * 5,  # too long to be a link
]


@pytest.mark.parametrize("line", STORY_LINES)
def test_story_is_kept(line):
    """A sentence that only begins like residue is body."""
    label = annotate(f"{STORY}\n{line}\n{STORY}")[1]
    assert (label.kind, label.reason) == (LineKind.BODY, "default")


FIRST_LINES = [
    (f"Ferry pier vote put off\n\n{STORY}", True),  # a blank line follows
    (f"Ferry pier vote put off\n{STORY}", True),  # longer lines follow
    (f"Skip to content\nFerry pier vote put off\n{STORY}", True),  # residue above does not count
    (f"Vote put off: what now?\n\n{STORY}", True),  # a question is a title
    (f"码头表决再次推迟\n\n{STORY}", True),
    ("Ferry pier vote put off", False),  # nothing follows
    (f"The board put it off.\n\n{STORY}", False),  # a full stop
    (f"“The board put it off.”\n\n{STORY}", False),  # a full stop inside quotes
    (f"HARBOURTOWN (Reuters) - The board put off its vote\n\n{STORY}", False),  # a dateline
    (f"By Jane Roe\n\n{STORY}", False),  # a byline
    (f"Jane Roe\n\n{STORY}", False),  # a name
    (f"Jane Roe and Jo Field\n\n{STORY}", False),  # two names
    (f"12.03.2019 10:15\n\n{STORY}", False),  # a date
    (f"7 years ago\n\n{STORY}", False),  # an age
    ("word " * 21 + f"\n\n{STORY}", False),  # too long
]


@pytest.mark.parametrize(("text", "has_title"), FIRST_LINES)
def test_first_line_as_title(text, has_title):
    """Without metadata the first line is the title if it is set like one."""
    titles = [label for label in annotate(text) if label.kind is LineKind.TITLE]
    assert [label.reason for label in titles] == ["first_line"] * has_title


LONG = f"{STORY} It meets again on Tuesday."  # long enough to be told from a link

LISTS = [
    # text -> how many lines are residue, counted from the end
    (f"{LONG}\nMore stories\nFerry fares to go up\nPier drawings delayed", 3),  # all that is left
    (
        f"{LONG}\nMore stories\nFerry fares to go up\nPier drawings delayed\n{LONG}",
        3,
    ),  # two or more
    (f"{LONG}\nMore stories\nThe vote\n{LONG}", 1),  # one line may be a subheading
    (f"{LONG}\nFerry fares to go up\nPier drawings delayed", 0),  # no heading
    (f"{LONG}\nPORT OF ELLERY TO LOSE ITS LAST NIGHT FERRY\n{LONG}", 1),  # a link in capitals
    (
        f"{LONG.upper()}\nPORT OF ELLERY TO LOSE ITS LAST NIGHT FERRY\n{LONG.upper()}",
        0,
    ),  # an old wire
    (f"{LONG}\nTHE VOTE\n{LONG}", 0),  # a subheading
    (f"{LONG}\nShare comments\nLatest videos", 2),  # controls after the story
    (f"Facebook shares fall\n\n{LONG}", 0),  # words of controls in a headline
]


@pytest.mark.parametrize(("text", "count"), LISTS)
def test_links_and_controls_around_the_story(text, count):
    """Titles that a heading lists and controls at the ends are residue; what may be a subheading stays."""
    kinds = [label.kind is LineKind.BOILERPLATE for label in annotate(text)]
    assert sum(kinds) == count


def test_title_of_metadata_wins():
    """The line that repeats the given title is it, whatever stands above."""
    labels = annotate(f"Harbour Post today\n\nFerry  PIER vote put off\n{STORY}", "Ferry pier vote put off")  # fmt: skip
    assert [(label.kind, label.reason) for label in labels] == [
        (LineKind.BODY, "default"),
        (LineKind.TITLE, "metadata_title"),
        (LineKind.BODY, "default"),
    ]


def test_every_line_has_one_label():
    """Labels follow the lines of the document."""
    text = f"Title here now\n\n{STORY}\n\nADVERTISEMENT\n\n{STORY}"
    assert [label.line_no for label in annotate(text)] == [1, 3, 5, 7]
    assert annotate("") == ()


@pytest.mark.parametrize("unit", ["© ", "share ", "follow ", "( ", "get in your ", "a/"])
def test_hostile_lines_take_little_time(unit):
    """No rule backtracks without bound, on a line below the limit or far above it."""
    annotate("\n".join([unit * (200 // len(unit))] * 200 + [unit * 20_000]))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # The slugs of a wire stand above its headline.
        ("BW0268\nPOLAND-PORT/FERRIES\n\nPort strains as ferries come\n\nGDANSK - " + "x " * 60, "Port strains as ferries come"),
        # A site may put date and author above the headline ...
        ("Published: 14 May 2025\nBy Jo Field\n\nWho owns the flood?\n\n" + "word " * 60, "Who owns the flood?"),
        # ... or right below it, without a blank line.
        ("Villar abre de nuevo su escuela\nPublicado: 14/03/2025\nPor: B. L.\n\n" + "palabra " * 60, "Villar abre de nuevo su escuela"),
        # A date written out is no title, and does not hide one.
        ("Бібліотека знову їздить\n28 серпня 2025 року\n\n" + "слово " * 60, "Бібліотека знову їздить"),
    ],
)  # fmt: skip
def test_the_title_is_found_among_head_matter(text, title):
    """Slugs, bylines and date lines about a title are passed over."""
    titles = {label.line_no for label in annotate(text) if label.kind is LineKind.TITLE}
    found = [
        text[line.start_char : line.end_char] for line in lines(text) if line.line_no in titles
    ]
    assert found == [title]
