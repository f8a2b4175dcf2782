"""`init`: a new work folder for any municipality."""

from typing import Annotated

import typer

from frivilligrapport.cli.exits import ExitCode

HELP = """Laver en arbejdsmappe til en kommune: register, rapport, skemaer og en vejledning.

\b
  frivilligrapport init frivillighed --kommune Frederiksberg
  frivilligrapport init frivillighed --kommune Frederiksberg --year 2025
      --forvaltning "BMF: By- og Miljøforvaltningen" --forvaltning "SSF: Socialforvaltningen"

Mappen kan bruges med det samme. Filer, der er der i forvejen, bliver ikke rørt.
"""


def command(
    folder: Annotated[str, typer.Argument(metavar="MAPPE", help="Mappen, der laves.", show_default=False)],
    kommune: Annotated[
        str | None, typer.Option("--kommune", metavar="NAVN", help="Kommunens navn, fx Frederiksberg.")
    ] = None,
    year: Annotated[
        str | None, typer.Option("--year", metavar="ÅR", help="Det første år. Uden år er det i år.")
    ] = None,
    forvaltning: Annotated[
        list[str] | None,
        typer.Option(
            "--forvaltning",
            metavar="FORVALTNING",
            help='Forkortelse og navn, fx "BMF: By- og Miljøforvaltningen". Kan skrives flere gange.',
        ),
    ] = None,
) -> int:
    """Carry out `init`."""
    from frivilligrapport.cli import founding

    root = founding.free_folder(folder)
    wanted = founding.read_request(kommune, year, forvaltning or [])
    kept = founding.make(root, wanted)
    print(root)
    founding.tell(root, wanted, kept)
    return ExitCode.OK
