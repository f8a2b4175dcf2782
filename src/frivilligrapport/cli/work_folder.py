"""Find the work folder and read it, for every command that needs one."""

import errno
import os
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from frivilligrapport.cli.exits import CannotWrite, WrongUse
from frivilligrapport.cli.places import OUTPUT, settle_all, work_folder
from frivilligrapport.cli.terminal import progress
from frivilligrapport.cli.writing import settle
from frivilligrapport.collection.folder import (
    INDBERETNINGER,
    SKABELONER,
    YAML,
    as_shown,
    find_root,
    municipality_folders,
    shown_path,
)
from frivilligrapport.collection.loader import load, load_for, load_lone
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.figures.register import Registers
from frivilligrapport.reading.file_kinds import UNREADABLE_FILE

_PLACE = re.compile(r"(?::[0-9]+)+$")
_LONE = "Filen ligger uden for en mappe med indberetninger, så det, der kræver de andre filer, er ikke set efter."

# Of what this program writes, and of what is often meant by it: no folder is called so.
FILE_ENDINGS = (".csv", ".htm", ".html", ".json", ".md", ".ods", ".pdf", ".txt", ".xls", ".xlsm", ".xlsx", ".zip")


class WorkYear(NamedTuple):
    """One year of a work folder: what most commands work on."""

    root: Path
    registers: Registers
    aargang: Aargang

    @property
    def samling(self) -> Samling:
        """Give all that the work folder holds."""
        return self.registers.samling

    @property
    def mappe(self) -> str:
        """Give the folder's name as it is shown."""
        return as_shown(self.root.name)

    @property
    def output(self) -> Path:
        """Give the folder that what is made of the year is written to, unless the user names another."""
        return self.root / OUTPUT / str(self.aargang.aar)


def open_year(folder: str | None, year: int | None) -> WorkYear:
    """Read the work folder, and choose the year asked for or the newest report year. Raises WrongUse."""
    root = work_folder(folder)
    samling = read_folder(root)
    return WorkYear(root, Registers(samling), year_of(samling, year))


def year_of(samling: Samling, year: int | None) -> Aargang:
    """Give the year asked for, or the newest report year. Raises WrongUse when there is none."""
    wanted = year if year is not None else samling.newest_report_year
    aargang = samling.aargang(wanted) if wanted is not None else None
    if aargang is not None:
        return aargang
    known = ", ".join(str(one.aar) for one in samling.aargange) or "ingen"
    message = f"Der er ingen indberetninger for {wanted}." if wanted else "Der er intet år med en rapport.yaml."
    raise WrongUse(message, f"Årene i mappen indberetninger er: {known}.")


def read_folder(root: Path) -> Samling:
    """Read the work folder, once what a killed command left in it is whole. Raises CannotWrite.

    Raises PermissionError where a year cannot be opened: nobody knows what there is in it, and that it is the newest
    year, or has none of what is asked for, is then no answer.
    """
    samling = _read(root)
    years = {one.folder for one in samling.aargange}
    closed = next((one for one in samling.problems if one.kind is UNREADABLE_FILE and one.location.file in years), None)
    if closed:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(root / closed.location.file))
    return samling


def _read(root: Path, files: Collection[str] = ()) -> Samling:
    """Read the work folder; where `files` are named, as shown, so much as it takes to look at these."""
    settle_all(root)
    with progress() as tell:
        tell("Læser indberetningerne …")
        return load_for(root, files) if files else load(root)


def refuse_unread_register(samling: Samling) -> None:
    """Raise WrongUse where nobody knows which forvaltninger there are."""
    if not samling.kommune_is_read:
        raise WrongUse(f"{samling.kommune_file} mangler eller kan ikke læses.", "Se hvorfor: frivilligrapport validate")


def refuse_output(place: Path | None, *, is_folder: bool = False) -> None:
    """Raise WrongUse when --output is one of the folders that a user's own files lie in, or below it.

    And when it is to be a folder and is a file, or is named as one.
    """
    if place is None:
        return
    if is_folder and (place.is_file() or (place.suffix.lower() in FILE_ENDINGS and not place.is_dir())):
        what = "er en fil og ikke" if place.is_file() else "er navnet på en fil og ikke på"
        raise WrongUse(f"»{place}« {what} en mappe.", "Skriv navnet på en mappe.")
    resolved = Path(os.path.realpath(place))
    for folder in (resolved, *resolved.parents):
        name = next((one for one in (INDBERETNINGER, SKABELONER) if folder.name.casefold() == one), "")
        if name and ((folder.parent / INDBERETNINGER).is_dir() or municipality_folders(folder.parent)):
            hint = f"Skriv for eksempel --output {OUTPUT}/prøve."
            raise WrongUse(f"Der kan ikke skrives i mappen {name}, for der ligger jeres egne filer.", hint)


def refuse_foreign(place: Path, made: Mapping[str, bytes]) -> None:
    """Raise CannotWrite where there is a file that is no earlier edition of what was made, by its name in `place`."""
    from frivilligrapport.pipeline.replacing import is_remade

    for name, data in made.items():
        path = place / name
        if path.is_file() and not is_remade(path.read_bytes(), data):
            message = f"»{path}« er der allerede og ligner ikke det, der skulle skrives. Intet er skrevet."
            raise CannotWrite(message, "Flyt filen, og prøv igen; med figures kan du også skrive --overwrite.")


class ChosenPlace(NamedTuple):
    """What is to be read in one go: a work folder, and the paths in it that are named; or, with no folder, one file."""

    root: Path | None
    paths: tuple[Path, ...] = ()


class Selection(NamedTuple):
    """A collection, the paths in it that findings are shown for ("." is all), and notes for the user.

    `root` is the work folder, None for a lone file.
    """

    samling: Samling
    paths: tuple[str, ...]
    notes: tuple[str, ...] = ()
    root: Path | None = None


def select(paths: list[Path], folder: str | None) -> Selection:
    """Find the one work folder of the named paths, or the lone file, and read it. Raises WrongUse."""
    first, *more = choose(paths, folder)
    if more:
        hint = "Angiv én fil ad gangen, eller gå til den mappe, som indberetninger ligger i."
        raise WrongUse("Filerne ligger ikke i den samme mappe med indberetninger.", hint)
    return read_place(first, in_full=True)


def choose(paths: list[Path], folder: str | None) -> tuple[ChosenPlace, ...]:
    """Find the work folders that the named paths lie in, and the files that lie in none, in the order named.

    A folder with several municipalities' work folders in it stands for them all. Raises WrongUse for a path that is not
    there, and for one that is nothing to be read.
    """
    settle(*(path if path.is_dir() else path.parent for path in paths))
    for path in paths:
        if not path.exists():
            if path.is_symlink():
                raise WrongUse(f"»{path}« er en genvej til noget, der ikke er der.", "Læg selve filen i mappen.")
            raise WrongUse(f"»{path}« findes ikke.", in_quotes(paths) or _where(path))
    if not paths:
        several = municipality_folders(Path(folder or "")) if folder or not find_root(Path.cwd()) else ()
        return tuple(ChosenPlace(one) for one in several) or (ChosenPlace(work_folder(folder)),)
    named = work_folder(folder) if folder is not None else None
    found: dict[Path, list[Path]] = {}
    for path in paths:
        for root, below in _places_of(path, named):
            found.setdefault(root, []).extend(below)
    return tuple(ChosenPlace(root if root.is_dir() else None, tuple(dict.fromkeys(own))) for root, own in found.items())


def _places_of(path: Path, named: Path | None) -> Iterator[tuple[Path, list[Path]]]:
    """Yield the work folders of a path with what is named in each; a file that lies in none, with itself."""
    place = _plain(path)
    root = named or find_root(path if path.is_dir() else path.parent) or find_root(Path.cwd())
    if root and _belongs(place, _plain(root)):
        yield _plain(root), [place]
    elif municipality_folders(path):
        yield from ((_plain(one), [_plain(one)]) for one in municipality_folders(path))
    elif path.is_dir():
        hint = "Angiv en fil, eller gå til den mappe, som indberetninger ligger i."
        raise WrongUse(f"I mappen »{path}« er der ingen mappe indberetninger.", hint)
    elif not path.name.lower().endswith(YAML):
        stem = path.name.lower().removesuffix(".txt")
        hint = f"Notesblok har sat .txt på navnet. Kald filen {stem}." if stem.endswith(YAML) else ""
        raise WrongUse(f"»{path}« er ikke en statusfil.", hint or "En statusfil ender på .yaml.")
    else:
        yield place, [path]


def read_place(chosen: ChosenPlace, *, in_full: bool = False) -> Selection:
    """Read a work folder, or a lone file: what it takes to look at what is named, or all. Raises CannotWrite."""
    if chosen.root is None:
        (path,) = chosen.paths
        return Selection(load_lone(path, path.as_posix()), (".",), (_LONE,))
    root = _plain(chosen.root)
    shown = tuple(shown_path(root, place) for place in chosen.paths)
    return Selection(_read(chosen.root, () if in_full else shown), shown or (".",), root=chosen.root)


def in_quotes(paths: Sequence[Path]) -> str:
    """Say how a path with spaces is typed, where the words of one stand in a row; "" where they do not."""
    words = [str(path) for path in paths]
    rows = (" ".join(words[start:end]) for start in range(len(words)) for end in range(start + 2, len(words) + 1))
    whole = next((row for row in rows if Path(row).exists()), "")
    return f'Er der mellemrum i navnet, så sæt det i anførselstegn: "{whole}"' if whole else ""


def _where(path: Path) -> str:
    """Say where there is a file or a year of that name: most people type it alone, and others as findings show it."""
    root = find_root(Path.cwd())
    below = sorted((root / INDBERETNINGER).rglob("*")) if root else []
    typed = _PLACE.sub("", path.name.lower())
    names = (typed, f"{typed.removesuffix('.yml')}.yaml")
    # The newest year's is the likeliest, unless a folder was typed.
    named = sorted(
        (one for one in below if one.name.lower() in names), key=lambda one: one.parent.name == path.parent.name
    )
    if named:
        return f"Mente du {Path(os.path.relpath(named[-1])).as_posix()}?"
    return "Se efter, om navnet er stavet rigtigt."


def _plain(path: Path) -> Path:
    """Give a path from the top, without `..`, so that two ways to a file are one; links stay as they are."""
    return Path(os.path.normpath(path.absolute()))


def _belongs(place: Path, root: Path) -> bool:
    """Tell whether a path is among what is read, or a folder around it."""
    read = root / INDBERETNINGER
    return place.is_relative_to(read) or (place.is_relative_to(root) and read.is_relative_to(place))
