"""Appendices (FR352, FR354, FR355, FR356)."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]


def test_no_file(found: Found) -> None:
    """A file that is not there is looked for under names like it."""
    example = """
        # fil: 2014/rapport.yaml
        bilag:
          - nummer: 1
            titel: Frivillighedspolitik
            fil: bilag/politk.md
        # fil: 2014/bilag/politik.md
        Politikken.
    """
    assert found(example) == text("""
        2014/rapport.yaml:8:10 fejl FR354
          Filen »bilag/politk.md« er ikke i mappen indberetninger/2014.
          Skriv bilag/politik.md (i bilaget »Frivillighedspolitik«).
    """)


def test_outside(found: Found) -> None:
    """An appendix lies in the year's folder."""
    example = """
        # fil: 2014/rapport.yaml
        bilag:
          - nummer: 1
            titel: Frivillighedspolitik
            fil: ../politik.md
    """
    assert found(example) == text("""
        2014/rapport.yaml:8:10 fejl FR352
          »../politik.md« ligger uden for mappen indberetninger/2014.
          Flyt filen ind i mappen 2014, og skriv stien derfra, fx bilag/navn.pdf (i bilaget »Frivillighedspolitik«).
    """)


def test_declared_absent(found: Found) -> None:
    """An appendix declared absent is a warning."""
    example = """
        # fil: 2014/rapport.yaml
        bilag:
          - nummer: 1
            titel: Frivillighedspolitik
            mangler: Den er ikke offentliggjort.
    """
    assert found(example) == text("""
        2014/rapport.yaml:7:12 advarsel FR356
          Bilag 1 følger ikke med rapporten.
          Skriv fil: og stien, når bilaget er der (i bilaget »Frivillighedspolitik«).
    """)


def test_not_declared(found: Found) -> None:
    """One that nothing is said of is an error."""
    example = """
        # fil: 2014/rapport.yaml
        bilag:
          - nummer: 1
            titel: Frivillighedspolitik
    """
    assert found(example) == text("""
        2014/rapport.yaml:7:12 fejl FR356
          Bilag 1 følger ikke med rapporten.
          Skriv fil: og stien til bilaget, eller mangler: og hvorfor det ikke er der (i bilaget »Frivillighedspolitik«).
    """)


def test_promised(found: Found) -> None:
    """Every number that a text promises must be listed; each is told once, and 2.600 is no appendix."""
    example = """
        # fil: 2014/tmf.yaml
        perspektiver:
          tekst: Se bilag 1 og 2, bilag 4-5 og Bilag 2. I bilag 1 og 2.600 andre steder står mere.
        # fil: 2014/rapport.yaml
        bilag:
          - nummer: 1
            titel: Frivillighedspolitik
            fil: bilag/politik.md
        # fil: 2014/bilag/politik.md
        Se bilag 9.
    """
    assert found(example) == text("""
        2014/tmf.yaml:13:13 fejl FR355
          Teksten henviser til bilag 2, men det står ikke i rapport.yaml.
          Skriv bilaget i rapport.yaml under bilag, eller slet henvisningen.
        2014/tmf.yaml:13:27 fejl FR355
          Teksten henviser til bilag 4, men det står ikke i rapport.yaml.
          Skriv bilaget i rapport.yaml under bilag, eller slet henvisningen.
        2014/tmf.yaml:13:27 fejl FR355
          Teksten henviser til bilag 5, men det står ikke i rapport.yaml.
          Skriv bilaget i rapport.yaml under bilag, eller slet henvisningen.
    """)


def test_promised_in_text_file(found: Found) -> None:
    """Text files promise too."""
    example = """
        # fil: 2014/tmf.yaml
        status:
          - overskrift: Grøn frivillighed
            tekstfil: tekster/groen.md
        # fil: 2014/tekster/groen.md
        Se bilag 3.
    """
    assert found(example) == text("""
        2014/tekster/groen.md:1:4 fejl FR355
          Teksten henviser til bilag 3, men det står ikke i rapport.yaml.
          Skriv bilaget i rapport.yaml under bilag, eller slet henvisningen (i afsnittet »Grøn frivillighed«).
    """)
