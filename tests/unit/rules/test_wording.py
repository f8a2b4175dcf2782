"""Words and signs that spoil a printed text (FR404 to FR407)."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]


def test_relative_time(found: Found) -> None:
    """Each expression is told, at its own place, also over a line's end."""
    example = """
        perspektiver:
          tekst: |
            Næste år kommer der flere, men i
            øjeblikket er der få.
    """
    assert found(example) == text("""
        2014/tmf.yaml:14:5 advarsel FR404
          »Næste år« betyder noget andet, når rapporten læses senere.
          Skriv årstallet eller datoen.
        2014/tmf.yaml:14:36 advarsel FR404
          »i øjeblikket« betyder noget andet, når rapporten læses senere.
          Skriv årstallet eller datoen.
    """)


def test_folded_text(found: Found) -> None:
    """The place is right in a text that was wrapped too."""
    example = """
        perspektiver:
          tekst: Vi hjalp mange
            i byen. Næste
            år kommer der flere.
    """
    assert found(example) == text("""
        2014/tmf.yaml:14:13 advarsel FR404
          »Næste år« betyder noget andet, når rapporten læses senere.
          Skriv årstallet eller datoen.
    """)


def test_quoted_text(found: Found) -> None:
    """Where signs were escaped, the whole value is the place."""
    example = """
        perspektiver:
          tekst: "Vi kalder det \\"hjælp\\". Næste år kommer der flere."
    """
    assert found(example) == text("""
        2014/tmf.yaml:13:10 advarsel FR404
          »Næste år« betyder noget andet, når rapporten læses senere.
          Skriv årstallet eller datoen.
    """)


def test_absolute_time(found: Found) -> None:
    """A year is a year."""
    example = """
        perspektiver:
          tekst: |
            Der kommer flere i 2015. Fremover tæller vi dem.
    """
    assert found(example) == ""


def test_double_stop(found: Found) -> None:
    """An abbreviation has its stop already; three dots are a pause, and two lead up in a path."""
    example = """
        perspektiver:
          tekst: |
            Vi låner redskaber ud m.v.. Så venter vi... Se ../mappe.
    """
    assert found(example) == text("""
        2014/tmf.yaml:14:30 advarsel FR405
          Her er to punktummer efter hinanden: »m.v..«.
          Slet det ene.
    """)


def test_split_word(found: Found) -> None:
    """A word copied with its hyphen is put together; a hyphen that stands for something is left."""
    example = """
        perspektiver:
          tekst: |
            Det sker i Kom-
            munes huse for børne-
            og ungeområdet.
    """
    assert found(example) == text("""
        2014/tmf.yaml:14:16 advarsel FR407
          Et ord er delt ved linjens slutning: »Kom-« og »munes«.
          Saml ordet på én linje: Kommunes eller Kom-munes.
    """)
