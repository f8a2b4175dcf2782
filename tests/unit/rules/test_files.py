"""Texts in files of their own (FR351, FR352, FR353)."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]


def test_both(found: Found) -> None:
    """A section has one text."""
    example = """
        # fil: 2014/tmf.yaml
        status:
          - overskrift: Grøn frivillighed
            tekst: Vi passer natur.
            tekstfil: tekster/groen.md
        # fil: 2014/tekster/groen.md
        Vi passer byens natur.
    """
    assert found(example) == text("""
        2014/tmf.yaml:14:5 fejl FR351
          Her er både »tekst« og »tekstfil«.
          Behold den ene, og slet den anden (i afsnittet »Grøn frivillighed«).
    """)


def test_none(found: Found) -> None:
    """A section has a text."""
    example = """
        status:
          - overskrift: Grøn frivillighed
            indsatser: []
    """
    assert found(example) == text("""
        2014/tmf.yaml:12:17 fejl FR351
          Her mangler teksten.
          Skriv den i »tekst« (i afsnittet »Grøn frivillighed«).
    """)


def test_blank(found: Found) -> None:
    """A text of no words is none."""
    example = """
        status:
          - overskrift: Grøn frivillighed
            tekst: ""
    """
    assert found(example) == text("""
        2014/tmf.yaml:12:17 fejl FR351
          Her mangler teksten.
          Skriv den i »tekst« (i afsnittet »Grøn frivillighed«).
    """)


def test_unreadable(found: Found) -> None:
    """A text that cannot be read is not called absent too."""
    example = """
        status:
          - overskrift: Grøn frivillighed
            tekst: [Vi, passer, natur]
    """
    assert found(example) == text("""
        2014/tmf.yaml:13:12 fejl FR103
          Feltet »tekst« skal have én værdi, men her står en liste.
          Skriv "Vi, passer, natur" (i afsnittet »Grøn frivillighed«).
    """)


def test_plans_alone(found: Found) -> None:
    """Perspectives may be plans alone."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
        perspektiver:
          planer: [smag-verden]
    """
    assert found(example) == ""


def test_perspectives_of_nothing(found: Found) -> None:
    """But they must be something."""
    example = """
        perspektiver:
          planer: []
    """
    assert found(example) == text("""
        2014/tmf.yaml:13:3 fejl FR351
          Her mangler teksten.
          Skriv den i »tekst«.
    """)


def test_outside(found: Found) -> None:
    """A path that leads out of the year's folder is refused, however it is written."""
    example = """
        # fil: 2014/tmf.yaml
        status:
          - overskrift: Grøn frivillighed
            tekstfil: tekster/../../2013/groen.md
        # fil: 2014/kff.yaml
        status:
          - overskrift: Grøn frivillighed
            tekstfil: 'C:\\groen.md'
    """
    assert found(example) == text("""
        2014/kff.yaml:13:15 fejl FR352
          »C:\\groen.md« ligger uden for mappen indberetninger/2014.
          Flyt filen ind i mappen 2014, og skriv stien derfra, fx tekster/navn.md (i afsnittet »Grøn frivillighed«).
        2014/tmf.yaml:13:15 fejl FR352
          »tekster/../../2013/groen.md« ligger uden for mappen indberetninger/2014.
          Flyt filen ind i mappen 2014, og skriv stien derfra, fx tekster/navn.md (i afsnittet »Grøn frivillighed«).
    """)


def test_absent(found: Found) -> None:
    """A file that is not there is looked for under names like it."""
    example = """
        # fil: 2014/tmf.yaml
        status:
          - overskrift: Grøn frivillighed
            tekstfil: tekster/Groen.md
        # fil: 2014/tekster/groen.md
        Vi passer byens natur.
    """
    assert found(example) == text("""
        2014/tmf.yaml:13:15 fejl FR353
          Filen »tekster/Groen.md« er ikke i mappen indberetninger/2014.
          Skriv tekster/groen.md (i afsnittet »Grøn frivillighed«).
    """)


def test_nothing_like_it(found: Found) -> None:
    """When there is none, the file is to be put there."""
    example = """
        status:
          - overskrift: Grøn frivillighed
            tekstfil: tekster/groen.md
    """
    assert found(example) == text("""
        2014/tmf.yaml:13:15 fejl FR353
          Filen »tekster/groen.md« er ikke i mappen indberetninger/2014.
          Læg filen i mappen, eller ret stien (i afsnittet »Grøn frivillighed«).
    """)


def test_no_text(found: Found) -> None:
    """A PDF is no text."""
    example = """
        # fil: 2014/tmf.yaml
        status:
          - overskrift: Grøn frivillighed
            tekstfil: tekster/groen.pdf
        # fil: 2014/tekster/groen.pdf
        x
    """
    assert found(example) == text("""
        2014/tmf.yaml:13:15 fejl FR353
          »tekster/groen.pdf« er ikke en fil med almindelig tekst.
          Gem teksten som en fil, der ender på .md (i afsnittet »Grøn frivillighed«).
    """)


def test_windows_path(found: Found) -> None:
    """A path as Windows writes it is a path."""
    example = """
        # fil: 2014/tmf.yaml
        status:
          - overskrift: Grøn frivillighed
            tekstfil: tekster\\groen.md
        # fil: 2014/tekster/groen.md
        Vi passer byens natur.
    """
    assert found(example) == ""
