"""Lines and paragraphs of a text."""

import time

import pytest

from copydesk.errors import InputError
from copydesk.records import Line, ReasonCode
from copydesk.text.segment import lines, paragraph_text, paragraphs, refuse_endless


def split(text):
    return [paragraph_text(text, paragraph) for paragraph in paragraphs(text, lines(text))]


def test_lines_are_trimmed_and_numbered_as_an_editor_does():
    """Blank lines count but are not listed."""
    text = "\n  One \n\t\n\u3000two\u00a0\n"
    assert lines(text) == (Line(2, 3, 6), Line(4, 11, 14))
    assert [text[line.start_char : line.end_char] for line in lines(text)] == ["One", "two"]


@pytest.mark.parametrize("text", ["", "\n", " \n\t\n"])
def test_blank_text_has_no_lines(text):
    """A document of white space has neither lines nor paragraphs."""
    assert lines(text) == ()
    assert paragraphs(text, ()) == ()


def test_a_text_of_endless_lines_is_refused_and_blank_lines_do_not_count():
    """The bound on memory is one on lines; the reason says what to do."""
    refuse_endless("word\n" * 10, max_lines=10)
    refuse_endless("\n" * 99 + "end", max_lines=10)
    with pytest.raises(InputError, match=r"11 lines, more than the 10 .* split the file") as caught:
        refuse_endless("word\n" * 11, max_lines=10)
    assert caught.value.reason_code is ReasonCode.TOO_LARGE


WRAPPED = """\
The harbour board on Friday put off its vote on the new ferry pier for a
third time, saying that it had yet to see the drawings it asked for in
spring. A spokesman would not say when the board means to meet again."""

INDENTED = """\
   The harbour board on Friday put off its vote on the new ferry pier
for a third time, saying that it had yet to see the drawings that it
had asked for in spring and that the engineers had promised for June.
   A spokesman would not say when the board means to meet again, nor
whether the ferry company had been told of the delay before the vote."""

GERMAN = """\
Der Hafenrat hat am Freitag die Abstimmung über den neuen Anleger der
Fähre zum dritten Mal verschoben, weil die Pläne der Planer noch immer
nicht vorliegen. Ein Sprecher wollte nicht sagen, wann der Rat wieder
tagt und ob die Reederei davon weiß."""

HEADLINES = """\
Harbour board puts off its vote on the new ferry pier for a third time
Ferry company says that it was told of the delay only after the vote
Engineers promise the drawings of the pier for the end of next month"""

SHORT_STORIES = """\
The harbour board has put off its vote on the new ferry pier again today.
The ferry company was told of the delay only after the vote was taken.
The engineers now promise their drawings for the end of the next month."""

BULLETS = """\
- the harbour board has put off its vote on the new ferry pier once more
- the ferry company was told of the delay only after the vote was taken,
- the engineers now promise their drawings for the end of the next month"""

CHINESE = (
    "港务局周五第三次推迟了对新渡轮码头的表决因为工程师尚未提交图纸而渡轮公司表示直到会议结束以后才得知推迟的消息并要求赔偿\n"
    * 3
)

TITLED = "Ferry pier vote put off\n" + WRAPPED

PARAGRAPH_COUNTS = [
    ("One line.\nAnother line.\n\nA third.", 3),  # web text: a line is a paragraph
    (WRAPPED, 1),  # wire copy
    (WRAPPED + "\n\n" + WRAPPED, 2),  # a blank line always parts
    (TITLED, 2),  # the first word of the body would have fitted on the title line
    (INDENTED, 2),  # an indent opens a paragraph
    (GERMAN, 1),  # capitals of nouns at the start of lines
    (HEADLINES, 3),  # of one length, but each begins anew
    (SHORT_STORIES, 3),  # full stops at the end of every line
    (BULLETS, 3),  # list items
    (CHINESE, 3),  # no spaces: cannot tell, so do not join
    (
        WRAPPED.partition("\n")[0] + "\nsaid the board. " + "More of it. " * 20,
        2,
    ),  # one break by chance
    ("\n".join(WRAPPED.split("\n")[:2]), 2),  # two lines are too few to see a width
    ("word " * 60 + "\n" + "word " * 60 + "\n" + "word " * 60, 3),  # lines too long to be wrapped
]


@pytest.mark.parametrize(("text", "count"), PARAGRAPH_COUNTS)
def test_only_hard_wrapped_lines_are_joined(text, count):
    """Lists, headlines and one-line paragraphs stay apart."""
    assert len(split(text)) == count


def test_paragraph_text_keeps_offsets():
    """A joined paragraph reads as one line of the same length."""
    (paragraph,) = paragraphs(WRAPPED, lines(WRAPPED))
    text = paragraph_text(WRAPPED, paragraph)
    assert len(text) == paragraph.end_char - paragraph.start_char
    assert "pier for a third time" in text


@pytest.mark.parametrize("unit", ["a\n", "word and word ", "a word in a line of seventy columns or a few more, not less, to wrap\n"])  # fmt: skip
def test_time_is_linear(unit):
    """A million characters take well under the time that a quadratic scan would."""
    text = unit * (1_000_000 // len(unit))
    start = time.process_time()
    paragraphs(text, lines(text))
    assert time.process_time() - start < 10
