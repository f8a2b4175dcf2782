"""The policy that a report follows, and the report's number in the series (FR329, FR361, FR362)."""

from collections.abc import Iterator
from datetime import date

from frivilligrapport.collection.organisation import is_unanswered
from frivilligrapport.collection.values import Politikfil, Samling
from frivilligrapport.danish import date_as_text, nearest_word, normal_key, weekday_name
from frivilligrapport.grammar.period import Period, PeriodKind
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.models.statusfil import Politikopfoelgning
from frivilligrapport.problems import Problem
from frivilligrapport.rules.rule import FolderRule, Rule, error, warning
from frivilligrapport.rules.walk import Year

_POLICY = "# fil: politik/frivillighedspolitik.yaml\ntitel: Frivillighedspolitik\nvedtaget: {}\ngyldig: 2011-2014\n"
_FOLLOWS = "# fil: 2014/rapport.yaml\npolitik: {}\n" + _POLICY.format("2011-01-27")
_NUMBER = _FOLLOWS.format("frivillighedspolitik\nnummer_i_rækken: {}")
UNKNOWN_POLICY = error(
    "FR329",
    "Politikken eller punktet kendes ikke",
    "En politik er en fil i mappen politik og kaldes ved filens navn uden .yaml. Et punkt kaldes ved sit nummer "
    "eller sin titel.",
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


def followed(year: Year) -> Politikfil | None:
    """Give the policy that the year's report names, None when it names none that is there."""
    wanted = year.aargang.rapport.politik if year.aargang.rapport else None
    return next((one for one in year.samling.politikker if wanted and normal_key(one.id) == wanted.key), None)


def _unknown(year: Year) -> Iterator[Problem]:
    policy = followed(year)
    for piece in year.pieces(Rapport):
        typed = piece.group.politik
        if typed and not policy and not is_unanswered(typed):
            better = nearest_word(typed, [one.id for one in year.samling.politikker])
            message = f"Politikken »{typed}« er ikke i mappen politik."
            message = f"{message} Mente du »{better}«?" if better else message
            hint = f"Skriv {better}" if better else "Læg politikkens fil i mappen politik, og skriv filens navn"
            instead = (better,) if better else ()
            yield piece.problem(UNKNOWN_POLICY, typed.location, message, hint, instead=instead)
    points = policy.politik.points if policy and policy.politik else ()
    names = [str(name) for point in points for name in (point.nummer, point.titel) if name]
    for follow in year.pieces(Politikopfoelgning):
        typed = follow.group.punkt
        if names and not is_unanswered(typed) and typed.key not in {normal_key(name) for name in names}:
            better = nearest_word(typed, names)
            message = f"Politikken har intet punkt »{typed}«."
            message = f"{message} Mente du »{better}«?" if better else message
            hint = f"Skriv {better}" if better else "Skriv punktets nummer eller titel"
            instead = (better,) if better else ()
            yield follow.problem(UNKNOWN_POLICY, typed.location, message, hint, instead=instead)


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


def _too_many(year: Year) -> Iterator[Problem]:
    policy = followed(year)
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


POLICY_RULES = (
    Rule(UNKNOWN_POLICY, _unknown, needs_folder=True),
    Rule(TOO_MANY_REPORTS, _too_many, needs_folder=True),
)
POLICY_FOLDER_RULES = (FolderRule(ADOPTED_LATE, _adopted_late),)
