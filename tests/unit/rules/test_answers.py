"""Questions that must be answered (FR311, FR312)."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]


def test_all_absent(found: Found) -> None:
    """Each absent answer is an error in a finished file."""
    example = """
        # fil: 2014/kff.yaml
        forslag:
        status: []
        indsatser: []
        perspektiver:
    """
    assert found(example) == text("""
        2014/kff.yaml:4:1 fejl FR311
          Feltet »forslag« er tomt.
          Skriv forslag: og en liste af forslag. Er der ingen, så skriv forslag: ingen.
        2014/kff.yaml:5:1 fejl FR311
          Feltet »status« er tomt.
          Skriv status: og mindst ét afsnit med overskrift og tekst.
        2014/kff.yaml:6:1 fejl FR311
          Feltet »indsatser« er tomt.
          Skriv indsatser: og en liste af indsatser. Er der ingen, så skriv indsatser: ingen.
        2014/kff.yaml:7:1 fejl FR311
          Feltet »perspektiver« er tomt.
          Skriv perspektiver: og under det tekst:. Er der ingen, så skriv perspektiver: ingen.
    """)


def test_in_a_draft(found: Found) -> None:
    """In a draft it is a warning."""
    example = """
        # fil: 2014/kff.yaml
        filstatus: udkast
        forslag:
    """
    assert found(example) == text("""
        2014/kff.yaml:13:1 advarsel FR311
          Feltet »forslag« er tomt.
          Skriv forslag: og en liste af forslag. Er der ingen, så skriv forslag: ingen.
    """)


def test_in_the_report(found: Found) -> None:
    """The report must answer for proposals too."""
    example = """
        # fil: 2014/rapport.yaml
        forslag:
    """
    assert found(example) == text("""
        2014/rapport.yaml:4:1 fejl FR311
          Feltet »forslag« er tomt.
          Skriv forslag: og en liste af forslag. Er der ingen, så skriv forslag: ingen.
    """)


def test_unreadable(found: Found) -> None:
    """An answer that cannot be read is not called absent too."""
    example = """
        perspektiver: Der kommer flere.
    """
    assert found(example) == text("""
        2014/tmf.yaml:12:15 fejl FR105
          Under »perspektiver« skal der stå felter, hvert med navn, kolon og værdi.
          Skriv perspektiver: og på næste linje, rykket ind, tekst: …
    """)


def test_unknown(found: Found) -> None:
    """The word uoplyst is an answer, and a warning."""
    example = """
        forslag: Uoplyst
        perspektiver: uoplyst
    """
    assert found(example) == text("""
        2014/tmf.yaml:11:10 advarsel FR312
          Feltet »forslag« er uoplyst. Rapporten skriver »ikke oplyst«.
          Skriv forslag: og en liste af forslag. Er der ingen, så skriv forslag: ingen.
        2014/tmf.yaml:12:15 advarsel FR312
          Feltet »perspektiver« er uoplyst. Rapporten skriver »ikke oplyst«.
          Skriv perspektiver: og under det tekst:. Er der ingen, så skriv perspektiver: ingen.
    """)


def test_unknown_in_report(found: Found) -> None:
    """The same holds for the report."""
    example = """
        # fil: 2014/rapport.yaml
        forslag: uoplyst
    """
    assert found(example) == text("""
        2014/rapport.yaml:4:10 advarsel FR312
          Feltet »forslag« er uoplyst. Rapporten skriver »ikke oplyst«.
          Skriv forslag: og en liste af forslag. Er der ingen, så skriv forslag: ingen.
    """)


def test_background_year(found: Found) -> None:
    """In a background year only the indsatser are asked for."""
    example = """
        # fil: 2013/tmf.yaml
        år: 2013
        status:
        perspektiver: uoplyst
        indsatser:
        forslag:
    """
    assert found(example, year=2013) == text("""
        2013/tmf.yaml:6:1 fejl FR311
          Feltet »indsatser« er tomt.
          Skriv indsatser: og en liste af indsatser. Er der ingen, så skriv indsatser: ingen.
    """)


def test_background_year_with_figures(found: Found) -> None:
    """Figures for the forvaltning as a whole will do."""
    example = """
        # fil: 2013/tmf.yaml
        år: 2013
        indsatser:
        tal:
          projekter: 12
    """
    assert found(example, year=2013) == ""
