"""`new`, as a contact and a coordinator run it."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from support.folders.small_years import body, indsats
from support.folders.two_years import forvaltning, register, write_years
from support.folders.work_folder import put
from support.program import Program, in_process
from support.repository import REPOSITORY
from support.terminal import at_terminal

FORVALTNINGER = ("bif", "buf", "kff", "oekf", "sof", "suf", "tmf")
NEW = ("new", "TMF", "--year", "2015")


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Give a work folder with what TMF did in 2013 and 2014, and a report to come for 2015."""
    before = {"tmf": body(indsats("gammel", tilstand="i gang"))}
    now = {"tmf": body(indsats("have", "projekter: 21", tilstand="i gang"), indsats("dag", "gæster: 200"))}
    root = write_years(tmp_path / "Mine år", before, now)
    (root / "indberetninger/2015").mkdir()
    (root / "indberetninger/2015/rapport.yaml").write_text("titel: R\når: 2015\nforslag: ingen\n", encoding="utf-8")
    return root


def made(root: Path, name: str = "tmf") -> str:
    """Give the new file, whose line ends are those of Unix everywhere."""
    data = (root / f"indberetninger/2015/{name}.yaml").read_bytes()
    assert b"\r" not in data
    return data.decode()


def test_a_new_file(program: Program, two: Path) -> None:
    """The path on stdout; on stderr what is in the file and how much is left; and no errors in it."""
    run = program("new", "tmf", "--year", "2015", cwd=two)
    assert (run.code, run.out) == (0, f"{two / 'indberetninger/2015/tmf.yaml'}\n")
    assert run.err == (
        "Fra indberetninger/2014/tmf.yaml: 1 indsats er skrevet ind.\n"
        "1 afholdt indsats står som bemærkninger. Slet # foran dem, der blev holdt igen i 2015.\n"
        "7 steder er mærket UDFYLD.\n"
        "Udfyld dem, og skriv så: frivilligrapport validate indberetninger/2015/tmf.yaml\n"
    )
    text = made(two)
    assert text.startswith("# yaml-language-server: $schema=../skema/statusfil.schema.json\n")
    assert text.count("# UDFYLD:") == 7
    checked = program("validate", "indberetninger/2015/tmf.yaml", cwd=two)
    assert checked.code == 0
    assert "FR312" in checked.out


def test_the_words_that_fields_may_have_stand_where_they_are_needed(program: Program, two: Path) -> None:
    """States, kinds and units stand above the indsatser, the municipality's own units too, each once."""
    register = two / "indberetninger/kommune.yaml"
    own = "enheder:\n  - enhed: ture\n    art: aktiviteter\n    ental: tur\n    definition: En tur i skoven.\n"
    register.write_text(register.read_text(encoding="utf-8") + own, encoding="utf-8")
    assert program("new", "tmf", "--year", "2015", cwd=two).code == 0
    above = made(two).partition("\nindsatser:")[0].rpartition("Alt, hvad der har et navn")[2]
    words = " ".join(above.replace("\n#", " ").split())
    assert "Art: program, projekt, arrangement," in words
    assert "Enheder under tal: ture, frivillige, deltagere," in words
    units = words.partition("Enheder under tal: ")[2].partition(".")[0].split(", ")
    assert "ture" in units
    assert len(units) == len(set(units))


@pytest.mark.full
def test_a_held_event_is_taken_in_however_its_marks_are_deleted(program: Program, two: Path) -> None:
    """With `# ` deleted it is read; with `#` alone `fix` moves it; and a `#- id` that was forgotten is one finding."""
    assert program("new", "tmf", "--year", "2015", cwd=two).code == 0
    whole = made(two).splitlines()
    first = next(number for number, line in enumerate(whole) if line.startswith("  # - id: dag"))
    last = next(number for number in range(first, len(whole)) if not whole[number].startswith("  #"))
    path = two / "indberetninger/2015/tmf.yaml"

    def checked(*old: str) -> str:
        held = [line.replace(old[min(n, len(old) - 1)], "", 1) for n, line in enumerate(whole[first:last])]
        path.write_text("\n".join([*whole[:first], *held, *whole[last:]]), encoding="utf-8")
        return program("validate", "indberetninger/2015/tmf.yaml", cwd=two).out

    assert "fejl" not in checked("# ")
    assert checked("#").count(": fejl ") == 1
    assert program("fix", "--yes", cwd=two).code == 0
    assert "fejl" not in program("validate", "indberetninger/2015/tmf.yaml", cwd=two).out
    for forgotten in (" ", "\0"):
        found = checked(forgotten, "# ")
        assert found.count(": fejl ") == 1
        assert "fejl FR020: Linjen er en bemærkning" in found


@pytest.fixture(scope="module")
def year_2015(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the files of 2015 from the real files of 2014, and the report that they are for."""
    root = tmp_path_factory.mktemp("2015")
    later = shutil.ignore_patterns("2015", "2016", "2017")
    shutil.copytree(REPOSITORY / "indberetninger", root / "indberetninger", ignore=later)
    report = (root / "indberetninger/2014/rapport.yaml").read_text(encoding="utf-8")
    (root / "indberetninger/2015").mkdir()
    report = report.replace("\når: 2014\n", "\når: 2015\n").partition("\naccepteret:")[0]
    put(root, "2015/rapport.yaml", f"{report}\n")
    assert in_process(root)("new", "--all", "--year", "2015").code == 0
    return root


@pytest.fixture(scope="module")
def findings_of_2015(year_2015: Path) -> list[dict[str, str]]:
    """Check all of them at once."""
    found: list[dict[str, str]] = json.loads(in_process(year_2015)("validate", "--format", "json").out)["fund"]
    return found


@pytest.mark.parametrize("name", FORVALTNINGER)
def test_every_forvaltning_of_2014(year_2015: Path, findings_of_2015: list[dict[str, str]], name: str) -> None:
    """From the real files of 2014 come files without an error."""
    file = f"indberetninger/2015/{name}.yaml"
    assert (year_2015 / file).exists()
    assert [one for one in findings_of_2015 if one["fil"] == file and one["vægt"] == "fejl"] == []
    assert any(one["fil"] == file for one in findings_of_2015)


def test_a_year_without_a_folder(program: Program, two: Path) -> None:
    """The folder is made, and the coordinator is told that there is no report yet."""
    shutil.rmtree(two / "indberetninger/2015")
    run = program("new", "SOF", "--year", "2015", cwd=two)
    assert run.code == 0
    assert run.err == (
        "Der er ingen tidligere fil fra SOF, så filen er begyndt forfra.\n"
        "Til den, der samler rapporten: indberetninger/2015 har ingen rapport.yaml, så 2015 har ingen rapport. "
        "Lav den med frivilligrapport new-year 2015.\n"
        "6 steder er mærket UDFYLD.\n"
        "Udfyld dem, og skriv så: frivilligrapport validate indberetninger/2015/sof.yaml\n"
    )
    assert not (two / "indberetninger/2015/rapport.yaml").exists()


def test_from_another_year_and_another_folder(program: Program, two: Path, tmp_path: Path) -> None:
    """The year to start from and the work folder can be named."""
    run = program("new", "TMF", "--year", "2015", "--from", "2013", "--folder", two, cwd=tmp_path)
    assert run.code == 0
    assert "id: gammel\n" in made(two)


def test_a_renamed_forvaltning_starts_from_its_predecessor(program: Program, tmp_path: Path) -> None:
    """What a forvaltning has taken over from another stands in that one's file."""
    kommune = register(forvaltning("SOF", til=2014), forvaltning("NYF", fra=2015, afloeser="SOF"))
    root = write_years(tmp_path, {}, {"sof": body(indsats("cafe", "gæster: 5", tilstand="i drift"))}, kommune=kommune)
    run = program("new", "nyf", "--year", "2015", cwd=root)
    assert run.err.startswith("Fra indberetninger/2014/sof.yaml: 1 indsats er skrevet ind.\n")
    assert "        forrige_år: 5\n" in made(root, "nyf")


def test_nothing_is_overwritten_without_being_asked(program: Program, two: Path) -> None:
    """A file that is there stays as it is, until --overwrite says otherwise."""
    path = two / "indberetninger/2015/tmf.yaml"
    path.write_text("mit arbejde", encoding="utf-8")
    run = program("new", "TMF", "--year", "2015", cwd=two)
    assert (run.code, run.out) == (2, "")
    assert run.err == (
        "indberetninger/2015/tmf.yaml findes allerede og er ikke rørt.\n   Skriv --overwrite for at erstatte den.\n"
    )
    assert path.read_text(encoding="utf-8") == "mit arbejde"
    assert program("new", "TMF", "--year", "2015", "--overwrite", cwd=two).code == 0
    assert "id: have" in made(two)


def test_a_file_under_another_name(program: Program, two: Path) -> None:
    """What somebody has called TMF.yaml is their work too."""
    (two / "indberetninger/2015/TMF-udkast.yaml").write_text("forvaltning: TMF\n", encoding="utf-8")
    run = program("new", "TMF", "--year", "2015", cwd=two)
    assert run.code == 2
    assert run.err.startswith("Der ligger allerede en fil fra TMF: indberetninger/2015/TMF-udkast.yaml.")


@pytest.mark.parametrize(
    ("words", "says", "hint"),
    [
        (
            ("TFM", "--year", "2015"),
            "Forvaltningen »TFM« findes ikke i 2015. Mente du TMF?",
            "Forvaltningerne i 2015 er TMF, SOF og ØKF.",
        ),
        (("NET", "--year", "2015"), "NET afleverer ikke en fil for sig.", "Netværket skriver i rapport.yaml."),
        (("TMF",), "Året mangler.", "Skriv for eksempel --year 2015."),
        (("TMF", "--year", "i år"), "»i år« er ikke et årstal.", None),
        (("TMF", "--year", "2015", "--from", "2015"), "--from 2015 er ikke før 2015.", "Skriv et tidligere år."),
        (
            ("TMF", "--year", "2015", "--from", "2012"),
            "Der er ingen fil fra TMF for 2012.",
            "Der er en fil fra 2013 og 2014.",
        ),
        (("TMF", "--year", "2015", "--folder", "væk"), "Mappen »væk« findes ikke.", None),
    ],
)
def test_wrong_use(program: Program, two: Path, words: tuple[str, ...], says: str, hint: str | None) -> None:
    """Exit 2, one clear sentence and what to write instead; nothing is written."""
    run = program("new", *words, cwd=two)
    assert (run.code, run.out) == (2, "")
    assert run.err.splitlines()[0] == says
    assert hint is None or run.err.splitlines()[1] == f"   {hint}"
    assert not (two / "indberetninger/2015/tmf.yaml").exists()


def test_an_unreadable_file_is_not_passed_over(program: Program, two: Path) -> None:
    """Starting from an older year instead would lose last year's indsatser without a word."""
    (two / "indberetninger/2014/tmf.yaml").write_bytes(b"PK\x03\x04")
    run = program("new", "TMF", "--year", "2015", cwd=two)
    assert run.code == 2
    assert run.err.startswith("indberetninger/2014/tmf.yaml kan ikke læses")
    assert program("new", "TMF", "--year", "2015", "--from", "2013", cwd=two).code == 0


def test_questions(program: Program, two: Path) -> None:
    """With --interactive the answers are in the file, and a wrong figure is asked for again."""
    answers = "Konsulent\n\n\n21-\nca. 25\nj\n\n"
    run = program(*NEW, "--interactive", cwd=two, typed=answers)
    assert run.code == 0
    said = run.err
    assert "Hvilken funktion kan svare på spørgsmål? En stilling, aldrig et navn [uoplyst]: " in said
    assert "Skal »Have« (i gang) med for 2015? [J/n]: " in said
    assert said.count("Hvor mange projekter i 2015? (2014: 21) [uoplyst]: ") == 2
    assert "Blev »Dag« holdt igen i 2015? [j/N]: " in said
    text = made(two)
    assert "  funktion: Konsulent\n  postkasse: uoplyst  # UDFYLD" in text
    assert "        antal: ca. 25\n        forrige_år: 21\n" in text
    assert "  - id: dag\n    navn: Dag\n    tilstand: afholdt\n" in text


def test_questions_without_an_end(program: Program, two: Path) -> None:
    """When nobody answers any more, nothing has been written."""
    run = program(*NEW, "--interactive", cwd=two, typed="Konsulent\n")
    assert run.code == 130
    assert run.err.endswith("Afbrudt.\n")
    assert not (two / "indberetninger/2015/tmf.yaml").exists()


@pytest.mark.full
@pytest.mark.parametrize(("answer", "code", "is_kept"), [("n", 130, True), ("", 130, True), ("j", 0, False)])
def test_a_terminal_is_asked_before_a_file_is_replaced(two: Path, answer: str, code: int, is_kept: bool) -> None:
    """On a terminal there is a question, and Enter keeps the file."""
    path = two / "indberetninger/2015/tmf.yaml"
    path.write_text("mit arbejde", encoding="utf-8")
    run, shown = at_terminal(*NEW, cwd=two, on=["stdin", "stderr"], typed=f"{answer}\n")
    assert run.code == code
    assert "tmf.yaml findes allerede. Skal den erstattes af en ny? [j/N]: " in shown
    assert (path.read_text(encoding="utf-8") == "mit arbejde") is is_kept


@pytest.mark.parametrize(("frist", "is_told"), [("", True), ("frist: uoplyst\n", True), ("frist: 2016-02-01\n", False)])
def test_letters_without_a_deadline_are_told(frist: str, is_told: bool, program: Program, two: Path) -> None:
    """A letter that names no day is sent once only, so that it is said before."""
    put(two, "2015/rapport.yaml", f"titel: R\når: 2015\nforslag: ingen\n{frist}")
    run = program("new", "--all", "--year", "2015", cwd=two)
    assert run.code == 0
    told = "Fristen er ikke oplyst i indberetninger/2015/rapport.yaml, så følgebrevene nævner ingen.\n"
    assert (told in run.err) is is_told


def test_what_nobody_has_begun_on_is_not_over(program: Program, two: Path) -> None:
    """Of an untouched file nobody knows what is gone: neither `compare` nor a draft says that anything has ended."""
    assert program("new", "tmf", "--year", "2015", cwd=two).code == 0
    out = program("compare", "2014", "2015", cwd=two).out
    assert "Slut\n" not in out
    assert "Filen fra TMF for 2015 er ikke begyndt: 2 indsatser i 2014" in " ".join(out.split())
    assert program("build", "2015", "--draft", "--format", "md", "--document", "faktaark", cwd=two).code == 0


def test_files_for_all_who_lack_one(program: Program, two: Path) -> None:
    """Each gets a file, and a zip with the same file and a letter; who has one is left alone, and the bytes repeat."""
    own = "forvaltning: TMF\når: 2015\n"
    put(two, "2015/tmf.yaml", own)
    run = program("new", "--all", "--year", "2015", cwd=two)
    assert run.code == 0
    assert (two / "indberetninger/2015/tmf.yaml").read_text("utf-8") == own
    assert sorted(path.name for path in (two / "udsendelse/2015").iterdir()) == ["oekf.zip", "sof.zip"]
    with zipfile.ZipFile(two / "udsendelse/2015/sof.zip") as package:
        assert package.namelist() == ["LÆS MIG.txt", "sof.yaml"]
        assert package.read("sof.yaml") == (two / "indberetninger/2015/sof.yaml").read_bytes()
        letter = package.read("LÆS MIG.txt").decode("utf-8-sig")
    assert letter.startswith("Emne: Bidrag fra SOF til »R«, 2015\r\n")
    assert "åbn sof.yaml i Notesblok" in letter
    first = (two / "udsendelse/2015/sof.zip").read_bytes()
    (two / "indberetninger/2015/sof.yaml").unlink()
    assert program("new", "--all", cwd=two).code == 0
    assert (two / "udsendelse/2015/sof.zip").read_bytes() == first
    again = program("new", "--all", cwd=two)
    assert (again.code, again.out, again.err) == (0, "", "Alle forvaltninger har en fil for 2015.\n")


@pytest.mark.parametrize("words", [("TMF", "--all"), ("--all", "--overwrite"), ()])
def test_all_or_one(program: Program, two: Path, words: tuple[str, ...]) -> None:
    """It is one forvaltning or all who lack a file; anything else is one sentence, and nothing is written."""
    run = program("new", *words, cwd=two)
    assert (run.code, run.out) == (2, "")
    assert not (two / "udsendelse").exists()
