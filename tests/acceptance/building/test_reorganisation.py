"""A forvaltning renamed, merged or split from 2026, and tasks moved: written in kommune.yaml and nowhere else."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from support.folders.small_years import body, indsats
from support.folders.two_years import forvaltning, register, write_years
from support.program import Program

HAVE = indsats("have", "projekter: 10\nfrivillige: 30", tilstand="i drift")
HAVE_NOW = indsats("have", "projekter: 12\nfrivillige: 40", tilstand="i drift")
CAFE = indsats("cafe", "gæster: 100\nfrivillige: 10", tilstand="i drift")
CAFE_NOW = indsats("cafe", "gæster: 120\nfrivillige: 10", tilstand="i drift")
RENAMED = register(forvaltning("TMF"), forvaltning("SOF", til=2025), forvaltning("NYF", fra=2026, afloeser="SOF"))
MERGED = register(
    forvaltning("TMF", til=2025), forvaltning("SOF", til=2025), forvaltning("NYF", fra=2026, afloeser="TMF, SOF")
)
SPLIT = register(
    forvaltning("TMF", til=2025),
    forvaltning("X", fra=2026, afloeser="TMF"),
    forvaltning("Y", fra=2026, afloeser="TMF"),
)
CUT = "brud: organisationen er ændret ({} har overtaget opgaver fra TMF; TMF's opgaver er delt mellem X og Y)"
Bodies = Mapping[str, str]


class Years:
    """Write the years 2025 and 2026, and ask the program about them."""

    def __init__(self, program: Program, root: Path, before: Bodies, after: Bodies, kommune: str) -> None:
        self.program = program
        self.root = write_years(root / "år", before, after, kommune=kommune, older=2025)

    def compared(self) -> Any:
        """Compare the two years."""
        run = self.program("compare", "2025", "2026", "--format", "json", cwd=self.root)
        assert run.code == 0, run.err
        return json.loads(run.out.replace("\xa0", " "))

    def report(self) -> str:
        """Build the tables of the newer year's report, and give their text."""
        words = ("--document", "tabelbilag", "--format", "md")
        run = self.program("build", "2026", *words, cwd=self.root)
        assert run.code == 0, run.err
        return (self.root / "udgivelser/2026/tabelbilag.md").read_text(encoding="utf-8").replace("\xa0", " ")

    def new(self, name: str) -> str:
        """Make a forvaltning's file for 2026 anew, and give its text."""
        run = self.program("new", name, "--year", "2026", "--overwrite", cwd=self.root)
        assert run.code == 0, run.err
        path = self.root / f"indberetninger/2026/{name.lower()}.yaml"
        assert self.program("validate", path, cwd=self.root).code == 0
        return path.read_text(encoding="utf-8")


def changes(report: str) -> list[str]:
    """Give the rows of the table of changes, without the numbers of the sources."""
    table = report.partition("**Fra 2025 til 2026**")[2].partition("\n## ")[0]
    rows = [line.strip("| ") for line in table.splitlines() if line.startswith("| ")][2:]
    return [" | ".join(_bare(cell) for cell in row.split(" | ")) for row in rows]


def _bare(cell: str) -> str:
    return "; ".join(part.partition(" [")[0] for part in cell.split("; "))


def totals(compared: Any) -> dict[str, tuple[str, str, str]]:
    """Give what each unit was, what it is, and what came of comparing them."""
    return {one["enhed"]: (one["før"]["tekst"], one["efter"]["tekst"], one["ændring"]) for one in compared["totaler"]}


def moves(compared: Any) -> dict[str, tuple[str, str | None]]:
    """Give what has become of each indsats, and from whom to whom it has moved."""
    return {one["id"]: (one["udfald"], one["flyttet"]) for one in compared["indsatser"]}


def test_a_new_name_is_no_break(program: Program, tmp_path: Path) -> None:
    """A forvaltning with another name and id has the same figures as before: they compare, and the name is told."""
    before, after = {"tmf": body(HAVE), "sof": body(CAFE)}, {"tmf": body(HAVE_NOW), "nyf": body(CAFE_NOW)}
    years = Years(program, tmp_path, before, after, RENAMED)
    assert totals(years.compared()) == {
        "frivillige": ("40", "50", "stigning på 25 %"),
        "gæster": ("100", "120", "stigning på 20 %"),
        "projekter": ("10", "12", "stigning på 20 %"),
    }
    report = years.report()
    assert "NYF: Cafe, gæster | 100 | 120 | stigning på 20 %" in changes(report)
    assert re.search(r"\(NYF\) hed [^.]*\(SOF\) før\.", report)


def test_a_merger_joins_and_marks(program: Program, tmp_path: Path) -> None:
    """What two had is set beside what one has, with a mark, and each of the old figures is counted once."""
    both = indsats("have", "projekter: 3\nfrivillige: 5", tilstand="i drift")
    before, after = {"tmf": body(HAVE), "sof": body(CAFE, both)}, {"nyf": body(HAVE_NOW, CAFE_NOW)}
    years = Years(program, tmp_path, before, after, MERGED)
    compared = years.compared()
    uncovered = "kan ikke sammenlignes: dækningen er ændret fra 1 af 2 til 1 af 1 forvaltninger"
    assert totals(compared) == {
        "frivillige": ("45", "50", "stigning på 11 %"),
        "gæster": ("100", "120", uncovered),
        "projekter": ("13", "12", "fald på 8 %"),
    }
    assert moves(compared) == {"have": ("fortsat", "fra TMF og SOF til NYF"), "cafe": ("fortsat", "fra SOF til NYF")}
    report = years.report()
    assert changes(report) == [
        "NYF: Have, projekter | 10; 3 | 12",
        "NYF: Have, frivillige | 30; 5 | 40",
        "NYF: Cafe, gæster | 100 | 120",
        "NYF: Cafe, frivillige | 10 | 10",
    ]
    assert "Ændring for dem alle: brud: organisationen er ændret" in report


def test_a_split_joins_and_marks(program: Program, tmp_path: Path) -> None:
    """What one had is set beside what each of two has; what was told of it as a whole is not divided between them."""
    whole = "tal:\n  frivillige: 45\n"
    before, after = {"tmf": body(HAVE, CAFE) + whole}, {"x": body(HAVE_NOW), "y": body(CAFE_NOW)}
    years = Years(program, tmp_path, before, after, SPLIT)
    compared = years.compared()
    uncovered = "kan ikke sammenlignes: dækningen er ændret fra 1 af 1 til 1 af 2 forvaltninger"
    assert totals(compared) == {
        "frivillige": ("45", "50", "stigning på 11 %"),
        "gæster": ("100", "120", uncovered),
        "projekter": ("10", "12", uncovered),
    }
    assert moves(compared) == {"have": ("fortsat", "fra TMF til X"), "cafe": ("fortsat", "fra TMF til Y")}
    assert changes(years.report()) == [
        f"X: Have, projekter | 10 | 12 | {CUT.format('X')}",
        f"X: Have, frivillige | 30 | 40 | {CUT.format('X')}",
        f"Y: Cafe, gæster | 100 | 120 | {CUT.format('Y')}",
        f"Y: Cafe, frivillige | 10 | 10 | {CUT.format('Y')}",
        "TMF: hele forvaltningen, frivillige | 45 | intet tal | kan ikke sammenlignes: intet tal for 2026",
    ]


def test_tasks_moved_without_a_reorganisation(program: Program, tmp_path: Path) -> None:
    """An indsats that another forvaltning reports under the same id is followed there, with a mark."""
    kommune = register(forvaltning("TMF"), forvaltning("SOF"))
    before = {"tmf": body(HAVE), "sof": body(CAFE)}
    after = {"tmf": body(HAVE_NOW, CAFE_NOW), "sof": "indsatser: ingen\n"}
    years = Years(program, tmp_path, before, after, kommune)
    compared = years.compared()
    assert totals(compared)["gæster"] == (
        "100",
        "120",
        "kan ikke sammenlignes: tallet er fra SOF i 2025 og fra TMF i 2026",
    )
    assert moves(compared) == {"have": ("fortsat", None), "cafe": ("fortsat", "fra SOF til TMF")}
    moved = "brud: tallet tæller hos TMF i 2026 og hos SOF i 2025"
    assert f"TMF: Cafe, gæster | 100 | 120 | {moved}" in changes(years.report())


def test_a_merger_of_both_kinds(program: Program, tmp_path: Path) -> None:
    """A forvaltning that stays and takes another in is followed through both, and the old one is not asked any more."""
    kommune = register(forvaltning("TMF", til=2025), forvaltning("SOF", til=2025)) + (
        "  - id: tmf\n    forkortelse: TMS\n    navn: Forvaltningen TMS\n    fra: 2026\n    afløser: [TMF, SOF]\n"
    )
    before, after = {"tmf": body(HAVE), "sof": body(CAFE)}, {"tmf": body(HAVE_NOW, CAFE_NOW)}
    years = Years(program, tmp_path, before, after, kommune)
    path = years.root / "indberetninger/2026/tmf.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("forvaltning: TMF", "forvaltning: TMS"), encoding="utf-8")
    assert totals(years.compared())["frivillige"] == ("40", "50", "stigning på 25 %")
    assert "brud: organisationen er ændret (TMS har overtaget opgaver fra" in years.report()


def test_a_new_file_after_a_merger(program: Program, tmp_path: Path) -> None:
    """The file to fill in has what both had, each with last year's figure, and nothing is to be thrown out."""
    years = Years(program, tmp_path, {"tmf": body(HAVE), "sof": body(CAFE)}, {}, MERGED)
    text = years.new("NYF")
    assert [line for line in text.splitlines() if line.startswith("  - id: ")] == ["  - id: have", "  - id: cafe"]
    assert text.count("        forrige_år: ") == 4
    assert "# NYF har overtaget opgaver fra TMF og SOF.\n" in text


def test_new_files_after_a_split(program: Program, tmp_path: Path) -> None:
    """Each of the two gets all that there was, is told so, and figures of the whole are not taken for its own."""
    whole = "tal:\n  frivillige: 45\n"
    years = Years(program, tmp_path, {"tmf": body(HAVE, CAFE) + whole}, {}, SPLIT)
    for name in ("X", "Y"):
        text = years.new(name)
        assert [line for line in text.splitlines() if line.startswith("  - id: ")] == ["  - id: have", "  - id: cafe"]
        assert "Slet de indsatser, som andre\n# har overtaget.\n" in text
        assert "  # I 2025: antal 45.\n  frivillige: uoplyst" in text
