"""Files that are none of those that belong: nothing may vanish without a word (FR301, FR302)."""

import re
from collections.abc import Container, Iterator

from frivilligrapport.collection.document_files import document_model
from frivilligrapport.collection.folder import INDBERETNINGER, RAPPORT
from frivilligrapport.collection.kinds import DUPLICATE_DELIVERY, STRAY_FILE
from frivilligrapport.collection.organisation import units
from frivilligrapport.collection.values import Aargang, Samling, Stray
from frivilligrapport.danish import nearest_word, normal_key
from frivilligrapport.models.kommune import Forvaltning
from frivilligrapport.problems import Location, Problem
from frivilligrapport.rules.rule import FolderRule, Rule
from frivilligrapport.rules.walk import Year

_WORD = (".docx", ".doc")
_REGISTER = "kommune"


def meant_for(samling: Samling, stray: Stray, delivered: Container[str] = ()) -> Forvaltning | None:
    """Find the forvaltning that a stray is from: by what it says inside or by its name.

    A name that is only nearly right is not taken for a forvaltning that has delivered already.
    """
    sure = _surely_from(samling, stray)
    known = {key: one for key, one in _by_key(samling).items() if str(one.id) not in delivered}
    close = nearest_word(_stem(stray), known) if not _other_name(stray) else None
    return sure or (known[close] if close else None)


def _surely_from(samling: Samling, stray: Stray) -> Forvaltning | None:
    if _other_name(stray):
        return None
    known, stem = _by_key(samling), _stem(stray)
    words = (normal_key(stray.forvaltning), normal_key(stem), *re.split(r"[^a-z0-9]+", stem))
    return next((known[word] for word in words if word in known), None)


def _by_key(samling: Samling) -> dict[str, Forvaltning]:
    return {key: one for one in units(samling) if not one.is_network for key in _keys(one)}


def _keys(unit: Forvaltning) -> tuple[str, ...]:
    return (unit.id.key, unit.forkortelse.key, unit.navn.key)


def _stem(stray: Stray) -> str:
    return normal_key(stray.name.lower().removesuffix(".txt").rsplit(".", 1)[0]).replace("_", "-")


def _delivered(year: Year, stray: Stray) -> Forvaltning | None:
    """Give the forvaltning that a stray is surely from, when it has delivered already."""
    unit = _surely_from(year.samling, stray)
    return unit if unit and year.aargang.indberetning(unit.id) else None


def _stray_files(year: Year) -> Iterator[Problem]:
    for stray in year.aargang.strays:
        if not _delivered(year, stray):
            unit = meant_for(year.samling, stray, delivered_in(year.aargang))
            message = f"Filen »{_below(year.aargang, stray)}« hører ikke til her og bliver ikke læst."
            subject = str(unit.id) if unit else ""
            yield Problem(Location(stray.file), STRAY_FILE, message, _hint(year, stray), subject)
    network = year.samling.network(year.aargang.aar)
    for delivery in year.aargang.indberetninger:
        if network and delivery.forvaltning_id == network.id:
            message = f"{network.forkortelse} afleverer ikke en fil for sig."
            hint = "Flyt indholdet til rapport.yaml under netværk."
            yield Problem(Location(delivery.file), STRAY_FILE, message, hint, str(network.id))


def _below(aargang: Aargang, stray: Stray) -> str:
    return stray.file.removeprefix(f"{aargang.folder}/")


def _hint(year: Year, stray: Stray) -> str:
    unit = meant_for(year.samling, stray, delivered_in(year.aargang))
    name = f"{unit.id}.yaml" if unit else _other_name(stray)
    if not name:
        example = next((f", for eksempel {one.id}.yaml" for one in year.samling.forvaltninger(year.aargang.aar)), "")
        if stray.name.lower().endswith(_WORD):
            return f"Skriv indholdet ind i forvaltningens fil{example}, eller flyt dokumentet til mappen bilag."
        return f"Giv filen forvaltningens navn{example}, eller flyt den ud af mappen {year.aargang.aar}."
    if stray.name.lower().endswith(_WORD):
        return f"Skriv indholdet ind i {name}, og læg dokumentet i mappen bilag."
    if _below(year.aargang, stray) != stray.name:
        return f"Flyt filen til {year.aargang.folder}/{name}."
    return f"Kald filen {name}."


def _other_name(stray: Stray) -> str:
    """Give the right name of a file that is no status file but meant as one of the year's others."""
    right = f"{_stem(stray)}.yaml"
    return right if right == RAPPORT or document_model(right) else ""


def _duplicate_deliveries(year: Year) -> Iterator[Problem]:
    for stray in year.aargang.strays:
        unit = _delivered(year, stray)
        if unit:
            name = _below(year.aargang, stray)
            message = f"{unit.forkortelse} har allerede afleveret filen {unit.id}.yaml. Her er én til: »{name}«."
            hint = f"Saml indholdet i {unit.id}.yaml, og flyt denne fil ud af mappen {year.aargang.aar}."
            yield Problem(Location(stray.file), DUPLICATE_DELIVERY, message, hint, str(unit.id))


def delivered_in(aargang: Aargang) -> frozenset[str]:
    """Give the ids of the forvaltninger that have delivered."""
    return frozenset(one.forvaltning_id for one in aargang.indberetninger)


def _top_level(samling: Samling) -> Iterator[Problem]:
    for stray in samling.strays:
        unit = meant_for(samling, stray)
        name = f"{unit.id}.yaml" if unit else stray.name
        year = samling.newest_report_year
        hint = f"Flyt filen ind i årets mappe, for eksempel {INDBERETNINGER}/{year or '2014'}/{name}."
        if _stem(stray) == _REGISTER:
            if not samling.kommune:
                continue  # told with the finding that there is no kommune.yaml
            hint = "Saml indholdet i kommune.yaml, og flyt denne fil."
        message = f"Filen »{stray.name}« hører ikke til her og bliver ikke læst."
        yield Problem(Location(stray.file), STRAY_FILE, message, hint, str(unit.id) if unit else "")


STRAY_RULES = (
    Rule(STRAY_FILE, _stray_files, needs_folder=True),
    Rule(DUPLICATE_DELIVERY, _duplicate_deliveries, needs_folder=True),
)
STRAY_FOLDER_RULES = (FolderRule(STRAY_FILE, _top_level),)
