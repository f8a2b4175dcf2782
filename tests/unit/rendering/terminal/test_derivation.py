"""A derivation in plain Danish."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from frivilligrapport.collection.loader import load
from frivilligrapport.figures.derivation import Derivations
from frivilligrapport.figures.register import count
from frivilligrapport.rendering.terminal.derivation import DerivationPrinter
from support.folders.work_folder import status_file, write_folder

Told = Callable[..., str]
HEAD = "indsatser:\n  - id: a\n    navn: A\n    tilstand: afholdt\n    tal:\n      kr:\n"


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Tell of one figure or total of a TMF that has given one `tal` in kroner, a field a line."""

    def run(wanted: str, *fields: str, margin: Fraction = Fraction(1, 10), change: str = "") -> str:
        lines = "".join(f"        {field}\n" for field in fields)
        samling = load(write_folder(tmp_path, {"2014/tmf.yaml": status_file("TMF", HEAD + lines)}))
        aargang = samling.aargang(2014)
        assert aargang is not None
        year = Derivations(count(samling, aargang))
        found = year.find(wanted)
        assert found is not None
        changes = dict.fromkeys(found.places, change)
        return DerivationPrinter(2014, year.register.scope.names, margin, changes).text(found)

    return run


def sentences(text: str) -> Iterator[str]:
    """Give the sentences about a figure, between where it was typed and the totals that it is part of."""
    lines = [line.strip() for line in text.partition("\nDet indgår i:")[0].splitlines()]
    yield from lines[lines.index(next(line for line in lines if line.startswith("Skrevet"))) + 1 :]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("40", []),
        ("20-30", []),
        ("ca. 40", ["»ca.« regnes som 10\xa0% til hver side, rundet udad.", "Det giver 36-44."]),
        ("over 100", ["Der er ingen øvre grænse.", "Det giver mindst 101."]),
        ("100+", ["Der er ingen øvre grænse.", "Det giver mindst 100."]),
        ("op mod 40", ["Der er ingen kendt nedre grænse, så der regnes fra 0.", "Det giver 0-40."]),
        ("under 5", ["Der er ingen kendt nedre grænse, så der regnes fra 0.", "Det giver 0-4."]),
        ("knap 200", ["»knap« regnes som højst 10\xa0% under.", "Det giver 180-199."]),
        ("lidt over 600", ["»lidt over« regnes som højst 10\xa0% over.", "Det giver 600-660."]),
        ("2/3 af 2.600", ["Andelen er regnet om til et antal.", "Det giver 1.733-1.734."]),
        ("mange", ["Et ubestemt antal regnes fra 0 og uden øvre grænse."]),
        ("uoplyst", ["Uoplyst er ikke 0. Det lægger intet til og gør ikke dækningen større."]),
    ],
)
def test_words_become_bounds_by_a_rule_that_is_said(told: Told, typed: str, says: list[str]) -> None:
    """Each reservation has its sentence and the bounds that it gives; a plain number has none."""
    assert list(sentences(told("2014.tmf.a.kr", f"antal: {typed}"))) == says


def test_what_is_on_its_way_is_taken_out_aloud(told: Told) -> None:
    """A figure less what is on its way says so, and so does one that may or may not hold it."""
    inside = sentences(told("2014.tmf.a.kr", "antal: 21", "på_vej: 9", "på_vej_med_i_antal: ja"))
    unsure = sentences(told("2014.tmf.a.kr", "antal: 21", "på_vej: 9", "på_vej_med_i_antal: uoplyst"))
    assert list(inside) == [
        "Det, der er på vej, er talt med i antallet og er trukket fra.",
        "Det giver 12.",
    ]
    assert list(unsure) == [
        "Det er uoplyst, om det, der er på vej, er talt med i antallet. Begge muligheder er holdt åbne.",
        "Det giver 12-21.",
    ]


def test_limits_of_ones_own_come_first(told: Told) -> None:
    """With mindst og højst the bounds are those; where the number itself is unknown, they are the figure."""
    assert list(sentences(told("2014.tmf.a.kr", "antal: 7", "mindst: 5", "højst: 9"))) == [
        "»mindst« og »højst« i filen går forud for antallet.",
        "Det giver 5-9.",
    ]
    limits_alone = told("2014.tmf.a.kr", "antal: uoplyst", "mindst: 5", "højst: 9")
    assert list(sentences(limits_alone)) == []
    assert "kr: 5-9" in limits_alone
    assert "Skrevet »mindst: 5, højst: 9« i" in limits_alone


def test_the_years_own_margin_is_named(told: Told) -> None:
    """The convention for "ca." is the report's own, also with a decimal."""
    text = told("2014.tmf.a.kr", "antal: ca. 40", margin=Fraction(1, 8))
    assert "»ca.« regnes som 12,5\xa0% til hver side" in text


def test_a_share_of_no_count_cannot_be_reckoned(told: Told) -> None:
    """A share of something that is no count says why it adds nothing."""
    text = told("2014.tmf.a.kr.andel", "andel: 15 %", "af: puljen")
    assert "kr (andel): 15\xa0%" in text
    assert "  Lægges ikke til: andel af puljen, ikke et antal.\n" in text
    assert "ikke oplyst som et antal, så den kan ikke regnes om." in text


def test_the_reporters_words_stand_beside_the_figure_once(told: Told) -> None:
    """Kilde, metode, opgjort and bemærkning follow the figure and are not said again of its subsets."""
    text = told(
        "2014.kr", "antal: 9", "heraf:", "  unge: 3", "opgjort: ultimo 2014", "metode: skøn", "bemærkning: Kun i maj."
    )
    assert text.count("Bemærkning: Kun i maj.\n") == 1
    assert "    Opgjort: ultimo 2014.\n    Metode: skøn.\n" in text
    assert "    Delmængder:\n      TMF, »A«, kr, heraf unge: 3\n" in text


def test_the_change_of_a_line_follows_its_place(told: Told) -> None:
    """What is known of a line's last change stands after where it was typed."""
    text = told("2014.tmf.a.kr", "antal: 9", change="Linjen er sidst ændret i går.")
    assert "  Skrevet »9« i indberetninger/2014/tmf.yaml:15:16. Linjen er sidst ændret i går.\n" in text
