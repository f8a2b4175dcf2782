"""`build` over a folder of municipalities: each one's own documents, and an overview of them all."""

import sys
from dataclasses import replace
from pathlib import Path

from frivilligrapport.cli import building
from frivilligrapport.cli.exits import ExitCode, WrongUse
from frivilligrapport.cli.several import Result, Several, Visit, stopped, visit_all
from frivilligrapport.cli.workplace import OUTPUT
from frivilligrapport.cli.writing import write_all
from frivilligrapport.collection.templates import own_templates
from frivilligrapport.pipeline.building import Order
from frivilligrapport.pipeline.caching import Cache
from frivilligrapport.pipeline.examining import examine_for_build
from frivilligrapport.pipeline.joining import OVERVIEW, JointYear, joint_document, municipality


def carry_out(several: Several, request: building.Request, cache: Cache, *, strict: bool) -> int:
    """Build each municipality in its own folder, then the overview. Raises WrongUse and CannotWrite."""
    order = request.order

    def look(visit: Visit) -> Result:
        findings = examine_for_build(visit.samling, visit.aargang)
        out = stopped(visit, findings, strict=strict, draft=order.draft)
        if out:
            return out
        if order.document != OVERVIEW:
            output = visit.root / OUTPUT / str(visit.aargang.aar)
            for path in building.make(
                building.Place(visit.root, visit.samling, visit.aargang, order, output), findings, cache
            ):
                print(path)
        return Result(ExitCode.OK, municipality(visit.samling, visit.aargang, visit.root.name))

    code, year = visit_all(several, several.year(request.year), look)
    if order.document in {"", OVERVIEW}:
        for path in _write_overview(several.root, year, order, cache):
            print(path)
    print(year.text, file=sys.stderr)
    return code


def read_request(year: str | None, formats: str, document: str, *, draft: bool) -> building.Request:
    """Read the words of the command line; the overview is a document that only several municipalities have."""
    request = building.read_request(year, formats, "" if document == OVERVIEW else document, draft=draft)
    return replace(request, order=replace(request.order, document=document))


def refuse(*, output: str | None, check: bool, archive: bool) -> None:
    """Refuse what can only be done to one municipality. Raises WrongUse."""
    given = "--output" if output else "--check" if check else "--archive" if archive else ""
    if given:
        hint = "Gør det for én kommune ad gangen: --folder og navnet på dens mappe."
        raise WrongUse(f"{given} kan ikke bruges på flere kommuner på én gang.", hint)


def _write_overview(root: Path, year: JointYear, order: Order, cache: Cache) -> list[Path]:
    made = joint_document(year, order, own_templates(root), cache)
    building.say_what_is_unchecked(made)
    return write_all(root / OUTPUT / str(year.aar), made)
