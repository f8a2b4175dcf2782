"""Two small years of a municipality, for tests of what has changed between them."""

from collections.abc import Mapping
from pathlib import Path

from frivilligrapport.collection.loader import load
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.figures.changes.figure_changes import FigureChange
from frivilligrapport.figures.changes.indsats_changes import IndsatsChange
from frivilligrapport.figures.changes.year_over_year import YearOverYear, year_over_year
from frivilligrapport.figures.register import Registers
from support.folders.work_folder import KOMMUNE, status_file, write_folder

NAMES = {"tmf": "TMF", "sof": "SOF", "oekf": "ØKF", "nyf": "NYF", "x": "X", "y": "Y"}
Bodies = Mapping[str, str]


def forvaltning(name: str, fra: int | None = None, til: int | None = None, afloeser: str = "") -> str:
    """Give an entry of the register; `name` is its acronym, which in lower case is its id."""
    lines = [f"  - id: {name.lower()}", f"    forkortelse: {name}", f"    navn: Forvaltningen {name}"]
    lines += [f"    fra: {fra}"] if fra else []
    lines += [f"    til: {til}"] if til else []
    lines += [f"    afløser: [{afloeser}]"] if afloeser else []
    return "\n".join(lines) + "\n"


def register(*entries: str) -> str:
    """Give a whole register."""
    return "kommune: Prøvekøbing Kommune\nforvaltninger:\n" + "".join(entries)


def write_years(
    root: Path, before: Bodies, after: Bodies, *, kommune: str = KOMMUNE, older: int = 2013, reports: int = 2
) -> Path:
    """Write what is reported for the year `older` and for the next; `reports` is how many of them have a rapport.yaml.

    With one it is the newer. Bodies are by id, and "rapport" is added to the report's own text.
    """
    files: dict[str, str | bytes] = {"kommune.yaml": kommune}
    for year, bodies in ((older, before), (older + 1, after)):
        if year > older or reports > 1:
            own = f"titel: Rapport\når: {year}\nforslag: ingen\n" + bodies.get("rapport", "")
            files[f"{year}/rapport.yaml"] = own
        files |= {
            f"{year}/{one}.yaml": status_file(NAMES[one], text, year) for one, text in bodies.items() if one in NAMES
        }
    root = write_folder(root, files)
    if older + 1 < 2014 or older > 2014:
        for path in (root / "indberetninger/2014").iterdir():
            path.unlink()
        (root / "indberetninger/2014").rmdir()
    return root


def two_years(
    root: Path, before: Bodies, after: Bodies, *, kommune: str = KOMMUNE, older: int = 2013, reports: int = 2
) -> tuple[Samling, Aargang, Aargang]:
    """Load what `write_years` writes; nothing in it may be wrong."""
    samling = load(write_years(root, before, after, kommune=kommune, older=older, reports=reports))
    assert samling.problems == ()
    first, second = samling.aargang(older), samling.aargang(older + 1)
    assert first is not None
    assert second is not None
    return samling, first, second


def registered(years: tuple[Samling, Aargang, Aargang]) -> tuple[Registers, Aargang, Aargang]:
    """Give what `two_years` gives, ready to be counted."""
    samling, older, newer = years
    return Registers(samling), older, newer


def compared(
    root: Path, before: Bodies, after: Bodies, *, kommune: str = KOMMUNE, older: int = 2013, reports: int = 2
) -> YearOverYear:
    """Compare what `write_years` writes."""
    return year_over_year(*registered(two_years(root, before, after, kommune=kommune, older=older, reports=reports)))


def told(one: FigureChange) -> tuple[str, str, str]:
    """Say what a figure was, what it is, and what came of comparing them."""
    before = " / ".join(said.quantity.text() for said in one.before)
    return before, one.after.quantity.text() if one.after else "", one.outcome.text


def fates(years: YearOverYear) -> list[tuple[str, str, str]]:
    """Say of each indsats what has become of it."""
    return [(_named(one), one.fate.value, one.why) for one in years.indsatser]


def _named(one: IndsatsChange) -> str:
    return f"{one.entry.forvaltning}/{one.entry.indsats.id}"
