"""Settings and fixtures that all tests share."""

import os
import signal
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from frivilligrapport.cli.execution import workers
from support.editions import Edition, Editions, edition
from support.laws import register_profiles
from support.program import Program, as_process, in_process
from support.repository import AsExpected

FULL = frozenset({"process", "editions"})

register_profiles()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer to write the expected texts anew; the difference is then read before it is committed."""
    parser.addoption("--opdater", action="store_true", help="write the expected outputs below tests/eksempler anew")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to write expected texts where nobody reads the difference, and let Ctrl+C stop what tests start.

    A shell has what it runs in the background ignore it, and so would all that is started from there.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if config.getoption("opdater") and os.environ.get("CI"):
        raise pytest.UsageError("--opdater is refused under CI: expected outputs are written and read by a person")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave to `make test-all` what starts the program in a process or needs a year's PDFs, without a word in each."""
    for item in items:
        if FULL & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.full)


@pytest.fixture(scope="session", autouse=True)
def _no_kept_documents(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let no test be given a document that another run of the program has kept."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session", autouse=True)
def _one_at_a_time() -> Iterator[None]:
    """Let the tests share the cores, and not what each of them does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "_cores", lambda: 1)
        yield


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Run `frivilligrapport` in this process."""
    return in_process(tmp_path)


@pytest.fixture
def process(tmp_path: Path) -> Program:
    """Run `frivilligrapport` in a process of its own, for what only a process can show."""
    return as_process(tmp_path)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder that all test processes of this session have in common."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def pages_2014(shared: Path) -> Edition:
    """Build all documents of 2014 as Markdown and HTML, once."""
    return edition("fullest", shared, "md,html")


@pytest.fixture(scope="session")
def editions(shared: Path) -> Editions:
    """Build an edition by its name in every format, each once."""
    return cache(lambda name: edition(name, shared))


@pytest.fixture
def as_expected(request: pytest.FixtureRequest) -> AsExpected:
    """Compare what was made with the file that it must equal; with --opdater the file is written instead."""

    def compare(path: Path, made: str | bytes) -> None:
        data = made.encode() if isinstance(made, str) else made
        if request.config.getoption("opdater"):
            path.write_bytes(data)
        expected = path.read_bytes()
        assert made == (expected.decode() if isinstance(made, str) else expected)

    return compare
