"""A bare Debian folder in which a Dockerfile's steps are carried out, where there is no program for containers."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from string import Template
from typing import NamedTuple

REPOSITORY = Path(__file__).parents[2]
DOCKERFILE = REPOSITORY / "scripts" / "container" / "Dockerfile"
_NOTHING_FETCHED = "# Below, nothing is fetched.\n"
_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
# What a program for containers hands on to the steps without being told to.
_HANDED_ON = ("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")
_PIP_SETTINGS = re.compile(r"^(?:global|:env:)\.(index-url|cert|proxy|trusted-host)='(.*)'$", re.MULTILINE)
_CERTIFICATES = "etc/machine.crt"


class Instruction(NamedTuple):
    """Hold one instruction of a Dockerfile: `RUN`, say, and what stands after it, continued lines joined."""

    word: str
    text: str


def parts() -> tuple[str, str]:
    """Give the Dockerfile in two: what fetches, and the rest, which changes with the program."""
    first, rest = DOCKERFILE.read_text(encoding="utf-8").split(_NOTHING_FETCHED)
    return first, rest


def instructions(dockerfile: str) -> list[Instruction]:
    """Give the instructions of a Dockerfile, or of a part of one, in order."""
    lines = [line for line in dockerfile.splitlines() if line and not line.startswith("#")]
    joined = re.sub(r"\\\n\s*", "", "\n".join(lines))
    return [Instruction(*line.split(None, 1)) for line in joined.splitlines()]


@dataclass
class Box:
    """A folder that comes to hold what the image would, as its instructions are carried out in order."""

    root: Path
    environment: dict[str, str] = field(default_factory=lambda: {"PATH": _PATH})
    user: str = "root"
    folder: str = "/"
    entrypoint: tuple[str, ...] = ()

    def carry_out(self, dockerfile: str, *, is_made: bool = False) -> None:
        """Carry out the instructions of a Dockerfile, or a part of one; where it is made, only learn its settings.

        Raises ValueError for an instruction that is not known here, CalledProcessError for a step that fails.
        """
        for instruction in instructions(dockerfile):
            if not (is_made and instruction.word in {"RUN", "COPY"}):
                self._carry_out(instruction)

    def inside(self, path: str) -> Path:
        """Give where a path in the container lies on this machine."""
        return self.root / Path("/", self.folder, path).relative_to("/")

    def run(self, *words: str, user: str = "") -> subprocess.CompletedProcess[str]:
        """Run a program in the container, as its user unless another is named by name or number."""
        handed_on = {name: os.environ[name] for name in _HANDED_ON if name in os.environ}
        settings = [f"{name}={value}" for name, value in (handed_on | self.environment).items()]
        inside = ["/usr/bin/env", "-i", "-C", self.folder, *settings, *words]
        command = ["chroot", f"--userspec={user or self.user}", str(self.root), *inside]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    def start(self, *words: str, user: str = "") -> subprocess.CompletedProcess[str]:
        """Start the container anew, with nothing left in its temporary folder, and these words after its entrypoint."""
        self.run("find", "/tmp", "-mindepth", "1", "-delete", user="root")  # noqa: S108 - the container's own
        return self.run(*self.entrypoint, *words, user=user)

    def _carry_out(self, instruction: Instruction) -> None:
        match instruction:
            case ("ENV", text):
                pairs = (word.split("=", 1) for word in shlex.split(text))
                self.environment |= {name: Template(value).substitute(self.environment) for name, value in pairs}
            case ("RUN", text):
                done = self.run("/bin/sh", "-c", text)
                sys.stderr.write(done.stderr)
                done.check_returncode()
            case ("COPY", text):
                *sources, target = text.split()
                self._copy(sources, self.inside(target))
            case ("USER", text):
                self.user = text
            case ("WORKDIR", text):
                self.folder = text
                self.inside(text).mkdir(parents=True, exist_ok=True)
            case ("ENTRYPOINT", text):
                self.entrypoint = tuple(re.findall(r'"([^"]+)"', text))
            case (word, _) if word not in {"FROM", "CMD"}:
                raise ValueError(f"{word} is not known here")

    def _copy(self, sources: list[str], place: Path) -> None:
        place.mkdir(parents=True, exist_ok=True)
        for source in (REPOSITORY / one for one in sources):
            if source.is_dir():
                shutil.copytree(source, place, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, place)


def fetch_box(root: Path) -> None:
    """Make a folder with all that the container fetches, from where this machine's own apt and pip do. Needs root."""
    first, _ = parts()
    release = re.findall(r"^FROM debian:([a-z]+)-slim$", first, re.MULTILINE)[0]
    shutil.rmtree(root, ignore_errors=True)
    mirrors = _printed("apt-get", "indextargets", "--format", "$(REPO_URI)", f"Codename: {release}").split()
    root.parent.mkdir(parents=True, exist_ok=True)
    # It cannot make a folder whose path has a space in it, as a checkout's may.
    with tempfile.TemporaryDirectory() as folder:
        command = ["debootstrap", "--variant=minbase", release, f"{folder}/box", *mirrors[:1]]
        subprocess.run(command, check=True, stdout=sys.stderr)
        subprocess.run(["mv", f"{folder}/box", root], check=True)
    for name in ("resolv.conf", "hosts"):
        shutil.copy(Path("/etc", name), root / "etc" / name)
    if mirrors:
        _lead_apt(root)
    _lead_pip(root)
    Box(root).carry_out(first)


def _lead_apt(root: Path) -> None:
    """Let apt reach out as this machine's does, which has the same release."""
    (root / "etc/apt/apt.conf.d/99machine").write_text(_printed("apt-config", "dump", "Acquire"), encoding="utf-8")
    sources = Path("/etc/apt/sources.list.d/debian.sources")
    if sources.is_file():
        (root / "etc/apt/sources.list").unlink()
        shutil.copy(sources, root / "etc/apt/sources.list.d")


def _lead_pip(root: Path) -> None:
    """Let pip reach out as this machine's does; what lies on its own disk is not there in the container."""
    settings = dict(_PIP_SETTINGS.findall(_printed(sys.executable, "-m", "pip", "config", "list")))
    if "cert" in settings:
        shutil.copy(settings["cert"], root / _CERTIFICATES)
        settings["cert"] = f"/{_CERTIFICATES}"
    lines = [f"{name} = {value}" for name, value in settings.items() if not value.startswith("file:")]
    (root / "etc/pip.conf").write_text("\n".join(["[global]", *lines, ""]), encoding="utf-8")


def _printed(*words: str) -> str:
    """Give what a program prints, nothing when it is not there or fails."""
    if not shutil.which(words[0]):
        return ""
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    return done.stdout if done.returncode == 0 else ""
