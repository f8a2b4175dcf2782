"""scripts/container/Dockerfile, its steps carried out in a bare Debian: the container makes what this machine makes."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from container.box import Box, parts
from frivilligrapport.rendering.pdf.libraries import library_versions
from support.folders.work_folder import put, status_file, write_small
from support.git import save
from support.program import Program
from support.repository import copenhagen
from support.slow_tools import TOOLS

WORK = """\
indsatser:
  - id: dag
    navn: Åens dag på Østerbro – »Grøn by«, § 18, Жук, ★ og 🎉
    tilstand: afholdt
    tal:
      frivillige: ca. 2.600
      projekter: 21
"""
STRANGER = "4321"  # a number that no user of the container has


def small(folder: Path) -> Path:
    """Write a small work folder whose report has figures and the signs of Danish print."""
    put(write_small(folder), "2014/tmf.yaml", status_file("TMF", WORK))
    return folder


@pytest.mark.slow
def test_the_container(process: Program, tmp_path: Path) -> None:
    """It makes the same bytes as this machine, not as root, for whoever it is run by, and git answers in it.

    One test, since there is one folder that it happens in.
    """
    box = Box(TOOLS / "container")
    fetched, rest = parts()
    box.carry_out(fetched, is_made=True)
    box.carry_out(rest)
    the_same_bytes(box, process, tmp_path / "lille", small)
    the_same_bytes(box, process, tmp_path / "2014", copenhagen, "--document", "statusrapport")
    whoever_runs_it(box, small(tmp_path / "fremmed"))
    git_answers(box, small(tmp_path / "git"))


def the_same_bytes(box: Box, process: Program, here: Path, work_folder: Callable[[Path], Path], *words: str) -> None:
    """Hold an edition of this machine against the container's: only Python's own version may differ, in the manifest.

    Pango and HarfBuzz decide a PDF's bytes, so PDFs are compared where this machine has the container's versions.
    """
    there = mounted(box, work_folder(here), "1000")
    assert process("build", "2014", *words, cwd=here).code == 0
    done = box.start("build", "2014", *words)
    assert done.returncode == 0, done.stderr
    editions = [root / "udgivelser/2014" for root in (here, there)]
    own, other = ({path.name: path.read_bytes() for path in edition.iterdir()} for edition in editions)
    assert own.keys() == other.keys() >= {"statusrapport.md", "statusrapport.html", "statusrapport.pdf"}
    compared = [name for name in own if same_libraries() or not name.endswith(".pdf")]
    assert {name for name in compared if own[name] != other[name]} <= {"manifest.json"}
    versions, others = (json.loads(edition["manifest.json"])["versioner"] for edition in (own, other))
    unequal = {name for name in versions.keys() | others.keys() if versions.get(name) != others.get(name)}
    assert unequal <= {"python"} | (set() if same_libraries() else {"harfbuzz", "pango"})
    assert {path.stat().st_uid for path in editions[1].iterdir()} == {1000}


def whoever_runs_it(box: Box, work_folder: Path) -> None:
    """Run it with `--user` and a number that it has never seen: nothing is lacking."""
    mounted(box, work_folder, STRANGER)
    done = box.start("doctor", user=f"{STRANGER}:{STRANGER}")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "Alt er på plads."), done.stdout


def git_answers(box: Box, work_folder: Path) -> None:
    """The manifest names the commit, although the folder belongs to another user than the container's."""
    commit = save(work_folder, "2015-03-19T12:00:00Z")
    mounted(box, work_folder, STRANGER)
    done = box.start("build", "2014", "--format", "md", "--output", "/home/rapport/ud")
    assert done.returncode == 0, done.stderr
    manifest = box.inside("/home/rapport/ud/manifest.json")
    assert json.loads(manifest.read_text(encoding="utf-8"))["git"]["commit"] == commit
    shutil.rmtree(manifest.parent)


def mounted(box: Box, work_folder: Path, owner: str) -> Path:
    """Put a work folder where the container expects it, belonging to a user of this number; give where it lies."""
    place = box.inside("/mappe")
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(work_folder, place)
    assert box.run("chown", "-R", owner, "/mappe", user="root").returncode == 0
    return place


def same_libraries() -> bool:
    """Tell whether this machine sets text with the versions that the container is held to."""
    pinned = dict(re.findall(r"'lib(pango|harfbuzz)-[\w.-]+=([\d.]+)\*'", parts()[0]))
    assert pinned.keys() == {"pango", "harfbuzz"}
    return library_versions() == pinned
