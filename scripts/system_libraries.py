"""Check that WeasyPrint's system libraries can be loaded; on Debian, as root, install the missing ones.

Pango sets the text. HarfBuzz-subset cuts the fonts down to the letters used: without it WeasyPrint still makes a PDF,
but a different one on each run. Needs the standard library only. With `--packages` it only names the Debian packages
to install, so that whoever lacks something else too is told all at once.
"""

import ctypes
import ctypes.util
import os
import platform
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress

LIBRARIES = {
    "Pango": ("pango-1.0", "libpango-1.0.so.0"),
    "PangoFT2": ("pangoft2-1.0", "libpangoft2-1.0.so.0"),
    "HarfBuzz": ("harfbuzz", "libharfbuzz.so.0"),
    "HarfBuzz-subset": ("harfbuzz-subset", "libharfbuzz-subset.so.0"),
}
DEBIAN_PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
# Another apt-get may be at work, in a machine that has just started: wait for it.
APT_OPTIONS = ("-o", "DPkg::Lock::Timeout=120", "-y", "-qq", "--no-install-recommends")
COMMANDS = {
    "debian": "sudo apt-get update && sudo apt-get install -y --no-install-recommends " + " ".join(DEBIAN_PACKAGES),
    "fedora": "sudo dnf install -y pango harfbuzz",
    "macos": "brew install pango",
}
NAMES = {"debian": "Debian og Ubuntu", "fedora": "Fedora", "macos": "macOS"}
WITHOUT_SUDO = "Må du ikke selv installere programmer, så send kommandoen til den, der passer maskinen."
MACOS_HINT = """Findes de stadig ikke bagefter, så kør også:
    export DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib:$DYLD_FALLBACK_LIBRARY_PATH"""


def can_load(stem: str, linux_name: str) -> bool:
    """Tell whether the dynamic linker finds a library under the name Linux gives it or the one this system does."""
    with suppress(OSError):
        ctypes.CDLL(linux_name)
        return True
    found = ctypes.util.find_library(stem)
    with suppress(OSError):
        return found is not None and ctypes.CDLL(found) is not None
    return False


def missing_libraries(load: Callable[[str, str], bool] = can_load) -> list[str]:
    """Return the names, as people know them, of the libraries that cannot be loaded."""
    return [name for name, (stem, linux_name) in LIBRARIES.items() if not load(stem, linux_name)]


def system_family() -> str | None:
    """Return which of COMMANDS fits this machine, or None when none is known to."""
    if sys.platform == "darwin":
        return "macos"
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return None
    ids = [release.get("ID", ""), *release.get("ID_LIKE", "").split()]
    return next((family for family in ("debian", "fedora") if family in ids), None)


def advice(missing: list[str], family: str | None) -> str:
    """Say in Danish what is missing and the exact command that mends it; all commands when the system is unknown."""
    lines = [f"Rapporten kan ikke laves på denne maskine endnu. Der mangler systembiblioteker: {', '.join(missing)}."]
    if family is None:
        lines += ["Kør den kommando, der passer til maskinen, og prøv igen:"]
        lines += [f"    {NAMES[name]}: {command}" for name, command in COMMANDS.items()]
    else:
        lines += ["Kør denne kommando, og prøv igen:", f"    {COMMANDS[family]}"]
    if family == "macos":
        lines += [MACOS_HINT]
    else:
        lines += [WITHOUT_SUDO]
    return "\n".join(lines)


def install_on_debian() -> None:
    """Install the libraries with apt-get; what goes wrong is apt-get's to say and shows in the check that follows."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    print(f"Installerer {' '.join(DEBIAN_PACKAGES)} …", file=sys.stderr)
    subprocess.run(("apt-get", "update", "-qq"), check=False, env=environment, stdout=sys.stderr)
    subprocess.run(
        ("apt-get", "install", *APT_OPTIONS, *DEBIAN_PACKAGES), check=False, env=environment, stdout=sys.stderr
    )


def main() -> int:
    """Return 0 when every library is there, else print the advice and return 1."""
    missing = missing_libraries()
    if "--packages" in sys.argv[1:]:
        print(*DEBIAN_PACKAGES if missing else ())
        return 0
    family = system_family()
    if missing and family == "debian" and os.geteuid() == 0:
        install_on_debian()
        missing = missing_libraries()
    if missing:
        print(advice(missing, family), file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
