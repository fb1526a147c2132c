"""The records of quality signals: what `copydesk.schema.quality` describes column by column."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CharacterSignals:
    """What a document's characters are. Fields are columns of the `quality` view; see there."""

    letter_share: float
    digit_share: float
    punctuation_share: float
    symbol_share: float
    white_space_share: float
    other_share: float
    upper_case_share: float
    curly_bracket_share: float
    lorem_ipsum_count: int


@dataclass(frozen=True, slots=True)
class LineSignals:
    """What a document's lines are like. Fields are columns of the `quality` view; see there."""

    mean_line_chars: float
    longest_line_share: float
    short_line_share: float
    terminal_line_share: float
    ellipsis_line_share: float
    bullet_line_share: float
    duplicate_line_share: float
    duplicate_line_char_share: float
    duplicate_paragraph_share: float
    duplicate_paragraph_char_share: float


@dataclass(frozen=True, slots=True)
class WordSignals:
    """What a document's words are like. Fields are columns of the `quality` view; see there."""

    mean_word_chars: float
    longest_word_chars: int
    letter_word_share: float
    all_caps_word_share: float
    unique_word_share: float
    unigram_entropy_nats: float
    stop_word_share: float | None
    hash_word_ratio: float
    ellipsis_word_ratio: float
    top_2gram_char_share: float
    top_3gram_char_share: float
    top_4gram_char_share: float
    duplicate_5gram_char_share: float
    duplicate_6gram_char_share: float
    duplicate_7gram_char_share: float
    duplicate_8gram_char_share: float
    duplicate_9gram_char_share: float
    duplicate_10gram_char_share: float


@dataclass(frozen=True, slots=True)
class QualitySignals:
    """The quality signals of one document; `words` is None where it has no words that can be told apart."""

    characters: CharacterSignals
    lines: LineSignals
    words: WordSignals | None
