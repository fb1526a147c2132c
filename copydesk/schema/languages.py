"""Languages of documents and of their paragraphs: what each is, how sure that is, and who said so."""

from copydesk.schema.columns import DOC_ID
from copydesk.schema.relation import (
    BOOLEAN,
    INTEGER,
    SHARE,
    TEXT,
    TEXT_MAP,
    Column,
    Relation,
    required,
)

_SCRIPT = (
    "Script of most letters in its language, ISO 15924 (`Latn`, `Cyrl`, `Hans` ...; `Zzzz` is one that copydesk does "
    "not know); NULL where there is no language (`zxx`)"
)
_TAG = (
    "The language as a BCP 47 tag: the code, and the script where the language is written in several or not in its "
    "usual one (`zh-Hant`, `sr-Latn`)"
)

DOCUMENT_LANGUAGE = (
    required("language_code", TEXT, "Best guess of `languages`; `und` when it cannot be told."),
    required("language_tag", TEXT, f"{_TAG}."),
    Column("script_code", TEXT, f"{_SCRIPT}."),
    required(
        "language_score", SHARE, "Probability that it is right, 0 to 1: see `score` of `languages`."
    ),
    required(
        "is_multilingual",
        BOOLEAN,
        "Whether a second language has at least 20 % of the letters; `languages` has the share of each.",
    ),
)
"""What `documents` says of the language."""

LANGUAGES = Relation(
    "languages",
    "document x rank, and paragraph x rank",
    "Languages found: those of each document by rank, and of every paragraph that has a letter. What is said of a "
    "paragraph that is too short to tell, or not surely in another language, is its document's (method `inherited`).",
    (
        DOC_ID,
        Column("line_no", INTEGER, "First line of the paragraph; NULL for the whole document."),
        required("rank", INTEGER, "1 is the best guess; ranks have no gaps."),
        required(
            "language_code",
            TEXT,
            "ISO 639-1, else 639-3; `und` when it cannot be told, `zxx` when there is no language.",
        ),
        required("language_tag", TEXT, f"{_TAG}. It begins with `language_code`."),
        Column(
            "script_code",
            TEXT,
            f"{_SCRIPT}. A paragraph that has its document's language has its script too.",
        ),
        required(
            "score",
            SHARE,
            "Probability that the language is right, 0 to 1, calibrated on texts with known answers "
            "(see docs/accuracy.md); 0 for `und`.",
        ),
        required(
            "letter_share",
            SHARE,
            "Of a document: the share of its letters that is in this language, 0 to 1; its rows add up to 1, or to 0 without "
            "letters. "
            "Of a paragraph: always 1.",
        ),
        required(
            "method",
            TEXT,
            "gate (too few letters to tell), script (written in one language only), agreement (both fast engines "
            "agree), vote (those that were asked are weighed), inherited (a paragraph has its document's), "
            "paragraphs (a document has what its paragraphs have).",
        ),
        required(
            "detector",
            TEXT,
            "Who said so: the engines that named the language, joined by `+` (`eldc+pycld2`); the same as `method` where "
            "none did. Engines that were asked for the record only (`audit`) are not in it.",
        ),
        Column(
            "votes",
            TEXT_MAP,
            "What each engine says that was asked, as engine -> language tag: `votes['langdetect']`; an engine without an "
            "answer says `und`. Of a paragraph: on its own text, also where it has its document's language. Of a "
            "document: on a part of its text. NULL where none was asked.",
        ),
        Column(
            "langdetect_code",
            TEXT,
            "langdetect's own answer as it spells it (`zh-tw`); NULL where it was not asked or had none. It is asked "
            "of a whole document where the three others leave a doubt, and everywhere with `audit` of `[language]` (docs/settings.md).",
        ),
        Column(
            "langdetect_score",
            SHARE,
            "langdetect's probability of it, 0 to 1, rounded to 6 decimals. Not calibrated: mostly near 1, right or wrong.",
        ),
    ),
    ("doc_id", "line_no", "rank"),
)
