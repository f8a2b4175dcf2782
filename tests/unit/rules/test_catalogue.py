"""Running all the rules."""

from pathlib import Path

from frivilligrapport.collection.loader import load_lone
from frivilligrapport.problems import Problem
from frivilligrapport.rules.catalogue import ALL_KINDS, FOLDER_RULES, RULES
from frivilligrapport.rules.run import check_build, check_folder, check_year
from support.folders.examples import BASE, TMF, findings, write_files

FAULTY = """\
forvaltning: SOF
år: 2014
filstatus: klar
status:
  - overskrift: Grøn frivillighed
    tekstfil: ../tekst.md
perspektiver:
  tekst: Næste år kommer der flere m.v.. Se bilag 1 og
indsatser:
  - id: smag-verden
    navn: Smag Verden
    tilstand: afholdt
    bydele: [Nørebro]
    fælles:
      id: smag-verden
      med: [BIF]
      tæller_hos: BIF
    tal:
      gæstr: 15
      elever: 15 %
forslag: uoplyst
"""


def lone(tmp_path: Path, content: str) -> tuple[str, ...]:
    """Check a file that lies in no work folder, and give the codes of what was found."""
    path = tmp_path / "sof.yaml"
    path.write_text(content, encoding="utf-8")
    samling = load_lone(path, "sof.yaml")
    problems = check_build(samling, samling.aargange[0])
    return tuple(problem.code for problem in (*samling.problems, *check_folder(samling), *problems))


def test_rules_are_in_code_order() -> None:
    """The rules stand by code, so that documentation made from them is always the same."""
    codes = [rule.kind.code for rule in RULES]
    assert codes == sorted(codes)
    assert {rule.kind for rule in RULES} | {rule.kind for rule in FOLDER_RULES} < set(ALL_KINDS)


def test_rules_keep_to_their_kind(tmp_path: Path) -> None:
    """A rule yields what it declares and nothing else."""
    samling = write_files(tmp_path, BASE | {"2014/tmf.yaml": FAULTY, "tmf.yaml": TMF, "2014/noter.yaml": TMF})
    aargang = samling.aargang(2014)
    assert aargang is not None
    declared = {rule.kind for rule in RULES}
    assert {problem.kind for problem in check_year(samling, aargang)} <= declared
    assert {problem.kind for problem in check_folder(samling)} <= {rule.kind for rule in FOLDER_RULES}


def test_lone_file(tmp_path: Path) -> None:
    """A contact's lone file is taken at its word: what only other files can tell is left out."""
    codes = ("FR312", "FR210", "FR324", "FR402", "FR404", "FR405")
    assert sorted(lone(tmp_path, FAULTY)) == sorted(codes)


def test_lone_file_is_asked_the_same_questions(tmp_path: Path) -> None:
    """A lone file is meant for a report, so an absent answer is told."""
    assert lone(tmp_path, FAULTY.replace("forslag: uoplyst\n", "").replace("filstatus: klar\n", "")).count("FR311") == 1


def test_order_of_files_does_not_matter(tmp_path: Path) -> None:
    """The same folder gives the same findings, whatever order its files were written in."""
    files = {**BASE, "2014/tmf.yaml": FAULTY, "2014/noter.yaml": TMF, "2013/tmf.yaml": TMF}

    def found(root: Path, names: list[str]) -> tuple[Problem, ...]:
        return findings(write_files(root, {name: files[name] for name in names}))

    first, second = found(tmp_path / "a", list(files)), found(tmp_path / "b", list(files)[::-1])
    assert first == second
    assert [problem.order for problem in first] == sorted(problem.order for problem in first)


def test_one_bad_file_hides_nothing(tmp_path: Path) -> None:
    """A file that cannot be read leaves the findings of the others as they are."""
    files = BASE | {"2014/kff.yaml": FAULTY.replace("SOF", "KFF")}
    good = findings(write_files(tmp_path, files))
    both = findings(write_files(tmp_path, files | {"2014/tmf.yaml": "["}))
    assert {one.order for one in good} < {one.order for one in both}
