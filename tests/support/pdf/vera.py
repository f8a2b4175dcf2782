"""veraPDF, the reference checker, as a function; see tests/slow/verapdf/Verdicts.java."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from support.repository import REPOSITORY
from support.slow_tools import TOOLS, VERAPDF_JAR

SOURCE = REPOSITORY / "tests" / "slow" / "verapdf" / "Verdicts.java"
CLASSES = TOOLS / "classes"
# What veraPDF's jar leaves out, from the Debian package libjaxb-java.
JAXB = ("jaxb-api", "jaxb-core", "jaxb-runtime", "istack-commons-runtime", "FastInfoset", "stax-ex", "txw2")
SYSTEM_JARS = Path("/usr/share/java")


@dataclass(frozen=True)
class Verdict:
    """Hold what veraPDF says of a file under a profile: how much it looked at, and each broken rule with its place."""

    file: str
    profile: str
    checks: int
    breaches: tuple[str, ...]


def verdicts(files: list[Path], profiles: tuple[str, ...] = ("ua1", "2a")) -> list[Verdict]:
    """Check all files under all profiles in one run of Java."""
    path = ":".join(map(str, [VERAPDF_JAR, *(SYSTEM_JARS / f"{name}.jar" for name in JAXB)]))
    if not _is_compiled():
        subprocess.run(["javac", "-cp", path, "-d", CLASSES, SOURCE], check=True, capture_output=True)
    command = ["java", "-XX:TieredStopAtLevel=1", "-cp", f"{CLASSES}:{path}", "Verdicts", ",".join(profiles)]
    run = subprocess.run([*command, *files], check=True, capture_output=True, encoding="utf-8")
    lines = [line.split("\t") for line in run.stdout.splitlines()]
    told = {(file, profile): (outcome, int(checks)) for kind, file, profile, outcome, checks in _of("verdict", lines)}
    found = []
    for (file, profile), (outcome, checks) in told.items():
        breaches = tuple(" ".join(line[3:]) for line in _of("breach", lines) if line[1:3] == [file, profile])
        assert (outcome == "kept") == (not breaches)
        found.append(Verdict(Path(file).name, profile, checks, breaches))
    return found


def _of(kind: str, lines: list[list[str]]) -> list[list[str]]:
    return [line for line in lines if line[0] == kind]


def _is_compiled() -> bool:
    compiled = CLASSES / "Verdicts.class"
    return compiled.is_file() and compiled.stat().st_mtime >= SOURCE.stat().st_mtime
