"""Laws that hold for any work folder."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given
from hypothesis import strategies as st

from support.folders.examples import BASE, findings, write_files

RICH = """\
forvaltning: TMF
år: 2014
filstatus: klar
status:
  - overskrift: Grøn frivillighed
    indsatser: [naturens-dag]
    tekst: |
      Vi passer byens natur m.v..

      - et punkt
      - et til
  - overskrift: Ren by
    tekstfil: tekster/ren.md
perspektiver:
  tekst: Vi vil mere
    næste år. Se bilag 1.
  planer: [naturens-dag]
indsatser:
  - id: naturens-dag
    navn: Naturens Dag
    tilstand: afholdt
    bydele: [Valby]
    hører_til: groen
    fælles:
      id: naturens-dag
      med: [KFF]
      tæller_hos: TMF
    tal:
      gæster:
        antal: ca. 200
        på_vej: 9
        heraf:
          børn: 2/3
      kr:
        andel: 15 %
        af: § 18-midlerne
  - id: groen
    navn: Grøn
    tilstand: i gang
    tal:
      gæster: 20.000-30.000
forslag:
  - titel: Flere
    begrundelse: "Det er \\"godt\\". Indsæt tekst"
tal:
  gæster: mange
""".splitlines()
FILES = [name for name in BASE if name != "2014/tmf.yaml"]


@given(
    st.lists(st.tuples(st.sampled_from(["drop", "double", "cut"]), st.integers(0, len(RICH) - 1)), max_size=6),
    st.sets(st.sampled_from(FILES), max_size=2),
)
@example([("double", 36), ("cut", 36), ("cut", 36)], set())
def test_damaged_files(damages: list[tuple[str, int]], left_out: set[str]) -> None:
    """However a file is damaged, the rules end, and each finding points at something that is there."""
    lines = list(RICH)
    for damage, place in damages:
        index = place % len(lines)
        line = lines[index]
        lines[index : index + 1] = {"drop": [""], "double": [line, line], "cut": [line[: len(line) // 2]]}[damage]
    files = {name: content for name, content in BASE.items() if name not in left_out}
    with TemporaryDirectory() as folder:
        samling = write_files(Path(folder), {**files, "2014/tmf.yaml": "\n".join(lines)})
        for problem in findings(samling):
            source = samling.sources.get(problem.location.file)
            if source:
                line = source.lines[problem.location.line - 1]
                assert problem.location.column + problem.location.length - 1 <= max(len(line), 1), problem
