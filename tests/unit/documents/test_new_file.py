"""A new status file: what it keeps, what it asks, and what it leaves out."""

from pathlib import Path

import pytest

from frivilligrapport.collection.earlier_files import earlier_files_in, newest_earlier_files
from frivilligrapport.collection.loader import load
from frivilligrapport.documents.new_file.before import Answers, Start
from frivilligrapport.documents.new_file.whole import NewFile, new_file
from support.folders.small_years import PLACES, body, indsats, shared
from support.folders.two_years import forvaltning, register, write_years
from support.folders.work_folder import KOMMUNE


def started(
    root: Path, name: str = "tmf", year: int = 2015, earlier: int = 0, answers: Answers | None = None
) -> NewFile:
    """Make a new file from a work folder; `earlier` is the year to start from, 0 the newest."""
    samling = load(root)
    unit = next(one for one in samling.forvaltninger(year) if one.id == name)
    before = newest_earlier_files(samling, unit, year)
    aargang = samling.aargang(earlier)
    if aargang:
        before = earlier_files_in(samling, unit, aargang, year)
    return new_file(Start(samling, unit, year, before, answers or Answers()))


def after(root: Path, tmf: str, **more: str) -> str:
    """Give the text of TMF's file for 2015, made from its file for 2014."""
    return started(write_years(root, {}, {"tmf": tmf} | more, kommune=KOMMUNE + PLACES)).text


@pytest.mark.parametrize("state", ["i gang", "i drift", "etableret", "på vej", "planlagt", "uoplyst"])
def test_what_was_not_ended_goes_on(tmp_path: Path, state: str) -> None:
    """Whatever has not come to an end is in the new file, with its state."""
    assert f"  - id: have\n    navn: Have\n    tilstand: {state}" in after(
        tmp_path, body(indsats("have", tilstand=state))
    )


@pytest.mark.parametrize("state", ["ophørt", "aflyst"])
def test_what_has_ended_is_named_at_the_end(tmp_path: Path, state: str) -> None:
    """Nothing vanishes without a word: what has ended is told in a remark."""
    text = after(tmp_path, body(indsats("have", tilstand=state)))
    assert "indsatser: uoplyst  # UDFYLD" in text
    assert text.endswith(f"# Ikke med fra 2014:\n#   Have (have): {state}\n")


def test_what_was_held_is_suggested(tmp_path: Path) -> None:
    """An event of last year can be taken in again by removing "# ", and then belongs where it did."""
    found = after(tmp_path, body(indsats("have", tilstand="i gang"), indsats("dag", "gæster: 200", "hører_til: have")))
    assert "Afholdt i 2014. Blev noget af det holdt igen i 2015?" in found
    assert (
        "  # - id: dag\n  #   navn: Dag\n  #   tilstand: afholdt\n  #   hører_til: have\n"
        "  #   tal:\n  #     gæster:\n  #       antal: uoplyst  # antal gæster i 2015\n  #       forrige_år: 200\n"
    ) in found


def test_what_was_held_is_suggested_where_nothing_goes_on(tmp_path: Path) -> None:
    """Where all of last year's were events, they are there too, and the answer that stands in their place."""
    found = after(tmp_path, body(indsats("dag"), indsats("fest")))
    start = found.index("indsatser: uoplyst  # UDFYLD")
    assert "Så slet uoplyst ovenfor, og slet # og mellemrummet" in found[start:].replace("\n  # ", " ")
    assert found[start:].index("  # - id: dag\n") < found[start:].index("  # - id: fest\n")


def test_figures_become_last_years(tmp_path: Path) -> None:
    """A figure is moved as it was typed, and the new one is asked for; how it is measured stays."""
    figures = (
        "projekter:\n  antal: ca. 21\n  metode: optælling\n  på_vej: 9\n  på_vej_med_i_antal: nej\n"
        "  forklaring: Byens jubilæum.\nfrivillige: uoplyst\nmøder (board): over 2"
    )
    text = after(tmp_path, body(indsats("have", figures, tilstand="i gang")))
    assert (
        "      # På vej i 2014: 9.\n      # Forklaring i 2014: Byens jubilæum.\n      projekter:\n"
        "        antal: uoplyst  # UDFYLD: antal projekter i 2015\n        forrige_år: ca. 21\n"
        "        metode: optælling\n"
        "      frivillige: uoplyst  # UDFYLD: antal frivillige i 2015\n"
        "      møder (board):\n        antal: uoplyst  # UDFYLD: antal møder (board) i 2015\n"
        "        forrige_år: over 2\n"
    ) in text


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        ("gæster:\n  antal: ca. 100\n  mindst: 95", "# I 2014: antal ca. 100, mindst 95."),
        ("kr:\n  andel: 15 %\n  af: 100.000 kr.", "# I 2014: andel 15 %."),
    ],
)
def test_figures_that_no_single_number_tells(tmp_path: Path, figure: str, told: str) -> None:
    """What would say something else as last year's figure is a remark."""
    text = after(tmp_path, body(indsats("have", figure, tilstand="i gang")))
    assert told in text
    assert "forrige_år" not in text


def test_an_older_year_gives_no_figures_of_last_year(tmp_path: Path) -> None:
    """From 2013, what was counted then is not what `forrige_år` asks for in 2015: it is a remark."""
    root = write_years(tmp_path, {"tmf": body(indsats("have", "projekter: 12", tilstand="i gang"))}, {})
    text = started(root).text
    assert "# I 2013: antal 12." in text
    assert "forrige_år" not in text
    assert "2014 er ikke kendt" in text


def test_the_year_to_start_from(tmp_path: Path) -> None:
    """The newest year with a file is taken unless another is named."""
    years = ({"tmf": body(indsats(name, tilstand="i gang"))} for name in ("gammel", "ny"))
    root = write_years(tmp_path, *years)
    assert "id: ny\n" in started(root).text
    assert "id: gammel\n" in started(root, earlier=2013).text


def test_names_that_have_left_the_register(tmp_path: Path) -> None:
    """A theme that is no longer on the list would be an error at once: it is told of and left out."""
    lines = "tema: [grøn, kultur]\nbydele: [Valby]\nsteder:\n  - navn: Parken\n    bydel: Østerbro"
    tmf = body(indsats("have", "", lines, tilstand="i gang"))
    kommune = KOMMUNE + PLACES.replace("[grøn, kultur, ældre]", "[grøn]").replace(", Østerbro", "")
    text = started(write_years(tmp_path, {}, {"tmf": tmf}, kommune=kommune)).text
    assert "    tema: [grøn]\n    steder:\n      - navn: Parken\n        bydel: uoplyst\n    bydele: [Valby]\n" in text
    assert "# Står ikke længere i kommune.yaml: kultur." in text


def test_a_merged_forvaltning_starts_from_both(tmp_path: Path) -> None:
    """What was two forvaltninger gives the new one its indsatser; sums for the whole do not compare."""
    kommune = register(
        forvaltning("TMF"),
        forvaltning("X", til=2014),
        forvaltning("Y", til=2014),
        forvaltning("NYF", 2015, None, "X, Y"),
    )
    both = {
        "x": body(indsats("dag", "gæster: 5", shared("X", "TMF"), tilstand="i gang")) + "tal:\n  foreninger: 5\n",
        "y": body(indsats("dag", tilstand="i gang"), indsats("kor", "", shared("Y", "X", "sang"), tilstand="i gang")),
    }
    text = started(write_years(tmp_path, {}, both, kommune=kommune), "nyf").text
    assert [line.strip() for line in text.splitlines() if line.startswith("  - id:")] == [
        "- id: dag",
        "- id: dag-2",
        "- id: kor",
    ]
    assert "forrige_år: 5" in text
    assert "# I 2014: antal 5.\n  foreninger: uoplyst" in text
    assert "tæller_hos: NYF" in text
    assert "med: [TMF]" in text
    assert "id: sang" not in text  # shared by two that are now one
    assert "# NYF har overtaget opgaver fra X og Y.\n" in text  # and nobody else has


def test_sections_plans_and_gaps(tmp_path: Path) -> None:
    """Headings stay with what goes on below them; plans and what was missing are remarks."""
    tmf = (
        body(indsats("have", tilstand="i gang"), indsats("dag"))
        + "mangler:\n  - hvor: have\n    hvad: antal frivillige\n    årsag: Ingen talte.\n"
    )
    root = write_years(tmp_path, {}, {"tmf": tmf})
    path = root / "indberetninger/2014/tmf.yaml"
    status = (
        "status:\n  - overskrift: Haver\n    indsatser: [have, dag]\n    tekst: Vi graver.\n"
        "  - overskrift: Dage\n    indsatser: [dag]\n    tekst: Vi holdt en dag.\n"
        "perspektiver:\n  tekst: Flere haver.\n  planer: [have]\n"
    )
    old = "status:\n  - overskrift: Året\n    tekst: Der er sket noget.\nperspektiver: ingen\n"
    path.write_text(path.read_text(encoding="utf-8").replace(old, status), encoding="utf-8")
    text = started(root).text
    assert (
        "  - overskrift: Haver\n    indsatser: [have]\n    tekst: |  # UDFYLD: jeres egne ord om året\n      uoplyst\n"
        in text
    )
    assert "overskrift: Dage" not in text
    assert "# Planer i 2014: Have.\n" in text
    assert text.endswith(
        "# I 2014 manglede dette. Mangler det stadig, så skriv det i filen under mangler:\n"
        "#   have: antal frivillige (Ingen talte.)\n"
    )


def test_answers_count_for_more_than_last_year(tmp_path: Path) -> None:
    """What was answered on the terminal stands in the file, and is not asked for again."""
    tmf = body(indsats("have", tilstand="i gang"), indsats("dag", "gæster: 200\nmøder: 2"))
    root = write_years(tmp_path, {}, {"tmf": tmf})
    given = Answers("Konsulent", "a@kommune.dk", {"have": False, "dag": True}, {("dag", "gæster"): "ca. 250"})
    made = started(root, answers=given)
    assert "kontakt:\n  funktion: Konsulent\n  postkasse: a@kommune.dk\n" in made.text
    assert "#   Have (have): fortsætter ikke i 2015\n" in made.text
    assert "      gæster:\n        antal: ca. 250\n        forrige_år: 200\n" in made.text
    assert "        antal: uoplyst  # UDFYLD: antal møder i 2015\n" in made.text
    assert made.todos == made.text.count("# UDFYLD:") == 4


def test_from_nothing(tmp_path: Path) -> None:
    """Without an earlier file there is guidance and every question."""
    made = started(write_years(tmp_path, {}, {}))
    assert "Filen er begyndt forfra" in made.text
    assert made.todos == made.text.count("# UDFYLD:") == 6
