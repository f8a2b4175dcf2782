"""Figures in the cover note (FR468, FR469)."""

from collections.abc import Callable, Mapping

import pytest

from examples import FOELGENOTAT, findings, text
from frivilligrapport.collection.values import Samling

Found = Callable[..., str]
Folder = Callable[[Mapping[str, str | None]], Samling]
TMF = """
    # fil: 2014/tmf.yaml
    indsatser:
      - id: smag-verden
        navn: Smag Verden
        tilstand: afholdt
        tal:
          foreninger: 61
          gæster: 20.000-30.000
          kurser: 3
      - id: kursusdage
        navn: Kursusdage
        tilstand: afholdt
        tal:
          kurser: 3
          oplæg: 2
"""


def note(typed: str) -> str:
    """Make an example of a note with an assessment."""
    return TMF.replace("          oplæg: 2\n", "") + f"    # fil: 2014/foelgenotat.yaml\n    vurdering: {typed}\n"


@pytest.mark.parametrize(
    "typed",
    [
        "2014.foreninger",
        "2014.tmf.foreninger",
        "2014.foreninger.gennemfoert",
        "2014.tmf.smag-verden.gaester",
        "2014.TMF.smag-verden.Gæster",
    ],
)
def test_every_form_of_an_id(found: Found, typed: str) -> None:
    """Ids are taken as `explain` takes them, also with a colon after the word."""
    assert found(note(f"Der er [tal {typed}].")) == ""
    assert found(note(f'"Der er [tal: {typed}]."')) == ""


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        (
            "2014.foreningr",
            "Der er intet tal med id'et »2014.foreningr«. Mente du »2014.foreninger«?",
            "Skriv [tal 2014.foreninger].",
        ),
        ("2012.abc", "Der er intet tal med id'et »2012.abc«.", "Find tallets id i rapportens kildeliste."),
        ("", "Her mangler tallets id.", "Find tallets id i rapportens kildeliste."),
    ],
)
def test_unknown_ids(found: Found, typed: str, message: str, hint: str) -> None:
    """An id that leads nowhere is underlined by itself, and the nearest is named."""
    told = found(note(f"Der er [tal {typed}]."))
    place, said, advice = told.split("\n")
    assert place.startswith("2014/foelgenotat.yaml:6:2")
    assert place.endswith(" fejl FR468")
    assert (said.strip(), advice.strip()) == (message, hint)


def test_a_count_typed_by_hand(found: Found) -> None:
    """A count is pointed at; the only figure that says the same is offered, and nothing else is."""
    assert found(note("Der kom 61 foreninger, tre kurser og 5.000 gæster.")) == text("""
        2014/foelgenotat.yaml:6:20 advarsel FR469
          Tallet i »61 foreninger« er skrevet med hånden.
          Skriv [tal 2014.tmf.smag-verden.foreninger].
        2014/foelgenotat.yaml:6:35 advarsel FR469
          Tallet i »tre kurser« er skrevet med hånden.
          Skriv tallets id i kantet parentes, fx [tal 2014.projekter].
        2014/foelgenotat.yaml:6:49 advarsel FR469
          Tallet i »5.000 gæster« er skrevet med hånden.
          Skriv tallets id i kantet parentes, fx [tal 2014.projekter].
    """)


def test_what_is_offered_mends_it(folder: Folder) -> None:
    """The mention that is offered, pasted in, leaves nothing to find."""
    status = "forvaltning: TMF\når: 2014\nfilstatus: klar\nstatus:\n  - overskrift: Året\n    tekst: Det gik godt.\n"
    status += "perspektiver: ingen\nforslag: ingen\nindsatser:\n  - id: smag-verden\n    navn: Smag Verden\n"
    status += "    tilstand: afholdt\n    tal:\n      foreninger: 61\n"
    files = {"2014/tmf.yaml": status, "2014/foelgenotat.yaml": f"{FOELGENOTAT}vurdering: Der kom 61 foreninger.\n"}
    samling = folder(files)
    (problem,) = findings(samling)
    mended = samling.sources[problem.location.file].pasted(problem.location, problem.instead[0])
    assert mended.endswith("vurdering: Der kom [tal 2014.tmf.smag-verden.foreninger].\n")
    assert findings(folder(files | {"2014/foelgenotat.yaml": mended})) == ()


def test_numbers_that_count_nothing(found: Found) -> None:
    """Years, paragraphs, numbers of things and counts of what is no unit are left alone."""
    assert found(note("Efter § 18 har syv forvaltninger i 2014 peget på tre ting.")) == ""


def test_only_the_cover_note_must_take_its_numbers_from_the_register(found: Found) -> None:
    """A programme speaks of what is to come, and may say how much."""
    assert found("# fil: 2014/arbejdsprogram.yaml\nvision: Vi vil holde 12 møder.") == ""
    told = found("# fil: 2014/arbejdsprogram.yaml\nvision: Vi har [tal 2014.moeder].")
    assert "FR468" in told
