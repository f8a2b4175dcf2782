"""The cover note against the report (FR304, FR354 to FR356, FR459, FR466, FR467), and its prose."""

from collections.abc import Callable, Mapping

import pytest

from examples import FOELGENOTAT, findings, text
from frivilligrapport.collection.values import Samling

Found = Callable[..., str]
Folder = Callable[[Mapping[str, str | None]], Samling]
REPORT = """
    # fil: 2014/rapport.yaml
    netværk:
      indsatser:
        - id: haandbog
          navn: Håndbog om samarbejde
          tilstand: i drift
        - id: chefmoeder
          navn: Chefmøder
          tilstand: planlagt
"""


def test_results(found: Found) -> None:
    """A result is an initiative of the network's that has been carried out; names are taken for their ids."""
    example = (
        REPORT
        + """
    # fil: 2014/foelgenotat.yaml
    resultater:
      - indsats: haandbog
      - indsats: haandbogen
      - indsats: Håndbog om samarbejde
      - indsats: naturens-dag
      - indsats: uoplyst
      - indsats: chefmoeder
    """
    )
    assert found(example) == text("""
        2014/foelgenotat.yaml:8:14 fejl FR466
          Netværket har ingen indsats med id'et »haandbogen« i rapport.yaml. Mente du »haandbog«?
          Skriv haandbog (i resultatet »haandbogen«).
        2014/foelgenotat.yaml:9:14 fejl FR466
          Netværket har ingen indsats med id'et »Håndbog om samarbejde« i rapport.yaml. Mente du »haandbog«?
          Skriv haandbog (i resultatet »Håndbog om samarbejde«).
        2014/foelgenotat.yaml:10:14 fejl FR466
          Netværket har ingen indsats med id'et »naturens-dag« i rapport.yaml.
          Skriv id'et på en af netværkets indsatser (i resultatet »naturens-dag«).
        2014/foelgenotat.yaml:11:14 fejl FR466
          Resultatet henviser ikke til noget.
          Skriv id'et på en af netværkets indsatser i rapport.yaml, eller slet resultatet (i det 5. resultat).
        2014/foelgenotat.yaml:12:14 fejl FR466
          »Chefmøder« er planlagt og derfor ikke et resultat.
          Tag den ud af resultater, og skriv om den i fremover (i resultatet »chefmoeder«).
    """)


def test_what_to_write_instead(folder: Folder) -> None:
    """The ids offered may be pasted over what is underlined."""
    note = FOELGENOTAT + "resultater:\n  - indsats: haandbogen\n"
    report = "titel: Rapport\når: 2014\nforslag: ingen\nnetværk:\n  indsatser:\n    - id: haandbog\n"
    report += "      navn: Håndbog\n      tilstand: i drift\n"
    samling = folder({"2014/foelgenotat.yaml": note, "2014/rapport.yaml": report})
    (problem,) = findings(samling)
    assert problem.instead == ("haandbog",)
    source = samling.sources[problem.location.file]
    assert source.pasted(problem.location, "haandbog").endswith("  - indsats: haandbog\n")


def test_the_note_s_own_appendices(found: Found) -> None:
    """A text promises the note's own appendices, which are files of the year or documents that are built."""
    example = """
        # fil: 2014/foelgenotat.yaml
        vurdering: Se bilag 1, bilag 2 og bilag 3.
        bilag:
          - nummer: 1
            titel: Frivillighed i Prøvekøbing
            fil: statusrapport
          - nummer: 2
            titel: Politikken
            fil: statusraport
          - nummer: 4
            titel: Tallene
    """
    assert found(example) == text("""
        2014/foelgenotat.yaml:6:35 fejl FR355
          Teksten henviser til bilag 3, men det står ikke i foelgenotat.yaml.
          Skriv bilaget i foelgenotat.yaml under bilag, eller slet henvisningen.
        2014/foelgenotat.yaml:13:10 fejl FR354
          Filen »statusraport« er ikke i mappen indberetninger/2014.
          Skriv statusrapport (i bilaget »Politikken«).
        2014/foelgenotat.yaml:15:12 fejl FR356
          Bilag 4 følger ikke med notatet.
          Skriv fil: og stien til bilaget, eller mangler: og hvorfor det ikke er der (i bilaget »Tallene«).
    """)


def test_the_report_s_name(found: Found) -> None:
    """The report goes by its own title; the published note of 2015 calls it »Frivillig i København«."""
    example = """
        # fil: 2014/foelgenotat.yaml
        bilag:
          - nummer: 1
            titel: Frivillig i Prøvekøbing
            fil: statusrapport
    """
    assert found(example) == text("""
        2014/foelgenotat.yaml:8:12 advarsel FR467
          Bilaget hedder »Frivillig i Prøvekøbing«, men rapporten hedder »Frivillighed i Prøvekøbing«.
          Skriv Frivillighed i Prøvekøbing (i bilaget »Frivillig i Prøvekøbing«).
    """)


def test_another_year(found: Found) -> None:
    """A note copied from the year before is noticed by its subject and by its date."""
    example = """
        # fil: 2014/foelgenotat.yaml
        hoved:
          afsender: [Økonomiforvaltningen]
          til: Økonomiudvalget
          emne: Rapport om frivillighed 2012-2013
          dato: 2013-12-15
    """
    assert found(example) == text("""
        2014/foelgenotat.yaml:4:9 advarsel FR459
          Emnet nævner 2012 og 2013, men notatet ligger i mappen 2014.
          Ret årstallet, eller flyt notatet.
        2014/foelgenotat.yaml:5:9 advarsel FR459
          Notatet er dateret den 15. december 2013, før 2014 begyndte.
          Ret datoen, eller flyt notatet.
    """)


def test_a_programme_in_another_year_s_folder(found: Found) -> None:
    """A document that says its year must lie in that year's folder, as a status file must."""
    assert found("# fil: 2014/arbejdsprogram.yaml\når: 2013") == text("""
        2014/arbejdsprogram.yaml:6:5 fejl FR304
          Filen siger år 2013, men ligger i mappen 2014.
          Skriv år: 2014, eller flyt filen til mappen 2013.
    """)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("vurdering: Rapporten viser, at", "FR401"),
        ("fremover: Der kommer flere og.", "FR402"),
        ("hjemmel: Indsæt tekst her.", "FR403"),
        ("fremover: Næste år kommer der en ny.", "FR404"),
        ("vurdering: Den er god..", "FR405"),
        ("vurdering: |\n  \uf0b7 Den er god.", "FR406"),
        ("vurdering: |\n  Den er lavet af Kom-\n  munen.", "FR407"),
    ],
)
def test_texts_are_read_as_in_a_status_file(found: Found, written: str, code: str) -> None:
    """What spoils a printed text is found in the year's other documents too, once and at its place."""
    told = found(f"# fil: 2014/foelgenotat.yaml\n{written}")
    assert told.count("FR") == 1
    assert told.startswith("2014/foelgenotat.yaml:")
    assert code in told
