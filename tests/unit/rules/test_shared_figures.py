"""The figures of shared things (FR344)."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]


def test_differ(found: Found) -> None:
    """The owner's figure is the measure, also when it is printed later."""
    example = """
        # fil: 2014/tmf.yaml
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            fælles:
              id: smag-verden
              med: [KFF]
              tæller_hos: KFF
            tal:
              gæster: 200
        # fil: 2014/kff.yaml
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            fælles:
              id: smag-verden
              med: [TMF]
              tæller_hos: KFF
            tal:
              gæster: ca. 200
    """
    assert found(example) == text("""
        2014/tmf.yaml:19:15 advarsel FR344
          Her er 200 gæster, men indberetninger/2014/kff.yaml siger ca. 200 om det samme.
          Bliv enige om ét tal. Det andet står i linje 19 i indberetninger/2014/kff.yaml (i indsatsen »Smag Verden«).
    """)


def test_unknown(found: Found) -> None:
    """An unknown figure differs from nothing, and other units are other figures."""
    example = """
        # fil: 2014/tmf.yaml
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            fælles:
              id: smag-verden
              med: [KFF]
              tæller_hos: KFF
            tal:
              gæster: uoplyst
              foreninger: 61
        # fil: 2014/kff.yaml
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            fælles:
              id: smag-verden
              med: [TMF]
              tæller_hos: KFF
            tal:
              gæster: ca. 200
    """
    assert found(example) == ""
