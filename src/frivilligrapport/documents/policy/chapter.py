"""The follow-up of a policy as one value: a chapter of the statusrapport, and a document of its own."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from frivilligrapport.danish import full_stop, in_quotes, join_words, part_of, plural
from frivilligrapport.documents.parts.tables import Celle, Kolonne, Raekke, Tabel, columns
from frivilligrapport.documents.policy.policy_data import PolicyData, is_called, numbered, point_title, point_words
from frivilligrapport.documents.policy.promises_shown import all_carried, carried_table, carried_text, overdue
from frivilligrapport.fast_start import Frozen
from frivilligrapport.models.dokumentfiler.loefte import Loefte
from frivilligrapport.models.fields.base import in_words
from frivilligrapport.models.lister import TILSTAND, UOPLYST, said
from frivilligrapport.models.politik import Politik, Politikmaal, Politikpunkt
from frivilligrapport.models.statusfil import Politikopfoelgning
from frivilligrapport.policy.plans import Plan
from frivilligrapport.policy.promises import standing
from frivilligrapport.rendering.typography import one_line, upper_first


class Bevis(Frozen):
    """An indsats that shows what was done; `id` is its anchor, "" when the year's file does not have it."""

    id: str
    navn: str
    forvaltning: str
    tilstand: str = UOPLYST
    periode: str = UOPLYST


class Opgave(Frozen):
    """One item of a plan, and how far it is as the year tells."""

    navn: str
    tilstand: str


class Svar(Frozen):
    """One forvaltning's answer to one point.

    `status` is what the status file says of the state, "" when it says nothing; `tekster` are its own words. `opgaver`
    stand in the year's plan, or in an earlier one that was followed up in the year; `tidligere_plan` says so when an
    earlier year's plan has the point.
    """

    forvaltning: str
    status: str = ""
    tekster: tuple[str, ...] = ()
    beviser: tuple[Bevis, ...] = ()
    opgaver: tuple[Opgave, ...] = ()
    tidligere_plan: str = ""

    @property
    def er_oplyst(self) -> bool:
        """Tell whether there is any answer from the year."""
        return bool(self.status or self.tekster or self.beviser or self.opgaver)

    @property
    def tilstand(self) -> str:
        """Give the state in a few words: the status file's own, else the items counted by state, else "uoplyst"."""
        return self.status or states_of(one.tilstand for one in self.opgaver)

    @property
    def omfang(self) -> str:
        """Count what the answer rests on: "6 opgaver, 2 indsatser"; else which earlier plan there is."""
        tasks, shown = len(self.opgaver), len(self.beviser)
        parts = [f"{tasks} {plural(tasks, 'opgave', 'opgaver')}"] if tasks else []
        parts += [f"{shown} {plural(shown, 'indsats', 'indsatser')}"] if shown else []
        return ", ".join([*parts, self.tidligere_plan] if self.tidligere_plan else parts)


def answer(policy_data: PolicyData, point: Politikpunkt, forvaltning: str) -> Svar:
    """Put together what the status file and the plan say: the file's own words on the state go first."""
    told = tuple(_told(policy_data, point, forvaltning))
    tasks = tuple(_tasks(policy_data, point, forvaltning))
    shown = tuple(Opgave(str(one.navn), _told_state(policy_data, plan, one)) for plan, one in tasks)
    is_told = forvaltning in policy_data.plans or any(one.tilstand != UOPLYST for one in shown)
    states = [state for one in told if (state := said(one.status))]
    ids = dict.fromkeys(
        [
            *(one for entry in told for one in entry.indsatser),
            *(i for _, one in tasks if is_told for i in one.indsatser),
        ]
    )
    return Svar(
        forvaltning=forvaltning,
        status="; ".join(one_line(one) for one in states),
        tekster=tuple(text for one in told if (text := said(one.tekst))),
        beviser=tuple(_evidence(policy_data, forvaltning, str(one)) for one in ids),
        opgaver=shown if is_told else (),
        tidligere_plan=_earlier(policy_data, point, forvaltning),
    )


def states_of(states: Iterable[str]) -> str:
    """Count items by state: "2 i gang, 4 planlagt"; "uoplyst" when there are none or none has a state."""
    found = Counter(states)
    if not set(found) - {UOPLYST}:
        return UOPLYST
    return ", ".join(f"{found[one]} {one}" for one in (*TILSTAND, UOPLYST) if found[one])


def _told(policy_data: PolicyData, point: Politikpunkt, forvaltning: str) -> Iterator[Politikopfoelgning]:
    found = policy_data.aargang.indberetning(forvaltning)
    entries = found.told.politik if found and found.told else ()
    yield from (one for one in entries if is_called(point, one.punkt))


def _tasks(policy_data: PolicyData, point: Politikpunkt, forvaltning: str) -> Iterator[tuple[Plan, Loefte]]:
    for plan in policy_data.in_force(forvaltning):
        yield from ((plan, one) for place, one in plan.opgaver if is_called(point, place.punkt))


def _told_state(policy_data: PolicyData, plan: Plan, one: Loefte) -> str:
    """Give how far an item is as the year tells: "uoplyst" where only an earlier plan or follow-up says so."""
    newest = standing(plan, one, policy_data.aar)
    return newest.tilstand if newest.aar == policy_data.aar else UOPLYST


def _earlier(policy_data: PolicyData, point: Politikpunkt, forvaltning: str) -> str:
    if forvaltning in policy_data.plans:
        return ""
    for plan in policy_data.in_force(forvaltning):
        if any(is_called(point, one.punkt) for one in plan.indhold.punkter):
            return f"plan fra {plan.aar}"
    return ""


def _evidence(policy_data: PolicyData, forvaltning: str, name: str) -> Bevis:
    """Look an indsats up in the year's status file, else in the newest other year's."""
    years = sorted(policy_data.samling.aargange, key=lambda one: (one.aar == policy_data.aar, one.aar), reverse=True)
    for aargang in years:
        found = aargang.indberetning(forvaltning)
        for one in found.told.indsatser if found and found.told else ():
            if one.id == name:
                anchor = f"indsats-{forvaltning}-{name}" if aargang.aar == policy_data.aar else ""
                return Bevis(
                    anchor,
                    str(one.navn),
                    policy_data.name(forvaltning),
                    str(one.tilstand),
                    in_words(one.periode) or UOPLYST,
                )
    return Bevis("", name, policy_data.name(forvaltning))


_MEASURED = {"ingen": "Måles ikke", "spørgeskema": "Måles ved spørgeskema", "optælling": "Måles ved optælling"}
_NOT_TOLD = "Måling uoplyst"


class Svarlinje(Frozen):
    """One forvaltning's answer in words: who, a sentence, its items with their state, what shows it, its own texts."""

    navn: str
    svar: str
    opgaver: tuple[str, ...]
    beviser: tuple[Bevis, ...]
    tekster: tuple[str, ...]


class Punktvisning(Frozen):
    """A point with its goals and its answers; `uoplyst` names those without one in a sentence, "" when all have."""

    id: str
    titel: str
    tekst: str
    maal: tuple[str, ...]
    linjer: tuple[Svarlinje, ...]
    uoplyst: str


class Punktsvar(Frozen):
    """Hold all answers to all points, by point and in print order."""

    policy_data: PolicyData
    svar: tuple[tuple[Svar, ...], ...]

    @property
    def told(self) -> tuple[Svar, ...]:
        """Give the answers that say something."""
        return tuple(one for row in self.svar for one in row if one.er_oplyst)

    @property
    def oversigt(self) -> Tabel:
        """Lay the answers out: one row for each point, one column for each forvaltning; no cell is empty."""
        names = [self.policy_data.name(one) for one in self.policy_data.forvaltninger]
        points = self.policy_data.politik.points
        rows = tuple(
            (Celle(point_title(point)), *(_cell(one) for one in row))
            for point, row in zip(points, self.svar, strict=True)
        )
        word, _ = point_words(self.policy_data.politik)
        heads = (Kolonne(upper_first(word)), *(Kolonne(name) for name in names))
        return Tabel("politik-oversigt", f"Tilstand for hvert {word} og hver forvaltning", heads, rows)

    @property
    def punkter(self) -> tuple[Punktvisning, ...]:
        """Say the same in words, point by point."""
        return tuple(
            Punktvisning(
                id=f"politik-punkt-{number}",
                titel=point_title(point),
                tekst=said(point.tekst),
                maal=tuple(_goal(self.policy_data, *one) for one in point.goals),
                linjer=tuple(self._line(one) for one in row if one.er_oplyst),
                uoplyst=self._unanswered(row),
            )
            for number, (point, row) in enumerate(zip(self.policy_data.politik.points, self.svar, strict=True), start=1)
        )

    def _line(self, one: Svar) -> Svarlinje:
        number = len(one.opgaver)
        tasks = (
            f"{number} {plural(number, 'opgave', 'opgaver')}: {states_of(item.tilstand for item in one.opgaver)}"
            if number
            else ""
        )
        state = upper_first(one.status) or ("" if tasks else "Tilstanden er uoplyst")
        return Svarlinje(
            navn=self.policy_data.name(one.forvaltning),
            svar=" ".join(full_stop(part) for part in (state, tasks) if part),
            opgaver=tuple(f"{item.navn}: {item.tilstand}" for item in one.opgaver),
            beviser=one.beviser,
            tekster=one.tekster,
        )

    def _unanswered(self, row: Sequence[Svar]) -> str:
        names = []
        for one in row:
            if not one.er_oplyst:
                plan = f" ({one.tidligere_plan})" if one.tidligere_plan else ""
                names.append(f"{self.policy_data.name(one.forvaltning)}{plan}")
        return full_stop(f"Uoplyst hos {join_words(names)}") if names else ""


def _point_answers(policy_data: PolicyData) -> Punktsvar:
    """Ask every forvaltning about every point."""
    points = policy_data.politik.points
    return Punktsvar(
        policy_data,
        tuple(tuple(answer(policy_data, point, one) for one in policy_data.forvaltninger) for point in points),
    )


def _cell(one: Svar) -> Celle:
    """Say the state in words, and below it what it rests on."""
    return Celle(one.tilstand, note=one.omfang, svag=not one.er_oplyst)


def _goal(policy_data: PolicyData, name: str, one: Politikmaal) -> str:
    """Say a goal, how it is measured, and which of the year's indsatser are to reach it."""
    sentence = numbered(name, full_stop(one_line(one.tekst)))
    indicator = f" ({one.indikator})" if said(one.indikator) else ""
    measured = f"{sentence} {_MEASURED.get(str(one.maaling), _NOT_TOLD)}{indicator}."
    if not name:
        return measured
    found = [f"{in_quotes(entry.navn)} ({policy_data.name(who)})" for who, entry in policy_data.pointing_to(name)]
    return f"{measured} {f'Indsatser: {join_words(found)}' if found else 'Ingen indsats'}."


class Politikvisning(Frozen):
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
    answers = _point_answers(policy_data) if policy_data.politik.points else None
    carried = all_carried(policy_data)
    return Politikvisning(
        titel=str(policy_data.politik.titel),
        om=(_intro(policy_data.politik), *_coverage(policy_data, answers)),
        bemaerkning=said(policy_data.politik.bemaerkning),
        krav=_demands(policy_data),
        oversigt=answers.oversigt if answers else None,
        punkter=answers.punkter if answers else (),
        forfaldne=overdue(policy_data),
        loefter_i_alt=carried_text(carried) if carried else "",
        loefter=carried_table(policy_data, carried),
    )


def _intro(politik: Politik) -> str:
    adopted, valid = in_words(politik.vedtaget) or UOPLYST, in_words(politik.gyldig) or UOPLYST
    return f"Arbejdet holdes op imod {full_stop(str(politik.titel))} Vedtaget: {adopted}. Gælder: {valid}."


def _coverage(policy_data: PolicyData, answers: Punktsvar | None) -> tuple[str, ...]:
    if answers is None:
        return ("Politikkens punkter er uoplyst. Derfor kan arbejdet ikke følges op punkt for punkt.",)
    told = answers.told
    who = [policy_data.name(one) for one in policy_data.forvaltninger if any(svar.forvaltning == one for svar in told)]
    points, asked = len(policy_data.politik.points), len(policy_data.forvaltninger)
    first = f"Politikken har {points} {plural(points, *point_words(policy_data.politik))}."
    answered = part_of(len(who), asked, "forvaltning", "forvaltninger")
    second = f"Svar fra {answered}{f': {join_words(who)}' if who else ''}."
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
    rapport = policy_data.aargang.rapport
    found = next((one for one in rapport.krav if one.krav.rstrip(".") == number), None) if rapport else None
    why = one_line(said(found.tekst)) if found else ""
    return Celle(text), Celle(str(found.opfyldt) if found else UOPLYST), Celle(why or UOPLYST)
