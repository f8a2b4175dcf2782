"""An edition as one file for the archive: what was published, its figures, and all that it was made of."""

import zipfile
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from frivilligrapport.collection.folder import SKABELONER
from frivilligrapport.collection.values import Aargang
from frivilligrapport.figures.register import Registers
from frivilligrapport.models.schema.schema_file import schema_files
from frivilligrapport.pipeline.figure_files import archived_tables
from frivilligrapport.pipeline.manifest import MANIFEST, Manifest

CHECKSUMS = "SHA256SUMS"
_README = """\
{title}

Pakken er lavet af programmet frivilligrapport og kan læses uden det.

dokumenter/       det, der er udgivet: PDF (PDF/A-2a og PDF/UA-1), HTML, Markdown og regneark
tal/              alle tal som CSV (UTF-8, semikolon); kolonner.csv forklarer hver kolonne
indberetninger/   de filer, det hele er lavet af, som de blev afleveret
skema/            filernes form som JSON Schema
skabeloner/       kommunens egne skabeloner, når den har nogen
manifest.json     hvad udgaven er lavet af: filer med SHA-256 og programmernes versioner
SHA256SUMS        kontrolsummer for alle filer i pakken: sha256sum -c SHA256SUMS
"""
# The first moment that a zip file can hold: the package carries no time of its own.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_READABLE_BY_ALL = 0o644 << 16
_UNIX = 3


def archive(
    registers: Registers, aargang: Aargang, made: Mapping[str, bytes], manifest: Manifest, own: Mapping[str, bytes]
) -> bytes:
    """Pack an edition: the same bytes from the same files. `made` are its files by name, `own` the office's templates.

    The files of later years are left out, as from the manifest.
    """
    title = str(aargang.rapport.titel) if aargang.rapport else "Frivillighed"
    parts = {
        "LÆSMIG.txt": _README.format(title=f"{title} {aargang.aar}").encode(),
        MANIFEST: manifest.to_json(),
        **{f"dokumenter/{name}": data for name, data in made.items()},
        **{f"tal/{name}": data for name, data in archived_tables(registers, aargang).items()},
        **{name: one.data for name, one in registers.samling.originals.items() if name in manifest.inputs},
        **{f"skema/{name}": data for name, data in schema_files().items()},
        **{f"{SKABELONER}/{name}": data for name, data in own.items()},
    }
    if registers.samling.logo and registers.samling.logo.data is not None:
        parts[registers.samling.logo.file] = registers.samling.logo.data
    return zipped({**parts, CHECKSUMS: _checksums(parts)})


def is_archive(path: Path) -> bool:
    """Tell whether a file is a package that `archive` has made."""
    try:
        with zipfile.ZipFile(path) as package:
            return {CHECKSUMS, MANIFEST} <= {*package.namelist()}
    except (OSError, zipfile.BadZipFile):
        return False


def _checksums(parts: Mapping[str, bytes]) -> bytes:
    """List the files as `sha256sum` reads them."""
    return "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(parts.items())).encode()


def zipped(parts: Mapping[str, bytes], *, compressed: bool = False) -> bytes:
    """Put files into one package.

    They are stored uncompressed, unless size counts for more: how much a compressor saves differs between machines,
    what is stored does not.
    """
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED) as package:
        for name, data in sorted(parts.items()):
            info = zipfile.ZipInfo(name, _NO_TIME)
            info.external_attr, info.create_system = _READABLE_BY_ALL, _UNIX
            package.writestr(info, data, package.compression)
    return packed.getvalue()
