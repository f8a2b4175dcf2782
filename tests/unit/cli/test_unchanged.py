"""The key of a build knows the program, its templates and fonts, and the packages and libraries of the machine."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from frivilligrapport.cli.execution import unchanged
from frivilligrapport.cli.execution.document_cache import DocumentCache
from frivilligrapport.cli.execution.unchanged import Answer, BuildRequest, content_of, key_of, recall, remember
from frivilligrapport.rendering.pdf import libraries
from frivilligrapport.rendering.templates.shipped import builtin_folder, code_folder
from support.folders.work_folder import write_small

# A copy of the program for each.
COPIES = pytest.mark.full


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], str | None]:
    """Give the key of a build with a copy of the program and its templates below `program/`."""
    root = write_small(tmp_path / "mappe")
    code = shutil.copytree(code_folder(), tmp_path / "program/kode")
    shipped = shutil.copytree(builtin_folder(), tmp_path / "program/skabeloner")
    (tmp_path / "pakker/egen-1.0.dist-info").mkdir(parents=True)
    monkeypatch.setattr(unchanged, "code_folder", lambda: code)
    monkeypatch.setattr(unchanged, "builtin_folder", lambda: shipped)
    monkeypatch.syspath_prepend(tmp_path / "pakker")
    return lambda: key_of(BuildRequest(folder=str(root)))


@COPIES
def test_the_same_has_the_same_key(key: Callable[[], str | None]) -> None:
    """Asked twice, it is one and the same."""
    first = key()
    assert first is not None
    assert key() == first


@COPIES
@pytest.mark.parametrize(
    "name",
    [
        "program/skabeloner/fonts/rapport-sans-400.woff2",
        "program/skabeloner/rapport.css",
        "program/skabeloner/statusrapport.html.j2",
        "program/kode/__init__.py",
        "program/kode/rules/files/logo.py",
        "program/kode/rendering/pdf/fonts.conf",
        "pakker/jinja2-99.0.dist-info",
    ],
)
def test_what_comes_with_the_program(key: Callable[[], str | None], tmp_path: Path, name: str) -> None:
    """A font, a template, a style sheet, our own code, and a package that is installed: each is another key."""
    before = key()
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert key() not in {before, None}


@COPIES
def test_a_package_that_is_installed_again(key: Callable[[], str | None], tmp_path: Path) -> None:
    """The same version put there anew may be another program."""
    before = key()
    os.utime(tmp_path / "pakker/egen-1.0.dist-info", ns=(0, 0))
    assert key() not in {before, None}


@COPIES
def test_versions_of_python_and_libraries(key: Callable[[], str | None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Another Python or another Pango may set a page otherwise."""
    before = key()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "version", "3.99")
        assert key() != before
    monkeypatch.setattr(libraries, "_FILES", {"linux": dict.fromkeys(("harfbuzz", "pango"), "libc.so.6")})
    assert key() != before


def test_no_key_where_a_file_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be told is never taken for the same."""
    root = write_small(tmp_path / "mappe")

    def refuse(_: Path) -> str:
        raise PermissionError

    monkeypatch.setattr(unchanged, "file_sum", refuse)
    assert key_of(BuildRequest(folder=str(root))) is None
    assert key_of(BuildRequest(folder=str(tmp_path / "findes-ikke"))) is None


def test_a_link_that_leads_elsewhere_is_another_content(tmp_path: Path) -> None:
    """Two files of the same bytes are still two places."""
    for name in ("en", "anden"):
        (tmp_path / name).write_bytes(b"det samme")
    (tmp_path / "link").symlink_to("en")
    before = content_of(tmp_path / "link")
    (tmp_path / "link").unlink()
    (tmp_path / "link").symlink_to("anden")
    assert content_of(tmp_path / "link") != before
    assert content_of(tmp_path / "en") == content_of(tmp_path / "en", b"det samme")


def test_an_answer_is_given_for_its_files_only(tmp_path: Path) -> None:
    """As it was kept while they are as they were, and no more when one is not."""
    cache, file = DocumentCache(tmp_path / "cache"), tmp_path / "rapport.md"
    file.write_bytes(b"# Rapport\n")
    answer = Answer("rapport.md\n", "en advarsel æøå\n", {str(file): content_of(file)})
    remember(cache, "nøgle", answer)
    assert recall(cache, "nøgle") == answer
    assert recall(cache, "anden") is None
    file.write_bytes(b"")
    assert recall(cache, "nøgle") is None
