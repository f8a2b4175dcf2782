"""Operationalisering and the follow-up of a policy: the real plan of 2007, and an invented policy in two rounds."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from frivilligrapport.documents.document_type import Document
from frivilligrapport.documents.types import operationalisering, politikopfoelgning
from frivilligrapport.documents.types.operationalisering import Operationaliseringsdokument
from frivilligrapport.documents.types.politikopfoelgning import Politikopfoelgningsdokument
from frivilligrapport.documents.types.statusrapport import Statusrapport
from frivilligrapport.documents.types.statusrapport import make as make_report
from frivilligrapport.documents.year_data import YearData
from frivilligrapport.rendering.templates.render import render
from frivilligrapport.rendering.templates.sources import Templates
from support.folders.work_folder import status_file, write_folder
from support.reports import COMPILED, ground, headings_of_html, headings_of_markdown, rows_of
from support.repository import EXAMPLES, GOLDEN, REPOSITORY, AsExpected

EXAMPLE = EXAMPLES / "politik-to-aar"
POLICY = "titel: Politik\npunkter:\n  - nummer: 1\n    titel: Dialog\n  - nummer: 2\n    titel: Lokaler\n"
PLAN = """\
titel: Plan
forvaltning: TMF
år: {year}
dato: {year}-03-01
politik: politik
opfølges: hvert andet år
punkter:
  - punkt: 1
    opgaver:
      - id: kaffe
        navn: Kaffe
        tilstand: planlagt
"""
Make = Callable[..., YearData]


def rendered(kind: str, document: Document, ending: str) -> str:
    """Render a document with the built-in templates."""
    return render(f"{kind}.{ending}.j2", {"dokument": document.value}, Templates(compiled=COMPILED))


def plans(grundlag: YearData) -> list[Document]:
    """Make the year's operationaliseringer."""
    return list(operationalisering.DOCUMENT.make(grundlag))


def report_of(grundlag: YearData) -> Statusrapport:
    """Make the report of a year that has one."""
    assert grundlag.report is not None
    return make_report(grundlag.report)


def follow_ups(grundlag: YearData) -> list[Document]:
    """Make the year's follow-ups."""
    return list(politikopfoelgning.DOCUMENT.make(grundlag))


def followed_up(grundlag: YearData) -> Politikopfoelgningsdokument:
    """Make the year's one follow-up."""
    (document,) = follow_ups(grundlag)
    assert isinstance(document.value, Politikopfoelgningsdokument)
    return document.value


@pytest.fixture
def made(tmp_path: Path) -> Make:
    """Count a year of a work folder with the policy and other files below `indberetninger/`."""

    def run(files: Mapping[str, str], year: int = 2014) -> YearData:
        return ground(write_folder(tmp_path, {"politik/politik.yaml": POLICY, **files}), year=year)

    return run


def test_the_plan_of_2007(as_expected: AsExpected) -> None:
    """BIF's nine points with all 23 items are a document of their own, and what nobody told is uoplyst."""
    (document,) = plans(ground(REPOSITORY, year=2007))
    assert document.name == "operationalisering-bif"
    as_expected(GOLDEN / "operationalisering-bif.md", rendered("operationalisering", document, "md"))


def test_every_item_of_2007_is_there() -> None:
    """The points have 6, 3, 3, 1, 1, 3, 3, 2 and 1 items, as in the note; none has been left out."""
    (document,) = plans(ground(REPOSITORY, year=2007))
    assert isinstance(document.value, Operationaliseringsdokument)
    assert [len(rows_of(point.opgaver)) for point in document.value.punkter] == [6, 3, 3, 1, 1, 3, 3, 2, 1]


def test_one_of_seven_has_answered_in_2007() -> None:
    """The follow-up has a field for each point and forvaltning; only BIF's are told of."""
    table = followed_up(ground(REPOSITORY, year=2007)).visning.oversigt
    assert table is not None
    assert [column.navn for column in table.kolonner] == ["Punkt", "TMF", "SOF", "KFF", "BUF", "SUF", "BIF", "ØKF"]
    told = [[words for words in row[1:] if words != "uoplyst"] for row in rows_of(table)]
    assert told[0] == ["2 i gang, 4 planlagt; 6 opgaver"]
    assert [len(row) for row in told] == [1] * 9


def test_the_follow_up_of_the_example(as_expected: AsExpected) -> None:
    """States, evidence, promises and what is overdue, as the text of record says them."""
    (document,) = follow_ups(ground(EXAMPLE))
    as_expected(GOLDEN / "politikopfoelgning-to-aar.md", rendered("politikopfoelgning", document, "md"))


@pytest.mark.parametrize(("kind", "make"), [("operationalisering", plans), ("politikopfoelgning", follow_ups)])
def test_both_editions_have_the_same_headings(kind: str, make: Callable[[YearData], list[Document]]) -> None:
    """Markdown and HTML have the same chapters, and every link inside leads to something."""
    for grundlag in (ground(REPOSITORY, year=2007), ground(EXAMPLE)):
        for document in make(grundlag):
            html = rendered(kind, document, "html")
            assert headings_of_html(html) == headings_of_markdown(rendered(kind, document, "md"))
            targets = [part.split('"')[0] for part in html.split('href="#')[1:]]
            assert [one for one in targets if f'id="{one}"' not in html] == []


def test_evidence_is_linked() -> None:
    """An indsats that shows what was done is a link to where it is described."""
    (document,) = follow_ups(ground(EXAMPLE))
    link = '<a href="#indsats-kultur-velkomst">Velkomst til nye frivillige</a>'
    assert link in rendered("politikopfoelgning", document, "html")
    report = report_of(ground(EXAMPLE))
    html = render("statusrapport.html.j2", {"dokument": report}, Templates(compiled=COMPILED))
    assert link in html
    assert 'id="indsats-kultur-velkomst"' in html


def test_a_draft_says_so() -> None:
    """A draft of either document is marked."""
    grundlag = ground(EXAMPLE, draft=True)
    for kind, make in (("operationalisering", plans), ("politikopfoelgning", follow_ups)):
        (document,) = make(grundlag)
        assert "> **UDKAST.** Dokumentet er ikke færdigt" in rendered(kind, document, "md")


def test_the_report_of_2014_says_that_the_points_are_unknown() -> None:
    """Without known points there is no document of its own; the report says why, and answers the policy's demands."""
    grundlag = ground(REPOSITORY)
    assert follow_ups(grundlag) == []
    report = report_of(grundlag)
    assert report.politik is not None
    assert report.politik.oversigt is None
    assert "Politikkens punkter er uoplyst." in report.politik.om[1]
    assert [row[1] for row in rows_of(report.politik.krav)] == ["ja", "nej"]


def test_no_policy(made: Make) -> None:
    """A year that follows no policy has neither a chapter nor a document about one."""
    grundlag = made({})
    report = report_of(grundlag)
    assert report.politik is None
    assert follow_ups(grundlag) == []


def test_two_policies(made: Make) -> None:
    """Plans that answer two policies give two follow-ups, each with the policy's name."""
    other = PLAN.format(year=2007).replace("TMF", "SOF").replace("politik: politik", "politik: anden")
    grundlag = made(
        {
            "politik/anden.yaml": POLICY,
            "2007/operationalisering-tmf.yaml": PLAN.format(year=2007),
            "2007/operationalisering-sof.yaml": other,
        },
        2007,
    )
    names = [one.name for one in follow_ups(grundlag)]
    assert names == ["politikopfoelgning-politik", "politikopfoelgning-anden"]


def test_an_earlier_plan_is_no_answer(made: Make) -> None:
    """A plan that holds from an earlier year is named; what it says of that year is not said of this one."""
    report = "titel: Rapport\når: 2014\nforslag: ingen\npolitik: politik\n"
    found = followed_up(
        made({"2014/rapport.yaml": report, "2012/operationalisering-tmf.yaml": PLAN.format(year=2012)})
    ).visning
    assert rows_of(found.oversigt)[0][1:] == ["uoplyst; plan fra 2012", "uoplyst", "uoplyst"]
    assert found.punkter[0].uoplyst == "Uoplyst hos TMF (plan fra 2012), SOF og ØKF."
    late = "skulle være fulgt op hvert andet år; senest i 2014; ikke oplyst"
    assert rows_of(found.forfaldne) == [["Kaffe", "TMF", late]]
    assert rows_of(found.loefter) == [
        ["Kaffe", "TMF", "planlagt; plan fra 2012", "uoplyst", "uoplyst: der er ingen plan for 2014"]
    ]


def test_a_point_that_the_plan_leaves_out(made: Make) -> None:
    """Each of the policy's points is there; what the plan adds comes last."""
    extra = (
        "  - punkt: 7\n    titel: Mad\n    opgaver:\n      - id: kage\n        navn: Kage\n        tilstand: uoplyst\n"
    )
    (document,) = plans(made({"2007/operationalisering-tmf.yaml": PLAN.format(year=2007) + extra}, 2007))
    assert isinstance(document.value, Operationaliseringsdokument)
    assert [(one.titel, one.besked) for one in document.value.punkter] == [
        ("1. Dialog", ""),
        ("2. Lokaler", "Uoplyst: planen har ingen opgaver under punktet."),
        ("7. Mad", ""),
    ]
    assert document.value.sammenfatning[0] == (
        "Planen har 2 opgaver under 1 af politikkens 2 punkter. "
        "Tilstand er oplyst for 1 af 2, ejer for 0, frist for 0 og opfølgning for 0."
    )


def test_a_plan_without_items(made: Make) -> None:
    """An empty plan for an unknown policy is a document that says so."""
    empty = "titel: Plan\nforvaltning: TMF\når: 2007\npunkter: []\n"
    (document,) = plans(made({"2007/operationalisering-tmf.yaml": empty}, 2007))
    text = rendered("operationalisering", document, "md")
    assert "Planen har 0 opgaver." in text
    assert "| Politik | uoplyst |" in text


def test_focus_areas_are_called_so(made: Make) -> None:
    """A policy with focus areas is followed up by these, with their goals and how each is measured."""
    policy = POLICY.replace("punkter:", "fokusområder:") + "    mål:\n      - tekst: Der er plads til alle\n"
    grundlag = made({"politik/politik.yaml": policy, "2007/operationalisering-tmf.yaml": PLAN.format(year=2007)}, 2007)
    shown = followed_up(grundlag).visning
    assert shown.om[1].startswith("Politikken har 2 fokusområder.")
    assert shown.oversigt is not None
    assert shown.oversigt.kolonner[0].navn == "Fokusområde"
    assert shown.punkter[1].maal == ("2.1. Der er plads til alle. Måling uoplyst. Ingen indsats.",)
    (plan,) = plans(grundlag)
    assert "under 1 af politikkens 2 fokusområder." in rendered("operationalisering", plan, "md")


def test_a_goal_says_which_indsatser_are_to_reach_it(made: Make) -> None:
    """An indsats can point to a goal, and the file's follow-up can; of a goal that none points to, that is said."""
    goals = "".join(f"      - tekst: Mål {one}.\n" for one in "ABC")
    policy = f"titel: Politik\nfokusområder:\n  - nummer: 3\n    titel: Lokaler\n    mål:\n{goals}"
    own = "indsatser:\n  - id: laan\n    navn: Lån\n    tilstand: i drift\n    mål: [3.1]\n"
    answered = "politik:\n  - punkt: 3.2\n    indsatser: [laan]\n"
    report = "titel: Rapport\når: 2014\nforslag: ingen\npolitik: politik\n"
    files = {
        "politik/politik.yaml": policy,
        "2014/rapport.yaml": report,
        "2014/tmf.yaml": status_file("TMF", own + answered),
    }
    (point,) = followed_up(made(files)).visning.punkter
    assert point.maal == (
        "3.1. Mål A. Måling uoplyst. Indsatser: »Lån« (TMF).",
        "3.2. Mål B. Måling uoplyst. Indsatser: »Lån« (TMF).",
        "3.3. Mål C. Måling uoplyst. Ingen indsats.",
    )
