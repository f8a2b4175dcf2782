"""The figures as JSON: the interface that others rely on."""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from frivilligrapport.figures.register import Grouping
from frivilligrapport.grammar.quantity import Bounds
from frivilligrapport.rendering.exports.export import Export
from frivilligrapport.rendering.exports.json import figures_json
from support.folders.small_years import body, indsats, shared, with_bounds

Exported = Callable[..., Export]


def content(export: Export) -> dict[str, Any]:
    """Read the export back."""
    found: dict[str, Any] = json.loads(figures_json(export))
    return found


def test_a_total_has_the_agreed_keys_in_their_order(exported: Exported) -> None:
    """Numbers are numbers, an open bound is null, and who is missing is a list."""
    found = content(
        exported(
            tmf=body(indsats("a", "frivillige: ca. 15"), indsats("b", "frivillige: mange")),
            network=indsats("n", "frivillige: 2", indent=4),
        )
    )
    assert list(found) == ["år", "totaler", "brutto", "register", "kontrol", "indsatser", "definitioner"]
    assert found["år"] == 2014
    assert list(found["totaler"][0].items()) == [
        ("enhed", "frivillige"),
        ("tilstandsgruppe", "gennemført"),
        ("nedre", 15),
        ("øvre", None),
        ("tekst", "ca. 17 og et ubestemt antal"),
        ("n", 1),
        ("m", 3),
        ("mangler", ["SOF", "ØKF"]),
        ("note", "opgjort del 15-19"),
        ("netværk", "NET"),
    ]


def test_an_unknown_total_has_no_lower_bound_either(exported: Exported) -> None:
    """Null below is not known at all; 0 is 0."""
    totals = content(exported(tmf=body(indsats("a", "gæster: uoplyst\nelever: 0"))))["totaler"]
    assert [(one["nedre"], one["øvre"], one["tekst"]) for one in totals] == [(None, None, "uoplyst"), (0, 0, "0")]


def test_gross_is_beside_net(exported: Exported) -> None:
    """Everyone's figures of a shared thing, in the same form, for all units."""
    found = content(
        exported(
            tmf=body(indsats("a", "kurser: 3\nmøder: 1", shared("TMF", "SOF"))),
            sof=body(indsats("a", "kurser: 3", shared("TMF", "TMF"))),
        )
    )
    assert [(one["enhed"], one["nedre"]) for one in found["totaler"]] == [("kurser", 3), ("møder", 1)]
    assert [(one["enhed"], one["nedre"]) for one in found["brutto"]] == [("kurser", 6), ("møder", 1)]
    assert [(one["oplyst_af"], one["tæller"]) for one in found["kontrol"]] == [
        ("TMF", True),
        ("SOF", False),
        ("TMF", True),
    ]


def test_a_row_of_the_register(exported: Exported) -> None:
    """A row has everything: numbers, lists, answers, and null where there is nothing."""
    (row,) = content(exported(tmf=body(indsats("a", "kr: 2,5", "tema: [grøn]"))))["register"]
    assert row["id"] == "2014.tmf.a.kr"
    assert (row["nedre"], row["øvre"], row["bidrag_nedre"]) == (2.5, 2.5, 2.5)
    assert (row["temaer"], row["bydele"], row["metode"], row["tæller"]) == (["grøn"], [], None, True)
    assert (row["fil"], row["linje"], row["kolonne"]) == ("indberetninger/2014/tmf.yaml", 15, 11)


@pytest.mark.parametrize(
    ("lower", "upper", "expected"),
    [
        (Decimal(2**53 + 1), Decimal(10**27 + 1), (2**53 + 1, 10**27 + 1)),
        (Decimal("2.50"), Decimal("1E+3"), (2.5, 1000)),
        (Decimal("12345678901234567.25"), None, ("12345678901234567.25", None)),
    ],
)
def test_no_number_changes_on_its_way(
    exported: Exported, lower: Decimal, upper: Decimal | None, expected: tuple[object, object]
) -> None:
    """A sum beyond what a float holds is exact, and a decimal that a float would change stands as text."""
    export = with_bounds(exported(tmf=body(indsats("a", "kr: 1"))), Bounds(lower, upper))
    (total,) = content(export)["totaler"]
    assert (total["nedre"], total["øvre"]) == expected


def test_parts_are_added_when_asked_for(exported: Exported) -> None:
    """--by adds one list, named after what the totals are split by."""
    export = exported(Grouping.MAALGRUPPE, tmf=body(indsats("a", "møder: 1", "målgrupper: [unge]")))
    (part,) = content(export)["per_målgruppe"]
    assert (part["målgruppe"], part["enhed"], part["nedre"], part["n"], part["m"]) == ("unge", "møder", 1, 1, 3)


def test_it_reads_well_as_text(exported: Exported) -> None:
    """Letters are letters, and the file ends in a line end."""
    data = figures_json(exported(tmf=body(indsats("a", "møder: 1"))))
    assert "møder".encode() in data
    assert data.endswith(b"}\n")
