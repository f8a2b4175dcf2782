"""Laws of adding up, from whole files to totals."""

from collections.abc import Mapping
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.figures.figure import StateGroup
from frivilligrapport.figures.register import Grouping, Register, count
from frivilligrapport.figures.totals import Total
from frivilligrapport.grammar.quantity import Bounds
from frivilligrapport.models.enheder import ENHEDER, Enhedsart
from support.folders.small_years import body, indsats, passing_year, shared
from support.laws import tried

UNITS = {unit.flertal: unit.art for unit in ENHEDER}
NAMES = ("a", "b", "c")
quantities = st.one_of(
    st.integers(0, 30_000).map(str),
    st.integers(1, 30_000).map("ca. {}".format),
    st.integers(1, 30_000).map("over {}".format),
    st.integers(1, 30_000).map("op mod {}".format),
    st.sampled_from(["mange", "uoplyst", "ikke relevant"]),
)
few_units = st.sampled_from(["frivillige", "gæster", "møder"])
figures = st.dictionaries(few_units, quantities, max_size=3)
tags = st.sampled_from(["", "tema: [grøn]", "tema: [ældre]", "tema: [grøn, ældre]", "bydele: [Valby]"])
states = st.sampled_from(["afholdt", "i gang", "planlagt", "aflyst"])


def lines(found: Mapping[str, str]) -> str:
    """Write figures as they stand under `tal`."""
    return "\n".join(f"{unit}: {typed}" for unit, typed in found.items())


@st.composite
def some_indsatser(draw: st.DrawFn) -> list[str]:
    """Draw indsatser: some shared, some inside one another."""
    made = []
    for name in draw(st.lists(st.sampled_from(NAMES), unique=True)):
        more = [draw(tags)]
        more += [shared("TMF", "SOF", f"ting-{name}")] if draw(st.booleans()) else []
        more += [f"hører_til: {NAMES[0]}"] if name != NAMES[0] and draw(st.booleans()) else []
        made.append(indsats(name, lines(draw(figures)), *filter(None, more), tilstand=draw(states)))
    return made


files = some_indsatser().map(lambda made: body(*made) if made else "indsatser: ingen\n")


def counted(**bodies: str) -> Register:
    """Count a year."""
    return count(*passing_year(**bodies))


def sums(totals: tuple[Total, ...]) -> dict[tuple[str, str], tuple[Bounds | None, Bounds | None, str]]:
    """Give what the totals say, whoever they are from, by unit and state group; those with nothing known left out."""
    return {(one.enhed, one.gruppe): (one.bounds, one.quantified, one.text) for one in totals if one.bounds}


@tried(25)
@given(files, files, st.sets(few_units, min_size=1))
def test_a_forvaltning_that_knows_nothing_changes_coverage_only(tmf: str, sof: str, unknown: set[str]) -> None:
    """One more file with uoplyst leaves every sum as it was; it is missing from what it names and all are asked for."""
    answer = body(indsats("d", lines(dict.fromkeys(sorted(unknown), "uoplyst"))))
    before, after = counted(tmf=tmf, sof=sof), counted(tmf=tmf, sof=sof, oekf=answer)
    assert sums(before.totals) == sums(after.totals)
    assert sums(before.gross) == sums(after.gross)
    given_before = {(one.enhed, one.gruppe): one.coverage.given for one in before.totals}
    for total in after.totals:
        assert total.coverage.given == given_before.get((total.enhed, total.gruppe), ())
        is_named = total.enhed in unknown and total.gruppe == StateGroup.GENNEMFOERT
        assert ("ØKF" in total.coverage.missing) is (is_named or total.coverage.of_all)


@tried(25)
@given(st.dictionaries(st.sampled_from(sorted(UNITS)), st.integers(1, 999), min_size=1))
def test_units_are_never_mixed(counts: dict[str, int]) -> None:
    """Each unit has a total of its own, of its own kind: members, guests and participants are never volunteers."""
    totals = counted(tmf=body(indsats("a", lines({unit: str(number) for unit, number in counts.items()})))).totals
    assert {total.enhed: total.bounds and total.bounds.lower for total in totals} == counts
    assert {total.enhed: Enhedsart(total.enhedsart) for total in totals} == {unit: UNITS[unit] for unit in counts}


@tried(25)
@given(some_indsatser().filter(bool), st.randoms(use_true_random=False))
def test_order_in_a_file_never_matters(made: list[str], random: Random) -> None:
    """The same indsatser in another order give the same sums, families and shared things too."""
    shuffled = random.sample(made, len(made))
    first, second = counted(tmf=body(*made)), counted(tmf=body(*shuffled))
    assert sums(first.totals) == sums(second.totals)
    assert sums(first.gross) == sums(second.gross)


@tried(25)
@given(files, files)
def test_gross_is_never_less_than_net(tmf: str, sof: str) -> None:
    """Counting a shared thing with everyone who told of it takes nothing away."""
    found = counted(tmf=tmf, sof=sof)
    gross = {(one.enhed, one.gruppe): one.bounds for one in found.gross}
    for total in found.totals:
        beside = gross[total.enhed, total.gruppe]
        assert total.bounds is None or (beside is not None and total.bounds.lower <= beside.lower)


@tried(25)
@given(files, files, st.sampled_from(Grouping))
def test_the_parts_are_the_whole(tmf: str, sof: str, grouping: Grouping) -> None:
    """Every counted figure stands in one part, so that the parts together are the year's totals."""
    found = counted(tmf=tmf, sof=sof)
    parts = found.totals_by(grouping)
    in_parts = sorted(one for totals in parts.values() for total in totals for one in total.ids)
    assert in_parts == sorted(one for total in found.totals for one in total.ids)
