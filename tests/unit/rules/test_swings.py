"""Figures that have moved so much that a reader will ask why (FR336)."""

from collections.abc import Callable

import pytest

from examples import text

Found = Callable[..., str]


def year(before: str, after: str, more: str = "") -> str:
    """Give two years of one indsats with a figure in each; `more` are further lines under this year's figure."""
    extra = "".join(f"                {line}\n" for line in more.splitlines())
    return f"""
        # fil: 2013/tmf.yaml
        år: 2013
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              gæster: {before}
        # fil: 2014/tmf.yaml
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              gæster:
                antal: {after}
{extra}"""


def test_a_swing(found: Found) -> None:
    """The figure is pointed at, with both numbers and what to write."""
    assert found(year("120", "300")) == text("""
        2014/tmf.yaml:16:16 advarsel FR336
          Her er 300 gæster, men 120 for 2013: stigning på 150\u00a0%.
          Ret tallet, eller skriv »forklaring« under det, og fortæl hvorfor (i indsatsen »Smag Verden«).
    """)


@pytest.mark.parametrize(
    ("before", "after", "asked"),
    [
        ("100", "200", False),
        ("100", "201", True),
        ("100", "50", False),
        ("100", "49", True),
        ("3", "12", False),
        ("3", "13", True),
        ("0", "9", False),
        ("0", "10", True),
        ("13", "0", True),
        ("ca. 100", "220", False),
        ("ca. 100", "221", True),
        ("mange", "10.000", False),
        ("100", "mindst 500", True),
        ("mindst 100", "500", False),
        ("uoplyst", "500", False),
        ("100", "mange", False),
        ("100", "uoplyst", False),
    ],
)
def test_the_limit(found: Found, before: str, after: str, asked: bool) -> None:
    """Only a certain change beyond a doubling or a halving is asked about, and only of at least 10."""
    assert ("FR336" in found(year(before, after))) is asked


@pytest.mark.parametrize(
    ("limit", "before", "after", "asked"),
    [
        ("50 %", "100", "150", False),
        ("50 %", "100", "151", True),
        ("50 %", "100", "67", False),
        ("50 %", "100", "66", True),
        ("1/10", "100", "111", True),
    ],
)
def test_the_municipalitys_own_limit(found: Found, limit: str, before: str, after: str, asked: bool) -> None:
    """A fall is as large as the rise that would make up for it."""
    report = f"# fil: 2014/rapport.yaml\nindstillinger:\n  udsving: {limit}\n"
    assert ("FR336" in found(text(year(before, after)) + "\n" + report)) is asked


def test_an_explanation(found: Found) -> None:
    """Who has explained is not asked again."""
    assert found(year("120", "300", "forklaring: Festen varede en uge.")) == ""


def test_a_break_needs_no_explanation(found: Found) -> None:
    """Figures that are not measured alike are not held against each other."""
    assert found(year("120\n                metode: skøn", "300", "metode: optælling").replace(
        "gæster: 120\n", "gæster:\n                antal: 120\n"
    )) == ""  # fmt: skip


def test_last_years_figure_in_this_years_file(found: Found) -> None:
    """Without a file from last year the swing shows in `forrige_år`, also of a whole forvaltning's own figure."""
    example = """
        tal:
          frivillige:
            mindst: 50
            forrige_år: 12
    """
    assert found(example) == text("""
        2014/tmf.yaml:16:13 advarsel FR336
          Her er 50 frivillige, men 12 for 2013: stigning på mindst 316\u00a0%.
          Ret tallet, eller skriv »forklaring« under det, og fortæl hvorfor.
    """)
