"""Events with more volunteers than a corps could supply (FR375)."""

from collections.abc import Callable

import pytest

from examples import text

Found = Callable[..., str]
CORPS = """
    # fil: 2014/kff.yaml
    indsatser:
      - id: byens-korps
        navn: Byens korps
        kaldes_også: [Byhjælperne]
        art: korps
        tilstand: i drift
        tal:
          medlemmer: ca. 100
"""
EVENT = """
    # fil: 2014/tmf.yaml
    indsatser:
      - id: gadefest
        navn: Gadefest
        art: {}
        tilstand: afholdt
        partnere: [{}]
        tal:
          frivillige: {}
"""


def told(figure: str) -> str:
    """Give the finding about the event in TMF's file."""
    return text(f"""
        2014/tmf.yaml:17:19 advarsel FR375
          {figure} frivillige er over tre gange medlemstallet i »Byens korps« (ca. 100).
          Kontrollér tallet, og skriv i kilde og metode, hvor det kommer fra. Medlemmerne står i \
indberetninger/2014/kff.yaml, linje 17 (i indsatsen »Gadefest«).
    """)


@pytest.mark.parametrize("figure", ["331", "op mod 331", "331-500", "over 330"])
def test_beyond(figure: str, found: Found) -> None:
    """What is certain is held against three times the most the corps can have; of "op mod" its one number is."""
    said = figure[0].upper() + figure[1:]
    assert found(CORPS + EVENT.format("arrangement", "Kultur- og Fritidsforvaltningen", figure)) == told(said)


@pytest.mark.parametrize("figure", ["330", "op mod 330", "200-5.000", "over 329", "mange", "uoplyst"])
def test_possible(figure: str, found: Found) -> None:
    """What may be true is left in peace."""
    assert found(CORPS + EVENT.format("arrangement", "KFF", figure)) == ""


def test_corps_named_as_partner(found: Found) -> None:
    """The corps may be named itself, by any of its names; it is another sort of thing than the event."""
    assert found(CORPS + EVENT.format("arrangement", "Byhjælperne", "500")) == told("500")


def test_others_supplied_them(found: Found) -> None:
    """A corps that is not named has nothing to do with it."""
    assert found(CORPS + EVENT.format("arrangement", "Frivilligcentret", "500")) == ""


def test_no_event(found: Found) -> None:
    """What runs all year takes its volunteers from everywhere."""
    assert found(CORPS + EVENT.format("program", "KFF", "500")) == ""


def test_corps_without_an_upper_bound(found: Found) -> None:
    """Nothing is more than "over 100" can be."""
    assert found(CORPS.replace("ca. 100", "over 100") + EVENT.format("arrangement", "KFF", "500")) == ""


def test_shared_event(found: Found) -> None:
    """As at the Melodi Grand Prix: the one who tells of the event is another than the one who owns event and corps."""
    shared = """
        fælles:
          id: melodi-grand-prix
          med: [{}]
          tæller_hos: KFF
    """
    example = f"""
    # fil: 2014/kff.yaml
    indsatser:
      - id: cph-volunteers
        navn: Cph Volunteers
        art: korps
        tilstand: i drift
        tal:
          medlemmer: 2.600
      - id: melodi-grand-prix
        navn: Melodi Grand Prix
        tilstand: afholdt
        {shared.format("TMF").strip()}
    # fil: 2014/tmf.yaml
    indsatser:
      - id: melodi-grand-prix
        navn: Melodi Grand Prix
        tilstand: afholdt
        tal:
          frivillige: op mod 10.000
        {shared.format("KFF").strip()}
    """
    assert found(example) == text("""
        2014/tmf.yaml:15:19 advarsel FR375
          Op mod 10.000 frivillige er over tre gange medlemstallet i »Cph Volunteers« (2.600).
          Kontrollér tallet, og skriv i kilde og metode, hvor det kommer fra. Medlemmerne står i \
indberetninger/2014/kff.yaml, linje 16 (i indsatsen »Melodi Grand Prix«).
    """)
