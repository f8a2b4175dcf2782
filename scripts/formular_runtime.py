"""Make what a form runs in, in build/formular/: Pyodide's core, and the program compiled to its bytecode.

Run from the repository's top by `make formular-runtime`, in the project's own environment; `--wheel` makes a wheel of
it in dist/ too. Costs nothing when all is there: a stamp keeps what it was made from. Needs Node.js and npm; the same
bytes come of the same files.
"""

import gzip
import json
import os
import shutil
import subprocess
import sys
from base64 import b64decode, b64encode
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

import yaml

from frivilligrapport import __version__
from frivilligrapport.formular.runtime import CHECKOUT, PACKAGE, RuntimeFile, digest_of, find_runtime, packed

HERE = Path("scripts/formular")
SOURCE = Path("src/frivilligrapport")
NPM_FILES = tuple(HERE / name for name in ("package.json", "package-lock.json"))
PYODIDE = Path("node_modules/pyodide")
CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
# Each asks for other modules: a file that is as it should be, slips of many kinds, repairs, bytes that are no UTF-8.
YEAR = Path("indberetninger/2014")
SLIPS = Path("tests/eksempler/ugyldige")
WHEEL = """\
[build-system]
requires = ["hatchling>=1.27"]
build-backend = "hatchling.build"

[project]
name = "frivilligrapport-formular"
version = "{version}"
description = "What the forms of frivilligrapport run in: Pyodide's core, unmodified, and the program as its bytecode"
readme = "README.md"
license = "MIT AND MPL-2.0 AND PSF-2.0"
license-files = ["LICENSE", "licenses/*"]
requires-python = ">=3.11"
dependencies = ["frivilligrapport=={version}"]  # a form is made by the program that it holds

[tool.hatch.build.targets.wheel]
packages = ["{package}"]
"""
README = """\
What the forms of frivilligrapport run in. It is data alone: `frivilligrapport formular` joins it with a page.

Pyodide {pyodide} (MPL-2.0) is as its makers published it; its source is at
https://github.com/pyodide/pyodide/tree/{pyodide}. In it are CPython (PSF-2.0) and its standard library. Beside it lie
PyYAML {yaml} (MIT) and frivilligrapport {version} (MIT). The licences are in `licenses/`.
"""
NO_TIME = "315532800"  # 1980, the first that a zip file can hold
OLDEST_NODE = 18
NO_NODE = (
    f"Skemaer kører i noget, der laves med Node.js {OLDEST_NODE} eller nyere og npm, og det er ikke på denne maskine.\n"
    "På Debian og Ubuntu er kommandoen: sudo apt-get install -y nodejs npm"
)


def wanted_state() -> str:
    """Return what build/formular/ should be made from beside the program's own modules, as one line."""
    files = (*sorted(one for one in HERE.rglob("*") if one.is_file()), Path(__file__))
    seen = sha256(f"{__version__} {version('pyyaml')} {sys.version}".encode())
    for one in files:
        seen.update(f"{one.as_posix()}\0".encode() + one.read_bytes())
    return seen.hexdigest()


def has_node() -> bool:
    """Tell whether a Node.js that is new enough, and npm, are on this machine."""
    node = shutil.which("node")
    if not node or not shutil.which("npm"):
        return False
    found = subprocess.run((node, "--version"), capture_output=True, text=True, check=False).stdout
    major = found.lstrip("v").partition(".")[0]
    return major.isdecimal() and int(major) >= OLDEST_NODE


def fetch_pyodide(place: Path) -> Path:
    """Fetch Pyodide's core from npm's registry as locked, by its hash; return its folder."""
    lock = sha256(b"".join(one.read_bytes() for one in NPM_FILES)).hexdigest()
    stamp = place / "stamp"
    if not stamp.is_file() or stamp.read_text(encoding="ascii") != lock:
        print("Henter Pyodide …", file=sys.stderr)
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        for one in NPM_FILES:
            shutil.copy(one, place)
        npm = (shutil.which("npm") or "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
        subprocess.run(npm, check=True, cwd=place, stdout=sys.stderr)
        stamp.write_text(lock, encoding="ascii")
    return (place / PYODIDE).resolve()


def questions() -> list[dict[str, Any]]:
    """Return what is asked while it is watched which modules are needed."""
    top = YEAR.parent
    filer = {one.as_posix(): one.read_text(encoding="utf-8") for one in (top / "kommune.yaml", YEAR / "rapport.yaml")}
    common = {"nr": 1, "filer": filer}
    asked: list[dict[str, Any]] = []
    for one in (*sorted(YEAR.glob("*.yaml")), *sorted(SLIPS.glob("*.yaml"))[::20]):
        sti = (YEAR / "tmf.yaml" if one.is_relative_to(SLIPS) else one).as_posix()
        asked.append({**common, "gør": "åbn", "sti": sti, "data": b64encode(one.read_bytes()).decode()})
        if one.is_relative_to(SLIPS):
            text = one.read_bytes().decode("utf-8", "replace")
            asked.append({**common, "gør": "se", "sti": sti, "tekst": text})
    asked.append({**asked[-1], "gør": "ret"})
    return asked


def compile_program(pyodide: Path, work: Path) -> tuple[bytes, dict[str, bytes]]:
    """Let Pyodide compile in Node.js; return the standard library, and the program's modules by path."""
    print("Oversætter programmet …", file=sys.stderr)
    shutil.rmtree(work, ignore_errors=True)
    sources, out = work / "src", work / "out"
    out.mkdir(parents=True)
    for name, folder in (("frivilligrapport", SOURCE), ("yaml", Path(yaml.__file__).parent)):
        for one in sorted(folder.rglob("*.py")):
            place = sources / name / one.relative_to(folder)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(one.read_bytes().replace(b"\r\n", b"\n"))
    asked = work / "questions.json"
    asked.write_text(json.dumps(questions()), encoding="utf-8")
    node = (shutil.which("node") or "node", str(HERE / "compile.mjs"), str(pyodide), str(sources), str(asked), str(out))
    subprocess.run(node, check=True, stdout=sys.stderr)
    program = json.loads((out / "program.json").read_bytes())
    return (out / "python_stdlib.zip").read_bytes(), {path: b64decode(code) for path, code in program.items()}


def make(place: Path) -> None:
    """Write the package into a folder, all of it or, when something stops it, nothing."""
    pyodide = fetch_pyodide(place.with_name("formular-npm"))
    library, program = compile_program(pyodide, place.with_name("formular-work"))
    own = sorted(path.removesuffix("c") for path in program if path.startswith("frivilligrapport/"))
    meta = {
        "version": __version__,
        "pyodide": json.loads((pyodide / "package.json").read_bytes())["version"],
        "moduler": own,
        "kilde": digest_of(SOURCE.parent, own),
    }
    info = json.loads((pyodide / "pyodide-lock.json").read_bytes())["info"]
    parts = [RuntimeFile(name, (pyodide / name).read_bytes()) for name in CORE]
    parts.append(RuntimeFile("lock.json", json.dumps({"info": info, "packages": {}}).encode()))
    parts += [
        RuntimeFile("python_stdlib.zip", library),
        *(RuntimeFile(f"program/{path}", code) for path, code in program.items()),
    ]
    new = place.with_name("formular-new")
    shutil.rmtree(new, ignore_errors=True)
    package = new / PACKAGE
    package.mkdir(parents=True)
    (package / "__init__.py").write_text('"""What the forms of frivilligrapport run in; data alone."""\n', "utf-8")
    (package / "runtime.json").write_text(json.dumps(meta, indent=1) + "\n", "utf-8")
    (package / "runtime.gz").write_bytes(gzip.compress(packed(parts), mtime=0))
    shutil.copytree(HERE / "licenses", package / "licenses")
    shutil.copytree(HERE / "licenses", new / "licenses")
    shutil.copy("LICENSE", new)
    versions = {"package": PACKAGE, "version": __version__, "pyodide": meta["pyodide"], "yaml": version("pyyaml")}
    (new / "pyproject.toml").write_text(WHEEL.format(**versions), "utf-8")
    (new / "README.md").write_text(README.format(**versions), "utf-8")
    shutil.rmtree(place, ignore_errors=True)
    new.rename(place)


def main() -> int:
    """Return 0 when all is there, else say what is missing and return 1."""
    place = Path(CHECKOUT)
    stamp = place / "stamp"
    found = find_runtime(place / PACKAGE)
    if not (found and found.is_current and stamp.is_file() and stamp.read_text(encoding="ascii") == wanted_state()):
        if not has_node():
            print(NO_NODE, file=sys.stderr)
            return 1
        make(place)
        stamp.write_text(wanted_state(), encoding="ascii")
    if "--wheel" in sys.argv[1:]:
        build = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", "dist", str(place))
        return subprocess.run(build, check=False, env={**os.environ, "SOURCE_DATE_EPOCH": NO_TIME}).returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
