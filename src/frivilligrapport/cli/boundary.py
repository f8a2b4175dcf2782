"""The one place that turns exceptions into text and exit code.

What it needs is loaded when it has something to say.
"""

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

Made = TypeVar("Made")
# What the user may not open, and a drive that fails or is gone.
_OUT_OF_REACH = {errno.EACCES, errno.EPERM, errno.EIO, errno.ENODEV, getattr(errno, "ESTALE", errno.EIO)}


def guarded(command: Callable[[], Any]) -> int:
    """Carry something out; give its exit code, or say why it could not be done and give the code of that.

    Every way it can end has a sentence in Danish and an exit code, never a traceback (design, section 4).
    """
    code = 0
    try:
        code = command() or 0
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read our output has had enough of it, which is no fault
        _print_no_more()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the boundary
        return _told(error)
    return code


def attempt(make: Callable[[], Made]) -> tuple[Made | None, int]:
    """Make one of several things; give it, or None and the exit code, when it has been said why it could not be made.

    Ctrl+C is meant for them all: raises KeyboardInterrupt.
    """
    from frivilligrapport.problems import ExitCode

    made: list[Made] = []
    code = guarded(lambda: made.append(make()))
    if code == ExitCode.INTERRUPTED:
        raise KeyboardInterrupt
    return (made[0] if made else None), code


def _print_no_more() -> None:
    """Let what cannot be printed go: Python would complain once more when it closes its own end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _told(error: BaseException) -> int:
    from frivilligrapport.cli.exits import NO_ROOM, CannotWrite, Interrupted
    from frivilligrapport.problems import ExitCode, Refusal

    refusal = Interrupted() if isinstance(error, KeyboardInterrupt) else error
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        refusal = CannotWrite("Der er ikke plads på disken til det, der skal skrives.", "Skaf plads, og prøv igen.")
        try:
            sys.stdout.flush()
        except OSError:
            _print_no_more()
    elif isinstance(error, OSError) and error.errno in _OUT_OF_REACH and error.filename:
        hint = "Se efter, om drevet er forbundet, og om du har adgang til filen og mappen, den ligger i."
        refusal = CannotWrite(f"»{error.filename}« kan ikke åbnes.", hint)
    if isinstance(refusal, Refusal):
        _say(refusal.message, _log(error) if refusal.is_logged else refusal.hint)
        return refusal.exit_code
    _say("Programmet er gået i stykker. Det er en fejl i programmet, ikke i dine filer.", _log(error))
    return ExitCode.OUR_BUG


def _log(error: BaseException) -> str:
    """Keep the traceback in a file; say where, "" when it could not be kept."""
    import traceback

    from platformdirs import user_log_path

    from frivilligrapport.problems.personal_data import mask

    try:
        log = user_log_path("frivilligrapport", ensure_exists=True) / "fejl.log"
        log.write_text(mask("".join(traceback.format_exception(error))), encoding="utf-8")
    except OSError:
        return ""
    return f"Send filen {log} til dem, der passer programmet."


def _say(message: str, hint: str) -> None:
    from frivilligrapport.cli.terminal import print_note

    with suppress(OSError):  # a full disk takes no message either
        if message:
            print_note(message)
        if hint:
            print_note(f"   {hint}")
