"""The examples of docs/ci.md, our own action, and what pre-commit is offered: each is held to its schema and run."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from support.editors.published_schemas import faults, github_action_schema, github_workflow_schema, gitlab_ci_schema
from support.folders.work_folder import TWO_READINGS, status_file
from support.repository import REPOSITORY

GUIDE = (REPOSITORY / "docs" / "ci.md").read_text(encoding="utf-8")
HOOKS = REPOSITORY / ".pre-commit-hooks.yaml"
BIN = Path(sys.executable).parent
EXAMPLES = {
    match["name"] + match["way"]: match["text"]
    for match in re.finditer(
        r"`(?P<name>\.[\w./-]+\.yml)`(?P<way>(?:, med \w+)?):\n\n```yaml\n(?P<text>.*?)```\n", GUIDE, re.DOTALL
    )
}
ACTION = REPOSITORY / ".github" / "actions" / "rapport" / "action.yml"
WORKFLOWS = [name for name in EXAMPLES if name.startswith(".github/")]
USES = re.compile(r"\s*(?:- +)?uses:")
# Our own action, which whoever has the program gives a name and a version.
OWN = "uses: EJER/frivilligrapport/.github/actions/rapport@v1"
PINNED = re.compile(r"(?:- )?uses: ([\w.-]+/[\w./-]+)@([0-9a-f]{40}) # (v[0-9]+\.[0-9]+\.[0-9]+)")
# What a hired machine does and a test does not: it is written down instead of done.
FETCHING = ("sudo", "apt-get", "pip", "docker")
# The container is called what its program is: `docker run … frivilligrapport validate` runs that here.
DOCKER = 'if [ "$1" = run ]; then while [ "$1" != frivilligrapport ]; do shift; done; exec "$@"; fi\n'


def workflow(name: str) -> dict[str, Any]:
    """Give an example as the CI reads it."""
    content = yaml.safe_load(EXAMPLES[name])
    assert isinstance(content, dict)
    return content


@pytest.fixture
def machine(tmp_path: Path) -> dict[str, str]:
    """Give the environment of a CI machine with the program on its path, where fetching is only written down."""
    programs = tmp_path / "programmer"
    programs.mkdir()
    note = f'echo "$(basename "$0") $*" >> "{tmp_path}/hentet.txt"\n'
    python = f'if [ "$2" = pip ]; then {note.strip()}; else exec "{sys.executable}" "$@"; fi\n'
    for name, script in {**dict.fromkeys(FETCHING, note), "docker": note + DOCKER, "python": python}.items():
        path = programs / name
        path.write_text(f"#!/bin/sh\n{script}", encoding="utf-8")
        path.chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "CI_"))}
    return kept | {"PATH": f"{programs}:{BIN}:{os.environ['PATH']}", "GITHUB_STEP_SUMMARY": f"{tmp_path}/summary.md"}


def bash(script: str, cwd: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a step as GitHub and GitLab do: bash, stopping at the first command that fails."""
    words = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(words, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)


def github_steps(name: str) -> list[str]:
    """Give the commands of a workflow's steps, in order, each after what its job sets."""
    return [
        "".join(f"{name}={shlex.quote(value)}\n" for name, value in job.get("env", {}).items()) + step["run"]
        for job in workflow(name)["jobs"].values()
        for step in job["steps"]
        if "run" in step
    ]


def fetched(tmp_path: Path) -> str:
    """Give what would have been fetched."""
    return (tmp_path / "hentet.txt").read_text(encoding="utf-8")


def test_the_guide_has_the_examples() -> None:
    """All that the guide says to save is found by these tests."""
    assert set(EXAMPLES) == {
        ".github/workflows/frivillighed.yml",
        ".github/workflows/frivillighed.yml, med action",
        ".github/workflows/frivillighed-sarif.yml",
        ".github/workflows/frivillighed.yml, med container",
        ".gitlab-ci.yml",
        ".gitlab-ci.yml, med container",
    }
    assert GUIDE.count("```yaml") == len(EXAMPLES) + 1  # and pre-commit's settings, run below


@pytest.mark.parametrize("name", WORKFLOWS)
def test_github_takes_the_workflows(name: str) -> None:
    """The published schema has nothing against them; nor against the one that this repository uses itself."""
    assert faults(github_workflow_schema(), workflow(name)) == []
    own = REPOSITORY / ".github" / "workflows" / "rapport.yml"
    assert faults(github_workflow_schema(), yaml.safe_load(own.read_text(encoding="utf-8"))) == []


def test_actions_are_pinned() -> None:
    """Each `uses:` of a workflow, an action or a guide names a commit and says its version; equal ones are the same."""
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, check=True, text=True)
    texts = [Path(REPOSITORY, name) for name in tracked.stdout.split("\0") if name.endswith((".yml", ".yaml", ".md"))]
    used = [
        line.strip()
        for path in texts
        for line in path.read_text(
            encoding="utf-8", errors="replace"
        ).splitlines()  # some examples are faulty on purpose
        if USES.match(line)
    ]
    assert len(used) > 5
    assert [line for line in used if not PINNED.fullmatch(line) and line.removeprefix("- ") != OWN] == []
    actions = {match.groups() for match in map(PINNED.fullmatch, used) if match}
    assert len({action for action, *_ in actions}) == len(actions)


@pytest.mark.parametrize("name", [name for name in EXAMPLES if name.startswith(".gitlab")])
def test_gitlab_takes_its_examples(name: str) -> None:
    """GitLab's own schema has nothing against them."""
    assert faults(gitlab_ci_schema(), workflow(name)) == []


@pytest.mark.full
def test_the_github_workflow_runs(folder: Path, tmp_path: Path, machine: dict[str, str]) -> None:
    """Every command of it succeeds on a good folder, and the report is where it is kept from."""
    name = ".github/workflows/frivillighed.yml"
    for step in github_steps(name):
        done = bash(step, folder, machine)
        assert done.returncode == 0, step + done.stdout + done.stderr
    kept = folder / workflow(name)["jobs"]["rapport"]["steps"][-1]["with"]["path"]
    assert (kept / "2014" / "statusrapport.pdf").read_bytes().startswith(b"%PDF-")
    assert fetched(tmp_path).count("pip install program/frivilligrapport-*.whl") == 2
    assert fetched(tmp_path).count("pip install frivilligrapport[pdfkontrol]") == 1
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert "Ingen fejl" in summary
    assert "| TMF" in summary


@pytest.mark.full
def test_the_main_branch_gets_the_edition(folder: Path, machine: dict[str, str]) -> None:
    """On main the report is built as it is published, and on a branch as a draft."""
    steps = workflow(".github/workflows/frivillighed.yml")["jobs"]["rapport"]["steps"]
    (build,) = (step["run"] for step in steps if "build" in step.get("run", ""))
    report = folder / "udgivelser/2014/statusrapport.md"
    for branch, is_draft in (("ny-tekst", True), ("main", False)):
        assert bash(build, folder, machine | {"GITHUB_REF_NAME": branch}).returncode == 0
        assert ("UDKAST" in report.read_text(encoding="utf-8")) == is_draft


@pytest.mark.full
def test_the_github_workflow_stops_at_a_mistake(folder: Path, tmp_path: Path, machine: dict[str, str]) -> None:
    """The step that checks fails, with a note at the line and the table in the summary."""
    (folder / "indberetninger" / "2014" / "sof.yaml").write_text(status_file("SOF", TWO_READINGS), encoding="utf-8")
    steps = workflow(".github/workflows/frivillighed.yml")["jobs"]["kontrol"]["steps"]
    (check,) = (step["run"] for step in steps if "validate" in step.get("run", ""))
    done = bash(check, folder, machine)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=indberetninger/2014/sof.yaml,line=14,col=15,")
    assert "| indberetninger/2014/sof.yaml:14:15 |" in (tmp_path / "summary.md").read_text(encoding="utf-8")


@pytest.mark.full
def test_the_sarif_workflow_leaves_its_file(folder: Path, machine: dict[str, str]) -> None:
    """The file that the next step sends is there although the check fails, and that step is not left out then."""
    (folder / "indberetninger" / "2014" / "sof.yaml").write_text(status_file("SOF", TWO_READINGS), encoding="utf-8")
    name = ".github/workflows/frivillighed-sarif.yml"
    codes = [bash(step, folder, machine).returncode for step in github_steps(name)]
    assert codes == [0, 1]
    sending = workflow(name)["jobs"]["kontrol"]["steps"][-1]
    assert "cancelled()" in sending["if"]
    content = json.loads((folder / sending["with"]["sarif_file"]).read_text(encoding="utf-8"))
    assert len(content["runs"][0]["results"]) == 1


@pytest.mark.full
@pytest.mark.parametrize(("body", "code"), [("indsatser: ingen\n", 0), (TWO_READINGS, 1)])
def test_the_gitlab_example_runs(folder: Path, tmp_path: Path, machine: dict[str, str], body: str, code: int) -> None:
    """The check ends as the files deserve, and both reports are there in either case."""
    (folder / "indberetninger" / "2014" / "sof.yaml").write_text(status_file("SOF", body), encoding="utf-8")
    job = workflow(".gitlab-ci.yml")["kontrol"]
    done = bash("\n".join(job["script"]), folder, machine)
    assert done.returncode == code, done.stdout + done.stderr
    reports = {kind: folder / file for kind, file in job["artifacts"]["reports"].items()}
    assert len(json.loads(reports["codequality"].read_text(encoding="utf-8"))) == code
    assert reports["junit"].read_text(encoding="utf-8").count("<failure ") == code
    assert fetched(tmp_path) == "python -m pip install program/frivilligrapport-*.whl\n"


@pytest.mark.full
def test_the_gitlab_report_is_built(folder: Path, tmp_path: Path, machine: dict[str, str]) -> None:
    """The second job builds what its artifacts name."""
    job = workflow(".gitlab-ci.yml")["rapport"]
    done = bash("\n".join(job["script"]), folder, machine)
    assert done.returncode == 0, done.stdout + done.stderr
    assert list((folder / job["artifacts"]["paths"][0]).rglob("*.pdf"))
    assert "apt-get install" in fetched(tmp_path)


# ---------------------------------------------------------------------------------------------------- with containers


@pytest.mark.full
def test_the_github_workflow_with_a_container_runs(folder: Path, tmp_path: Path, machine: dict[str, str]) -> None:
    """The container is made once, and the report built with it lies where it is kept from: a draft, on a branch."""
    for step in github_steps(".github/workflows/frivillighed.yml, med container"):
        done = bash(step, folder, machine | {"GITHUB_REF_NAME": "ny-tekst"})
        assert done.returncode == 0, step + done.stdout + done.stderr
    assert "UDKAST" in (folder / "udgivelser/2014/statusrapport.md").read_text(encoding="utf-8")
    assert fetched(tmp_path).count("docker build --tag frivilligrapport --file scripts/container/Dockerfile") == 1


@pytest.mark.full
def test_gitlab_with_a_container_runs_the_same(folder: Path, machine: dict[str, str]) -> None:
    """It runs the commands of the other example, but for what the container holds already; and they succeed."""
    plain, container = (workflow(name) for name in (".gitlab-ci.yml", ".gitlab-ci.yml, med container"))
    for job in ("kontrol", "rapport"):
        kept = [line for line in plain[job]["script"] if not re.search("pip install|apt-get", line)]
        assert container[job] == {**plain[job], "script": kept}
        assert bash("\n".join(kept), folder, machine | {"CI_COMMIT_BRANCH": "main"}).returncode == 0
    assert (folder / "udgivelser/2014/statusrapport.pdf").is_file()


@pytest.mark.full
def test_the_lines_with_docker_run(folder: Path, tmp_path: Path, machine: dict[str, str]) -> None:
    """Each line of the guides that makes or runs the container is as the files lie and as the program takes it."""
    texts = [path.read_text(encoding="utf-8") for path in REPOSITORY.glob("docs/*.md")]
    lines = {line for text in texts for line in re.findall(r"^ {4}(docker .*)", text, re.MULTILINE)}
    assert len(lines) >= 3
    for line in sorted(lines):
        made = line.startswith("docker build ")
        done = bash(line.replace("build", "validate") if not made else line, folder, machine)
        assert done.returncode == 0, line + done.stdout + done.stderr
        assert not made or (REPOSITORY / re.findall(r"--file (\S+) \.$", line)[0]).is_file()
    assert fetched(tmp_path).count("docker ") == len(lines)


# ---------------------------------------------------------------------------------------------------------- our action


class Action(NamedTuple):
    """What a run of the action left: whether it succeeded, what it printed, and its outputs."""

    succeeded: bool
    printed: str
    outputs: dict[str, str]


def act(cwd: Path, environment: dict[str, str], **given: str) -> Action:
    """Run the action's steps as GitHub does on Linux, with the inputs given; what another action does is left out."""
    action = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
    inputs = {name: one["default"] for name, one in action["inputs"].items()} | given
    output = cwd.parent / "output.txt"
    output.touch()
    own = {"GITHUB_ACTION_PATH": str(ACTION.parent), "GITHUB_OUTPUT": str(output)}
    succeeded, printed = True, ""
    for step in action["runs"]["steps"]:
        condition = step.get("if", "")
        if "run" in step and (succeeded or "cancelled()" in condition) and is_wanted(condition, inputs):
            env = {name: filled_in(value, inputs) for name, value in step.get("env", {}).items()}
            place = cwd / filled_in(step.get("working-directory", "."), inputs)
            done = bash(step["run"], place, environment | own | env)
            succeeded = succeeded and done.returncode == 0
            printed += done.stdout + done.stderr
    lines = output.read_text(encoding="utf-8").splitlines()
    return Action(succeeded, printed, dict(line.split("=", 1) for line in lines))


def filled_in(text: str, inputs: dict[str, str]) -> str:
    """Put the inputs in where a value asks for them."""
    return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: inputs[found[1]], text)


def is_wanted(condition: str, inputs: dict[str, str]) -> bool:
    """Tell whether a step's `if` holds."""
    parts = condition.removeprefix("${{ ").removesuffix(" }}").split(" && ")
    known = {
        "": True,
        "!cancelled()": True,
        "runner.os == 'Linux'": True,
        f"inputs.command == '{inputs['command']}'": True,
    }
    return all(known.get(part, False) for part in parts)


def test_github_takes_the_action() -> None:
    """The published schema has nothing against it, and the guide tells of each input with what it is otherwise."""
    action = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
    assert faults(github_action_schema(), action) == []
    told = dict(
        re.findall(r"^\| `([\w-]+)` \| [^|]+ \| (.*) \|$", GUIDE.split("### GitHub med action")[1], re.MULTILINE)
    )
    assert action["inputs"].keys() <= told.keys()
    assert {name for name, one in action["inputs"].items() if one["default"] in {"", "."}} == {"year", "folder"}
    for name, one in action["inputs"].items():
        assert one["default"] in {"", "."} or told[name] == f"`{one['default']}`"


def test_the_action_asks_for_what_it_has() -> None:
    """The guide's example names inputs and outputs of the action, and each step takes inputs by way of `env` alone."""
    action = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
    jobs = workflow(".github/workflows/frivillighed.yml, med action")["jobs"].values()
    steps = [step for job in jobs for step in job["steps"]]
    asked = {name for step in steps if "EJER" in step["uses"] for name in step.get("with", {})}
    assert asked == {"command", "draft"}
    assert asked < action["inputs"].keys()
    assert steps[-1]["with"]["path"] == "${{ steps.rapport.outputs.folder }}"
    assert [step for step in action["runs"]["steps"] if "${{" in step.get("run", "")] == []


@pytest.mark.full
@pytest.mark.parametrize(("draft", "year"), [("false", ""), ("true", "2014")])
def test_the_action_builds(folder: Path, tmp_path: Path, machine: dict[str, str], draft: str, year: str) -> None:
    """It gives the folder with the report, a draft where one is asked for, after fetching all in locked versions."""
    done = act(folder, machine, command="build", draft=draft, year=year)
    assert done.succeeded, done.printed
    made = Path(done.outputs["folder"])
    assert made == folder / "udgivelser" / "2014"
    assert (made / "statusrapport.pdf").is_file()
    assert ("UDKAST" in (made / "statusrapport.md").read_text(encoding="utf-8")) == (draft == "true")
    assert fetched(tmp_path).splitlines()[-2:] == [
        "python -m pip install --no-deps --require-hashes -r requirements/full.lock",
        "python -m pip install --no-deps --no-build-isolation .",
    ]
    assert (ACTION.parent / "../../.." / "requirements/full.lock").resolve() == REPOSITORY / "requirements/full.lock"


@pytest.mark.full
@pytest.mark.parametrize("year", ["", "2014"])
def test_the_action_checks(folder: Path, tmp_path: Path, machine: dict[str, str], year: str) -> None:
    """It fails at a mistake, with a note at the line, and still shows who has delivered; it fetches no Pango."""
    inside = folder / "frivillighed"
    inside.mkdir()
    (folder / "indberetninger").rename(inside / "indberetninger")
    (inside / "indberetninger/2014/sof.yaml").write_text(status_file("SOF", TWO_READINGS), encoding="utf-8")
    done = act(folder, machine, folder="frivillighed", year=year)
    assert not done.succeeded
    assert "sof.yaml,line=14,col=15," in done.printed
    assert done.outputs == {}
    assert "| TMF" in (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert "apt-get" not in fetched(tmp_path)


@pytest.mark.full
@pytest.mark.parametrize("given", [{"command": "slet"}, {"command": "build", "draft": "måske"}, {"year": "--help"}])
def test_the_action_refuses_what_it_does_not_know(folder: Path, machine: dict[str, str], given: dict[str, str]) -> None:
    """A word that is none of an input's is told, and nothing is built."""
    done = act(folder, machine, **given)
    assert not done.succeeded
    assert done.outputs == {}
    assert not (folder / "udgivelser").exists()


# ---------------------------------------------------------------------------------------------------------- pre-commit


@pytest.fixture
def repository(folder: Path, tmp_path: Path, machine: dict[str, str]) -> Path:
    """Give the work folder as a git repository whose pre-commit runs the hooks with the program that is installed.

    pre-commit itself would first fetch the program: that part alone is left out (`language: system`).
    """
    hooks = [{**hook, "language": "system"} for hook in yaml.safe_load(HOOKS.read_text(encoding="utf-8"))]
    settings = {"repos": [{"repo": "local", "hooks": hooks}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    assert bash("git init -q . && git add -A", folder, machine).returncode == 0
    return folder


def pre_commit(hook: str, cwd: Path, tmp_path: Path, machine: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run one hook over what is about to be committed."""
    environment = machine | {"PRE_COMMIT_HOME": str(tmp_path / "pre-commit"), "PRE_COMMIT_COLOR": "never"}
    return bash(f"git add -A && pre-commit run {hook} --verbose", cwd, environment)


@pytest.mark.full
def test_pre_commit_takes_the_hooks() -> None:
    """Both files are as pre-commit wants them, and the guide's example asks for a hook that is there."""
    subprocess.run([BIN / "pre-commit", "validate-manifest", HOOKS], check=True, cwd=REPOSITORY)
    example = re.search(r"`.pre-commit-config.yaml`[^`]*```yaml\n(?P<text>.*?)```\n", GUIDE, re.DOTALL)
    assert example
    asked = {hook["id"] for repo in yaml.safe_load(example["text"])["repos"] for hook in repo["hooks"]}
    offered = {hook["id"] for hook in yaml.safe_load(HOOKS.read_text(encoding="utf-8"))}
    assert asked < offered
    assert all(f"`{one}`" in GUIDE for one in offered)


def test_the_entry_is_a_program_that_the_package_installs() -> None:
    """What the hooks start is there when the package is installed."""
    for hook in yaml.safe_load(HOOKS.read_text(encoding="utf-8")):
        assert shutil.which(hook["entry"].split()[0], path=str(BIN))


@pytest.mark.full
def test_a_good_change_passes(repository: Path, tmp_path: Path, machine: dict[str, str]) -> None:
    """With nothing wrong both hooks pass."""
    for hook in ("frivilligrapport-validate", "frivilligrapport-validate-alle"):
        done = pre_commit(hook, repository, tmp_path, machine)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "Passed" in done.stdout


@pytest.mark.full
def test_a_mistake_stops_the_change(repository: Path, tmp_path: Path, machine: dict[str, str]) -> None:
    """The finding is shown with place and advice."""
    (repository / "indberetninger" / "2014" / "sof.yaml").write_text(status_file("SOF", TWO_READINGS), encoding="utf-8")
    done = pre_commit("frivilligrapport-validate", repository, tmp_path, machine)
    assert done.returncode == 1
    assert "indberetninger/2014/sof.yaml:14:15: fejl FR201" in done.stdout


@pytest.mark.full
def test_only_the_changed_files_count(repository: Path, tmp_path: Path, machine: dict[str, str]) -> None:
    """Another's mistake, saved before, does not stop my change; the hook over all files tells of it."""
    (repository / "indberetninger" / "2014" / "sof.yaml").write_text(status_file("SOF", TWO_READINGS), encoding="utf-8")
    commit = "git add -A && git -c user.name=a -c user.email=a@example.org commit -qm start"
    assert bash(commit, repository, machine).returncode == 0
    own = repository / "indberetninger" / "2014" / "tmf.yaml"
    own.write_text(own.read_text(encoding="utf-8") + "# en bemærkning\n", encoding="utf-8")
    assert pre_commit("frivilligrapport-validate", repository, tmp_path, machine).returncode == 0
    everything = pre_commit("frivilligrapport-validate-alle", repository, tmp_path, machine)
    assert everything.returncode == 1
    assert "sof.yaml:14:15: fejl FR201" in everything.stdout


@pytest.mark.full
def test_a_rule_across_files_is_asked(repository: Path, tmp_path: Path, machine: dict[str, str]) -> None:
    """Only my file is shown, but the others are read: an indsats that another has too is known."""
    body = (
        "indsatser:\n  - id: faelles-fest\n    navn: Fælles fest\n    tilstand: afholdt\n    hører_til: findes-ikke\n"
    )
    (repository / "indberetninger" / "2014" / "oekf.yaml").write_text(status_file("ØKF", body), encoding="utf-8")
    done = pre_commit("frivilligrapport-validate", repository, tmp_path, machine)
    assert done.returncode == 1
    assert "indberetninger/2014/oekf.yaml:" in done.stdout
    assert "FR3" in done.stdout
