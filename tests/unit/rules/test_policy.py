"""The policy that a report follows (FR329, FR361, FR362)."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]


def test_unknown(found: Found) -> None:
    """A policy is called by its file's name."""
    example = """
        # fil: 2014/rapport.yaml
        politik: frivilligpolitik
        # fil: politik/frivillighedspolitik.yaml
        titel: Frivillighedspolitik
        vedtaget: 2011-01-27
        gyldig: 2011-2014
        punkter:
          - nummer: 1
            titel: Sikring af dialogen
    """
    assert found(example) == text("""
        2014/rapport.yaml:5:10 fejl FR329
          Politikken »frivilligpolitik« er ikke i mappen politik. Mente du »frivillighedspolitik«?
          Skriv frivillighedspolitik.
    """)


def test_no_policies(found: Found) -> None:
    """Without one nearly so called, the file is to be put there."""
    example = """
        # fil: 2014/rapport.yaml
        politik: frivilligpolitik
    """
    assert found(example) == text("""
        2014/rapport.yaml:5:10 fejl FR329
          Politikken »frivilligpolitik« er ikke i mappen politik.
          Læg politikkens fil i mappen politik, og skriv filens navn.
    """)


def test_points(found: Found) -> None:
    """Points are called by number or title."""
    example = """
        # fil: 2014/tmf.yaml
        politik:
          - punkt: 1
          - punkt: Sikring af dialog
          - punkt: 3
        # fil: 2014/rapport.yaml
        politik: frivillighedspolitik
        # fil: politik/frivillighedspolitik.yaml
        titel: Frivillighedspolitik
        vedtaget: 2011-01-27
        gyldig: 2011-2014
        punkter:
          - nummer: 1
            titel: Sikring af dialogen
    """
    assert found(example) == text("""
        2014/tmf.yaml:16:12 fejl FR329
          Politikken har intet punkt »Sikring af dialog«. Mente du »Sikring af dialogen«?
          Skriv Sikring af dialogen (i politikpunktet »Sikring af dialog«).
        2014/tmf.yaml:17:12 fejl FR329
          Politikken har intet punkt »3«.
          Skriv punktets nummer eller titel (i politikpunktet »3«).
    """)


def test_adopted_late(found: Found) -> None:
    """The weekday is told: a council that meets on Thursdays adopts nothing on a Saturday."""
    example = """
        # fil: politik/frivillighedspolitik.yaml
        titel: Frivillighedspolitik
        vedtaget: 2012-08-25
        gyldig: 2011-2014
        punkter:
          - nummer: 1
            titel: Sikring af dialogen
    """
    assert found(example) == text("""
        politik/frivillighedspolitik.yaml:2:11 advarsel FR361
          Politikken gælder fra 2011, men vedtagelsen er dateret lørdag den 25. august 2012.
          Se efter, om årstallet er rigtigt.
    """)


def test_adopted_in_a_month(found: Found) -> None:
    """A date without a day has no weekday."""
    example = """
        # fil: politik/frivillighedspolitik.yaml
        titel: Frivillighedspolitik
        vedtaget: august 2012
        gyldig: 2011-2014
        punkter:
          - nummer: 1
            titel: Sikring af dialogen
    """
    assert found(example) == text("""
        politik/frivillighedspolitik.yaml:2:11 advarsel FR361
          Politikken gælder fra 2011, men vedtagelsen er dateret august 2012.
          Se efter, om årstallet er rigtigt.
    """)


def test_adopted_in_the_first_year(found: Found) -> None:
    """Adoption in the first year is in time."""
    example = """
        # fil: politik/frivillighedspolitik.yaml
        titel: Frivillighedspolitik
        vedtaget: 2011-08-25
        gyldig: 2011-2014
        punkter:
          - nummer: 1
            titel: Sikring af dialogen
    """
    assert found(example) == ""


def test_too_many_reports(found: Found) -> None:
    """One report a year since 2011 makes four."""
    example = """
        # fil: 2014/rapport.yaml
        politik: frivillighedspolitik
        nummer_i_rækken: 5
        # fil: politik/frivillighedspolitik.yaml
        titel: Frivillighedspolitik
        vedtaget: 2011-08-25
        gyldig: 2011-2014
        punkter:
          - nummer: 1
            titel: Sikring af dialogen
    """
    assert found(example) == text("""
        2014/rapport.yaml:6:18 advarsel FR362
          Rapporten er nummer 5, men der kan højst være 4 siden 2011.
          Ret nummeret, eller ret politikkens datoer.
    """)


def test_doubtful_date(found: Found) -> None:
    """A doubtful date of adoption gives one finding, not two."""
    example = """
        # fil: 2014/rapport.yaml
        politik: frivillighedspolitik
        nummer_i_rækken: 4
        # fil: politik/frivillighedspolitik.yaml
        titel: Frivillighedspolitik
        vedtaget: 2012-08-25
        gyldig: 2011-2014
        punkter:
          - nummer: 1
            titel: Sikring af dialogen
    """
    assert found(example) == text("""
        politik/frivillighedspolitik.yaml:2:11 advarsel FR361
          Politikken gælder fra 2011, men vedtagelsen er dateret lørdag den 25. august 2012.
          Se efter, om årstallet er rigtigt.
    """)


def test_unclear_number(found: Found) -> None:
    """A number in words and an unknown date say nothing."""
    example = """
        # fil: 2014/rapport.yaml
        politik: frivillighedspolitik
        nummer_i_rækken: fjerde
        # fil: politik/frivillighedspolitik.yaml
        vedtaget: uoplyst
    """
    assert found(example) == ""
