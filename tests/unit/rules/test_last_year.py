"""Last year's figure (FR335)."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]


def test_differs(found: Found) -> None:
    """Both places are named."""
    example = """
        # fil: 2013/tmf.yaml
        år: 2013
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              projekter: 12
        # fil: 2014/tmf.yaml
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              projekter:
                antal: 21
                forrige_år: 14
    """
    assert found(example) == text("""
        2014/tmf.yaml:17:21 advarsel FR335
          Her står 14 projekter for 2013, men filen fra 2013 siger 12.
          Se indberetninger/2013/tmf.yaml, linje 15, og ret det tal, der er forkert (i indsatsen »Smag Verden«).
    """)


def test_as_told(found: Found) -> None:
    """The same figure is fine, and an unknown one says nothing."""
    example = """
        # fil: 2013/tmf.yaml
        år: 2013
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              projekter: 12
              møder: uoplyst
        # fil: 2014/tmf.yaml
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              projekter:
                antal: 21
                forrige_år: 12
              møder:
                antal: 4
                forrige_år: 3
    """
    assert found(example) == ""


def test_other_label(found: Found) -> None:
    """Another label is another figure."""
    example = """
        # fil: 2013/tmf.yaml
        år: 2013
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              møder (board): 12
        # fil: 2014/tmf.yaml
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              møder (råd):
                antal: 21
                forrige_år: 14
    """
    assert found(example) == ""
