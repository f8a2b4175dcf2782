"""The figures of shared things (FR344)."""

from collections.abc import Callable

import pytest

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


@pytest.mark.parametrize(
    ("owner", "other", "code"),
    [
        ("200", "399", "FR344"),
        ("200", "400", "FR376"),
        ("ca. 15", "over 30", "FR376"),
        ("op mod 10.000", "500", "FR376"),
        ("op mod 10.000", "over 500", "FR376"),
        ("0", "200", "FR376"),
        ("100-1.000", "100", "FR344"),
        ("20.000-30.000", "30.000-40.000", "FR344"),
        ("mange", "200", "FR344"),
    ],
)
def test_very_different(owner: str, other: str, code: str, found: Found) -> None:
    """From twice as much, bound against bound, it is another finding and only that one."""
    example = """
        # fil: 2014/{}.yaml
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            fælles:
              id: smag-verden
              med: [{}]
              tæller_hos: TMF
            tal:
              gæster: {}
    """
    said = found(example.format("tmf", "KFF", owner) + example.format("kff", "TMF", other))
    advice = "Bliv enige om ét tal" if code == "FR344" else "Find ud af, om I har talt det samme"
    assert said == text(f"""
        2014/kff.yaml:19:15 advarsel {code}
          Her er {other} gæster, men indberetninger/2014/tmf.yaml siger {owner} om det samme.
          {advice}. Det andet står i linje 19 i indberetninger/2014/tmf.yaml (i indsatsen »Smag Verden«).
    """)
