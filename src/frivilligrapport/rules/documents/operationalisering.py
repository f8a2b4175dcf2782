"""What an operationalisering promises: dates, evidence, follow-ups, and the plan before (FR481 to FR486)."""

from collections.abc import Iterator

from frivilligrapport.danish import join_words, quote
from frivilligrapport.grammar.frequency import parse_frequency
from frivilligrapport.models.dokumentfiler.loefte import Loefte
from frivilligrapport.models.dokumentfiler.operationalisering import Operationalisering
from frivilligrapport.models.fields.leaves import Text
from frivilligrapport.models.lister import is_unanswered
from frivilligrapport.policy.plans import Plan, plans_before, plans_in
from frivilligrapport.policy.promises import FollowUpDue, carried_over, follow_up_due
from frivilligrapport.problems import INDSATS, Problem, error, warning
from frivilligrapport.rules.delivery import FilePiece
from frivilligrapport.rules.references import Ids
from frivilligrapport.rules.rule import rule
from frivilligrapport.rules.year import Year

_PLAN = (
    "# fil: 2014/operationalisering-tmf.yaml\ntitel: Plan for frivillighed\nforvaltning: TMF\når: 2014\n"
    "dato: {}\npunkter:\n  - punkt: 1\n    titel: Dialog\n    opgaver:\n"
)
_DATED = _PLAN.format("2014-03-01")
_ITEM = "      - id: cafemoeder\n        navn: Cafémøder\n        tilstand: {}\n"
_BEFORE = (
    "# fil: {}/operationalisering-tmf.yaml\ntitel: Plan for frivillighed\nforvaltning: TMF\når: {}\ndato: {}-03-01\n"
    "{}punkter:\n  - punkt: 1\n    titel: Dialog\n    opgaver:\n"
)
_OTHER = "      - id: netvaerk\n        navn: Netværk\n        tilstand: i gang\n"
_LAST_YEAR = _BEFORE.format(2013, 2013, 2013, "") + _ITEM.format("planlagt")
_TWO_YEARS_AGO = _BEFORE.format(2012, 2012, 2012, "opfølges: hvert andet år\n") + _ITEM.format("planlagt")
_OFTEN = _DATED.replace("punkter:", "opfølges: {}\npunkter:", 1)
UNDATED = warning(
    "FR481",
    "Planen har ingen dato",
    "Uden en dato kan ingen se, hvornår planen gjaldt fra. Kendes den ikke, skrives det under »mangler« med hvor: "
    "dato, så læseren får det at vide.",
    _PLAN.format("uoplyst") + _ITEM.format("planlagt"),
    _DATED + _ITEM.format("planlagt"),
)
UNKNOWN_EVIDENCE = error(
    "FR482",
    "Opgaven henviser til en indsats, der ikke er der",
    "Under en opgave peger »indsatser« på det, der viser, hvad der er gjort. Indsatserne står i forvaltningens egen "
    "statusfil fra det samme år eller et andet.",
    f"# fil: 2014/tmf.yaml\n{INDSATS}{_DATED}{_ITEM.format('i gang')}        indsatser: [smag-verdn]",
    f"# fil: 2014/tmf.yaml\n{INDSATS}{_DATED}{_ITEM.format('i gang')}        indsatser: [smag-verden]",
)
FORGOTTEN_TASK = warning(
    "FR483",
    "En opgave fra den forrige plan er ikke omtalt",
    "Det, en forvaltning har sagt, at den vil gøre, skal have en afslutning. Den næste plan nævner hver opgave ved "
    "dens id og siger med »udgang«, om den er lukket, fortsat eller droppet.",
    _LAST_YEAR + _DATED + _OTHER,
    _LAST_YEAR + _DATED + _OTHER + _ITEM.format("afholdt") + "        udgang: lukket",
)
OVERDUE = warning(
    "FR484",
    "En opfølgning mangler",
    "En plan siger med »opfølges«, hvor tit den følges op. Når den næste plan skal have en opfølgning med og ikke har "
    "den, står der »ikke oplyst« i dokumentet.",
    _TWO_YEARS_AGO + _OFTEN.format("hvert andet år") + _ITEM.format("i gang"),
    _TWO_YEARS_AGO + _OFTEN.format("hvert andet år") + _ITEM.format("i gang") + "        opfølgning:\n"
    "          - dato: 2014-02-01\n            tilstand: i gang",
)
TOO_EARLY = error(
    "FR485",
    "Opfølgningen er dateret før planen",
    "Der kan ikke følges op på en plan, før den er lavet. En af de to datoer er forkert.",
    _DATED + _ITEM.format("i gang") + "        opfølgning:\n          - dato: 2013-06-01\n            tilstand: i gang",
    _DATED + _ITEM.format("i gang") + "        opfølgning:\n          - dato: 2014-06-01\n            tilstand: i gang",
)
NO_INTERVAL = warning(
    "FR486",
    "Det fremgår ikke, hvor tit",
    "Programmet regner ud, hvornår der senest skal følges op. Det kræver, at der står, hvor tit, for eksempel hvert "
    "år, hvert andet år, hver 6. måned eller løbende.",
    _OFTEN.format("halvårligt/kvartalsmæssigt") + _ITEM.format("planlagt"),
    _OFTEN.format("halvårligt") + _ITEM.format("planlagt"),
)

_NAMED = 3


def _plans(year: Year) -> Iterator[tuple[FilePiece[Operationalisering], Plan, tuple[Plan, ...]]]:
    """Yield each plan of the year with the forvaltning's earlier ones for the same policy, the newest first."""
    plans = {plan.fil.file: plan for plan in plans_in(year.samling, year.aargang)}
    for piece in year.in_documents(Operationalisering):
        plan = plans[piece.delivery.file]
        yield piece, plan, plans_before(year.samling, plan.aar, plan.forvaltning, plan.politik)


@rule(UNDATED)
def _undated(year: Year) -> Iterator[Problem]:
    for piece in year.in_documents(Operationalisering):
        dato = piece.group.dato
        declared = any(one.hvor.key == "dato" for one in piece.group.mangler)
        unread = dato is None and piece.is_typed("dato")
        if not declared and not unread and not (dato and dato.period.is_known):
            hint = "Skriv dato:, eller skriv under mangler: hvor: dato og hvad der mangler"
            place = dato.location if dato else piece.group.location
            yield piece.problem(UNDATED, place, "Planens dato er ikke oplyst.", hint)


@rule(UNKNOWN_EVIDENCE, needs_folder=True)
def _unknown_evidence(year: Year) -> Iterator[Problem]:
    for owner, plan, _ in _plans(year):
        handed_in = (aargang.indberetning(plan.forvaltning) for aargang in year.samling.aargange)
        files = (one.statusfil for one in handed_in if one and one.statusfil)
        names = Ids({str(indsats.id): str(indsats.navn) for statusfil in files for indsats in statusfil.indsatser})
        for piece in owner.delivery.pieces(Loefte):
            for typed in piece.group.indsatser:
                if names.lack(typed):
                    message = f"{plan.indhold.forvaltning} har ingen indsats med id'et »{typed}«."
                    hint = "Skriv id'et på en indsats i statusfilen"
                    yield piece.unknown(UNKNOWN_EVIDENCE, typed.location, message, names.meant(typed), hint)


@rule(FORGOTTEN_TASK, needs_folder=True)
def _forgotten(year: Year) -> Iterator[Problem]:
    for piece, plan, _ in _plans(year):
        for one in carried_over(year.samling, year.aargang, plan.forvaltning, plan.politik):
            if one.now is None:
                message = f"Opgaven »{one.loefte.navn}« fra planen for {one.earlier.aar} er ikke omtalt."
                hint = f"Skriv den under opgaver med id: {one.loefte.id} og udgang: lukket, fortsat eller droppet"
                place = piece.group.place_of("punkter")
                yield piece.problem(FORGOTTEN_TASK, place, message, hint)._replace(subject=str(one.loefte.id))


@rule(OVERDUE, needs_folder=True)
def _overdue(year: Year) -> Iterator[Problem]:
    """Yield one finding for all items of a plan that wait for the same follow-up: it is one slip."""
    for piece, plan, before in _plans(year):
        late: dict[FollowUpDue, list[Loefte]] = {}
        for _, one in plan.opgaver:
            found = follow_up_due(plan, before, one, plan.aar)
            if found and found.is_overdue(plan.aar):
                late.setdefault(found, []).append(one)
        for waiting, items in late.items():
            names = [f"»{one.navn}«" for one in items[:_NAMED]]
            names += [f"{len(items) - _NAMED} andre"] if len(items) > _NAMED else []
            message = f"Opfølgning på {join_words(names)} er ikke oplyst. Den skulle komme {waiting.how_often}."
            hint = f"Skriv opfølgning: med dato og tilstand, senest fra {waiting.latest}"
            first = items[0]
            yield piece.problem(OVERDUE, first.navn.location, message, hint)._replace(subject=str(first.id))


@rule(TOO_EARLY, needs_folder=True)
def _too_early(year: Year) -> Iterator[Problem]:
    for owner, plan, before in _plans(year):
        for piece in owner.delivery.pieces(Loefte):
            begun = min(one.begun for one in (plan, *before) if one is plan or one.opgave(piece.group.id))
            for follow in piece.group.opfoelgning:
                last = follow.dato.period.end or follow.dato.period.start
                if last and last < begun:
                    typed = quote(follow.dato.scalar.text)
                    message = f"Opfølgningen er dateret {typed}, men planen er fra {begun.year}."
                    hint = "Ret opfølgningens eller planens dato"
                    yield piece.problem(TOO_EARLY, follow.dato.location, message, hint)


@rule(NO_INTERVAL)
def _no_interval(year: Year) -> Iterator[Problem]:
    for piece in year.in_documents(Operationalisering):
        typed = piece.group.opfoelges
        if typed and not is_unanswered(typed):
            read = parse_frequency(typed)
            if read.readings:
                yield _ambiguous(piece, typed, read.readings)
            elif read.months is None and not read.ongoing:
                message = f"{quote(typed)} siger ikke, hvor tit der følges op."
                hint = "Skriv for eksempel hvert år, hvert andet år eller løbende"
                yield piece.problem(NO_INTERVAL, typed.location, message, hint)
        for item in piece.delivery.pieces(Loefte):
            readings = parse_frequency(item.group.hyppighed).readings if item.group.hyppighed else ()
            if item.group.hyppighed and readings:
                yield _ambiguous(item, item.group.hyppighed, readings)


def _ambiguous(
    piece: FilePiece[Operationalisering] | FilePiece[Loefte], typed: Text, readings: tuple[str, ...]
) -> Problem:
    message = f"{quote(typed)} siger to ting om, hvor tit det er."
    hint = f"Skriv {join_words(readings, 'eller')}"
    return piece.problem(NO_INTERVAL, typed.location, message, hint, instead=readings)
