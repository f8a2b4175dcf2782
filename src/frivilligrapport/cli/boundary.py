"""The one place that turns exceptions into text and exit code."""

import os
import sys
import traceback
from collections.abc import Callable
from typing import Any

import typer

from frivilligrapport.cli.danish_typer import explain_usage
from frivilligrapport.problems import ExitCode, Refusal
from frivilligrapport.problems.personal_data import mask


def run(app: typer.Typer, arguments: list[str]) -> int:
    """Run the program; every way it can end has a sentence in Danish and an exit code, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console in cp1252 shows a question mark for what it lacks, and the program goes on.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    return int(guarded(lambda: app(args=arguments, prog_name="frivilligrapport", standalone_mode=False)))


def guarded(command: Callable[[], Any]) -> int:
    """Carry something out; give its exit code, or say why it could not be done and give the code of that."""
    try:
        return command() or ExitCode.OK
    except Refusal as refusal:
        hint = _log(refusal) if refusal.is_logged else refusal.hint
        return _say(refusal.exit_code, refusal.message, hint)
    except (KeyboardInterrupt, typer.Abort):
        return _say(ExitCode.INTERRUPTED, "Afbrudt.")
    except BrokenPipeError:
        # Whoever read our output has closed it; Python would complain once more when it closes its own end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.OK
    except Exception as error:  # noqa: BLE001 - the boundary
        if usage := explain_usage(error):
            return _say(ExitCode.WRONG_USE, *usage)
        broken = "Programmet er gået i stykker. Det er en fejl i programmet, ikke i dine filer."
        return _say(ExitCode.OUR_BUG, broken, _log(error))


def _log(error: Exception) -> str:
    """Keep the traceback in a file; say where, "" when it could not be kept."""
    from platformdirs import user_log_path

    try:
        log = user_log_path("frivilligrapport", ensure_exists=True) / "fejl.log"
        log.write_text(mask("".join(traceback.format_exception(error))), encoding="utf-8")
    except OSError:
        return ""
    return f"Send filen {log} til dem, der passer programmet."


def _say(code: ExitCode, message: str, hint: str = "") -> int:
    print(mask(message), file=sys.stderr)
    if hint:
        print(f"   {mask(hint)}", file=sys.stderr)
    return code
