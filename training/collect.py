"""Lays open data for English news out as the other scripts read it.

    python training/collect.py SETS DATA

SETS is a folder with re3d in CoNLL format (`juand/re3d`), the news of GUM (`gum_en/sources`) and WikiWars
(`wikiwars_en`), anywhere below it. Writes DATA/gold/*.conll and DATA/text/*.txt. What is taken, and under which licence, is
told in training/README.md: of each set the training part alone, and nothing for non-commercial use only.
"""
# ruff: noqa: INP001, T201  # a script

import argparse
import gzip
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mentions import Phrase, tags_of

RE3D_SOURCES = (
    "Australian_Department_of_Foreign_Affairs", "CENTCOM", "Delegation_of_the_European_Union_to_Syria", "UK_Government",
    "US_State_Department", "Wikipedia",
)  # fmt: skip
"""Parts of re3d; the seventh, `BBC_Online`, is for non-commercial use only."""
RE3D_TYPES = {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "NORP"}
GUM_HELD_OUT = frozenset({"defector", "expo", "homeopathic", "iodine", "nasa", "sensitive"})
"""News of GUM in the development or test part of any of its versions (`_build/utils` of its repository)."""
GUM_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}
_MARKUP = re.compile(r"<[^>]*>")
_BRACKET = re.compile(r"\((\d+)-([a-z]+)[^()]*(\)?)|(\d+)\)")
"""`(1-person-…` opens a mention, `(1-person-…)` is one of a single token, `1)` closes it."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token of GUM: form, part of speech, place of its head in the sentence, brackets of mentions."""

    form: str
    upos: str
    head: int
    brackets: str


def main() -> None:
    """Write what is found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", type=Path)
    parser.add_argument("data", type=Path)
    options = parser.parse_args()
    for name, lines in (("re3d", re3d(options.sets)), ("gum", gum(options.sets))):
        path = options.data / "gold" / f"{name}.conll"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    folder = options.data / "text"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in open_texts(options.sets):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        print(f"{name}: {len(text.split())} words")


def read(path: Path) -> str:
    """Give the text of a packed file."""
    return gzip.decompress(path.read_bytes()).decode()


def re3d(sets: Path) -> Iterator[str]:
    """Give the training part of re3d in columns, from sources that allow any use."""
    allowed = {
        tuple(form for form, _ in one)
        for source in RE3D_SOURCES
        for path in sorted(sets.rglob(f"data-by-source/conll/{source}/*.conll.gz"))
        for one in sentences(read(path))
    }
    for path in sorted(sets.rglob("data/train/re3d-train.conll.gz")):
        for sentence in sentences(read(path)):
            forms = tuple(form for form, _ in sentence)
            tags = tags_of(forms, list(re3d_phrases(sentence)))
            if forms in allowed and tags is not None:
                yield from map("\t".join, zip(forms, tags, strict=True))
                yield ""


def sentences(text: str) -> Iterator[list[tuple[str, str]]]:
    """Give the sentences of a file in columns: form and tag of each token."""
    for block in re.split(r"\n\s*\n", text):
        rows = [line.split("\t") for line in block.splitlines() if "\t" in line]
        if rows:
            yield [(row[0], row[-1]) for row in rows]


def re3d_phrases(sentence: Sequence[tuple[str, str]]) -> Iterator[Phrase]:
    """Give what is marked in a sentence."""
    for start, (_, tag) in enumerate(sentence):
        kind = RE3D_TYPES.get(tag[2:])
        if kind and tag.startswith("B-"):
            end = start + 1
            while end < len(sentence) and sentence[end][1] == f"I-{tag[2:]}":
                end += 1
            yield Phrase(start, end, kind)


def gum(sets: Path) -> Iterator[str]:
    """Give the news of GUM in columns: people, organisations and places by their proper names."""
    for path in gum_files(sets):
        yield "# newdoc"
        for block in read(path).split("\n\n"):
            running = re.search(r"^# text = .*$", block, re.MULTILINE)
            tokens = list(gum_tokens(block))
            forms = [one.form for one in tokens]
            tags = tags_of(forms, list(gum_phrases(tokens)))
            if running and tags:
                yield running[0]
                yield from map("\t".join, zip(forms, tags, strict=True))
                yield ""


def gum_files(sets: Path) -> list[Path]:
    """Give the news of GUM that are in its training part."""
    found = sorted(sets.rglob("GUM_news_*.conllu.gz"))
    return [one for one in found if one.name.split(".")[0].rpartition("_")[2] not in GUM_HELD_OUT]


def gum_tokens(block: str) -> Iterator[Token]:
    """Give the tokens of a sentence; places of heads are counted from 0."""
    for line in block.splitlines():
        columns = line.split("\t")
        if columns[0].isdigit():
            brackets = re.search(r"(?:^|\|)Entity=([^|]*)", columns[9])
            yield Token(
                columns[1], columns[3], int(columns[6]) - 1, brackets[1] if brackets else ""
            )


def gum_phrases(tokens: Sequence[Token]) -> Iterator[Phrase]:
    """Give the mentions of a sentence whose head is a proper noun, longest first."""
    found = [one for one in gum_mentions(tokens) if one.kind in GUM_TYPES]
    for one in sorted(found, key=lambda phrase: (phrase.start - phrase.end, phrase.start)):
        heads = [
            at for at in range(one.start, one.end) if not one.start <= tokens[at].head < one.end
        ]
        if len(heads) == 1 and tokens[heads[0]].upos == "PROPN":
            yield Phrase(one.start, one.end, GUM_TYPES[one.kind], heads[0])


def gum_mentions(tokens: Sequence[Token]) -> Iterator[Phrase]:
    """Give the mentions that open and close in a sentence."""
    is_open: list[tuple[str, int, str]] = []
    for at, token in enumerate(tokens):
        for bracket in _BRACKET.finditer(token.brackets):
            number, kind, is_single, closed = bracket.groups()
            if is_single:
                yield Phrase(at, at + 1, kind)
            elif number:
                is_open.append((number, at, kind))
            else:
                own = [one for one in is_open if one[0] == closed]
                for one in own[-1:]:
                    is_open.remove(one)
                    yield Phrase(one[1], at + 1, one[2])


def open_texts(sets: Path) -> Iterator[tuple[str, str]]:
    """Give name and text of the documents to label: those of GUM, and WikiWars."""
    for path in gum_files(sets):
        lines = re.findall(r"^# text = (.*)$", read(path), re.MULTILINE)
        yield path.name.split(".")[0], "\n\n".join(lines) + "\n"
    for path in sorted(sets.rglob("wikiwars_en/**/*.tml.gz")):
        body = read(path).partition("<TEXT>")[2].partition("</TEXT>")[0]
        lines = [line.strip() for line in _MARKUP.sub("", body).splitlines()]
        yield f"wikiwars_{path.name.split('.')[0]}", "\n\n".join(filter(None, lines)) + "\n"


if __name__ == "__main__":
    main()
