"""`new`: a status file to fill in, begun from last year's, for one forvaltning or for all that lack one."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from frivilligrapport.cli.execution.assignments import Assignment, find_assignment, find_assignments, refuse_astray
from frivilligrapport.cli.exits import Interrupted, WrongUse
from frivilligrapport.cli.findings import refuse_any_personal_data, show_errors
from frivilligrapport.cli.options import Folder, Forvaltning, earlier_year
from frivilligrapport.cli.terminal import ask, ask_text, ask_yes, can_ask, print_note, print_path
from frivilligrapport.cli.work_folder import read_folder
from frivilligrapport.cli.writing import write_all
from frivilligrapport.collection.folder import INDBERETNINGER
from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import join_words, plural, quote
from frivilligrapport.documents.new_file.before import Answers, Fate, Start
from frivilligrapport.documents.new_file.whole import NewFile, new_file
from frivilligrapport.grammar.quantity import parse_quantity
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.lister import UOPLYST
from frivilligrapport.pipeline.sending import SENT, files_to_send
from frivilligrapport.problems import ExitCode
from frivilligrapport.reading.comments import MARK
from frivilligrapport.rules.run import examine

HELP = """Laver en statusfil at udfylde, begyndt ud fra sidste års.

\b
  frivilligrapport new TMF --year 2015
  frivilligrapport new TMF --year 2015 --from 2013
  frivilligrapport new TMF --year 2015 --interactive
  frivilligrapport new --all --year 2015

Sidste års indsatser er skrevet ind på forhånd. Det, der mangler, er mærket UDFYLD. Filen kan gemmes og
læses, som den er. En fil, der er der i forvejen, bliver ikke rørt, medmindre du siger ja.

Med --all får alle, der mangler en fil, en, og i mappen udsendelse ligger en zip-fil til hver, som kan sendes: filen og
et følgebrev.
"""
_HOW = "Skriv for eksempel frivilligrapport new TMF --year 2015, eller frivilligrapport new --all."
_HELP = "Tryk Enter for det, der står i [ ]. Ctrl+C stopper, uden at noget bliver skrevet."


def command(
    forvaltning: Forvaltning = None,
    year: Annotated[
        str | None, typer.Option("--year", metavar="ÅR", help="Året, filen handler om. Ellers bliver et år foreslået.")
    ] = None,
    earlier: Annotated[str | None, earlier_year("Året, indsatserne hentes fra. Ellers det nyeste med en fil.")] = None,
    folder: Folder = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="Laver en fil og et følgebrev til alle, der mangler.")] = False,
    interactive: Annotated[bool, typer.Option("--interactive", help="Stiller nogle få spørgsmål først.")] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Erstatter en fil, der er der i forvejen.")] = False,
) -> int:
    """Carry out `new`."""
    if every:
        if forvaltning or interactive or overwrite:
            raise WrongUse(
                "--all laver filer til alle, der ingen har.", "Udelad forvaltningen og andre valg end --year."
            )
        return _make_all(*find_assignments(folder, year, earlier, "new"))
    if forvaltning is None:
        raise WrongUse("Forvaltningen mangler.", _HOW)
    assignment = find_assignment(folder, forvaltning, year, earlier, "new")
    refuse_any_personal_data(assignment.start.samling)
    if not _may_write(assignment, overwrite=overwrite):
        raise Interrupted
    assignment = _with_answers(assignment) if interactive else assignment
    path, made = _make(assignment)
    print_path(path)
    _tell(assignment, made)
    return ExitCode.OK


def _ask_all(start: Start) -> Answers:
    """Ask whom to write to, which of last year's indsatser go on, and the figures of those that do."""
    print_note(_HELP)
    funktion, postkasse = _contact(start)
    goes_on: dict[str, bool] = {}
    figures: dict[tuple[str, str], str] = {}
    for name, one in (start.before.indsatser if start.before else {}).items():
        fate = start.fate(name, one)
        if fate is not Fate.LEFT_OUT:
            goes_on[name] = _goes_on(start, one, fate)
        if goes_on.get(name):
            figures |= {(name, unit): typed for unit, typed in _figures(start, one).items()}
    return Answers(funktion, postkasse, goes_on, figures)


def _contact(start: Start) -> tuple[str, str]:
    known = start.contact
    funktion = ask_text("Hvilken funktion kan svare på spørgsmål? En stilling, aldrig et navn", known.funktion)
    return funktion, ask_text("Hvilken fælles postkasse kan man skrive til?", known.postkasse)


def _goes_on(start: Start, one: Indsats, fate: Fate) -> bool:
    if fate is Fate.SUGGESTED:
        return ask_yes(f"Blev {quote(one.navn)} holdt igen i {start.aar}?", default=False)
    return ask_yes(f"Skal {quote(one.navn)} ({one.tilstand}) med for {start.aar}?", default=True)


def _figures(start: Start, one: Indsats) -> dict[str, str]:
    """Ask for each figure that was told last year; what is not answered is left to the file."""
    found: dict[str, str] = {}
    for tal in one.tal:
        unit = str(tal.enhed_og_maerke)
        before = f" ({start.before.aar}: {tal.antal.quantity.typed})" if start.before and tal.antal else ""
        quantity = ask(f"   Hvor mange {unit} i {start.aar}?{before}", parse_quantity, UOPLYST)
        if quantity.typed != UOPLYST:
            found[unit] = quantity.typed
    return found


def _make_all(samling: Samling, aar: int, assignments: list[Assignment]) -> ExitCode:
    """Write a file for each, and beside it what is to be sent. Raises CannotWrite."""
    if not assignments:
        print_note(f"Alle forvaltninger har en fil for {aar}.")
        return ExitCode.OK
    refuse_any_personal_data(samling)
    made = files_to_send([one.start for one in assignments])
    for path in write_all(assignments[0].root, made, samling.numbers):
        print_path(path)
    names = join_words([str(one.start.forvaltning.forkortelse) for one in assignments])
    print_note(
        f"{names} har fået hver sin fil. Zip-filerne i {SENT}/{aar} er til at sende: i hver er filen og et følgebrev."
    )
    aargang = samling.aargang(aar)
    if aargang and aargang.rapport and not (aargang.rapport.frist and aargang.rapport.frist.period.is_known):
        print_note(f"Fristen er ikke oplyst i {aargang.rapport_file}, så følgebrevene nævner ingen.")
    print_note(f"Kommer de tilbage med mail, så skriv: frivilligrapport modtag FIL… --year {aar}")
    print_note(f"Et skema til hver, der åbner i browseren: frivilligrapport formular --all --year {aar}")
    return ExitCode.OK


def _may_write(assignment: Assignment, *, overwrite: bool) -> bool:
    """Tell whether the file may be written, asking where there is one and somebody to ask. Raises WrongUse."""
    refuse_astray(assignment)
    if overwrite or not (assignment.folder / assignment.name).exists():
        return True
    if can_ask():
        return ask_yes(f"{assignment.shown} findes allerede. Skal den erstattes af en ny?", default=False)
    raise WrongUse(f"{assignment.shown} findes allerede og er ikke rørt.", "Skriv --overwrite for at erstatte den.")


def _with_answers(assignment: Assignment) -> Assignment:
    """Ask the few questions."""
    return replace(assignment, start=replace(assignment.start, answers=_ask_all(assignment.start)))


def _make(assignment: Assignment) -> tuple[Path, NewFile]:
    """Make the file and write it. Raises CannotWrite."""
    made = new_file(assignment.start)
    file = {f"{assignment.start.aar}/{assignment.name}": made.text.encode()}
    (path,) = write_all(assignment.root / INDBERETNINGER, file, assignment.start.samling.numbers)
    return path, made


def _tell(assignment: Assignment, made: NewFile) -> None:
    """Say on stderr what the file holds, what is wrong with it, and what is left to fill in."""
    samling = read_folder(assignment.root)
    show_errors(examine(samling).touching((assignment.shown,)).open, samling)
    aargang = samling.aargang(assignment.start.aar)
    for line in (
        *_carried(assignment.start),
        *_no_report(assignment, is_report_year=bool(aargang and aargang.is_report_year)),
    ):
        print_note(line)
    places = plural(made.todos, "sted er mærket", "steder er mærket")
    print_note(f"{made.todos} {places} {MARK}.")
    print_note(f"Udfyld dem, og skriv så: frivilligrapport validate {assignment.shown}")


def _carried(start: Start) -> list[str]:
    before = start.before
    if before is None:
        return [f"Der er ingen tidligere fil fra {start.forvaltning.forkortelse}, så filen er begyndt forfra."]
    kept, held, left = (len(start.with_fate(fate)) for fate in Fate)
    lines = [f"Fra {join_words(before.files)}: {kept} {plural(kept, 'indsats', 'indsatser')} er skrevet ind."]
    if held:
        what = plural(held, "afholdt indsats står", "afholdte indsatser står")
        lines.append(f"{held} {what} som bemærkninger. Slet # foran dem, der blev holdt igen i {start.aar}.")
    if left:
        lines.append(f"{left} {plural(left, 'indsats', 'indsatser')} er ikke med. De er nævnt sidst i filen.")
    return lines


def _no_report(assignment: Assignment, *, is_report_year: bool) -> list[str]:
    """Tell the coordinator that the year is no report year yet; a rapport.yaml is theirs to write."""
    if is_report_year:
        return []
    year, earlier = assignment.start.aar, [one.aar for one in assignment.start.samling.aargange if one.is_report_year]
    way = f" Lav den med frivilligrapport new-year {year}." if earlier else ""
    message = (
        f"Til den, der samler rapporten: {INDBERETNINGER}/{year} har ingen rapport.yaml, så {year} har ingen rapport."
    )
    return [message + way]
