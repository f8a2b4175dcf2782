"""Read what lies in the output folder from earlier builds."""

from pathlib import Path

from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.pipeline.building import FORMATS, document_names
from frivilligrapport.pipeline.manifest import MANIFEST, Manifest, read_manifest
from frivilligrapport.pipeline.rechecking import Edition


def published(folder: Path) -> Edition:
    """Read the documents and the manifest. Raises WrongUse for a file that cannot be opened."""
    paths = [path for path in sorted(folder.iterdir()) if _is_ours(path)] if folder.is_dir() else []
    try:
        files = {path.name: path.read_bytes() for path in paths}
    except OSError as error:
        raise WrongUse(f"»{error.filename}« kan ikke åbnes.", "Se efter, om du må læse filen.") from error
    return Edition(files, read_manifest(files[MANIFEST]) if MANIFEST in files else None)


def _is_ours(path: Path) -> bool:
    document, _, form = path.name.rpartition(".")
    is_document = any(document == one or document.startswith(f"{one}-") for one in document_names())
    return path.is_file() and (path.name == MANIFEST or (is_document and form in FORMATS))


def manifest_in(folder: Path) -> Manifest | None:
    """Read the manifest; None when there is none that can be read."""
    try:
        return read_manifest((folder / MANIFEST).read_bytes())
    except OSError:
        return None
