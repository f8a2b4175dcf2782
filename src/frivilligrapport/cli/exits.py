"""The ways a command can stop before it is done."""

import errno
import sys
from collections.abc import Collection

from frivilligrapport.problems import ExitCode, Refusal

# No room on the disk, or none for this user or in this one file; Windows knows no quota of its own.
NO_ROOM = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}

_NO_FOLDER = {errno.ENOTDIR, errno.EEXIST, errno.ELOOP}


def advice_on(error: OSError) -> str:
    """Say what to do where something cannot be written; on Windows a file that is open may not be written either."""
    if error.errno in NO_ROOM:
        return "Der er ikke plads på disken. Skaf plads, og prøv igen."
    if error.errno in _NO_FOLDER:
        return (
            "Der ligger en fil eller en genvej, hvor der skulle være en mappe. Flyt den, eller giv den et andet navn."
        )
    if error.errno == errno.EROFS or (error.errno in {errno.EACCES, errno.EPERM} and sys.platform != "win32"):
        return "Du må ikke skrive der. Få skriveadgang til mappen, eller vælg en anden."
    return "Se efter, om filen er åben i et andet program, om der er plads på disken, og om du må skrive der."


class WrongUse(Refusal):
    """Say in Danish that a command cannot be carried out as it was given, and what to write instead."""

    exit_code = ExitCode.WRONG_USE


class CannotWrite(Refusal):
    """Say in Danish that the output cannot be written on this machine."""

    exit_code = ExitCode.CANNOT_RENDER


class ErrorsFound(Refusal):
    """Say in Danish what comes of the errors that have been shown."""


class PersonalDataFound(Refusal):
    """Stop without another word: the findings that have been shown say all."""

    exit_code = ExitCode.PERSONAL_DATA

    def __init__(self) -> None:
        super().__init__("")


class Interrupted(Refusal):
    """Stop because the user wants to, or is no longer there."""

    exit_code = ExitCode.INTERRUPTED

    def __init__(self) -> None:
        super().__init__("Afbrudt.")


_WORST_FIRST = (
    ExitCode.PERSONAL_DATA,
    ExitCode.OUR_BUG,
    ExitCode.CANNOT_RENDER,
    ExitCode.WRONG_USE,
    ExitCode.PROBLEMS,
    ExitCode.OK,
)


def worst_of(codes: Collection[ExitCode]) -> ExitCode:
    """Give the code of a run that came to several: personal data first."""
    return next(code for code in _WORST_FIRST if code in codes)
