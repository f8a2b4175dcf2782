"""Names from the municipality's lists (FR325, FR326, FR327)."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]


def test_bydele(found: Found) -> None:
    """Bydele are looked up wherever they stand; uoplyst is an answer, and spelling in capitals is forgiven."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            bydele: [Nørebro, uoplyst, NØRREBRO, Ballerup]
            steder:
              - navn: Torvet
                bydel: Valbi
    """
    assert found(example) == text("""
        2014/tmf.yaml:14:14 fejl FR325
          Bydelen »Nørebro« kendes ikke. Mente du »Nørrebro«?
          Skriv Nørrebro (i indsatsen »Smag Verden«).
        2014/tmf.yaml:14:42 fejl FR325
          Bydelen »Ballerup« kendes ikke.
          Brug et navn fra kommune.yaml, eller skriv uoplyst (i indsatsen »Smag Verden«).
        2014/tmf.yaml:17:16 fejl FR325
          Bydelen »Valbi« kendes ikke. Mente du »Valby«?
          Skriv Valby (ved stedet »Torvet«).
    """)


def test_lokaludvalg(found: Found) -> None:
    """Other names of a lokaludvalg count."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            lokaludvalg: [Valby, Valbi]
    """
    assert found(example) == text("""
        2014/tmf.yaml:14:26 fejl FR326
          Lokaludvalget »Valbi« kendes ikke. Mente du »Valby«?
          Skriv Valby (i indsatsen »Smag Verden«).
    """)


def test_temaer(found: Found) -> None:
    """Themes are looked up."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tema: [kultr, Grøn]
    """
    assert found(example) == text("""
        2014/tmf.yaml:14:12 fejl FR327
          Temaet »kultr« kendes ikke. Mente du »kultur«?
          Skriv kultur (i indsatsen »Smag Verden«).
    """)


def test_no_lists(found: Found) -> None:
    """A municipality without lists is asked nothing."""
    example = """
        # fil: kommune.yaml
        bydele: []
        lokaludvalg: []
        temaer: []
        # fil: 2014/tmf.yaml
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            bydele: [Ballerup]
            lokaludvalg: [Ballerup]
            tema: [fred]
    """
    assert found(example) == ""


def test_register(found: Found) -> None:
    """The register's own bydele must agree."""
    example = """
        # fil: kommune.yaml
        lokaludvalg:
          - navn: Valby Lokaludvalg
            bydel: Valbi
    """
    assert found(example) == text("""
        kommune.yaml:17:12 fejl FR325
          Bydelen »Valbi« kendes ikke. Mente du »Valby«?
          Skriv Valby (i lokaludvalget »Valby Lokaludvalg«).
    """)
