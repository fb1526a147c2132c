"""Columns of the quality signals, each with its exact definition and whose signal it is."""

from copydesk.schema.columns import DOC_ID, TEXT_COLUMNS
from copydesk.schema.relation import INTEGER, NUMBER, SHARE, Column, Relation, required

_COUNTS = tuple(
    column for column in TEXT_COLUMNS if column.name in {"char_count", "word_count", "line_count"}
)

_CHARACTERS = (
    required(
        "letter_share",
        SHARE,
        "Letters and their combining marks (Unicode L, M) by all characters. This and the next five add up to 1.",
    ),
    required("digit_share", SHARE, "Digits and other numbers (Unicode N) by all characters."),
    required("punctuation_share", SHARE, "Punctuation (Unicode P) by all characters."),
    required(
        "symbol_share", SHARE, "Symbols (Unicode S: currency, arrows, emoji ...) by all characters."
    ),
    required("white_space_share", SHARE, "White space, line breaks too, by all characters."),
    required(
        "other_share",
        SHARE,
        "Invisible, private and unassigned characters (Unicode C) by all characters.",
    ),
    required(
        "upper_case_share",
        SHARE,
        "Capitals by all letters; 0 in scripts without case (RedPajama-v2, there by all characters).",
    ),
    required(
        "curly_bracket_share",
        SHARE,
        "`{` and `}` by all characters: program code (C4, RedPajama-v2).",
    ),
    required("lorem_ipsum_count", INTEGER, "Times that it says 'lorem ipsum' (C4, RedPajama-v2)."),
)
_LINES = (
    required("mean_line_chars", NUMBER, "Mean length of lines in characters."),
    required("longest_line_share", SHARE, "Characters of the longest line by those of all lines."),
    required(
        "short_line_share", SHARE, "Lines of fewer than 30 characters by all lines (FineWeb)."
    ),
    required(
        "terminal_line_share",
        SHARE,
        "Lines that end as sentences do, by all lines: with a full stop, exclamation or question mark of any "
        "script, quotes and brackets after it allowed, but no ellipsis (C4, FineWeb, RedPajama-v2).",
    ),
    required(
        "ellipsis_line_share", SHARE, "Lines that end in `...` or `\u2026`, by all lines (Gopher)."
    ),
    required(
        "bullet_line_share",
        SHARE,
        "Lines that begin with a bullet (one of RedPajama-v2's ten signs, or `-`, `*`, `\u00b7`, `\u25cf` and white "
        "space), by all lines (Gopher). A dash that opens direct speech counts as well.",
    ),
    required(
        "duplicate_line_share",
        SHARE,
        "Lines that stood before in the document, by all lines (Gopher).",
    ),
    required(
        "duplicate_line_char_share",
        SHARE,
        "Characters of lines that stood before, by those of all lines (Gopher).",
    ),
    required(
        "duplicate_paragraph_share",
        SHARE,
        "Paragraphs (what stands between blank lines) that stood before, by all paragraphs (Gopher).",
    ),
    required(
        "duplicate_paragraph_char_share",
        SHARE,
        "Characters of paragraphs that stood before, by those of all paragraphs (Gopher).",
    ),
)
_WORDS = (
    Column(
        "mean_word_chars",
        NUMBER,
        "Mean length of words in characters (Gopher). NULL, as all that follows, where the document has no word "
        "or is in a script without spaces between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese.",
    ),
    Column("longest_word_chars", INTEGER, "Length of the longest word in characters."),
    Column("letter_word_share", SHARE, "Words that hold a letter, by all words (Gopher)."),
    Column("all_caps_word_share", SHARE, "Words all in capitals, by all words (RedPajama-v2)."),
    Column(
        "unique_word_share", SHARE, "Distinct words by all words, in lower case (RedPajama-v2)."
    ),
    Column(
        "unigram_entropy_nats",
        NUMBER,
        "Entropy of the distribution of words in lower case, natural logarithm (RedPajama-v2).",
    ),
    Column(
        "stop_word_share",
        SHARE,
        "Words of spaCy's list of stop words by all words; NULL where the language is not known or has no list. "
        "Lists differ much in length: compare within a language only (RedPajama-v2).",
    ),
    Column("hash_word_ratio", NUMBER, "Signs `#` by words; may be above 1 (Gopher)."),
    Column(
        "ellipsis_word_ratio",
        NUMBER,
        "Ellipses (`...` or `\u2026`) by words; may be above 1 (Gopher).",
    ),
    *(
        Column(
            f"top_{size}gram_char_share",
            SHARE,
            f"Characters of words in the most frequent {size} words in a row, by those of all words; 0 where none "
            "occur twice (Gopher).",
        )
        for size in (2, 3, 4)
    ),
    *(
        Column(
            f"duplicate_{size}gram_char_share",
            SHARE,
            f"Characters of words in any {size} words in a row that occur more than once, the first time too, by "
            "those of all words; each character counts once (Gopher, as RedPajama-v2 reads it).",
        )
        for size in range(5, 11)
    ),
)

STORED_QUALITY = Relation(
    "quality",
    "document",
    "Quality signals.",
    (DOC_ID, *_CHARACTERS, *_LINES, *_WORDS),
    ("doc_id",),
)
QUALITY = Relation(
    "quality",
    "document",
    "Signals of a document's quality, after Gopher, C4, RedPajama-v2 and FineWeb: numbers without a verdict. They "
    "tell of the whole text, boilerplate too. Words are taken in lower case for all that compares them, and looked "
    "at within the first 2 million characters. See docs/quality.md.",
    (DOC_ID, *_COUNTS, *_CHARACTERS, *_LINES, *_WORDS),
    ("doc_id",),
)
