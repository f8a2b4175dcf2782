"""Several municipalities at once: each as if it were alone, and one joint table and overview of them all."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.figures import register
from frivilligrapport.figures.register import Register
from support.folders.small_years import body, indsats
from support.folders.work_folder import status_file
from support.program import Program

REPORT = "titel: Rapport\når: {year}\nforslag: ingen\n"


def municipality(root: Path, folder: str, name: str, figures: str, *, more: str = "", year: int = 2025) -> Path:
    """Write a municipality of two forvaltninger, of which one reports the figures and the other nothing."""
    units = "".join(f"  - id: {one.lower()}\n    forkortelse: {one}\n    navn: Forvaltningen {one}\n" for one in "AB")
    files = {
        "kommune.yaml": f"kommune: {name}\nforvaltninger:\n{units}{more}",
        f"{year}/rapport.yaml": REPORT.format(year=year),
        f"{year}/a.yaml": status_file("A", body(indsats("have", figures)), year),
        f"{year}/b.yaml": status_file("B", year=year),
    }
    for path, text in files.items():
        place = root / folder / "indberetninger" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return root / folder


@pytest.fixture
def alle(tmp_path: Path) -> Path:
    """Give a folder of three municipalities without faults, and of other things."""
    root = tmp_path / "alle æ"
    municipality(root, "sydby", "Sydby Kommune", "frivillige: ca. 100\nprojekter: 5")
    municipality(root, "nordby", "Nordby Kommune", "frivillige: 20-30\nprojekter: uoplyst")
    municipality(root, "aaby", "Åby Kommune", "frivillige: over 50")
    (root / "noter").mkdir()
    (root / "noter" / "husk.txt").write_text("Ring til Åby.", encoding="utf-8")
    return root


def figures(program: Program, root: Path, *words: str) -> Any:
    """Ask for the joint figures as JSON."""
    run = program("figures", *words, "--format", "json", "--folder", root)
    assert run.code == 0, run.err
    return json.loads(run.out)


def summed(found: Any) -> dict[str, tuple[object, object, str, int, int]]:
    """Give each unit's sum with the number of municipalities behind it."""
    return {one["enhed"]: (one["nedre"], one["øvre"], one["tekst"], one["n"], one["m"]) for one in found["totaler"]}


def test_sums_hold_what_is_known_and_no_more(program: Program, alle: Path) -> None:
    """Lower bounds and upper bounds are added, an open one opens the sum, and who is missing is named."""
    found = figures(program, alle)
    assert (found["år"], [one["kommune"] for one in found["kommuner"]]) == (
        2025,
        ["Nordby Kommune", "Sydby Kommune", "Åby Kommune"],
    )
    assert summed(found) == {
        "frivillige": (161, None, "110-140 og over 50", 3, 3),
        "projekter": (5, 5, "5", 1, 3),
    }
    assert [one["mangler"] for one in found["totaler"]] == [[], ["Nordby Kommune", "Åby Kommune"]]
    south = found["kommuner"][1]["totaler"][0]
    assert (south["nedre"], south["øvre"], south["tekst"], south["n"], south["m"]) == (90, 110, "ca. 100", 1, 2)


def test_each_one_s_figures_are_those_it_has_alone(program: Program, alle: Path) -> None:
    """The joint table repeats what `figures` says of each municipality by itself."""
    for one in figures(program, alle)["kommuner"]:
        alone = json.loads(program("figures", "--format", "json", "--folder", alle / one["mappe"]).out)
        shown = [(t["enhed"], t["nedre"], t["øvre"], t["tekst"], t["n"], t["m"]) for t in one["totaler"]]
        assert shown == [(t["enhed"], t["nedre"], t["øvre"], t["tekst"], t["n"], t["m"]) for t in alone["totaler"]]


def test_the_table_in_the_terminal(program: Program, alle: Path) -> None:
    """Unit by unit, each municipality, and the sum last; nothing on stderr."""
    run = program("figures", cwd=alle)
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith(
        "Tal for 2025 fra flere kommuner\n"
        "Tal fra 3 af 3 kommuner.\n"
        "\n"
        "Frivillige (registreringer), gennemført\n"
        "\n"
        "Kommune         Tal                 Dækning\n"
        "Nordby Kommune  20-30               tal fra 1 af 2 forvaltninger\n"
        "Sydby Kommune   ca. 100             tal fra 1 af 2 forvaltninger\n"
        "Åby Kommune     over 50             tal fra 1 af 2 forvaltninger\n"
        "I alt           110-140 og over 50  tal fra 3 af 3 kommuner\n"
        "    ikke alle forvaltninger i Nordby Kommune, Sydby Kommune og Åby Kommune har\n"
        "    oplyst tal\n"
    )
    assert (
        "I alt           5        tal fra 1 af 3 kommuner\n    intet tal fra Nordby Kommune og Åby Kommune\n" in run.out
    )


def test_tables_for_other_programs(program: Program, alle: Path) -> None:
    """On the screen csv is one table, in a folder three; the workbook has a sheet for each."""
    rows = list(csv.reader(io.StringIO(program("figures", "--format", "csv", cwd=alle).out[1:]), delimiter=";"))
    assert rows[0][:3] == ["kommune", "tilstandsgruppe", "enhed"]
    assert [row[0] for row in rows[1:4]] == ["Nordby Kommune", "Sydby Kommune", "Åby Kommune"]
    assert program("figures", "--format", "csv", "--output", "tabeller", cwd=alle).code == 0
    assert sorted(one.name for one in (alle / "tabeller").iterdir()) == ["kommuner.csv", "tal.csv", "totaler.csv"]
    books = []
    for _ in range(2):
        assert program("figures", "--format", "xlsx", cwd=alle).code == 0
        books.append((alle / "udgivelser/2025/tal.xlsx").read_bytes())
    assert books[0] == books[1]
    sheets = [name for name in zipfile.ZipFile(io.BytesIO(books[0])).namelist() if "worksheets/sheet" in name]
    assert len(sheets) == 3


def test_the_same_word_for_two_things_is_not_added(program: Program, alle: Path) -> None:
    """Two municipalities' own units of one name, defined otherwise, stand apart."""
    unit = "enheder:\n  - enhed: ture\n    art: aktiviteter\n    ental: tur\n    definition: En tur {}.\n"
    municipality(alle, "nordby", "Nordby Kommune", "ture: 3", more=unit.format("i skoven"))
    municipality(alle, "sydby", "Sydby Kommune", "ture: 4", more=unit.format("på vandet"))
    municipality(alle, "aaby", "Åby Kommune", "ture: 5", more=unit.format("på vandet"))
    run = program("figures", cwd=alle)
    assert "Ture (som i Nordby Kommune), gennemført\n" in run.out
    assert "Ture (som i Sydby Kommune og Åby Kommune), gennemført\n" in run.out
    sums = [(one["tekst"], one["n"]) for one in figures(program, alle)["totaler"]]
    assert sums == [("3", 1), ("9", 2)]


def test_a_bad_one_does_not_stop_the_others(program: Program, alle: Path) -> None:
    """Its errors are shown with its folder's name, its row says why, the others are counted, and the exit code is 1."""
    municipality(alle, "galby", "Galby Kommune", "frivillige: 10-20-30")
    run = program("figures", cwd=alle)
    assert run.code == 1
    assert "Tal fra 3 af 4 kommuner. Ikke med: Galby Kommune (1 fejl i filerne).\n" in run.out
    assert "    intet tal fra Galby Kommune\n" in run.out
    assert run.err.startswith("galby/indberetninger/2025/a.yaml:")
    assert "frivillige: 10-20-30\n" in run.err


@pytest.mark.parametrize(
    ("fault", "why"), [("frivillige: 10-20-30", "har fejl"), ("frivillige: [10", "kan ikke læses")]
)
def test_a_bad_file_costs_its_municipality_that_file(fault: str, why: str, program: Program, alle: Path) -> None:
    """The other files are counted, n of m says from how many, and everywhere it is said that one is not."""
    path = municipality(alle, "galby", "Galby Kommune", fault) / "indberetninger/2025/b.yaml"
    path.write_text(status_file("B", body(indsats("park", "frivillige: 7")), 2025), encoding="utf-8")
    run = program("figures", cwd=alle)
    said = f"Galby Kommune (1 fil er ikke talt med: A {why})"
    assert (run.code, f"Tal fra 4 af 4 kommuner. Kun delvis med: {said}.") == (1, " ".join(run.out.split("\n")[1:3]))
    assert "Galby Kommune   7                   tal fra 1 af 2 forvaltninger\n" in run.out
    assert run.err.startswith("galby/indberetninger/2025/a.yaml:")
    assert run.err.endswith(f"galby: 1 fil er ikke talt med: A {why}.\n")
    found = json.loads(program("figures", "--format", "json", "--folder", alle).out)
    assert summed(found)["frivillige"] == (168, None, "117-147 og over 50", 4, 4)
    galby = found["kommuner"][0]
    assert (galby["filer_ikke_talt_med"], galby["ikke_med_fordi"]) == ({"A": why}, None)
    assert program("build", "--format", "md", "--folder", alle).code == 1
    row = f"| Galby Kommune | ja, men 1 fil er ikke talt med: A {why} |"
    assert row in text(alle)
    assert not (alle / "galby/udgivelser").exists()
    assert (alle / "sydby/udgivelser/2025/statusrapport.md").exists()


def test_a_draft_is_not_counted_in_a_finished_overview(program: Program, alle: Path) -> None:
    """It has no errors, and the overview says what it is; a missing file costs nothing that is there."""
    path = alle / "nordby/indberetninger/2025/a.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("klar", "udkast"), encoding="utf-8")
    path = alle / "nordby/indberetninger/2025/b.yaml"
    path.write_text(status_file("B", body(indsats("park", "frivillige: 7")), 2025), encoding="utf-8")
    (alle / "aaby/indberetninger/2025/b.yaml").unlink()
    run = program("build", "--format", "md", "--document", "oversigt", "--folder", alle)
    assert run.code == 1
    said = "Tal fra 3 af 3 kommuner. Kun delvis med: Nordby Kommune (1 fil er ikke talt med: A er i gang).\n"
    assert run.err.endswith(said)
    assert "| 7 (tal fra 1 af 2 forvaltninger) |" in text(alle)
    assert "| over 50 (tal fra 1 af 2 forvaltninger) |" in text(alle)


def test_what_goes_for_all_files_leaves_all_of_them_out(program: Program, alle: Path) -> None:
    """With a fault in the register, or in what the report says of "ca.", nothing is counted; a text costs nothing."""
    for wrong, is_in in (("indstillinger:\n  ca_usikkerhed: meget\n", False), ("kort: ja\n", True)):
        path = alle / "sydby/indberetninger/2025/rapport.yaml"
        path.write_text(REPORT.format(year=2025) + wrong, encoding="utf-8")
        run = program("figures", cwd=alle)
        assert run.code == 1
        assert ("Tal fra 3 af 3 kommuner.\n" in run.out) is is_in, run.out
        assert ("Ikke med: Sydby Kommune (1 fejl i filerne)." in run.out) is not is_in
    register = alle / "nordby/indberetninger/kommune.yaml"
    register.write_text(register.read_text(encoding="utf-8") + "farve: grøn\n", encoding="utf-8")
    assert "Ikke med: Nordby Kommune (1 fejl i filerne)." in program("figures", cwd=alle).out


def test_the_network_of_a_report_with_errors_is_not_counted(program: Program, alle: Path) -> None:
    """Its figures stand in rapport.yaml, so that file costs them, and the network is named."""
    unit = "  - id: net\n    forkortelse: FN\n    navn: Frivillignettet\n    type: netværk\n"
    root = municipality(alle, "galby", "Galby Kommune", "frivillige: 7", more=unit)
    report = REPORT.format(year=2025) + "netværk:\n  tal:\n    frivillige: 4\n"
    path = root / "indberetninger/2025/rapport.yaml"
    path.write_text(report, encoding="utf-8")
    assert summed(figures(program, alle))["frivillige"][0] == 172
    path.write_text(report + "kort: ja\n", encoding="utf-8")
    run = program("figures", cwd=alle)
    assert "Galby Kommune (1 fil er ikke talt med: FN har fejl)" in " ".join(run.out.split())
    assert summed(json.loads(program("figures", "--format", "json", cwd=alle).out))["frivillige"][0] == 168


def test_how_far_each_file_is(program: Program, alle: Path) -> None:
    """The overview and `status` say it of each forvaltning with the words of `status` of one; nobody is left out."""
    path = alle / "nordby/indberetninger/2025/b.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("klar", "udkast"), encoding="utf-8")
    (alle / "aaby/indberetninger/2025/b.yaml").unlink()
    run = program("status", cwd=alle)
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith(
        "Statusfiler for 2025 fra flere kommuner\n"
        "Modtaget fra 4 af 6 forvaltninger.\n"
        "\n"
        "Kommune         Forvaltning  Filstatus      Fejl  Advarsler  Besvaret\n"
        "Nordby Kommune  A            klar           0     0          5 af 8\n"
        "Nordby Kommune  B            i gang         0     0          4 af 6\n"
    )
    assert "Åby Kommune     B            ikke modtaget  -     -          -\n" in run.out
    assert program("build", "--draft", "--format", "md", "--document", "oversigt", cwd=alle).code == 0
    assert "| Nordby Kommune | klar: A; i gang: B (4 af 6) |" in text(alle)
    assert "| Åby Kommune | klar: A; ikke modtaget: B |" in text(alle)
    letters = program("status", "--reminder", cwd=alle).out
    assert letters.startswith("Nordby Kommune\n==============\n\nEmne: Jeres bidrag fra B")
    assert letters.count("Emne: ") == 2
    told = json.loads(program("status", "--format", "json", "--reminder", cwd=alle).out)
    assert [[one["filstatus"] for one in each["forvaltninger"]] for each in told["kommuner"]] == [
        ["klar", "i gang"],
        ["klar", "klar"],
        ["klar", "ikke modtaget"],
    ]
    tables = program("status", "--format", "markdown", cwd=alle).out
    assert "| Åby Kommune | B | ikke modtaget |  |  |  |\n" in tables


def test_what_is_said_on_the_way_is_in_danish_order(program: Program, alle: Path) -> None:
    """Åby comes last on the screen's other channel too, whatever its folder is called."""
    for name in ("sydby", "aaby", "nordby"):
        path = alle / name / "indberetninger/2025/b.yaml"
        path.write_text(path.read_text(encoding="utf-8") + "tema: grøn\n", encoding="utf-8")
    for words in ("figures", "validate"):
        run = program(words, cwd=alle)
        shown = [line.partition("/")[0] for line in (run.err + run.out).splitlines() if "b.yaml:" in line.split(" ")[0]]
        assert shown == ["nordby", "sydby", "aaby"], run


def test_personal_data_stops_that_one_alone(program: Program, alle: Path) -> None:
    """Nothing of it is built or counted, the number is masked, the others are built, and the exit code is 3."""
    path = municipality(alle, "galby", "Galby Kommune", "frivillige: 7") / "indberetninger/2025/b.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# 010199-5000\n", encoding="utf-8")
    run = program("build", "--draft", "--format", "md", "--document", "statusrapport", "--folder", alle)
    assert run.code == 3
    assert "5000" not in run.err
    assert "galby/indberetninger/2025/b.yaml:" in run.err
    assert not (alle / "galby/udgivelser").exists()
    assert (alle / "sydby/udgivelser/2025/statusrapport.md").exists()
    overview = program("build", "--format", "md", "--document", "oversigt", "--folder", alle)
    assert overview.code == 3
    assert "| Galby Kommune | nej: CPR-numre i filerne | ikke læst |" in text(alle)


def text(root: Path) -> str:
    """Give the overview's text."""
    return (root / "udgivelser/2025/oversigt.md").read_text(encoding="utf-8")


@pytest.mark.full
def test_building_them_all(program: Program, alle: Path) -> None:
    """Each has its documents in its own folder, and the overview lies in the folder of them all, in three formats."""
    run = program("build", "--folder", alle)
    assert run.code == 0, run.err
    assert run.err.endswith("Tal fra 3 af 3 kommuner.\n")
    for one in ("aaby", "nordby", "sydby"):
        assert (alle / one / "udgivelser/2025/statusrapport.pdf").exists()
    made = sorted(path.name for path in (alle / "udgivelser/2025").iterdir())
    assert made == ["oversigt.html", "oversigt.md", "oversigt.pdf"]
    assert run.out.splitlines()[-3:] == [
        str(alle / "udgivelser/2025" / name) for name in ("oversigt.md", "oversigt.html", "oversigt.pdf")
    ]
    part = "(tal fra 1 af 2 forvaltninger)"
    assert (
        text(alle).partition("| Enhed | ")[2].splitlines()[0]
        == "Nordby Kommune | Sydby Kommune | Åby Kommune | I alt |"
    )
    assert f"| 20-30 {part} | ca. 100 {part} | over 50 {part} | 110-140 og over 50 |\n" in text(alle)
    assert "| Projekter | uoplyst | 5 | ikke oplyst | 5 (tal fra 1 af 3 kommuner) |\n" in text(alle)
    alone = (alle / "sydby/udgivelser/2025/statusrapport.pdf").read_bytes()
    assert program("build", "--no-cache", "--document", "statusrapport", "--folder", alle / "sydby").code == 0
    assert (alle / "sydby/udgivelser/2025/statusrapport.pdf").read_bytes() == alone


def test_many_municipalities_stand_below_each_other(program: Program, alle: Path) -> None:
    """With more than have room beside each other the same matrix has a row for each, and the sums last."""
    for number in range(1, 5):
        municipality(alle, f"by-{number}", f"By {number}", "frivillige: 10\nkurser: 2")
    assert program("build", "--format", "md", "--document", "oversigt", "--folder", alle).code == 0
    rows = text(alle).partition("| Kommune | ")[2].partition("\n\n")[0].splitlines()
    assert rows[0] == "Frivillige (registreringer) | Projekter | Kurser |"
    assert rows[2] == "| By 1 | 10 (tal fra 1 af 2 forvaltninger) | .. | 2 |"
    assert [row.split(" | ")[0] for row in rows[2:]][-2:] == ["| Åby Kommune", "| I alt"]
    assert len(rows) == 2 + 7 + 1


def test_a_bad_template_stops_only_its_own(program: Program, alle: Path) -> None:
    """What goes wrong while one is rendered is told, and the others and the overview are made."""
    (alle / "nordby/skabeloner").mkdir()
    (alle / "nordby/skabeloner/statusrapport.md.j2").write_text("{{ dokument.findes_ikke }}", encoding="utf-8")
    run = program("build", "--format", "md", "--folder", alle)
    assert run.code == 1
    assert "   Det standsede nordby. De andre kommuner er ikke berørt.\n" in run.err
    assert not (alle / "nordby/udgivelser").exists()
    assert (alle / "sydby/udgivelser/2025/statusrapport.md").exists()
    assert "| nordby | nej: kunne ikke laves | ikke læst |" in text(alle)


def test_one_without_the_year(program: Program, alle: Path) -> None:
    """The newest year of any of them is everyone's, and whoever has nothing from it is named and not added."""
    municipality(alle, "sydby", "Sydby Kommune", "frivillige: 8", year=2026)
    run = program("figures", cwd=alle)
    assert run.code == 1
    assert run.out.startswith("Tal for 2026 fra flere kommuner\nTal fra 1 af 3 kommuner.")
    assert "nordby: ingen indberetninger for 2026.\n" in run.err
    assert summed(figures(program, alle, "2025"))["frivillige"][0] == 161


def test_one_without_a_figure_is_not_counted_among_those_that_have(program: Program, alle: Path) -> None:
    """Whose files are not there, or give nothing but words, is named, and the totals are from the others."""
    for path in (alle / "sydby/indberetninger/2025").iterdir():
        path.unlink()
    municipality(alle, "nordby", "Nordby Kommune", "frivillige: mange\nprojekter: uoplyst")
    run = program("figures", "2025", cwd=alle)
    said = "Tal fra 1 af 3 kommuner. Ikke med: Nordby Kommune (ingen tal) og Sydby Kommune (ingen tal)."
    assert said in " ".join(run.out.split())


def test_a_text_that_asks_for_a_figure_of_a_missing_file_costs_no_other_figure(program: Program, alle: Path) -> None:
    """The network is counted, and nobody is told to ask for another figure instead."""
    unit = "  - id: net\n    forkortelse: FN\n    navn: Frivillignettet\n    type: netværk\n"
    root = municipality(alle, "galby", "Galby Kommune", "frivillige: 7", more=unit)
    asked = "hovedbudskaber: |\n  - Der er [tal 2025.b.park.frivillige].\nnetværk:\n  tal:\n    frivillige: 4\n"
    (root / "indberetninger/2025/rapport.yaml").write_text(REPORT.format(year=2025) + asked, encoding="utf-8")
    (root / "indberetninger/2025/b.yaml").unlink()
    run = program("figures", "--format", "json", "--folder", alle)
    assert summed(json.loads(run.out))["frivillige"][0] == 172, run.err
    assert "Der er intet tal med id'et »2025.b.park.frivillige«: Filen fra B mangler eller kan ikke læses." in run.err
    assert "Skriv 2025" not in run.err


def test_the_same_municipality_twice(program: Program, alle: Path) -> None:
    """A copied folder is not counted once more."""
    municipality(alle, "sydby-kopi", "Sydby Kommune", "frivillige: 100")
    run = program("figures", cwd=alle)
    assert run.code == 1
    assert "sydby-kopi: samme kommune som i mappen sydby.\n" in run.err
    assert "I alt           110-140 og over 50  tal fra 3 af 3 kommuner\n" in run.out
    assert "Ikke med: Sydby Kommune (samme kommune som i mappen\nsydby)." in run.out


def test_warnings_are_counted_and_not_all_shown(program: Program, alle: Path) -> None:
    """Many warnings would hide the errors: where to see them is said, and --strict makes errors of them."""
    path = alle / "aaby/indberetninger/2025/b.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("forslag: ingen", "forslag: uoplyst"), encoding="utf-8")
    run = program("figures", cwd=alle)
    assert run.code == 0
    assert run.err == f'aaby: 1 advarsel. Se dem med frivilligrapport validate --folder "{alle / "aaby"}"\n'
    strict = program("build", "--strict", "--format", "md", "--document", "oversigt", cwd=alle)
    assert strict.code == 1
    assert "Ikke med: Åby Kommune (1 advarsel i filerne).\n" in strict.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("figures", "--by", "tema"), "Tal fra flere kommuner kan ikke deles op."),
        (("build", "--check"), "--check kan ikke bruges på flere kommuner på én gang."),
        (("build", "--output", "x"), "--output kan ikke bruges på flere kommuner på én gang."),
        (("build", "--document", "findes-ikke"), "Dokumentet »findes-ikke« kendes ikke."),
    ],
)
def test_wrong_use(program: Program, alle: Path, words: tuple[str, ...], says: str) -> None:
    """What only one municipality can be asked for is refused in one sentence."""
    run = program(*words, cwd=alle)
    assert (run.code, run.out, run.err.splitlines()[0]) == (2, "", says)


def test_a_single_work_folder_is_as_before(program: Program, alle: Path) -> None:
    """A work folder with others below it is itself; and one above is found from anywhere below."""
    municipality(alle / "nordby", "arkiv", "Gammelby Kommune", "frivillige: 1")
    for place in (alle / "nordby", alle / "nordby/arkiv", alle / "nordby/indberetninger"):
        run = program("figures", cwd=place)
        assert (run.code, run.out.splitlines()[0][:13]) == (0, "Tal for 2025,")
    (alle / "nordby/samlet/x").mkdir(parents=True)
    assert program("figures", cwd=alle / "nordby/samlet").out.startswith("Tal for 2025, Nordby Kommune\n")


def test_an_overview_of_the_users_own(program: Program, alle: Path) -> None:
    """The overview takes the place of an earlier one, and of no other file of its name."""
    words = ("build", "--format", "md,html", "--document", "oversigt", "--folder", alle)
    place = alle / "udgivelser/2025"
    place.mkdir(parents=True)
    for name in ("oversigt.md", "oversigt.html"):
        (place / name).write_text("<!DOCTYPE html><title>Min</title>", encoding="utf-8")
        run = program(*words)
        assert run.code == 4
        assert f"{name}« er der allerede" in run.err
        assert [one.name for one in place.iterdir()] == [name]
        (place / name).unlink()
    assert program(*words).code == 0
    assert program(*words).code == 0


def test_each_file_is_read_once_and_each_year_counted_once(
    program: Program, alle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many there are, a file costs one reading and a year one counting."""
    read: list[Path] = []
    counted: list[tuple[str, int]] = []
    read_bytes, count = Path.read_bytes, register.count

    def reading(path: Path) -> bytes:
        read.append(path)
        return read_bytes(path)

    def counting(samling: Samling, aargang: Aargang) -> Register:
        counted.append((str(samling.kommune.kommune), aargang.aar))
        return count(samling, aargang)

    monkeypatch.setattr(Path, "read_bytes", reading)
    monkeypatch.setattr(register, "count", counting)
    figures(program, alle)
    files = [path for path in alle.rglob("*.yaml") if "indberetninger" in path.parts]
    assert sorted(path.resolve() for path in read) == sorted(path.resolve() for path in files)
    # The year before has no files, so there is nothing of it to count.
    assert sorted(counted) == [("Nordby Kommune", 2025), ("Sydby Kommune", 2025), ("Åby Kommune", 2025)]


def test_a_command_for_one_municipality_names_one(program: Program, folder: Path) -> None:
    """In a folder of several it says how one of them is chosen, as it can be typed."""
    run = program("explain", "2014.frivillige", "--folder", folder.parent, cwd=folder.parent)
    assert (run.code, run.out) == (2, "")
    assert run.err.splitlines()[1] == f'   Der ligger flere kommuner i den. Vælg én: --folder "{folder}"'
