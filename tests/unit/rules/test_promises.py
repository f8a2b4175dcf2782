"""A programme's initiatives from year to year (FR321, FR457, FR458)."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]
BEFORE = """
    # fil: 2012/arbejdsprogram.yaml
    initiativer:
      - id: forsikring
        navn: Forsikring
        tilstand: planlagt
    # fil: 2013/arbejdsprogram.yaml
    initiativer:
      - id: frivillig-fredag
        navn: Frivillig Fredag
        tilstand: planlagt
      - id: maerke
        navn: Et mærke
        tilstand: planlagt
      - id: forsikring
        navn: Forsikring
        tilstand: afholdt
        udgang: lukket
"""


def test_every_open_initiative_is_accounted_for(found: Found) -> None:
    """Only what last time's programme left open is asked for, each by its name."""
    example = (
        BEFORE
        + """
    # fil: 2014/arbejdsprogram.yaml
    initiativer:
      - id: frivillig-fredag
        navn: Frivillig Fredag
        tilstand: afholdt
    """
    )
    assert found(example) == text("""
        2014/arbejdsprogram.yaml:7:1 advarsel FR457
          Initiativet »Et mærke« fra 2013 er ikke omtalt.
          Skriv det under initiativer med id: maerke og udgang: lukket, fortsat eller droppet.
    """)


def test_a_programme_without_initiatives(found: Found) -> None:
    """Where there is no list, the file is pointed at."""
    told = found(BEFORE + "    # fil: 2014/arbejdsprogram.yaml\n    titel: Program\n")
    assert told.count("2014/arbejdsprogram.yaml:1:1 advarsel FR457") == 2


def test_dropped_without_a_reason(found: Found) -> None:
    """A promise may be dropped, but not silently."""
    example = """
        # fil: 2014/arbejdsprogram.yaml
        initiativer:
          - id: maerke
            navn: Et mærke
            tilstand: aflyst
            udgang: droppet
    """
    assert found(example) == text("""
        2014/arbejdsprogram.yaml:11:13 fejl FR458
          »Et mærke« er droppet, men der står ikke hvorfor.
          Skriv fordi: og grunden (i initiativet »Et mærke«).
    """)


def test_two_initiatives_with_one_id(found: Found) -> None:
    """An id is one initiative's."""
    example = """
        # fil: 2014/arbejdsprogram.yaml
        initiativer:
          - id: maerke
            navn: Et mærke
            tilstand: planlagt
          - id: maerke
            navn: Et andet mærke
            tilstand: planlagt
    """
    assert "FR321" in found(example)
