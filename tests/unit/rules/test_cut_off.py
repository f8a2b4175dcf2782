"""Texts that stop too early (FR401, FR402)."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]


def test_published_report(found: Found) -> None:
    """The sentence that the report of 2014 broke off is found; its last word is the place."""
    example = """
        status:
          - overskrift: Grøn frivillighed
            tekst: |
              Ren Kærlighed til KBH er for alle. I 2014 var
    """
    assert found(example) == text("""
        2014/tmf.yaml:14:49 fejl FR401
          Teksten slutter uden punktum: »… for alle. I 2014 var«.
          Skriv sætningen færdig, og slut med punktum (i afsnittet »Grøn frivillighed«).
    """)


def test_draft(found: Found) -> None:
    """In a draft it is a warning."""
    example = """
        filstatus: udkast
        perspektiver:
          tekst: |
            Der kommer flere. I 2014 var
    """
    assert found(example) == text("""
        2014/tmf.yaml:14:30 advarsel FR401
          Teksten slutter uden punktum: »… kommer flere. I 2014 var«.
          Skriv sætningen færdig, og slut med punktum.
    """)


def test_every_paragraph(found: Found) -> None:
    """Each paragraph is looked at; a short line above another is a heading."""
    example = """
        perspektiver:
          tekst: |
            Grøn frivillighed

            Vi passer byens natur.

            Der kommer flere og flere frivillige til i byens parker

            I 2014 var der 40.
    """
    assert found(example) == text("""
        2014/tmf.yaml:18:54 fejl FR401
          Teksten slutter uden punktum: »… frivillige til i byens parker«.
          Skriv sætningen færdig, og slut med punktum.
    """)


def test_text_file(found: Found) -> None:
    """So is each paragraph of a text file; headings need no stop."""
    example = """
        # fil: 2014/tmf.yaml
        status:
          - overskrift: Grøn frivillighed
            tekstfil: tekster/groen.md
        # fil: 2014/tekster/groen.md
        # Grøn frivillighed
        Vi passer byens natur
    """
    assert found(example) == text("""
        2014/tekster/groen.md:2:17 fejl FR401
          Teksten slutter uden punktum: »Vi passer byens natur«.
          Skriv sætningen færdig, og slut med punktum (i afsnittet »Grøn frivillighed«).
    """)


def test_comma(found: Found) -> None:
    """A comma, a hyphen, »og« and »samt« promise more."""
    example = """
        # fil: 2014/tmf.yaml
        perspektiver:
          tekst: |
            Vi samarbejder med skoler,
        # fil: 2014/kff.yaml
        perspektiver:
          tekst: |
            Vi samarbejder med børne-
        # fil: 2014/rapport.yaml
        forord: Vi samarbejder med skoler samt
    """
    assert found(example) == text("""
        2014/kff.yaml:14:24 fejl FR402
          Sætningen slutter ikke: »Vi samarbejder med børne-«.
          Skriv sætningen færdig.
        2014/rapport.yaml:4:35 fejl FR402
          Sætningen slutter ikke: »Vi samarbejder med skoler samt«.
          Skriv sætningen færdig.
        2014/tmf.yaml:14:24 fejl FR402
          Sætningen slutter ikke: »Vi samarbejder med skoler,«.
          Skriv sætningen færdig.
    """)


def test_and_before_stop(found: Found) -> None:
    """So they do before a stop, in any sentence; enten-eller does not."""
    example = """
        perspektiver:
          tekst: |
            Det er ikke et enten-eller. Vi hjælper skoler, foreninger og. Det går godt.
    """
    assert found(example) == text("""
        2014/tmf.yaml:14:63 fejl FR402
          Sætningen slutter, før den er færdig: »… Vi hjælper skoler, foreninger og.«.
          Skriv det, der mangler, eller slet »og«.
    """)


def test_short_remark(found: Found) -> None:
    """A remark of a few words needs no stop, but one of several sentences does."""
    example = """
        forslag:
          - titel: Flere følgevenner
            begrundelse: mange ældre er alene
          - titel: Flere besøgsvenner
            begrundelse: Mange er alene. Det er
    """
    assert found(example) == text("""
        2014/tmf.yaml:17:38 fejl FR401
          Teksten slutter uden punktum: »Mange er alene. Det er«.
          Skriv sætningen færdig, og slut med punktum (i forslaget »Flere besøgsvenner«).
    """)
