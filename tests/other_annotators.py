"""Other versions of the annotators, as a new release would bring them: for tests of what is then done again."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from copydesk import batch
from copydesk.annotate import registry
from copydesk.annotate.registry import fingerprints
from copydesk.records import LineKind

Wrap = Callable[[Callable[..., Any]], Callable[..., Any]]
"""Makes another annotator of an annotator."""

_STEPS = registry.STEPS
_ANNOTATORS = {
    (step.name, function): getattr(getattr(batch, step.name), function)
    for step in _STEPS
    for function in ("annotate", "date_again")  # the second for stored rows, by the same version
    if hasattr(getattr(batch, step.name, None), function)
}


def release(name: str, version: str, wrap: Wrap | None = None) -> None:
    """Let another version of one step take its place, by another annotator if one is given.

    `withdraw` brings the old one back.
    """
    withdraw()
    registry.STEPS = tuple(
        replace(step, version=version) if step.name == name else step for step in _STEPS
    )
    for (module, function), annotate in _ANNOTATORS.items() if wrap is not None else ():
        if module == name:
            setattr(getattr(batch, name), function, wrap(annotate))


def withdraw() -> None:
    """Bring all annotators back as they are."""
    registry.STEPS = _STEPS
    for (name, function), annotate in _ANNOTATORS.items():
        setattr(getattr(batch, name), function, annotate)
    fingerprints.cache_clear()


def all_body(annotate: Callable[..., Any]) -> Callable[..., Any]:
    """Another boilerplate annotator: every line is the story's."""
    return lambda document: tuple(
        replace(label, kind=LineKind.BODY, reason="test") for label in annotate(document)
    )


def all_dutch(annotate: Callable[..., Any]) -> Callable[..., Any]:
    """Another language annotator: every document is Dutch."""
    return lambda document, labels, *, audit: tuple(
        replace(guess, language_code="nl", language_tag="nl")
        for guess in annotate(document, labels, audit=audit)
    )


def nothing_said(annotate: Callable[..., Any]) -> Callable[..., Any]:
    """Another quality annotator: it has nothing to say of words."""
    return lambda document, code: replace(annotate(document, code), words=None)


def first_only(annotate: Callable[..., Any]) -> Callable[..., Any]:
    """Another sentence annotator: it finds the first sentence alone."""
    return lambda document, code: annotate(document, code)[:1]


def long_ago(annotate: Callable[..., Any]) -> Callable[..., Any]:
    """Another date annotator: every document is of the year 1903."""
    return lambda document, *given: annotate(
        replace(document, metadata=replace(document.metadata, published_text="1903-05-17")), *given
    )


def nobody(annotate: Callable[..., Any]) -> Callable[..., Any]:
    """Another entity annotator: it finds nothing."""
    return lambda documents, codes, engines, foreign: [
        () for _ in annotate(documents, codes, engines, foreign)
    ]


def failing_on(word: str) -> Wrap:
    """Another date annotator: it fails on documents that hold a word."""

    def wrap(annotate: Callable[..., Any]) -> Callable[..., Any]:
        def annotated(document: Any, *given: Any) -> Any:
            if word in document.text:
                raise ZeroDivisionError
            return annotate(document, *given)

        return annotated

    return wrap
