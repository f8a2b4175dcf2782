"""The chapters of the forvaltninger: sections, indsatser, plans, proposals and gaps in their places."""

from frivilligrapport.documents.types.statusrapport import Statusrapport
from frivilligrapport.documents.types.tabelbilag import Tabelbilag
from support.folders.work_folder import status_file
from support.reports import MakeReport, as_text, facts, headings_of_markdown

KOMMUNE = """\
kommune: Prøvekøbing Kommune
forvaltninger:
  - id: tmf
    forkortelse: TMF
    navn: Teknik- og Miljøforvaltningen
    udvalg: Teknikudvalget
"""
SECTIONS = """\
forvaltning: TMF
år: 2014
status:
  - overskrift: Det grønne
    indsatser: [haver]
    tekst: |
      # Haver

      Haverne blev passet.

      ### Redskaber

      Der er nok.
  - overskrift: Fra en fil
    tekstfil: tekster/tmf.md
perspektiver:
  tekst: Haverne fortsætter.
  planer: [haver, skov]
indsatser:
  - id: haver
    navn: Haver
    tilstand: i gang
    effekt: Flere mødes.
  - id: skov
    navn: Skov
    tilstand: planlagt
  - id: uden-omtale
    navn: Uden omtale
    tilstand: afholdt
forslag:
  - titel: En fælles have
    begrundelse: Naboerne har bedt om den.
    gælder_for: [TMF]
"""


def test_perspektiver_that_nobody_gave_are_said_to_be_missing(report_2014: Statusrapport) -> None:
    """BIF has told no perspektiver: no empty section, but a line in the box."""
    assert facts(report_2014, "BIF")["Perspektiver"] == "ikke oplyst"
    chapter = next(one for one in report_2014.forvaltninger if one.overlinje == "BIF")
    assert "Perspektiver" not in [one.overskrift for one in chapter.afsnit]


def test_every_indsats_is_shown_once(report_2014: Statusrapport, appendix_2014: Tabelbilag) -> None:
    """Each indsats of a chapter is shown in the first section that names it, and none is left out."""
    shown = [one.id for chapter in report_2014.forvaltninger for part in chapter.afsnit for one in part.indsatser]
    assert report_2014.netvaerk is not None
    shown += [one.id for one in report_2014.netvaerk.initiativer]
    assert appendix_2014.alle_indsatser is not None
    assert len(shown) == len(set(shown)) == len(appendix_2014.alle_indsatser.raekker)


def test_gaps_are_listed_by_the_name_of_the_thing(report_2014: Statusrapport) -> None:
    """A declared gap names its indsats, not its id, and gives the reason where there is one."""
    first, second = report_2014.forvaltninger[0].mangler[:2]
    assert first.tekst.endswith("så tallene er aldrig kommet med.")
    assert second.navn == "Grøn frivillighed"
    assert second.tekst.endswith("og bydel for den nye byhave på Amager.")


def test_a_chapter_holds_all_that_a_file_says(make_report: MakeReport) -> None:
    """Texts from files, unnamed indsatser, plans shown before and proposals all have their place in order."""
    files = {"kommune.yaml": KOMMUNE, "2014/tmf.yaml": SECTIONS, "2014/tekster/tmf.md": "Skrevet i en fil."}
    report = make_report(files)
    (chapter,) = report.forvaltninger
    assert [(one.overskrift, [i.navn for i in one.indsatser]) for one in chapter.afsnit] == [
        ("Det grønne", ["Haver"]),
        ("Fra en fil", []),
        ("Øvrige indsatser", ["Uden omtale"]),
        ("Perspektiver", ["Skov"]),
    ]
    assert chapter.afsnit[1].tekst.strip() == "Skrevet i en fil."
    assert chapter.afsnit[3].ogsaa == ("Haver",)
    assert chapter.forslag[0].titel == "En fælles have"
    assert facts(report, "TMF")["Forslag"] == "1 forslag til nye initiativer"


def test_contributors_headings_stand_below_the_section(make_report: MakeReport) -> None:
    """Headings in a contributor's text begin one level below the section's own, without gaps."""
    files = {"kommune.yaml": KOMMUNE, "2014/tmf.yaml": SECTIONS, "2014/tekster/tmf.md": "Tekst."}
    found = headings_of_markdown(as_text(make_report(files), "md"))
    start = found.index((3, "Det grønne"))
    assert found[start + 1 : start + 4] == [(4, "Haver"), (5, "Redskaber"), (4, "Haver")]


def test_barriers_and_policy_points_have_their_sections(make_report: MakeReport) -> None:
    """What stands in the way is a list by kind, and each point of the policy has its own heading."""
    barriers = "barrierer:\n  ledelse: Få ledere spørger.\n"
    policy = "politik:\n  - punkt: 3\n    status: i gang\n    tekst: Borgerne er hørt.\n"
    report = make_report({"kommune.yaml": KOMMUNE, "2014/tmf.yaml": status_file("TMF") + barriers + policy})
    found = {one.overskrift: one.tekst for one in report.forvaltninger[0].afsnit}
    assert found["Barrierer"] == "- **Ledelse:** Få ledere spørger."
    assert found["Politikkens punkt 3"] == "i gang\n\nBorgerne er hørt."


def test_an_effect_says_what_it_is(make_report: MakeReport) -> None:
    """The effect of an indsats follows its description under its own label."""
    files = {"kommune.yaml": KOMMUNE, "2014/tmf.yaml": SECTIONS, "2014/tekster/tmf.md": "Tekst."}
    assert "**Effekt:** Flere mødes." in as_text(make_report(files), "md")
