"""Small work folders for tests, written from texts."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from frivilligrapport.problems import INDSATS

KOMMUNE = """\
kommune: Prøvekøbing Kommune
forvaltninger:
  - id: tmf
    forkortelse: TMF
    navn: Teknik- og Miljøforvaltningen
  - id: sof
    forkortelse: SOF
    navn: Socialforvaltningen
  - id: oekf
    forkortelse: ØKF
    navn: Økonomiforvaltningen
  - id: net
    forkortelse: NET
    navn: Netværket
    type: netværk
"""
RAPPORT = "titel: Rapport\når: 2014\nforslag: ingen\n"
HEAD = """\
forvaltning: {name}
år: {year}
filstatus: klar
status:
  - overskrift: Året
    tekst: Der er sket noget.
perspektiver: ingen
forslag: ingen
"""
# What a status file may say that can be read in two ways.
TWO_READINGS = f"{INDSATS}    tal:\n      gæster: 20-30.000\n"


def status_file(name: str, body: str = "indsatser: ingen\n", year: int = 2014) -> str:
    """Give a complete status file with `body` for its indsatser and figures."""
    return HEAD.format(name=name, year=year) + dedent(body)


def write_folder(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write a work folder; names are below `indberetninger/`. A register and a report are there unless given."""
    for name, content in {"kommune.yaml": KOMMUNE, "2014/rapport.yaml": RAPPORT, **files}.items():
        path = root / "indberetninger" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def write_small(root: Path) -> Path:
    """Write the year 2014 of three forvaltninger, each with a file in order and nothing in it."""
    names = {"tmf": "TMF", "sof": "SOF", "oekf": "ØKF"}
    return write_folder(root, {f"2014/{one}.yaml": status_file(name) for one, name in names.items()})


def put(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a file below the work folder's `indberetninger/`."""
    path = folder / "indberetninger" / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path
