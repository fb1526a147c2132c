"""Rules that users write: what paths say of texts, and which lines are kept or dropped. Validated at the edge.

Called by the settings. What the rules do stands in `copydesk.store.path_rules` and `copydesk.annotate.line_rules`.
"""

import csv
import io
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
    model_validator,
)

from copydesk.errors import ConfigError

PATH_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "title": "title",
        "url": "url",
        "published": "published_text",
        "date": "published_text",
        "source_name": "source_name",
        "source": "source_name",
        "author": "author_name",
        "language": "language_text",
    }
)
"""Name of a group or constant of a path rule -> field of `Metadata`."""
DAY_GROUPS = ("year", "month", "day")
"""Groups of a path rule that make one publication date together."""


class PathRule(BaseModel):
    """What the place of a file says of it. Every rule that fits says its part; for a field the first counts."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pattern: str = Field(
        min_length=1,
        description="Regular expression that is searched in the path below the raw folder (`#member` follows for a "
        "member of a container; `^` and `$` anchor it). Its named groups say what they match: title, url, "
        "published or date, source_name or source, author, language; year, month and day make one date; other "
        "names fill no field.",
    )
    set: dict[str, str] = Field(
        default_factory=dict,
        description='What holds for every path that fits, such as `set = { source_name = "Gazette" }`.',
    )

    @field_validator("pattern")
    @classmethod
    def _is_pattern(cls, value: str) -> str:
        try:
            re.compile(value)
        except (re.error, RecursionError, OverflowError) as error:
            raise ValueError(
                f"not a regular expression ({error}); in TOML write it between single quotes"
            ) from error
        return value

    @field_validator("set")
    @classmethod
    def _is_set_of_fields(cls, value: dict[str, str]) -> dict[str, str]:
        for key, text in value.items():
            if key not in PATH_FIELDS:
                raise ValueError(f"`{key}` is no field; the fields are {', '.join(PATH_FIELDS)}")
            if not text.strip():
                raise ValueError(f"`{key}` is empty; write what holds for every path that fits")
        return value

    @model_validator(mode="after")
    def _says_things_once(self) -> Self:
        groups = re.compile(self.pattern).groupindex
        if not groups and not self.set:
            raise ValueError(
                "the rule says nothing; name a group, as (?P<source_name>[^/]+), or add `set`"
            )
        if ("day" in groups and "month" not in groups) or (
            "month" in groups and "year" not in groups
        ):
            raise ValueError(
                "a `day` needs a `month` and a `month` a `year`; name those groups too"
            )
        said = [PATH_FIELDS[name] for name in (*groups, *self.set) if name in PATH_FIELDS]
        said += ["published_text"] if "year" in groups else []
        twice = sorted({field for field in said if said.count(field) > 1})
        if twice:
            raise ValueError(f"the rule says {', '.join(twice)} twice; take one of the two out")
        return self


class DayOrder(BaseModel):
    """How a source writes dates such as 03/04/2019. Of several that fit, the first counts."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    order: Literal["dmy", "mdy"] = Field(
        description="Day first (`dmy`: 03/04/2019 is 3 April) or month first (`mdy`: 4 March)."
    )
    source: Annotated[str, Field(min_length=1)] | None = Field(
        None,
        description="Pattern with `*` and `?` for the publisher of the document, without regard to case: its source "
        "name, else the host of its address, else its outermost folder. Without one the order holds for all.",
    )


def _is_pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"not a regular expression of Python: {error}") from error
    return value


class LineRule(BaseModel):
    """A rule of the user for lines: one table `[[rule]]` of line_rules.toml.

    Attributes:
        action: Whether a line that fits is kept or dropped.
        pattern: Regular expression, searched for in the line.
        source: Pattern with `*` and `?` for the publisher of the document (see `copydesk.text.publisher`), without
            regard to case; None for all.
        reason: What `lines.reason` then says; None for `user_rule`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    action: Literal["keep", "drop"]
    pattern: Annotated[str, Field(min_length=1), AfterValidator(_is_pattern)]
    source: Annotated[str, Field(min_length=1)] | None = None
    reason: Annotated[str, Field(min_length=1)] | None = None


class LineRules(BaseModel):
    """The whole of line_rules.toml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rule: tuple[LineRule, ...] = ()


def read_line_rules(file: Path) -> tuple[LineRule, ...]:
    """Return the rules for lines of a file, in order.

    Raises:
        ConfigError: It cannot be read, or a rule is wrong. The message names the rule and the cure.
    """
    try:
        return LineRules.model_validate(tomllib.loads(file.read_text(encoding="utf-8"))).rule
    except ValidationError as error:
        problems = [
            _explain_rule(item["loc"], item["msg"], item["input"]) for item in error.errors()
        ]
        raise ConfigError("\n".join(f"{file}: {problem}" for problem in problems)) from error
    except OSError as error:
        raise ConfigError(
            f"{file} cannot be read ({error.strerror}); it is set as `line_rules`"
        ) from error
    except ValueError as error:  # no TOML, or no UTF-8
        raise ConfigError(f"{file} is not valid TOML: {error}") from error


def _explain_rule(place: tuple[int | str, ...], problem: str, found: object) -> str:
    """Return what is wrong with which rule, counted from 1."""
    if len(place) < 2 or not isinstance(place[1], int):  # noqa: PLR2004
        return f"`{place[0]}`: {problem}; each rule is a table [[rule]]"
    key = f"`{place[2]}`: " if len(place) > 2 else ""  # noqa: PLR2004
    return (
        f'rule {place[1] + 1}: {key}{problem} (found {found!r}); a rule has action = "drop" or "keep", a pattern, '
        "and may have a source and a reason"
    )


Decision = Literal["same", "different", "type", "hide"]
EntityTypeName = Literal[
    "PERSON",
    "ORGANIZATION",
    "LOCATION",
    "NATIONALITY_OR_GROUP",
    "EVENT",
    "LAW",
    "PRODUCT",
    "WORK",
]
"""Values of `records.EntityType`, which a test holds them to."""
ALIAS_COLUMNS = ("decision", "name", "other", "type")
_AUTHORITY_ID = re.compile(r"wikidata:Q[1-9]\d*|geonames:[1-9]\d*")
_CURES = {
    "same": "same,NAME,OTHER NAME or wikidata:Q...,type or nothing",
    "different": "different,NAME,OTHER NAME,type or nothing",
    "type": "type,NAME,,TYPE",
    "hide": "hide,NAME,,type or nothing",
}


class EntityDecision(BaseModel):
    """A decision of the user about a name: one line of aliases.csv.

    Attributes:
        decision: same or different (as `other`), type (is of type `entity_type`), hide.
        name: The name, without regard to case and dots.
        other: Of same and different the other name; of same also an id of Wikidata or GeoNames.
        entity_type: Of type the new one; of the others that of the names meant, None for any.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    decision: Decision
    name: Annotated[str, Field(min_length=1)]
    other: str = ""
    entity_type: EntityTypeName | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if (self.decision in {"same", "different"}) is not bool(self.other):
            missing = "needs" if not self.other else "takes no"
            raise ValueError(f"`{self.decision}` {missing} other name")
        if self.decision == "type" and self.entity_type is None:
            raise ValueError("`type` needs a type")
        if self.decision == "different" and is_authority_id(self.other):
            raise ValueError("`different` is said of two names, not of an id")
        if self.name.casefold() == self.other.casefold():
            raise ValueError("the two names are the same")
        return self


def is_authority_id(text: str) -> bool:
    """Tell whether a text is an id of Wikidata or GeoNames."""
    return _AUTHORITY_ID.fullmatch(text) is not None


def read_entity_decisions(file: Path) -> tuple[EntityDecision, ...]:
    """Return the decisions of a file about names, in order.

    Raises:
        ConfigError: It cannot be read, or a line is wrong. The message names the line and the cure.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")  # spreadsheets write the mark
    except OSError as error:
        raise ConfigError(
            f"{file} cannot be read ({error.strerror}); it is set as `aliases`"
        ) from error
    except ValueError as error:
        raise ConfigError(f"{file} is not UTF-8 ({error}); save it as CSV in UTF-8") from error
    lines = list(_cells(file, text))
    header = [cell.strip().lower() for cell in lines[0][1]] if lines else []
    if tuple(header) != ALIAS_COLUMNS:
        raise ConfigError(f"{file}: its first line must be {','.join(ALIAS_COLUMNS)}")
    decisions: dict[int, EntityDecision] = {}
    problems = []
    for line_no, cells in lines[1:]:
        try:
            if any(map(str.strip, cells)) and not cells[0].startswith("#"):
                decisions[line_no] = _decision_of(cells)
        except ValueError as error:
            problems.append(f"{file}: line {line_no}: {_explain_decision(error, cells)}")
    problems += [f"{file}: {problem}" for problem in _contradictions(decisions)]
    if problems:
        raise ConfigError("\n".join(problems))
    return tuple(decisions.values())


def _cells(file: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines of a CSV file with their numbers.

    Raises:
        ConfigError: A double quote is not closed: it would take the lines behind it in, unseen.
    """
    # Only these end a line: names may hold other separators, which `splitlines` would cut at.
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line_no = 1
    try:
        for cells in reader:
            yield reader.line_num, cells
            line_no = reader.line_num + 1
    except csv.Error as error:
        raise ConfigError(
            f"{file}: line {line_no}: {error}; close the double quote, and write one within a cell twice"
        ) from error


def _contradictions(decisions: Mapping[int, EntityDecision]) -> Iterator[str]:
    """Give the lines that say of the same names what an earlier line denies."""
    said: defaultdict[tuple[str, ...], dict[str | None, tuple[int, str]]] = defaultdict(dict)
    for line_no, one in decisions.items():
        if one.decision == "hide":
            continue
        is_type = one.decision == "type"
        meant = (
            None if is_type else one.entity_type
        )  # two names may be one as places, not as persons
        verdict = one.entity_type or "" if is_type else one.decision
        earlier = said[tuple(sorted((one.name.casefold(), one.other.casefold())))]
        for of_type, (earlier_no, told) in earlier.items():
            if told != verdict and (None in {of_type, meant} or of_type == meant):
                yield (
                    f"line {line_no} says {verdict} of {one.name!r}, line {earlier_no} says {told}; "
                    "take one of the two out"
                )
        earlier.setdefault(meant, (line_no, verdict))


def _decision_of(cells: Sequence[str]) -> EntityDecision:
    stripped = [" ".join(cell.split()) for cell in cells]
    if len(stripped) > len(ALIAS_COLUMNS):
        raise ValueError("more than four cells; put a name with a comma between double quotes")
    decision, name, other, entity_type = (*stripped, "", "", "")[: len(ALIAS_COLUMNS)]
    return EntityDecision.model_validate(
        {
            "decision": decision.lower(),
            "name": name,
            "other": other,
            "entity_type": entity_type.upper() or None,
        }
    )


def _explain_decision(error: ValueError, cells: Sequence[str]) -> str:
    """Return what is wrong with a line and how it should read."""
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        key = {"entity_type": "type"}.get(str(first["loc"][0])) if first["loc"] else None
        place = f"`{key or first['loc'][0]}`: " if first["loc"] else ""
        problem = f"{place}{first['msg'].removeprefix('Value error, ')}"
    else:
        problem = str(error)
    form = _CURES.get(cells[0].strip().lower())
    cures = [form] if form else list(_CURES.values())
    return f"{problem} (found {','.join(cells)!r}); write {' or '.join(cures)}"
