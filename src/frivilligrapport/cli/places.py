"""Where the work folder is, and that nothing in it is half written: what is seen to before anything is read."""

from contextlib import suppress
from pathlib import Path

from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.writing import settle
from frivilligrapport.collection.folder import INDBERETNINGER, find_root, municipality_folders

OUTPUT = "udgivelser"


def work_folder(folder: str | None) -> Path:
    """Give the work folder: the one named, or the nearest from here upwards. Raises WrongUse when there is none."""
    settle(Path(folder or ""))
    found = find_work_folder(folder)
    if found is not None:
        return found
    if folder is not None:
        root = Path(folder)
        what = "har ingen mappe indberetninger" if root.is_dir() else "findes ikke"
        several = municipality_folders(root)
        hint = f'Der ligger flere kommuner i den. Vælg én: --folder "{several[0]}"' if several else ""
        raise WrongUse(f"Mappen »{folder}« {what}.", hint or "Angiv den mappe, som mappen indberetninger ligger i.")
    hint = "Gå til den mappe, som indberetninger ligger i, eller angiv den med --folder."
    raise WrongUse("Her er ingen mappe indberetninger, og heller ikke i mapperne over.", hint)


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
