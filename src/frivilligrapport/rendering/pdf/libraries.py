"""The system libraries that set the text of a PDF, and their versions."""

import ctypes
import sys

# Each with the function that says which version is there.
_LIBRARIES = {"harfbuzz": "hb_version_string", "pango": "pango_version_string"}
_FILES = {
    "linux": {"harfbuzz": "libharfbuzz.so.0", "pango": "libpango-1.0.so.0"},
    "darwin": {"harfbuzz": "libharfbuzz.0.dylib", "pango": "libpango-1.0.dylib"},
    "win32": {"harfbuzz": "libharfbuzz-0.dll", "pango": "libpango-1.0-0.dll"},
}


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
