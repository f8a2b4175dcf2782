"""The four points of the short edition: no more of them, and none longer, than its two pages hold (FR357)."""

from collections.abc import Iterator

from frivilligrapport.models.rapport import MOST_POINTS, MOST_SIGNS, Punkt, Rapport
from frivilligrapport.problems import Problem, warning
from frivilligrapport.rules.rule import rule
from frivilligrapport.rules.year import Year

_POINT = "  - titel: Flere hjælper til\n    tekst: Mange har hjulpet.\n"
_FILE = "# fil: 2014/rapport.yaml\nkort:\n"
TOO_MUCH = warning(
    "FR357",
    "Der er for meget til den korte udgave",
    "Den korte udgave har plads til fire punkter, hver med ét stykke tekst på højst 330 tegn. Det, der er derudover, "
    "kommer ikke med.",
    _FILE + _POINT * 5,
    _FILE + _POINT * 4,
)


@rule(TOO_MUCH)
def _too_much(year: Year) -> Iterator[Problem]:
    for delivery in year.deliveries:
        wanted = {id(one) for one in delivery.root.kort} if isinstance(delivery.root, Rapport) else ()
        pieces = [piece for piece in delivery.pieces(Punkt) if id(piece.group) in wanted] if wanted else []
        for piece in pieces[:MOST_POINTS]:
            text = piece.group.tekst
            if len(" ".join(text.split())) > MOST_SIGNS or "\n\n" in text.strip():
                message = f"Punktet »{piece.group.titel}« er for langt til den korte udgave."
                hint = f"Skriv ét stykke på højst {MOST_SIGNS} tegn"
                yield piece.problem(TOO_MUCH, text.location, message, hint)
        for piece in pieces[MOST_POINTS : MOST_POINTS + 1]:
            message = f"Der er {len(wanted)} punkter under »kort«, og den korte udgave viser de første {MOST_POINTS}."
            yield piece.problem(TOO_MUCH, piece.group.titel.location, message, f"Vælg højst {MOST_POINTS} punkter")
