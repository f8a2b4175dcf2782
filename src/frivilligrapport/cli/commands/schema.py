"""`schema`: the JSON Schemas, by which an editor helps while one writes."""

from pathlib import Path
from typing import Annotated

import typer

from frivilligrapport.cli.options import Folder
from frivilligrapport.cli.places import work_folder
from frivilligrapport.cli.terminal import print_note, print_path
from frivilligrapport.cli.work_folder import refuse_output
from frivilligrapport.cli.writing import settle, write_all
from frivilligrapport.collection.folder import INDBERETNINGER
from frivilligrapport.models.schema.schema_file import FOLDER, schema_files
from frivilligrapport.problems import ExitCode

HELP = """Skriver de skemaer, som VS Code og andre editorer henter deres hjælp fra.

Uden valg skrives de i mappen indberetninger/skema, hvor den første linje i hver fil peger hen.
"""


def command(
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            metavar="MAPPE",
            help="Mappen, der skrives i i stedet for indberetninger/skema.",
            show_default=False,
        ),
    ] = None,
    folder: Folder = None,
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Skriver intet, men siger, hvilke skemaer der er forældede.")
    ] = False,
) -> int:
    """Carry out `schema`."""
    place, below = (Path(output), "") if output is not None else (work_folder(folder) / INDBERETNINGER, f"{FOLDER}/")
    refuse_output(Path(output) if output is not None else None, is_folder=True)
    settle(place)
    files = {f"{below}{name}": data for name, data in schema_files().items()}
    if check:
        return _tell_stale([place / name for name, data in files.items() if not _is_fresh(place / name, data)])
    for path in write_all(place, files):
        print_path(path)
    return ExitCode.OK


def _tell_stale(paths: list[Path]) -> ExitCode:
    for path in paths:
        print_path(path)
    if paths:
        print_note("Skemaerne ovenfor er forældede. Kør frivilligrapport schema.")
    return ExitCode.PROBLEMS if paths else ExitCode.OK


def _is_fresh(path: Path, data: bytes) -> bool:
    """Compare a file with what would be written; line ends are git's to choose."""
    try:
        return path.read_bytes().replace(b"\r\n", b"\n") == data
    except (FileNotFoundError, NotADirectoryError):
        return False
