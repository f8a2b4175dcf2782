"""The status file as a whole: answers, drafts, and all its parts."""

from textwrap import dedent

import pytest

from frivilligrapport.models.rapport import Rapport
from support.texts.model_text import HEAD, read_as, statusfil


@pytest.mark.parametrize("field", ["perspektiver", "indsatser", "forslag"])
@pytest.mark.parametrize("word", ["ingen", "uoplyst", "Ingen", '"uoplyst"'])
def test_answers(field: str, word: str) -> None:
    """Three fields may be answered with one word, which is not the same as having no content."""
    found = statusfil(HEAD + f"{field}: {word}\n")
    assert found.told == ()
    assert found.read.answer(field) == word.strip('"').casefold()
    assert found.read.is_given(field)
    assert not getattr(found.read, field)


def test_no_answer() -> None:
    """A field that is not there, or is empty, has not been answered."""
    found = statusfil(HEAD + "forslag:\n")
    assert [found.read.answer(field) for field in ("perspektiver", "forslag")] == [None, None]
    assert [found.read.is_given(field) for field in ("perspektiver", "forslag")] == [False, False]


def test_content_is_an_answer() -> None:
    """A field with content is given."""
    found = statusfil(HEAD + "perspektiver:\n  tekst: Der kommer flere.\n").read
    assert (found.answer("perspektiver"), found.is_given("perspektiver")) == (None, True)


def test_an_answer_knows_its_place() -> None:
    """What was answered can be pointed at."""
    ((field, text),) = statusfil(HEAD + "forslag: uoplyst\n").read.answers.items()
    assert (field, str(text.location)) == ("forslag", "tmf.yaml:3:10")


def test_the_reports_proposals() -> None:
    """rapport.yaml answers for its proposals in the same way."""
    found = read_as(Rapport, "titel: R\når: 2014\nforslag: ingen\n").read
    assert (found.answer("forslag"), found.forslag) == ("ingen", ())


@pytest.mark.parametrize(
    ("line", "is_draft"),
    [("", True), ("filstatus: udkast", True), ("filstatus: klar", False), ("filstatus: Godkendt", False)],
)
def test_drafts(*, line: str, is_draft: bool) -> None:
    """A file is a draft until it says otherwise."""
    assert statusfil(HEAD + line + "\n").read.is_draft is is_draft


def test_all_parts() -> None:
    """A file with every part is read without a word."""
    found = statusfil(
        dedent("""\
        forvaltning: ØKF
        år: 2014
        filstatus: klar
        kontakt:
          funktion: Medlem af netværket
          postkasse: uoplyst
        status:
          - overskrift: Året
            indsatser: [kajakdag]
            tekst: |
              Egne ord.
        perspektiver:
          tekstfil: tekster/frem.md
          planer: [kajakdag]
        indsatser:
          - id: kajakdag
            navn: Kajakdagen
            art: arrangement
            tilstand: planlagt
            periode: juni-oktober 2014
            varighed: 1½ år
            hyppighed: hver måned
            tema: [grøn]
            målgrupper: [borgere, børn]
            partnere: [roklubber]
            steder:
              - navn: Havnen
                bydel: uoplyst
            bydele: [Amager Øst]
            lokaludvalg: [Amager Øst]
            frivilligtype: [fri frivillig]
            beskrivelse: Ud at ro.
            effekt: Renere vand.
            kaldes_også: [Kajak]
            hører_til: havnen
            fælles:
              id: kajak
              med: [TMF]
              tæller_hos: TMF
            ikke_samme_som:
              - indsats: kanodag
                fordi: Det er kanoer.
            kilde: Havnen
            metode: optælling
            ny_i_år: ja
        forslag:
          - titel: Flere både
            begrundelse: Der mangler både.
            gælder_for: [TMF, KFF]
        bidragydere:
          - navn: Valby
            status: ikke modtaget
        barrierer:
          regler: For mange.
        politik:
          - punkt: Dialog
            status: i gang
            tekst: Vi taler.
            indsatser: [kajakdag]
        mangler:
          - hvor: kajakdag
            hvad: tal for affald
            årsag: uoplyst
        """)
    )
    assert found.told == ()
    indsats = found.read.indsatser[0]
    assert (indsats.kommende, indsats.gennemfoert, indsats.ny_i_aar) == (True, False, True)
    assert indsats.faelles is not None
    assert (indsats.faelles.taeller_hos, indsats.steder[0].navn) == ("TMF", "Havnen")
    assert found.read.status[0].tekst == "Egne ord."
    assert (found.read.forslag[0].gaelder_for, found.read.mangler[0].aarsag) == (("TMF", "KFF"), "uoplyst")
