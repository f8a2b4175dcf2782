"""Text that waits to be written (FR403)."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]


def test_finished_file(found: Found) -> None:
    """In a finished file it is an error, and the missing stop is not told too."""
    example = """
        perspektiver:
          tekst: |
            Indsæt tekst her
    """
    assert found(example) == text("""
        2014/tmf.yaml:14:5 fejl FR403
          »Indsæt tekst her« er en pladsholder og ikke den rigtige tekst.
          Skriv den rigtige tekst, eller uoplyst.
    """)


def test_draft(found: Found) -> None:
    """In a draft it is a warning."""
    example = """
        filstatus: udkast
        perspektiver:
          tekst: |
            Vi hjalp xxx borgere.
    """
    assert found(example) == text("""
        2014/tmf.yaml:14:14 advarsel FR403
          »xxx« er en pladsholder og ikke den rigtige tekst.
          Skriv den rigtige tekst, eller uoplyst.
    """)


def test_titles(found: Found) -> None:
    """Names and headings are looked at too."""
    example = """
        forslag:
          - titel: TBD
            begrundelse: ...
    """
    assert found(example) == text("""
        2014/tmf.yaml:14:12 fejl FR403
          »TBD« er en pladsholder og ikke den rigtige tekst.
          Skriv den rigtige tekst, eller uoplyst (i forslaget »TBD«).
        2014/tmf.yaml:15:18 fejl FR403
          »...« er en pladsholder og ikke den rigtige tekst.
          Skriv den rigtige tekst, eller uoplyst (i forslaget »TBD«).
    """)


def test_report(found: Found) -> None:
    """The report's own texts are never drafts."""
    example = """
        # fil: 2014/rapport.yaml
        forord: Lorem ipsum dolor sit amet.
    """
    assert found(example) == text("""
        2014/rapport.yaml:4:9 fejl FR403
          »Lorem ipsum dolor sit amet.« er en pladsholder og ikke den rigtige tekst.
          Skriv den rigtige tekst, eller uoplyst.
    """)
