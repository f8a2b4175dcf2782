"""Policies: what calls them and their points by name, their dates, and reports in the series (FR329 to FR480)."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Any

from frivilligrapport.collection.values import Politikfil, Samling
from frivilligrapport.danish import Guesses, date_as_text, nearest_word, normal_key, weekday_name
from frivilligrapport.grammar.period import Period, PeriodKind
from frivilligrapport.models.dokumentfiler.operationalisering import OperationaliseretPunkt, Operationalisering
from frivilligrapport.models.fields.leaves import Henvisning
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.lister import is_unanswered
from frivilligrapport.models.rapport import Kravopfoelgning, Rapport
from frivilligrapport.models.statusfil import Politikopfoelgning
from frivilligrapport.problems import Problem, error, warning
from frivilligrapport.rules.delivery import FilePiece
from frivilligrapport.rules.rule import folder_rule, rule
from frivilligrapport.rules.year import Year

_POLICY = "# fil: politik/frivillighedspolitik.yaml\ntitel: Frivillighedspolitik\nvedtaget: {}\ngyldig: 2011-2014\n"
_FOLLOWS = "# fil: 2014/rapport.yaml\npolitik: {}\n" + _POLICY.format("2011-01-27")
_NUMBER = _FOLLOWS.format("frivillighedspolitik\nnummer_i_rækken: {}")
UNKNOWN_POLICY = error(
    "FR329",
    "Politikken eller punktet kendes ikke",
    "En politik er en fil i mappen politik og kaldes ved filens navn uden .yaml. Et punkt kaldes ved sit nummer "
    "eller sin titel, og et mål ved sit nummer, fx 3.2.",
    _FOLLOWS.format("frivilligpolitik"),
    _FOLLOWS.format("frivillighedspolitik"),
)
ADOPTED_LATE = warning(
    "FR361",
    "Politikken er vedtaget, efter at den begyndte at gælde",
    "En politik bliver som regel vedtaget før sin periode eller i dens første år. Ligger datoen senere, er den tit "
    "skrevet forkert.",
    _POLICY.format("2012-08-25"),
    _POLICY.format("2011-08-25"),
)
TOO_MANY_REPORTS = warning(
    "FR362",
    "Rapportens nummer passer ikke med politikkens alder",
    "Med én rapport om året kan der ikke være flere rapporter, end der er gået år.",
    _NUMBER.format("5"),
    _NUMBER.format("4"),
)
_DIALOGUE = "punkter:\n  - nummer: 1\n    titel: Dialog"
_POINTS = _POLICY.format("2011-01-27") + _DIALOGUE
NOT_DATED = warning(
    "FR487",
    "Politikken har ingen dato",
    "Uden den dag, politikken er vedtaget, kan ingen se, hvilken politik arbejdet bliver holdt op imod, og om den "
    "stadig gælder.",
    _POLICY.format("uoplyst") + _DIALOGUE,
    _POINTS,
)
POINTS_AND_AREAS = error(
    "FR480",
    "Både punkter og fokusområder",
    "En politik er delt op i punkter eller i fokusområder med mål. Er der begge dele, ved ingen, hvad opfølgningen "
    "skal følge.",
    _POINTS + "\nfokusområder:\n  - titel: Vi vil være en åben kommune",
    _POINTS,
)


# What names something of a policy: where, the name, what it is, and the policy.
_Naming = tuple[FilePiece[Any], Henvisning, str, Politikfil | None]
_POINT, _GOAL = "punkt", "mål"
_NAMED_BY = {_POINT: "Skriv punktets nummer eller titel", _GOAL: "Skriv målets nummer, fx 3.2"}


@rule(UNKNOWN_POLICY, needs_folder=True)
def _unknown_policies(year: Year) -> Iterator[Problem]:
    named: Iterable[FilePiece[Rapport] | FilePiece[Operationalisering]]
    named = chain(year.pieces(Rapport), year.in_documents(Operationalisering))
    for piece in named:
        typed = piece.group.politik
        if typed and not is_unanswered(typed) and not year.samling.politikfil(typed):
            better = nearest_word(typed, [one.id for one in year.samling.politikker])
            message = f"Politikken »{typed}« er ikke i mappen politik."
            hint = "Læg politikkens fil i mappen politik, og skriv filens navn"
            yield piece.unknown(UNKNOWN_POLICY, typed.location, message, better, hint)


@rule(UNKNOWN_POLICY, needs_folder=True)
def _unknown_points(year: Year) -> Iterator[Problem]:
    followed = _followed(year)
    named: Iterable[_Naming] = chain(
        ((piece, piece.group.punkt, _POINT, followed) for piece in year.pieces(Politikopfoelgning)),
        ((piece, goal, _GOAL, followed) for piece in year.pieces(Indsats) for goal in piece.group.maal),
        (
            (piece, piece.group.punkt, _POINT, year.samling.politikfil(plan.group.politik))
            for plan in year.in_documents(Operationalisering)
            for piece in plan.delivery.pieces(OperationaliseretPunkt)
        ),
    )
    asked: dict[tuple[str, str], tuple[frozenset[str], Guesses]] = {}
    for piece, typed, what, policy in named:
        own = policy.politik.points if policy and policy.politik else ()
        name = policy.id if policy else ""
        if (name, what) not in asked:
            goals = [name for point in own for name, _ in point.goals if name]
            names = goals if what == _GOAL else [name for point in own for name in point.names]
            asked[name, what] = frozenset(map(normal_key, names)), Guesses(names)
        known, guesses = asked[name, what]
        if own and not is_unanswered(typed) and typed.key not in known:
            # Any other number is as near as the next.
            better = guesses.nearest(typed) if any(sign.isalpha() for sign in typed) else None
            message = f"Politikken har intet {what} »{typed}«."
            yield piece.unknown(UNKNOWN_POLICY, typed.location, message, better, _NAMED_BY[what])


@rule(UNKNOWN_POLICY, needs_folder=True)
def _unknown_demands(year: Year) -> Iterator[Problem]:
    policy = _followed(year)
    count = len(policy.politik.krav) if policy and policy.politik else 0
    numbers = [str(number) for number in range(1, count + 1)]
    for piece in year.pieces(Kravopfoelgning):
        typed = piece.group.krav
        if policy and policy.politik and not is_unanswered(typed) and typed.rstrip(".") not in numbers:
            message = f"Politikken har intet krav nummer »{typed}«. Den har {count}."
            yield piece.problem(UNKNOWN_POLICY, typed.location, message, "Skriv kravets nummer, talt fra 1")


def _followed(year: Year) -> Politikfil | None:
    """Give the policy that the year's report names, None when it names none that is there."""
    return year.samling.politikfil(year.aargang.rapport.politik if year.aargang.rapport else None)


@folder_rule(ADOPTED_LATE)
def _adopted_late(samling: Samling) -> Iterator[Problem]:
    for one in samling.politikker:
        adopted, valid = _dates(one)
        if one.politik and one.politik.vedtaget and adopted and valid and adopted.year > valid.year:
            typed = one.politik.vedtaget
            message = f"Politikken gælder fra {valid.year}, men vedtagelsen er dateret {_day(typed.period, adopted)}."
            yield Problem(typed.location, ADOPTED_LATE, message, "Se efter, om årstallet er rigtigt.", one.id)


def _day(period: Period, first: date) -> str:
    """Name the weekday of a date, since a council that meets on Thursdays adopts nothing on a Saturday."""
    if period.kind is not PeriodKind.DATE:
        return period.text()
    return f"{weekday_name(first)} den {date_as_text(first)}"


def _dates(one: Politikfil) -> tuple[date | None, date | None]:
    """Give the first days of adoption and of validity, as far as they are known."""
    policy = one.politik
    adopted = policy.vedtaget.period.start if policy and policy.vedtaget else None
    valid = policy.gyldig.period.start if policy and policy.gyldig else None
    return adopted, valid


@rule(TOO_MANY_REPORTS, needs_folder=True)
def _too_many(year: Year) -> Iterator[Problem]:
    policy = _followed(year)
    # An adoption date after the beginning is told of by its own finding; the beginning is then the surer of the two.
    known = [day for day in _dates(policy) if day] if policy else []
    for piece in year.pieces(Rapport):
        typed = piece.group.nummer_i_raekken
        if typed and typed.isdecimal() and known:
            begun = min(known).year
            possible = year.aargang.aar - begun + 1
            if int(typed) > possible:
                message = f"Rapporten er nummer {typed}, men der kan højst være {possible} siden {begun}."
                hint = "Ret nummeret, eller ret politikkens datoer"
                yield piece.problem(TOO_MANY_REPORTS, typed.location, message, hint)


@folder_rule(NOT_DATED)
def _not_dated(samling: Samling) -> Iterator[Problem]:
    for one in samling.politikker:
        policy = one.politik
        typed = policy.vedtaget if policy else None
        if policy and policy.points and (typed is None or not typed.period.is_known):
            place = typed.location if typed else policy.titel.location
            message = "Politikken siger ikke, hvornår den er vedtaget."
            hint = "Skriv vedtaget: og dagen for kommunalbestyrelsens beslutning. Den står i mødets referat."
            yield Problem(place, NOT_DATED, message, hint, one.id)


@folder_rule(POINTS_AND_AREAS)
def _points_and_areas(samling: Samling) -> Iterator[Problem]:
    for one in samling.politikker:
        if one.politik and one.politik.punkter and one.politik.fokusomraader:
            message = "Politikken har både punkter og fokusområder."
            hint = "Behold den ene liste, og flyt det fra den anden ind i den."
            yield Problem(one.politik.place_of("fokusomraader"), POINTS_AND_AREAS, message, hint, one.id)
