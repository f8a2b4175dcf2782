"""The head of a notat (FR460 to FR465)."""

from collections.abc import Callable

import pytest

from examples import text

Found = Callable[..., str]
HEAD = """\
# fil: 2014/foelgenotat.yaml
hoved:
  afsender: [Økonomiforvaltningen]
  til: Økonomiudvalget
  emne: Rapport om frivillighed 2014
  dato: 2015-04-15
"""


@pytest.mark.parametrize("ean", ["5798009800206", "5798009683052", "uoplyst"])
def test_good_numbers(found: Found, ean: str) -> None:
    """The numbers of the two published notater are right, and one that nobody knows is no fault."""
    assert found(f"{HEAD}  ean: {ean}") == ""


@pytest.mark.parametrize("place", range(13))
def test_one_digit_changed(found: Found, place: int) -> None:
    """A single wrong digit is found wherever it stands, and no digit is guessed."""
    right = "5798009800206"
    wrong = right[:place] + str((int(right[place]) + 1) % 10) + right[place + 1 :]
    assert found(f"{HEAD}  ean: {wrong}") == text(f"""
        2014/foelgenotat.yaml:6:8 fejl FR460
          Kontrolcifferet i EAN-nummeret »{wrong}« passer ikke.
          Sammenlign nummeret med kilden, ciffer for ciffer.
    """)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("579800980020", "Skriv alle 13 cifre uden mellemrum"),
        ("57980098002066", "Skriv alle 13 cifre uden mellemrum"),
        ("5798 0098 00206", "Skriv 5798009800206"),
        ("5798 0098 00207", "Skriv alle 13 cifre uden mellemrum"),
        ("ukendt", "Skriv alle 13 cifre uden mellemrum"),
    ],
)
def test_not_thirteen_digits(found: Found, typed: str, hint: str) -> None:
    """Anything but 13 digits in a row is one finding; what only has spaces in it is joined."""
    assert found(f"{HEAD}  ean: {typed}") == text(f"""
        2014/foelgenotat.yaml:6:8 fejl FR461
          EAN-nummeret »{typed}« er ikke 13 cifre i én række.
          {hint}.
    """)


def test_the_case_and_its_documents(found: Found) -> None:
    """A document belongs to its case; of a case number that is wrong itself, only that is told."""
    other = HEAD + "  sagsnr: 2015-0092770\n  dokumentnr: 2015-0092707-1"
    assert found(other) == text("""
        2014/foelgenotat.yaml:7:15 fejl FR463
          Dokumentnummeret »2015-0092707-1« er ikke sagsnummeret »2015-0092770«, en bindestreg og et løbenummer.
          Ret det af de to numre, der er forkert.
    """)
    short = HEAD + "  sagsnr: 2015-92770\n  dokumentnr: 2015-0092770-1"
    assert found(short) == text("""
        2014/foelgenotat.yaml:6:11 advarsel FR462
          Sagsnummeret »2015-92770« er ikke et årstal, en bindestreg og syv cifre.
          Skriv det som 2015-0012345.
    """)


@pytest.mark.parametrize("number", ["2015-0092770", "2015-0092770-", "2015-0092770-1a", "2015-00927701"])
def test_no_number_of_its_own(found: Found, number: str) -> None:
    """The case's number alone is no document's number."""
    assert "FR463" in found(f"{HEAD}  sagsnr: 2015-0092770\n  dokumentnr: {number}")


@pytest.mark.parametrize("day", ["april 2015", "2015", "uge 16 2015", "foråret 2015"])
def test_a_date_is_a_day(found: Found, day: str) -> None:
    """A notat is written on a day."""
    told = found(HEAD.replace("2015-04-15", day))
    assert told == text(f"""
        2014/foelgenotat.yaml:5:9 fejl FR464
          »{day}« er ikke en bestemt dag.
          Skriv dagen som 2015-04-15.
    """)


def test_a_day_that_is_none_is_told_once(found: Found) -> None:
    """A date that cannot be read is told of by the grammar, and is not called absent too."""
    told = found(HEAD.replace("2015-04-15", "2015-02-30"))
    assert told.count("2014/foelgenotat.yaml") == 1
    assert "FR22" in told


def test_gaps(found: Found) -> None:
    """A head says who, to whom, about what and when; uoplyst is a gap like an absent field."""
    bare = """
        # fil: 2014/foelgenotat.yaml
        hoved:
          afsender: [uoplyst]
          til: uoplyst
          dato: uoplyst
    """
    assert found(bare) == text("""
        2014/foelgenotat.yaml:2:3 advarsel FR465
          Notatet siger ikke, hvad det handler om.
          Skriv emne: og få ord om sagen.
        2014/foelgenotat.yaml:2:3 advarsel FR465
          Notatet siger ikke, hvem der er afsender.
          Skriv afsender: og på næste linje, rykket ind, - navnet.
        2014/foelgenotat.yaml:3:3 advarsel FR465
          Notatet siger ikke, hvem det er til.
          Skriv til: og modtageren.
        2014/foelgenotat.yaml:4:3 advarsel FR465
          Notatet har ingen dato.
          Skriv dato: og dagen, fx 2015-04-15.
    """)


def test_a_programme_has_its_title(found: Found) -> None:
    """A work programme needs no subject beside its title."""
    assert found("# fil: 2014/arbejdsprogram.yaml\ntitel: Rådets arbejdsprogram") == ""


def test_a_note_without_a_head(found: Found) -> None:
    """The whole head missing is one finding, which shows a head and no list."""
    told = found("# fil: 2014/arbejdsprogram.yaml\nhoved:")
    assert told.count("FR1") == 1
    assert "Skriv hoved: og på næste linje, rykket ind, afsender: …" in told
