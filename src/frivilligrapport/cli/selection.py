"""Which files `validate` is asked about, and the work folder that they belong to."""

from dataclasses import dataclass
from pathlib import Path

from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.workplace import read_folder, work_folder
from frivilligrapport.collection.folder import find_root, shown
from frivilligrapport.collection.loader import load_lone
from frivilligrapport.collection.values import Samling

LONE = "Filen ligger uden for en mappe med indberetninger, så det, der kræver de andre filer, er ikke set efter."


@dataclass(frozen=True, slots=True)
class Selection:
    """A collection, the paths in it that findings are shown for ("." is all), and notes for the user."""

    samling: Samling
    paths: tuple[str, ...]
    notes: tuple[str, ...] = ()


def select(paths: list[Path], folder: str | None) -> Selection:
    """Find the work folder of the named paths and read it. Raises WrongUse for a path that is not there."""
    for path in paths:
        if not path.exists():
            raise WrongUse(f"»{path}« findes ikke.", "Se efter, om navnet er stavet rigtigt.")
    root = _root(paths, folder)
    if root is None:
        return _lone(paths)
    outside = [path for path in paths if not path.absolute().is_relative_to(root.absolute())]
    if outside:
        return _lone(paths)
    return Selection(read_folder(root), tuple(shown(root.absolute(), path.absolute()) for path in paths) or (".",))


def _root(paths: list[Path], folder: str | None) -> Path | None:
    if folder is not None or not paths:
        return work_folder(folder)
    first = paths[0].absolute()
    return find_root(first if first.is_dir() else first.parent) or find_root(Path.cwd())


def _lone(paths: list[Path]) -> Selection:
    if len(paths) != 1 or paths[0].is_dir():
        hint = "Angiv én fil ad gangen, eller gå til den mappe, som indberetninger ligger i."
        raise WrongUse("Filerne ligger ikke i en mappe med indberetninger.", hint)
    return Selection(load_lone(paths[0], paths[0].as_posix()), (".",), (LONE,))
