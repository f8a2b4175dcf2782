"""The commands and the way in. A command's module is imported when the command is asked for, and not before."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Annotated, Any

import typer

from frivilligrapport import __version__
from frivilligrapport.cli.completion import get_ready
from frivilligrapport.cli.danish_typer import DanishCommand, DanishGroup, explain_usage
from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.terminal import print_text
from frivilligrapport.problems import ExitCode

# In the order of the help page, which is that of a year's work; each is a module of `cli.commands` with HELP and
# `command`.
_NAMES = (
    "init", "new-year", "new", "formular", "modtag", "status", "validate", "fix", "preview", "build", "figures",
    "compare", "explain", "schema", "skabelon", "doctor", "completion",
)  # fmt: skip

# What a Danish user may type instead; the help page shows one name of each.
_DANISH = {
    "byg": "build", "tjek": "validate", "ny": "new", "ret": "fix", "tal": "figures", "forklar": "explain",
    "sammenlign": "compare", "skema": "schema", "vis": "preview",
}  # fmt: skip

_INTRODUCTION = """Samler en kommunes årlige rapport om frivillighed ud fra forvaltningernes statusfiler.

Eksempler:

\b
  frivilligrapport new-year 2015
  frivilligrapport new --all --year 2015
  frivilligrapport status 2015 --reminder
  frivilligrapport modtag suf.yaml tmf.yaml
  frivilligrapport validate indberetninger/2015/tmf.yaml
  frivilligrapport preview 2015
  frivilligrapport build 2015 --draft
  frivilligrapport build 2015
  frivilligrapport explain FR201
"""


@cache
def _command(name: str) -> Any:
    module = import_module(f"frivilligrapport.cli.commands.{_DANISH.get(name, name).replace('-', '_')}")
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(name, cls=DanishCommand, help=module.HELP)(module.command)
    return typer.main.get_command(alone)


class _Commands(Mapping[str, Any]):
    """The commands by name; `names` are all that may be typed."""

    names = (*_NAMES, *_DANISH)

    def __getitem__(self, name: str) -> Any:
        if _DANISH.get(name, name) not in _NAMES:
            raise KeyError(name)
        return _command(name)

    def __iter__(self) -> Iterator[str]:
        return iter(_NAMES)

    def __len__(self) -> int:
        return len(_NAMES)


class _Program(DanishGroup):
    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = _Commands()  # type: ignore[assignment]  # Typer only reads it


app = typer.Typer(
    cls=_Program,
    rich_markup_mode=None,
    add_completion=False,
    help=_INTRODUCTION,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
)


@app.callback(invoke_without_command=True)
def _start(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help="Viser programmets version.")] = False,
) -> None:
    if version:
        print_text(f"frivilligrapport {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        print_text(context.get_help())


def run(words: list[str]) -> Any:
    """Carry out what was typed; give the exit code, None for 0. Raises what a command raises, and WrongUse."""
    get_ready()
    try:
        ended = app(args=words, prog_name="frivilligrapport", standalone_mode=False)
    except typer.Abort:  # so Typer passes on the end of what is typed
        raise KeyboardInterrupt from None
    except SystemExit as end:  # and so, that nobody reads any longer
        if isinstance(end.__context__, BrokenPipeError):
            raise end.__context__ from None
        raise
    except Exception as error:
        if usage := explain_usage(error):
            raise WrongUse(*usage) from error
        raise
    if ended == ExitCode.INTERRUPTED:  # and so Ctrl+C, without a word
        raise KeyboardInterrupt
    return ended
