"""Exit codes, and the one exception for wrong use (design, section 4)."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the program's exit code means."""

    OK = 0
    PROBLEMS = 1
    WRONG_USE = 2
    PERSONAL_DATA = 3
    CANNOT_RENDER = 4
    OUR_BUG = 5
    INTERRUPTED = 130


class WrongUse(Exception):  # noqa: N818 - not an error of the program's
    """Say in Danish that a command cannot be carried out as it was given, and what to write instead."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class CannotWrite(Exception):  # noqa: N818 - not an error of the program's
    """Say in Danish that the output cannot be written on this machine."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
