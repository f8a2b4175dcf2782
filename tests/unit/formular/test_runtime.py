"""What a form runs in: where it is found, when it is out of date, and what the page is joined of."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from frivilligrapport.formular import making
from frivilligrapport.formular.runtime import RuntimeFile, digest_of, find_runtime, packed
from support.repository import REPOSITORY

PAGE = Path(making.__file__).with_name("page")
# What a page that runs the program must do without: each is large, or has no build for a browser.
ABSENT = ("typer", "pandas", "weasyprint", "nh3", "markdown", "jinja2", "PIL", "fontTools", "rich", "xlsxwriter")


def write_runtime(folder: Path, modules: list[str]) -> Path:
    """Write a runtime that holds some modules of this program as they are."""
    (folder / "licenses").mkdir(parents=True)
    (folder / "licenses/MIT.txt").write_text("MIT\n", encoding="utf-8")
    (folder / "runtime.gz").write_bytes(b"pakket")
    meta = {"version": "1", "pyodide": "2", "moduler": modules, "kilde": digest_of(REPOSITORY / "src", modules)}
    (folder / "runtime.json").write_text(json.dumps(meta), encoding="utf-8")
    return folder


def test_a_runtime_is_read_with_its_licences(tmp_path: Path) -> None:
    """It is current as long as the modules in it are those of this program."""
    assert find_runtime(tmp_path / "tom") is None
    place = write_runtime(tmp_path / "a", ["frivilligrapport/rules/run.py"])
    found = find_runtime(place)
    assert found
    assert (found.data, found.licences, found.pyodide, found.is_current) == (b"pakket", "MIT", "2", True)
    meta = json.loads((place / "runtime.json").read_bytes())
    (place / "runtime.json").write_text(json.dumps(meta | {"kilde": "en anden"}), encoding="utf-8")
    other = find_runtime(place)
    assert other
    assert not other.is_current


def test_a_changed_module_and_a_new_one_beside_it_make_it_another(tmp_path: Path) -> None:
    """Line ends alone do not."""
    (tmp_path / "rules").mkdir()
    one = tmp_path / "rules/one.py"
    one.write_bytes(b"a = 1\nb = 2\n")
    first = digest_of(tmp_path, ["rules/one.py"])
    one.write_bytes(b"a = 1\r\nb = 2\r\n")
    assert digest_of(tmp_path, ["rules/one.py"]) == first
    (tmp_path / "rules/two.py").write_bytes(b"")
    beside = digest_of(tmp_path, ["rules/one.py"])
    one.write_bytes(b"a = 2\nb = 2\n")
    assert len({first, beside, digest_of(tmp_path, ["rules/one.py"])}) == 3


def test_parts_are_packed_as_the_worker_unpacks_them() -> None:
    """Four bytes of length, the list as JSON, and the parts in its order."""
    data = packed([RuntimeFile("a", b"12"), RuntimeFile("b/c", b"345")])
    length = int.from_bytes(data[:4], "big")
    assert json.loads(data[4 : 4 + length]) == [["a", 2], ["b/c", 3]]
    assert data[4 + length :] == b"12345"


def test_every_mark_of_the_page_has_its_part_and_every_script_its_place() -> None:
    """What is joined is what lies there; and no script ends before its end."""
    page = (PAGE / "formular.html").read_text(encoding="utf-8")
    assert {*re.findall(r"<!-- (\w+) -->", page)} == {"politik", "stil", "data", "arbejder", "program"}
    assert "<title>Statusfil</title>" in page
    scripts = {one.relative_to(PAGE).with_suffix("").as_posix() for one in PAGE.rglob("*.js")}
    assert scripts == {*making._SCRIPTS, "worker"}
    for file in (*PAGE.rglob("*.js"), *(REPOSITORY / "scripts/formular/licenses").iterdir()):
        text = file.read_text(encoding="utf-8").lower()
        assert "</script" not in text, file
        assert "<!--" not in text, file


@pytest.mark.full
def test_what_runs_in_the_page_loads_little() -> None:
    """It is what `validate` loads, and the form's own modules."""
    look = "import sys, frivilligrapport.formular.answering; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert not {*done.stdout.split()} & {*ABSENT}


@pytest.mark.full
def test_without_node_make_says_one_sentence(tmp_path: Path) -> None:
    """It names what is missing and the command that gets it, and leaves no half of a runtime."""
    words = [sys.executable, str(REPOSITORY / "scripts/formular_runtime.py")]
    environment = {"PATH": str(tmp_path), "PYTHONPATH": str(REPOSITORY / "src")}
    for name in ("scripts", "src"):
        (tmp_path / name).symlink_to(REPOSITORY / name)
    done = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stderr.decode().startswith("Skemaer kører i noget, der laves med Node.js 18 eller nyere og npm")
    assert not (tmp_path / "build").exists()
