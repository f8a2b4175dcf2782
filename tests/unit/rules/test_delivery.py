"""Missing deliveries and drafts (FR309, FR310)."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]


def test_missing(found: Found) -> None:
    """A missing delivery is a warning at its line in the register; the network is not missed."""
    assert found(without="2014/kff.yaml") == text("""
        kommune.yaml:6:9 advarsel FR309
          KFF har ikke afleveret for 2014.
          Læg filen i indberetninger/2014/kff.yaml.
    """)


def test_missing_in_build(found: Found) -> None:
    """In a build it is one error, not an error and a warning."""
    assert found(without="2014/kff.yaml", build=True) == text("""
        kommune.yaml:6:9 fejl FR309
          KFF har ikke afleveret for 2014.
          Læg filen i indberetninger/2014/kff.yaml, eller brug --draft.
    """)


def test_background_year(found: Found) -> None:
    """Nobody is missed in a year without a report."""
    assert found(without="2014/rapport.yaml") == ""


def test_unreadable(found: Found) -> None:
    """A file that cannot be read has been delivered."""
    example = """
        år: [2014
    """
    assert found(example) == text("""
        2014/tmf.yaml:13:5 fejl FR037
          Listen begynder med [, men bliver ikke sluttet.
          Skriv [2014]
    """)


def test_draft(found: Found) -> None:
    """A draft is fine until the report is built."""
    example = """
        filstatus: udkast
    """
    assert found(example) == ""


def test_draft_in_build(found: Found) -> None:
    """Then it is an error."""
    example = """
        filstatus: udkast
    """
    assert found(example, build=True) == text("""
        2014/tmf.yaml:13:12 fejl FR310
          Filen er stadig et udkast.
          Skriv filstatus: klar, når filen er færdig, eller brug --draft.
    """)


def test_misspelt_status(found: Found) -> None:
    """A status that cannot be read is not called a draft too."""
    example = """
        filstatus: klarr
    """
    assert found(example, build=True) == text("""
        2014/tmf.yaml:13:12 fejl FR106
          »klarr« er ikke en filstatus, programmet kender. Mente du »klar«?
          Skriv klar.
    """)
