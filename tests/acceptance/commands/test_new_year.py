"""`new-year`, as a coordinator begins the next year with it."""

from pathlib import Path

import pytest

from support.folders.two_years import forvaltning
from support.folders.work_folder import put, write_folder
from support.program import Program
from support.repository import copenhagen

REPORT = """\
titel: Frivillighed 2014
undertitel: Statusrapport 2014
år: 2014
nummer_i_rækken: 4
kolofon:
  udgiver: Byen
  dato: 2015-04-15
frist: 2015-02-01
forord: |
  Første afsnit.

  - **Et punkt** med 20.000 gæster.
netværk:
  periode: 2014
  tekst: Netværket har holdt møder.
  forudsætninger:
    - id: regler
      navn: Regler
      tekst: Reglerne skal være kendt.
  indsatser:
    - id: haandbog
      navn: Håndbogen
      tilstand: i drift
      forudsætning: [regler]
      tal:
        kurser: 3
    - id: festen
      navn: Festen
      tilstand: afholdt
forslag: ingen
mangler:
  - hvor: haandbog
    hvad: antal læsere
accepteret:
  - kode: FR312
    hvor: "tmf.yaml: forslag"
    fordi: Der var ingen.
"""
MADE = """\
titel: Frivillighed 2015  # UDFYLD: stemmer det? I 2014: Frivillighed 2014
undertitel: Statusrapport 2015  # UDFYLD: stemmer det? I 2014: Statusrapport 2014
år: 2015
nummer_i_rækken: 5  # UDFYLD: rapportens nummer; i 2014: 4

kolofon:
  udgiver: Byen
  dato: uoplyst  # UDFYLD: i 2014: 2015-04-15

# Den dag, statusfilerne skal være afleveret, fx 2015-02-01. Ellers uoplyst.
# Kommandoen status tæller ned til den. I 2014 var den 1. februar 2015.
frist: uoplyst  # UDFYLD: en dato

forord: |  # UDFYLD: jeres egne ord; teksten er fra 2014
  Første afsnit.

  - **Et punkt** med 20.000 gæster.

netværk:
  periode: uoplyst  # UDFYLD: i 2014: 2014
  tekst: |  # UDFYLD: jeres egne ord; teksten er fra 2014
    Netværket har holdt møder.
  forudsætninger:
    - id: regler
      navn: Regler
      tekst: |
        Reglerne skal være kendt.
  indsatser:
    - id: haandbog
      navn: Håndbogen
      tilstand: i drift  # UDFYLD: tilstanden nu; den er fra 2014
      tal:
        kurser:
          antal: uoplyst  # UDFYLD: antal kurser i 2015
          forrige_år: 3
      forudsætning: [regler]

    # Afholdt i 2014. Blev noget af det holdt igen i 2015? Så slet # og mellemrummet efter det på alle
    # indsatsens linjer. Resten kan slettes.
    # - id: festen
    #   navn: Festen
    #   tilstand: afholdt

# Netværkets forslag til nye initiativer. Skriv en liste, eller ingen eller uoplyst.
forslag: uoplyst  # UDFYLD: forslag, eller ordet ingen

# Rapportens to første sider skrives, når årets tal er på plads, sådan, rykket helt ud til venstre:
#   Det vigtigste på rapportens første side: tre til seks punkter. Tal skrives som [tal 2014.projekter].
#   hovedbudskaber: |
#     - **Flere hjælper til.** Foreningerne har fået nye medlemmer.
#   Tre til seks tal, som andre kan bruge, hver med tal (id) og tekst. De står på rapportens anden side.
#   nøgletal:
#     - tal: 2015.frivillige
#       tekst: Så mange har hjulpet til.
#       forbehold: Hvad der er usikkert ved tallet.
#
# Har I en historie fra året, så skriv den sådan, rykket helt ud til venstre:
#   historier:
#     - titel: Æbletræet på hjørnet
#       tekst: |
#         Historien med jeres egne ord.
#       indsats: id-paa-en-indsats
#       citat:
#         tekst: Det, der blev sagt.
#         funktion: frivillig i byhaven
#       billede:
#         fil: billeder/aebletrae.jpg
#         alt_tekst: Hvad billedet viser.
#         fotograf: uoplyst
#         grundlag: samtykke, interesseafvejning eller ingen genkendelige personer
# I 2014 manglede dette. Er det her nu? Ellers skriv det i filen under mangler:
#   haandbog: antal læsere
# Accepteret i 2014. Kommer det igen, så se på det på ny, før det skrives under accepteret:
#   FR312, tmf.yaml: forslag: Der var ingen.
"""


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """Give a work folder with a report of 2014 in which a network tells of its work."""
    register = f"kommune: Byen\nforvaltninger:\n{forvaltning('TMF')}{forvaltning('NET')}    type: netværk\n"
    return write_folder(tmp_path / "Mit år", {"kommune.yaml": register, "2014/rapport.yaml": REPORT})


def test_the_next_report(program: Program, year: Path) -> None:
    """What goes on is there, the year is the new one, and all that must be thought of again is marked."""
    run = program("new-year", cwd=year)
    path = year / "indberetninger/2015/rapport.yaml"
    assert (run.code, run.out) == (0, f"{path}\n")
    assert "11 steder er mærket UDFYLD." in run.err
    assert path.read_text(encoding="utf-8").partition("\n\n")[2] == MADE


@pytest.mark.full
def test_the_next_report_of_2014(program: Program, tmp_path: Path) -> None:
    """The new file has no errors of its own, and nothing of last year's stands unmarked in its title or preface."""
    root = copenhagen(tmp_path / "rapport")
    assert program("new-year", "2015", cwd=root).code == 0
    found = program("validate", "indberetninger/2015/rapport.yaml", cwd=root)
    assert (found.code, found.out.count("fejl FR")) == (0, 0)
    assert "forord: |  # UDFYLD" in (root / "indberetninger/2015/rapport.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("2014",), "indberetninger/2014/rapport.yaml findes allerede og er ikke rørt."),
        (("2013",), "fra før 2013 at begynde ud fra.\n   Den første rapport er fra 2014. Skriv et senere år."),
        ((), "Rapporten for 2014 er allerede begyndt.\n   Er det 2015, du vil begynde, så skriv frivilligrapport new"),
        (("2015", "--from", "2015"), "--from 2015 er ikke før 2015."),
        (("2015", "--from", "2012"), "Der er ingen rapport.yaml fra 2012 at begynde ud fra."),
        (("næste",), "»næste« er ikke et årstal."),
    ],
)
def test_what_cannot_be_begun(program: Program, year: Path, words: tuple[str, ...], says: str) -> None:
    """Each is one sentence and exit 2, and nothing is touched."""
    before = sorted(year.rglob("*"))
    run = program("new-year", *words, cwd=year, env={"SOURCE_DATE_EPOCH": "1419000000"})  # December 2014
    assert (run.code, run.out) == (2, "")
    assert says in run.err
    assert sorted(year.rglob("*")) == before


def test_a_report_that_cannot_be_read(program: Program, year: Path) -> None:
    """The report before has to be put right first; personal data in it is exit 3."""
    put(year, "2014/rapport.yaml", "titel: [\n")
    assert "indberetninger/2014/rapport.yaml kan ikke læses." in program("new-year", cwd=year).err
    put(year, "2014/rapport.yaml", REPORT + "# 010199-5000\n")
    assert program("new-year", cwd=year).code == 3
    assert not (year / "indberetninger/2015").exists()
