"""The year and the forvaltning that a file says it is about (FR304, FR306, FR307)."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]


def test_wrong_year(found: Found) -> None:
    """The year in the file must be the folder's."""
    example = """
        år: 2013
    """
    assert found(example) == text("""
        2014/tmf.yaml:13:5 fejl FR304
          Filen siger år 2013, men ligger i mappen 2014.
          Skriv år: 2014, eller flyt filen til mappen 2013.
    """)


def test_wrong_year_of_report(found: Found) -> None:
    """The same holds for rapport.yaml."""
    example = """
        # fil: 2014/rapport.yaml
        år: 2015
    """
    assert found(example) == text("""
        2014/rapport.yaml:4:5 fejl FR304
          Filen siger år 2015, men ligger i mappen 2014.
          Skriv år: 2014, eller flyt filen til mappen 2015.
    """)


def test_other_forvaltning(found: Found) -> None:
    """The forvaltning must be the one in the file's name."""
    example = """
        forvaltning: KFF
    """
    assert found(example) == text("""
        2014/tmf.yaml:13:14 fejl FR306
          Filen hedder tmf.yaml, men siger forvaltning: KFF.
          Skriv forvaltning: TMF, eller kald filen kff.yaml.
    """)


def test_gone(found: Found) -> None:
    """A forvaltning outside its years is named with those years and its successor."""
    example = """
        # fil: kommune.yaml
        forvaltninger:
          - id: tmf
            forkortelse: TMF
            navn: Teknik- og Miljøforvaltningen
            fra: 2006
            til: 2013
          - id: kmf
            forkortelse: KMF
            navn: Klima- og Miljøforvaltningen
            fra: 2015
            afløser: [TMF]
          - id: kff
            forkortelse: KFF
            navn: Kultur- og Fritidsforvaltningen
    """
    assert found(example) == text("""
        2014/tmf.yaml:1:14 fejl FR307
          TMF findes ikke i 2014: I kommune.yaml står den fra 2006 til 2013.
          Brug KMF, som har afløst den.
    """)


def test_no_network(found: Found) -> None:
    """A network that the register does not have cannot count."""
    example = """
        # fil: kommune.yaml
        forvaltninger:
          - id: tmf
            forkortelse: TMF
            navn: Teknik- og Miljøforvaltningen
          - id: kff
            forkortelse: KFF
            navn: Kultur- og Fritidsforvaltningen
        # fil: 2014/rapport.yaml
        netværk:
          periode: 2014
    """
    assert found(example) == text("""
        2014/rapport.yaml:5:1 fejl FR307
          Der er intet netværk i 2014 i kommune.yaml, så netværkets tal kan ikke tælles med.
          Skriv netværket i kommune.yaml under forvaltninger med type: netværk, eller ret dets fra og til.
    """)
