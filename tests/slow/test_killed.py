"""Commands that are killed, full disks, and builds that write at the same time: what is there is always whole."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from support.folders.work_folder import KOMMUNE, put, status_file, write_small

pytestmark = pytest.mark.slow

_KILL = """
import sys
from pathlib import Path
from support.killed import Trial, kill_everywhere
before, work, words, following, wholes = Path(sys.argv[1]), Path(sys.argv[2]), *(one.split() for one in sys.argv[3:])
places, wrong = kill_everywhere(Trial(before, work, words, wholes), following)
print(places, *wrong, sep="\\n")
"""
_FILL = """
import sys
from pathlib import Path
from support.full_disk import fill_everywhere
from support.killed import Trial
before, work, words, wholes = Path(sys.argv[1]), Path(sys.argv[2]), *(one.split() for one in sys.argv[3:])
places, wrong = fill_everywhere(Trial(before, work, words, wholes))
print(places, *wrong, sep="\\n")
"""
_BUILD = ("build", "2014", "--format", "md", "--draft")
_ROUNDS = 100


def _run(code: str, *words: str | Path, home: Path) -> list[str]:
    paths = {"PYTHONPATH": ":".join(sys.path), "XDG_CACHE_HOME": str(home / ".cache"), "PATH": "/usr/bin:/bin"}
    done = subprocess.run([sys.executable, "-c", code, *words], env=paths, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def _folder(tmp_path: Path) -> Path:
    return write_small(tmp_path / "før")


def _edition(tmp_path: Path) -> Path:
    """Give a folder with an edition that a new build will change."""
    folder = _folder(tmp_path)
    _run("from frivilligrapport.cli import main; main()", *_BUILD, "--folder", folder, home=tmp_path)
    put(folder, "2014/sof.yaml", status_file("SOF").replace("Der er sket noget.", "Der er sket noget andet."))
    return folder


def _begun(tmp_path: Path) -> Path:
    """Give a folder with a new file that somebody has begun on."""
    folder = _folder(tmp_path)
    (folder / "indberetninger/2015").mkdir()
    put(folder, "2015/tmf.yaml", status_file("TMF", year=2015))
    return folder


def _several(tmp_path: Path) -> Path:
    """Give a folder of two municipalities."""
    for name in ("en", "to"):
        put(write_small(tmp_path / "før" / name), "kommune.yaml", KOMMUNE.replace("Prøvekøbing", f"Prøve{name}"))
    return tmp_path / "før"


def _untidy(tmp_path: Path) -> Path:
    """Give a folder with two files that `fix` repairs."""
    folder = _folder(tmp_path)
    for name in ("sof", "tmf"):
        put(folder, f"2014/{name}.yaml", status_file(name.upper()).replace("forslag:", "forslg:"))
    return folder


def _empty(tmp_path: Path) -> Path:
    (tmp_path / "før").mkdir()
    return tmp_path / "før"


_INIT = "init frivillighed --kommune Prøvekøbing --year 2015 --forvaltning BMF:Miljø"
_ALL = "build 2014 --format md --draft"
_OF_ALL = "build 2014 --format md --document oversigt"
# What is begun on, what is carried out, the command that follows, and the folders that are whole each for itself.
_WRITING = [
    (_folder, _ALL, "status 2014", ""),
    (_edition, _ALL, "validate", ""),
    (_edition, _ALL, "build 2014 --check", ""),
    (_folder, "build 2014 --archive", "status 2014", ""),
    (_several, f"{_ALL} --document statusrapport", "figures 2014", "en to"),
    (_several, _OF_ALL, "figures 2014", ""),
    (_several, "figures --format xlsx", "figures 2014", ""),
    (_folder, "new TMF --year 2015", "status 2014", ""),
    (_begun, "new TMF --year 2015 --overwrite", "status 2014", ""),
    (_folder, "schema", "schema --check", ""),
    (_folder, "figures --format xlsx", "status 2014", ""),
    (_folder, "figures --format csv --output ud/tal", "figures --format csv --output ud/tal", ""),
    (_untidy, "fix --yes", "validate", ""),
    (_empty, _INIT, _INIT, ""),
]


@pytest.mark.parametrize(("make", "words", "following", "wholes"), _WRITING)
def test_a_killed_command(
    make: Callable[[Path], Path], words: str, following: str, wholes: str, tmp_path: Path
) -> None:
    """Killed before whatever it does to a file or a folder, the next command leaves only old or new, and no rest."""
    places, *wrong = _run(_KILL, make(tmp_path), tmp_path / "mappe", words, following, wholes, home=tmp_path)
    assert not wrong
    assert int(places) > 5


@pytest.mark.parametrize(("make", "words", "wholes"), [(one[0], one[1], one[3]) for one in _WRITING])
def test_a_full_disk(make: Callable[[Path], Path], words: str, wholes: str, tmp_path: Path) -> None:
    """Wherever the disk is full, nothing is left behind, the exit code is 4, and one sentence says why."""
    places, *wrong = _run(_FILL, make(tmp_path), tmp_path / "mappe", words, wholes, home=tmp_path)
    assert not wrong
    assert int(places) > 5


_TWO = """
import os, sys
from pathlib import Path
from support.killed import in_this, tree
root, other, rounds = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
words = sys.argv[4:]
out = root / "udgivelser" / "2014"
whole = []
for text in (b"noget.", b"andet."):
    file = root / "indberetninger/2014/sof.yaml"
    file.write_bytes(file.read_bytes().replace(b"noget.", text))
    (other / "indberetninger/2014/sof.yaml").write_bytes(file.read_bytes())
    assert in_this(root, words)[0] == 0
    whole.append(tree(out))
(other / "indberetninger/2014/sof.yaml").write_bytes(file.read_bytes().replace(b"andet.", b"noget."))
assert whole[0] != whole[1]
mixed = 0
for _ in range(rounds):
    children = []
    for place in (root, other):
        child = os.fork()
        if child == 0:
            os._exit(in_this(place, [*words, "--output", str(out)])[0])
        children.append(child)
    codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    assert codes == [0, 0], codes
    now = tree(out)
    mixed += now not in whole
left = [str(path) for path in root.rglob(".frivilligrapport")]
print(mixed, *left, sep="\\n")
"""


def test_two_builds_at_once(tmp_path: Path) -> None:
    """What two builds of different files write into one folder at the same time is the edition of one of them."""
    one, other = _folder(tmp_path), write_small(tmp_path / "anden")
    mixed, *left = _run(_TWO, one, other, str(_ROUNDS), *_BUILD, home=tmp_path)
    assert (mixed, left) == ("0", [])
