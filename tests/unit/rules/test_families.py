"""Parts that are larger than their whole (FR333, FR334)."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]


def test_certainly_larger(found: Found) -> None:
    """Only what is certainly larger is told: ca. 240 may be 216, ca. 250 is at least 225, ca. 200 at most 220."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              gæster:
                antal: ca. 200
                heraf:
                  børn: ca. 240
                  unge: ca. 250
    """
    assert found(example) == text("""
        2014/tmf.yaml:19:17 fejl FR333
          »unge« er ca. 250, men det hele er ca. 200 gæster.
          Ret det ene af tallene, så delmængden ikke er større end det hele (i indsatsen »Smag Verden«).
    """)


def test_most(found: Found) -> None:
    """An upper bound of its own is the whole."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              elever:
                højst: 20
                heraf:
                  store: 25
    """
    assert found(example) == text("""
        2014/tmf.yaml:18:18 fejl FR333
          »store« er 25, men det hele er højst 20.
          Ret det ene af tallene, så delmængden ikke er større end det hele (i indsatsen »Smag Verden«).
    """)


def test_open_whole(found: Found) -> None:
    """An open whole is never too small."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              møder:
                antal: mange
                heraf:
                  store: 25
    """
    assert found(example) == ""


def test_children(found: Found) -> None:
    """Children together may not exceed their parent."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              gæster: 200

          - id: boernedag
            navn: Børnedag
            tilstand: afholdt
            hører_til: smag-verden
            tal:
              gæster: 150
          - id: ungedag
            navn: Ungedag
            tilstand: afholdt
            hører_til: smag-verden
            tal:
              gæster: over 100
    """
    assert found(example) == text("""
        2014/tmf.yaml:15:15 fejl FR334
          Her er 200 gæster, men delene giver mindst 251: »Børnedag« 150 (linje 22) og »Ungedag« over 100 (linje 28).
          Ret tallene, eller slet hører_til, hvis delene ikke er talt med her (i indsatsen »Smag Verden«).
    """)


def test_forvaltning(found: Found) -> None:
    """Nor may all of a forvaltning's exceed its own figure."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              gæster: 200
        tal:
          gæster: 150
    """
    assert found(example) == text("""
        2014/tmf.yaml:17:11 fejl FR334
          Her er 150 gæster, men delene giver mindst 200: »Smag Verden« 200 (linje 15).
          Ret tallene. Tallet for hele forvaltningen skal omfatte alle indsatser.
    """)


def test_within(found: Found) -> None:
    """Children within their parent are fine."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              gæster: 200

          - id: boernedag
            navn: Børnedag
            tilstand: afholdt
            hører_til: smag-verden
            tal:
              gæster: 200
    """
    assert found(example) == ""
