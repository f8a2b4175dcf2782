"""`preview`: the report in the browser, made again at each save."""

from typing import Annotated

import typer

from frivilligrapport.cli import completion
from frivilligrapport.cli.options import Folder

HELP = """Viser rapporten i browseren og laver den på ny, hver gang en fil bliver gemt.

\b
  frivilligrapport preview
  frivilligrapport preview 2014
  frivilligrapport preview indberetninger/2014/tmf.yaml

Med en statusfil vises forvaltningens kapitel og faktaark. Fundene står ved siden af, og et klik på et tal viser den
linje, det kommer fra. Går en fil i stykker, bliver den sidste gode side stående. Intet bliver skrevet, og siden kan kun
ses på denne maskine. Stop med Ctrl+C.
"""


def command(
    named: Annotated[
        str | None,
        typer.Argument(
            metavar="[ÅR|FIL]",
            help="Året eller filen. Uden vises det nyeste år med en rapport.yaml.",
            autocompletion=completion.years,
        ),
    ] = None,
    port: Annotated[
        int | None,
        typer.Option("--port", metavar="PORT", help="Porten; ellers den næste, der er ledig.", show_default=False),
    ] = None,
    folder: Folder = None,
    *,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Åbner ikke browseren, men viser adressen.")] = False,
) -> int:
    """Carry out `preview`."""
    from frivilligrapport.cli.preview.running import carry_out

    carry_out(named, folder, port, opens=not no_browser)
