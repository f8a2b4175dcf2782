"""Findings accepted by a comment at their line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from examples import TMF, text
from frivilligrapport.collection.loader import load, load_lone
from frivilligrapport.pipeline.examining import Findings, examine, examine_for_build
from frivilligrapport.problems import Severity
from support.folders.work_folder import status_file, write_folder

Found = Callable[..., str]
WHY = "# frivilligrapport: accepter FR312 fordi ingen har svaret."
OPEN = """\
advarsel FR312
  Feltet »forslag« er uoplyst. Rapporten skriver »ikke oplyst«.
  Skriv forslag: og en liste af forslag. Er der ingen, så skriv forslag: ingen."""


def codes(findings: Findings) -> list[str]:
    """Give the codes of what is open."""
    return [problem.code for problem in findings.open]


@pytest.mark.parametrize(
    "example",
    [
        f"forslag: uoplyst {WHY}",
        f"{WHY}\nforslag: uoplyst",
        f"{WHY}\n# Vi spørger igen til marts.\nforslag: uoplyst",
        "forslag: uoplyst # Frivilligrapport: Accepter fr312, fordi ingen har svaret",
        "forslag: uoplyst # frivilligrapport accepter FR 312 fordi: ingen har svaret",
    ],
)
def test_accepted(found: Found, example: str) -> None:
    """What a comment at the line, or right above it, accepts with a reason is no longer open."""
    assert found(example) == ""


def test_a_text_over_several_lines(found: Found) -> None:
    """At the first line of a text the comment is about all of it."""
    example = """
        perspektiver:
          tekst: | # frivilligrapport: accepter FR402 fordi citatet slutter sådan.
            Vi har haft et godt år.

            Som en frivillig sagde: Vi kommer igen, og
    """
    assert found(example) == ""
    assert "FR402" in found(text(example).replace("# frivilligrapport: accepter FR402 fordi ", "# "))


@pytest.mark.parametrize(
    ("example", "place", "told"),
    [
        ("accepter FR312", "30 fejl FR393", "Der står ikke, hvorfor FR312 er accepteret."),
        ("accepter FR312 fordi", "30 fejl FR393", "Der står ikke, hvorfor FR312 er accepteret."),
        ("accepter FR312 fordi …", "30 fejl FR393", "Der står ikke, hvorfor FR312 er accepteret."),
        ("accepter FR312 det haster", "30 fejl FR393", "Der står ikke, hvorfor FR312 er accepteret."),
        ("accepter FR321x fordi det haster", "3 fejl FR390", ""),
        ("accepter FR31 fordi det haster", "30 fejl FR390", "Koden »FR31« findes ikke. Mente du FR312?"),
    ],
)
def test_one_slip_in_a_comment_is_one_finding(found: Found, example: str, place: str, told: str) -> None:
    """A comment without a reason, or with a code that is nearly right, is told, and the finding not again beside it."""
    lines = found(f"# frivilligrapport: {example}\nforslag: uoplyst").split("\n")
    assert lines[0] == f"2014/tmf.yaml:13:{place}"
    assert not told or (lines[1], len(lines)) == (f"  {told}", 3)


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("acepter FR312 fordi ja", "Skriv # frivilligrapport: accepter FR312 fordi …"),
        ("accepter forslag fordi ja", "Skriv # frivilligrapport: accepter FR401 fordi …"),
    ],
)
def test_a_comment_that_cannot_be_read(found: Found, said: str, hint: str) -> None:
    """The form is shown, with the code that was typed; nothing is accepted by it."""
    assert found(f"# frivilligrapport: {said}\nforslag: uoplyst") == (
        f"2014/tmf.yaml:13:3 fejl FR390\n  Bemærkningen »frivilligrapport: {said}« kan ikke læses.\n  {hint}\n"
        f"2014/tmf.yaml:14:10 {OPEN}"
    )


def test_an_unknown_code(found: Found) -> None:
    """A code that is near none is told as such."""
    lines = found("# frivilligrapport: accepter X7 fordi ja\nforslag: ingen").split("\n")
    assert lines == [
        "2014/tmf.yaml:13:30 fejl FR390",
        "  Koden »X7« findes ikke.",
        "  Skriv koden på den fejl eller advarsel, der skal accepteres.",
    ]


def test_two_codes(found: Found) -> None:
    """One comment is about one code."""
    assert found("# frivilligrapport: accepter FR312 og FR401 fordi ja\nforslag: uoplyst").split("\n")[1:3] == [
        "  Her står mere end én kode.",
        "  Skriv en bemærkning for hver kode, på hver sin linje.",
    ]


def test_a_comment_that_only_names_the_program(found: Found) -> None:
    """How to call the program may stand in a comment."""
    assert found("# frivilligrapport validate tmf.yaml\n# Lavet med frivilligrapport.\nforslag: ingen") == ""


@pytest.mark.parametrize(
    ("answer", "hint"),
    [("ingen", "Slet bemærkningen."), ("uoplyst", "FR312 findes i linje 14; flyt bemærkningen derhen.")],
)
def test_unused(found: Found, answer: str, hint: str) -> None:
    """A comment that meets nothing is to be deleted, or moved to where the finding is."""
    example = f"{WHY}\nperspektiver: ingen\n\nforslag: {answer}"
    assert found(example).split("\n")[:3] == [
        "2014/tmf.yaml:11:30 advarsel FR391",
        "  FR312 findes ikke i linje 12.",
        f"  {hint}",
    ]


@pytest.mark.parametrize(
    ("example", "code"),
    [
        ("forslg: ingen # frivilligrapport: accepter FR101 fordi feltet er nyt", "FR101"),
        ("tal: # frivilligrapport: accepter FR201 fordi ja\n  gæster: 20-30.000", "FR201"),
        ("kontakt: # frivilligrapport: accepter FR901 fordi ja\n  funktion: Ring 010199-5000", "FR901"),
    ],
)
def test_what_can_never_be_accepted(found: Found, example: str, code: str) -> None:
    """What cannot be read, and personal data, stays open, and the comment is told."""
    said = found(example)
    assert f"fejl {code}\n" in said
    assert f"fejl FR392\n  {code} kan ikke accepteres.\n  Ret det, og slet bemærkningen." in said


def test_drafts_cannot_be_accepted(found: Found) -> None:
    """A draft stays out of the report, whatever a comment says."""
    said = found("filstatus: udkast # frivilligrapport: accepter FR310 fordi det haster", build=True)
    assert [line.split()[-1] for line in said.split("\n") if line.startswith("2014")] == ["FR310", "FR392"]


def test_accepted_findings_keep_their_reason(tmp_path: Path) -> None:
    """The report prints them with the reason, as it does those of rapport.yaml."""
    body = status_file("TMF").replace("forslag: ingen", f"forslag: uoplyst {WHY}")
    samling = load(write_folder(tmp_path, {"2014/tmf.yaml": body}))
    aargang = samling.aargang(2014)
    assert aargang is not None
    accepted = examine_for_build(samling, aargang).accepted
    assert [(one.problem.code, one.problem.location.line, one.fordi) for one in accepted] == [
        ("FR312", 8, "ingen har svaret.")
    ]


def test_a_weight_of_the_municipality_does_not_matter(tmp_path: Path) -> None:
    """An error by the municipality's own choice can be accepted all the same."""
    body = status_file("TMF").replace("forslag: ingen", f"forslag: uoplyst {WHY}")
    samling = load(write_folder(tmp_path, {"2014/tmf.yaml": body}))
    assert all(one.problem.severity is Severity.ADVARSEL for one in examine(samling).accepted)
    assert "FR312" not in codes(examine(samling))


def test_a_lone_file(tmp_path: Path) -> None:
    """A file on its own is accepted in as well, and what needs the others is not called unused."""
    other = "# frivilligrapport: accepter FR343 fordi KFF ikke har indsatsen med."
    lone = tmp_path / "tmf.yaml"
    lone.write_text(TMF.replace("forslag: ingen", f"{other}\nforslag: uoplyst {WHY}"), encoding="utf-8")
    findings = examine(load_lone(lone, "tmf.yaml"))
    assert (codes(findings), [one.problem.code for one in findings.accepted]) == ([], ["FR312"])


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """A slip elsewhere in the file does not make its exceptions wrong; they are heeded in what is still found."""
    lone = tmp_path / "tmf.yaml"
    wrong = TMF.replace("forslag: ingen", f"forslag: uoplyst {WHY}").replace("navn: Naturens", "navn: @Naturens")
    lone.write_text(f"# frivilligrapport: accepter FR401 fordi ja\n{wrong}", encoding="utf-8")
    assert codes(examine(load_lone(lone, "tmf.yaml"))) == ["FR034"]


def test_another_year_is_not_asked(tmp_path: Path) -> None:
    """Where one year is built, nothing is said of comments in the files of another: those are not looked through."""
    files: dict[str, str | bytes] = {
        "2013/tmf.yaml": status_file("TMF", year=2013).replace("forslag: ingen", f"forslag: ingen {WHY}"),
        "2014/tmf.yaml": status_file("TMF"),
    }
    samling = load(write_folder(tmp_path, files))
    aargang = samling.aargang(2014)
    assert aargang is not None
    assert "FR391" not in codes(examine_for_build(samling, aargang))
    assert "FR391" in codes(examine(samling))
