"""Agreement within a document, from hand-made candidates. No model needed."""

import pytest

from copydesk.annotate.entities.coherence import make_consistent
from copydesk.annotate.entities.spans import Candidate, Method
from copydesk.records import EntityType

SHORT = {
    "PER": EntityType.PERSON,
    "ORG": EntityType.ORGANIZATION,
    "LOC": EntityType.LOCATION,
    "NORP": EntityType.NATIONALITY_OR_GROUP,
}


def read_marks(marked):
    """Turn `[Ann Lee|PER] spoke` into the text and its candidates."""
    text, candidates = "", []
    for number, part in enumerate(marked.replace("]", "[").split("[")):
        if number % 2:
            surface, label = part.split("|")
            span = (len(text), len(text) + len(surface))
            candidates.append(Candidate(*span, SHORT[label], Method.MODEL))
            text += surface
        else:
            text += part
    return text, candidates


def write_marks(text, candidates):
    labels = {entity_type: label for label, entity_type in SHORT.items()}
    marked, position = "", 0
    for one in candidates:
        surface = text[one.start_char : one.end_char]
        marked += f"{text[position : one.start_char]}[{surface}|{labels[one.entity_type]}]"
        position = one.end_char
    return marked + text[position:]


AGREED = [
    # a lone surname of a full name is a person, whatever the model said
    (
        "[Ann Quist|PER] won. Then [Quist|ORG] left.",
        "[Ann Quist|PER] won. Then [Quist|PER] left.",
    ),
    # also where the model saw nothing
    ("[Ann Quist|PER] won. But Quist left.", "[Ann Quist|PER] won. But [Quist|PER] left."),
    # the suffix of a name is no surname
    (
        "[Al Dunn Jr.|PER] won. Voters like Dunn.",
        "[Al Dunn Jr.|PER] won. Voters like [Dunn|PER].",
    ),
    # a title makes a person
    ("Mr. [Quist|ORG] won. But [Quist|LOC] left.", "Mr. [Quist|PER] won. But [Quist|PER] left."),
    # a place of the same name stays a place
    (
        "[Al Lincoln|PER] lives in [Lincoln|LOC]. He likes Lincoln.",
        "[Al Lincoln|PER] lives in [Lincoln|LOC]. He likes [Lincoln|LOC].",
    ),
    # the majority decides
    (
        "[Acme|ORG] rose, [Acme|ORG] fell; at [Acme|LOC] all was well.",
        "[Acme|ORG] rose, [Acme|ORG] fell; at [Acme|ORG] all was well.",
    ),
    # a tie leaves each as it was
    ("[Acme|ORG] rose. At [Acme|LOC] it rains.", "[Acme|ORG] rose. At [Acme|LOC] it rains."),
    # a name over a line break (a space by now) votes with the others
    (
        "[Rio  Alto|ORG], [Rio Alto|ORG] and [Rio Alto|LOC]",
        "[Rio  Alto|ORG], [Rio Alto|ORG] and [Rio Alto|ORG]",
    ),
    # part of another name, of a word or of an address
    ("[Ann Quist|PER] owns Quist Tower.", "[Ann Quist|PER] owns Quist Tower."),
    ("[Ann Quist|PER] met her aunt Bea Quist.", "[Ann Quist|PER] met her aunt Bea Quist."),
    ("[Ann Quist|PER] fears anti-Quist talk.", "[Ann Quist|PER] fears anti-Quist talk."),
    ("[Ann Quist|PER]: see Quist.com or @Quist.", "[Ann Quist|PER]: see Quist.com or @Quist."),
    # behind an unknown capital it may be another person
    ("[Ann Quist|PER] won. Cy Quist lost.", "[Ann Quist|PER] won. Cy Quist lost."),
    # a word that the document also writes small is no name
    ("[Ann Rose|PER] rose. They rose. Rose ...", "[Ann Rose|PER] rose. They rose. Rose ..."),
    # groups are not looked for
    ("[Greens|NORP] won. Then Greens lost.", "[Greens|NORP] won. Then Greens lost."),
    # no name reaches over a paragraph's end
    ("[Rio Alto|LOC] rose. Rio\nAlto", "[Rio Alto|LOC] rose. Rio\nAlto"),
    # nothing known, nothing found
    ("Quist left.", "Quist left."),
]


@pytest.mark.parametrize(("given", "expected"), AGREED)
def test_one_name_has_one_type(given, expected):
    """Mentions of a name agree, and those that the model missed are found."""
    text, candidates = read_marks(given)
    assert write_marks(text, make_consistent(text, candidates)) == expected


def test_changes_tell_their_method():
    """What this step changed or found says so; what it confirmed stays the model's."""
    text, candidates = read_marks("[Ann Quist|PER] won. Then [Quist|ORG] left. Voters like Quist.")
    methods = [one.method for one in make_consistent(text, candidates)]
    assert methods == [Method.MODEL, Method.CONSISTENCY, Method.CONSISTENCY]
