"""A document type that another package adds: found by itself, made in all formats, and told in Danish when it fails."""

import re
import sys
from collections.abc import Iterator
from importlib import invalidate_caches
from pathlib import Path
from textwrap import dedent

import pytest

from frivilligrapport.documents.catalogue import document_types
from support.program import Program
from support.repository import REPOSITORY

# The example that docs/dokumenter.md shows is the one that must work.
(MODULE,) = re.findall(
    r"^```python\n(.*?)^```$", (REPOSITORY / "docs/dokumenter.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
)


def installed(folder: Path, package: str, module: str, point: str = "legetoej") -> None:
    """Lay a package with one module and one entry point in a folder, as pip does."""
    name = package.replace("-", "_")
    (folder / f"{name}.py").write_text(module, encoding="utf-8")
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n", encoding="utf-8")
    points = f"[frivilligrapport.documents]\n{point} = {name}:DOCUMENT\n"
    (info / "entry_points.txt").write_text(points, encoding="utf-8")
    invalidate_caches()  # Python looks again only where a folder is seen to be newer


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give an empty folder where packages can be installed on this machine."""
    folder = tmp_path / "pakker"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    loaded = set(sys.modules)
    document_types.cache_clear()
    yield folder
    document_types.cache_clear()
    for name in sys.modules.keys() - loaded:
        if str(getattr(sys.modules[name], "__file__", "")).startswith(str(folder)):
            del sys.modules[name]


@pytest.mark.full
def test_a_type_is_added_without_touching_anything(program: Program, folder: Path, packages: Path) -> None:
    """A module with its templates and an entry point are all there is to it: Markdown, HTML and a checked PDF."""
    installed(packages, "legetoejsbutik", MODULE)
    run = program("build", "--document", "legetoej", cwd=folder)
    assert (run.code, run.err) == (0, "")
    output = folder / "udgivelser/2014"
    assert {path.name for path in output.iterdir()} - {"manifest.json"} == {
        f"legetoej.{ending}" for ending in ("md", "html", "pdf")
    }
    expected = "# Legetøj 2014\n\n" + "".join(f"- indberetninger/2014/{one}.yaml\n" for one in ("oekf", "sof", "tmf"))
    assert (output / "legetoej.md").read_text(encoding="utf-8") == expected
    assert "<h1>Legetøj 2014</h1>" in (output / "legetoej.html").read_text(encoding="utf-8")
    data = (output / "legetoej.pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    assert b"pdfuaid:part" in data


def test_it_is_made_with_the_others(program: Program, folder: Path, packages: Path) -> None:
    """A build of everything makes it too, and it is named among the documents there are."""
    installed(packages, "legetoejsbutik", MODULE)
    run = program("build", "--format", "md", cwd=folder)
    assert run.code == 0
    assert [Path(line).name for line in run.out.splitlines()].count("legetoej.md") == 1
    wrong = program("build", "--document", "bamse", cwd=folder)
    assert wrong.code == 2
    assert "legetoej" in wrong.err


@pytest.mark.parametrize(
    ("module", "reason"),
    [
        ("import findes_ikke\n", "Den kan ikke indlæses (ModuleNotFoundError: No module named 'findes_ikke')."),
        ("DOCUMENT = 'legetøj'\n", "»legetoejsbutik:DOCUMENT« er ikke en DocumentType."),
        (
            MODULE.replace('name="legetoej"', 'name="statusrapport"'),
            "Navnet »statusrapport« er allerede brugt af programmet selv.",
        ),
    ],
    ids=["broken", "none", "taken"],
)
def test_a_package_that_fails_is_named(
    program: Program, folder: Path, packages: Path, module: str, reason: str
) -> None:
    """Exit 4 with the package, the reason and the way out, in Danish and without a traceback; nothing is written."""
    installed(packages, "legetoejsbutik", module)
    run = program("build", cwd=folder)
    assert (run.code, run.out) == (4, "")
    assert run.err == dedent(f"""\
        Dokumenttypen »legetoej« fra pakken legetoejsbutik kan ikke bruges. {reason}
           Spørg dem, der har lavet pakken, eller fjern den: python -m pip uninstall legetoejsbutik
        """)
    assert not (folder / "udgivelser").exists()


def test_two_packages_with_the_same_name(program: Program, folder: Path, packages: Path) -> None:
    """The second of two packages, in the order of the alphabet, is refused, and the first is named."""
    installed(packages, "legetoejsbutik", MODULE)
    installed(packages, "bamsebutik", MODULE)
    run = program("build", "--document", "legetoej", cwd=folder)
    assert run.code == 4
    assert "Navnet »legetoej« er allerede brugt af pakken bamsebutik." in run.err


def test_other_commands_do_not_ask(program: Program, folder: Path, packages: Path) -> None:
    """`validate` is none the worse for it."""
    installed(packages, "legetoejsbutik", "import findes_ikke\n")
    assert program("validate", cwd=folder).code == 0


@pytest.mark.full
def test_a_type_whose_code_no_version_stands_for_is_made_every_time(
    program: Program, folder: Path, packages: Path
) -> None:
    """Its author may change it while its version stands still, so that a build is never taken for unchanged."""
    installed(packages, "legetoejsbutik", MODULE)
    for _ in range(2):
        run = program("build", "--document", "legetoej", "--format", "md", cwd=folder)
        assert (run.code, run.err) == (0, "")
