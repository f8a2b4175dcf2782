"""How a run of the program can end, and the exception that ends it early with a sentence and an exit code."""

from enum import IntEnum
from typing import Any, ClassVar


class ExitCode(IntEnum):
    """What the program's exit code means (design, section 4)."""

    OK = 0
    PROBLEMS = 1
    WRONG_USE = 2
    PERSONAL_DATA = 3
    CANNOT_RENDER = 4
    OUR_BUG = 5
    INTERRUPTED = 130


class Refusal(Exception):  # noqa: N818 - something a person can put right, not an error of the program's
    """Stop, and say in Danish why, and what to do.

    `message` and `hint` are what is printed. `exit_code` is what the program ends with; where `is_logged` the traceback
    is kept in a file, for those who look after the program.
    """

    exit_code: ClassVar[ExitCode] = ExitCode.PROBLEMS
    is_logged: ClassVar[bool] = False

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[Any, ...]:
        """Hand it whole to another process: what a kind of refusal is made of is not what it says."""
        return type(self).__new__, (type(self), *self.args), self.__dict__
