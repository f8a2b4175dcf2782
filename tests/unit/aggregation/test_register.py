"""The register: one row per reported figure, with all that is known of it."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from frivilligrapport.aggregation.register import COLUMNS, OPEN
from frivilligrapport.aggregation.tally import Tally
from support.folders.small_years import body, indsats, shared

Tallied = Callable[..., Tally]


def rows(tally: Tally) -> dict[str, dict[str, Any]]:
    """Give the register's rows by id without the year."""
    records: list[dict[str, Any]] = tally.register.to_dict("records")  # type: ignore[assignment]
    return {str(row["id"]).removeprefix("2014."): row for row in records}


def test_a_row_says_what_the_figure_is_about(tallied: Tallied) -> None:
    """Temaer, bydele, målgrupper and lokaludvalg are in the municipality's own spelling, each once."""
    tags = ("tema: [Groen, ældre]", "målgrupper: [unge]", "bydele: [valby]", "lokaludvalg: [Valby]")
    row = rows(tallied(tmf=body(indsats("dag", "frivillige: 15", *tags))))["tmf.dag.frivillige"]
    assert row["temaer"] == ("grøn", "ældre")
    assert row["maalgrupper"] == ("unge",)
    assert row["bydele"] == ("Valby",)
    assert row["lokaludvalg"] == ("Valby Lokaludvalg",)
    assert row["bidragyder"] == "Valby Lokaludvalg"


def test_places_give_bydele_and_an_unknown_place_says_so(tallied: Tallied) -> None:
    """A place without a bydel makes the answer uoplyst in part, unless the indsats itself names its bydele."""
    places = "steder:\n  - navn: Parken\n    bydel: Valby\n  - navn: Et sted"
    tally = tallied(tmf=body(indsats("a", "møder: 1", places), indsats("b", "møder: 1", "bydele: [Valby]", places)))
    assert rows(tally)["tmf.a.moeder"]["bydele"] == ("Valby", "uoplyst")
    assert rows(tally)["tmf.b.moeder"]["bydele"] == ("Valby",)


def test_a_share_knows_what_it_is_of(tallied: Tallied) -> None:
    """A share's base is the number it was typed with, or the one number of the whole it is a part of."""
    figures = (
        "medlemmer:\n  antal: 2.600\n  heraf:\n    internationale: ca. 2/3\n    unge: 100\nelever: ca. 1/2 af 90\n"
    )
    figures += "kr:\n  andel: 15 %\n  af: § 18-midlerne\ngæster:\n  antal: 20-30\n  heraf:\n    børn: 1/2"
    found = rows(tallied(tmf=body(indsats("a", figures))))
    shares = {key: (row["grundtal"], row["andel_af"], row["point"]) for key, row in found.items()}
    assert shares["tmf.a.medlemmer.heraf.internationale"] == (Decimal(2600), "medlemmer", Decimal(1733))
    assert shares["tmf.a.medlemmer.heraf.unge"] == (None, "", Decimal(100))
    assert shares["tmf.a.elever"] == (Decimal(90), "", Decimal(45))
    assert shares["tmf.a.kr.andel"] == (None, "§ 18-midlerne", None)
    assert shares["tmf.a.gaester.heraf.boern"] == (None, "gæster", None)


def test_every_figure_of_a_shared_thing_names_the_one_that_counts(tallied: Tallied) -> None:
    """`talt_fra` is the reporter whose figure counts, on the rows that count and on those that do not."""
    found = rows(
        tallied(
            tmf=body(indsats("a", "kurser: 3", shared("SOF", "SOF")), indsats("b", "kurser: 1")),
            sof=body(indsats("a", "kurser: 4", shared("SOF", "TMF"))),
        )
    )
    assert {key: row["talt_fra"] for key, row in found.items()} == {
        "tmf.a.kurser": "sof",
        "tmf.b.kurser": "",
        "sof.a.kurser": "sof",
    }


def test_the_owners_unknown_figure_is_its_own(tallied: Tallied) -> None:
    """An owner with a number and an unknown one keeps both: the unknown is not told away as counted elsewhere."""
    both = "møder (board): 2\nmøder (arbejdsgrupper): uoplyst"
    tally = tallied(sof=body(indsats("a", both, shared("SOF", "TMF"))))
    assert rows(tally)["sof.a.moeder.arbejdsgrupper"]["hvorfor_ikke"] == ""
    assert tally.totals[0].unknown == 1


def test_no_cell_is_nan(tallied: Tallied) -> None:
    """Open is infinite, unknown is None, and the columns are the declared ones, also without figures."""
    row = rows(tallied(tmf=body(indsats("a", "møder: mange\ngæster: uoplyst"))))
    assert (row["tmf.a.moeder"]["oevre"], row["tmf.a.gaester"]["oevre"]) == (OPEN, None)
    assert tuple(row["tmf.a.moeder"]) == COLUMNS
    assert tuple(tallied(tmf="indsatser: ingen\n").register.columns) == COLUMNS
