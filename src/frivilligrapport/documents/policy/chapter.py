"""The follow-up of a policy as one value: a chapter of the statusrapport, and a document of its own."""

from dataclasses import dataclass

from frivilligrapport.danish import join_words, plural
from frivilligrapport.documents.parts.tables import Celle, Raekke, Tabel, columns
from frivilligrapport.documents.policy.points_shown import Punktsvar, Punktvisning, point_answers
from frivilligrapport.documents.policy.policy_data import PolicyData, known, point_words
from frivilligrapport.documents.policy.promises_shown import all_carried, carried_table, carried_text, overdue
from frivilligrapport.models.lister import UOPLYST
from frivilligrapport.models.politik import Politik


@dataclass(frozen=True)
class Politikvisning:
    """What the templates place; a table that is None is left out, and `om` says why where a reader would ask."""

    titel: str
    om: tuple[str, ...]
    bemaerkning: str
    krav: Tabel | None
    oversigt: Tabel | None
    punkter: tuple[Punktvisning, ...]
    forfaldne: Tabel | None
    loefter_i_alt: str
    loefter: Tabel | None


def follow_up(policy_data: PolicyData) -> Politikvisning:
    """Hold a year against a policy."""
    answers = point_answers(policy_data) if policy_data.politik.points else None
    carried = all_carried(policy_data)
    return Politikvisning(
        titel=str(policy_data.politik.titel),
        om=(_intro(policy_data.politik), *_coverage(policy_data, answers)),
        bemaerkning=str(policy_data.politik.bemaerkning or ""),
        krav=_demands(policy_data),
        oversigt=answers.oversigt if answers else None,
        punkter=answers.punkter if answers else (),
        forfaldne=overdue(policy_data),
        loefter_i_alt=carried_text(carried) if carried else "",
        loefter=carried_table(policy_data, carried),
    )


def _intro(politik: Politik) -> str:
    adopted, valid = known(politik.vedtaget) or UOPLYST, known(politik.gyldig) or UOPLYST
    return f"Arbejdet holdes op imod {politik.titel}. Vedtaget: {adopted}. Gælder: {valid}."


def _coverage(policy_data: PolicyData, answers: Punktsvar | None) -> tuple[str, ...]:
    if answers is None:
        return ("Politikkens punkter er uoplyst. Derfor kan arbejdet ikke følges op punkt for punkt.",)
    told = answers.told
    who = [policy_data.name(one) for one in policy_data.forvaltninger if any(svar.forvaltning == one for svar in told)]
    points, asked = len(policy_data.politik.points), len(policy_data.forvaltninger)
    first = f"Politikken har {points} {plural(points, *point_words(policy_data.politik))}."
    second = f"Svar fra {len(who)} af {asked} forvaltninger{f': {join_words(who)}' if who else ''}."
    third = f"Der er svar i {len(told)} af {points * asked} felter; resten er uoplyst."
    return (f"{first} {second} {third}",)


def _demands(policy_data: PolicyData) -> Tabel | None:
    """Say of each demand whether it is met, as rapport.yaml tells; what it does not tell is uoplyst."""
    if not policy_data.politik.krav:
        return None
    rows = tuple(
        _demand(policy_data, str(number), str(text)) for number, text in enumerate(policy_data.politik.krav, start=1)
    )
    return Tabel("politik-krav", "Politikkens krav", columns("Krav", "Opfyldt", "Hvordan det ses"), rows)


def _demand(policy_data: PolicyData, number: str, text: str) -> Raekke:
    rapport = policy_data.year_data.aargang.rapport
    found = next((one for one in rapport.krav if one.krav.rstrip(".") == number), None) if rapport else None
    why = " ".join(found.tekst.split()) if found and found.tekst else UOPLYST
    return Celle(text), Celle(str(found.opfyldt) if found else UOPLYST), Celle(why)
