"""Decisions that two indsatser are not the same (FR372, FR373, FR374)."""

from collections.abc import Callable

import pytest

from examples import text

Found = Callable[..., str]
TMF = """
    # fil: 2014/tmf.yaml
    indsatser:
      - id: mosetraef
        navn: Mosetræf
        tilstand: afholdt
        ikke_samme_som:
          - indsats: {}
            fordi: {}
"""
KFF = """
    # fil: 2014/kff.yaml
    indsatser:
      - id: mosetraeffet
        navn: Mosetræf
        tilstand: afholdt
"""
NET = """
    # fil: 2014/rapport.yaml
    netværk:
      indsatser:
        - id: mosetraeffet
          navn: Håndbog
          tilstand: i drift
"""
WHY = "Det er to moser."


@pytest.mark.parametrize(
    "written", ["kff/mosetraeffet", "KFF/mosetraeffet", "KFF mosetraeffet", "kff.mosetraeffet", "mosetraeffet"]
)
def test_ways_to_write_it(written: str, found: Found) -> None:
    """The forvaltning's id or acronym goes before, and may be left out where one file only has the id."""
    assert found(TMF.format(written, WHY) + KFF) == ""


def test_two_can_be_meant(found: Found) -> None:
    """An id in several files needs its forvaltning."""
    assert found(TMF.format("mosetraeffet", WHY) + KFF + NET) == text("""
        2014/tmf.yaml:15:18 fejl FR372
          »mosetraeffet« kan være flere indsatser.
          Skriv kff/mosetraeffet eller net/mosetraeffet (i indsatsen »Mosetræf«).
    """)


def test_misspelt(found: Found) -> None:
    """One slip is one finding: what it was meant for is not asked about too."""
    assert found(TMF.format("kff/mosetræfet", WHY) + KFF) == text("""
        2014/tmf.yaml:15:18 fejl FR372
          Der er ingen indsats »kff/mosetræfet« hos andre. Mente du »kff/mosetraeffet«?
          Skriv kff/mosetraeffet (i indsatsen »Mosetræf«).
    """)


def test_nothing_like_it(found: Found) -> None:
    """Where nothing can have been meant, the form is shown."""
    assert found(TMF.format("xyz/engdag", WHY)) == text("""
        2014/tmf.yaml:15:18 fejl FR372
          Der er ingen indsats »xyz/engdag« hos andre.
          Skriv forvaltning og id på en hos andre, fx kff/kulturnat (i indsatsen »Mosetræf«).
    """)


@pytest.mark.parametrize("nothing", ["uoplyst", "kff/", "/"])
def test_no_indsats(nothing: str, found: Found) -> None:
    """A decision is about something."""
    assert f"Der er ingen indsats »{nothing}« hos andre." in found(TMF.format(nothing, WHY))


def test_own(found: Found) -> None:
    """A forvaltning's own indsatser are never held against each other."""
    assert found(TMF.format("tmf/mosetraef", WHY)) == text("""
        2014/tmf.yaml:15:18 fejl FR372
          »tmf/mosetraef« står i samme fil.
          Skriv forvaltning og id på en hos andre, fx kff/kulturnat (i indsatsen »Mosetræf«).
    """)


def test_not_delivered(found: Found) -> None:
    """A decision about one who has not delivered yet may well be right."""
    assert found(TMF.format("kff/mosetraeffet", WHY), without="2014/kff.yaml") == text("""
        kommune.yaml:6:9 advarsel FR309
          KFF har ikke afleveret for 2014.
          Læg filen i indberetninger/2014/kff.yaml.
    """)


def test_unknown_reason(found: Found) -> None:
    """Nobody knows why is no reason."""
    assert found(TMF.format("kff/mosetraeffet", "uoplyst") + KFF) == text("""
        2014/tmf.yaml:16:16 fejl FR373
          Der står ikke, hvorfor »kff/mosetraeffet« ikke er den samme.
          Skriv grunden i »fordi« (i indsatsen »Mosetræf«).
    """)


@pytest.mark.parametrize("nothing", ["", '""'])
def test_empty_reason(nothing: str, found: Found) -> None:
    """A reason left empty is one finding."""
    assert "FR102" in found(TMF.format("kff/mosetraeffet", nothing) + KFF)
    assert found(TMF.format("kff/mosetraeffet", nothing) + KFF).count("fejl") == 1


def test_same_and_not(found: Found) -> None:
    """Two that share an id under fælles are one."""
    shared = """
        fælles:
          id: mosetraef
          med: [{}]
          tæller_hos: TMF
    """
    example = TMF.format("kff/mosetraeffet", WHY).rstrip() + shared.format("KFF") + KFF.rstrip() + shared.format("TMF")
    assert found(example) == text("""
        2014/tmf.yaml:15:18 fejl FR374
          »kff/mosetraeffet« er fælles med denne indsats og kan ikke også være en anden.
          Slet ikke_samme_som her, eller fælles her og i indberetninger/2014/kff.yaml, linje 15 \
(i indsatsen »Mosetræf«).
    """)
