"""Ids and names: used twice, pointing at nothing, or belonging to themselves (FR321, FR322, FR323, FR328, FR378)."""

from collections import Counter
from collections.abc import Iterator

from frivilligrapport.collection.organisation import indsats_reference
from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import quote, slug_of
from frivilligrapport.figures.families import rings
from frivilligrapport.models.dokumentfiler.loefte import Loefte
from frivilligrapport.models.fields.base import Felter
from frivilligrapport.models.fields.leaves import Text
from frivilligrapport.models.indsats import Indsats
from frivilligrapport.models.lister import is_unanswered
from frivilligrapport.models.rapport import Forudsaetning, NetvaerksIndsats
from frivilligrapport.models.statusfil import Afsnit, Historie, Perspektiver, Politikopfoelgning
from frivilligrapport.problems import INDSATS, Problem, error, warning
from frivilligrapport.reading.tree import MappingNode, ScalarNode, SequenceNode, TreeNode
from frivilligrapport.rules.delivery import Delivery, FilePiece, did_you_mean
from frivilligrapport.rules.references import Ids, in_list
from frivilligrapport.rules.rule import rule
from frivilligrapport.rules.year import Year

_TWO = INDSATS + "  - id: {}\n    navn: Kursusgange\n    tilstand: afholdt"
DUPLICATE_ID = error(
    "FR321",
    "Samme id to gange",
    "Et id peger på én indsats, også fra andre steder i filen og fra næste års fil. Står det to gange, kan ingen "
    "vide, hvilken der er ment.",
    _TWO.format("smag-verden"),
    _TWO.format("kursusgange"),
)
SAME_NAME = warning(
    "FR378",
    "To indsatser i samme fil med samme navn og art",
    "Står den samme indsats to gange i en fil, tæller den to gange, også med hver sit id. Er det to forskellige, "
    "så skal læseren kunne se forskel på dem: giv dem hvert sit navn, eller skriv, hvornår eller hvor de fandt sted. "
    "Kan de ikke skilles ad sådan, så skriv den ene i »ikke_samme_som« hos den anden med en grund.",
    INDSATS + "  - id: smag-verden-2\n    navn: Smag Verden\n    tilstand: afholdt",
    INDSATS + "  - id: smag-verden-2\n    navn: Smag Verden på Nørrebro\n    tilstand: afholdt",
)
UNKNOWN_INDSATS = error(
    "FR322",
    "Der er ingen indsats med det id",
    "En henvisning peger på en indsats i samme fil ved dens id. Peger den på ingenting, mangler der noget i rapporten.",
    INDSATS + "perspektiver:\n  tekst: Der kommer flere.\n  planer: [smag-verdn]",
    INDSATS + "perspektiver:\n  tekst: Der kommer flere.\n  planer: [smag-verden]",
)
_BELONGS = INDSATS + "    hører_til: gadefester"
CIRCULAR = error(
    "FR323",
    "hører_til går i ring",
    "»hører_til« siger, at en indsats er talt med i en anden. To indsatser kan ikke være talt med i hinanden.",
    _BELONGS + "\n  - id: gadefester\n    navn: Gadefester\n    tilstand: afholdt\n    hører_til: smag-verden",
    _BELONGS + "\n  - id: gadefester\n    navn: Gadefester\n    tilstand: afholdt",
)
_NETVAERK = (
    "# fil: 2014/rapport.yaml\nnetværk:\n  forudsætninger:\n    - id: regler\n      navn: Regler\n"
    "      tekst: Reglerne skal være kendt.\n  indsatser:\n    - id: haandbog\n      navn: Håndbog\n"
    "      tilstand: i drift\n      forudsætning: [{}]"
)
UNKNOWN_PRECONDITION = error(
    "FR328",
    "Der er ingen forudsætning med det id",
    "Netværkets indsatser knyttes til de forudsætninger, der står i samme fil, ved deres id.",
    _NETVAERK.format("regel"),
    _NETVAERK.format("regler"),
)
# What points at indsatser, in the order of a status file.
_FIELDS: dict[type[Felter], str] = {
    Afsnit: "indsatser",
    Perspektiver: "planer",
    Politikopfoelgning: "indsatser",
    Indsats: "hoerer_til",
    Historie: "indsats",
}


@rule(DUPLICATE_ID)
def _duplicates(year: Year) -> Iterator[Problem]:
    for delivery in year.handed_in:
        for found in (delivery.pieces(Indsats), delivery.pieces(Forudsaetning), delivery.pieces(Loefte)):
            lines: dict[str, int] = {}
            for piece in found:
                typed = piece.group.id
                if typed in lines and not is_unanswered(typed):
                    message = f"Id'et »{typed}« er brugt to gange. Det står også i linje {lines[typed]}."
                    yield piece.problem(
                        DUPLICATE_ID,
                        typed.location,
                        message,
                        "Slet den ene, hvis de er den samme. Er det to ting, så giv den ene et andet id",
                    )
                lines.setdefault(typed, typed.location.line)


def _copied(delivery: Delivery) -> frozenset[str]:
    """Give the ids that stand at two indsatser of a file: one of them has lost its own, which others may point at."""
    counted = Counter(str(one.id) for one in delivery.indsatser if not is_unanswered(one.id))
    return frozenset(slug for slug, count in counted.items() if count > 1)


@rule(SAME_NAME)
def _same_name(year: Year) -> Iterator[Problem]:
    for delivery in year.deliveries:
        seen: dict[tuple[str, str], list[FilePiece[Indsats]]] = {}
        for piece in delivery.pieces(Indsats):
            one = piece.group
            if is_unanswered(one.navn):
                continue
            others = seen.setdefault((one.navn.key, one.art.key if one.art else ""), [])
            # The first is enough to be asked about, so that a name that stands a hundred times is no hundred pairs.
            first = others[0].group if others else None
            is_asked = first and first.id != one.id and not _is_told_apart(first, one)
            if first and is_asked and not _is_answered(year.samling, delivery.reporter, first, one):
                message = f"Indsatsen {quote(one.navn)} står også i linje {first.navn.location.line} med samme art."
                hint = (
                    "Slet den ene, hvis de er den samme. Er det to, så giv dem hvert sit navn, eller skriv under "
                    f"ikke_samme_som: indsats: {delivery.reporter}/{first.id} og fordi"
                )
                # Where the block begins; what else is wrong with the name stands at the name.
                place = one.navn.location if is_unanswered(one.id) else one.id.location
                yield piece.problem(SAME_NAME, place, message, hint)
            others.append(piece)


def _is_told_apart(one: Indsats, other: Indsats) -> bool:
    """Tell whether two of the same name were held at different times or places, or one is counted in the other."""
    if str(one.id) == str(other.hoerer_til) or str(other.id) == str(one.hoerer_til):
        return True
    times = [piece.periode.period.text() for piece in (one, other) if piece.periode]
    places = [{name.key for name in piece.bydele} | {spot.navn.key for spot in piece.steder} for piece in (one, other)]
    return len(set(times)) > 1 or (all(places) and places[0].isdisjoint(places[1]))


def _is_answered(samling: Samling, reporter: str, one: Indsats, other: Indsats) -> bool:
    """Tell whether one of the two says that they are two."""
    return any(
        indsats_reference(samling, given.indsats) in {("", str(that.id)), (reporter, str(that.id))}
        for this, that in ((one, other), (other, one))
        for given in this.ikke_samme_som
    )


@rule(UNKNOWN_INDSATS)
def _unknown_indsatser(year: Year) -> Iterator[Problem]:
    for delivery in year.deliveries:
        pointing = [
            (piece, field, typed)
            for kind, field in _FIELDS.items()
            for piece in delivery.pieces(kind)
            for typed in _texts(getattr(piece.group, field))
        ]
        names = Ids(_ids(delivery) if pointing else {})
        for piece, field, typed in pointing:
            if names.lack(typed):
                is_list = isinstance(getattr(piece.group, field), tuple)
                several = names.several(typed) if is_list else ()
                better = names.meant(typed)
                is_itself = isinstance(piece.group, Indsats) and better == piece.group.id
                unknown = did_you_mean(
                    f"Der er ingen indsats med id'et »{typed}« i filen.",
                    None if is_itself else better,
                    "Skriv id'et på en af indsatserne",
                )
                told = in_list(piece.group, field, typed, several, unknown)
                yield piece.problem(UNKNOWN_INDSATS, typed.location, told.message, told.hint, instead=told.instead)


@rule(UNKNOWN_PRECONDITION)
def _unknown_preconditions(year: Year) -> Iterator[Problem]:
    for delivery in year.deliveries:
        found = {str(piece.group.id): str(piece.group.navn) for piece in delivery.pieces(Forudsaetning)}
        names = Ids(found)
        for piece in delivery.pieces(NetvaerksIndsats):
            for typed in piece.group.forudsaetning:
                if found and names.lack(typed):
                    message = f"Der er ingen forudsætning med id'et »{typed}«."
                    hint, better = f"Skriv {', '.join(found)}", names.meant(typed)
                    yield piece.unknown(UNKNOWN_PRECONDITION, typed.location, message, better, hint, *found)


def _texts(value: Text | tuple[Text, ...] | None) -> tuple[Text, ...]:
    return value if isinstance(value, tuple) else (value,) if value else ()


def _ids(delivery: Delivery) -> dict[str, str]:
    """Give the ids of a file's indsatser with their names; what was typed but could not be read counts too."""
    read = {str(one.id): str(one.navn) for one in delivery.indsatser if not is_unanswered(one.id)}
    copied = _copied(delivery)
    lost = (one for one in delivery.indsatser if is_unanswered(one.id) or str(one.id) in copied)
    nameless = {slug_of(one.navn): str(one.navn) for one in lost}
    return dict.fromkeys(_typed_ids(delivery.tree), "") | nameless | read


def _typed_ids(tree: TreeNode | None) -> Iterator[str]:
    """Yield the ids that stand in the file, made into what they should have been."""
    if isinstance(tree, MappingNode):
        for entry in tree.entries:
            if entry.key == "indsatser" and isinstance(entry.value, SequenceNode):
                ids = (item.get("id") for item in entry.value.items if isinstance(item, MappingNode))
                yield from (slug_of(one.value.text) for one in ids if one and isinstance(one.value, ScalarNode))
            yield from _typed_ids(entry.value)


@rule(CIRCULAR)
def _circular(year: Year) -> Iterator[Problem]:
    for delivery in year.deliveries:
        copied = _copied(delivery)
        found = {slug: piece for piece in delivery.pieces(Indsats) if (slug := str(piece.group.id)) not in copied}
        for ring in rings({name: str(piece.group.hoerer_til or "") for name, piece in found.items()}):
            yield _ring_told(found, ring)


def _ring_told(found: dict[str, FilePiece[Indsats]], ring: list[str]) -> Problem:
    first = found[ring[0]]
    typed = first.group.hoerer_til
    names = " → ".join(f"»{name}«" for name in (*ring, ring[0]))
    message, hint = f"hører_til går i ring: {names}.", "Slet hører_til ved den indsats, der omfatter de andre"
    if len(ring) == 1:
        message, hint = f"»{ring[0]}« hører til sig selv.", "Slet hører_til"
    return first.problem(CIRCULAR, typed.location if typed else first.group.location, message, hint)
