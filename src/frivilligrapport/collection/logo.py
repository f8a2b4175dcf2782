"""The municipality's logo, read from the work folder."""

from pathlib import Path

from frivilligrapport.collection.values import Logo
from frivilligrapport.models.kommune import Kommune


def read_logo(root: Path, kommune: Kommune | None) -> Logo | None:
    """Read the file that `udseende` names, None when it names none.

    A path out of the work folder, or to a file that cannot be opened, gives a logo without data.
    """
    typed = kommune.udseende.logo if kommune and kommune.udseende else None
    if not typed:
        return None
    shown = typed.replace("\\", "/")
    path = (root / shown).resolve()
    try:
        data = path.read_bytes() if path.is_relative_to(root.resolve()) else None
    except OSError:
        data = None
    return Logo(shown, data)
