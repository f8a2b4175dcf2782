"""The examples of the kinds of findings, made into work folders: what differs is laid over valid files."""

import re
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from frivilligrapport.collection.loader import load
from frivilligrapport.collection.values import Samling
from frivilligrapport.problems import Problem
from frivilligrapport.rules.acceptance import accept
from frivilligrapport.rules.line_exceptions import accept_by_comments
from frivilligrapport.rules.run import check_build, check_folder, check_year

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
BASE = {"kommune.yaml": KOMMUNE, "2014/rapport.yaml": RAPPORT, "2014/tmf.yaml": TMF, "2014/kff.yaml": KFF}
_FILE = re.compile(r"^# fil: (?P<name>\S+)\n", re.MULTILINE)
_STATUS_FILE = re.compile(r"2014/(?!foelgenotat|arbejdsprogram|operationalisering-)[^/]+")
_KEY = re.compile(r"^[\"']?(?P<key>[^\W\d]\w*)[\"']? *:", re.MULTILINE)
_TOP_LEVEL = re.compile(r"^(?=[^\s#-])", re.MULTILINE)


def is_text(example: str) -> bool:
    """Tell an example that is a file's text from one that is described in words."""
    return not example.startswith("(")


def files_of(example: str) -> dict[str, str]:
    """Make an example into a whole work folder: file names below `indberetninger/` and their texts.

    A file that stands where a status file should takes tmf.yaml's place, unless the example has both.
    """
    given = _given(example)
    files = {**BASE, **{name: _laid_over(_base(name), text) for name, text in given.items()}}
    strangers = [name for name in given if _STATUS_FILE.fullmatch(name) and name not in BASE]
    if strangers and "2014/tmf.yaml" not in given:
        del files["2014/tmf.yaml"]
    return files


def _given(example: str) -> dict[str, str]:
    found = list(_FILE.finditer(example))
    if not found:
        return {"2014/tmf.yaml": example}
    ends = [*(match.start() for match in found[1:]), len(example)]
    return {match["name"]: example[match.end() : end] for match, end in zip(found, ends, strict=True)}


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


def findings(samling: Samling, year: int = 2014, *, build: bool = False) -> tuple[Problem, ...]:
    """Give all that is found in a folder and in one year of it, less what comments and the year accept."""
    aargang = samling.aargang(year)
    assert aargang is not None
    checked = check_build(samling, aargang) if build else check_year(samling, aargang)
    by_comments = accept_by_comments((*samling.problems, *check_folder(samling), *checked), samling)
    sorted_out = accept(by_comments.open, aargang)
    found = (*sorted_out.open, *by_comments.faults, *sorted_out.faults)
    return tuple(sorted(found, key=lambda problem: problem.order))


def told(problems: tuple[Problem, ...]) -> str:
    """Say findings in three lines each, for comparing: place, weight and code; message; hint."""
    return "\n".join(
        f"{str(one.location).removeprefix('indberetninger/')} {one.severity} {one.code}\n  {one.message}\n  {one.hint}"
        for one in problems
    )


def text(indented: str) -> str:
    """Take the indentation off a text that stands inside a test."""
    return dedent(indented).strip("\n")
