"""Ids that stand twice (FR321)."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]


def test_twice(found: Found) -> None:
    """Both lines are named."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
          - id: smag-verden
            navn: Kursusgange
            tilstand: afholdt
    """
    assert found(example) == text("""
        2014/tmf.yaml:14:9 fejl FR321
          Id'et »smag-verden« er brugt to gange. Det står også i linje 11.
          Giv den ene et andet id (i indsatsen »Kursusgange«).
    """)


def test_missing_ids(found: Found) -> None:
    """Two indsatser without an id are not each other's twins."""
    example = """
        indsatser:
          - navn: Smag Verden
            tilstand: afholdt
          - navn: Kursusgange
            tilstand: afholdt
    """
    assert found(example) == text("""
        2014/tmf.yaml:11:5 fejl FR102
          Feltet »id« mangler.
          Skriv id: smag-verden (i indsatsen »Smag Verden«).
        2014/tmf.yaml:13:5 fejl FR102
          Feltet »id« mangler.
          Skriv id: kursusgange (i indsatsen »Kursusgange«).
    """)


def test_in_two_files(found: Found) -> None:
    """Each forvaltning has its own ids."""
    example = """
        # fil: 2014/tmf.yaml
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
        # fil: 2014/kff.yaml
        indsatser:
          - id: smag-verden
            navn: Kokkeskolen
            tilstand: afholdt
    """
    assert found(example) == ""
