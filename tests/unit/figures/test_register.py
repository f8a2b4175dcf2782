"""The register: every reported figure, with all that is known of it; and the same as a table."""

from collections.abc import Callable
from decimal import Decimal

from frivilligrapport.figures.figure import Figure
from frivilligrapport.figures.register import Register
from frivilligrapport.figures.table import COLUMNS, table
from support.folders.small_years import body, indsats, shared

Tallied = Callable[..., Register]


def figures(register: Register) -> dict[str, Figure]:
    """Give the register's figures by id without the year."""
    return {one.id.removeprefix("2014."): one for one in register.figures}


def test_a_figure_says_what_it_is_about(tallied: Tallied) -> None:
    """Temaer, bydele, målgrupper and lokaludvalg are in the municipality's own spelling, each once."""
    tags = ("tema: [Groen, ældre]", "målgrupper: [unge]", "bydele: [valby]", "lokaludvalg: [Valby]")
    origin = figures(tallied(tmf=body(indsats("dag", "frivillige: 15", *tags))))["tmf.dag.frivillige"].origin
    assert origin.tags.temaer == ("grøn", "ældre")
    assert origin.tags.maalgrupper == ("unge",)
    assert origin.tags.bydele == ("Valby",)
    assert origin.tags.lokaludvalg == ("Valby Lokaludvalg",)
    assert origin.bidragyder == "Valby Lokaludvalg"


def test_places_give_bydele_and_an_unknown_place_says_so(tallied: Tallied) -> None:
    """A place without a bydel makes the answer uoplyst in part, unless the indsats itself names its bydele."""
    places = "steder:\n  - navn: Parken\n    bydel: Valby\n  - navn: Et sted"
    found = figures(
        tallied(tmf=body(indsats("a", "møder: 1", places), indsats("b", "møder: 1", "bydele: [Valby]", places)))
    )
    assert found["tmf.a.moeder"].origin.tags.bydele == ("Valby", "uoplyst")
    assert found["tmf.b.moeder"].origin.tags.bydele == ("Valby",)


def test_a_lokaludvalg_has_its_bydel(tallied: Tallied) -> None:
    """What a lokaludvalg stands behind happens in its bydel, beside those that the indsats names itself."""
    own = [indsats("a", "møder: 1", "lokaludvalg: [Valby]"), indsats("b", "møder: 1", "bydele: [Nørrebro]")]
    both = indsats("c", "møder: 1", "bydele: [Nørrebro]", "lokaludvalg: [Valby Lokaludvalg]")
    found = figures(tallied(tmf=body(*own, both)))
    names = [found[f"tmf.{one}.moeder"].origin.tags.bydele for one in "abc"]
    assert names == [("Valby",), ("Nørrebro",), ("Nørrebro", "Valby")]


def test_a_share_knows_what_it_is_of(tallied: Tallied) -> None:
    """A share's base is the number it was typed with, or the one number of the whole it is a part of."""
    typed = "medlemmer:\n  antal: 2.600\n  heraf:\n    internationale: ca. 2/3\n    unge: 100\nelever: ca. 1/2 af 90\n"
    typed += "kr:\n  andel: 15 %\n  af: § 18-midlerne\ngæster:\n  antal: 20-30\n  heraf:\n    børn: 1/2"
    found = figures(tallied(tmf=body(indsats("a", typed))))
    shares = {key: (one.base, one.share_of, one.point) for key, one in found.items()}
    assert shares["tmf.a.medlemmer.heraf.internationale"] == (Decimal(2600), "medlemmer", Decimal(1733))
    assert shares["tmf.a.medlemmer.heraf.unge"] == (None, "", Decimal(100))
    assert shares["tmf.a.elever"] == (Decimal(90), "", Decimal(45))
    assert shares["tmf.a.kr.andel"] == (None, "§ 18-midlerne", None)
    assert shares["tmf.a.gaester.heraf.boern"] == (None, "gæster", None)


def test_every_figure_of_a_shared_thing_names_the_one_that_counts(tallied: Tallied) -> None:
    """`counted_from` is the reporter whose figure counts, on the figures that count and on those that do not."""
    found = figures(
        tallied(
            tmf=body(indsats("a", "kurser: 3", shared("SOF", "SOF")), indsats("b", "kurser: 1")),
            sof=body(indsats("a", "kurser: 4", shared("SOF", "TMF"))),
        )
    )
    assert {key: one.counted_from for key, one in found.items()} == {
        "tmf.a.kurser": "sof",
        "tmf.b.kurser": "",
        "sof.a.kurser": "sof",
    }


def test_the_owners_unknown_figure_is_its_own(tallied: Tallied) -> None:
    """An owner with a number and an unknown one keeps both: the unknown is not told away as counted elsewhere."""
    both = "møder (board): 2\nmøder (arbejdsgrupper): uoplyst"
    register = tallied(sof=body(indsats("a", both, shared("SOF", "TMF"))))
    assert figures(register)["sof.a.moeder.arbejdsgrupper"].why_not == ""
    assert register.totals[0].unknown == 1


def test_the_table_holds_what_was_typed_and_no_nan(tallied: Tallied) -> None:
    """Numbers are exact, an open or unknown bound is None with a word beside it, and the columns are the declared."""
    found = table(tallied(tmf=body(indsats("a", "møder: mange\ngæster: uoplyst\nfrivillige timer: 2,50"))))
    rows = {row["enhed"]: row for row in found.to_dict("records")}
    assert [(rows[one]["nedre"], rows[one]["øvre"], rows[one]["øvre grænse"]) for one in ("møder", "gæster")] == [
        (Decimal(0), None, "åben"),
        (None, None, None),
    ]
    assert rows["frivillige timer"]["nedre"] == Decimal("2.50")
    assert not found.map(lambda cell: cell != cell).any(axis=None)  # noqa: PLR0124 - only NaN is not itself
    assert tuple(found.columns) == COLUMNS


def test_the_table_of_a_year_without_figures(tallied: Tallied) -> None:
    """It has the columns, their types and no rows."""
    found = table(tallied(tmf="indsatser: ingen\n"))
    assert (tuple(found.columns), len(found)) == (COLUMNS, 0)
    assert {name: str(found.dtypes[name]) for name in ("år", "linje", "tæller", "nedre")} == {
        "år": "int64",
        "linje": "int64",
        "tæller": "bool",
        "nedre": "object",
    }
