"""What the window shows: the year read anew at each change, its pages made when asked for, the last good ones kept."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote as quote_address

from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.preview.target import Target
from frivilligrapport.cli.work_folder import WorkYear
from frivilligrapport.collection.folder import INDBERETNINGER, SKABELONER
from frivilligrapport.collection.loader import load
from frivilligrapport.collection.templates import own_templates
from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import join_words
from frivilligrapport.documents.catalogue import document_types
from frivilligrapport.documents.year_data import YearData
from frivilligrapport.figures.register import Registers
from frivilligrapport.pipeline.edition import Means, Order, build
from frivilligrapport.pipeline.output_gate import refuse_personal_data
from frivilligrapport.problems import Location, Problem, Refusal
from frivilligrapport.problems.personal_data import mask
from frivilligrapport.problems.reporters.examination import reported_findings
from frivilligrapport.problems.reporters.text import SourceLines, findings_summary, quoted
from frivilligrapport.rendering.templates.sources import TemplateFault
from frivilligrapport.rules.acceptance.sorting import Findings
from frivilligrapport.rules.run import examine_for_build

_HTML = "html"
_MOST = 200  # findings; nobody mends more before the next look
_NOTHING = Findings(())
_UNMADE = "Dokumentet kan ikke laves af de filer, der er."


class _Reading(NamedTuple):
    """The year as it was read at one time; `unreadable` are the files that could not be understood."""

    work: WorkYear
    findings: Findings
    unreadable: frozenset[str]


class Showing:
    """Hold what is shown of a target. All of it is done by one thread, the main one, which can be bound in time.

    `number` grows by one each time something has changed. Nothing is ever written.
    """

    def __init__(self, target: Target) -> None:
        self.target = target
        self.number = 0
        self.logo: Path | None = None
        self._means = Means()
        self._clock = ""
        self._held = ""
        self._broken: tuple[str, ...] = ()
        self._findings = _NOTHING
        self._sources: Samling | None = None
        self._good: _Reading | None = None
        self._tried: set[str] = set()
        self._pages: dict[str, bytes] = {}
        self._faults: dict[str, Refusal] = {}
        self.renew()

    def renew(self) -> None:
        """Read everything again. Raises WrongUse where the work folder is gone."""
        root, year = self.target.root, self.target.year
        if not root.is_dir():
            raise WrongUse(f"Mappen »{root}« findes ikke længere.", "Visningen er standset.")
        self.number += 1
        self._clock = f"{datetime.now().astimezone():%H.%M.%S}"
        try:
            samling = load(root)
        except OSError:
            self._hold_without(f"Mappen {INDBERETNINGER} kan ikke læses lige nu.")
            return
        aargang = samling.aargang(year)
        if aargang is None:
            self._hold_without(f"Mappen {INDBERETNINGER}/{year} findes ikke længere.")
            return
        self.logo = root / samling.logo.file if samling.logo else None
        work = WorkYear(root, Registers(samling), aargang)
        reading = _Reading(work, examine_for_build(samling, aargang, work.registers), _unreadable(samling))
        self._sources, self._broken = samling, self._newly_unreadable(reading)
        self._findings = _with_broken(reading.findings, samling, self._broken)
        self._held = self._why_held(reading)
        if not self._held:
            self._good = reading
            self._tried.clear()

    def _hold_without(self, why: str) -> None:
        self._held, self._broken, self._findings, self._sources = why, (), _NOTHING, None

    def _why_held(self, reading: _Reading) -> str:
        """Say why the page is not made of what was read, "" when it is."""
        if reading.findings.has_personal_data:
            return "Der står noget, der ligner et CPR-nummer, i filerne. Siden bliver lavet igen, når det er væk."
        return f"{join_words(self._broken)} kan ikke læses, før fejlen er rettet." if self._broken else ""

    def _newly_unreadable(self, reading: _Reading) -> tuple[str, ...]:
        """Name the files that could be understood when the last good page was made, and no longer can.

        A file that could not from the first is told of on the page, as in a draft; without rapport.yaml there is none.
        """
        before = self._good.unreadable if self._good else reading.unreadable - {reading.work.aargang.rapport_file}
        return tuple(sorted(reading.unreadable - before))

    def page(self, name: str) -> bytes | None:
        """Give the newest good page of a document, None when there is none."""
        self._make(name)
        return self._pages.get(name)

    def state(self, name: str) -> dict[str, Any] | None:
        """Tell the window all that it shows beside a document's page; None where no document has the name.

        "" is the document that is shown first.
        """
        name = name or self.target.documents[0]
        if not any(kind.covers(name) and _HTML in kind.forms for kind in document_types()):
            return None
        page, fault = self.page(name), self._faults.get(name)
        wanted = (self.target.file, SKABELONER, *self._broken) if self.target.file else (".",)
        own = self._findings.touching(wanted).open
        elsewhere = [one for one in self._findings.open if one not in own]
        # What another file lacks because one is broken comes after what is wrong with that one.
        own = tuple(sorted(own, key=lambda one: one.location.file not in self._broken))
        return {
            "navn": name,
            "hvad": self._what,
            "dokumenter": self.target.titles,
            "klokken": self._clock,
            "side": sha256(page).hexdigest() if page else "",
            "holdt": self._held,
            "standset": self._told(fault) if fault and not self._held else None,
            "resume": findings_summary(own),
            "fund": [*self._told_findings(own[:_MOST])],
            "flere": len(own) - len(own[:_MOST]),
            "andre": f"I de andre filer: {findings_summary(elsewhere)}" if elsewhere else "",
        }

    @property
    def _what(self) -> str:
        if self.target.file or self._good is None:
            return self.target.file or str(self.target.year)
        return f"{self._good.work.samling.navn}, {self.target.year}"

    def source(self, name: str, anchor: str) -> dict[str, Any] | None:
        """Tell where the figure of an entry in a document's list of sources was typed; None when there is none."""
        if self._good is None:
            return None
        kilde = _sources_in(self._good, name).get(anchor)
        if kilde is None:
            return None
        samling = self._good.work.samling
        file, line, column = kilde.sted.rsplit(":", 2)
        lines = samling.sources[file].lines if file in samling.sources else ()
        place = Location(file, int(line), int(column), len(kilde.tekst))
        what = (getattr(kilde, "hvad", ""), getattr(kilde, "indsats", ""))
        return {
            "nummer": kilde.nummer,
            "hvad": mask(": ".join(one for one in what if one)),
            "tekst": mask(kilde.tekst),
            **_place(place, lines, samling, around=3),
        }

    def _make(self, name: str) -> None:
        """Make a document's page of what was last good, if that has not been tried yet."""
        if self._good is None or name in self._tried:
            return
        self._tried.add(name)
        work, findings, _ = self._good
        order = Order((_HTML,), name, draft=findings.has_errors, only=frozenset({f"{name}.{_HTML}"}))
        try:
            own = own_templates(work.root)
            made = build(work.registers, work.aargang, findings, order, own, self._means)
            refuse_personal_data(made, work.samling.numbers)
            if not made:
                raise WrongUse(_UNMADE, "Ret det, der er fundet, eller vælg et andet dokument.")
        except Refusal as fault:
            self._faults[name] = fault
            return
        self._faults.pop(name, None)
        self._pages[name] = made[f"{name}.{_HTML}"]

    def _told(self, fault: Refusal) -> dict[str, Any]:
        """Tell what stopped a page; of a template with the line that is wrong."""
        told = {"besked": mask(fault.message), "raad": mask(fault.hint)}
        if not isinstance(fault, TemplateFault) or not fault.line:
            return told
        file = self.target.root / SKABELONER / fault.template
        lines = file.read_text(encoding="utf-8-sig", errors="replace").splitlines() if file.is_file() else []
        length = len(lines[fault.line - 1]) if fault.line <= len(lines) else 1
        place = Location(f"{SKABELONER}/{fault.template}", fault.line, 1, length)
        return {**told, "besked": fault.reason, **_place(place, lines, self._sources, around=2)}

    def _told_findings(self, found: Sequence[Problem]) -> Iterator[dict[str, Any]]:
        sources: Mapping[str, SourceLines] = self._sources.sources if self._sources else {}
        for problem, one in zip(found, reported_findings(found, sources), strict=True):
            source = sources.get(problem.location.file)
            yield {
                "kode": one.code,
                "vaegt": str(one.severity),
                "besked": one.message,
                "raad": one.hint,
                "titel": one.kind.title,
                "forklaring": one.kind.explanation,
                **_place(problem.location, source.lines if source else (), self._sources, around=1),
            }


def _unreadable(samling: Samling) -> frozenset[str]:
    """Name the files that are there and cannot be understood as what they are."""
    found = set() if samling.kommune_is_read else {samling.kommune_file}
    for year in samling.aargange:
        found |= {year.rapport_file} if year.rapport_file and year.rapport is None else set()
        found |= {one.file for one in year.indberetninger if one.statusfil is None}
        found |= {one.file for one in year.dokumentfiler if one.indhold is None}
    return frozenset(found | {one.file for one in samling.politikker if one.politik is None})


def _with_broken(findings: Findings, samling: Samling, broken: tuple[str, ...]) -> Findings:
    """Add what is wrong with broken files of other years, which nothing is said of otherwise."""
    others = (one for one in samling.problems if one.location.file in broken and one not in findings.open)
    return findings if findings.has_personal_data else findings._replace(open=(*findings.open, *others))


def _sources_in(reading: _Reading, name: str) -> Mapping[str, Any]:
    """Give the entries of the list of sources that a document holds, by their anchor."""
    work, findings, _ = reading
    year_data = YearData(work.registers, work.aargang, findings.accepted, findings.open, findings.has_errors, (_HTML,))
    kind = next((one for one in document_types() if one.covers(name)), None)
    found = next((one.value for one in kind.make(year_data) if one.name == name), None) if kind else None
    return {one.id: one for one in getattr(found, "kilder", ())}


def _place(place: Location, lines: Sequence[str], samling: Samling | None, *, around: int) -> dict[str, Any]:
    """Tell a place: as it is written, what stands there, and where an editor that is installed opens it."""
    original = samling.originals.get(place.file) if samling else None
    address = ""
    if original and _has_editor():
        path = quote_address(original.path.absolute().as_posix().removeprefix("/"))
        address = f"vscode://file/{path}:{place.line}:{place.column}"
    return {
        "sted": mask(str(place)),
        "uddrag": quoted(place, lines, around, around),
        "editor": address,
    }


@cache
def _has_editor() -> bool:
    """Tell whether VS Code, the editor of docs/editor.md, is installed, so that a link to it leads somewhere."""
    return shutil.which("code") is not None
