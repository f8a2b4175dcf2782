"""Names of forvaltninger (FR305, FR308)."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]


def test_misspelt(found: Found) -> None:
    """A misspelt acronym is corrected."""
    example = """
        forvaltning: TFM
    """
    assert found(example) == text("""
        2014/tmf.yaml:13:14 fejl FR305
          Forvaltningen »TFM« kendes ikke. Mente du »TMF«?
          Skriv TMF.
    """)


def test_full_name(found: Found) -> None:
    """The full name is not the acronym."""
    example = """
        forvaltning: Teknik- og Miljøforvaltningen
    """
    assert found(example) == text("""
        2014/tmf.yaml:13:14 fejl FR305
          Forvaltningen »Teknik- og Miljøforvaltningen« kendes ikke. Mente du »TMF«?
          Skriv TMF.
    """)


def test_unlike_any(found: Found) -> None:
    """A name like none is the one that the file's name gives."""
    example = """
        forvaltning: XYZ
    """
    assert found(example) == text("""
        2014/tmf.yaml:13:14 fejl FR305
          Forvaltningen »XYZ« kendes ikke. Mente du »TMF«?
          Skriv TMF.
    """)


def test_in_shared(found: Found) -> None:
    """The parts of a shared thing are forvaltninger too, and no second finding calls the thing lonely."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            fælles:
              id: smag-verden
              med: [KFK]
              tæller_hos: TMF
    """
    assert found(example) == text("""
        2014/tmf.yaml:16:13 fejl FR305
          Forvaltningen »KFK« kendes ikke. Mente du »KFF«?
          Skriv KFF (i indsatsen »Smag Verden«).
    """)


def test_in_print_order(found: Found) -> None:
    """So are those in the print order."""
    example = """
        # fil: 2014/rapport.yaml
        rækkefølge: [KFF, TMV]
    """
    assert found(example) == text("""
        2014/rapport.yaml:5:19 fejl FR305
          Forvaltningen »TMV« kendes ikke. Mente du »TMF«?
          Skriv TMF.
    """)


def test_twice_in_register(found: Found) -> None:
    """An id or an acronym stands once for each time; both lines are named."""
    example = """
        # fil: kommune.yaml
        forvaltninger:
          - id: tmf
            forkortelse: TMF
            navn: Teknik- og Miljøforvaltningen
          - id: kff
            forkortelse: KFF
            navn: Kultur- og Fritidsforvaltningen
          - id: tmf
            forkortelse: TMF
            navn: Teknikforvaltningen
          - id: kuf
            forkortelse: KFF
            navn: Kulturforvaltningen
            fra: 2020
    """
    assert found(example) == text("""
        kommune.yaml:15:9 fejl FR308
          »tmf« er brugt to gange som id. Det står også i linje 9.
          Giv den ene et andet, eller skriv fra og til (i forvaltningen »Teknikforvaltningen«).
        kommune.yaml:19:18 fejl FR308
          »KFF« er brugt to gange som forkortelse. Det står også i linje 13.
          Giv den ene et andet, eller skriv fra og til (i forvaltningen »Kulturforvaltningen«).
    """)


def test_renamed(found: Found) -> None:
    """The same id in other years is a new name, not a duplicate."""
    example = """
        # fil: kommune.yaml
        forvaltninger:
          - id: tmf
            forkortelse: TMF
            navn: Teknik- og Miljøforvaltningen
            til: 2025
          - id: kff
            forkortelse: KFF
            navn: Kultur- og Fritidsforvaltningen
          - id: tmf
            forkortelse: TMF
            navn: Klima-, Teknik- og Miljøforvaltningen
            fra: 2026
    """
    assert found(example) == ""


def test_unknown_predecessors(found: Found) -> None:
    """A name in `afløser` that no entry has would break the years in two without a word."""
    example = """
        # fil: kommune.yaml
        forvaltninger:
          - id: tmf
            forkortelse: TMF
            navn: Teknik- og Miljøforvaltningen
            afløser: [uoplyst]
          - id: kff
            forkortelse: KFF
            navn: Kultur- og Fritidsforvaltningen
            afløser: [TFM, Havnevæsenet]
    """
    assert found(example) == text("""
        kommune.yaml:16:15 fejl FR305
          Forvaltningen »TFM« kendes ikke. Mente du »TMF«?
          Skriv TMF.
        kommune.yaml:16:20 fejl FR305
          Forvaltningen »Havnevæsenet« kendes ikke.
          Giv den sin egen post med et slutår i »til«, eller slet navnet.
    """)
