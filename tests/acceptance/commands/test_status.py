"""`status`, as the coordinator and CI run it."""

import json
import os
from pathlib import Path

import pytest

from support import git
from support.folders.work_folder import RAPPORT, put, status_file, write_folder
from support.program import Program

CONTACT = "kontakt:\n  funktion: Frivilligkonsulent\n  postkasse: {}@kommune.dk\n"
INDSATSER = "indsatser:\n  - id: have\n    navn: Byhaver\n    tilstand: i gang\n    tal:\n      frivillige: uoplyst\n"
NETWORK = "  - id: netvaerk\n    forkortelse: FN\n    navn: Frivillignettet\n    type: klub\n"
DAY = {"SOURCE_DATE_EPOCH": "1422403200"}  # 28 January 2015


@pytest.fixture
def awaited(tmp_path: Path) -> Path:
    """Give a year with a deadline: one file is ready, one is a draft with a fault, and one has not come."""
    report = RAPPORT + "frist: 2015-02-01\nrækkefølge: [ØKF, TMF, SOF]\n"
    draft = status_file("SOF", INDSATSER + "tema: [grøn]\n").replace("filstatus: klar", "filstatus: udkast")
    files = {
        "2013/oekf.yaml": status_file("ØKF", CONTACT.format("oekf") + "indsatser: ingen\n", 2013),
        "2014/rapport.yaml": report,
        "2014/tmf.yaml": status_file("TMF", CONTACT.format("tmf") + "indsatser: ingen\n"),
        "2014/sof.yaml": draft,
    }
    root = write_folder(tmp_path / "Mit år", files)
    for name in (*files, "kommune.yaml"):
        os.utime(root / "indberetninger" / name, (1421150400, 1421150400))  # 13 January 2015 at noon
    return root


def test_the_overview(program: Program, awaited: Path) -> None:
    """A line for each forvaltning in print order, and the deadline; that something is missing is no failure."""
    run = program("status", cwd=awaited, env=DAY)
    assert (run.code, run.err) == (0, "")
    assert run.out == (
        "Statusfiler for 2014, Prøvekøbing Kommune\n"
        "Frist: 1. februar 2015 (4 dage til fristen)\n"
        "Modtaget fra 1 af 3 forvaltninger. SOF er i gang. Der mangler ØKF.\n"
        "\n"
        "Forvaltning  Filstatus      Fejl  Advarsler  Besvaret  Ændret\n"
        "ØKF          ikke modtaget  -     -          -         -\n"
        "TMF          klar           0     0          6 af 6    13.1.2015\n"
        "SOF          i gang         1     0          4 af 7    13.1.2015\n"
        "\n"
        "Andre filer                       Fejl  Advarsler  Ændret\n"
        "indberetninger/2014/rapport.yaml  0     0          13.1.2015\n"
        "\n"
        "»Besvaret« er spørgsmål med et svar. »uoplyst« tæller ikke som et svar, men\n"
        "»ingen« gør.\n"
    )


@pytest.mark.parametrize(
    ("seconds", "says"),
    [
        ("1422662400", "1 dag til fristen"),  # 31 January
        ("1422748800", "fristen er i dag"),
        ("1422835200", "1 dag over fristen"),
        ("1423008000", "3 dage over fristen"),
    ],
)
def test_days_to_the_deadline(program: Program, awaited: Path, seconds: str, says: str) -> None:
    """Days are counted to the deadline and from it."""
    assert f"({says})" in program("status", cwd=awaited, env={"SOURCE_DATE_EPOCH": seconds}).out


def test_a_day_that_cannot_be_read(program: Program, awaited: Path) -> None:
    """A setting of the machine's that is no number of seconds is wrong use."""
    run = program("status", cwd=awaited, env={"SOURCE_DATE_EPOCH": "i går"})
    assert run.code == 2
    assert run.err.startswith("SOURCE_DATE_EPOCH er »i går« og kan ikke læses.")


def test_markdown_for_a_summary(program: Program, awaited: Path) -> None:
    """The same as tables that GitHub and GitLab show."""
    run = program("status", "2014", "--format", "markdown", cwd=awaited, env=DAY)
    assert run.code == 0
    lines = run.out.splitlines()
    assert lines[0] == "## Statusfiler for 2014, Prøvekøbing Kommune"
    assert lines[5:10] == [
        "| Forvaltning | Filstatus | Fejl | Advarsler | Besvaret | Ændret |",
        "| --- | --- | --- | --- | --- | --- |",
        "| ØKF | ikke modtaget |  |  |  |  |",
        "| TMF | klar | 0 | 0 | 6 af 6 | 13.1.2015 |",
        "| SOF | i gang | 1 | 0 | 4 af 7 | 13.1.2015 |",
    ]


def test_json_for_other_programs(program: Program, awaited: Path) -> None:
    """Numbers are numbers, and what is not known is null."""
    run = program("status", "--format", "json", "--reminder", cwd=awaited, env=DAY)
    found = json.loads(run.out)
    assert (found["år"], found["frist"], found["dage_til_fristen"]) == (2014, "2015-02-01", 4)
    missing, ready, draft = found["forvaltninger"]
    assert (missing["filstatus"], missing["modtaget"], missing["besvaret"]) == ("ikke modtaget", False, None)
    assert missing["fil"] == "indberetninger/2014/oekf.yaml"
    assert (draft["fejl"], draft["besvaret"], draft["spørgsmål"]) == (1, 4, 7)
    assert draft["ubesvaret"] == ["kontaktens funktion", "kontaktens postkasse", "frivillige i »Byhaver«"]
    assert ready["ændret"] == {"dato": "2015-01-13", "kilde": "fil", "måske_tidligere": False}
    assert ready["påmindelse"] is None
    assert "frivilligrapport new ØKF --year 2014" in missing["påmindelse"]


def test_reminders(program: Program, awaited: Path) -> None:
    """Whoever is awaited gets a text that says what, where, by when and how, sent to where they answered last year."""
    run = program("status", "--reminder", cwd=awaited, env=DAY)
    missing, draft = run.out.split("----------------------------------------\n\n")
    assert missing.rstrip() == (
        "Til: oekf@kommune.dk\n"
        "Emne: Bidrag fra ØKF til »Rapport«, 2014\n"
        "\n"
        "Til frivilligkonsulent i Økonomiforvaltningen\n"
        "\n"
        "Vi har endnu ikke fået en statusfil fra ØKF. Fristen er den 1. februar 2015 (4\n"
        "dage til fristen).\n"
        "\n"
        "Lav filen med denne kommando:\n"
        "  frivilligrapport new ØKF --year 2014\n"
        "Så er indsatserne fra 2013 skrevet ind på forhånd.\n"
        "Filen bliver lagt i indberetninger/2014/oekf.yaml. Det, I skal svare på, er\n"
        "mærket UDFYLD.\n"
        "\n"
        "Se efter, om der er fejl:\n"
        "  frivilligrapport validate indberetninger/2014/oekf.yaml\n"
        "Skriv filstatus: klar i filen, når den er færdig.\n"
        "\n"
        "Er der noget, I ikke ved, så skriv uoplyst. Det er et ærligt svar, og rapporten\n"
        "siger det, som det er.\n"
        "\n"
        "Skriv endelig, hvis noget driller."
    )
    assert "Vi har fået jeres fil, og den er stadig et udkast." in draft
    assert "4 af 7 spørgsmål er besvaret. Tilbage er kontaktens funktion, kontaktens" in draft
    assert "Programmet har fundet 1 fejl:\n  Linje 15: " in draft
    assert "TMF" not in run.out


def test_the_command_of_a_reminder_works(program: Program, awaited: Path) -> None:
    """What the reminder says to write makes the file that it names."""
    text = program("status", "--reminder", cwd=awaited).out
    words = next(line for line in text.splitlines() if "frivilligrapport new" in line).split()[1:]
    assert program(*words, cwd=awaited).code == 0
    assert (awaited / "indberetninger/2014/oekf.yaml").exists()


def test_nobody_to_remind(program: Program, folder: Path) -> None:
    """When all files are ready there is nothing to send."""
    assert program("status", "--reminder", cwd=folder).out == "Alle har afleveret en fil, der er klar eller godkendt.\n"


def test_reminders_in_markdown_stay_as_they_are_sent(program: Program, awaited: Path) -> None:
    """Each stands in a block of its own, where no sign in it means anything."""
    out = program("status", "--reminder", "--format", "markdown", cwd=awaited, env=DAY).out
    assert out.startswith("### ØKF\n\n```text\nTil: oekf@kommune.dk\n")
    assert out.count("```") == 4


def test_a_file_that_cannot_be_read(program: Program, awaited: Path) -> None:
    """A file is there, but nothing in it is known."""
    (awaited / "indberetninger/2014/tmf.yaml").write_bytes(b"PK\x03\x04")
    run = program("status", cwd=awaited, env=DAY)
    assert run.code == 0
    assert "TMF          kan ikke læses  1     0          -" in run.out


def test_a_delivery_under_a_wrong_name(program: Program, awaited: Path) -> None:
    """Somebody has delivered, but under a name that is not read: that is said, and so is what to do."""
    path = awaited / "indberetninger/2014/oekf-ny.yaml"
    path.write_text(status_file("ØKF"), encoding="utf-8")
    assert (
        "ØKF: indberetninger/2014/oekf-ny.yaml hører ikke til her og bliver ikke læst."
        in program("status", cwd=awaited).out
    )
    reminder = program("status", "--reminder", cwd=awaited).out
    assert "Vi har fået filen indberetninger/2014/oekf-ny.yaml" in reminder
    assert "Kald filen indberetninger/2014/oekf.yaml" in reminder


def test_a_background_year(program: Program, awaited: Path) -> None:
    """In a year without a report nobody is missing."""
    run = program("status", "2013", cwd=awaited)
    assert run.code == 0
    assert "Året har ingen rapport.yaml, så ingen mangler at aflevere." in run.out
    assert "TMF          ingen fil" in run.out
    said = "Året har ingen rapport.yaml, så ingen mangler at aflevere.\n"
    assert program("status", "2013", "--reminder", cwd=awaited).out == said


def test_dates_from_git(program: Program, awaited: Path) -> None:
    """In git a file was changed on the day of its commit; one that is being worked on, when it was saved."""
    git.save(awaited, "2015-01-20T12:00:00+0100")
    path = awaited / "indberetninger/2014/sof.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# mere\n", encoding="utf-8")
    os.utime(path, (1421841600, 1421841600))  # 21 January 2015 at noon
    out = program("status", cwd=awaited).out
    assert "6 af 6    20.1.2015\n" in out
    assert "4 af 7    21.1.2015\n" in out
    copy = git.shallow_copy(awaited, awaited.parent / "kopi")
    assert "6 af 6    senest 20.1.2015\n" in program("status", cwd=copy).out


def test_a_file_that_nobody_has_begun_on_is_not_received(program: Program, awaited: Path) -> None:
    """As `new` wrote it a file is "ikke begyndt": no sentence says that it has come, and none of it is counted."""
    assert program("new", "ØKF", "--year", "2014", cwd=awaited).code == 0
    run = program("status", cwd=awaited, env=DAY)
    assert "Modtaget fra 1 af 3 forvaltninger. SOF er i gang. ØKF er ikke begyndt." in " ".join(run.out.split())
    reminder = program("status", "--reminder", cwd=awaited, env=DAY).out.split("-----\n")[0]
    assert "den er ikke begyndt" in reminder
    assert "Vi har fået" not in reminder


def test_a_unit_whose_type_cannot_be_read(program: Program, awaited: Path) -> None:
    """What may be the network is not awaited, as `validate` does not miss it either."""
    register = awaited / "indberetninger/kommune.yaml"
    text = register.read_text(encoding="utf-8")
    register.write_text(text.replace("forvaltninger:\n", f"forvaltninger:\n{NETWORK}", 1), encoding="utf-8")
    run = program("status", cwd=awaited, env=DAY)
    assert run.code == 0
    assert "Modtaget fra 1 af 3 forvaltninger." in run.out
    assert "FN" not in program("status", "--reminder", cwd=awaited, env=DAY).out


def test_what_was_carried_over_is_no_answer_of_theirs(program: Program, awaited: Path) -> None:
    """Of a file that nobody has begun on, no question is answered, though `new` has filled in last year's."""
    assert program("new", "ØKF", "--year", "2014", cwd=awaited).code == 0
    told = json.loads(program("status", "--format", "json", cwd=awaited, env=DAY).out)
    (found,) = (one for one in told["forvaltninger"] if one["forvaltning"] == "ØKF")
    assert (found["besvaret"], len(found["ubesvaret"])) == (0, found["spørgsmål"])


def test_the_report_says_who_has_not_begun(program: Program, awaited: Path) -> None:
    """In the table of who says what, a file that nobody has begun on is not called missing."""
    assert program("new", "ØKF", "--year", "2014", cwd=awaited).code == 0
    told = status_file("TMF", INDSATSER.replace("i gang", "gennemført").replace("uoplyst", "12"))
    put(awaited, "2014/tmf.yaml", told)
    run = program("build", "--draft", "--format", "md", "--document", "tabelbilag", cwd=awaited)
    assert run.code == 0, run.err
    text = (awaited / "udgivelser/2014/tabelbilag.md").read_text(encoding="utf-8")
    assert "| ØKF | ikke begyndt |" in text
    assert "| ØKF | ikke modtaget" not in text


@pytest.mark.parametrize("content", ["", "# intet\n", "forvaltning: [SOF\n", "PNG"])
def test_what_cannot_be_read_is_not_received(content: str, program: Program, folder: Path) -> None:
    """Of a file that cannot be read nobody knows whether it is finished: it is told of, and does not count."""
    put(folder, "2014/sof.yaml", content)
    assert "Modtaget fra 2 af 3 forvaltninger. Filen fra SOF kan ikke læses.\n" in program("status", cwd=folder).out


def test_a_file_for_another_year_is_no_delivery(program: Program, folder: Path) -> None:
    """A draft says so and counts nothing of a file that is about another year; so does the overview."""
    own = "indsatser:\n  - id: dag\n    navn: Dagen\n    tilstand: afholdt\n    tal:\n      frivillige: 4711\n"
    put(folder, "2014/tmf.yaml", status_file("TMF", own).replace("år: 2014", "år: 2013"))
    assert program("build", "--draft", "--format", "md", "--document", "statusrapport", cwd=folder).code == 0
    text = (folder / "udgivelser/2014/statusrapport.md").read_text(encoding="utf-8")
    assert "4711" not in text.replace(".", "")
    assert "Filen fra TMF er for et andet år." in text
    assert "Filen fra TMF er for et andet år." in program("status", cwd=folder).out


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "Vi har endnu ikke fået en statusfil fra TMF."),
        ("forvaltning: [TMF", "Vi har fået jeres fil, men den kan ikke læses."),
        (status_file("TMF").replace("klar", "udkast"), "Vi har fået jeres fil, og den er stadig et udkast."),
        (
            status_file("TMF").replace("2014", "2013"),
            "Vi har fået jeres fil, men der står i den, at den er for et andet år.",
        ),
        (
            status_file("TMF", "tema: [grøn]\n"),
            "Tak for jeres fil. Den er klar, men der er noget i den, som skal rettes.",
        ),
        (
            status_file("TMF", "tema: [grøn]\n").replace("klar", "godkendt"),
            "Tak for jeres fil. Den er godkendt, men der er noget i den, som skal rettes.",
        ),
    ],
)
def test_each_state_has_its_own_letter(content: str | None, says: str, program: Program, folder: Path) -> None:
    """Nothing has come, it cannot be read, it is a draft or of another year, or it is finished and has errors."""
    path = folder / "indberetninger/2014/tmf.yaml"
    path.unlink() if content is None else path.write_text(content, encoding="utf-8")
    letter = " ".join(program("status", "--reminder", cwd=folder).out.split())
    assert says in letter
    assert ("Skriv filstatus: klar" in letter) == (not says.startswith("Tak"))


def test_a_letter_says_what_is_wrong_and_where(program: Program, folder: Path) -> None:
    """Who has the file and not the program reads what to write, and on which line; of many the first, and how many."""
    put(folder, "2014/tmf.yaml", status_file("TMF", "indsatser: ingen\ntema: [grøn]\n"))
    letter = " ".join(program("status", "--reminder", cwd=folder).out.split())
    assert "Programmet har fundet 1 fejl: Linje 10: Feltet »tema« hører ikke til her" in letter
    put(
        folder,
        "2014/tmf.yaml",
        status_file("TMF", "indsatser: ingen\n" + "".join(f"felt{letter}: x\n" for letter in "abcdefghijk")),
    )
    letter = program("status", "--reminder", cwd=folder).out
    assert (letter.count("  Linje "), "Dertil 3 fejl mere." in letter) == (8, True)


def test_a_register_that_cannot_be_read(program: Program, folder: Path) -> None:
    """Where no forvaltning is known nobody is missing, so it is said why, and where to look."""
    (folder / "indberetninger/kommune.yaml").write_text("kommune: [\n", encoding="utf-8")
    run = program("status", cwd=folder)
    assert run.err.startswith("Der kan ikke læses nogen forvaltninger i indberetninger/kommune.yaml.")
