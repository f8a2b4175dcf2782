"""Who counts a shared thing, and who tells of it (FR341, FR343, FR345)."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]


def test_two_owners(found: Found) -> None:
    """Both files are named."""
    example = """
        # fil: 2014/tmf.yaml
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            fælles:
              id: smag-verden
              med: [KFF]
              tæller_hos: TMF
        # fil: 2014/kff.yaml
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            fælles:
              id: smag-verden
              med: [TMF]
              tæller_hos: KFF
    """
    assert found(example) == text("""
        2014/kff.yaml:17:19 fejl FR341
          »smag-verden« tælles her hos KFF, men indberetninger/2014/tmf.yaml siger TMF.
          Bliv enige om ét sted, og ret her eller i indberetninger/2014/tmf.yaml, linje 17 (i indsatsen »Smag Verden«).
    """)


def test_silent(found: Found) -> None:
    """Each silent part is one warning; the network is asked through rapport.yaml."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            fælles:
              id: smag-verden
              med: [KFF, NET]
              tæller_hos: KFF
    """
    assert found(example) == text("""
        2014/tmf.yaml:16:13 advarsel FR343
          KFF nævner ikke selv »smag-verden«.
          Spørg KFF, om indsatsen mangler i deres fil eller står der under et andet id (i indsatsen »Smag Verden«).
        2014/tmf.yaml:16:18 advarsel FR343
          NET nævner ikke selv »smag-verden«.
          Spørg NET, om indsatsen mangler i deres fil eller står der under et andet id (i indsatsen »Smag Verden«).
    """)


def test_not_delivered(found: Found) -> None:
    """One that has not delivered is only told of as missing."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            fælles:
              id: smag-verden
              med: [KFF]
              tæller_hos: TMF
    """
    assert found(example, without="2014/kff.yaml") == text("""
        kommune.yaml:6:9 advarsel FR309
          KFF har ikke afleveret for 2014.
          Læg filen i indberetninger/2014/kff.yaml.
    """)


def test_other_id(found: Found) -> None:
    """Two ids for one thing is one slip."""
    example = """
        # fil: 2014/tmf.yaml
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            fælles:
              id: smag-verden
              med: [KFF]
              tæller_hos: TMF
        # fil: 2014/kff.yaml
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            fælles:
              id: smagverden
              med: [TMF]
              tæller_hos: TMF
    """
    assert found(example) == text("""
        2014/tmf.yaml:16:13 advarsel FR343
          KFF nævner ikke selv »smag-verden«, men »smagverden«.
          Brug ét id, hvis det er den samme. Se indberetninger/2014/kff.yaml, linje 15 (i indsatsen »Smag Verden«).
    """)


def test_alone(found: Found) -> None:
    """A shared thing has more than one part."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            fælles:
              id: smag-verden
              med: []
              tæller_hos: TMF
    """
    assert found(example) == text("""
        2014/tmf.yaml:15:11 advarsel FR345
          »smag-verden« er mærket som fælles, men ingen andre er nævnt.
          Skriv de andre i »med«, eller slet fælles (i indsatsen »Smag Verden«).
    """)


def test_alone_with_itself(found: Found) -> None:
    """It is no part of its own."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            fælles:
              id: smag-verden
              med: [TMF]
              tæller_hos: TMF
    """
    assert found(example) == text("""
        2014/tmf.yaml:15:11 advarsel FR345
          »smag-verden« er mærket som fælles, men ingen andre er nævnt.
          Skriv de andre i »med«, eller slet fælles (i indsatsen »Smag Verden«).
    """)


def test_with_the_network(found: Found) -> None:
    """The network is a part like others."""
    example = """
        # fil: 2014/tmf.yaml
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            fælles:
              id: smag-verden
              med: [NET]
              tæller_hos: NET
        # fil: 2014/rapport.yaml
        netværk:
          indsatser:
            - id: smag-verden
              navn: Smag Verden
              tilstand: afholdt
              fælles:
                id: smag-verden
                med: [TMF]
                tæller_hos: NET
    """
    assert found(example) == ""
