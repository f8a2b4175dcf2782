"""Bad input that no total may be made of: each is a finding at its place, with the exact words."""

from collections.abc import Callable

import pytest

from examples import text

Found = Callable[..., str]
EXAMPLE = """
    indsatser:
      - id: smag-verden
        navn: Smag Verden
        tilstand: afholdt
        tal:
          {}
"""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "fnuller: 15",
            """
            2014/tmf.yaml:15:7 fejl FR324
              Enheden »fnuller« kendes ikke.
              Se enhederne med frivilligrapport explain FR324, eller tilføj den i kommune.yaml \
(i indsatsen »Smag Verden«).
            """,
        ),
        (
            "frivillige: -5",
            """
            2014/tmf.yaml:15:19 fejl FR207
              »-5« er mindre end nul.
              Skriv et antal, der er nul eller større. En nedgang vises med »forrige_år« (i indsatsen »Smag Verden«).
            """,
        ),
        (
            "frivillige: 2,5",
            """
            2014/tmf.yaml:15:19 fejl FR209
              »2,5« har decimaler, men frivillige tælles i hele.
              Skriv et helt tal (i indsatsen »Smag Verden«).
            """,
        ),
        (
            "frivillige: 1000000000000000000000000000000",
            """
            2014/tmf.yaml:15:19 fejl FR212
              »1000000000000000000000000000000« er større end 1.000.000.000.000.
              Kontrollér, om der er et ciffer for meget (i indsatsen »Smag Verden«).
            """,
        ),
        (
            "frivillige: 10^30",
            """
            2014/tmf.yaml:15:19 fejl FR208
              »10^30« kan ikke læses som et antal.
              Skriv fx 15, ca. 15, over 100, op mod 10.000, 20-30, mange eller uoplyst (i indsatsen »Smag Verden«).
            """,
        ),
    ],
    ids=["unknown unit", "negative person", "half a person", "ten to the thirtieth", "as a power"],
)
def test_figure(typed: str, said: str, found: Found) -> None:
    """What cannot be a figure is told of at the figure."""
    assert found(EXAMPLE.format(typed)) == text(said)


def test_contradictory_owners(found: Found) -> None:
    """Two files that each count a shared thing themselves are told of together."""
    shared = """
    # fil: 2014/{}.yaml
    indsatser:
      - id: smag-verden
        navn: Smag Verden
        tilstand: afholdt
        fælles:
          id: smag-verden
          med: [{}]
          tæller_hos: {}
    """
    assert found(shared.format("tmf", "KFF", "TMF") + shared.format("kff", "TMF", "KFF")) == text("""
        2014/kff.yaml:17:19 fejl FR341
          »smag-verden« tælles her hos KFF, men indberetninger/2014/tmf.yaml siger TMF.
          Bliv enige om ét sted, og ret her eller i indberetninger/2014/tmf.yaml, linje 17 (i indsatsen »Smag Verden«).
    """)


def test_ring(found: Found) -> None:
    """Two that are each counted inside the other."""
    example = """
    indsatser:
      - id: smag-verden
        navn: Smag Verden
        tilstand: afholdt
        hører_til: gadefester
      - id: gadefester
        navn: Gadefester
        tilstand: afholdt
        hører_til: smag-verden
    """
    assert found(example) == text("""
        2014/tmf.yaml:14:16 fejl FR323
          hører_til går i ring: »smag-verden« → »gadefester« → »smag-verden«.
          Slet hører_til ved den indsats, der omfatter de andre (i indsatsen »Smag Verden«).
    """)


@pytest.mark.parametrize(
    ("whole", "said"),
    [
        ("antal: uoplyst", "der er uoplyst"),
        ("antal: ikke relevant", "der ikke er relevant"),
        ("kilde: Arrangøren", "der mangler"),
    ],
    ids=["unknown", "not relevant", "absent"],
)
def test_share_of_an_unknown(whole: str, said: str, found: Found) -> None:
    """A subset can be a share of a number only."""
    figure = f"gæster:\n            {whole}\n            heraf:\n              børn: ca. 2/3\n              voksne: 15"
    assert found(EXAMPLE.format(figure)) == text(f"""
        2014/tmf.yaml:18:17 advarsel FR210
          Grundtallet mangler: »børn« er ca. 2/3 af et antal, {said}.
          Skriv antallet af gæster i »antal«, eller skriv delen som et tal (i indsatsen »Smag Verden«).
    """)


@pytest.mark.parametrize("whole", ["antal: 2.600", "antal: mange", "mindst: 100"])
def test_share_of_something(whole: str, found: Found) -> None:
    """Where there are some, two thirds of them can be told of."""
    figure = f"gæster:\n            {whole}\n            heraf:\n              børn: ca. 2/3"
    assert found(EXAMPLE.format(figure)) == ""


def test_share_of_a_share(found: Found) -> None:
    """A percentage where the whole should be is one finding, whatever is taken of it."""
    figure = "gæster:\n            antal: 15 %\n            heraf:\n              børn: ca. 2/3"
    assert found(EXAMPLE.format(figure)).count("FR210") == 1
