"""Findings that only follow from another one, which is told: one mistake is one finding."""

from collections.abc import Iterator

from frivilligrapport.collection.kinds import PERSONAL_DATA
from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import join_words
from frivilligrapport.fast_start import pattern
from frivilligrapport.grammar.quantity.kinds import SHARE_WITHOUT_WHOLE
from frivilligrapport.models.fields.kinds import BAD_SLUG, FIELDS_EXPECTED, LIST_EXPECTED, MISSING_FIELD
from frivilligrapport.problems import Problem, Severity
from frivilligrapport.reading.file_kinds import CUT_SHORT, HINTS, INVISIBLE_CHARACTER
from frivilligrapport.reading.slips.parser_stop import indent_of
from frivilligrapport.reading.source import Source
from frivilligrapport.reading.yaml_kinds import OPEN_BRACKET, OPEN_QUOTE, UNREADABLE_LINE
from frivilligrapport.rules.references import SAID_OF_NAMES

_NOT_ANSWERED, _UNKNOWN_INDSATS, _PLANNED, _NO_TEXT = "FR311", "FR322", "FR331", "FR351"
# What is said where something has no end.
_UNENDED = frozenset({"FR401", "FR402", *(one.code for one in (OPEN_QUOTE, OPEN_BRACKET, UNREADABLE_LINE))})
# What a group lacks that may have come after where a file was cut short.
_LACKING = frozenset({MISSING_FIELD.code, FIELDS_EXPECTED.code, SHARE_WITHOUT_WHOLE.code, _PLANNED, _NO_TEXT})
_ABSENT = pattern(r"Feltet (»[^»«]+«) mangler\.")
_NO_INDSATSER = "Feltet »indsatser« mangler."


def without_follow_ons(problems: tuple[Problem, ...], samling: Samling) -> tuple[Problem, ...]:
    """Leave out what goes away when something else that is told of is mended."""
    files = dict.fromkeys(one.location.file for one in problems if one.code in {_NOT_ANSWERED, MISSING_FIELD.code})
    for source in filter(None, map(samling.sources.get, files)):
        if not source.text.endswith("\n"):
            problems = _once_where_cut(problems, source)
    return _without_shape(_once_for_a_token(_without_lost(problems)))


def _without_lost(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Leave out that an indsats is not in a file which is told to have none at all yet."""
    without = {one.location.file for one in problems if one.code == _NOT_ANSWERED and one.message == _NO_INDSATSER}
    return tuple(one for one in problems if not (_is_lost(one) and one.location.file in without))


def _is_lost(problem: Problem) -> bool:
    return problem.code == _UNKNOWN_INDSATS and not problem.instead


def _once_for_a_token(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Tell of a word with a sign in it that cannot be seen once: what else is wrong with it comes from that sign.

    What may be written instead of the whole word mends both.
    """
    unseen = [one for one in problems if one.kind is INVISIBLE_CHARACTER and one.location.length]
    for sign in unseen:
        others = [
            one for one in problems if one.kind not in {INVISIBLE_CHARACTER, PERSONAL_DATA} and _covers(one, sign)
        ]
        if others:
            better = next((one for one in others if one.instead), sign._replace(instead=()))
            told = better._replace(kind=sign.kind, message=sign.message, weight=sign.weight)
            problems = tuple(told if one is sign else one for one in problems if one not in others)
    return problems


def _covers(problem: Problem, sign: Problem) -> bool:
    place, at = problem.location, sign.location
    is_on_line = (place.file, place.line) == (at.file, at.line)
    return is_on_line and place.column <= at.column < place.column + place.length


def _without_shape(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Leave out that a word should be a list, or be an id, where a rule says more of that very word."""
    told = {one.location for one in problems if one.code in SAID_OF_NAMES}
    return tuple(one for one in problems if one.kind not in {LIST_EXPECTED, BAD_SLUG} or one.location not in told)


def _once_where_cut(problems: tuple[Problem, ...], source: Source) -> tuple[Problem, ...]:
    """Tell of a file that stops in the middle, as a copy does that was cut short, at the place where it stops.

    It has no line end there, and fields that must be there are absent; and what stands on its last line has no end
    either, or the group there is not whole, or what is pointed at never comes.
    """
    last = max((number for number, line in enumerate(source.lines, start=1) if line.strip()), default=1)
    end = len(source.lines[last - 1])
    open_lines = frozenset(_open_lines(source))
    own = [one for one in problems if one.location.file == source.file]
    at_the_end = [one for one in own if one.location.line == last and one.location.column + one.location.length > end]
    unended = [one for one in own if one.location.line == last and _has_no_end(one, source)]
    lacking = [one for one in own if one.code in _LACKING and one.location.line in open_lines]
    absent = [one for one in own if one.code == _NOT_ANSWERED and one.location.line < last]
    lost = [one for one in own if _is_lost(one)]
    names = [found[1] for one in (*lacking, *absent) if (found := _ABSENT.fullmatch(one.message))]
    if not names or not (unended or (absent and (lacking or lost))):
        return problems
    gone = {*at_the_end, *unended, *lacking, *absent, *lost}
    message = f"Filen slutter her, og {join_words(list(dict.fromkeys(names)))} mangler."
    weight = None if any(one.severity is Severity.FEJL for one in gone) else Severity.ADVARSEL
    line = source.lines[last - 1].rstrip()
    place = source.location(last - 1, len(line) - len(line.split()[-1]), end)
    told = Problem(place, CUT_SHORT, message, HINTS[CUT_SHORT.code], weight=weight)
    return (*(one for one in problems if one not in gone), told)


def _has_no_end(problem: Problem, source: Source) -> bool:
    """Tell whether a finding on a file's last line says that something was cut off: a text, or a word that is known."""
    start = source.offset(problem.location)
    typed = source.text[start : start + problem.location.length]
    is_word = any(text.startswith(typed) and text != typed for text in problem.instead)
    return problem.code in _UNENDED or (is_word and source.text.endswith(typed))


def _open_lines(source: Source) -> Iterator[int]:
    """Yield the numbers of the lines, from 1, that begin the groups which a file's last line is part of."""
    least = len(source.lines[-1])
    for number in range(len(source.lines), 0, -1):
        line = source.lines[number - 1]
        if line.strip() and indent_of(line) < least:
            least = indent_of(line)
            yield number
