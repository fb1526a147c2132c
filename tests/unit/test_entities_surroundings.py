"""What the annotator stores of the words around names: containers, datelines, acts of governments."""

from uuid import UUID

import pytest

from copydesk.annotate.entities.spans import Candidate, Method
from copydesk.annotate.entities.surroundings import NamedCandidate, read_surroundings
from copydesk.records import DocId, Document, EntityType, Line, Paragraph


def surroundings(text, *names, language="en", entity_type=EntityType.LOCATION):
    """Give name -> what stands around its first mention in a text of one line a paragraph."""
    lines, start = [], 0
    for line_no, line in enumerate(text.split("\n"), start=1):
        lines.append(Line(line_no, start, start + len(line)))
        start += len(line) + 1
    paragraphs = tuple(Paragraph(one.line_no, one.start_char, one.end_char) for one in lines)
    document = Document(DocId(UUID(int=1)), text, tuple(lines), paragraphs)
    spans = sorted((text.index(name), name) for name in names)
    named = [
        NamedCandidate(
            Candidate(at, at + len(name), entity_type, Method.MODEL), name.strip(), language
        )
        for at, name in spans
    ]
    found = read_surroundings(document, text, named)
    return {one.name: around for one, around in zip(named, found, strict=True)}


CONTAINERS = {
    "a comma": ("From Paris, Texas, to Rome.", ("Paris", "Texas", "Rome"), {"Paris": "Texas"}),
    "brackets": ("To Bath (England) and York.", ("Bath", "England", "York"), {"Bath": "England"}),
    "a state that is no mention": ("In Lebanon, Pa., it rained.", ("Lebanon",), {"Lebanon": "Pa."}),
    "two capitals": ("In Dover, DE on Monday.", ("Dover",), {"Dover": "DE"}),
    "another word of two letters": ("In Dover, it rained.", ("Dover",), {}),
    "a word that begins so": ("In Dover, Delaney spoke.", ("Dover",), {}),
    "and": ("Paris and Texas.", ("Paris", "Texas"), {}),
    "another line": ("Paris,\nTexas", ("Paris", "Texas"), {}),
}


@pytest.mark.parametrize(("text", "names", "expected"), CONTAINERS.values(), ids=CONTAINERS)
def test_the_name_right_behind_a_place_is_kept(text, names, expected):
    """A comma or a bracket, nothing else."""
    found = surroundings(text, *names)
    containers = {name: one.container_name for name, one in found.items() if one.container_name}
    assert containers == expected


def test_only_places_have_containers_and_only_english_abbreviates_states():
    """A person in front of a state is a senator."""
    person = EntityType.PERSON
    assert (
        surroundings("Ann Roe, Ohio", "Ann Roe", entity_type=person)["Ann Roe"].container_name
        is None
    )
    french = surroundings("à Lebanon, PA", "Lebanon", language="fr")
    assert french["Lebanon"].container_name is None


DATELINES = {
    "a day": ("CAMBRIDGE, Mass., May 5 (AP) - The tide rose in Dover.", "CAMBRIDGE", "Dover"),
    "an agency": ("KETTLE BAY (Reuters) — The tide rose in Dover.", "KETTLE BAY", "Dover"),
    "behind the title": ("Tide rises\nDOVER, 5 May 2024 - The tide rose in Bath.", "DOVER", "Bath"),
}


@pytest.mark.parametrize(("text", "inside", "outside"), DATELINES.values(), ids=DATELINES)
def test_places_of_a_dateline_are_told_from_those_of_the_story(text, inside, outside):
    """What stands before the dash is the dateline."""
    found = surroundings(text, inside, outside)
    assert found[inside].is_in_dateline
    assert not found[outside].is_in_dateline


def test_a_chinese_dateline_is_one():
    """It has no dash and no capitals."""
    found = surroundings("新华社平壤5月4日电 代表团抵达北京。", "平壤", "北京", language="zh")
    assert found["平壤"].is_in_dateline
    assert not found["北京"].is_in_dateline


def test_acts_are_told_of_places_and_organisations_in_their_own_line():
    """The next paragraph has no say, and persons do as they like."""
    text = "The White House denied it. Pyongyang\nrejected the offer."
    assert surroundings(text, "White House", entity_type=EntityType.ORGANIZATION)[
        "White House"
    ].is_said_of_government
    assert not surroundings(text, "Pyongyang")["Pyongyang"].is_said_of_government
    person = surroundings("Ann Roe said so.", "Ann Roe", entity_type=EntityType.PERSON)
    assert not person["Ann Roe"].is_said_of_government
