"""The commands and the way in. Nothing is imported here that a command may do without."""

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from frivilligrapport.cli import (
    build,
    compare,
    completing,
    completion,
    explain,
    figures,
    fix,
    init,
    new,
    schema,
    status,
    validate,
)
from frivilligrapport.cli.boundary import run
from frivilligrapport.cli.danish_help import DanishCommand, DanishGroup

_INTRODUCTION = """Samler en kommunes årlige rapport om frivillighed ud fra forvaltningernes statusfiler.

Eksempler:

\b
  frivilligrapport new TMF --year 2015
  frivilligrapport validate indberetninger/2014/tmf.yaml
  frivilligrapport fix indberetninger/2014/tmf.yaml
  frivilligrapport status 2014
  frivilligrapport build 2014
  frivilligrapport build 2014 --draft
  frivilligrapport explain FR201
  frivilligrapport figures 2014
  frivilligrapport compare 2013 2014
"""

app = typer.Typer(
    cls=DanishGroup,
    rich_markup_mode=None,
    add_completion=False,
    help=_INTRODUCTION,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
)
app.command("build", cls=DanishCommand, help=build.HELP)(build.command)
app.command("compare", cls=DanishCommand, help=compare.HELP)(compare.command)
app.command("figures", cls=DanishCommand, help=figures.HELP)(figures.command)
app.command("fix", cls=DanishCommand, help=fix.HELP)(fix.command)
app.command("init", cls=DanishCommand, help=init.HELP)(init.command)
app.command("new", cls=DanishCommand, help=new.HELP)(new.command)
app.command("status", cls=DanishCommand, help=status.HELP)(status.command)
app.command("schema", cls=DanishCommand, help=schema.HELP)(schema.command)
app.command("validate", cls=DanishCommand, help=validate.HELP)(validate.command)
app.command("explain", cls=DanishCommand, help=explain.HELP)(explain.command)
app.command("completion", cls=DanishCommand, help=completion.HELP)(completion.command)


@app.callback(invoke_without_command=True)
def _start(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help="Viser programmets version.")] = False,
) -> None:
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"frivilligrapport {installed('frivilligrapport')}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and give its exit code (design, section 4)."""
    completing.get_ready()
    return run(app, sys.argv[1:] if arguments is None else list(arguments))
