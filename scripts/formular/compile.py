"""Compile all modules that are loaded: run in Pyodide, once it has answered the questions that a form may ask."""

import base64
import importlib
import io
import json
import marshal
import sys
import zipfile
from importlib.util import MAGIC_NUMBER
from pathlib import Path

# What bytes are read with that no question holds.
ENCODINGS = ("ascii", "cp1252", "latin_1", "utf_16", "utf_16_be", "utf_16_le", "utf_8_sig")
NO_TIME = (1980, 1, 1, 0, 0, 0)
LIBRARY = "/lib/python314.zip/"
OWN = "/src/"
UNCHECKED = (1).to_bytes(4, "little") + bytes(8)  # by PEP 552: Python does not look for the source
BARE = 2  # without docstrings and assertions: of the library nobody reads them

for name in ENCODINGS:
    importlib.import_module(f"encodings.{name}")


def compiled(path: str, source: bytes, level: int = 0) -> bytes:
    """Compile one module, as Python keeps it in a file."""
    code = compile(source, path, "exec", dont_inherit=True, optimize=level)
    return MAGIC_NUMBER + UNCHECKED + marshal.dumps(code)


def loaded(top: str) -> list[str]:
    """Give the paths of the modules that were loaded from below a place."""
    files = {getattr(module, "__file__", None) or "" for module in [*sys.modules.values()]}
    return sorted(file.removeprefix(top) for file in files if file.startswith(top))


packed = io.BytesIO()
with zipfile.ZipFile(LIBRARY.rstrip("/")) as given, zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as library:
    for path in loaded(LIBRARY):
        library.writestr(zipfile.ZipInfo(f"{path}c", NO_TIME), compiled(path, given.read(path), BARE))
program = {
    f"{path}c": base64.b64encode(compiled(path, (Path(OWN) / path).read_bytes())).decode() for path in loaded(OWN)
}

packed.getvalue(), json.dumps(program)
