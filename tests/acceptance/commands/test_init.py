"""`init`, as whoever starts the work in another municipality runs it."""

import json
import re
from pathlib import Path

import pytest

from support.program import Program
from support.repository import REPOSITORY
from support.terminal import at_terminal

NAMED = ("--forvaltning", "BMF: By- og Miljøforvaltningen", "--forvaltning", "SSÆ: Social, Sundhed og Ældre")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a name for a folder that is not there yet, with a space and an æ in it."""
    return tmp_path / "Nye sager" / "læs her"


@pytest.mark.full
def test_from_nothing_to_a_draft(program: Program, root: Path) -> None:
    """A new folder is valid at once, takes a new status file, tells who is missing, and builds a draft."""
    made = program("init", root, "--kommune", "Frederiksberg", "--year", "2025", *NAMED)
    assert (made.code, made.out) == (0, f"{root}\n")
    assert made.err == (
        "Arbejdsmappen til Frederiksberg Kommune er klar. LÆSMIG.md i mappen siger, hvad I gør nu.\n"
        "Gå derefter til mappen, og skriv: frivilligrapport new --all --year 2025\n"
    )
    assert program("new", "ssæ", "--year", "2025", cwd=root).out == f"{root / 'indberetninger/2025/ssae.yaml'}\n"
    checked = program("validate", cwd=root)
    assert checked.code == 0
    assert " fejl " not in checked.out
    status = program("status", cwd=root)
    assert status.code == 0
    assert "Modtaget fra 0 af 2 forvaltninger. SSÆ er ikke begyndt. Der mangler BMF." in status.out
    built = program("build", "--draft", "--document", "statusrapport", cwd=root)
    assert (built.code, len(built.out.splitlines())) == (0, 3)
    report = (root / "udgivelser/2025/statusrapport.md").read_text(encoding="utf-8")
    assert report.startswith("# Frivillighed i Frederiksberg Kommune\n")
    assert "Social, Sundhed og Ældre" in report


def test_the_first_pages_are_shown_as_they_are_written(program: Program, root: Path) -> None:
    """What stands in comments about them can be used as it stands: only the story's names lead nowhere yet."""
    assert program("init", root, "--kommune", "Frederiksberg", "--year", "2025", *NAMED).code == 0
    path = root / "indberetninger/2025/rapport.yaml"
    text, _, shown = path.read_text(encoding="utf-8").partition("# Rapportens to første sider")
    lines = [line.removeprefix("#   ") for line in shown.splitlines() if line.startswith("#   ")]
    fields = "\n".join(line for line in lines if not re.match(r"[A-ZÆØÅ]", line))
    fields = re.sub("grundlag: .*", "grundlag: samtykke", fields)
    path.write_text(f"{text}{fields}\n", encoding="utf-8")
    found = program("validate", path, cwd=root)
    codes = set(re.findall(r"(?:fejl|advarsel) (FR\d+)", found.out))
    assert codes <= {"FR312", "FR313", "FR322", "FR358", "FR363", "FR365", "FR468"}, found.out
    assert "hovedbudskaber" in fields
    assert "nøgletal" in fields
    assert "historier" in fields


def test_without_forvaltninger_there_is_an_example(program: Program, root: Path) -> None:
    """A folder that names none is valid too: one stands there to be replaced, and both the file and we say so."""
    made = program("init", root, "--kommune", "Frederiksberg Kommune", "--year", "2025")
    assert "Skriv først jeres forvaltninger i indberetninger/kommune.yaml. Nu står der et eksempel.\n" in made.err
    register = (root / "indberetninger/kommune.yaml").read_text(encoding="utf-8")
    assert "kommune: Frederiksberg Kommune\n" in register
    assert "forvaltninger:  # UDFYLD: ret til jeres egne forvaltninger\n" in register
    assert "    navn: Eksempelforvaltningen\n" in register
    assert program("validate", cwd=root).code == 0


def test_what_is_in_the_folder(program: Program, root: Path) -> None:
    """There is a guide, help for the editor, an empty folder for templates, and git leaves finished documents alone."""
    assert program("init", root, "--kommune", "Ærø", "--year", "2025", *NAMED).code == 0
    assert "\n/udgivelser/\n" in (root / ".gitignore").read_text(encoding="utf-8")
    assert list((root / "skabeloner").iterdir()) == []
    guide = (root / "LÆSMIG.md").read_text(encoding="utf-8")
    assert guide.startswith("# Frivillighed i Ærø Kommune\n")
    assert "\n       frivilligrapport new --all --year 2025\n" in guide
    assert all(len(line) <= 120 for line in guide.splitlines())
    for path in (REPOSITORY / ".vscode").iterdir():
        assert json.loads((root / ".vscode" / path.name).read_bytes()) == json.loads(path.read_bytes())
    assert program("schema", "--check", cwd=root).code == 0
    for name, schema in (("kommune", "skema/kommune"), ("2025/rapport", "../skema/rapport")):
        first = (root / f"indberetninger/{name}.yaml").read_text(encoding="utf-8").splitlines()[0]
        assert first == f"# yaml-language-server: $schema={schema}.schema.json"


def test_indberetninger_are_never_touched(program: Program, root: Path) -> None:
    """Where there is a work folder already, nothing at all is written."""
    assert program("init", root, "--kommune", "Ærø", "--year", "2025").code == 0
    (root / "LÆSMIG.md").unlink()
    before = (root / "indberetninger/kommune.yaml").read_bytes()
    again = program("init", root, "--kommune", "Frederiksberg", "--year", "2026")
    assert (again.code, again.out) == (2, "")
    assert again.err.startswith(f"Mappen »{root}« har allerede indberetninger, og intet er rørt.\n")
    assert (root / "indberetninger/kommune.yaml").read_bytes() == before
    assert not (root / "LÆSMIG.md").exists()


def test_other_files_in_the_folder_stay(program: Program, root: Path) -> None:
    """A folder with other things in it is filled up around them, and they are named."""
    root.mkdir(parents=True)
    (root / ".gitignore").write_text("min egen\n", encoding="utf-8")
    made = program("init", root, "--kommune", "Ærø", "--year", "2025")
    assert made.code == 0
    assert made.err.startswith(".gitignore var der i forvejen og er ikke rørt.\n")
    assert (root / ".gitignore").read_text(encoding="utf-8") == "min egen\n"
    assert (root / "LÆSMIG.md").exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "Kommunens navn mangler."),
        (("--kommune", " - "), "Kommunens navn mangler."),
        (("--kommune", "Ærø", "--year", "25"), "»25« er ikke et årstal."),
        (
            ("--kommune", "Ærø", "--forvaltning", "Socialområdet"),
            "»Socialområdet« er ikke en forkortelse, et kolon og et navn.",
        ),
        (
            ("--kommune", "Ærø", "--forvaltning", "A: Et", "--forvaltning", "a: To"),
            "Forkortelsen »a« er brugt to gange.",
        ),
        (
            ("--kommune", "Ærø", "--forvaltning", "Rapport: Centret"),
            "»Rapport« er navnet på en af programmets egne filer.",
        ),
        (("--kommune", "Ærø", "--forvaltning", "§: Juraen"), "Forkortelsen »§« har ingen bogstaver."),
        (
            ("--kommune", "Ærø", "--forvaltning", "A: 010199-5000"),
            "Et navn ligner et CPR-nummer, og det må ikke stå i filerne.",
        ),
    ],
)
def test_wrong_use(program: Program, root: Path, words: tuple[str, ...], says: str) -> None:
    """Exit 2, one clear sentence and what to write instead; nothing is written."""
    run = program("init", root, *words)
    assert (run.code, run.out) == (2, "")
    assert run.err.splitlines()[0] == says
    assert run.err.splitlines()[1].startswith("   ")
    assert "5000" not in run.err
    assert not root.exists()


def test_a_file_is_no_folder(program: Program, tmp_path: Path) -> None:
    """The name of a file is refused before anything is asked."""
    (tmp_path / "fil").write_text("", encoding="utf-8")
    run = program("init", tmp_path / "fil", "--kommune", "Ærø")
    assert (run.code, run.err.splitlines()[0]) == (2, f"»{tmp_path / 'fil'}« er en fil og ikke en mappe.")


def test_nothing_is_left_when_it_cannot_be_written(program: Program, root: Path) -> None:
    """A folder that cannot be filled is left as it was found."""
    root.mkdir(parents=True)
    (root / ".vscode").write_text("en fil, hvor en mappe skulle være", encoding="utf-8")
    run = program("init", root, "--kommune", "Ærø", "--year", "2025")
    assert run.code == 4
    assert [path.name for path in root.iterdir()] == [".vscode"]


@pytest.mark.full
def test_a_terminal_is_asked(root: Path) -> None:
    """Who leaves out the names is asked for them, one after the other; a wrong answer is asked for again."""
    answers = "Frederiksberg\nBMF By og Miljø\nBMF: By og Miljø\n\n"
    run, shown = at_terminal("init", root, "--year", "2025", cwd=root.parents[1], on=["stdin", "stderr"], typed=answers)
    assert run.code == 0
    assert "Hvilken kommune er det?: " in shown
    assert "»BMF By og Miljø« er ikke en forkortelse, et kolon og et navn." in shown
    register = (root / "indberetninger/kommune.yaml").read_text(encoding="utf-8")
    assert "kommune: Frederiksberg Kommune\n" in register
    assert "    navn: By og Miljø\n" in register
    assert "Eksempel" not in register


@pytest.mark.parametrize("name", ["CON", "aux", "Nul", "PRN", "COM1", "lpt9"])
def test_names_that_windows_keeps_for_itself(program: Program, tmp_path: Path, name: str) -> None:
    """A forvaltning whose file Windows could not hold is refused, and nothing is made."""
    run = program("init", "ny", "--kommune", "Prøve", "--forvaltning", f"{name}: Teknik", cwd=tmp_path)
    assert run.code == 2
    assert "Windows" in run.err
    assert not (tmp_path / "ny").exists()


def test_typed_signs_are_not_shown_raw(program: Program, tmp_path: Path) -> None:
    """What was typed and is told again cannot colour the screen, turn the text round or begin a command."""
    for typed in ("\x1b[31m", "a\u202eb", "\n::error::x", "##[error]x"):
        for words in (
            ("figures", typed),
            ("explain", typed),
            (typed,),
            ("build", "--document", typed),
            ("validate", typed),
        ):
            run = program(*words, cwd=tmp_path)
            assert run.code != 0
            assert not any(sign in run.out + run.err for sign in ("\x1b", "\u202e", "##["))
            assert not any(line.lstrip().startswith("::") for line in (run.out + run.err).splitlines())
