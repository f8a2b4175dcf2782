"""The follow-up of a policy as one value: a chapter of the statusrapport, and a document of its own."""

from dataclasses import dataclass

from frivilligrapport.danish import join_words, plural
from frivilligrapport.documents.parts.tables import Celle, Raekke, Tabel, columns
from frivilligrapport.documents.policy.points_shown import Punktsvar, Punktvisning, point_answers
from frivilligrapport.documents.policy.policy_data import PolicyGround, known, point_words
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


def follow_up(ground: PolicyGround) -> Politikvisning:
    """Hold a year against a policy."""
    answers = point_answers(ground) if ground.politik.points else None
    carried = all_carried(ground)
    return Politikvisning(
        titel=str(ground.politik.titel),
        om=(_intro(ground.politik), *_coverage(ground, answers)),
        bemaerkning=str(ground.politik.bemaerkning or ""),
        krav=_demands(ground),
        oversigt=answers.oversigt if answers else None,
        punkter=answers.punkter if answers else (),
        forfaldne=overdue(ground),
        loefter_i_alt=carried_text(carried) if carried else "",
        loefter=carried_table(ground, carried),
    )


def _intro(politik: Politik) -> str:
    adopted, valid = known(politik.vedtaget) or UOPLYST, known(politik.gyldig) or UOPLYST
    return f"Arbejdet holdes op imod {politik.titel}. Vedtaget: {adopted}. Gælder: {valid}."


def _coverage(ground: PolicyGround, answers: Punktsvar | None) -> tuple[str, ...]:
    if answers is None:
        return ("Politikkens punkter er uoplyst. Derfor kan arbejdet ikke følges op punkt for punkt.",)
    told = answers.told
    who = [ground.name(one) for one in ground.forvaltninger if any(svar.forvaltning == one for svar in told)]
    points, asked = len(ground.politik.points), len(ground.forvaltninger)
    first = f"Politikken har {points} {plural(points, *point_words(ground.politik))}."
    second = f"Svar fra {len(who)} af {asked} forvaltninger{f': {join_words(who)}' if who else ''}."
    third = f"Der er svar i {len(told)} af {points * asked} felter; resten er uoplyst."
    return (f"{first} {second} {third}",)


def _demands(ground: PolicyGround) -> Tabel | None:
    """Say of each demand whether it is met, as rapport.yaml tells; what it does not tell is uoplyst."""
    if not ground.politik.krav:
        return None
    rows = tuple(_demand(ground, str(number), str(text)) for number, text in enumerate(ground.politik.krav, start=1))
    return Tabel("politik-krav", "Politikkens krav", columns("Krav", "Opfyldt", "Hvordan det ses"), rows)


def _demand(ground: PolicyGround, number: str, text: str) -> Raekke:
    rapport = ground.year_data.aargang.rapport
    found = next((one for one in rapport.krav if one.krav.rstrip(".") == number), None) if rapport else None
    why = " ".join(found.tekst.split()) if found and found.tekst else UOPLYST
    return Celle(text), Celle(str(found.opfyldt) if found else UOPLYST), Celle(why)
