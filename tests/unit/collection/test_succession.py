"""Forvaltninger that are renamed, merged and split, and what it does to figures and indsatser."""

from pathlib import Path

from frivilligrapport.collection.succession import succession
from support.folders.small_years import body, indsats, shared
from support.folders.two_years import compared, fates, forvaltning, register, told, two_years

MERGED = register(
    forvaltning("TMF", til=2014), forvaltning("SOF", til=2014), forvaltning("NYF", fra=2015, afloeser="TMF, SOF")
)
SPLIT = register(
    forvaltning("TMF", til=2014), forvaltning("X", fra=2015, afloeser="TMF"), forvaltning("Y", fra=2015, afloeser="tmf")
)
RENAMED = register(forvaltning("TMF", til=2014), forvaltning("NYF", fra=2015, afloeser="TMF"))


def test_a_merger(tmp_path: Path) -> None:
    """Two that have become one are joined: each indsats is followed, and the break is marked and explained."""
    years = compared(
        tmp_path,
        {
            "tmf": body(indsats("dag", "møder: 4"), indsats("kurser", "kurser: 2")) + "tal:\n  frivillige: 100\n",
            "sof": body(indsats("kurser", "kurser: 3")) + "tal:\n  frivillige: 50\n",
        },
        {"nyf": body(indsats("dag", "møder: 9"), indsats("kurser", "kurser: 6")) + "tal:\n  frivillige: 160\n"},
        kommune=MERGED,
        older=2014,
    )
    why = "brud: organisationen er ændret (NYF har overtaget opgaver fra TMF og SOF)"
    assert [told(one) for one in years.figures] == [("100 / 50", "160", why), ("4", "9", why), ("2 / 3", "6", why)]
    assert fates(years) == [("nyf/dag", "fortsat", ""), ("nyf/kurser", "fortsat", "")]
    assert [one.moved for one in years.indsatser] == ["fra TMF til NYF", "fra TMF og SOF til NYF"]


def test_a_split(tmp_path: Path) -> None:
    """What one did is looked for with both its heirs, and what neither has is gone."""
    years = compared(
        tmp_path,
        {"tmf": body(indsats("dag", "møder: 4"), indsats("nat", "møder: 2"), indsats("sommer", "møder: 1"))},
        {"x": body(indsats("dag", "møder: 9")), "y": body(indsats("nat", "møder: 3"), indsats("vinter", "møder: 1"))},
        kommune=SPLIT,
        older=2014,
    )
    how = "TMF's opgaver er delt mellem X og Y"
    assert [told(one)[2] for one in years.figures] == [
        f"brud: organisationen er ændret (X har overtaget opgaver fra TMF; {how})",
        f"brud: organisationen er ændret (Y har overtaget opgaver fra TMF; {how})",
        "kan ikke sammenlignes: intet tal for 2014",
        "kan ikke sammenlignes: intet tal for 2015",
    ]
    assert fates(years) == [
        ("x/dag", "fortsat", ""),
        ("y/nat", "fortsat", ""),
        ("y/vinter", "ny", ""),
        ("tmf/sommer", "slut", "står ikke i filerne for 2015"),
    ]


def test_a_new_name(tmp_path: Path) -> None:
    """A forvaltning that has only got another name goes on: the change is computed, and the name is explained."""
    years = compared(
        tmp_path,
        {"tmf": body(indsats("dag", "møder: 4"))},
        {"nyf": body(indsats("dag", "møder: 8"))},
        kommune=RENAMED,
        older=2014,
    )
    assert [(told(one)[2], one.remarks) for one in years.figures] == [("stigning på 100\u00a0%", ("NYF hed TMF før",))]
    assert [(one.fate, one.moved) for one in years.indsatser] == [("fortsat", "")]


def test_a_new_name_under_the_same_id(tmp_path: Path) -> None:
    """The register may keep the id and change the rest; that is a new name too."""
    again = "  - id: tmf\n    forkortelse: TMF\n    navn: Forvaltningen for Klima\n    fra: 2015\n"
    years = compared(
        tmp_path,
        {"tmf": body(indsats("dag", "møder: 4"))},
        {"tmf": body(indsats("dag", "møder: 8"))},
        kommune=register(forvaltning("TMF", til=2014), again),
        older=2014,
    )
    assert [(told(one)[2], one.remarks) for one in years.figures] == [
        ("stigning på 100\u00a0%", ("TMF hed Forvaltningen TMF før",))
    ]


def test_tasks_taken_over_from_one_that_ended(tmp_path: Path) -> None:
    """One that was there already and takes over from another is no longer the same."""
    kommune = register(forvaltning("TMF", afloeser="SOF"), forvaltning("SOF", til=2014))
    reported = {"tmf": body(indsats("dag", "møder: 4")), "sof": body(indsats("nat", "møder: 2"))}
    after = {"tmf": body(indsats("dag", "møder: 4"), indsats("nat", "møder: 2"))}
    years = compared(tmp_path, reported, after, kommune=kommune, older=2014)
    assert {told(one)[2] for one in years.figures} == {
        "brud: organisationen er ændret (TMF har overtaget opgaver fra SOF)"
    }
    assert [one.moved for one in years.indsatser] == ["", "fra SOF til TMF"]
    calm = compared(tmp_path / "før", reported, reported, kommune=kommune, older=2012)
    assert {told(one)[2] for one in calm.figures} == {"uændret"}


def test_a_chain_of_names(tmp_path: Path) -> None:
    """Predecessors' predecessors are followed back to the year that is asked about, also in a ring."""
    kommune = register(
        forvaltning("TMF", til=2014),
        forvaltning("SOF", fra=2015, til=2015, afloeser="TMF"),
        forvaltning("NYF", fra=2016, afloeser="SOF, NYF"),
    )
    samling, _, _ = two_years(tmp_path, {}, {}, kommune=kommune, older=2014)
    line = succession(samling, 2014, 2016)
    assert (line.origins_of("nyf"), line.heirs_of("tmf"), line.renaming("nyf")) == (
        ("tmf",),
        ("nyf",),
        "NYF hed TMF før",
    )


def test_a_shared_thing_under_a_successor(tmp_path: Path) -> None:
    """An indsats with a new id is known again by the shared thing that it is."""
    years = compared(
        tmp_path,
        {"tmf": body(indsats("gammel-dag", "møder: 4", shared("TMF", "TMF", "dagen")))},
        {"nyf": body(indsats("ny-dag", "møder: 8", shared("NYF", "NYF", "dagen")))},
        kommune=RENAMED,
        older=2014,
    )
    assert [(one.fate, one.renamed) for one in years.indsatser] == [("fortsat", "»Gammel-Dag«")]
    assert [told(one) for one in years.figures] == [("4", "8", "stigning på 100\u00a0%")]


def test_one_that_nobody_follows(tmp_path: Path) -> None:
    """Without a word on who took over, nobody can say what became of the indsatser."""
    years = compared(
        tmp_path,
        {"tmf": body(indsats("dag", "møder: 4")), "sof": "indsatser: ingen\n"},
        {"sof": "indsatser: ingen\n", "nyf": body(indsats("nat", "møder: 4"))},
        kommune=register(forvaltning("TMF", til=2014), forvaltning("SOF"), forvaltning("NYF", fra=2015)),
        older=2014,
    )
    assert fates(years) == [
        ("nyf/nat", "kan ikke afgøres", "NYF fandtes ikke i 2014, og ingen forgænger er nævnt i kommune.yaml"),
        ("tmf/dag", "kan ikke afgøres", "TMF findes ikke i 2015, og ingen afløser er nævnt i kommune.yaml"),
    ]


def test_a_long_line_is_followed_to_its_end(tmp_path: Path) -> None:
    """Each entry is come to once, however many ways lead to it, and however long the line is."""
    later = (
        forvaltning(f"F{number}", fra=2015, til=2014, afloeser=f"F{number - 1}, F{max(number - 2, 0)}")
        for number in range(1, 1500)
    )
    kommune = register(forvaltning("F0", til=2014), *later, forvaltning("NYF", fra=2015, afloeser="F1499"))
    samling, _, _ = two_years(tmp_path, {}, {}, kommune=kommune, older=2014)
    found = succession(samling, 2014, 2015)
    assert found.origins["nyf"] == ("f0",)
