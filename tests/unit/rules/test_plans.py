"""Operationaliseringer and the policies that they answer (FR305 to FR307, FR321, FR329, FR480 to FR486)."""

from collections.abc import Callable

import pytest

from examples import text

Found = Callable[..., str]
HEAD = """\
# fil: {year}/operationalisering-{owner}.yaml
titel: Plan
forvaltning: {name}
år: {year}
dato: {year}-03-01
politik: frivillighedspolitik
opfølges: {often}
punkter:
  - punkt: {point}
    opgaver:
"""
POLICY = """\
# fil: politik/frivillighedspolitik.yaml
titel: Frivillighedspolitik
krav:
  - Der aflægges en rapport.
punkter:
  - nummer: 1
    titel: Dialog
"""
ITEM = "      - id: {id}\n        navn: {name}\n        tilstand: {state}\n"


def plan(
    *items: str, year: int = 2014, owner: str = "tmf", name: str = "TMF", often: str = "løbende", point: str = "1"
) -> str:
    """Give a plan's file."""
    return HEAD.format(year=year, owner=owner, name=name, often=often, point=point) + "".join(items)


def item(name: str, state: str = "planlagt", *lines: str) -> str:
    """Give an item."""
    return ITEM.format(id=name.lower(), name=name, state=state) + "".join(f"        {line}\n" for line in lines)


def test_a_good_plan(found: Found) -> None:
    """A plan that answers a known policy has no findings."""
    assert found(POLICY + plan(item("Kaffe"))) == ""


def test_unknown_forvaltning(found: Found) -> None:
    """The name that was probably meant is offered."""
    assert found(POLICY + plan(item("Kaffe"), name="TFM")) == text("""
        2014/operationalisering-tmf.yaml:2:14 fejl FR305
          Forvaltningen »TFM« kendes ikke. Mente du »TMF«?
          Skriv TMF.
    """)


def test_another_name(found: Found) -> None:
    """The file's name and the forvaltning must agree."""
    assert found(POLICY + plan(item("Kaffe"), name="KFF")) == text("""
        2014/operationalisering-tmf.yaml:2:14 fejl FR306
          Filen hedder operationalisering-tmf.yaml, men siger forvaltning: KFF.
          Skriv forvaltning: TMF, eller kald filen operationalisering-kff.yaml.
    """)


def test_a_file_named_after_nobody(found: Found) -> None:
    """A name that is no forvaltning's is told with the right name of the file."""
    assert found(POLICY + plan(item("Kaffe"), owner="teknik")) == text("""
        2014/operationalisering-teknik.yaml:2:14 fejl FR306
          Filen hedder operationalisering-teknik.yaml, men siger forvaltning: TMF.
          Kald filen operationalisering-tmf.yaml.
    """)


def test_a_forvaltning_that_did_not_exist(found: Found) -> None:
    """A forvaltning that began later made no plan that year."""
    register = """\
# fil: kommune.yaml
forvaltninger:
  - id: tmf
    forkortelse: TMF
    navn: Teknik
  - id: kff
    forkortelse: KFF
    navn: Kultur
    fra: 2015
"""
    example = register + POLICY + plan(item("Kaffe"), owner="kff", name="KFF")
    assert found(example, without="2014/kff.yaml") == text("""
        2014/operationalisering-kff.yaml:2:14 fejl FR307
          KFF findes ikke i 2014: I kommune.yaml står den fra 2015.
          Flyt filen til det rigtige år, eller ret fra og til i kommune.yaml.
    """)


def test_the_network_makes_no_plan(found: Found) -> None:
    """A plan is a forvaltning's."""
    assert found(POLICY + plan(item("Kaffe"), owner="net", name="NET")) == text("""
        2014/operationalisering-net.yaml:2:14 fejl FR307
          NET er et netværk. En operationalisering er en forvaltnings plan.
          Brug forkortelsen på en forvaltning i kommune.yaml.
    """)


def test_unknown_policy_and_point(found: Found) -> None:
    """Policy and points are called as the policy's file is; the nearest is offered."""
    assert found(POLICY + plan(item("Kaffe")).replace("frivillighedspolitik\nopf", "frivilligpolitik\nopf")) == text("""
        2014/operationalisering-tmf.yaml:5:10 fejl FR329
          Politikken »frivilligpolitik« er ikke i mappen politik. Mente du »frivillighedspolitik«?
          Skriv frivillighedspolitik.
    """)
    assert found(POLICY + plan(item("Kaffe"), point="Dialogen")) == text("""
        2014/operationalisering-tmf.yaml:8:12 fejl FR329
          Politikken har intet punkt »Dialogen«. Mente du »Dialog«?
          Skriv Dialog (i punktet »Dialogen«).
    """)


def test_unknown_demand(found: Found) -> None:
    """A demand is called by its number in the policy's list."""
    example = POLICY + "# fil: 2014/rapport.yaml\npolitik: frivillighedspolitik\nkrav:\n  - krav: 2\n    opfyldt: ja\n"
    assert found(example) == text("""
        2014/rapport.yaml:7:11 fejl FR329
          Politikken har intet krav nummer »2«. Den har 1.
          Skriv kravets nummer, talt fra 1 (i kravet »2«).
    """)


def test_points_and_areas(found: Found) -> None:
    """A policy has points or focus areas."""
    assert found(POLICY + "fokusområder:\n  - titel: Vi vil være åbne\n") == text("""
        politik/frivillighedspolitik.yaml:7:1 fejl FR480
          Politikken har både punkter og fokusområder.
          Behold den ene liste, og flyt det fra den anden ind i den.
    """)


def test_no_date(found: Found) -> None:
    """A plan without a date says so among what it lacks."""
    undated = plan(item("Kaffe")).replace("dato: 2014-03-01\n", "")
    assert found(POLICY + undated) == text("""
        2014/operationalisering-tmf.yaml:1:1 advarsel FR481
          Planens dato er ikke oplyst.
          Skriv dato:, eller skriv under mangler: hvor: dato og hvad der mangler.
    """)
    assert found(POLICY + undated + "mangler:\n  - hvor: dato\n    hvad: planens dato\n") == ""
    assert found(POLICY + plan(item("Kaffe")).replace("2014-03-01", "14/3 i år")).count("\n") == 2


def test_unknown_evidence(found: Found) -> None:
    """An item points at indsatser of its own forvaltning."""
    wrong, right = (plan(item("Kaffe", "i gang", f"indsatser: [{name}]")) for name in ("naturens-dage", "naturens-dag"))
    assert found(POLICY + wrong) == text("""
        2014/operationalisering-tmf.yaml:13:21 fejl FR482
          TMF har ingen indsats med id'et »naturens-dage«. Mente du »naturens-dag«?
          Skriv naturens-dag (i opgaven »Kaffe«).
    """)
    assert found(POLICY + right) == ""


def test_the_same_id_twice(found: Found) -> None:
    """An id is one item's."""
    assert "FR321" in found(POLICY + plan(item("Kaffe"), item("Kaffe")))


def test_forgotten_items(found: Found) -> None:
    """What was promised last and not finished is mentioned again; what was finished need not be."""
    before = plan(item("Kaffe"), item("Kager", "afholdt"), item("Te", "i gang", "udgang: lukket"), year=2013)
    assert found(POLICY + before + plan(item("Saft"))) == text("""
        2014/operationalisering-tmf.yaml:7:1 advarsel FR483
          Opgaven »Kaffe« fra planen for 2013 er ikke omtalt.
          Skriv den under opgaver med id: kaffe og udgang: lukket, fortsat eller droppet.
    """)


def test_items_of_another_policy(found: Found) -> None:
    """A plan for another policy answers for other promises."""
    before = plan(item("Kaffe"), year=2013).replace("politik: frivillighedspolitik\n", "")
    assert found(POLICY + before + plan(item("Saft"))) == ""


def test_overdue(found: Found) -> None:
    """Items that wait for the same follow-up are one finding, which names some of them."""
    names = ("Kaffe", "Te", "Saft", "Kager", "Boller")
    often = "hvert andet år"
    before, now = (plan(*map(item, names), year=year, often=often) for year in (2012, 2014))
    assert found(POLICY + before + now) == text("""
        2014/operationalisering-tmf.yaml:11:15 advarsel FR484
          Opfølgning på »Kaffe«, »Te«, »Saft« og 2 andre er ikke oplyst. Den skulle komme hvert andet år.
          Skriv opfølgning: med dato og tilstand, senest fra 2014.
    """)


@pytest.mark.parametrize(
    "line", ["udgang: fortsat", "opfølgning:\n          - dato: 2013-10-01\n            tilstand: i gang"]
)
def test_followed_up_in_time(found: Found, line: str) -> None:
    """A follow-up, or word of what became of it, is what the plan asks for."""
    before = plan(item("Kaffe"), year=2012, often="hvert andet år")
    assert found(POLICY + before + plan(item("Kaffe", "i gang", line), often="hvert andet år")) == ""


def test_a_new_plan_is_not_overdue(found: Found) -> None:
    """No clock is looked at: only a later document can show that a follow-up is missing."""
    assert found(POLICY + plan(item("Kaffe"), year=2007, often="hvert år"), year=2007) == ""


def test_followed_up_too_early(found: Found) -> None:
    """A follow-up is not older than the first plan that has the item."""
    line = "opfølgning:\n          - dato: maj 2012\n            tilstand: i gang"
    assert found(POLICY + plan(item("Kaffe", "i gang", line))) == text("""
        2014/operationalisering-tmf.yaml:14:19 fejl FR485
          Opfølgningen er dateret »maj 2012«, men planen er fra 2014.
          Ret opfølgningens eller planens dato (i opgaven »Kaffe«).
    """)
    assert found(POLICY + plan(item("Kaffe"), year=2011) + plan(item("Kaffe", "i gang", line))) == ""


def test_no_interval(found: Found) -> None:
    """How often is a word that a year can be reckoned from, or løbende."""
    assert found(
        POLICY + plan(item("Kaffe", "i gang", "hyppighed: årligt/halvårligt"), often="når der er tid")
    ) == text("""
        2014/operationalisering-tmf.yaml:6:11 advarsel FR486
          »når der er tid« siger ikke, hvor tit der følges op.
          Skriv for eksempel hvert år, hvert andet år eller løbende.
        2014/operationalisering-tmf.yaml:13:20 advarsel FR486
          »årligt/halvårligt« siger to ting om, hvor tit det er.
          Skriv årligt eller halvårligt (i opgaven »Kaffe«).
    """)
