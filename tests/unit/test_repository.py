import ast
import io
import re
import sys
import tokenize
import tomllib
from collections.abc import Callable, Iterator
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from frivilligrapport.danish import normal_key, sort_key
from support.repository import REPOSITORY

PYPROJECT = REPOSITORY / "pyproject.toml"
SOURCES = sorted((REPOSITORY / "src").rglob("*.py"))
MAX_LINES = 400
MAX_ENTRIES = 18  # with its own __init__ and the rooms inside it


def runtime_dependencies() -> list[str]:
    """Return what the package itself asks for."""
    dependencies: list[str] = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    return dependencies


def extra_dependencies() -> list[str]:
    """Return what the extras ask for."""
    extras = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    return list(chain.from_iterable(extras.values()))


def all_dependencies() -> list[str]:
    """Return every requirement line of pyproject.toml: build, runtime, extras and groups."""
    content = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))
    groups = chain.from_iterable(content["dependency-groups"].values())
    return [*content["build-system"]["requires"], *runtime_dependencies(), *extra_dependencies(), *groups]


def locked_dependencies() -> list[str]:
    """Return what dev.lock holds: all but what is only there to compare with (benchmarks/README.md), and our own."""
    only_compared = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["dependency-groups"]["benchmarks"]
    return [line for line in all_dependencies() if line not in {*only_compared, "frivilligrapport-formular"}]


def locked(lock: str) -> Iterator[tuple[str, str]]:
    """Yield name and version of each package in a lock; one name may stand there once per Python version."""
    content = (REPOSITORY / "requirements" / lock).read_text(encoding="utf-8")
    for name, version in re.findall(r"^([\w.-]+)==([^ ;\\]+)", content, re.MULTILINE):
        yield canonicalize_name(name), version


def test_every_dependency_has_a_reason() -> None:
    """Each requirement line in pyproject.toml ends in a comment that says what it is for."""
    lines = PYPROJECT.read_text(encoding="utf-8").splitlines()
    silent = [
        requirement
        for requirement in all_dependencies()
        if not any(re.search(rf'"{re.escape(requirement)}"[\],]+ *# \S.{{10,}}', line) for line in lines)
    ]
    assert silent == []


@pytest.mark.parametrize(
    ("lock", "dependencies"),
    [
        ("dev.lock", locked_dependencies),
        ("full.lock", lambda: sorted({*locked_dependencies()} & {*runtime_dependencies(), *extra_dependencies()})),
        ("runtime.lock", runtime_dependencies),
    ],
)
def test_the_lock_covers_every_dependency(lock: str, dependencies: Callable[[], list[str]]) -> None:
    """Each dependency is locked, and at versions that pyproject.toml allows; else `make lock` was forgotten."""
    packages = list(locked(lock))
    for requirement in map(Requirement, dependencies()):
        versions = [version for name, version in packages if name == canonicalize_name(requirement.name)]
        assert versions, f"{requirement.name} is not in {lock}: run make lock"
        assert all(version in requirement.specifier for version in versions), f"{requirement} in {lock}: run make lock"


def test_users_and_developers_get_the_same_versions() -> None:
    """What the tests ran with is what a locked installation gets."""
    assert set(locked("runtime.lock")) <= set(locked("full.lock")) <= set(locked("dev.lock"))


@pytest.mark.parametrize("lock", ["dev.lock", "full.lock", "runtime.lock"])
def test_the_lock_is_hash_checked_and_names_no_address(lock: str) -> None:
    """Every package has its hashes, and where packages are fetched is the installing machine's business."""
    content = (REPOSITORY / "requirements" / lock).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[\w.-]+==)", content, flags=re.MULTILINE)[1:]
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert not re.search(r"://|--(extra-)?index|--find-links", content)


@pytest.mark.full
def test_every_import_is_a_declared_dependency() -> None:
    """The program imports only the standard library, itself and what pyproject.toml names, as an extra or always."""
    declared = {canonicalize_name(Requirement(line).name) for line in (*runtime_dependencies(), *extra_dependencies())}
    providers = packages_distributions()
    undeclared = {
        f"{path.name}: {module}"
        for path in SOURCES
        for module in imported_modules(path)
        if module not in sys.stdlib_module_names and module != "frivilligrapport"
        if not declared & {canonicalize_name(name) for name in providers.get(module, [])}
    }
    assert undeclared == set()


def imported_modules(path: Path) -> Iterator[str]:
    """Yield the top-level name of each absolute import in a file, wherever in it the import stands."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.partition(".")[0]


@pytest.mark.full
def test_identifiers_are_ascii() -> None:
    """Danish nouns are spelled with ae, oe and aa in code: æøå belong in texts and data."""
    strange = [
        f"{path.name}:{token.start[0]}: {token.string}"
        for path in SOURCES
        for token in tokenize.tokenize(io.BytesIO(path.read_bytes()).readline)
        if token.type == tokenize.NAME and not token.string.isascii()
    ]
    assert strange == []


def test_source_files_are_small() -> None:
    """No source file is longer than one whole thing needs."""
    lengths = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {name: length for name, length in lengths.items() if length > MAX_LINES} == {}


def test_the_glossary_spells_words_as_the_code_does() -> None:
    """Each row of docs/ordliste.md is whole, in Danish order, and its code spelling follows from the word."""
    lines = (REPOSITORY / "docs" / "ordliste.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")][2:]
    assert all(len(row) == len(rows[0]) == 5 and all(row) for row in rows)
    assert [row[2] for row in rows] == [f"`{normal_key(row[0])}`" for row in rows]
    assert [row[0] for row in rows] == sorted((row[0] for row in rows), key=sort_key)


@pytest.mark.full
def test_a_class_name_stands_once() -> None:
    """No two public classes of the program have the same name, so that a name leads to one thing."""
    found: dict[str, list[str]] = {}
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found.setdefault(node.name, []).append(path.name)
    assert {name: files for name, files in found.items() if len(files) > 1} == {}


def test_rooms_are_of_a_sensible_size() -> None:
    """No folder of the program holds more than a reader takes in at a glance."""
    entries = {folder: len([*folder.glob("*.py"), *folder.glob("*/__init__.py")]) for folder in rooms()}
    assert {str(folder): many for folder, many in entries.items() if many > MAX_ENTRIES} == {}


def rooms() -> set[Path]:
    """Give the folders of the program."""
    return {path.parent for path in SOURCES}


def test_no_test_is_skipped() -> None:
    """A test runs where it is asked for, or is not asked for: none is passed over or may fail."""
    marked = re.compile(r"\b(?:skip|skipif|xfail|importorskip)\(")
    tests = (path for path in (REPOSITORY / "tests").rglob("*.py") if path.name != Path(__file__).name)
    assert [path.name for path in tests if marked.search(path.read_text(encoding="utf-8"))] == []


def anchors(text: str) -> set[str]:
    """Give what links may lead to in a page: its headings, as GitHub and GitLab name them."""
    headings = re.findall(r"^#+ (.*)$", _FENCED.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.strip().lower()).replace(" ", "-") for heading in headings}


_FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_INLINE_CODE = re.compile(r"`[^`\n]*`")
PAGES = sorted([*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").glob("*.md"), REPOSITORY / "benchmarks/README.md"])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(REPOSITORY).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    """Each link from one page to another leads to a file that is there, and to a heading that it has."""
    text = _INLINE_CODE.sub("", _FENCED.sub("", page.read_text(encoding="utf-8")))
    dead = []
    for link in re.findall(r"\]\((?!https?:)([^)\s]+)\)", text):
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        if not target.exists() or (anchor and anchor not in anchors(target.read_text(encoding="utf-8"))):
            dead.append(link)
    assert dead == []
