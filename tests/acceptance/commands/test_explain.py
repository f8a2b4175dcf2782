"""`explain`, as a contact who has met a code and a committee that asks where a figure comes from run it."""

import ast
import re
from pathlib import Path

import pytest

from frivilligrapport.cli.commands.explain import HELP
from frivilligrapport.rendering.templates.shipped import guides
from support import git
from support.folders.work_folder import put, status_file
from support.program import Program
from support.repository import REPOSITORY, AsExpected, copenhagen

EXPECTED = Path(__file__).parent / "explain"
NO_GIT = "Mappen er ikke i git, så her kan ikke ses, hvornår linjerne er ændret.\n"
KURSER = "indsatser:\n  - id: a\n    navn: A\n    tilstand: afholdt\n    tal:\n      kurser: 3\n"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Give a copy of the repository's own work folder, outside git."""
    return copenhagen(tmp_path / "rapport")


def save(folder: Path) -> str:
    """Put everything into git on 2 March 2015; give the commit's first seven digits."""
    return git.save(folder, "2015-03-01T23:30:00-0200", "2015-03-09T12:00:00+0000")[:7]


@pytest.mark.parametrize(
    "asked", ["2014.frivillige", "2014.oekf.melodi-grand-prix.frivillige", "2014.kff.kurser-hos-cfsa.kurser"]
)
def test_where_a_figure_of_2014_comes_from(
    program: Program, reports: Path, asked: str, as_expected: AsExpected
) -> None:
    """The whole text is as it was when someone last read it through."""
    run = program("explain", asked, cwd=reports)
    assert (run.code, run.err) == (0, NO_GIT)
    as_expected(EXPECTED / f"{asked}.txt", run.out)


@pytest.mark.parametrize("asked", ["FR201", "fr201", "fr 201", "201"])
def test_a_code_is_explained(program: Program, tmp_path: Path, asked: str) -> None:
    """Title, weight, meaning, wrong and right; spelt in any way, without a work folder."""
    run = program("explain", asked, cwd=tmp_path)
    assert (run.code, run.err) == (0, "")
    assert run.out == (EXPECTED / "FR201.txt").read_text(encoding="utf-8")


def test_how_a_finding_is_accepted(program: Program, tmp_path: Path) -> None:
    """Both ways to accept a finding are told, with the very comment to write."""
    text = program("explain", "FR343", cwd=tmp_path).out
    assert "rapport.yaml under accepteret" in text
    assert "    # frivilligrapport: accepter FR343 fordi …\n\nMere om det: frivilligrapport explain regler\n" in text


@pytest.mark.parametrize("code", ["FR031", "FR201", "FR310", "FR390", "FR901"])
def test_what_cannot_be_accepted(code: str, program: Program, tmp_path: Path) -> None:
    """Nobody is led to believe that what cannot be read may be accepted."""
    text = program("explain", code, cwd=tmp_path).out
    assert "accepter FR" not in text.partition("Forkert:")[0]
    assert "Er det rigtigt set" not in text


@pytest.mark.parametrize("asked", ["tekst", "Skabeloner", "docs/koordinator.md"])
def test_a_guide_is_shown(program: Program, tmp_path: Path, asked: str) -> None:
    """Who has the program alone has its guides too, each by its name, without a work folder."""
    run = program("explain", asked, cwd=tmp_path)
    assert (run.code, run.err) == (0, "")
    guide = guides()[Path(asked).stem.lower()].read_text(encoding="utf-8")
    assert run.out.splitlines()[:9] == guide.splitlines()[:9]


def test_every_guide_that_is_promised_is_there() -> None:
    """A text that a user meets names a guide by what shows it, and never a file that only a checkout has."""
    nodes = [
        node
        for path in (REPOSITORY / "src").rglob("*.py")
        if re.search(r"docs/|frivilligrapport explain ", text := path.read_text(encoding="utf-8"))
        for node in ast.walk(ast.parse(text))
    ]
    for_readers_of_the_code = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    texts = [node for node in nodes if isinstance(node, ast.Constant) and id(node) not in for_readers_of_the_code]
    shown = [node.value for node in texts if isinstance(node.value, str)]
    assert [one for one in shown if re.search(r"docs/\w+\.md", one)] == []
    named = {name for one in shown for name in re.findall(r"frivilligrapport explain ([a-z]{5,})\b", one)}
    assert named >= {"tekst", "regler", "skabeloner", "fejlkoder"}
    assert named - {*guides()} == {"frivillige", "kajak", "bruger"}
    listed = HELP.partition("De er ")[2].rstrip(".\n").replace(" og ", ", ").split(",")
    assert {one.strip() for one in listed} == {*guides()} - {"ordliste"}


def test_an_example_that_no_text_can_show_is_described(program: Program, tmp_path: Path) -> None:
    """What is wrong with the bytes of a file is said in words."""
    run = program("explain", "FR001", cwd=tmp_path)
    assert "\nForkert: En fil, der er gemt som ANSI eller Windows-1252.\n" in run.out


@pytest.mark.parametrize(
    ("asked", "says", "hint"),
    [
        ("FR200", "Koden »FR200« findes ikke. Den nærmeste er FR201: Et tal kan læses på to måder.", "Alle koder: "),
        ("XY1", "Koden »XY1« findes ikke. Den nærmeste er FR001", "Alle koder: frivilligrapport explain fejlkoder"),
        (
            "hest",
            "»hest« er hverken en fejlkode, en vejledning eller et tals id, og intet tal har det i sig.",
            "En kode ser sådan ud: FR201.",
        ),
        (
            "2014",
            "»2014« er hverken en fejlkode, en vejledning eller et tals id, og intet tal har det i sig.",
            "Et tal ser sådan ud: 2014.pro",
        ),
        (
            "udgivelser",
            "»udgivelser« er hverken en fejlkode, en vejledning eller et tals id, og intet tal har det i sig. Mente ",
            "En kode ser sådan ud: FR201.",
        ),
        ("2014.kursr", "Der er intet tal med id'et »2014.kursr«.", "Mente du 2014.kurser, 2014.tmf.kurser eller"),
        ("2014.x", "Der er intet tal med id'et »2014.x«.", "Et tal ser sådan ud: 2014.projekter."),
        ("2010.kurser", "Der er ingen indberetninger for 2010.", "Årene i mappen indberetninger er: 2014."),
    ],
)
def test_what_is_not_known_gets_the_nearest(program: Program, folder: Path, asked: str, says: str, hint: str) -> None:
    """An unknown code, id or year gives exit 2, a sentence, and what was probably meant."""
    put(folder, "2014/tmf.yaml", status_file("TMF", KURSER))
    run = program("explain", asked, cwd=folder)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(says)
    assert hint in run.err.splitlines()[1]


def test_an_id_may_be_typed_as_it_is_said(program: Program, folder: Path) -> None:
    """Capital letters and æøå in an id are the same id, and the work folder can be named."""
    put(folder, "2014/oekf.yaml", status_file("ØKF", KURSER.replace("kurser", "møder")))
    run = program("explain", "2014.ØKF.Møder", "--folder", folder)
    assert (run.code, run.out.splitlines()[0]) == (0, "2014.oekf.moeder")


def test_the_commit_of_a_line(program: Program, folder: Path) -> None:
    """In git a line has its last change: the author's day and the commit, never a name, also run from a hook."""
    put(folder, "2014/tmf.yaml", status_file("TMF", KURSER))
    commit = save(folder)
    run = program("explain", "2014.kurser", cwd=folder, env={"GIT_DIR": "et andet sted"})
    assert (run.code, run.err) == (0, "")
    assert f"Linjen er sidst ændret 1. marts 2015 (commit {commit})." in " ".join(run.out.split())
    assert "Nordmand" not in run.out


def test_a_line_that_is_not_saved_in_git(program: Program, folder: Path) -> None:
    """What git has not got yet is said to be so: a changed line, and a file that is not in it at all."""
    (folder / "indberetninger" / "2014" / "sof.yaml").unlink()
    save(folder)
    put(folder, "2014/tmf.yaml", status_file("TMF", KURSER))
    put(folder, "2014/sof.yaml", status_file("SOF", KURSER))
    run = program("explain", "2014.kurser", cwd=folder)
    assert " ".join(run.out.split()).count("Linjen er ændret, siden der sidst blev gemt i git.") == 2


def test_a_copy_with_a_cut_off_history(program: Program, folder: Path, tmp_path: Path) -> None:
    """In a copy without the older commits the date is the latest that the change can have."""
    put(folder, "2014/tmf.yaml", status_file("TMF", KURSER))
    save(folder)
    put(folder, "2014/sof.yaml", status_file("SOF", KURSER))
    save(folder)
    copy = git.shallow_copy(folder, tmp_path / "kopi")
    run = program("explain", "2014.tmf.a.kurser", cwd=copy)
    assert "Linjen er ændret senest 1. marts 2015" in " ".join(run.out.split())


def test_a_machine_without_git(program: Program, folder: Path) -> None:
    """Without git the figure is followed all the same, and nothing is said of it."""
    put(folder, "2014/tmf.yaml", status_file("TMF", KURSER))
    run = program("explain", "2014.kurser", cwd=folder, env={"PATH": ""})
    assert (run.code, run.err) == (0, "")
    assert "Skrevet »3« i indberetninger/2014/tmf.yaml:14:15.\n" in run.out


def test_faults_in_the_files_are_mentioned(program: Program, folder: Path) -> None:
    """Where a figure could not be read the others are explained, with a word that some may be missing."""
    put(folder, "2014/tmf.yaml", status_file("TMF", KURSER))
    put(folder, "2014/sof.yaml", status_file("SOF", KURSER.replace("3", "2.6")))
    run = program("explain", "2014.kurser", cwd=folder)
    assert run.code == 0
    assert "Der er fejl i årets filer, så tal kan mangle." in run.err
    missing = program("explain", "2014.x", cwd=folder)
    assert missing.code == 2
    assert "Der er fejl i årets filer, så tal kan mangle." in missing.err


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ("1.200-1.400", ["2014.sof.stafetten.deltagere"]),
        ("Kursus", ["2014.sof.kursus.frivillige"]),
        ("frivillige", ["2014.frivillige", "2014.sof.frivillige", "2014.sof.kursus.frivillige"]),
        ("12", ["2014.sof.kursus.frivillige"]),
        ("SOF", ["2014.sof.stafetten.deltagere", "2014.sof.kursus.frivillige"]),
    ],
)
def test_a_figure_is_found_by_what_is_known_of_it(program: Program, folder: Path, asked: str, ids: list[str]) -> None:
    """By its value however it is written, its unit, or a name; of several, each is listed with its id."""
    indsats = "  - id: {}\n    navn: {}\n    tilstand: afholdt\n    tal:\n      {}\n"
    own = [("stafetten", "Stafetten", "deltagere: 1200 til 1400"), ("kursus", "Kursus", "frivillige: 12")]
    put(folder, "2014/sof.yaml", status_file("SOF", "indsatser:\n" + "".join(indsats.format(*one) for one in own)))
    run = program("explain", asked, cwd=folder)
    assert run.code == 0
    assert [line.split()[0] for line in run.out.splitlines() if line.startswith("2014.")] == ids


def test_what_only_an_earlier_year_has_is_found_there(program: Program, folder: Path) -> None:
    """A new year whose files nobody has written in yet hides nothing of the year before."""
    put(folder, "2014/tmf.yaml", status_file("TMF", KURSER))
    (folder / "indberetninger/2015").mkdir()
    put(folder, "2015/rapport.yaml", "titel: Rapport\når: 2015\nforslag: ingen\n")
    run = program("explain", "kurser", cwd=folder)
    assert run.code == 0
    assert "2014.tmf." in run.out
