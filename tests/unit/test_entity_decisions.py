"""The user's decisions about names: what aliases.csv may say, and what is said of its mistakes."""

from typing import get_args

import pytest

from copydesk.errors import ConfigError
from copydesk.records import EntityType
from copydesk.user_rules import EntityTypeName, is_authority_id, read_entity_decisions

HEADER = "decision,name,other,type"


def read(folder, *lines, encoding="utf-8"):
    file = folder / "aliases.csv"
    file.write_text("\n".join([HEADER, *lines]) + "\n", encoding=encoding)
    return read_entity_decisions(file)


def test_types_are_those_of_entities():
    """Both lists are the same closed set."""
    assert set(get_args(EntityTypeName)) == {one.value for one in EntityType}


def test_a_file_is_read_as_spreadsheets_write_it(tmp_path):
    """With a byte order mark, quoted commas, cells left out, spaces, any case, empty lines and comments."""
    found = read(
        tmp_path,
        'Same,"Boeing,  Inc.",Boeing,organization',
        "",
        "# to be looked at",
        "different,Ann Lee,Ann B. Lee,",
        "hide,More From Us",
        ",,,",
        "same,Kim,wikidata:Q56226",
        encoding="utf-8-sig",
    )
    assert [(one.decision, one.name, one.other, one.entity_type) for one in found] == [
        ("same", "Boeing, Inc.", "Boeing", "ORGANIZATION"),
        ("different", "Ann Lee", "Ann B. Lee", None),
        ("hide", "More From Us", "", None),
        ("same", "Kim", "wikidata:Q56226", None),
    ]
    assert is_authority_id("geonames:1871859")
    assert not is_authority_id("wikidata:423")


WRONG = {
    "no other name": ("same,Ann Lee,,", "`same` needs other name"),
    "an other name": ("hide,Ann Lee,Lee,", "`hide` takes no other name"),
    "no name": ("hide,,,", "`name`"),
    "no type": ("type,Ann Lee,,", "`type` needs a type"),
    "an unknown type": ("type,Ann Lee,,SHIP", "`type`: Input should be 'PERSON'"),
    "an unknown decision": ("merge,A,B,", "write same,NAME"),
    "an id told apart": ("different,A,wikidata:Q1,", "of two names"),
    "the same name": ("same,Lee,LEE,", "the two names are the same"),
    "too many cells": ("same,Lee, Ann,Ann Lee,PERSON", "between double quotes"),
}


@pytest.mark.parametrize(("line", "told"), WRONG.values(), ids=WRONG)
def test_a_mistake_is_told_with_its_line_and_the_cure(tmp_path, line, told):
    """All lines are looked at before any command does anything."""
    with pytest.raises(ConfigError, match="line 3: ") as raised:
        read(tmp_path, "hide,Kettle,,", line)
    assert told in str(raised.value)
    assert str(tmp_path / "aliases.csv") in str(raised.value)


def test_lines_that_contradict_one_another_are_told(tmp_path):
    """Both lines are named."""
    with pytest.raises(ConfigError, match="line 4 says different of 'B', line 2 says same"):
        read(tmp_path, "same,A,B,", "same,A,C,", "different,B,a,")
    with pytest.raises(ConfigError, match="line 3 says PERSON of 'A', line 2 says LOCATION"):
        read(tmp_path, "type,A,,LOCATION", "type,A,,PERSON")
    with pytest.raises(ConfigError, match="line 3 says different of 'A', line 2 says same"):
        read(tmp_path, "same,A,B,", "different,A,B,LOCATION")
    assert len(read(tmp_path, "same,A,B,LOCATION", "different,A,B,PERSON")) == 2


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_any_system_ends_them(tmp_path, ending):
    """What only other systems take for an end of line stays within its name."""
    file = tmp_path / "aliases.csv"
    lines = [HEADER, "hide,Tin\u2028Toy,,", 'same,"Tin\x0bToy",Tin Toy Works,', ""]
    file.write_bytes(ending.join(lines).encode())
    assert [one.decision for one in read_entity_decisions(file)] == ["hide", "same"]


@pytest.mark.parametrize("size", [1, 20_000])
def test_an_open_quote_is_told(tmp_path, size):
    """It took all lines behind it for one name, or failed without a word to the user."""
    with pytest.raises(ConfigError, match=r"line 3: .*close the double quote"):
        read(tmp_path, "hide,Kettle,,", 'same,Tin Toy,"Toy Works,', *["hide,Lamp,,"] * size)


def test_a_file_that_is_none_is_refused(tmp_path):
    """Missing, of another encoding, or with another first line."""
    with pytest.raises(ConfigError, match="cannot be read"):
        read_entity_decisions(tmp_path / "aliases.csv")
    with pytest.raises(ConfigError, match="not UTF-8"):
        read(tmp_path, "hide,Zoë,,", encoding="latin-1")
    (tmp_path / "aliases.csv").write_text("name,other\n")
    with pytest.raises(ConfigError, match="first line must be decision,name,other,type"):
        read_entity_decisions(tmp_path / "aliases.csv")
