"""Rings of hører_til (FR323)."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]


def test_itself(found: Found) -> None:
    """Nothing is part of itself."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            hører_til: smag-verden
    """
    assert found(example) == text("""
        2014/tmf.yaml:14:16 fejl FR323
          »smag-verden« hører til sig selv.
          Slet hører_til (i indsatsen »Smag Verden«).
    """)


def test_ring(found: Found) -> None:
    """A ring is told once, at its first member; what only leads into it is not to blame."""
    example = """
        indsatser:
          - id: vej
            navn: Vej
            tilstand: afholdt
            hører_til: gade
          - id: gade
            navn: Gade
            tilstand: afholdt
            hører_til: torv
          - id: torv
            navn: Torv
            tilstand: afholdt
            hører_til: gade
    """
    assert found(example) == text("""
        2014/tmf.yaml:18:16 fejl FR323
          hører_til går i ring: »gade« → »torv« → »gade«.
          Slet hører_til ved den indsats, der omfatter de andre (i indsatsen »Gade«).
    """)
