"""Counts in the text about an indsats that the indsats's own figures contradict (FR451)."""

from collections.abc import Callable

import pytest

from examples import text

Found = Callable[..., str]
INDSATS = """\
indsatser:
  - id: ren-by
    navn: Ren By
    tilstand: afholdt
    tal:
      frivillige:
        antal: ca. 90
        forrige_år: 60
        på_vej: 8
        på_vej_med_i_antal: nej
        heraf:
          unge: 20
"""


def told(prose: str, field: str = "beskrivelse") -> str:
    """Give the example with a text of its own."""
    return f"{INDSATS}    {field}: {prose}\n"


def test_a_contradiction_has_its_place_and_both_numbers(found: Found) -> None:
    """The count in the text is underlined, and the text's words and the figure's stand beside each other."""
    assert found(told("Der kom 45 frivillige.")) == text("""
        2014/tmf.yaml:22:26 advarsel FR451
          Teksten siger »45 frivillige«, men »tal« siger »frivillige: ca. 90«.
          Ret det, der er forkert, eller lad teksten sige, hvad antallet dækker (i indsatsen »Ren By«).
    """)


@pytest.mark.parametrize(
    "prose",
    [
        "Der kom 90 frivillige.",
        "Der kom 85 frivillige.",
        "Der kom over 50 frivillige.",
        "Sidste gang kom 60 frivillige.",
        "Yderligere otte frivillige er på vej.",
        "De 20 frivillige i ungdomsklubben ryddede stranden.",
        "Med dem, der er på vej, er der 98 frivillige.",
        "Der kom 30 frivillige mere end før.",
        "I 2012 kom 45 frivillige.",
        "Heraf var 45 frivillige fra byen.",
        "Der kom 45 frivillige på hver af de tre dage.",
        "Der kom 45 gæster.",
        "Der kom mange frivillige.",
    ],
)
def test_what_agrees_or_speaks_of_something_else_is_left_alone(found: Found, prose: str) -> None:
    """A figure, two of them added or taken apart, another year, a part and another unit do not contradict."""
    assert found(told(prose)) == ""


def test_a_section_about_one_indsats(found: Found) -> None:
    """A status section that names one indsats is held against it, and the finding can be accepted by its id."""
    section = "status:\n  - overskrift: Ren By\n    indsatser: [{}]\n    tekst: Der kom 45 frivillige.\n"
    accepted = "accepteret:\n  - kode: FR451\n    hvor: '{}'\n    fordi: Teksten er rigtig."
    files = "# fil: 2014/rapport.yaml\n" + accepted + "\n# fil: 2014/tmf.yaml\n" + section.format("ren-by") + INDSATS
    assert "advarsel FR451" in found(section.format("ren-by") + INDSATS)
    assert found(files.format("tmf.yaml: ren-by")) == ""


def test_a_section_about_several_indsatser(found: Found) -> None:
    """Where a section is about more than one, or none, nobody knows which figure the text speaks of."""
    other = "  - id: havn\n    navn: Havn\n    tilstand: afholdt\n"
    for named in ("[ren-by, havn]", "[]"):
        section = f"status:\n  - overskrift: Året\n    indsatser: {named}\n    tekst: Der kom 45 frivillige.\n"
        assert found(section + INDSATS + other) == ""


def test_a_text_file_of_a_section(found: Found) -> None:
    """A section's text file is read as its text, and the place is in that file."""
    section = "status:\n  - overskrift: Ren By\n    indsatser: [ren-by]\n    tekstfil: tekster/ren.md\n"
    files = f"# fil: 2014/tmf.yaml\n{section}{INDSATS}# fil: 2014/tekster/ren.md\nDer kom 45 frivillige.\n"
    assert found(files).startswith("2014/tekster/ren.md:1:9 advarsel FR451")


def test_figures_of_the_family_and_of_labels(found: Found) -> None:
    """A child's figure, the parent's, and all labels together are numbers that the text may name."""
    example = """
        indsatser:
          - id: mor
            navn: Mor
            tilstand: afholdt
            tal:
              møder (a): 2
              møder (b): 3
              møder (c): 20
            beskrivelse: De tre udvalg holdt 25 møder, og barnet holdt 9 møder.
          - id: barn
            navn: Barn
            tilstand: afholdt
            hører_til: mor
            tal:
              møder: 9
            beskrivelse: Barnet holdt 40 møder.
    """
    assert found(example) == text("""
        2014/tmf.yaml:25:31 advarsel FR451
          Teksten siger »40 møder«, men »tal« siger »møder: 9«.
          Ret det, der er forkert, eller lad teksten sige, hvad antallet dækker (i indsatsen »Barn«).
    """)


@pytest.mark.parametrize("tal", ["mange", "uoplyst", "op mod 10.000"])
def test_what_is_open_contradicts_nothing(found: Found, tal: str) -> None:
    """An unknown figure and one without bounds leave the text alone."""
    example = f"""
        indsatser:
          - id: a
            navn: A
            tilstand: afholdt
            tal:
              frivillige: {tal}
            beskrivelse: Der kom 45 frivillige.
    """
    assert found(example) == ""
