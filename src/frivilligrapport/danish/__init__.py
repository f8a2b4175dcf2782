"""Danish as a language: numbers, dates, words, sorting and spelling. Pure functions that know nothing of the report."""

from frivilligrapport.danish.dates import (
    MONTHS,
    WEEKDAYS,
    date_as_letterhead,
    date_as_text,
    date_short,
    month_name,
    weekday_name,
)
from frivilligrapport.danish.numbers import HARD_SPACE, NUMERALS, format_number, format_percent, numeral, ordinal
from frivilligrapport.danish.spelling import (
    Guesses,
    fold_ascii,
    nearest_word,
    nearest_words,
    normal_key,
    plain_words,
    unfold_ascii,
    without_case,
    without_case_in_place,
    word_forms,
    word_stem,
)
from frivilligrapport.danish.words import full_stop, genitive, join_words, plural, quote, sort_key

__all__ = [
    "HARD_SPACE",
    "MONTHS",
    "NUMERALS",
    "WEEKDAYS",
    "Guesses",
    "date_as_letterhead",
    "date_as_text",
    "date_short",
    "fold_ascii",
    "format_number",
    "format_percent",
    "full_stop",
    "genitive",
    "join_words",
    "month_name",
    "nearest_word",
    "nearest_words",
    "normal_key",
    "numeral",
    "ordinal",
    "plain_words",
    "plural",
    "quote",
    "sort_key",
    "unfold_ascii",
    "weekday_name",
    "without_case",
    "without_case_in_place",
    "word_forms",
    "word_stem",
]
