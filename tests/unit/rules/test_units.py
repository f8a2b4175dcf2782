"""Units of figures (FR209, FR324)."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]


def test_misspelt(found: Found) -> None:
    """A misspelt unit is corrected."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              frivilige: 15
    """
    assert found(example) == text("""
        2014/tmf.yaml:15:7 fejl FR324
          Enheden »frivilige« kendes ikke. Mente du »frivillige«?
          Skriv frivillige (i indsatsen »Smag Verden«).
    """)


def test_singular(found: Found) -> None:
    """The singular means the plural."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              møde (board): 2
    """
    assert found(example) == text("""
        2014/tmf.yaml:15:7 fejl FR324
          Enheden »møde« kendes ikke. Mente du »møder«?
          Skriv møder (i indsatsen »Smag Verden«).
    """)


def test_label(found: Found) -> None:
    """A label must stand in parentheses."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              møder board: 2
    """
    assert found(example) == text("""
        2014/tmf.yaml:15:7 fejl FR324
          Enheden »møder board« kendes ikke. Mente du »møder (board)«?
          Skriv møder (board) (i indsatsen »Smag Verden«).
    """)


def test_unlike_any(found: Found) -> None:
    """Of anything else the list is offered."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              dimser: 2
    """
    assert found(example) == text("""
        2014/tmf.yaml:15:7 fejl FR324
          Enheden »dimser« kendes ikke.
          Se enhederne med frivilligrapport explain FR324, eller tilføj den i kommune.yaml (i indsatsen »Smag Verden«).
    """)


def test_aliases(found: Found) -> None:
    """Kroner have several names, hours are two words, and both may be halved."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              kroner: 2.500,5
              frivillige timer: 2,5
    """
    assert found(example) == ""


def test_own_unit(found: Found) -> None:
    """The municipality may add a unit."""
    example = """
        # fil: kommune.yaml
        enheder:
          - enhed: bistader
            art: andet
            ental: bistade
            definition: Bistader, som frivillige passer.
        # fil: 2014/tmf.yaml
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              bistader: 4
    """
    assert found(example) == ""


def test_everywhere(found: Found) -> None:
    """Figures of the forvaltning and of the network are looked at too."""
    example = """
        # fil: 2014/tmf.yaml
        tal:
          projketer: 4
        # fil: 2014/rapport.yaml
        netværk:
          tal:
            mødr: 4
    """
    assert found(example) == text("""
        2014/rapport.yaml:7:5 fejl FR324
          Enheden »mødr« kendes ikke. Mente du »møder«?
          Skriv møder.
        2014/tmf.yaml:15:3 fejl FR324
          Enheden »projketer« kendes ikke. Mente du »projekter«?
          Skriv projekter.
    """)


def test_halves(found: Found) -> None:
    """People and meetings are counted one by one, also in a subset."""
    example = """
        indsatser:
          - id: smag-verden
            navn: Smag Verden
            tilstand: afholdt
            tal:
              møder:
                antal: 2,5
                heraf:
                  lange: 1½
    """
    assert found(example) == text("""
        2014/tmf.yaml:16:16 fejl FR209
          »2,5« har decimaler, men møder tælles i hele.
          Skriv et helt tal (i indsatsen »Smag Verden«).
        2014/tmf.yaml:18:18 fejl FR209
          »1½« har decimaler, men møder tælles i hele.
          Skriv et helt tal (i indsatsen »Smag Verden«).
    """)
