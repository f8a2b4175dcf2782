"""The one place that turns exceptions into text and exit code."""

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer

from frivilligrapport.cli.danish_typer import explain_usage
from frivilligrapport.cli.exits import CannotWrite, ExitCode, WrongUse
from frivilligrapport.problems.personal_data import mask

_AFTER_BREACH = (
    "Intet er skrevet. Har I egne filer i mappen skabeloner, så prøv uden dem. "
    "Hjælper det ikke, er det en fejl i programmet: send teksten til dem, der passer det."
)


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
    except WrongUse as error:
        return _say(ExitCode.WRONG_USE, error.message, error.hint)
    except CannotWrite as error:
        return _say(ExitCode.CANNOT_RENDER, error.message, error.hint)
    except (KeyboardInterrupt, typer.Abort):
        return _say(ExitCode.INTERRUPTED, "Afbrudt.")
    except BrokenPipeError:
        # Whoever read our output has closed it; Python would complain once more when it closes its own end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.OK
    except Exception as error:  # noqa: BLE001 - the boundary
        return _other(error)


def _other(error: Exception) -> int:
    usage = explain_usage(error)
    if usage:
        return _say(ExitCode.WRONG_USE, *usage)
    templates = sys.modules.get("frivilligrapport.collection.templates")
    if templates and isinstance(error, templates.UnreadableTemplate):
        return _say(ExitCode.PROBLEMS, error.message, error.hint)
    code = _render_fault(error)
    if code is not None:
        return code
    return _bug(
        error, ExitCode.OUR_BUG, "Programmet er gået i stykker. Det er en fejl i programmet, ikke i dine filer."
    )


def _render_fault(error: Exception) -> int | None:
    """Say what hindered a finished page; None when it was something else. Loads nothing that is not loaded."""
    rendering = sys.modules.get("frivilligrapport.rendering.faults")
    if rendering is None:
        return None
    if isinstance(error, rendering.MissingLibrary | rendering.AddedTypeFault):
        return _say(ExitCode.CANNOT_RENDER, str(error))
    if isinstance(error, rendering.TemplateFault):
        return _say(ExitCode.PROBLEMS, str(error), "Ret skabelonen, eller slet den, så den indbyggede bruges.")
    if isinstance(error, rendering.ClaimFault):
        return _say(ExitCode.CANNOT_RENDER, str(error), _AFTER_BREACH)
    if isinstance(error, rendering.RenderFault):
        return _bug(error, ExitCode.CANNOT_RENDER, "PDF'en kunne ikke laves uden fejl.")
    return None


def _bug(error: Exception, code: ExitCode, message: str) -> int:
    text = mask("".join(traceback.format_exception(error)))
    log = _write_log(text)
    return _say(code, message, f"Send filen {log} til dem, der passer programmet." if log else "")


def _write_log(text: str) -> Path | None:
    from platformdirs import user_log_path

    try:
        folder = user_log_path("frivilligrapport", ensure_exists=True)
        log = folder / "fejl.log"
        log.write_text(text, encoding="utf-8")
    except OSError:
        return None
    return log


def _say(code: ExitCode, message: str, hint: str = "") -> int:
    print(mask(message), file=sys.stderr)
    if hint:
        print(f"   {mask(hint)}", file=sys.stderr)
    return code
