"""What is on its way, and bounds (FR331, FR332)."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]


def test_not_said(found: Found) -> None:
    """It must be said whether what is on its way is counted in."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              projekter:
                antal: 21
                på_vej: 9
    """
    assert found(example) == text("""
        2014/tmf.yaml:17:17 fejl FR331
          Der står ikke, om de 9 på vej er talt med i 21.
          Skriv på_vej_med_i_antal: ja, nej eller uoplyst (i indsatsen »Smag Verden«).
    """)


def test_unreadable(found: Found) -> None:
    """An answer that cannot be read is not called absent too."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              projekter:
                antal: 21
                på_vej: 9
                på_vej_med_i_antal: måske
    """
    assert found(example) == text("""
        2014/tmf.yaml:18:29 fejl FR107
          »måske« er hverken ja, nej eller uoplyst.
          Skriv ja, nej eller uoplyst (i indsatsen »Smag Verden«).
    """)


def test_misspelt(found: Found) -> None:
    """Nor is one under a misspelt name."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              projekter:
                antal: 21
                på_vej: 9
                på_vej_med_i_antl: ja
    """
    assert found(example) == text("""
        2014/tmf.yaml:18:9 fejl FR101
          Feltet »på_vej_med_i_antl« kendes ikke. Mente du »på_vej_med_i_antal«?
          Skriv på_vej_med_i_antal (i indsatsen »Smag Verden«).
    """)


def test_unknown(found: Found) -> None:
    """Of an unknown number it is not asked, nor without a count to be part of."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              projekter:
                antal: 21
                på_vej: uoplyst
              kurser:
                på_vej: 2
    """
    assert found(example) == ""


def test_reversed(found: Found) -> None:
    """The least is not more than the most."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              gæster:
                mindst: 30.000
                højst: 20.000
    """
    assert found(example) == text("""
        2014/tmf.yaml:16:17 fejl FR332
          »mindst« er 30.000, men »højst« er 20.000.
          Skriv det mindste tal i »mindst« (i indsatsen »Smag Verden«).
    """)
