"""Dates: CPU time of our annotator beside dateparser on the same texts, its growth on hostile lines, its share of a run.

    python bench/dates.py [RAW] [--texts N] [--growth] [--warehouse WAREHOUSE]

RAW is a folder of `.txt` files; without it the sample archive is read. Each text is given in turn to `dates.annotate` and
whole to `dateparser.search.search_dates`, both told its language and its day, in one process on one core. Documents are
made before. `--growth` reads lines of 16 kB to 1 MB that repeat what dates are made of, in each language that has a pack.
With a warehouse, the wall seconds that its stages took are told as well.
"""

import argparse
import math
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from dateparser.search import search_dates
from measured import SAMPLE, read_texts, seconds, stay_on_one_core, tell_stages

from copydesk.annotate import dates
from copydesk.annotate.dates.packs import PACKS
from copydesk.annotate.language.tags import code_of
from copydesk.evaluation.gold import make_document, take
from copydesk.records import Document, Metadata

BASE = datetime(2024, 2, 15)  # noqa: DTZ001  # dateparser wants it without a zone
SIZES = (16, 32, 64, 128, 256, 1024)
"""Of hostile lines, in thousands of characters."""
SLOW = 3.0
"""Lines that cost more than this many times what the language's middle line costs are printed."""
SIGNS = (
    "1 ", "1 1 1 ", "12", "1-1-1 ", "1-2-3 ", "1/2/", "- ", "-", "(((", '"', "'", "' '9 ", ". ", "2024 ", "2024-",
    "12:30 ", "1.5 ", "1,5 ", "1½ ", "1st ", "'90s ", "二", "二零二四", "三月", "十 ", "年", "٣", "٣ ", "٣/٤ ", "XIX ", "a",
)  # fmt: skip
"""What is repeated in every language."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("raw", type=Path, nargs="?", default=SAMPLE)
    parser.add_argument("--texts", type=int, default=100, help="Most texts of a language.")
    parser.add_argument("--growth", action="store_true", help="Read hostile lines, nothing else.")
    parser.add_argument("--warehouse", type=Path, help="Whose stages to tell.")
    options = parser.parse_args()
    stay_on_one_core()
    if options.growth:
        for language_code in PACKS:
            tell_growth(language_code)
        return
    groups: defaultdict[str, list[Document]] = defaultdict(list)
    for code, text in read(options.raw):
        groups[code].append(make_document(text, Metadata(published_text=BASE.date().isoformat())))
    for code in sorted(groups):
        compare(code, take(groups[code], options.texts))
    if options.warehouse:
        tell_stages(options.warehouse, "dates")


def read(folder: Path) -> Iterator[tuple[str, str]]:
    """Give language and text of the files whose language has a pack."""
    for tag, text in read_texts(folder):
        code = code_of(tag)
        if code in PACKS:
            yield code, text


def compare(language_code: str, documents: list[Document]) -> None:
    """Print documents and megabytes a CPU second of both, and their ratio."""
    ours = theirs = 0.0
    ask(documents[0], language_code)  # both compile their words: start-up is no part of the figures
    dates.annotate(documents[0], language_code)
    for document in documents:
        ours += seconds(lambda: dates.annotate(document, language_code))  # noqa: B023
        theirs += seconds(lambda: ask(document, language_code))  # noqa: B023
    megabytes = sum(len(document.text.encode()) for document in documents) / 1e6
    print(
        f"{language_code}: {len(documents)} texts of {1e6 * megabytes / len(documents):,.0f} bytes: "
        f"ours {len(documents) / ours:,.0f} a second, {megabytes / ours:.2f} MB/s; "
        f"dateparser {len(documents) / theirs:,.1f} a second, {megabytes / theirs:.3f} MB/s; "
        f"ours is {theirs / ours:.1f} times as fast",
        flush=True,
    )


def ask(document: Document, language_code: str) -> object:
    """Ask dateparser, as a program without us would."""
    return search_dates(document.text, languages=[language_code], settings={"RELATIVE_BASE": BASE})


def tell_growth(language_code: str) -> None:
    """Print nanoseconds a character of the lines that grow faster than their length or are slow out of proportion."""
    told = {line: tuple(costs(line, language_code)) for line in hostile_lines(language_code)}
    usual = sorted(found[0] for found in told.values())[len(told) // 2]
    exponents = {line: exponent_of(found) for line, found in told.items()}
    print(
        f"{language_code}: {len(told)} lines; middle {usual:,.0f} ns a character at {SIZES[0]} kB, "
        f"highest exponent {max(exponents.values()):.2f}",
        flush=True,
    )
    for line, found in told.items():
        if exponents[line] > 1.15 or found[0] > SLOW * usual:  # noqa: PLR2004  # what is noise here
            figures = " ".join(f"{one:,.0f}" for one in found)
            print(f"  {line!r}: {figures} ns, exponent {exponents[line]:.2f}")


def hostile_lines(language_code: str) -> Iterator[str]:
    """Give what to repeat: signs, and words of each table of the pack, alone and after a number."""
    yield from SIGNS
    pack = PACKS[language_code]
    space = "" if pack.is_unspaced else " "
    tables = (
        pack.months, pack.month_abbreviations, pack.weekdays, pack.numbers, pack.tens, pack.multiples, pack.ordinals,
        pack.units, pack.plural_units, pack.deictics, pack.parts_of_day, pack.amounts, pack.holidays, pack.seasons,
    )  # fmt: skip
    for table in tables:
        words = list(table)
        if words:
            yield f"{words[0]}{space}"
            yield f"2{space}{words[-1]}{space}"
            yield space.join([*words[:40], ""])
    for words in (pack.range_words, pack.and_words, pack.between_words):
        for word in sorted(words):
            yield f"2{space}{word}{space}"


def costs(line: str, language_code: str) -> Iterator[float]:
    """Give the nanoseconds a character at each size; the smaller of two tries."""
    for size in SIZES:
        text = (line * (1000 * size // len(line) + 1))[: 1000 * size]
        document = make_document(text, Metadata(published_text="2024-02-15"))
        tries = 2 if size < SIZES[-1] else 1
        spent = min(seconds(lambda: dates.annotate(document, language_code)) for _ in range(tries))  # noqa: B023
        yield 1e9 * spent / len(text)


def exponent_of(found: tuple[float, ...]) -> float:
    """Give the exponent of growth between the smallest and the largest size: 1 is linear."""
    return 1 + math.log(found[-1] / found[0]) / math.log(SIZES[-1] / SIZES[0])


if __name__ == "__main__":
    main()
