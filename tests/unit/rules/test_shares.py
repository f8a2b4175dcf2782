"""Shares of nobody knows what (FR210)."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]


def test_count(found: Found) -> None:
    """A percentage is no count."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              gæster: 15 %
    """
    assert found(example) == text("""
        2014/tmf.yaml:15:15 advarsel FR210
          Grundtallet mangler: 15 % af hvor mange gæster?
          Skriv 15 % af og grundtallet, eller skriv andelen i »andel« og det hele i »af« (i indsatsen »Smag Verden«).
    """)


def test_with_base(found: Found) -> None:
    """With its base it is."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              gæster: 15 % af 2.600
    """
    assert found(example) == ""


def test_subset(found: Found) -> None:
    """A subset is a share of the whole beside it."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              gæster:
                antal: 2.600
                heraf:
                  børn: 15 %
    """
    assert found(example) == ""


def test_no_whole(found: Found) -> None:
    """A share of something says what."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              kr:
                andel: 15 %
    """
    assert found(example) == text("""
        2014/tmf.yaml:16:16 advarsel FR210
          Grundtallet mangler: Der står ikke, hvad 15 % er en del af.
          Skriv af: og det, som andelen er taget af (i indsatsen »Smag Verden«).
    """)


def test_unsized_whole(found: Found) -> None:
    """A section of a law and a year are no size."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              kr:
                andel: 15 %
                af: § 18-midlerne for 2015
    """
    assert found(example) == text("""
        2014/tmf.yaml:17:13 advarsel FR210
          Grundtallet mangler: »§ 18-midlerne for 2015« siger ikke, hvor meget 15 % er en del af.
          Skriv også beløbet eller antallet i »af« (i indsatsen »Smag Verden«).
    """)


def test_sized_whole(found: Found) -> None:
    """An amount is."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              kr:
                andel: 15 %
                af: § 18-midlerne for 2015, 16,6 mio. kr.
    """
    assert found(example) == ""


def test_count_beside(found: Found) -> None:
    """So is the figure's own count."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              foreninger:
                antal: 100
                andel: 15 %
                af: byens foreninger
    """
    assert found(example) == ""
