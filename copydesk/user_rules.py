"""Rules that users write: what paths say of texts, and which lines are kept or dropped. Validated at the edge.

Called by the settings. What the rules do stands in `copydesk.store.path_rules` and `copydesk.annotate.line_rules`.
"""

import re
import tomllib
from collections.abc import Mapping
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
