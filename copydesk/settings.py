"""Settings: `copydesk.toml` and environment, validated once at the edge and passed inwards.

Called by the command line and the flows; nothing below them reads a file or the environment for settings.
"""

import os
from functools import cached_property
from itertools import takewhile
from pathlib import Path
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
)
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    TomlConfigSettingsSource,
)

from copydesk.errors import ConfigError
from copydesk.user_rules import (
    DayOrder,
    EntityDecision,
    LineRule,
    PathRule,
    read_entity_decisions,
    read_line_rules,
)

FILE_NAME = "copydesk.toml"
LINE_RULES_NAME = "line_rules.toml"
ALIASES_NAME = "aliases.csv"
MEBIBYTE = 1 << 20


def usable_cores() -> int:
    """Return how many cores this process may use, which can be fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _has_five_fields(value: str) -> str:
    if len(value.split()) != 5:  # noqa: PLR2004
        raise ValueError("a cron expression has five fields, such as '15 2 * * *'")
    return value


Cron = Annotated[str, AfterValidator(_has_five_fields)]


class ScheduleSettings(BaseModel):
    """When `copydesk serve` starts a run by itself."""

    model_config = ConfigDict(extra="forbid")

    cron: Cron = Field("15 2 * * *", description="Five-field cron expression of the scheduled run.")
    arrival_cron: Cron = Field(
        "*/5 * * * *",
        description="Five-field cron expression of the look for new files: a run starts only if the raw folder changed.",
    )
    timezone: str = Field(
        "UTC", description="Time zone of the cron expressions, such as Europe/Riga."
    )

    @field_validator("timezone")
    @classmethod
    def _is_known(cls, value: str) -> str:
        if value != "UTC" and value not in available_timezones():
            raise ValueError("not a known time zone; write one such as Europe/Riga or UTC")
        return value


class MaintainSettings(BaseModel):
    """What `copydesk maintain` merges and keeps, and when `copydesk serve` starts it by itself."""

    model_config = ConfigDict(extra="forbid")

    cron: Cron = Field(
        "30 4 * * 0",
        description="Five-field cron expression of the scheduled maintenance, in the time zone of `[schedule]`.",
    )
    small_batches: int = Field(
        64,
        ge=0,
        description="Where there are more small batches than this, they are merged.",
    )
    batch_documents: int = Field(
        20_000,
        ge=1,
        le=100_000,
        description="Documents in a merged batch, at most; a batch with fewer than half is small.",
    )
    keep_versions: int = Field(
        5, ge=1, description="How many of the newest versions are kept in any case."
    )
    grace_hours: float = Field(
        24.0,
        ge=0,
        allow_inf_nan=False,
        description="Hours that a version is kept after it was replaced: readers may still have it open.",
    )


Names = tuple[str, ...]


class FieldSettings(BaseModel):
    """Which keys of a sidecar, a front matter, a record or a table row say what: the first that is there counts.

    Keys are compared without regard to case.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: Names = Field(("text", "content", "body"), description="The text of a record or row.")
    title: Names = Field(("title", "headline"), description="Headline.")
    url: Names = Field(("url", "link"), description="Address.")
    published: Names = Field(
        ("published", "published_at", "publication_date", "date"), description="Publication date."
    )
    source_name: Names = Field(("source_name", "source"), description="Publisher or feed.")
    author: Names = Field(("author", "authors", "byline"), description="Author.")
    language: Names = Field(("language", "lang"), description="Language.")
    id: Names = Field(("id",), description="What names a record or row in its container.")


class LanguageSettings(BaseModel):
    """How languages are told."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    audit: bool = Field(
        False,
        description="Ask langdetect for every document and paragraph, not only where the other engines leave a doubt: "
        "`langdetect_code` and `langdetect_score` of `languages` are filled then. Changes no language, and costs time: a change of it annotates all documents anew from language on.",
    )


class DatesSettings(BaseModel):
    """What the user knows of how dates are written."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    order: tuple[DayOrder, ...] = ()


class EntitySettings(BaseModel):
    """Which models find names."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    models: dict[str, str] = Field(
        default_factory=dict,
        description="Language code -> the spaCy pipeline that reads it: the name of an installed package, or a folder, "
        'such as `de = "de_core_news_md"` or `de = "models/de"`. Also `"gazetteer"` (known names of places alone) and '
        '`"none"`. Languages that are not named have the models of docs/accuracy.md. A change of it finds all names anew.',
    )


class ServerSettings(BaseModel):
    """The Prefect server of `copydesk serve`: where it listens, who may use it, what it keeps."""

    model_config = ConfigDict(extra="forbid")

    port: int = Field(4200, ge=1024, le=65535, description="Port of the Prefect server and its UI.")
    host: str = Field(
        "127.0.0.1",
        description="Address that the server listens on. Another than this machine's own needs `auth` and `public_url`.",
    )
    public_url: str = Field(
        "",
        pattern=r"^(https?://[^/]+)?$",
        description="What people write into their browser, such as `http://archive.example.org:4200`; empty for this machine.",
    )
    auth: SecretStr | None = Field(
        None,
        description="`user:password` of the UI and the API. Better in the environment (`COPYDESK_SERVER__AUTH`) than in a file.",
    )
    postgres: SecretStr | None = Field(
        None,
        description="PostgreSQL database for Prefect's records (`postgresql://user:password@host:5432/database`); SQLite "
        "in `.prefect` without it. Better in the environment (`COPYDESK_SERVER__POSTGRES`).",
    )
    keep_runs_days: int = Field(
        90, ge=1, description="Days that the UI keeps a run with its logs and artifacts."
    )
    keep_events_days: int = Field(7, ge=1, description="Days that the UI keeps events.")


class ReportSettings(BaseModel):
    """The page that a run writes, what the run is compared with, and what counts as odd in it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    page: bool = Field(
        True,
        description="Each run writes `report.html` beside the views (see docs/report.md). "
        "`copydesk report` writes it at any time.",
    )
    title: str = Field("The archive at a glance", description="Headline of that page.")
    compared_runs: int = Field(
        20,
        ge=1,
        description="A run is compared with so many runs before it, of those that took something in.",
    )
    least_runs: int = Field(
        5, ge=1, description="With fewer runs to compare with than this, nothing is called odd."
    )
    least_volume: int = Field(
        10,
        ge=1,
        description="Sources or documents below which a change of volume or of a share is not told.",
    )
    volume_factor: float = Field(
        3.0,
        gt=1,
        allow_inf_nan=False,
        description="More than so many times the usual volume, or less than the usual divided by it, is odd. So are names in "
        "a document.",
    )
    share_margin: float = Field(
        0.1,
        ge=0,
        le=1,
        description="A share of rejected or vanished sources, or of documents without a date, that is so much above the usual is odd.",
    )
    fresh_hours: float = Field(
        0.0,
        ge=0,
        allow_inf_nan=False,
        description="`copydesk check` fails where the last run ended longer ago than this; 0 asks for nothing.",
    )


class Settings(BaseSettings):
    """All settings, with their defaults. Relative paths are relative to `project`."""

    model_config = SettingsConfigDict(
        env_prefix="COPYDESK_", env_nested_delimiter="__", extra="forbid", frozen=True
    )

    project: Path = Field(
        Path(), description="Folder of copydesk.toml; Prefect keeps its records in it."
    )
    raw: Path = Field(Path("raw"), description="Folder of raw text, read and never written.")
    warehouse: Path = Field(Path("warehouse"), description="Folder of the warehouse.")
    workers: int = Field(
        default_factory=usable_cores,
        ge=1,
        description="Processes that annotate at once. Each needs up to 1.5 GiB. Default: one a core.",
    )
    batch_documents: int = Field(
        500,
        ge=1,
        le=100_000,
        description="Documents in a batch, at most (more only in archives above 150,000).",
    )
    batch_mebibytes: int = Field(
        64,
        ge=1,
        le=4096,
        description="Raw text in a batch, at most, in MiB. Bounds a worker's memory.",
    )
    file_mebibytes: int = Field(
        32,
        ge=1,
        le=1024,
        description="Largest raw file that is read, in MiB; larger ones are rejected.",
    )
    line_rules: Path = Field(
        Path(LINE_RULES_NAME),
        description="File of the user's rules for lines to keep or drop (see docs/recurring-lines.md); none where "
        "the default is absent.",
    )
    aliases: Path = Field(
        Path(ALIASES_NAME),
        description="File of the user's decisions about names: which are one, which are not (see docs/entities.md); "
        "none where the default is absent.",
    )
    rejected_share_limit: float = Field(
        1.0,
        ge=0,
        le=1,
        description="A run whose share of rejected sources is above this fails (exit code 1).",
    )
    fields: FieldSettings = Field(default_factory=FieldSettings)
    path_rules: tuple[PathRule, ...] = ()
    language: LanguageSettings = Field(default_factory=LanguageSettings)
    dates: DatesSettings = Field(default_factory=DatesSettings)
    entities: EntitySettings = Field(default_factory=EntitySettings)
    schedule: ScheduleSettings = Field(default_factory=ScheduleSettings)
    maintain: MaintainSettings = Field(default_factory=MaintainSettings)
    report: ReportSettings = Field(default_factory=ReportSettings)
    server: ServerSettings = Field(default_factory=ServerSettings)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003  # fixed signature
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments win over the environment, the environment over the file."""
        file = TomlConfigSettingsSource(settings_cls, settings_cls.model_config.get("toml_file"))
        return init_settings, env_settings, file

    @property
    def raw_folder(self) -> Path:
        """The raw folder, absolute."""
        return (self.project / self.raw).resolve()

    @property
    def warehouse_folder(self) -> Path:
        """The warehouse folder, absolute."""
        return (self.project / self.warehouse).resolve()

    @property
    def entity_models(self) -> tuple[tuple[str, str], ...]:
        """Language code and pipeline of what the user names, by code; folders absolute."""
        folders = {
            code: self.project / name
            for code, name in self.entities.models.items()
            if "/" in name or (self.project / name).is_dir()
        }
        named = {code: str(folder.resolve()) for code, folder in folders.items()}
        return tuple(sorted((self.entities.models | named).items()))

    @cached_property
    def rules(self) -> tuple[LineRule, ...]:
        """The user's rules for lines, read once: a run goes by one state of them.

        Raises:
            ConfigError: The file is broken, or it is set and absent.
        """
        file = (self.project / self.line_rules).resolve()
        if not file.exists() and self.line_rules == Path(LINE_RULES_NAME):
            return ()
        return read_line_rules(file)

    @cached_property
    def decisions(self) -> tuple[EntityDecision, ...]:
        """The user's decisions about names, read once: a run goes by one state of them.

        Raises:
            ConfigError: The file is broken, or it is set and absent.
        """
        file = (self.project / self.aliases).resolve()
        if not file.exists() and self.aliases == Path(ALIASES_NAME):
            return ()
        return read_entity_decisions(file)


def find_project(start: Path) -> Path:
    """Return the nearest folder at or above `start` that holds copydesk.toml, else `start` itself."""
    start = start.resolve()
    return next(
        (folder for folder in (start, *start.parents) if (folder / FILE_NAME).is_file()), start
    )


def load_settings(project: Path, **overrides: object) -> Settings:
    """Return the settings of a project folder.

    Args:
        project: The folder that copydesk.toml lies in (it may be absent: then the defaults hold).
        overrides: Values that win over file and environment; None means not given.

    Raises:
        ConfigError: A key is unknown or a value impossible. The message names key, value and cure.
    """
    given = {key: value for key, value in overrides.items() if value is not None}

    class ProjectSettings(Settings):
        model_config = SettingsConfigDict(toml_file=project / FILE_NAME)

    try:
        loaded = ProjectSettings(project=project.resolve(), **given)  # type: ignore[arg-type]  # validated here
    except ValidationError as error:
        raise ConfigError(_explain(error, project / FILE_NAME)) from error
    except SettingsError as error:
        raise ConfigError(f"the environment is wrong: {error}; see docs/settings.md") from error
    except ValueError as error:  # the TOML itself is broken
        raise ConfigError(f"{project / FILE_NAME} is not valid TOML: {error}") from error
    _refuse_unknown_variables()
    _ = loaded.rules, loaded.decisions  # told now if they are wrong
    return loaded


def _refuse_unknown_variables() -> None:
    """Refuse misspelt variables, as misspelt keys of the file are."""
    known = {"COPYDESK_" + name.upper() for name in Settings.model_fields}
    for variable in os.environ:
        if variable.startswith("COPYDESK_") and variable.split("__")[0] not in known:
            raise ConfigError(
                f"{variable} is not a setting; the settings are listed in docs/settings.md"
            )


def refuse_impossible_folders(settings: Settings) -> None:
    """Refuse what a run cannot work with.

    Raises:
        ConfigError: The warehouse would be read as raw text or holds the raw folder, or DuckDB cannot open it.
    """
    raw, warehouse = settings.raw_folder, settings.warehouse_folder
    for sign in "?\\":
        if sign in str(warehouse):
            raise ConfigError(
                f"DuckDB cannot open files below a folder with {sign!r} in its name: {warehouse}"
            )
    if raw.is_relative_to(warehouse) or warehouse.is_relative_to(raw):
        raise ConfigError(
            f"raw ({raw}) and warehouse ({warehouse}) lie in one another; choose folders side by side"
        )


def _explain(error: ValidationError, file: Path) -> str:
    problems = []
    for item in error.errors():
        key = ".".join(str(part) for part in item["loc"])
        if item["type"] == "extra_forbidden":
            problems.append(
                f"`{key}` is not a setting; the settings are listed in docs/settings.md"
            )
        else:
            variable = "COPYDESK_" + "__".join(_nested_in(item["loc"])).upper()
            problems.append(
                f"`{key}` = {item['input']!r}: {item['msg']} (set in {file} or {variable})"
            )
    return "\n".join(problems)


def _nested_in(place: tuple[int | str, ...]) -> list[str]:
    """Return the names up to the first list: of a list the environment holds the whole, as JSON."""
    return [str(part) for part in takewhile(lambda part: isinstance(part, str), place)]
