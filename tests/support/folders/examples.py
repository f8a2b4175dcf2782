"""Examples and cases of findings, made into work folders: what differs is laid over valid files."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from frivilligrapport.collection.loader import load
from frivilligrapport.collection.values import Samling
from frivilligrapport.problems import Problem
from frivilligrapport.problems.reporters.text import findings_text
from frivilligrapport.rules.acceptance.sorting import Findings
from frivilligrapport.rules.catalogue import FOLDER_RULES, RULES
from frivilligrapport.rules.run import examine_for_build, examine_year

KOMMUNE = """\
kommune: Prøvekøbing Kommune
forvaltninger:
  - id: tmf
    forkortelse: TMF
    navn: Teknik- og Miljøforvaltningen
  - id: kff
    forkortelse: KFF
    navn: Kultur- og Fritidsforvaltningen
  - id: net
    forkortelse: NET
    navn: Frivillighedsnetværket
    type: netværk
bydele: [Nørrebro, Valby]
lokaludvalg:
  - navn: Valby Lokaludvalg
    bydel: Valby
    kaldes_også: [Valby]
temaer: [grøn, integration, kultur]
"""
RAPPORT = """\
titel: Frivillighed i Prøvekøbing
år: 2014
forord: Rapporten gør status over året.
forslag: ingen
"""
TMF = """\
forvaltning: TMF
år: 2014
filstatus: klar
status:
  - overskrift: Årets arbejde
    tekst: Borgere og foreninger har hjulpet hinanden i hele byen.
perspektiver:
  tekst: Der kommer flere arrangementer i 2015.
indsatser:
  - id: naturens-dag
    navn: Naturens Dag
    tilstand: afholdt
forslag: ingen
"""
KFF = TMF.replace("TMF", "KFF").replace("naturens-dag", "kulturnat").replace("Naturens Dag", "Kulturnat")
POLITIK = "titel: Frivillighedspolitik\n"
FOELGENOTAT = """\
hoved:
  afsender: [Prøvekøbing Kommune]
  til: Økonomiudvalget
  emne: Rapport om frivillighed 2014
  dato: 2015-04-15
"""
ARBEJDSPROGRAM = """\
titel: Rådets arbejdsprogram
år: {}
hoved:
  afsender: [Frivilligrådet i Prøvekøbing]
  til: Borgerne
  dato: 2014-01-15
"""
RULE_CODES = frozenset({rule.kind.code for rule in RULES} | {rule.kind.code for rule in FOLDER_RULES})
BASE = {"kommune.yaml": KOMMUNE, "2014/rapport.yaml": RAPPORT, "2014/tmf.yaml": TMF, "2014/kff.yaml": KFF}
_FILE = re.compile(r"^# fil: (\S+)\n", re.MULTILINE)
_STATUS_FILE = re.compile(r"2014/(?!foelgenotat|arbejdsprogram|operationalisering-)[^/]+")
_KEY = re.compile(r"^[\"']?(?P<key>[^\W\d]\w*)[\"']? *:", re.MULTILINE)
_TOP_LEVEL = re.compile(r"^(?=[^\s#-])", re.MULTILINE)
_OPTION = re.compile(r"^# (?P<name>år|byg|uden|rækker): (?P<value>.+(?:\n#   .+)*)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Setup:
    """One work folder of a case, the year that is looked at, and the values of the row that it was made from."""

    row: str
    files: Mapping[str, str]
    year: int
    build: bool


@dataclass(frozen=True, slots=True)
class Case:
    """A case: the sentence that it shows to hold, and its work folder, or one for each of its rows."""

    law: str
    setups: tuple[Setup, ...]


def read_case(text: str) -> Case:
    """Read a case: the sentence in comments, options among them, and the files that are laid over the valid ones.

    The options are `år: 2013` (the year that is looked at), `byg: ja` (as strictly as a build asks), `uden: FIL, FIL`
    (valid files that are left out; one that is given all the same is given whole), and `rækker: NAVN | NAVN` with
    values on lines of their own below, which are put where the names stand in braces: each row is a folder.
    """
    head = _FILE.split(text)[0]
    options = {match["name"]: match["value"] for match in _OPTION.finditer(head)}
    without = options.get("uden", "").split(", ")
    year = int(options.get("år", 2014))
    setups = (
        Setup(row, _laid(_marked(filled), without), year, "byg" in options)
        for row, filled in _filled(text, options.get("rækker", ""))
    )
    law = _OPTION.sub("", head).replace("\n# ", " ").removeprefix("# ").strip()
    return Case(law, tuple(setups))


def _filled(text: str, table: str) -> Iterator[tuple[str, str]]:
    """Give each row, and the text with the row's values where their names stand; without a table the text itself."""
    names, *rows = table.split("\n#   ")
    for row in rows:
        filled = text
        for name, value in zip(names.split(" | "), row.split(" | "), strict=True):
            filled = filled.replace(f"{{{name}}}", value)
        yield row, filled
    if not rows:
        yield "", text


def is_text(example: str) -> bool:
    """Tell an example that is a file's text from one that is described in words."""
    return not example.startswith("(")


def files_of(example: str) -> dict[str, str]:
    """Make an example into a whole work folder: file names below `indberetninger/` and their texts.

    A file that stands where a status file should takes tmf.yaml's place, unless the example has both.
    """
    return _laid(_marked(example) or {"2014/tmf.yaml": example})


def _marked(text: str) -> dict[str, str]:
    """Give the files of a text in which each follows a line with its name."""
    _, *files = _FILE.split(text)
    return dict(zip(files[::2], files[1::2], strict=True))


def _laid(given: Mapping[str, str], without: Collection[str] = ()) -> dict[str, str]:
    base = {name: text for name, text in BASE.items() if name not in without}
    files = base | {name: text if name in without else _laid_over(_base(name), text) for name, text in given.items()}
    strangers = [name for name in given if _STATUS_FILE.fullmatch(name) and name not in BASE]
    if strangers and "2014/tmf.yaml" not in given:
        files.pop("2014/tmf.yaml", None)
    return files


def _base(name: str) -> str:
    if name.startswith("politik/"):
        return POLITIK
    if name.endswith("/foelgenotat.yaml"):
        return FOELGENOTAT
    if name.endswith("/arbejdsprogram.yaml"):
        return ARBEJDSPROGRAM.format(name.partition("/")[0])
    if "/operationalisering-" in name:
        return ""
    return BASE.get(name, TMF if name.endswith(".yaml") else "")


def _laid_over(base: str, text: str) -> str:
    """Give the base's top-level fields that `text` does not have, and then `text`."""
    replaced = {_folded(match["key"]) for match in _KEY.finditer(text)}
    kept = (
        part for part in _TOP_LEVEL.split(base) if (key := _KEY.match(part)) and _folded(key["key"]) not in replaced
    )
    return "".join(kept) + text


def _folded(key: str) -> str:
    return key.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")


def write_files(root: Path, files: Mapping[str, str]) -> Samling:
    """Write a work folder below `root` and load it; names are below `indberetninger/`."""
    for name, text in files.items():
        path = root / "indberetninger" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return load(root)


def examined(samling: Samling, year: int = 2014, *, build: bool = False) -> Findings:
    """Give all that is found in a folder and in one year of it, and what comments and the year's report accept."""
    aargang = samling.aargang(year)
    assert aargang is not None
    return (examine_for_build if build else examine_year)(samling, aargang)


def findings(samling: Samling, year: int = 2014, *, build: bool = False) -> tuple[Problem, ...]:
    """Give what is found in a folder and in one year of it, and is not accepted."""
    return examined(samling, year, build=build).open


def told(found: Findings, samling: Samling) -> str:
    """Say what was found as `validate` says it, and then what is accepted and why."""
    accepted = "".join(
        f"{one.problem.location}: accepteret {one.problem.severity} {one.problem.code}, "
        f"{f'fordi {one.fordi}' if one.fordi else 'uden grund'}\n"
        for one in found.accepted
    )
    return "\n".join(filter(None, (findings_text(found.open, samling.sources), accepted))) or "Ingen fejl.\n"


def with_pasted(root: Path, samling: Samling, problem: Problem, text: str) -> Samling:
    """Load the folder below `root` as it is when a text has been pasted over what a finding in it underlines."""
    file = problem.location.file
    return load(root, {file: samling.sources[file].pasted(problem.location, text).encode()})
