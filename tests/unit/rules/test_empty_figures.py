"""Figures that were begun and never filled in (FR213)."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]


def test_short_long_and_part(found: Found) -> None:
    """Each quantity without a number is told, in the short form, in the long one and in a subset."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              gæster:
              elever:
                antal: 20
                forrige_år:
                heraf:
                  drenge:
    """
    hint = "Skriv tallet, eller uoplyst, hvis det ikke kendes (i indsatsen »Smag Verden«)."
    assert found(example) == text(f"""
        2014/tmf.yaml:15:7 advarsel FR213
          Der står ikke noget tal efter »gæster«.
          {hint}
        2014/tmf.yaml:18:9 advarsel FR213
          Der står ikke noget tal efter »forrige_år«.
          {hint}
        2014/tmf.yaml:20:11 advarsel FR213
          Der står ikke noget tal efter »drenge«.
          {hint}
    """)


def test_uoplyst_is_an_answer(found: Found) -> None:
    """What is said to be unknown, or to be nothing, is not left out."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              gæster: uoplyst
              elever: 0
    """
    assert found(example) == ""
