"""A part and its whole that are counted in two places (FR377)."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]
SHARED_DAY = """
        fælles:
          id: affaldsdag
          med: [{}]
          tæller_hos: KFF
"""
KFF = (
    """
    # fil: 2014/kff.yaml
    indsatser:
      - id: affaldsdag
        navn: Affaldsdag
        tilstand: afholdt
        tal:
          frivillige: 50
""".rstrip()
    + SHARED_DAY.format("TMF")
)
TMF = (
    """
    # fil: 2014/tmf.yaml
    indsatser:
      - id: affaldsdag
        navn: Affaldsdag
        tilstand: afholdt
        hører_til: ren-by
""".rstrip()
    + SHARED_DAY.format("KFF")
)
PARENT = """
      - id: ren-by
        navn: Ren by
        tilstand: i gang
        tal:
          {}
"""


def test_part_counts_elsewhere(found: Found) -> None:
    """What another counts is in this forvaltning's own figure too."""
    assert found(KFF + TMF.rstrip() + PARENT.format("frivillige: 200")) == text("""
        2014/tmf.yaml:14:16 advarsel FR377
          »Affaldsdag« tælles hos KFF, men er også talt med her i »Ren by«: 200 frivillige.
          Træk den fra tallet i linje 23, og slet hører_til; er den ikke talt med, så slet kun hører_til \
(i indsatsen »Affaldsdag«).
    """)


def test_further_up(found: Found) -> None:
    """The nearest figure above is the one that it is inside."""
    parents = PARENT.format("deltagere: 10").rstrip() + PARENT.format("frivillige: 500").replace("ren-by", "alt")
    example = KFF + TMF.rstrip() + parents.replace("navn: Ren by", "hører_til: alt\n        navn: Ren by", 1)
    assert "»Ren by«: 500 frivillige" in found(example)
    assert found(example).count("FR377") == 1


def test_other_units(found: Found) -> None:
    """Other units are other totals."""
    assert found(KFF + TMF.rstrip() + PARENT.format("deltagere: 200")) == ""


def test_no_number(found: Found) -> None:
    """A word such as "mange" includes no certain number."""
    assert found(KFF + TMF.rstrip() + PARENT.format("frivillige: mange")) == ""


WHOLE_ELSEWHERE = """
    # fil: 2014/kff.yaml
    indsatser:
      - id: ren-by
        navn: Ren by
        tilstand: i gang
        fælles:
          id: ren-by
          med: [TMF]
          tæller_hos: KFF
        tal:
          frivillige: 200
    # fil: 2014/tmf.yaml
    indsatser:
      - id: ren-by
        navn: Ren by
        tilstand: i gang
        fælles:
          id: ren-by
          med: [KFF]
          tæller_hos: KFF
      - id: affaldsdag
        navn: Affaldsdag
        tilstand: afholdt
        hører_til: ren-by
        tal:
          frivillige:
            antal: 50
"""


def test_whole_counts_elsewhere(found: Found) -> None:
    """A part of what another counts must not count here."""
    assert found(WHOLE_ELSEWHERE) == text("""
        2014/tmf.yaml:21:16 advarsel FR377
          »Affaldsdag« er talt med i »Ren by«, som tælles hos KFF, men tælles også her: 50 frivillige.
          Skriv tæl_med: nej ved tallet i linje 24; er den ikke talt med, så slet hører_til (i indsatsen »Affaldsdag«).
    """)


def test_left_out_of_the_count(found: Found) -> None:
    """That is mended as the hint says."""
    assert found(WHOLE_ELSEWHERE.rstrip() + "\n            tæl_med: nej\n") == ""


def test_ring(found: Found) -> None:
    """A ring is told of as a ring."""
    parent = PARENT.format("frivillige: 200").replace("navn: Ren by", "hører_til: affaldsdag\n        navn: Ren by")
    assert [line.split()[-1] for line in found(KFF + TMF.rstrip() + parent).splitlines()[::3]] == ["FR323"]
