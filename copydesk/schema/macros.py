"""The macros that analysts call: what they take and give. One file of `sql/macros` each, in order of creation."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Macro:
    """A function of the view database, written in SQL.

    Attributes:
        name: Its name.
        description: What it gives.
        parameters: Name -> what to give it, in order.
        columns: Column -> meaning, of a table macro; empty for one that gives a value.
        example: SQL that runs as it stands.
    """

    name: str
    description: str
    parameters: dict[str, str]
    columns: dict[str, str]
    example: str


_DOC_ID = "The document: see `documents`."
_DOCUMENT = {
    "doc_id": _DOC_ID,
    "title": "Its headline.",
    "published_date": "Its own date; NULL unless the day is known.",
    "source_name": "Publisher or feed, as given.",
    "language_code": "Its language.",
}
_QUERY = (
    'Words that must all stand in the title or body, whatever capitals and accents; `"words in this order"`; a '
    '`beginning*`; `-word`, `-"a phrase"` that must not stand there.'
)
_ENTITY = "Any form of its name, whatever capitals and accents, or an `entity_id`. A name of several entities gives all."
_ENTITY_COLUMNS = {"entity_id": "The entity: see `entities`.", "entity_name": "Its fullest name."}
_STEP = "A step of `search`."

MACROS: dict[str, Macro] = {
    macro.name: macro
    for macro in (
        Macro(
            "fold_word",
            "A text as words are compared: small letters, without accents, ß as ss.",
            {"word": "The text."},
            {},
            "select fold_word('Große Nordpost')",
        ),
        Macro(
            "spaceless",
            f"{_STEP} The signs of scripts without spaces between words, as a pattern.",
            {},
            {},
            "select regexp_matches('日本', spaceless())",
        ),
        Macro(
            "search_terms",
            f"{_STEP} The terms of a text as the index holds them, in order.",
            {"content": "The text."},
            {},
            "select search_terms('The Große Nordpost, 2025')",
        ),
        Macro(
            "search_clauses",
            f"{_STEP} The parts of a query, and the terms that each of them asks for.",
            {"query": _QUERY},
            {
                "clause_no": "Number of the part, from 1.",
                "is_excluded": "Whether it must not stand there.",
                "place": "Where the term stands in its part, from 1.",
                "term": "The term.",
                "is_prefix": "Whether it is the beginning of a term.",
                "term_count": "Terms of the part.",
            },
            "from search_clauses('\"prime minister\" resign* -poll')",
        ),
        Macro(
            "search_hits",
            f"{_STEP} The documents that match, in no order: quicker than `search` where titles are not wanted.",
            {"query": _QUERY},
            {"doc_id": _DOC_ID, "score": "See `search`."},
            "select count(*) from search_hits('harbour strike')",
        ),
        Macro(
            "search",
            "Full-text search: the documents that match a query, the best first.",
            {"query": _QUERY},
            {
                "rank": "1 is the best.",
                "score": "BM25: how much more often than usual the words stand there, for its length. It compares "
                "documents of one query only.",
                **_DOCUMENT,
            },
            "from search('harbour strike') limit 10",
        ),
        Macro(
            "search_snippets",
            "The best documents of a search, each with the words around the first place that matches best.",
            {
                "query": _QUERY,
                "hit_count": "Documents to give, 10 unless said otherwise (`hit_count := 50`).",
                "among": "A list of `doc_id` to choose from; NULL, if not given, for all.",
            },
            {
                "rank": "1 is the best.",
                "score": "See `search`.",
                **_DOCUMENT,
                "snippet": "About 30 words on one line; those that match stand between « and ».",
            },
            "from search_snippets('harbour strike', hit_count := 3)",
        ),
        Macro(
            "entities_named",
            "The entities that have a name.",
            {"name_or_id": _ENTITY},
            {
                "entity_id": "The entity: see `entities`.",
                "entity_type": "Its type.",
                "entity_name": "Its fullest name.",
            },
            "from entities_named('imf')",
        ),
        Macro(
            "documents_about",
            "The documents that name an entity.",
            {"entity": _ENTITY},
            {
                **_DOCUMENT,
                **_ENTITY_COLUMNS,
                "mention_count": "Mentions of it there.",
            },
            "from documents_about('IMF') order by mention_count desc",
        ),
        Macro(
            "mentions_of",
            "The mentions of an entity in titles and body lines, each with its sentence.",
            {"entity": _ENTITY},
            {
                "doc_id": _DOC_ID,
                "mention_no": "The mention: see `mentions`.",
                **_ENTITY_COLUMNS,
                "surface": "The words as they stand.",
                "sentence": "The sentence, with single spaces.",
                "start_char": "Start in `documents.text`.",
                "end_char": "End in `documents.text`, exclusive.",
            },
            "from mentions_of('IMF') limit 10",
        ),
        Macro(
            "context",
            "The text around an offset of a document, on one line.",
            {
                "doc": "A `doc_id`.",
                "start_char": "An offset in `documents.text`.",
                "width": "Characters before and after it.",
            },
            {},
            "select surface, context(doc_id, start_char, 60) from dates limit 5",
        ),
        Macro(
            "between_dates",
            "What is told of a time: the rows of `timeline` whose days overlap it.",
            {
                "first_day": "Its first day: a date, or a text such as '2025-03-01'.",
                "last_day": "Its last day, which is part of it.",
            },
            {"...": "Those of `timeline`."},
            "from between_dates('2025-03-01', '2025-03-31') order by start_date",
        ),
    )
}
"""The macros of the view database."""
