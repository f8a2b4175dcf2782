"""Findings that the report accepts."""

from collections.abc import Callable, Mapping

import pytest

from examples import BASE, text
from frivilligrapport.collection.values import Samling
from frivilligrapport.problems import Severity
from frivilligrapport.rules.acceptance import SortedProblems, accept
from frivilligrapport.rules.catalogue import is_acceptable
from frivilligrapport.rules.run import check_build, check_folder

Found = Callable[..., str]
Folder = Callable[[Mapping[str, str | None]], Samling]
UNANSWERED = BASE["2014/tmf.yaml"].replace("forslag: ingen", "forslag: uoplyst")
PERSPECTIVES = UNANSWERED.replace(
    "perspektiver:\n  tekst: Der kommer flere arrangementer i 2015.\n", "perspektiver: uoplyst\n"
)


def accepting(*entries: tuple[str, str]) -> str:
    """Give a rapport.yaml that accepts codes at places."""
    lines = [f"  - kode: {code}\n    hvor: {place}\n    fordi: Ingen har svaret.\n" for code, place in entries]
    return BASE["2014/rapport.yaml"] + "accepteret:\n" + "".join(lines)


def sorted_out(samling: Samling) -> SortedProblems:
    """Sort all that is found in 2014."""
    aargang = samling.aargang(2014)
    assert aargang is not None
    return accept((*samling.problems, *check_folder(samling), *check_build(samling, aargang)), aargang)


def test_accepted_with_its_reason(folder: Folder) -> None:
    """What is accepted leaves the open findings and keeps its reason."""
    files = {"2014/tmf.yaml": UNANSWERED, "2014/rapport.yaml": accepting(("FR312", "tmf.yaml"))}
    still_open, accepted, faults = sorted_out(folder(files))
    assert [(one.problem.code, one.problem.subject, one.fordi) for one in accepted] == [
        ("FR312", "forslag", "Ingen har svaret.")
    ]
    assert (still_open, faults) == ((), ())


@pytest.mark.parametrize(
    "where", ['"tmf.yaml: perspektiver"', "tmf.yaml, Perspektiver", "indberetninger/2014/tmf.yaml, perspektiver"]
)
def test_one_thing_of_a_file(folder: Folder, where: str) -> None:
    """With an id after the file's name, the same finding about other things stays open."""
    files = {"2014/tmf.yaml": PERSPECTIVES, "2014/rapport.yaml": accepting(("fr312", where))}
    result = sorted_out(folder(files))
    assert [problem.subject for problem in result.open] == ["forslag"]
    assert [one.problem.subject for one in result.accepted] == ["perspektiver"]


def test_whole_file(folder: Folder) -> None:
    """Without an id every such finding in the file is accepted."""
    files = {"2014/tmf.yaml": PERSPECTIVES, "2014/rapport.yaml": accepting(("FR312", "tmf.yaml"))}
    assert [one.problem.subject for one in sorted_out(folder(files)).accepted] == ["perspektiver", "forslag"]


def test_missing_delivery_in_a_build(folder: Folder) -> None:
    """A report can be published without a forvaltning when it says so; its place is kommune.yaml."""
    files = {"2014/kff.yaml": None, "2014/rapport.yaml": accepting(("FR309", "kommune.yaml, kff"))}
    result = sorted_out(folder(files))
    assert result.open == ()
    assert [one.problem.severity for one in result.accepted] == [Severity.FEJL]


def test_policy(folder: Folder) -> None:
    """Policies are called by their path below indberetninger."""
    policy = "titel: Politik\nvedtaget: 2012-08-25\ngyldig: 2011-2014\n"
    files = {"politik/politik.yaml": policy, "2014/rapport.yaml": accepting(("FR361", "politik/politik.yaml"))}
    result = sorted_out(folder(files))
    assert (result.open, len(result.accepted), result.faults) == ((), 1, ())


def test_found_elsewhere(found: Found) -> None:
    """An acceptance at the wrong place is told where the finding is."""
    example = """
        # fil: 2014/tmf.yaml
        forslag: uoplyst
        # fil: 2014/rapport.yaml
        accepteret:
          - kode: FR312
            hvor: kff.yaml
            fordi: Ingen har svaret.
    """
    assert found(example) == text("""
        2014/rapport.yaml:6:11 advarsel FR391
          FR312 findes ikke i »kff.yaml«.
          FR312 findes i tmf.yaml; ret »hvor«.
        2014/tmf.yaml:13:10 advarsel FR312
          Feltet »forslag« er uoplyst. Rapporten skriver »ikke oplyst«.
          Skriv forslag: og en liste af forslag. Er der ingen, så skriv forslag: ingen.
    """)


def test_found_nowhere(found: Found) -> None:
    """An acceptance of what is no longer there is to be deleted."""
    example = """
        # fil: 2014/rapport.yaml
        accepteret:
          - kode: FR312
            hvor: tmf.yaml
            fordi: Ingen har svaret.
    """
    assert found(example) == text("""
        2014/rapport.yaml:6:11 advarsel FR391
          FR312 findes ikke i »tmf.yaml«.
          Slet punktet.
    """)


def test_not_acceptable(found: Found) -> None:
    """What cannot be read stays open, whoever accepts it."""
    example = """
        # fil: 2014/tmf.yaml
        forslg: ingen
        # fil: 2014/rapport.yaml
        accepteret:
          - kode: FR101
            hvor: tmf.yaml
            fordi: Feltet er nyt.
    """
    assert found(example).split("\n")[:4] == [
        "2014/rapport.yaml:6:11 fejl FR392",
        "  FR101 kan ikke accepteres.",
        "  Ret det i filen, og slet punktet her.",
        "2014/tmf.yaml:14:1 fejl FR101",
    ]


def test_no_reason(found: Found) -> None:
    """A reason is compulsory, since it is printed; the finding is not told again beside it."""
    example = """
        # fil: 2014/tmf.yaml
        forslag: uoplyst
        # fil: 2014/rapport.yaml
        accepteret:
          - kode: FR312
            hvor: tmf.yaml
            fordi: ""
    """
    assert found(example) == text("""
        2014/rapport.yaml:8:12 fejl FR393
          Der står ikke, hvorfor FR312 er accepteret.
          Skriv grunden i »fordi«; den bliver trykt.
    """)


def test_missing_fields(found: Found) -> None:
    """An acceptance without a code or a place is one finding for each."""
    example = """
        # fil: 2014/rapport.yaml
        accepteret:
          - fordi: Ingen har svaret.
    """
    assert found(example).count("FR102") == found(example).count(" FR") == 2


@pytest.mark.parametrize(
    ("code", "acceptable"),
    [
        ("FR001", False), ("FR030", False), ("FR101", False), ("FR201", False), ("FR209", False), ("FR210", True),
        ("FR220", False), ("FR301", False), ("FR302", False), ("FR303", False), ("FR304", True), ("FR309", True),
        ("FR310", False), ("FR311", True), ("fr312", True), ("FR356", True), ("FR391", False), ("FR392", False),
        ("FR393", False), ("FR401", True), ("FR901", False), ("alle", False), ("", False),
    ],
)  # fmt: skip
def test_which_codes(code: str, acceptable: bool) -> None:
    """Rules can be accepted, faults of reading and personal data never."""
    assert is_acceptable(code) is acceptable
