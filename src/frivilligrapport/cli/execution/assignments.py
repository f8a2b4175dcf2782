"""What `new` and `formular` make: a forvaltning's file of a year to fill in, and the file that it starts from."""

from dataclasses import dataclass
from pathlib import Path

from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.options import read_year
from frivilligrapport.cli.places import work_folder
from frivilligrapport.cli.terminal import ask_text, can_ask
from frivilligrapport.cli.work_folder import read_folder, refuse_unread_register
from frivilligrapport.collection.earlier_files import EarlierFiles, earlier_files_in, newest_earlier_files
from frivilligrapport.collection.folder import INDBERETNINGER
from frivilligrapport.collection.stray_files import meant_for
from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import join_words, nearest_word, normal_key
from frivilligrapport.documents.new_file.before import Start
from frivilligrapport.models.kommune import Forvaltning


@dataclass(frozen=True, slots=True)
class Assignment:
    """A file of a year that a forvaltning is to fill in: the work folder, and what the file starts from."""

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


def find_assignment(
    folder: str | None, forvaltning: str, year: str | None, earlier: str | None, command: str
) -> Assignment:
    """Read the work folder and find what to start from; `command` is what was typed. Raises WrongUse."""
    typed = read_year(year, f"{command} TMF --year")
    from_year = read_year(earlier, f"{command} TMF --year 2015 --from")
    root = work_folder(folder)
    samling = read_folder(root)
    aar = typed or _asked_year(samling, forvaltning, command)
    unit = _unit(samling, forvaltning, aar)
    return Assignment(root, Start(samling, unit, aar, _before(samling, unit, aar, from_year)))


def find_assignments(
    folder: str | None, year: str | None, earlier: str | None, command: str, *, untouched: bool = False
) -> tuple[Samling, int, list[Assignment]]:
    """Read the work folder; find the year, and what those start from who have no file for it. Raises WrongUse.

    With `untouched` also those whose file nobody has written in.
    """
    typed = read_year(year, f"{command} --all --year")
    from_year = read_year(earlier, f"{command} --all --year 2015 --from")
    root = work_folder(folder)
    samling = read_folder(root)
    aar = typed or samling.newest_report_year
    if aar is None:
        raise WrongUse("Året mangler.", f"Skriv for eksempel frivilligrapport {command} --all --year 2015.")
    refuse_unread_register(samling)
    aargang = samling.aargang(aar)
    delivered = aargang.indberetninger if aargang else ()
    has = {str(one.forvaltning_id) for one in delivered if not (untouched and one.is_untouched)}
    has |= {str(unit.id) for one in (aargang.strays if aargang else ()) if (unit := meant_for(samling, one))}
    lacking = [one for one in samling.forvaltninger(aar) if str(one.id) not in has]
    starts = [Start(samling, one, aar, _before(samling, one, aar, from_year)) for one in lacking]
    return samling, aar, [Assignment(root, one) for one in starts]


def _asked_year(samling: Samling, forvaltning: str, command: str) -> int:
    """Propose the newest report year, or the next where the forvaltning has a file for it. Raises WrongUse."""
    newest = samling.newest_report_year or max((one.aar for one in samling.aargange), default=0)
    aargang, unit = samling.aargang(newest), samling.units.get(normal_key(forvaltning))
    proposed = newest + 1 if aargang and unit and aargang.indberetning(str(unit.id)) else newest
    if not proposed or not can_ask():
        hint = f"Skriv for eksempel --year {proposed}." if proposed else "Skriv det efter --year."
        raise WrongUse("Året mangler.", hint)
    typed = ask_text("Hvilket år handler filen om?", str(proposed))
    return read_year(typed, f"{command} TMF --year") or proposed


def _unit(samling: Samling, typed: str, aar: int) -> Forvaltning:
    refuse_unread_register(samling)
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


def refuse_astray(assignment: Assignment) -> None:
    """Raise WrongUse where the forvaltning has a file for the year that has another name than it should."""
    aargang = assignment.start.samling.aargang(assignment.start.aar)
    for stray in aargang.strays if aargang else ():
        unit = meant_for(assignment.start.samling, stray)
        if unit and unit.id == assignment.start.forvaltning.id:
            message = f"Der ligger allerede en fil fra {unit.forkortelse}: {stray.file}."
            raise WrongUse(message, f"Kald den {assignment.name}, eller flyt den, og prøv igen.")
