"""Settings that all tests share."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# A shared machine with measured coverage pauses now and then; how fast one example runs is no law of the program.
# Everything else stays as Hypothesis has it: random at the desk, the same examples each time under CI.
ordinary = settings.get_profile(settings.get_current_profile_name())
settings.register_profile("frivilligrapport", parent=ordinary, deadline=None)
settings.load_profile("frivilligrapport")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer to write the expected texts anew; the difference is then read before it is committed."""
    parser.addoption("--opdater", action="store_true", help="write the expected outputs below tests/eksempler anew")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to write expected texts where nobody reads the difference."""
    if config.getoption("opdater") and os.environ.get("CI"):
        raise pytest.UsageError("--opdater is refused under CI: expected outputs are written and read by a person")


@pytest.fixture(scope="session", autouse=True)
def _no_kept_documents(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let no test be given a document that another run of the program has kept."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def as_expected(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Hold a text against the file that it must equal; with --opdater the file is written instead."""

    def check(path: Path, text: str) -> None:
        if request.config.getoption("opdater"):
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_bytes().decode()

    return check
