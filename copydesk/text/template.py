"""What a line has in common with lines like it: its template, and a number that stands for it.

Called when the rows of `lines` are made, so that the corpus can be asked which lines recur. Pure functions of
the text alone; the numbers are the same in every process and on every machine.
"""

import re
from collections.abc import Sequence
from hashlib import blake2b
from itertools import chain

from copydesk.records import Line, Paragraph

TEMPLATE_VERSION = "1"
"""Raise it when a line gets another number."""
NO_TEMPLATE = 0
"""The number of lines whose recurrence says nothing: figures, rules, stars; headings and items of numbered lists."""

_MASKED_CHARS = 80
"""Longer lines keep their numbers and dates: a paragraph of which only the figures change every day is news."""
_MAX_CHARS = 2000
"""Characters that are looked at: a text may be one line of millions."""
_MIN_LETTERS = 4
"""Shorter answers ("No.") and labels ("Q:") recur in any conversation; of ideographs half as many say as much."""
_FIRST_IDEOGRAPH = "\u2e80"

# Names of months and weekdays, as dates under a headline or in a footer hold them. A few languages with many
# archives; without a language's names its dated lines are different templates, and nothing is marked wrongly.
_CALENDAR = (
    # English
    "january february march april may june july august september october november december",
    "jan feb mar apr jun jul aug sep sept oct nov dec",
    "monday tuesday wednesday thursday friday saturday sunday",
    "mon tue tues wed thu thur thurs fri sat sun",
    # German
    "januar jänner februar märz mai juni juli oktober dezember",
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag",
    # French
    "janvier février mars avril juin juillet août septembre octobre novembre décembre",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    # Spanish
    "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre",
    "lunes martes miércoles jueves viernes sábado domingo",
    # Portuguese
    "janeiro fevereiro março maio junho julho setembro outubro novembro dezembro",
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira",
    # Italian
    "gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    # Russian
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "понедельник вторник среда четверг пятница суббота воскресенье",
    # Arabic
    "يناير فبراير مارس أبريل ابريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
)
_NAMES = frozenset(chain.from_iterable(names.split() for names in _CALENDAR))

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s)\]>]+|[^\s<(]+@[\w-]+\.[\w.-]+")
_NAME = re.compile(r"[^\W\d_]+(?:-feira)?")
# Only numbers that say when, which or how many: the rows of a table differ in all others, and are news.
_NUMBER = re.compile(
    r"""
    \b \d{1,2} (?: [:h] \d\d ){1,2} (?: \s? [ap] \.? m \b \.? )?      # 7:50 p.m.
    | \b \d{1,4} ([-/.]) \d{1,2} \1 \d{1,4} \b                    # 4/3/2025
    | \b \d{1,2} (?: st | nd | rd | th | \. )? (?= \W{1,2} (?: (?: de | of ) \s )? \# )  # 4 March
    | (?<= \# \s ) \d{1,2} (?: st | nd | rd | th )? \b (?! [.,]\d )  # March 4
    | \d{1,4} \s? (?= [\u5e74\u6708\u65e5\ub144\uc6d4\uc77c\u65f6\u6642\u70b9\u5206] )
    | \b (?: 19 | 20 ) \d\d \b | \d{6,}
    | (?<= \( ) \d+ (?= \) )                                      # Comments (12)
    | \A \W* \d+ (?= (?: \s [^\W\d]+ ){1,3} \Z )                   # 12 comments
    """,
    re.VERBOSE,
)
# A heading of Markdown or an item of a numbered list: the author's own division of the text.
_ITEM = re.compile(r"#{1,6}\s|[(\uff08]?\d{1,3}[.)\uff09\u3001\uff0e](?!\d)")
_EDGE = re.compile(r"\A[\W_]+|[\W_]+\Z")


def template(content: str) -> str:
    """Give what stays of a line when letter case, addresses, dates, counts and the marks around it are left out.

    Args:
        content: A line or a paragraph. Of a very long one the head counts, and the length.

    >>> template("» Published: Tuesday, 4 March 2025, 7:50 p.m. | desk@example.org, Hull")
    'published: #, 0 # 0, 0 | @, hull'
    >>> template("12 Comments"), template("Net income 12 vs. 14")
    ('0 comments', 'net income 12 vs. 14')
    """
    folded = " ".join(content[:_MAX_CHARS].casefold().split())
    if len(content) > _MAX_CHARS:
        folded += f" {len(content)}"
    masked = _ADDRESS.sub("@", folded)
    if len(masked) <= _MASKED_CHARS:
        masked = _NUMBER.sub("0", _NAME.sub(_mask_name, masked))
    return _EDGE.sub("", masked)


def template_hash(content: str) -> int:
    """Give the number of a line's template: 64 bits with sign; `NO_TEMPLATE` where it says too little.

    >>> template_hash("Last updated on 3 May 2024") == template_hash("LAST UPDATED ON 12 JUNE 2025.")
    True
    >>> template_hash("No."), template_hash("* * *"), template_hash("## Background")
    (0, 0, 0)
    """
    made = template(content)
    if _ITEM.match(content) or not _says_enough(made):
        return NO_TEMPLATE
    return int.from_bytes(blake2b(made.encode(), digest_size=8).digest(), "big", signed=True)


def line_templates(
    text: str, lines: Sequence[Line], paragraphs: Sequence[Paragraph]
) -> dict[int, int]:
    """Give `line_no` -> number of the template, for each line of a text.

    The lines of a hard-wrapped paragraph share one number, made of the whole of it: what lines hold by chance of
    the width ("the company said.") recurs everywhere.
    """
    ends = {item.start_char: item.end_char for item in paragraphs}
    numbers: dict[int, int] = {}
    number, end_char = NO_TEMPLATE, 0
    for line in lines:
        if line.start_char >= end_char:
            end_char = ends.get(line.start_char, line.end_char)
            number = template_hash(text[line.start_char : end_char])
        numbers[line.line_no] = number
    return numbers


def _says_enough(made: str) -> bool:
    """Tell whether a template has letters enough to be more than a label or a short answer."""
    letters = sum(2 if letter >= _FIRST_IDEOGRAPH else 1 for letter in made if letter.isalpha())
    return letters >= _MIN_LETTERS


def _mask_name(word: re.Match[str]) -> str:
    return "#" if word[0] in _NAMES else word[0]
