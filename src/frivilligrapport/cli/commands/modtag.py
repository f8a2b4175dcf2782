"""`modtag`: files that have come by mail, each put where it belongs under the name that it should have."""

from itertools import count
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.findings import refuse_any_personal_data, show
from frivilligrapport.cli.options import Folder, read_year
from frivilligrapport.cli.places import work_folder
from frivilligrapport.cli.terminal import print_note, print_path
from frivilligrapport.cli.work_folder import in_quotes, read_folder, refuse_unread_register
from frivilligrapport.cli.writing import write_all
from frivilligrapport.collection.folder import INDBERETNINGER, as_shown
from frivilligrapport.collection.loader import load_lone
from frivilligrapport.collection.organisation import guessing
from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import join_words, normal_key
from frivilligrapport.models.lister import is_unanswered
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.problems import ExitCode
from frivilligrapport.rules.run import examine

HELP = """Lægger statusfiler, der er kommet med mail, på plads i årets mappe.

\b
  frivilligrapport modtag "C:\\Mail\\Status SUF endelig.yaml"
  frivilligrapport modtag suf.yaml tmf-1.yaml --year 2015

En fil må hedde hvad som helst: den siger selv, hvis den er. Ligger der en fil i forvejen, bliver den gemt i mappen
tidligere. Har en fil et CPR-nummer, bliver ingen af dem lagt på plads. Til sidst vises det, der er galt i filerne.
"""
EARLIER = "tidligere"
_PAGES = (".html", ".htm")


class _Mailed(NamedTuple):
    """Hold a file that has come: where it lies, its bytes, and the year and the forvaltning's id that it tells of."""

    path: Path
    data: bytes
    aar: int
    forvaltning: str

    @property
    def name(self) -> str:
        """Give its path below the folder of the deliveries."""
        return f"{self.aar}/{self.forvaltning}.yaml"


def command(
    files: Annotated[list[Path], typer.Argument(metavar="FIL…", help="Filerne, der er kommet.", show_default=False)],
    year: Annotated[
        str | None,
        typer.Option("--year", metavar="ÅR", help="Året, filerne handler om. Ellers den nyeste rapports."),
    ] = None,
    folder: Folder = None,
) -> int:
    """Carry out `modtag`."""
    wanted = read_year(year, "modtag suf.yaml --year")
    root = work_folder(folder)
    samling = read_folder(root)
    refuse_unread_register(samling)
    for path in files:
        if not path.is_file():
            hint = in_quotes(files) or "Angiv de filer, der er kommet."
            raise WrongUse(f"»{as_shown(str(path))}« findes ikke eller er ikke en fil.", hint)
    mailed = tuple(_read(samling, path, wanted or samling.newest_report_year) for path in files)
    _refuse_twice(mailed)
    earlier = {one.name: name for one in mailed if (name := _kept_as(root, one))}
    old = {name: (root / INDBERETNINGER / one).read_bytes() for one, name in earlier.items()}
    write_all(root, {f"{INDBERETNINGER}/{one.name}": one.data for one in mailed} | old, samling.numbers)
    for one in mailed:
        kept = f" Den før er gemt i {earlier[one.name]}." if one.name in earlier else ""
        print_path(root / INDBERETNINGER / one.name)
        print_note(f"{as_shown(one.path.name)} er fra {_names(samling, one)}.{kept}")
    after = read_folder(root)
    found = examine(after).touching(f"{INDBERETNINGER}/{one.name}" for one in mailed)
    show(found, after)
    return ExitCode.PROBLEMS if found.has_errors else ExitCode.OK


def _read(samling: Samling, path: Path, wanted: int | None) -> _Mailed:
    """Read what has come, and find whose it is. Raises WrongUse, and PersonalDataFound before anything is copied."""
    shown = as_shown(path.name)
    if path.suffix.lower() in _PAGES:
        hint = "Bed om den fil, som skemaet gemmer: Åbn det i browseren, og tryk på Gem. Den ender på .yaml."
        raise WrongUse(f"»{shown}« er selve skemaet og ikke det, der er skrevet i det. Intet er lagt på plads.", hint)
    lone = load_lone(path, shown)
    refuse_any_personal_data(lone)
    delivery = lone.aargange[0].indberetninger[0]
    statusfil = delivery.statusfil or (delivery.mended.model if delivery.mended else None)
    unit = samling.units.get(normal_key(statusfil.forvaltning)) if statusfil else None
    if statusfil is None or unit is None or unit.is_network:
        raise _unknown(samling, lone, shown, statusfil)
    if wanted is not None and int(statusfil.aar) != wanted:
        hint = f"Skal den lægges dér, så skriv --year {statusfil.aar}."
        raise WrongUse(f"»{shown}« handler om {statusfil.aar} og ikke om {wanted}. Intet er lagt på plads.", hint)
    return _Mailed(path, lone.originals[shown].data, int(statusfil.aar), str(unit.id))


def _unknown(samling: Samling, lone: Samling, shown: str, statusfil: Statusfil | None) -> WrongUse:
    """Say why a file is no status file of any forvaltning."""
    nothing = "Intet er lagt på plads."
    if statusfil is not None and is_unanswered(statusfil.forvaltning):
        return WrongUse(
            f"»{shown}« siger ikke, hvilken forvaltning den er fra. {nothing}", "Skriv linjen forvaltning: i filen."
        )
    if statusfil is not None:
        named = f"»{statusfil.forvaltning}« i »{shown}« er ikke forkortelsen for en af kommunens forvaltninger."
        meant = guessing(samling)(statusfil.forvaltning)
        if meant:
            hint = f"Skriv forvaltning: {meant.forkortelse} i filen, og prøv igen."
            return WrongUse(f"{named} {nothing} Mente du »{meant.forkortelse}«?", hint)
        return WrongUse(f"{named} {nothing}", "Ret linjen forvaltning: i filen, og prøv igen.")
    first = next((one for one in lone.problems), None)
    why = f" {first.message} {first.hint}" if first else ""
    return WrongUse(f"»{shown}« kan ikke læses som en statusfil. {nothing}", f"{why.strip()}")


def _refuse_twice(mailed: tuple[_Mailed, ...]) -> None:
    for number, one in enumerate(mailed):
        others = [other.path.name for other in mailed[:number] if other.name == one.name]
        if others:
            both = join_words([f"»{as_shown(name)}«" for name in (*others, one.path.name)])
            raise WrongUse(f"{both} er fra den samme forvaltning. Intet er lagt på plads.", "Vælg den ene.")


def _kept_as(root: Path, one: _Mailed) -> str:
    """Give where the file goes that lies there already, by its path in the work folder; "" when there is no other."""
    place = root / INDBERETNINGER / one.name
    if not place.is_file() or place.read_bytes() == one.data:
        return ""
    names = (f"{EARLIER}/{one.aar}/{one.forvaltning}-{number}.yaml" for number in count(1))
    return next(name for name in names if not (root / name).exists())


def _names(samling: Samling, one: _Mailed) -> str:
    unit = next(unit for unit in samling.units.values() if str(unit.id) == one.forvaltning)
    return f"{unit.forkortelse}, {one.aar}"
