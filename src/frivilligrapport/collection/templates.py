"""The work folder's own templates, which override the built-in ones file by file."""

from pathlib import Path

from frivilligrapport.collection.folder import files_in

SKABELONER = "skabeloner"


def own_templates(root: Path) -> dict[str, str]:
    """Read `skabeloner/` of the work folder: text by name, with `/`. Files that are not text are left out."""
    folder = root / SKABELONER
    texts: dict[str, str] = {}
    for found in files_in(root, folder, deep=True):
        if found.path.suffix in {".j2", ".css", ".svg"}:
            texts[found.path.relative_to(folder).as_posix()] = found.path.read_text(encoding="utf-8-sig")
    return texts
