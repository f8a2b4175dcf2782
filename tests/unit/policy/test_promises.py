"""Promises from year to year, through a change of names too."""

from pathlib import Path

import pytest

from frivilligrapport.collection.loader import load
from frivilligrapport.policy.plans import plans_before, plans_in
from frivilligrapport.policy.promises import FollowUpDue, Standing, carried_over, follow_up_due
from support.folders.two_years import forvaltning, register
from support.folders.work_folder import write_folder

ITEM = "      - id: {id}\n        navn: {id}\n        tilstand: {state}\n{more}"


def plan(name: str, year: int, *items: str, often: str = "hvert andet år") -> str:
    """Give a plan's file."""
    head = f"titel: Plan\nforvaltning: {name}\når: {year}\nopfølges: {often}\npunkter:\n  - punkt: 1\n    opgaver:\n"
    return head + "".join(items)


def item(name: str, state: str = "planlagt", *more: str) -> str:
    """Give an item."""
    return ITEM.format(id=name, state=state, more="".join(f"        {line}\n" for line in more))


def outcomes(root: Path, owner: str = "tmf") -> list[tuple[str, str, str]]:
    """Say of each open promise what year it is from and what became of it in 2014."""
    samling = load(root)
    aargang = samling.aargang(2014)
    assert aargang is not None
    return [
        (str(one.loefte.id), str(one.earlier.aar), one.outcome) for one in carried_over(samling, aargang, owner, "")
    ]


def test_outcomes(tmp_path: Path) -> None:
    """Closed, continued and dropped as the new plan says; what stands in it goes on; the rest nobody has told of."""
    before = plan("TMF", 2012, *(item(name) for name in "abcde"), item("f", "afholdt"), item("g", "ophørt"))
    now = plan(
        "TMF", 2014, item("a", "afholdt", "udgang: lukket"), item("b", "i gang", "udgang: fortsat"),
        item("c", "aflyst", "udgang: droppet", "fordi: Ingen tid."), item("d"),
    )  # fmt: skip
    files = {"2012/operationalisering-tmf.yaml": before, "2014/operationalisering-tmf.yaml": now}
    assert outcomes(write_folder(tmp_path, files)) == [
        ("a", "2012", "lukket"),
        ("b", "2012", "fortsat"),
        ("c", "2012", "droppet"),
        ("d", "2012", "fortsat"),
        ("e", "2012", ""),
    ]


def test_promises_of_the_newest_plan_before(tmp_path: Path) -> None:
    """Only the last plan's promises are asked for; the plan before it has been answered by it."""
    files = {f"{year}/operationalisering-tmf.yaml": plan("TMF", year, item(f"a{year}")) for year in (2010, 2012)}
    assert outcomes(write_folder(tmp_path, files)) == [("a2012", "2012", "")]


def test_a_merged_forvaltning_takes_over_promises(tmp_path: Path) -> None:
    """What two forvaltninger promised, the one that took over from them answers for."""
    kommune = register(
        forvaltning("X", til=2013), forvaltning("Y", til=2013), forvaltning("NYF", 2014, afloeser="X, Y")
    )
    files = {f"2012/operationalisering-{one.lower()}.yaml": plan(one, 2012, item(one.lower())) for one in ("X", "Y")}
    now = plan("NYF", 2014, item("x", "i gang"))
    root = write_folder(tmp_path, {"kommune.yaml": kommune, "2014/operationalisering-nyf.yaml": now, **files})
    assert outcomes(root, "nyf") == [("x", "2012", "fortsat"), ("y", "2012", "")]


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (item("a"), item("a"), FollowUpDue("hvert andet år", 2014, None)),
        ("", item("a"), FollowUpDue("hvert andet år", 2016, None)),
        (item("a"), item("a", "i gang", "opfølgning:", "  - dato: 2013-05-01", "    tilstand: i gang"),
         FollowUpDue("hvert andet år", 2015, 2013)),
        (item("a"), item("a", "i gang", "udgang: fortsat"), FollowUpDue("hvert andet år", 2016, 2014)),
        (item("a"), item("a", "i gang", "udgang: lukket"), None),
        (item("a"), item("a", "afholdt"), None),
    ],
    ids=["since the first plan", "new", "since the last follow-up", "continued", "closed", "done"],
)  # fmt: skip
def test_when_it_is_due(tmp_path: Path, before: str, now: str, expected: FollowUpDue | None) -> None:
    """Reckoned from the last follow-up or the first plan, by the plan's own words."""
    root = write_folder(
        tmp_path,
        {
            "2012/operationalisering-tmf.yaml": plan("TMF", 2012, before or item("andet")),
            "2014/operationalisering-tmf.yaml": plan("TMF", 2014, now),
        },
    )
    assert _due(root) == expected


def test_how_often_the_item_happens(tmp_path: Path) -> None:
    """Where the plan does not say how often it is followed up, the item's own words count; løbende is never due."""
    once = plan("TMF", 2014, item("a", "i gang", "hyppighed: hvert år"), often="uoplyst")
    assert _due(write_folder(tmp_path, {"2014/operationalisering-tmf.yaml": once})) == FollowUpDue(
        "hvert år", 2015, None
    )
    always = plan("TMF", 2014, item("a", "i gang", "hyppighed: løbende"), often="løbende")
    assert _due(write_folder(tmp_path, {"2014/operationalisering-tmf.yaml": always})) is None


def _due(root: Path) -> FollowUpDue | None:
    samling = load(root)
    aargang = samling.aargang(2014)
    assert aargang is not None
    (found,) = plans_in(samling, aargang)
    one = found.opgave("a")
    assert one is not None
    return follow_up_due(found, plans_before(samling, 2014, "tmf", ""), one, 2014)


def test_a_follow_up_is_told_of_in_the_year_it_was_made(tmp_path: Path) -> None:
    """An earlier plan's follow-ups say how far its items are; the newest by the year's end counts."""
    told = ["opfølgning:"]
    for day, state in (("2013-05-01", "i gang"), ("2014-03-01", "på vej"), ("2015-01-01", "afholdt")):
        told += [f"  - dato: {day}", f"    tilstand: {state}"]
    before = plan("TMF", 2012, item("a", "planlagt", *told), item("b"))
    samling = load(write_folder(tmp_path, {"2012/operationalisering-tmf.yaml": before, "2014/tmf.yaml": "år: 2014\n"}))
    aargang = samling.aargang(2014)
    assert aargang is not None
    first, second = carried_over(samling, aargang, "tmf", "")
    assert (first.before, first.after, first.outcome) == (Standing("i gang", 2013), Standing("på vej", 2014), "fortsat")
    assert (second.before, second.after, second.outcome) == (Standing("planlagt", 2012), None, "")


def test_what_was_followed_up_as_over_is_no_promise_any_more(tmp_path: Path) -> None:
    """What a follow-up says is held is closed that year, and asked for no more the year after."""
    told = ("opfølgning:", "  - dato: 2013-05-01", "    tilstand: afholdt")
    before = plan("TMF", 2012, item("a", "planlagt", *told))
    empty = {f"{year}/tmf.yaml": f"år: {year}\n" for year in (2013, 2014)}
    samling = load(write_folder(tmp_path, {"2012/operationalisering-tmf.yaml": before, **empty}))
    found = [carried_over(samling, aargang, "tmf", "") for aargang in samling.aargange if aargang.aar > 2012]
    assert [[one.outcome for one in year] for year in found] == [["lukket"], []]
