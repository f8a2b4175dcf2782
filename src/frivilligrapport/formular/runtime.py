"""What a form runs in: the data package `frivilligrapport_formular`, installed or made by `make formular-runtime`."""

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

CHECKOUT = "build/formular"  # where a checkout has it, seen from its top
PACKAGE = "frivilligrapport_formular"
_SOURCE = Path(__file__).parents[2]
_LENGTH = 4  # bytes that say how long the list of the parts is


class RuntimeFile(NamedTuple):
    """A file of the runtime: its name, with `/`, and its bytes."""

    name: str
    data: bytes


class Runtime(NamedTuple):
    """The runtime as it lies in the page: packed parts, compressed by gzip, and the licences that go with them.

    `version` is the program's own, `pyodide` that of Pyodide. `is_current` is false where the modules in it are others
    than those that would make the form.
    """

    data: bytes
    version: str
    pyodide: str
    licences: str
    is_current: bool


def find_runtime(*places: Path) -> Runtime | None:
    """Read the runtime: a checkout's own, else the installed one; None when there is none.

    `places` are the folders to look in instead.
    """
    folder = next((one for one in places or _places() if (one / "runtime.gz").is_file()), None)
    if folder is None:
        return None
    meta = json.loads((folder / "runtime.json").read_bytes())
    texts = (one.read_text(encoding="utf-8").strip() for one in sorted((folder / "licenses").iterdir()))
    return Runtime(
        data=(folder / "runtime.gz").read_bytes(),
        version=meta["version"],
        pyodide=meta["pyodide"],
        licences="\n\n\n".join(texts),
        is_current=meta["kilde"] == digest_of(_SOURCE, meta["moduler"]),
    )


def _places() -> Iterable[Path]:
    if is_checkout():
        yield _SOURCE.parent / CHECKOUT / PACKAGE
    spec = find_spec(PACKAGE)
    if spec and spec.submodule_search_locations:
        yield from map(Path, spec.submodule_search_locations)


def is_checkout() -> bool:
    """Tell whether the program runs from a checkout, where `make` makes the runtime."""
    return (_SOURCE.parent / "Makefile").is_file()


def digest_of(source: Path, modules: Sequence[str]) -> str:
    """Give a sum of the texts of modules, by their paths below `source`, whatever their line ends.

    The names of all that lie beside them are part of it: a new rule is found by itself, where it lies.
    """
    seen = sha256()
    for name in modules:
        file = source / name
        data = file.read_bytes().replace(b"\r\n", b"\n") if file.is_file() else b""
        seen.update(f"{name} {len(data)}\n".encode() + data)
    for room in sorted({(source / name).parent for name in modules}):
        seen.update(" ".join(sorted(one.name for one in room.glob("*.py"))).encode())
    return seen.hexdigest()


def packed(parts: Iterable[RuntimeFile]) -> bytes:
    """Put files into one: the length of their list in four bytes, the list as JSON, and the files in its order."""
    files = tuple(parts)
    index = json.dumps([[one.name, len(one.data)] for one in files]).encode()
    return len(index).to_bytes(_LENGTH, "big") + index + b"".join(one.data for one in files)
