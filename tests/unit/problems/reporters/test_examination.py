"""What all machine formats are made of."""

from frivilligrapport.problems import Location, Problem, Severity
from frivilligrapport.problems.reporters.examination import Examination, reported_findings
from frivilligrapport.reading.source import Source
from support.texts.random_findings import ERROR, WARNING

NUMBER = "010199-5001"


def test_personal_data_is_masked_in_every_field() -> None:
    """No field shows the last four digits, and a text that would have to be masked is not offered for pasting."""
    said = f"»{NUMBER}«"
    problem = Problem(Location(f"{NUMBER}.yaml"), ERROR, said, said, said, instead=(said, "noget andet"))
    (entry,) = reported_findings([problem], {}, reasons=[said])
    shown = (entry.file, entry.message, entry.hint, entry.subject, entry.because)
    assert not any("5001" in text for text in shown)
    assert entry.instead == ("noget andet",)
    assert entry.message == "»010199-••••«"


def test_the_end_lies_within_the_line() -> None:
    """The end column is the first after what is underlined; at the end of a line there is nothing to replace."""
    sources = {"a.yaml": Source("a.yaml", "a: bc\n")}

    def end(column: int, length: int, file: str = "a.yaml") -> int:
        (entry,) = reported_findings([Problem(Location(file, 1, column, length), ERROR, "")], sources)
        return entry.end_column

    assert end(4, 2) == 6
    assert end(4, 100) == 6
    assert end(6, 1) == 6
    assert end(6, 1, "ulæselig.yaml") == 7


def test_the_weight_is_the_findings_own() -> None:
    """A finding that weighs less than its kind says is counted and shown as it weighs."""
    light = Problem(Location("a.yaml"), ERROR, "", weight=Severity.ADVARSEL)
    found = reported_findings([light, Problem(Location("a.yaml"), WARNING, "")], {})
    assert [entry.severity for entry in found] == [Severity.ADVARSEL, Severity.ADVARSEL]
    assert Examination((), found, (), "").count(Severity.ADVARSEL) == 2


def test_files_are_named_as_other_programs_know_them() -> None:
    """The place of a file may be told from elsewhere, and its fingerprint stays."""
    problem = Problem(Location("indberetninger/kommune.yaml"), ERROR, "")
    (here,), (there,) = reported_findings([problem], {}), reported_findings([problem], {}, "data/{}".format)
    assert there.file == "data/indberetninger/kommune.yaml"
    assert there.fingerprint == here.fingerprint
