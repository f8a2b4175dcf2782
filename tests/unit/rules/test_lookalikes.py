"""What is said of look-alikes at two reporters (FR371), and when nothing is."""

from collections.abc import Callable

from examples import text

Found = Callable[..., str]
ALIKE = """
    # fil: 2014/tmf.yaml
    indsatser:
      - id: mosetraef
        navn: Mosetræf
        tilstand: afholdt
    # fil: 2014/kff.yaml
    indsatser:
      - id: traef-i-mosen
        navn: Træf i mosen
        tilstand: afholdt
"""
SHARED = """
        fælles:
          id: mosetraef
          med: [{}]
          tæller_hos: TMF
"""
DECIDED = """
        ikke_samme_som:
          - indsats: {}
            fordi: Det er to moser.
"""


def at_kff(fields: str) -> str:
    """Add fields to KFF's indsats, the last in the text."""
    return ALIKE.rstrip() + fields


def at_tmf(fields: str) -> str:
    """Add fields to TMF's indsats, before KFF's file."""
    first, second = ALIKE.split("    # fil: 2014/kff.yaml")
    return first.rstrip() + fields + "    # fil: 2014/kff.yaml" + second


def test_both_places(found: Found) -> None:
    """One finding, at the later one in print order, names the other's place and how to settle it."""
    assert found(ALIKE) == text("""
        2014/kff.yaml:12:11 advarsel FR371
          Mulig dobbelttælling: »Træf i mosen« ligner »Mosetræf« hos TMF (indberetninger/2014/tmf.yaml:12): samme navn.
          Er det den samme, så skriv fælles med samme id begge steder. Er det to, så skriv under ikke_samme_som: \
indsats: tmf/mosetraef og fordi (i indsatsen »Træf i mosen«).
    """)


def test_print_order(found: Found) -> None:
    """The order that the report prints decides which one is the later."""
    assert found(ALIKE + "    # fil: 2014/rapport.yaml\n    rækkefølge: [KFF, TMF]\n") == text("""
        2014/tmf.yaml:12:11 advarsel FR371
          Mulig dobbelttælling: »Mosetræf« ligner »Træf i mosen« hos KFF (indberetninger/2014/kff.yaml:12): samme navn.
          Er det den samme, så skriv fælles med samme id begge steder. Er det to, så skriv under ikke_samme_som: \
indsats: kff/traef-i-mosen og fordi (i indsatsen »Mosetræf«).
    """)


def test_time_and_place(found: Found) -> None:
    """The same day, place and sort of thing is enough, whatever the names."""
    example = """
        # fil: 2014/tmf.yaml
        indsatser:
          - id: affaldsdag
            navn: Affaldsdag
            tilstand: afholdt
            art: arrangement
            periode: 2014-04-27
            tema: [grøn]
            steder:
              - navn: torvet
                bydel: Valby
        # fil: 2014/rapport.yaml
        netværk:
          indsatser:
            - id: foraarsrengoering
              navn: Forårsrengøring
              tilstand: afholdt
              art: arrangement
              periode: 27. april 2014
              tema: [grøn]
              bydele: [Valby]
    """
    assert found(example) == text("""
        2014/rapport.yaml:8:13 advarsel FR371
          Mulig dobbelttælling: »Forårsrengøring« ligner »Affaldsdag« hos TMF (indberetninger/2014/tmf.yaml:12): \
samme dag, samme sted, samme art, samme tema.
          Er det den samme, så skriv fælles med samme id begge steder. Er det to, så skriv under ikke_samme_som: \
indsats: tmf/affaldsdag og fordi (i indsatsen »Forårsrengøring«).
    """)


def test_settled_by_the_later(found: Found) -> None:
    """A decision with a reason settles it for good."""
    assert found(at_kff(DECIDED.format("tmf/mosetraef"))) == ""


def test_settled_by_the_earlier(found: Found) -> None:
    """Either side may decide."""
    assert found(at_tmf(DECIDED.format("kff/traef-i-mosen"))) == ""


def test_settled_as_shared(found: Found) -> None:
    """What both call shared is one thing."""
    one = at_tmf(SHARED.format("KFF")).rstrip()
    assert found(one + SHARED.format("TMF")) == ""


def test_silent_partner(found: Found) -> None:
    """When one has named the other as part of it, the silence is told of, with the look-alike's place."""
    assert found(at_tmf(SHARED.format("KFF"))) == text("""
        2014/tmf.yaml:16:13 advarsel FR343
          KFF nævner ikke selv »mosetraef«, men har »Træf i mosen«, der ligner.
          Er det den samme, så skriv også fælles der. Se indberetninger/2014/kff.yaml, linje 12 \
(i indsatsen »Mosetræf«).
    """)


def test_silent_partner_with_another_thing(found: Found) -> None:
    """A look-alike that is decided to be another thing is no answer to the silence."""
    example = at_tmf(SHARED.format("KFF")).rstrip() + DECIDED.format("tmf/mosetraef")
    assert found(example) == text("""
        2014/tmf.yaml:16:13 advarsel FR343
          KFF nævner ikke selv »mosetraef«.
          Spørg KFF, om indsatsen mangler i deres fil eller står der under et andet id (i indsatsen »Mosetræf«).
    """)


def test_one_reporter(found: Found) -> None:
    """A forvaltning knows its own indsatser from each other."""
    example = """
        indsatser:
          - id: mosetraef
            navn: Mosetræf
            tilstand: afholdt
          - id: mosetraef-i-maj
            navn: Mosetræf
            tilstand: afholdt
    """
    assert found(example) == ""


def test_three_reporters(found: Found) -> None:
    """Each pair is one finding, at the later of the two."""
    network = """
    # fil: 2014/rapport.yaml
    netværk:
      indsatser:
        - id: mosetraef
          navn: Mosetræf
          tilstand: afholdt
    """
    places = [line.split()[0] for line in found(ALIKE + network).splitlines() if "FR371" in line]
    assert places == ["2014/kff.yaml:12:11", "2014/rapport.yaml:8:13", "2014/rapport.yaml:8:13"]


def test_unknown_names(found: Found) -> None:
    """Two that nobody has named are not alike for that."""
    assert found(ALIKE.replace("Mosetræf", "uoplyst").replace("Træf i mosen", "uoplyst")) == ""


def test_names_of_small_words(found: Found) -> None:
    """Small words are no name to go by."""
    assert found(ALIKE.replace("Mosetræf", "Den og det").replace("Træf i mosen", "Det hele")) == ""


def test_common_places(found: Found) -> None:
    """Every library is "biblioteket": it is no place to go by."""
    place = "\n        periode: 2014-05-08\n        steder:\n          - navn: på biblioteket"
    example = ALIKE.replace("Mosetræf", f"Sangaften{place}").replace("Træf i mosen", f"Lektiehjælp{place}")
    assert found(example) == ""


def test_accepted(found: Found) -> None:
    """It can be accepted by the indsats that it is told at."""
    example = """
    # fil: 2014/rapport.yaml
    accepteret:
      - kode: FR371
        hvor: "kff.yaml: traef-i-mosen"
        fordi: Det kunne ikke opklares før fristen.
    """
    assert found(ALIKE + example) == ""
