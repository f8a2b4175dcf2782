"""The points and demands of a policy, and what calls them by number or title (FR329, FR480)."""

from collections.abc import Iterator

from frivilligrapport.collection.organisation import is_unanswered
from frivilligrapport.collection.values import Politikfil, Samling
from frivilligrapport.danish import nearest_word, normal_key
from frivilligrapport.models.leaves import Text
from frivilligrapport.models.operationalisering import OperationaliseretPunkt, Operationalisering
from frivilligrapport.models.politik import Politik
from frivilligrapport.models.rapport import Kravopfoelgning
from frivilligrapport.problems import Problem
from frivilligrapport.rules.documents.policy import UNKNOWN_POLICY, followed
from frivilligrapport.rules.rule import FolderRule, Rule, error
from frivilligrapport.rules.walk import Piece, Year, pieces

_POINTS = (
    "# fil: politik/frivillighedspolitik.yaml\ntitel: Frivillighedspolitik\npunkter:\n  - nummer: 1\n    titel: Dialog"
)
POINTS_AND_AREAS = error(
    "FR480",
    "Både punkter og fokusområder",
    "En politik er delt op i punkter eller i fokusområder med mål. Er der begge dele, ved ingen, hvad opfølgningen "
    "skal følge.",
    _POINTS + "\nfokusområder:\n  - titel: Vi vil være en åben kommune",
    _POINTS,
)


def _unknown_policies(year: Year) -> Iterator[Problem]:
    for piece in year.in_documents(Operationalisering):
        typed = piece.group.politik
        if typed and not is_unanswered(typed) and not _policy(year, typed):
            better = nearest_word(typed, [one.id for one in year.samling.politikker])
            message = f"Politikken »{typed}« er ikke i mappen politik."
            yield _problem(piece, typed, message, better, "Læg politikkens fil i mappen politik, og skriv filens navn")


def _unknown_points(year: Year) -> Iterator[Problem]:
    for plan in year.in_documents(Operationalisering):
        policy = _policy(year, plan.group.politik) if plan.group.politik else None
        names = _point_names(policy.politik if policy else None)
        for piece in pieces(plan.delivery, OperationaliseretPunkt):
            typed = piece.group.punkt
            if names and not is_unanswered(typed) and typed.key not in {normal_key(name) for name in names}:
                message = f"Politikken har intet punkt »{typed}«."
                yield _problem(piece, typed, message, nearest_word(typed, names), "Skriv punktets nummer eller titel")


def _unknown_demands(year: Year) -> Iterator[Problem]:
    policy = followed(year)
    demands = policy.politik.krav if policy and policy.politik else ()
    numbers = [str(number) for number in range(1, len(demands) + 1)]
    for piece in year.pieces(Kravopfoelgning):
        typed = piece.group.krav
        if policy and policy.politik and not is_unanswered(typed) and typed.rstrip(".") not in numbers:
            message = f"Politikken har intet krav nummer »{typed}«. Den har {len(numbers)}."
            yield _problem(piece, typed, message, None, "Skriv kravets nummer, talt fra 1")


def _problem(
    piece: Piece[Operationalisering] | Piece[OperationaliseretPunkt] | Piece[Kravopfoelgning],
    typed: Text,
    message: str,
    better: str | None,
    otherwise: str,
) -> Problem:
    message = f"{message} Mente du »{better}«?" if better else message
    hint, instead = (f"Skriv {better}", (better,)) if better else (otherwise, ())
    return piece.problem(UNKNOWN_POLICY, typed.location, message, hint, instead=instead)


def _policy(year: Year, name: Text) -> Politikfil | None:
    return next((one for one in year.samling.politikker if normal_key(one.id) == name.key), None)


def _point_names(policy: Politik | None) -> list[str]:
    points = policy.points if policy else ()
    return [str(name) for point in points for name in (point.nummer, point.titel) if name]


def _points_and_areas(samling: Samling) -> Iterator[Problem]:
    for one in samling.politikker:
        if one.politik and one.politik.punkter and one.politik.fokusomraader:
            message = "Politikken har både punkter og fokusområder."
            hint = "Behold den ene liste, og flyt det fra den anden ind i den."
            yield Problem(one.politik.place_of("fokusomraader"), POINTS_AND_AREAS, message, hint, one.id)


POLICY_POINT_RULES = (
    Rule(UNKNOWN_POLICY, _unknown_policies, needs_folder=True),
    Rule(UNKNOWN_POLICY, _unknown_points, needs_folder=True),
    Rule(UNKNOWN_POLICY, _unknown_demands, needs_folder=True),
)
POLICY_POINT_FOLDER_RULES = (FolderRule(POINTS_AND_AREAS, _points_and_areas),)
