"""The tables of the year: changes, coverage and registered indsatser."""

import pytest

from frivilligrapport.documents.types.tabelbilag import Tabelbilag
from support.folders.work_folder import status_file
from support.reports import MakeAppendix, rows_of


def with_figure(body: str, name: str = "TMF", year: int = 2014) -> str:
    """Give a status file with one indsats that reports figures."""
    indsats = "indsatser:\n  - id: a\n    navn: A\n    tilstand: i gang\n    tal:\n"
    return status_file(name, indsats + "".join(f"      {line}\n" for line in body.splitlines()), year)


@pytest.mark.parametrize(
    ("last_year", "this_year", "row"),
    [
        ("projekter: 12", "projekter: 21", ["TMF: A, projekter", "12", "21", "stigning på 75\u00a0%"]),
        ("projekter: ca. 20", "projekter: 21", ["TMF: A, projekter", "ca. 20", "21", "ingen sikker ændring"]),
        (
            "projekter: 12",
            "projekter:\n  antal: 21\n  forrige_år: 14",
            ["TMF: A, projekter", "12; 14", "21", "kan ikke sammenlignes: filerne er ikke enige om 2013"],
        ),
        (
            "projekter:\n  antal: 12\n  metode: skøn",
            "projekter:\n  antal: 21\n  metode: optælling",
            ["TMF: A, projekter", "12", "21", "brud: metoden er ændret fra skøn til optælling"],
        ),
        (
            "grupper: 1",
            "projekter:\n  antal: 21\n  forrige_år: 12",
            ["TMF: A, projekter", "12", "21", "stigning på 75\u00a0%"],
        ),
    ],
)
def test_a_change_is_only_told_where_it_is_certain(
    make_appendix: MakeAppendix, last_year: str, this_year: str, row: list[str]
) -> None:
    """Last year's file and `forrige_år` must agree, the method must be the same, and the bounds must be disjoint."""
    files = {"2013/tmf.yaml": with_figure(last_year, year=2013), "2014/tmf.yaml": with_figure(this_year)}
    assert rows_of(make_appendix(files).aaret.aendringer)[0] == row


def test_a_figure_that_counts_elsewhere_than_before_is_not_compared(make_appendix: MakeAppendix) -> None:
    """A new owner breaks the series, and the report says so instead of a percentage."""
    indsats = "indsatser:\n  - id: a\n    navn: A\n    tilstand: i gang\n"
    body = indsats + "    fælles:\n      id: a\n      tæller_hos: {owner}\n    tal:\n      projekter: {number}\n"
    before = status_file("TMF", body.format(owner="TMF", number=12), year=2013)
    after = status_file("TMF", body.format(owner="SOF", number=21))
    (row,) = rows_of(make_appendix({"2013/tmf.yaml": before, "2014/tmf.yaml": after}).aaret.aendringer)
    assert row[3] == "brud: tallet tæller hos SOF i 2014 og hos TMF i 2013"


def test_who_finds_a_unit_not_relevant_is_not_asked(make_appendix: MakeAppendix) -> None:
    """Such a forvaltning lowers the number asked, and is still named with its answer."""
    files = {
        "2014/tmf.yaml": status_file("TMF", "indsatser: ingen\ntal:\n  frivillige: 5\n"),
        "2014/sof.yaml": status_file("SOF", "indsatser: ingen\ntal:\n  frivillige: ikke relevant\n"),
        "2014/oekf.yaml": status_file("ØKF"),
    }
    (row,) = rows_of(make_appendix(files).aaret.gennemfoert[0])
    assert row == ["frivillige", "5", "tal fra 1 af 2 forvaltninger", "ØKF; SOF (ikke relevant)"]


def test_without_last_year_s_figures_nothing_is_said_of_change(make_appendix: MakeAppendix) -> None:
    """No figure for both years: no table of changes."""
    assert make_appendix({"2014/tmf.yaml": with_figure("projekter: 21")}).aaret.aendringer is None


def test_registered_indsatser_are_counted_apart_from_their_figures(appendix_2014: Tabelbilag) -> None:
    """The tables by state and by art have the same totals, which the chart shows in words."""
    (by_state,), (by_art,) = appendix_2014.aaret.registrerede[1:]
    totals = [cell.tekst for cell in by_state.fod[0]]
    assert totals == ["I alt", "14", "5", "14", "6", "7", "8", "17", "12", "83"]
    assert [cell.tekst for cell in by_art.fod[0]] == totals
    for table in (by_state, by_art):
        for column in range(1, len(totals)):
            assert sum(int(row[column].tekst) for row in table.raekker) == int(totals[column])
    assert "Socialforvaltningen: 5" in appendix_2014.aaret.diagram.alternative
