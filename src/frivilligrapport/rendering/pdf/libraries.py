"""The system libraries that set the text of a PDF: how they are found, what they are told, and their versions."""

import ctypes
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

# Each with the function that says which version is there.
_LIBRARIES = {"harfbuzz": "hb_version_string", "pango": "pango_version_string"}
_FILES = {
    "linux": {"harfbuzz": "libharfbuzz.so.0", "pango": "libpango-1.0.so.0"},
    "darwin": {"harfbuzz": "libharfbuzz.0.dylib", "pango": "libpango-1.0.dylib"},
    "win32": {"harfbuzz": "libharfbuzz-0.dll", "pango": "libpango-1.0-0.dll"},
}

# WeasyPrint asks for each by its names on other systems first, and each time Python starts the C compiler and two
# linkers to look for it, where they are there: a third of the time that it takes to load. Windows looks in PATH itself.
FOUND_BY_FILE_NAME = {} if os.name == "nt" else {"PATH": os.devnull}


@contextmanager
def environment_variables(changed: Mapping[str, str]) -> Iterator[None]:
    """Set variables of the environment while the block runs."""
    before = {name: os.environ.get(name) for name in changed}
    os.environ.update(changed)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def library_versions() -> dict[str, str]:
    """Give the version of each by name, "" for one that is not there. Loads them and nothing else."""
    return {name: _version(name) for name in _LIBRARIES}


def _version(name: str) -> str:
    try:
        ask = getattr(ctypes.CDLL(_FILES.get(sys.platform, _FILES["linux"])[name]), _LIBRARIES[name])
    except (OSError, AttributeError):
        return ""
    ask.restype = ctypes.c_char_p
    answer: bytes = ask()
    return answer.decode("ascii", "replace")
