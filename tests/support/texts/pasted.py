"""What pasting an offered text may not do: bring an error, or change a number that was not underlined."""

import re
from collections import Counter
from collections.abc import Iterable

from frivilligrapport.problems import Problem, Severity

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def errors(problems: Iterable[Problem]) -> Counter[tuple[str, str]]:
    """Count the errors of each code in each file."""
    return Counter((one.location.file, one.code) for one in problems if one.severity is Severity.FEJL)


def numbers(text: str) -> Counter[str]:
    """Count the numbers in a text."""
    return Counter(_NUMBER.findall(text))
