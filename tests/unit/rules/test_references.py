"""References by id (FR322, FR328)."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]


def test_everywhere(found: Found) -> None:
    """Every field that points at an indsats is looked at."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            hører_til: smag-verdn

        status:
          - overskrift: Gadefester
            tekst: Vi holdt en gadefest.
            indsatser: [Smag Verden, loppemarked]
        perspektiver:
          planer: [smag]
        politik:
          - punkt: 1
            indsatser: [smagverden]
    """
    assert found(example) == text("""
        2014/tmf.yaml:9:16 fejl FR322
          Der er ingen indsats med id'et »smag-verdn« i filen. Mente du »smag-verden«?
          Skriv smag-verden (i indsatsen »Smag Verden«).
        2014/tmf.yaml:14:17 fejl FR322
          Der er ingen indsats med id'et »Smag Verden« i filen. Mente du »smag-verden«?
          Skriv smag-verden (i afsnittet »Gadefester«).
        2014/tmf.yaml:14:30 fejl FR322
          Der er ingen indsats med id'et »loppemarked« i filen.
          Skriv id'et på en af indsatserne (i afsnittet »Gadefester«).
        2014/tmf.yaml:16:12 fejl FR322
          Der er ingen indsats med id'et »smag« i filen.
          Skriv id'et på en af indsatserne.
        2014/tmf.yaml:19:17 fejl FR322
          Der er ingen indsats med id'et »smagverden« i filen. Mente du »smag-verden«?
          Skriv smag-verden (i politikpunktet »1«).
    """)


def test_to_a_faulty_id(found: Found) -> None:
    """An id that must be mended is not also called unknown where it is pointed at."""
    example = """
        indsatser:
          - id: Smag Verden
            navn: Smag Verden
            tilstand: afholdt
          - navn: Gadefest
            tilstand: afholdt
        perspektiver:
          planer: [smag-verden, gadefest]
    """
    assert found(example) == text("""
        2014/tmf.yaml:9:9 fejl FR109
          »Smag Verden« kan ikke bruges som id.
          Skriv smag-verden (i indsatsen »Smag Verden«).
        2014/tmf.yaml:12:5 fejl FR102
          Feltet »id« mangler.
          Skriv id: gadefest (i indsatsen »Gadefest«).
    """)


def test_preconditions(found: Found) -> None:
    """The network's preconditions are found by id, also when their name was typed."""
    example = """
        # fil: 2014/rapport.yaml
        netværk:
          forudsætninger:
            - id: regler
              navn: Kendskab til reglerne
              tekst: Reglerne skal være kendt.
          indsatser:
            - id: haandbog
              navn: Håndbog
              tilstand: i drift
              forudsætning: [regler, Kendskab til reglerne, penge]
    """
    assert found(example) == text("""
        2014/rapport.yaml:14:30 fejl FR328
          Der er ingen forudsætning med id'et »Kendskab til reglerne«. Mente du »regler«?
          Skriv regler (i indsatsen »Håndbog«).
        2014/rapport.yaml:14:53 fejl FR328
          Der er ingen forudsætning med id'et »penge«.
          Skriv regler (i indsatsen »Håndbog«).
    """)
