"""Which findings are repaired at once, which are asked about, which are left to people, and why."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from frivilligrapport.danish import normal_key
from frivilligrapport.grammar.period import kinds as periods
from frivilligrapport.grammar.quantity import kinds as quantities
from frivilligrapport.models.fields import kinds as fields
from frivilligrapport.problems import Kind, Problem
from frivilligrapport.reading import file_kinds as files
from frivilligrapport.reading import yaml_kinds as slips
from frivilligrapport.reading.slips.quoting import quoted
from frivilligrapport.rules.figures.single_figures import UNKNOWN_UNIT

# "igang" is »i gang« and "planlat" is »planlagt«; a word that is less alike is asked about.
_ALIKE = 0.8


class Way(StrEnum):
    """How a finding may be repaired."""

    AT_ONCE = "at once"
    ASK = "ask"
    NEVER = "never"


_Test = Callable[[str, str], bool]


def _is_spelling(typed: str, text: str) -> bool:
    return SequenceMatcher(None, normal_key(typed), normal_key(text), autojunk=False).ratio() >= _ALIKE


def _is_quoted(typed: str, text: str) -> bool:
    return text == quoted(typed)


@dataclass(frozen=True, slots=True)
class Policy:
    """Say how a kind of finding may be repaired, and why.

    `if_` narrows what is done at once, by what was typed and what is offered; the rest is asked about.
    """

    way: Way
    reason: str
    if_: _Test | None = None


_ONLY_QUOTED = "the same characters in quotation marks; the value cannot be read otherwise"
_OTHER_NUMBER = "a number has several readings, and only the writer knows which was meant"
_OTHER_DATE = "a day or a year is changed, and only the writer knows which was meant"
_OTHER_FIELD = "where a line ends or what it belongs to is a guess"
_BY_CHARACTERS = "repaired where the file's bytes and characters are, not here"
POLICIES: Mapping[Kind, Policy] = {
    fields.UNKNOWN_FIELD: Policy(
        Way.AT_ONCE, "one field has nearly this name; another word is asked about", _is_spelling
    ),
    fields.NOT_ON_LIST: Policy(
        Way.AT_ONCE, "one word of the list is spelled nearly so; another word is asked about", _is_spelling
    ),
    UNKNOWN_UNIT: Policy(Way.AT_ONCE, "one unit has nearly this name; another word is asked about", _is_spelling),
    slips.NO_SPACE: Policy(Way.AT_ONCE, "a space alone; the line is no field and no item without it"),
    slips.BULLET: Policy(Way.AT_ONCE, "the sign of a list in another program"),
    slips.LOST_TAIL: Policy(Way.AT_ONCE, f"{_ONLY_QUOTED}; asked about where it may be a remark", _is_quoted),
    slips.SPECIAL_START: Policy(Way.AT_ONCE, f"{_ONLY_QUOTED}; a sign that becomes a word is asked about", _is_quoted),
    slips.AFTER_QUOTE: Policy(Way.AT_ONCE, _ONLY_QUOTED, _is_quoted),
    slips.COLON_IN_TEXT: Policy(Way.ASK, "it may be two fields on one line"),
    slips.ANCHOR: Policy(Way.ASK, "the sign may be part of the text or not"),
    slips.TAG: Policy(Way.ASK, "the sign may be part of the text or not"),
    slips.UNREADABLE_LINE: Policy(Way.ASK, "what a backslash or a bracket was meant as is a guess"),
    slips.NO_COLON: Policy(Way.ASK, _OTHER_FIELD),
    slips.OPEN_QUOTE: Policy(Way.ASK, _OTHER_FIELD),
    slips.OPEN_BRACKET: Policy(Way.ASK, _OTHER_FIELD),
    slips.WRONG_INDENT: Policy(Way.ASK, _OTHER_FIELD),
    slips.DUPLICATE_KEY: Policy(Way.NEVER, "a line would be lost"),
    slips.MANY_DOCUMENTS: Policy(Way.ASK, "two files may have been put into one"),
    slips.FLOW_MAPPING: Policy(Way.ASK, "it may be fields or a text"),
    slips.TAB: Policy(Way.ASK, "a file's tabs are repaired together where it can only mean one thing; these cannot"),
    fields.YES_OR_NO: Policy(Way.ASK, "an answer is the writer's own"),
    fields.BAD_YEAR: Policy(Way.ASK, _OTHER_DATE),
    fields.BAD_SLUG: Policy(Way.ASK, "an id is the same every year, and others refer to it"),
    fields.MISSING_FIELD: Policy(Way.NEVER, "what is missing is the writer's to say"),
    fields.TEXT_EXPECTED: Policy(Way.ASK, "it may be one value or several"),
    fields.LIST_EXPECTED: Policy(Way.ASK, "it may be one value or several"),
    fields.FIELDS_EXPECTED: Policy(Way.ASK, "which field the text belongs in is a guess"),
    files.INVISIBLE_CHARACTER: Policy(Way.NEVER, _BY_CHARACTERS),
    files.MOJIBAKE: Policy(Way.NEVER, _BY_CHARACTERS),
    files.UNPRINTABLE: Policy(Way.NEVER, _BY_CHARACTERS),
    **dict.fromkeys(quantities.QUANTITY_KINDS, Policy(Way.ASK, _OTHER_NUMBER)),
    **dict.fromkeys(periods.PERIOD_KINDS, Policy(Way.ASK, _OTHER_DATE)),
}
_ASKED = Policy(Way.ASK, "what a rule offers is likely and not sure, and it may depend on other files")


def sure_text(problem: Problem, typed: str) -> str | None:
    """Give the text that is written in place of `typed` without asking, None when there is none that is sure."""
    policy = POLICIES.get(problem.kind, _ASKED)
    if policy.way is not Way.AT_ONCE or len(problem.instead) != 1:
        return None
    return problem.instead[0] if policy.if_ is None or policy.if_(typed, problem.instead[0]) else None


def is_asked(problem: Problem) -> bool:
    """Tell whether the user may choose among what a finding offers."""
    return bool(problem.instead) and POLICIES.get(problem.kind, _ASKED).way is not Way.NEVER
