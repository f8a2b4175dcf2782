"""Small report years for tests of figures: three forvaltninger, the network, and what each says."""

import tempfile
from pathlib import Path

from frivilligrapport.collection.loader import load
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.grammar.quantity import Bounds
from frivilligrapport.rendering.exports.export import Export
from support.folders.work_folder import KOMMUNE, RAPPORT, status_file, write_folder

NAMES = {"tmf": "TMF", "sof": "SOF", "oekf": "ØKF"}
PLACES = """\
bydele: [Nørrebro, Valby, Østerbro]
lokaludvalg:
  - navn: Valby Lokaludvalg
    bydel: Valby
    kaldes_også: [Valby]
temaer: [grøn, kultur, ældre]
"""


def small_year(root: Path, *, report: str = RAPPORT, network: str = "", **bodies: str) -> tuple[Samling, Aargang]:
    """Load the year 2014 of a new work folder; bodies are given as `tmf="indsatser: …"`, the network's as a list."""
    own = "netværk:\n  indsatser:\n" + network if network else ""
    files: dict[str, str | bytes] = {f"2014/{one}.yaml": status_file(NAMES[one], body) for one, body in bodies.items()}
    files |= {"kommune.yaml": KOMMUNE + PLACES, "2014/rapport.yaml": report + own}
    samling = load(write_folder(root, files))
    assert samling.problems == ()
    aargang = samling.aargang(2014)
    assert aargang is not None
    return samling, aargang


def passing_year(**bodies: str) -> tuple[Samling, Aargang]:
    """Load a year whose files are gone again at once, for tests that make many."""
    with tempfile.TemporaryDirectory() as folder:
        return small_year(Path(folder), **bodies)


def body(*indsatser: str) -> str:
    """Give the indsatser of a status file."""
    return "indsatser:\n" + "".join(indsatser)


def indsats(name: str, figures: str = "", *lines: str, tilstand: str = "afholdt", indent: int = 2) -> str:
    """Give one indsats: `figures` is what stands under `tal`, `lines` are more lines of its own."""
    text = f"- id: {name}\n  navn: {name.title()}\n  tilstand: {tilstand}\n"
    text += "".join(f"  {line}\n" for one in lines for line in one.splitlines())
    text += "  tal:\n" + "".join(f"    {line}\n" for line in figures.splitlines()) if figures else ""
    return "".join(f"{' ' * indent}{line}\n" for line in text.splitlines())


def shared(owner: str, other: str, thing: str = "ting") -> str:
    """Give the lines that mark an indsats as shared."""
    return f"fælles:\n  id: {thing}\n  med: [{other}]\n  tæller_hos: {owner}"


def with_bounds(export: Export, bounds: Bounds) -> Export:
    """Give every total of an export these bounds, such as a sum of more figures than a test should write."""
    register = export.register._replace()
    # A frozen value keeps what it has worked out in its own dictionary, which is where another answer is put.
    register.__dict__["totals"] = tuple(total._replace(bounds=bounds) for total in export.register.totals)
    return export._replace(register=register)
