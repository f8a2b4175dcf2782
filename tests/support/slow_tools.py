"""Where the slow tests find what `make test-slow` fetched for them."""

from pathlib import Path

from support.repository import REPOSITORY

TOOLS = REPOSITORY / ".tools"
VERAPDF_JAR = TOOLS / "verapdf.jar"
CHROMIUM = "chromium"
FIREFOX = "firefox-esr"


def node_module(name: str) -> Path:
    """Give the folder of an npm package that tests/slow/package.json names. Raises when it has not been fetched."""
    folder = TOOLS / "node_modules" / name
    if not folder.is_dir():
        raise FileNotFoundError(f"{name} is not in .tools/: run `make test-slow`, which fetches it")
    return folder
