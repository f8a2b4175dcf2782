"""What a finding offers can be pasted: misspelt fields, words of the closed lists, and numbers, made at random."""

from pathlib import Path

from hypothesis import assume, given
from hypothesis import strategies as st

from frivilligrapport.collection.loader import load_lone
from frivilligrapport.models import lister
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.problems import Problem
from frivilligrapport.reading.source import Source
from frivilligrapport.rules.run import examine

FILE = """\
forvaltning: TMF
år: 2014
filstatus: klar
status:
  - overskrift: Året
    tekst: Der er sket noget.
perspektiver: ingen
indsatser:
  - id: smag-verden
    navn: Smag Verden
    {tilstand}: {word}
    tal:
      gæster: {number}
forslag: ingen
"""
NAMES = [one.spelled for one in Indsats.fields.values()]


def found(text: str) -> tuple[Problem, ...]:
    """Give what `validate` finds in a lone file."""
    return examine(load_lone(Path("tmf.yaml"), "tmf.yaml", {"tmf.yaml": text.encode()})).open


def check(text: str) -> None:
    """Paste each text that is offered where it is underlined: that finding is gone, and there are no more than before.

    A second slip in the same value (00 gæster) is told when the first has been mended.
    """
    for problem in (before := found(text)):
        for offered in problem.instead:
            after = found(Source("tmf.yaml", text).pasted(problem.location, offered))
            places = {(one.code, one.location.line, one.location.column) for one in after}
            assert (problem.code, problem.location.line, problem.location.column) not in places, f"{offered!r}: {after}"
            assert len(after) <= len(before), f"{offered!r}: {after}"


@st.composite
def slips(draw: st.DrawFn, word: str) -> str:
    """Make a word with one letter left out, doubled or swapped with the next."""
    at = draw(st.integers(0, len(word) - 2))
    kind = draw(st.sampled_from(["left out", "doubled", "swapped"]))
    if kind == "left out":
        return word[:at] + word[at + 1 :]
    if kind == "doubled":
        return word[: at + 1] + word[at:]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


@given(slips("tilstand"))
def test_a_misspelt_field(name: str) -> None:
    """A slip in a field's name is one finding, and the name that is offered mends it."""
    assume(name not in {"tilstand", *NAMES})
    check(FILE.format(tilstand=name, word="afholdt", number="15"))


@given(st.sampled_from([word for word in lister.TILSTAND if len(word) > 4]).flatmap(slips))
def test_a_misspelt_word(word: str) -> None:
    """A slip in a word of a closed list is mended by the word that is offered."""
    check(FILE.format(tilstand="tilstand", word=word, number="15"))


@given(
    st.from_regex(
        r"(ca\. |over )?[0-9]{1,3}([.,'][0-9]{1,4}){0,2}(-[0-9]{1,3}(\.[0-9]{3})?)?( gæster)?", fullmatch=True
    )
)
def test_a_number_that_cannot_be_read(number: str) -> None:
    """Whatever is offered for a number makes it one that can be read and counted."""
    check(FILE.format(tilstand="tilstand", word="afholdt", number=number))
