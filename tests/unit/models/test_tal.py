"""Figures in the short form and the long."""

import pytest

from frivilligrapport.models.fields.leaves import Maengde
from frivilligrapport.models.tal import Tal
from support.texts.model_text import HEAD, I_SMAG_VERDEN, TAL, statusfil


def figures(lines: str) -> tuple[Tal, ...]:
    """Read the figures of an indsats, which must have no faults."""
    found = statusfil(TAL + "".join(f"      {line}\n" for line in lines.splitlines()))
    assert found.told == ()
    return found.read.indsatser[0].tal


def typed(stated: Maengde | None) -> str:
    """Give a quantity as it was typed."""
    assert stated is not None
    return stated.quantity.typed


def test_the_short_form() -> None:
    """The short form is the quantity itself, at its place."""
    (one,) = figures("frivillige: ca. 15")
    assert (one.enhed, typed(one.antal)) == ("frivillige", "ca. 15")
    assert one.antal is not None
    assert str(one.antal.location) == "tmf.yaml:8:19"
    assert str(one.location) == "tmf.yaml:8:7"


def test_the_long_form() -> None:
    """The long form has a field for everything that a figure can say."""
    (one,) = figures(
        "gæster:\n  antal: 200\n  forrige_år: 180\n  på_vej: 20\n  på_vej_med_i_antal: nej\n  mindst: 190\n"
        "  højst: 210\n  andel: 15 %\n  af: § 18-midlerne\n  opgjort: 2014\n  kilde: Billetsalg\n  metode: skøn\n"
        "  tæl_med: nej\n  bemærkning: Talt.\n  forklaring: Regnvejr.\n  heraf:\n    børn: 50\n    voksne: ca. 150"
    )
    assert [typed(stated) for stated in (one.antal, one.forrige_aar, one.paa_vej, one.mindst, one.hoejst)] == [
        "200", "180", "20", "190", "210",
    ]  # fmt: skip
    assert (one.paa_vej_med_i_antal, one.metode, one.tael_med, one.af) == ("nej", "skøn", False, "§ 18-midlerne")
    assert [(str(part.navn), typed(part.antal)) for part in one.heraf] == [("børn", "50"), ("voksne", "ca. 150")]


def test_both_forms_say_the_same() -> None:
    """A figure is the same in the short form and the long."""
    (short,), (long,) = figures("gæster: over 100"), figures("gæster:\n  antal: over 100")
    assert short.antal is not None
    assert long.antal is not None
    assert (short.enhed, short.antal.quantity) == (long.enhed, long.antal.quantity)


@pytest.mark.parametrize(
    ("key", "enhed", "maerke"),
    [
        ("møder", "møder", ""),
        ("møder (board)", "møder", "board"),
        ("møder(board)", "møder", "board"),
        ("Møder ( board )", "Møder", "board"),
        ("deltagere (ansatte)", "deltagere", "ansatte"),
        ("frivillige timer", "frivillige timer", ""),
        ("møder (board", "møder (board", ""),
        ("møder ()", "møder", ""),
    ],
)
def test_unit_and_label(key: str, enhed: str, maerke: str) -> None:
    """What stands in parentheses after a unit is its label."""
    (one,) = figures(f"{key}: 2")
    assert (one.enhed_og_maerke, one.enhed, one.maerke) == (key, enhed, maerke)


def test_the_same_unit_with_labels() -> None:
    """Labels keep figures of one unit apart."""
    found = figures("møder (board): 2\nmøder (arbejdsgrupper): en række")
    assert [one.maerke for one in found] == ["board", "arbejdsgrupper"]


@pytest.mark.parametrize("line", ["gæster:", "gæster: uoplyst", "gæster:\n  antal: uoplyst"])
def test_an_unknown_figure(line: str) -> None:
    """Nothing after the unit is the same as uoplyst (number grammar, table of kinds)."""
    (one,) = figures(line)
    assert one.antal is not None
    assert one.antal.quantity.bounds() is None


@pytest.mark.parametrize("value", ["20-30.000", "\n        antal: 20-30.000"])
def test_a_figure_that_cannot_be_read(value: str) -> None:
    """Either form gives one finding, and the figure stays, unknown: no total may claim to be whole."""
    found = statusfil(TAL + f"      gæster: {value}\n      elever: 5\n")
    place = "9:16+9" if "\n" in value else "8:15+9"
    hint = f"Skriv 20.000-30.000 eller 20-30 {I_SMAG_VERDEN}"
    assert found.told == (f"{place} FR201 »20-30.000« kan læses på to måder. {hint}",)
    guests, pupils = found.read.indsatser[0].tal
    assert guests.antal is not None
    assert guests.antal.quantity.bounds() is None
    assert typed(pupils.antal) == "5"


def test_other_quantities_that_cannot_be_read() -> None:
    """Each field is told by itself, and the figure keeps the rest."""
    found = statusfil(
        TAL + "      gæster:\n        antal: 200\n        forrige_år: 20-30.000\n        opgjort: 31. juni 2014\n"
        "        heraf:\n          børn: 2.60\n          voksne: 10\n"
    )
    assert [line.split(" »")[0] for line in found.told] == ["10:21+9 FR201", "11:18+13 FR223", "13:17+4 FR202"]
    (one,) = found.read.indsatser[0].tal
    assert (one.forrige_aar, one.opgjort, typed(one.antal)) == (None, None, "200")
    assert [typed(part.antal) for part in one.heraf] == ["uoplyst", "10"]


def test_figures_of_the_forvaltning() -> None:
    """A forvaltning may have figures as a whole, also such as cannot be read."""
    assert [one.enhed for one in statusfil(HEAD + "tal:\n  frivillige: 2.60\n").read.tal] == ["frivillige"]
