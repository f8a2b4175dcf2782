import importlib.util
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from container.box import DOCKERFILE, instructions, parts
from support.repository import REPOSITORY


@pytest.fixture(scope="module")
def system_libraries() -> ModuleType:
    """The script as a module; it lies outside the package, since it must run where the package cannot."""
    spec = importlib.util.spec_from_file_location("system_libraries", REPOSITORY / "scripts" / "system_libraries.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_missing_library_is_named_as_people_know_it(system_libraries: ModuleType) -> None:
    """Only what cannot be loaded is named."""
    missing = system_libraries.missing_libraries(load=lambda stem, _: stem != "harfbuzz-subset")
    assert missing == ["HarfBuzz-subset"]


def test_the_advice_is_one_exact_command(system_libraries: ModuleType) -> None:
    """On a known system the reader gets the one command that mends it, ready to paste."""
    assert system_libraries.advice(["Pango", "HarfBuzz-subset"], "debian") == (
        "Rapporten kan ikke laves på denne maskine endnu. Der mangler systembiblioteker: Pango, HarfBuzz-subset.\n"
        "Kør denne kommando, og prøv igen:\n"
        "    sudo apt-get update && sudo apt-get install -y --no-install-recommends"
        " libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0\n"
        "Må du ikke selv installere programmer, så send kommandoen til den, der passer maskinen."
    )


def test_an_unknown_system_gets_all_commands(system_libraries: ModuleType) -> None:
    """Where the system cannot be told, the commands for Debian, Fedora and macOS are all shown."""
    advice = system_libraries.advice(["Pango"], None)
    assert "    Debian og Ubuntu: sudo apt-get update" in advice
    assert "    Fedora: sudo dnf install -y pango harfbuzz" in advice
    assert "    macOS: brew install pango" in advice


def test_too_old_a_python_is_one_clear_sentence(tmp_path: Path) -> None:
    """Without Python 3.11 the setup stops at once, says what it needs and what it found, and makes nothing."""
    checkout = minimal_checkout(tmp_path / "mappe med æ")
    path = folder_with_old_python(tmp_path / "bin")
    finished = run_setup(checkout, path)
    assert finished.returncode == 1
    assert finished.stderr.startswith(
        "Der skal bruges Python 3.11 eller nyere, og den findes ikke her. Fundet: Python 3.9.2.\n"
    )
    assert not (checkout / ".venv").exists()


def test_a_python_without_venv_is_told_with_all_else(tmp_path: Path) -> None:
    """Where Debian's Python can make no environment and Pango is missing too, one command mends both."""
    checkout = minimal_checkout(tmp_path / "mappe")
    path = folder_with_old_python(tmp_path / "bin")
    (path / "id").unlink()
    answers = "*ensurepip*) exit 1;; *-venv*) echo python3.11-venv;; *--packages) echo libpango"
    programs = {"python3": f'case "$*" in {answers};; esac', "id": "echo 1000"}
    for name, script in programs.items():
        (path / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (path / name).chmod(0o755)
    (path / "dirname").symlink_to(str(shutil.which("dirname")))
    finished = run_setup(checkout, path)
    assert finished.returncode == 1
    assert "apt-get install -y --no-install-recommends python3.11-venv libpango\n" in finished.stderr
    assert finished.stderr.endswith("så send kommandoen til den, der passer maskinen.\n")


def test_the_libraries_are_named_for_others_to_tell(
    system_libraries: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With `--packages` nothing is installed: the packages are named when a library is missing, else nothing is."""
    monkeypatch.setattr(sys, "argv", ["system_libraries.py", "--packages"])
    for missing, named in ((["Pango"], " ".join(system_libraries.DEBIAN_PACKAGES)), ([], "")):
        monkeypatch.setattr(system_libraries, "missing_libraries", lambda found=missing: found)
        assert system_libraries.main() == 0
        assert capsys.readouterr().out == f"{named}\n"


def test_a_finished_environment_is_left_alone(tmp_path: Path) -> None:
    """When neither lock, pyproject.toml nor place has changed, setting up does nothing: no pip, no network."""
    checkout = minimal_checkout(tmp_path / "mappe med æ")
    (checkout / ".venv" / "bin").mkdir(parents=True)
    python = checkout / ".venv" / "bin" / "python"
    python.symlink_to(sys.executable)
    packages = cksum(checkout, "requirements/dev.lock")
    (checkout / ".venv" / "packages.stamp").write_text(f"{packages}\n", encoding="utf-8")
    project = f"{packages} {cksum(checkout, 'pyproject.toml')} {checkout}\n"
    (checkout / ".venv" / "project.stamp").write_text(project, encoding="utf-8")
    finished = run_setup(checkout, folder_with_old_python(tmp_path / "bin"))
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, "", "")


def minimal_checkout(folder: Path) -> Path:
    """Make a folder with only what the setup script reads."""
    (folder / "requirements").mkdir(parents=True)
    shutil.copy(REPOSITORY / "requirements" / "dev.lock", folder / "requirements")
    shutil.copy(REPOSITORY / "pyproject.toml", folder)
    return folder


def folder_with_old_python(folder: Path) -> Path:
    """Make a search path that holds a Python 3.9 look-alike and the few tools the script needs, and nothing else."""
    folder.mkdir()
    for tool in ("cat", "cksum", "id"):
        (folder / tool).symlink_to(str(shutil.which(tool)))
    python = folder / "python3"
    python.write_text('#!/bin/sh\n[ "$1" = --version ] && echo Python 3.9.2 && exit\nexit 1\n', encoding="utf-8")
    python.chmod(0o755)
    return folder


def run_setup(checkout: Path, path: Path) -> subprocess.CompletedProcess[str]:
    """Run the setup script in a checkout with only the given folder to find programs in."""
    script = REPOSITORY / "scripts" / "environment.sh"
    environment = {"PATH": str(path), "LC_ALL": "C.UTF-8", "HOME": os.environ.get("HOME", "/")}
    return subprocess.run(
        ["/bin/sh", script], cwd=checkout, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def cksum(checkout: Path, name: str) -> str:
    """Return the line by which the script knows a file again."""
    return subprocess.run(
        ["cksum", name], cwd=checkout, capture_output=True, encoding="utf-8", check=True
    ).stdout.strip()


def test_the_slow_tests_name_what_the_machine_lacks() -> None:
    """Where the slow tests' tools cannot be installed, one sentence names them and one command installs them."""
    spec = importlib.util.spec_from_file_location("slow_tools", REPOSITORY / "scripts" / "fetch_slow_tools.py")
    assert spec
    assert spec.loader
    slow_tools = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(slow_tools)
    assert slow_tools.advice(["chromium", "npm"]) == (
        "De langsomme test kan ikke køre på denne maskine endnu. Der mangler: chromium, npm.\n"
        "På Debian og Ubuntu er kommandoen:\n"
        "    sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium npm\n"
        "Må du ikke selv installere programmer, så send kommandoen til den, der passer maskinen."
    )


def test_what_pdfs_need_is_named_whole(system_libraries: ModuleType) -> None:
    """Where one Debian package for PDFs is named, all are: in a guide, an error, a workflow, the Dockerfile."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, check=True, text=True
    ).stdout
    kinds = (".md", ".yml", ".sh", "faults.py", "Dockerfile")
    texts = {name: (REPOSITORY / name).read_text("utf-8") for name in listed.split("\0") if name.endswith(kinds)}
    lines = [line for text in texts.values() for line in text.splitlines() if "libpango-" in line]
    assert len(lines) > 5
    assert [line for line in lines if not all(package in line for package in system_libraries.DEBIAN_PACKAGES)] == []


def test_the_container_is_given_what_it_copies() -> None:
    """What the Dockerfile copies is let in, and all that a wheel is made of is; the program does not run as root."""
    ignored = DOCKERFILE.with_name("Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    steps = [step for part in parts() for step in instructions(part)]
    copied = {source for step in steps if step.word == "COPY" for source in step.text.split()[:-1]}
    assert {line[1:] for line in ignored if line.startswith("!")} == copied
    told = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = told["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"]
    assert {one.split("/")[0] for one in wheel} <= copied
    assert "*" in ignored
    assert all((REPOSITORY / source).exists() for source in copied)
    assert [step.text for step in steps if step.word == "USER"] == ["rapport"]
