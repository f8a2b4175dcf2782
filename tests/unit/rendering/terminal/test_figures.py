"""The figures in the terminal."""

from collections.abc import Callable

import pytest

from frivilligrapport.figures.register import Grouping
from frivilligrapport.rendering.exports.export import Export
from frivilligrapport.rendering.terminal.figures import figures_text
from support.folders.small_years import body, indsats, shared

Exported = Callable[..., Export]
LOTS = "frivillige: ca. 15\nkurser: 3\nmøder: uoplyst"


def year(exported: Exported, grouping: Grouping | None = None) -> Export:
    """Give a year with something of everything."""
    return exported(
        grouping,
        tmf=body(
            indsats("a", LOTS, shared("TMF", "SOF")),
            indsats("b", "frivillige: op mod 10.000"),
            indsats("c", "frivillige: mange\nmøder: 4"),
            indsats("d", "kurser: 2", tilstand="planlagt"),
        ),
        sof=body(indsats("a", "kurser: 4", shared("TMF", "TMF"))),
    )


def test_the_whole_year(exported: Exported) -> None:
    """Unit, total, coverage, who is missing, note; what is done before what is coming; gross where it differs."""
    assert figures_text(year(exported)) == (
        "Tal for 2014, Prøvekøbing Kommune\n"
        "Modtaget fra 2 af 3 forvaltninger. Der mangler ØKF.\n"
        "\n"
        "Gennemført\n"
        "\n"
        "Enhed   I alt  Dækning\n"
        "frivillige (registreringer)  op mod 10.000, ca. 15 og et ubestemt antal\n"
        "    tal fra 1 af 3 forvaltninger\n"
        "    intet tal fra SOF og ØKF\n"
        "    note: opgjort del 13-10.017\n"
        "kurser  3      tal fra TMF\n"
        "    brutto: 7, når alles tal er talt med, også om det samme\n"
        "møder   4      tal fra TMF\n"
        "    dertil 1 tal, der er uoplyst\n"
        "\n"
        "Kommende\n"
        "\n"
        "Enhed   I alt  Dækning\n"
        "kurser  2      tal fra TMF\n"
        "\n"
        "»ca.« er regnet som plus eller minus 10\u00a0%. Tal, der ikke kan lægges sammen til\n"
        "ét, står hver for sig. Uoplyst er ikke 0.\n"
        "\n"
        "Frivillige er registreringer og ikke hoveder: Samme person kan være talt med i\n"
        "flere indsatser.\n"
    )


def test_a_part_without_figures_says_why(exported: Exported) -> None:
    """Per forvaltning there is no coverage to tell, but who has not delivered is told."""
    text = figures_text(year(exported, Grouping.FORVALTNING))
    assert "Forvaltning: SOF\n\ningen tal\n" in text
    assert "Forvaltning: ØKF\n\nikke modtaget\n" in text
    assert "Forvaltning: NET\n\ningen tal\n" in text
    assert "kurser  2      kommende\n" in text


def test_parts_explain_themselves(exported: Exported) -> None:
    """Where the parts can overlap or be unknown, the last lines say how they are made."""
    text = figures_text(year(exported, Grouping.TEMA))
    assert "Tema: ikke angivet\n" in text
    assert "Siger filen intet\nom tema, står den under »ikke angivet«." in text


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("grouping", [None, *Grouping])
def test_lines_fit_the_screen(exported: Exported, width: int, grouping: Grouping | None) -> None:
    """No line is longer than the screen, whatever is shown, and none ends in spaces."""
    lines = figures_text(year(exported, grouping), width).splitlines()
    assert [line for line in lines if len(line) > width or line != line.rstrip()] == []


def test_the_coverage_goes_below_on_a_narrow_screen(exported: Exported) -> None:
    """Nothing is left out when the columns do not fit side by side."""
    text = figures_text(year(exported), 25)
    assert "kurser  3\n    tal fra TMF\n" in text


def test_a_long_total_takes_no_room_from_the_others(exported: Exported) -> None:
    """Only the row that is too wide puts its coverage below."""
    text = figures_text(year(exported), 80)
    assert "ca. 15 og et ubestemt antal\n    tal fra 1 af 3 forvaltninger\n" in text
    assert "kurser  3      tal fra TMF\n" in text


def test_a_year_without_figures(exported: Exported) -> None:
    """Nothing is said to be nothing."""
    assert "\n\nDer er ingen tal.\n\n" in figures_text(exported(tmf="indsatser: ingen\n"))
