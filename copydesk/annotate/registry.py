"""The steps that make a document's rows, and their fingerprints.

A new annotator is a module with NAME, VERSION and annotate(...), a line here, and its call in
`copydesk.batch`.
"""

from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from unicodedata import unidata_version

from copydesk.annotate import (
    amounts,
    boilerplate,
    dates,
    entities,
    language,
    line_rules,
    quality,
    sentences,
)
from copydesk.records import Metadata
from copydesk.settings import DatesSettings, FieldSettings, LanguageSettings, Settings
from copydesk.text.publisher import publisher_of
from copydesk.text.template import TEMPLATE_VERSION
from copydesk.user_rules import LineRule

TEXT_VERSION = "3"
"""Raise it when reading a sidecar, decoding, normalisation or segmentation gives another result."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step, with everything that shapes its result.

    Attributes:
        name: The annotator's name.
        version: Its version: raised whenever its result changes.
        tables: Stored tables that hold its result.
        packages: Installed packages whose version shapes the result.
        optional_packages: Gives those that may be missing on a platform, of which it has the ones that can be used.
        after: Steps whose result it uses; they come before it in `STEPS`.
        weights: Package whose `weights.json` shapes its result; empty where nothing was fitted.
    """

    name: str
    version: str
    tables: tuple[str, ...]
    packages: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    optional_packages: Callable[[], tuple[str, ...]] = tuple
    weights: str = ""


@dataclass(frozen=True, slots=True)
class Configuration:
    """What the user sets that shapes results.

    Attributes:
        rules: The user's rules for lines: the configuration of `line_rules`.
        fields: Which keys of sidecars and front matters say what: the configuration of `text`.
        language: The configuration of `language`.
        dates: The configuration of `dates`.
        entity_models: Language code and pipeline that the user names: the configuration of `entities`.
    """

    rules: tuple[LineRule, ...] = ()
    fields: FieldSettings = field(default_factory=FieldSettings)
    language: LanguageSettings = field(default_factory=LanguageSettings)
    dates: DatesSettings = field(default_factory=DatesSettings)
    entity_models: entities.Models = ()

    @property
    def goes_by_publisher(self) -> bool:
        """Whether who published a document shapes its rows."""
        sources = [rule.source for rule in self.rules] + [rule.source for rule in self.dates.order]
        return any(source is not None for source in sources)

    def of_step(self, name: str) -> list[str]:
        """Return what of it shapes the result of a step, as texts."""
        if name == line_rules.NAME:
            return [rule.model_dump_json() for rule in self.rules]
        if name == language.NAME:
            return [self.language.model_dump_json()]
        if name == dates.NAME:
            return [rule.model_dump_json() for rule in self.dates.order]
        if (
            name == entities.NAME
        ):  # which models of which weights answer is what is set and what is installed
            return list(entities.describe(self.entity_models))
        # What the text and the name of a record are, its bytes and its path tell.
        return [self.fields.model_dump_json(exclude={"id", "text"})] if name == "text" else []


DEFAULT_CONFIGURATION = Configuration()

STEPS = (
    Step(
        "text",
        TEXT_VERSION,
        ("sources", "source_metadata", "documents", "paragraphs"),
        ("charset-normalizer", "ftfy", "pyyaml"),
    ),
    Step(
        boilerplate.NAME,
        f"{boilerplate.VERSION}, templates {TEMPLATE_VERSION}",
        ("lines",),
        after=("text",),
        weights=boilerplate.__name__,
    ),
    Step(line_rules.NAME, line_rules.VERSION, ("line_rules",), after=("text",)),
    Step(
        language.NAME,
        language.VERSION,
        ("languages",),
        after=(boilerplate.NAME,),
        optional_packages=language.engine_packages,
        weights=language.__name__,
    ),
    Step(quality.NAME, quality.VERSION, ("quality",), ("spacy",), (language.NAME,)),
    Step(sentences.NAME, sentences.VERSION, ("sentences",), ("sentencex",), (language.NAME,)),
    Step(
        dates.NAME,
        dates.VERSION,
        ("dates", "document_dates", "date_evidence"),
        after=(language.NAME,),
    ),
    Step(  # alone, it works on the stored operations
        dates.RESOLUTION_NAME,
        dates.RESOLUTION_VERSION,
        ("dates", "document_dates", "date_evidence"),
        after=(dates.NAME,),
    ),
    Step(amounts.NAME, amounts.VERSION, ("amounts",), after=(language.NAME,)),
    Step(
        entities.NAME,
        entities.VERSION,
        ("mentions",),
        ("spacy",),
        (language.NAME,),
    ),
)
DESCRIPTION = Step("description", TEXT_VERSION, ("sources", "source_metadata"))
"""A part of `text` that is done alone where another thing is said of a source. It has no fingerprint of its own."""


def tables_of(steps: Collection[str]) -> list[str]:
    """Return the stored tables that hold the results of some steps, each once."""
    tables = (
        table for step in (*STEPS, DESCRIPTION) if step.name in steps for table in step.tables
    )
    return list(dict.fromkeys(tables))


def configuration_of(settings: Settings) -> Configuration:
    """Return what of the settings shapes results.

    Raises:
        ConfigError: The file of the rules for lines is broken.
    """
    return Configuration(
        settings.rules, settings.fields, settings.language, settings.dates, settings.entity_models
    )


@cache
def fingerprints(configuration: Configuration = DEFAULT_CONFIGURATION) -> Mapping[str, str]:
    """Return step name -> fingerprint.

    A hash of its name and version, the interpreter's Unicode data, its packages, its weights, its configuration and
    the steps before it.

    Raises:
        ConfigError: A model that is named or required is not installed.
    """
    made: dict[str, str] = {}
    for step in STEPS:
        parts = [step.name, step.version, f"Unicode {unidata_version}"]
        parts += [
            f"{package} {version(package)}"
            for package in (*step.packages, *step.optional_packages())
        ]
        if step.weights:
            parts.append(files(step.weights).joinpath("weights.json").read_text(encoding="utf-8"))
        parts += configuration.of_step(step.name)
        parts += [made[name] for name in step.after]
        made[step.name] = sha256("\n".join(parts).encode()).hexdigest()[:12]
    return made


def path_clue(configuration: Configuration) -> Callable[[str], str]:
    """Return what gives all that a path says to the annotators: for a path with the same clue nothing is redone."""
    if not configuration.goes_by_publisher:
        return dates.path_clue
    return lambda path: f"{publisher_of(None, None, path)}/{dates.path_clue(path)}"


def shape(configuration: Configuration) -> Callable[[Metadata, str], Hashable]:
    """Return what gives, of metadata and publisher, all that other steps than the dates' resolution go by."""

    def shape_of(metadata: Metadata, publisher_name: str) -> Hashable:
        publisher = publisher_name if configuration.goes_by_publisher else None
        return metadata.title, dates.order_of_region(metadata.language_text), publisher

    return shape_of
