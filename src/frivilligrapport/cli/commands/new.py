"""`new`: a status file to fill in, begun from last year's, for one forvaltning or for all that lack one."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from frivilligrapport.cli import completion
from frivilligrapport.cli.exits import Interrupted, WrongUse
from frivilligrapport.cli.findings import show
from frivilligrapport.cli.options import Folder, earlier_year, read_year
from frivilligrapport.cli.places import work_folder
from frivilligrapport.cli.terminal import ask, ask_text, ask_yes, can_ask, print_note, print_path
from frivilligrapport.cli.work_folder import read_folder
from frivilligrapport.cli.writing import write_all
from frivilligrapport.collection.earlier_files import EarlierFiles, earlier_files_in, newest_earlier_files
from frivilligrapport.collection.folder import INDBERETNINGER
from frivilligrapport.collection.stray_files import meant_for
from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import join_words, nearest_word, normal_key, plural, quote
from frivilligrapport.documents.new_file.before import Answers, Fate, Start
from frivilligrapport.documents.new_file.whole import NewFile, new_file
from frivilligrapport.grammar.quantity import parse_quantity
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.kommune import Forvaltning
from frivilligrapport.models.lister import UOPLYST
from frivilligrapport.pipeline.sending import SENT, files_to_send
from frivilligrapport.problems import ExitCode, Severity
from frivilligrapport.reading.comments import MARK
from frivilligrapport.rules.acceptance.sorting import Findings
from frivilligrapport.rules.run import examine, personal_data_in

_HOW = "Skriv for eksempel frivilligrapport new TMF --year 2015, eller frivilligrapport new --all."
_HELP = "Tryk Enter for det, der står i [ ]. Ctrl+C stopper, uden at noget bliver skrevet."


def ask_all(start: Start) -> Answers:
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


@dataclass(frozen=True, slots=True)
class Place:
    """The work folder, and what the new file starts from."""

    root: Path
    start: Start

    @property
    def folder(self) -> Path:
        """Give the year's folder, which may not be there yet."""
        return self.root / INDBERETNINGER / str(self.start.aar)

    @property
    def name(self) -> str:
        """Give the new file's name."""
        return f"{self.start.forvaltning.id}.yaml"

    @property
    def shown(self) -> str:
        """Give the new file's path as findings show it."""
        return f"{INDBERETNINGER}/{self.start.aar}/{self.name}"


def find_place(
    folder: str | None, forvaltning: str, year: str | None, earlier: str | None, command: str = "new"
) -> Place:
    """Read the work folder and find what to start from; `command` is what was typed. Raises WrongUse."""
    typed = read_year(year, f"{command} TMF --year")
    from_year = read_year(earlier, f"{command} TMF --year 2015 --from")
    root = work_folder(folder)
    samling = read_folder(root)
    aar = typed or _asked_year(samling, forvaltning)
    unit = _unit(samling, forvaltning, aar)
    return Place(root, Start(samling, unit, aar, _before(samling, unit, aar, from_year)))


def find_places(
    folder: str | None, year: str | None, earlier: str | None, command: str = "new"
) -> tuple[Samling, int, list[Place]]:
    """Read the work folder; find the year, and what those start from who have no file for it. Raises WrongUse."""
    typed = read_year(year, f"{command} --all --year")
    from_year = read_year(earlier, f"{command} --all --year 2015 --from")
    root = work_folder(folder)
    samling = read_folder(root)
    aar = typed or samling.newest_report_year
    if aar is None:
        raise WrongUse("Året mangler.", f"Skriv for eksempel frivilligrapport {command} --all --year 2015.")
    aargang = samling.aargang(aar)
    has = set(aargang.delivered) if aargang else set()
    has |= {str(unit.id) for one in (aargang.strays if aargang else ()) if (unit := meant_for(samling, one))}
    lacking = [one for one in samling.forvaltninger(aar) if str(one.id) not in has]
    starts = [Start(samling, one, aar, _before(samling, one, aar, from_year)) for one in lacking]
    return samling, aar, [Place(root, one) for one in starts]


def _make_all(samling: Samling, aar: int, places: list[Place]) -> ExitCode:
    """Write a file for each, and beside it what is to be sent. Raises CannotWrite."""
    if not places:
        print_note(f"Alle forvaltninger har en fil for {aar}.")
        return ExitCode.OK
    if stops(places[0]):
        return ExitCode.PERSONAL_DATA
    made = files_to_send([one.start for one in places])
    for path in write_all(places[0].root, made, samling.numbers):
        print_path(path)
    names = join_words([str(one.start.forvaltning.forkortelse) for one in places])
    print_note(
        f"{names} har fået hver sin fil. Zip-filerne i {SENT}/{aar} er til at sende: i hver er filen og et følgebrev."
    )
    aargang = samling.aargang(aar)
    if aargang and aargang.rapport and not (aargang.rapport.frist and aargang.rapport.frist.period.is_known):
        print_note(f"Fristen er ikke oplyst i {aargang.rapport_file}, så følgebrevene nævner ingen.")
    print_note(f"Kommer de tilbage med mail, så skriv: frivilligrapport modtag FIL… --year {aar}")
    print_note(f"Et skema til hver, der åbner i browseren: frivilligrapport formular --all --year {aar}")
    return ExitCode.OK


def _asked_year(samling: Samling, forvaltning: str) -> int:
    """Propose the newest report year, or the next where the forvaltning has a file for it. Raises WrongUse."""
    newest = samling.newest_report_year or max((one.aar for one in samling.aargange), default=0)
    aargang, unit = samling.aargang(newest), samling.units.get(normal_key(forvaltning))
    proposed = newest + 1 if aargang and unit and aargang.indberetning(str(unit.id)) else newest
    if not proposed or not can_ask():
        hint = f"Skriv for eksempel --year {proposed}." if proposed else "Skriv det efter --year."
        raise WrongUse("Året mangler.", hint)
    typed = ask_text("Hvilket år handler filen om?", str(proposed))
    return read_year(typed, "new TMF --year") or proposed


def _unit(samling: Samling, typed: str, aar: int) -> Forvaltning:
    if samling.kommune is None:
        raise WrongUse(f"{samling.kommune_file} mangler eller kan ikke læses.", "Se hvorfor: frivilligrapport validate")
    units = {key: one for one in samling.forvaltninger(aar) for key in (one.forkortelse.key, one.id.key, one.navn.key)}
    found = units.get(normal_key(typed))
    if found:
        return found
    network = samling.network(aar)
    if network and normal_key(typed) in {network.forkortelse.key, network.id.key}:
        raise WrongUse(f"{network.forkortelse} afleverer ikke en fil for sig.", "Netværket skriver i rapport.yaml.")
    names = [str(one.forkortelse) for one in samling.forvaltninger(aar)]
    meant = nearest_word(typed, names)
    message = f"Forvaltningen »{typed}« findes ikke i {aar}." + (f" Mente du {meant}?" if meant else "")
    raise WrongUse(message, f"Forvaltningerne i {aar} er {join_words(names)}." if names else "Se kommune.yaml.")


def _before(samling: Samling, unit: Forvaltning, aar: int, wanted: int | None) -> EarlierFiles | None:
    """Give the file to start from. Raises WrongUse where the one that was asked for is not there or cannot be read."""
    if wanted is not None and wanted >= aar:
        raise WrongUse(f"--from {wanted} er ikke før {aar}.", "Skriv et tidligere år.")
    aargang = samling.aargang(wanted) if wanted is not None else None
    found = earlier_files_in(samling, unit, aargang, aar) if aargang else None
    if wanted is None:
        found = newest_earlier_files(samling, unit, aar)
    elif found is None:
        known = [
            str(one.aar) for one in samling.aargange if one.aar < aar and earlier_files_in(samling, unit, one, aar)
        ]
        hint = f"Der er en fil fra {join_words(known)}." if known else "Udelad --from for at begynde forfra."
        raise WrongUse(f"Der er ingen fil fra {unit.forkortelse} for {wanted}.", hint)
    unread = [one.file for one in found.sources if one.statusfil is None] if found else []
    if unread:
        hint = f"Ret den først: frivilligrapport validate {unread[0]}. Eller vælg et andet år med --from."
        raise WrongUse(f"{unread[0]} kan ikke læses, så indsatserne kan ikke hentes.", hint)
    return found


def stops(place: Place) -> bool:
    """Tell whether personal data was found, and show it on stderr: then nothing is written (design, section 4)."""
    found = personal_data_in(place.start.samling)
    show(found, place.start.samling)
    return bool(found.open)


def refuse_astray(place: Place) -> None:
    """Raise WrongUse where the forvaltning has a file for the year that has another name than it should."""
    aargang = place.start.samling.aargang(place.start.aar)
    for stray in aargang.strays if aargang else ():
        unit = meant_for(place.start.samling, stray)
        if unit and unit.id == place.start.forvaltning.id:
            message = f"Der ligger allerede en fil fra {unit.forkortelse}: {stray.file}."
            raise WrongUse(message, f"Kald den {place.name}, eller flyt den, og prøv igen.")


def may_write(place: Place, *, overwrite: bool) -> bool:
    """Tell whether the file may be written, asking where there is one and somebody to ask. Raises WrongUse."""
    refuse_astray(place)
    if overwrite or not (place.folder / place.name).exists():
        return True
    if can_ask():
        return ask_yes(f"{place.shown} findes allerede. Skal den erstattes af en ny?", default=False)
    raise WrongUse(f"{place.shown} findes allerede og er ikke rørt.", "Skriv --overwrite for at erstatte den.")


def with_answers(place: Place) -> Place:
    """Ask the few questions."""
    return replace(place, start=replace(place.start, answers=ask_all(place.start)))


def make(place: Place) -> tuple[Path, NewFile]:
    """Make the file and write it. Raises CannotWrite."""
    made = new_file(place.start)
    file = {f"{place.start.aar}/{place.name}": made.text.encode()}
    (path,) = write_all(place.root / INDBERETNINGER, file, place.start.samling.numbers)
    return path, made


def tell(place: Place, made: NewFile) -> None:
    """Say on stderr what the file holds, what is wrong with it, and what is left to fill in."""
    samling = read_folder(place.root)
    found = examine(samling).touching((place.shown,)).open
    show(Findings(tuple(one for one in found if one.severity is Severity.FEJL)), samling)
    aargang = samling.aargang(place.start.aar)
    for line in (*_carried(place.start), *_no_report(place, is_report_year=bool(aargang and aargang.is_report_year))):
        print_note(line)
    places = plural(made.todos, "sted er mærket", "steder er mærket")
    print_note(f"{made.todos} {places} {MARK}.")
    print_note(f"Udfyld dem, og skriv så: frivilligrapport validate {place.shown}")


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


def _no_report(place: Place, *, is_report_year: bool) -> list[str]:
    """Tell the coordinator that the year is no report year yet; a rapport.yaml is theirs to write."""
    if is_report_year:
        return []
    year, earlier = place.start.aar, [one.aar for one in place.start.samling.aargange if one.is_report_year]
    way = f" Lav den med frivilligrapport new-year {year}." if earlier else ""
    message = (
        f"Til den, der samler rapporten: {INDBERETNINGER}/{year} har ingen rapport.yaml, så {year} har ingen rapport."
    )
    return [message + way]


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


def command(
    forvaltning: Annotated[
        str | None,
        typer.Argument(
            metavar="[FORVALTNING]",
            help="Forvaltningens forkortelse, fx TMF. Udelades med --all.",
            autocompletion=completion.forvaltninger,
        ),
    ] = None,
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
        return _make_all(*find_places(folder, year, earlier))
    if forvaltning is None:
        raise WrongUse("Forvaltningen mangler.", _HOW)
    place = find_place(folder, forvaltning, year, earlier)
    if stops(place):
        return ExitCode.PERSONAL_DATA
    if not may_write(place, overwrite=overwrite):
        raise Interrupted
    place = with_answers(place) if interactive else place
    path, made = make(place)
    print_path(path)
    tell(place, made)
    return ExitCode.OK
