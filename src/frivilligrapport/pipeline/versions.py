"""The versions of everything that can change what a finished document looks like."""

import ctypes
import platform
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version

_PACKAGES = (
    "cssselect2",
    "fonttools",
    "frivilligrapport",
    "jinja2",
    "markdown",
    "markupsafe",
    "nh3",
    "page-validation",
    "pandas",
    "pikepdf",
    "pillow",
    "pydyf",
    "pyphen",
    "tinycss2",
    "tinyhtml5",
    "weasyprint",
)
CHECKERS = ("page-validation", "pikepdf")
# The system libraries that set the text of a PDF, with the function that says which version is there.
_LIBRARIES = {"harfbuzz": "hb_version_string", "pango": "pango_version_string"}
_FILES = {
    "linux": {"harfbuzz": "libharfbuzz.so.0", "pango": "libpango-1.0.so.0"},
    "darwin": {"harfbuzz": "libharfbuzz.0.dylib", "pango": "libpango-1.0.dylib"},
    "win32": {"harfbuzz": "libharfbuzz-0.dll", "pango": "libpango-1.0-0.dll"},
}


@cache
def versions() -> dict[str, str]:
    """Give each version by name, of Python, of the packages and of Pango and HarfBuzz; what is not here is left out.

    Loads no package: it reads what is written about them where they are installed.
    """
    found = {"python": platform.python_version()}
    found |= {name: _package(name) for name in _PACKAGES}
    found |= {name: _library(name) for name in _LIBRARIES}
    return {name: text for name, text in sorted(found.items()) if text}


def _package(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _library(name: str) -> str:
    try:
        ask = getattr(ctypes.CDLL(_FILES.get(sys.platform, _FILES["linux"])[name]), _LIBRARIES[name])
    except (OSError, AttributeError):
        return ""
    ask.restype = ctypes.c_char_p
    answer: bytes = ask()
    return answer.decode("ascii", "replace")
