"""`validate --format`, as a CI runs it."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from support.editors.published_schemas import faults, sarif_schema
from support.folders.work_folder import RAPPORT, TWO_READINGS, put, status_file
from support.program import Program, Run

MACHINE = ("json", "github", "gitlab", "sarif", "junit")
ACCEPTED = "accepteret:\n  - kode: FR312\n    hvor: sof.yaml\n    fordi: Ingen har svaret.\n"


@pytest.fixture
def faulty(folder: Path) -> Path:
    """Give a work folder with one mistake in sof.yaml."""
    put(folder, "2014/sof.yaml", status_file("SOF", TWO_READINGS))
    return folder


def found(run: Run) -> list[dict[str, Any]]:
    """Give the findings of a run with --format json."""
    findings = json.loads(run.out)["fund"]
    assert isinstance(findings, list)
    return findings


def messages(format_: str, out: str) -> list[str]:
    """Give what each finding says, read from any of the formats."""
    match format_:
        case "json":
            return [one["besked"] for one in json.loads(out)["fund"]]
        case "github":
            return out.splitlines()
        case "gitlab":
            return [one["description"] for one in json.loads(out)]
        case "sarif":
            content = json.loads(out)
            assert faults(sarif_schema(), content) == []
            return [one["message"]["text"] for one in content["runs"][0]["results"]]
        case _:
            return [one.get("message", "") for one in ET.fromstring(out.encode()).iter("failure")]  # noqa: S314


@pytest.mark.parametrize("format_", MACHINE)
def test_the_same_finding_in_every_format(program: Program, faulty: Path, format_: str) -> None:
    """Data on stdout and the count on stderr, with the exit code that text has too."""
    run = program("validate", "--format", format_, cwd=faulty, env={"GITHUB_STEP_SUMMARY": ""})
    assert (run.code, run.err) == (1, "1 fejl.\n")
    (said,) = messages(format_, run.out)
    assert "»20-30.000« kan læses på to måder." in said


@pytest.mark.parametrize("format_", MACHINE)
def test_nothing_wrong_in_every_format(program: Program, folder: Path, format_: str) -> None:
    """Without findings there is exit 0 and a report without any."""
    run = program("validate", "--format", format_, cwd=folder, env={"GITHUB_STEP_SUMMARY": ""})
    assert (run.code, run.err) == (0, "Ingen fejl.\n")
    assert messages(format_, run.out) == []


@pytest.mark.parametrize("format_", MACHINE)
def test_personal_data_is_masked_in_every_format(program: Program, folder: Path, tmp_path: Path, format_: str) -> None:
    """A CPR number gives exit 3, and its last four digits are nowhere: not in the summary either."""
    text = status_file("SOF", TWO_READINGS).replace("Der er sket noget.", "Ring til 010199-5000 for mere.")
    put(folder, "2014/sof.yaml", text)
    summary = tmp_path / "summary.md"
    run = program("validate", "--format", format_, cwd=folder, env={"GITHUB_STEP_SUMMARY": str(summary)})
    assert run.code == 3
    told = run.out + run.err + (summary.read_text(encoding="utf-8") if summary.exists() else "")
    assert "5000" not in told.replace("20-30.000", "")
    assert any("••••" in one for one in messages(format_, run.out))


def test_unknown_format(program: Program, folder: Path) -> None:
    """A format that is not there is wrong use, with those that are."""
    run = program("validate", "--format", "xml", cwd=folder)
    assert (run.code, run.out) == (2, "")
    assert run.err == ("Formatet »xml« kendes ikke.\n   Formaterne er text, json, github, gitlab, sarif, junit.\n")


def test_strict(program: Program, folder: Path) -> None:
    """A warning makes the exit code 1 under --strict in a machine format too, and stays a warning."""
    (folder / "indberetninger" / "2014" / "tmf.yaml").unlink()
    run = program("validate", "--strict", "--format", "json", cwd=folder)
    assert run.code == 1
    assert {one["vægt"] for one in found(run)} == {"advarsel"}


def test_a_line_above_makes_no_new_finding(program: Program, faulty: Path) -> None:
    """A line added above keeps the fingerprint; a new mistake gets another."""
    (before,) = found(program("validate", "--format", "json", cwd=faulty))
    text = f"# en bemærkning\n{status_file('SOF', TWO_READINGS)}      frivillige: 1O\n"
    put(faulty, "2014/sof.yaml", text)
    same, new = found(program("validate", "--format", "json", cwd=faulty))
    assert same["linje"] == before["linje"] + 1
    assert same["fingeraftryk"] == before["fingeraftryk"] != new["fingeraftryk"]


def test_what_the_report_accepts_is_told_apart(program: Program, folder: Path) -> None:
    """An accepted finding is not open, and its reason is there; only that of the named files."""
    put(folder, "2014/rapport.yaml", RAPPORT + ACCEPTED)
    put(folder, "2014/sof.yaml", status_file("SOF").replace("forslag: ingen", "forslag: uoplyst"))
    everything = json.loads(program("validate", "--format", "json", cwd=folder).out)
    assert everything["antal"] == {"fejl": 0, "advarsler": 0, "accepterede": 1, "filer": 5}
    (accepted,) = everything["accepterede"]
    assert (accepted["kode"], accepted["emne"]) == ("FR312", "forslag")
    assert accepted["fordi"] == "Ingen har svaret."
    other = program("validate", "indberetninger/2014/tmf.yaml", "--format", "json", cwd=folder)
    assert json.loads(other.out)["accepterede"] == []


@pytest.mark.parametrize("where", ["above", "root", "inside"])
def test_paths_are_those_of_the_repository(program: Program, faulty: Path, where: str) -> None:
    """A work folder below the repository's top is part of each path, unless the program runs inside it."""
    cwd = {"above": faulty.parent, "root": faulty, "inside": faulty / "indberetninger" / "2014"}[where]
    words = ["--folder", faulty.name] if where == "above" else []
    (finding,) = found(program("validate", "--format", "json", *words, cwd=cwd))
    prefix = f"{faulty.name}/" if where == "above" else ""
    assert finding["fil"] == f"{prefix}indberetninger/2014/sof.yaml"


def test_paths_are_those_of_the_git_folder(program: Program, faulty: Path) -> None:
    """Without a CI to say so, a command in a folder below git's own still names files from the top of git's."""
    (faulty.parent / ".git").mkdir()
    (finding,) = found(program("validate", "--format", "json", cwd=faulty))
    assert finding["fil"] == f"{faulty.name}/indberetninger/2014/sof.yaml"


@pytest.mark.parametrize("name", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_the_ci_says_where_the_repository_is(program: Program, faulty: Path, name: str) -> None:
    """A step that runs in the work folder still names files from the repository's top, with the same fingerprint."""
    (here,) = found(program("validate", "--format", "json", cwd=faulty))
    (there,) = found(program("validate", "--format", "json", cwd=faulty, env={name: str(faulty.parent)}))
    assert there["fil"] == f"{faulty.name}/{here['fil']}"
    assert there["fingeraftryk"] == here["fingeraftryk"]


def test_a_lone_file_named_from_the_top(program: Program, tmp_path: Path) -> None:
    """Its path is made relative, and the note about what was left out stays on stderr."""
    path = tmp_path / "min fil.yaml"
    path.write_text(status_file("XYZ", TWO_READINGS), encoding="utf-8")
    run = program("validate", "--format", "json", path, cwd=tmp_path)
    assert found(run)[0]["fil"] == "min fil.yaml"
    assert "de andre filer" in run.err


def test_only_the_named_files_are_tests(program: Program, faulty: Path) -> None:
    """JUnit XML of one file has that file alone."""
    run = program("validate", "indberetninger/2014/tmf.yaml", "--format", "junit", cwd=faulty)
    tests = ET.fromstring(run.out.encode()).iter("testcase")  # noqa: S314
    assert run.code == 0
    assert [test.get("name") for test in tests] == ["indberetninger/2014/tmf.yaml"]


def test_the_consoles_encoding_does_not_matter(process: Program, faulty: Path) -> None:
    """Data is UTF-8 whatever the console is."""
    (finding,) = found(process("validate", "--format", "json", cwd=faulty, env={"PYTHONIOENCODING": "cp1252"}))
    assert finding["emne"] == "smag-verden"
    assert finding["besked"] == "»20-30.000« kan læses på to måder."


def test_more_than_github_shows(program: Program, folder: Path, tmp_path: Path) -> None:
    """Ten notes, the last one saying how many more; all of them in the summary, after what other steps wrote there."""
    figures = "".join(f"      gæster ({number}): 20-30.000\n" for number in range(14))
    put(folder, "2014/sof.yaml", status_file("SOF", TWO_READINGS.replace("      gæster: 20-30.000\n", figures)))
    summary = tmp_path / "summary.md"
    summary.write_text("Et tidligere trin.\n", encoding="utf-8")
    run = program("validate", "--format", "github", cwd=folder, env={"GITHUB_STEP_SUMMARY": str(summary)})
    lines = run.out.splitlines()
    assert (run.code, len(lines)) == (1, 10)
    assert lines[-1] == "::error title=5 flere fejl::5 flere fejl. Hele listen står i kørslens oversigt (Summary)."
    written = summary.read_text(encoding="utf-8")
    assert written.startswith("Et tidligere trin.\n## frivilligrapport\n\n14 fejl i ")
    assert written.count("FR201") == 14


def test_a_summary_that_cannot_be_written(program: Program, faulty: Path, tmp_path: Path) -> None:
    """The findings are shown all the same, and the exit code says that something could not be written."""
    run = program("validate", "--format", "github", cwd=faulty, env={"GITHUB_STEP_SUMMARY": str(tmp_path)})
    assert run.code == 4
    assert run.out.startswith("::error file=indberetninger/2014/sof.yaml,line=14,")
    assert run.err.startswith(f"»{tmp_path}« kan ikke skrives.")
