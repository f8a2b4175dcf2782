"""Whether anybody has begun on a file that `new` wrote."""

import pytest

from frivilligrapport.collection.untouched import is_untouched
from frivilligrapport.models.fields.reader import read_model
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.reading.comments import marks_of
from frivilligrapport.reading.yaml_reader import read

NEW = """\
# Find ordet UDFYLD.
forvaltning: TMF
år: 2015
filstatus: udkast
kontakt:
  funktion: Konsulent  # UDFYLD: passer det stadig? Det er fra 2014
  postkasse: uoplyst  # UDFYLD: en fælles postkasse
status:
  - overskrift: Året
    indsatser: [have]
    tekst: |  # UDFYLD: jeres egne ord om året
      uoplyst
perspektiver: uoplyst  # UDFYLD: se eksemplet ovenfor
indsatser:
  - id: have
    navn: Have
    tilstand: i gang  # UDFYLD: tilstanden nu; den er fra 2014
    tal:
      projekter:
        antal: uoplyst  # UDFYLD: antal projekter i 2015
        forrige_år: 21
      kr:
        andel: uoplyst  # UDFYLD: andelen
forslag: uoplyst  # UDFYLD: se eksemplet ovenfor
"""


def untouched(text: str) -> bool:
    """Tell whether a file's text is that of one that nobody has begun on."""
    reading = read(text.encode(), "tmf.yaml")
    assert reading.tree
    assert reading.source
    model = read_model(Statusfil, reading.tree).model
    assert model
    return is_untouched(model, {line for mark in marks_of(reading.source) for line in mark.concerns})


def test_a_new_file_is_untouched() -> None:
    """As `new` wrote it a file is not begun, whatever it has from the year before."""
    assert untouched(NEW)
    assert untouched(NEW + "# Planer i 2014: en have.\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  # UDFYLD: jeres egne ord om året\n      uoplyst", "\n      Vi har passet haven."),
        (
            "  # UDFYLD: jeres egne ord om året\n      uoplyst",
            "  # UDFYLD: jeres egne ord om året\n      Vi har passet haven.",
        ),
        ("  # UDFYLD: passer det stadig? Det er fra 2014", ""),
        ("uoplyst  # UDFYLD: en fælles postkasse", "frivillig@kommune.dk"),
        ("perspektiver: uoplyst  # UDFYLD: se eksemplet ovenfor", "perspektiver: ingen"),
        ("perspektiver: uoplyst  # UDFYLD: se eksemplet ovenfor", "perspektiver: uoplyst"),
        ("forslag: uoplyst  # UDFYLD: se eksemplet ovenfor", "forslag: ingen"),
        ("  # UDFYLD: tilstanden nu; den er fra 2014", ""),
        ("antal: uoplyst  # UDFYLD: antal projekter i 2015", "antal: 22  # UDFYLD: antal projekter i 2015"),
        ("antal: uoplyst  # UDFYLD: antal projekter i 2015", "antal: uoplyst"),
        ("filstatus: udkast", "filstatus: klar"),
        ("forslag: uoplyst", "barrierer:\n  regler: Der kræves tilladelser.\nforslag: uoplyst"),
        ("  - id: have", "  - id: mark\n    navn: Mark\n    tilstand: i gang\n  - id: have"),
    ],
)
def test_one_answer_is_enough(before: str, after: str) -> None:
    """With one answer, or one mark taken away, a file is begun."""
    assert before in NEW
    assert not untouched(NEW.replace(before, after))


def test_a_file_without_marks_was_written_by_somebody() -> None:
    """A file of nothing but uoplyst, and without marks, says that nobody knows."""
    lines = (line.split("  # UDFYLD")[0] for line in NEW.splitlines())
    assert not untouched("\n".join(lines) + "\n")
