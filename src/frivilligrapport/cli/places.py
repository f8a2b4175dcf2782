"""Where the work folder is, and that nothing in it is half written: what is seen to before anything is read."""

from contextlib import suppress
from pathlib import Path

from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.writing import settle
from frivilligrapport.collection.folder import INDBERETNINGER, find_root, municipality_folders

OUTPUT = "udgivelser"
_NAME_IT = "Angiv den mappe, som mappen indberetninger ligger i."


def work_folder(folder: str | None) -> Path:
    """Give the work folder: the one named, or the nearest from here upwards. Raises WrongUse when there is none."""
    settle(Path(folder or ""))
    found = find_work_folder(folder)
    if found is not None:
        return found
    if folder is not None:
        refuse_missing(folder)
        several = municipality_folders(Path(folder))
        hint = f'Der ligger flere kommuner i den. Vælg én: --folder "{several[0]}"' if several else _NAME_IT
        raise WrongUse(f"Mappen »{folder}« har ingen mappe indberetninger.", hint)
    hint = "Gå til den mappe, som indberetninger ligger i, eller angiv den med --folder."
    raise WrongUse("Her er ingen mappe indberetninger, og heller ikke i mapperne over.", hint)


def refuse_missing(folder: str) -> None:
    """Raise WrongUse where no folder is there by the name that was given."""
    if Path(folder).is_file():
        raise WrongUse(f"»{folder}« er en fil og ikke en mappe.", _NAME_IT)
    if not Path(folder).is_dir():
        raise WrongUse(f"Mappen »{folder}« findes ikke.", _NAME_IT)


def find_work_folder(folder: str | None) -> Path | None:
    """Give the same, None when there is none."""
    if folder is None:
        return find_root(Path.cwd())
    root = Path(folder)
    if (root / INDBERETNINGER).is_dir():
        return root
    return root.parent if root.name == INDBERETNINGER and root.is_dir() else None


def settle_all(root: Path) -> None:
    """Finish or clear away what a killed command left in a work folder or its editions. Raises CannotWrite."""
    editions, years = root / OUTPUT, list[Path]()
    with suppress(OSError):  # who may not open them may still read the files
        years.extend(editions.iterdir())
    settle(root / INDBERETNINGER, editions, *years)
