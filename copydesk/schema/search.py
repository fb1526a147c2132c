"""The inverted index of words: what the macro `search` reads."""

from copydesk.schema.columns import DOC_ID
from copydesk.schema.relation import (
    BIG_INTEGER,
    INTEGER,
    INTEGER_32_LIST,
    TEXT,
    Column,
    Relation,
    required,
)

SEGMENT_NO = required(
    "segment_no",
    BIG_INTEGER,
    "The part of the index that the row stands in: one for each batch of documents.",
)
DOC_NO = required("doc_no", INTEGER, "Number of the document in its segment, from 1.")

INDEXED_DOCUMENTS = Relation(
    "indexed_documents",
    "document",
    "Documents with their numbers in the index, and their title lines: to find these among all lines takes seconds.",
    (
        SEGMENT_NO,
        DOC_NO,
        DOC_ID,
        required("term_count", INTEGER, "Terms in its title and body lines: its length."),
        Column("title_line", TEXT, "Its first title line; NULL without any."),
    ),
    ("segment_no", "doc_no"),
)
INDEXED_TERMS = Relation(
    "indexed_terms",
    "term x document",
    "Where each term stands, sorted by term: a query reads only the row groups of its words.",
    (
        required("term", TEXT, "The term, as `search_terms` gives it."),
        SEGMENT_NO,
        DOC_NO,
        required("occurrence_count", INTEGER, "How often it stands there."),
        required(
            "positions",
            INTEGER_32_LIST,
            "Which terms of the title and body lines it is, from 1, ascending.",
        ),
    ),
    ("segment_no", "term", "doc_no"),
)
INDEX = (INDEXED_DOCUMENTS, INDEXED_TERMS)
"""Stored tables that make the index."""
