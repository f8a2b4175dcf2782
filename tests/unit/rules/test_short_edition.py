"""The four points of the short edition (FR357)."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]
POINT = "  - titel: Punkt {0}\n    tekst: Kort tekst.\n"


def test_five_points(found: Found) -> None:
    """The fifth is told of, at its title."""
    example = "# fil: 2014/rapport.yaml\nkort:\n" + "".join(POINT.format(number) for number in range(1, 7))
    assert found(example) == text("""
        2014/rapport.yaml:14:12 advarsel FR357
          Der er 6 punkter under »kort«, og den korte udgave viser de første 4.
          Vælg højst 4 punkter.
    """)


def test_a_long_point(found: Found) -> None:
    """More than one paragraph, or more than 330 signs, is more than is shown."""
    example = f"# fil: 2014/rapport.yaml\nkort:\n  - titel: Langt\n    tekst: {'Mange ord her. ' * 30}\n"
    assert found(example) == text("""
        2014/rapport.yaml:7:12 advarsel FR357
          Punktet »Langt« er for langt til den korte udgave.
          Skriv ét stykke på højst 330 tegn.
    """)
