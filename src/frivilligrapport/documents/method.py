"""How the figures are made: the rules in plain words, with the year's own settings."""

from dataclasses import dataclass
from fractions import Fraction

from frivilligrapport.counting.figure import Part
from frivilligrapport.counting.reporting import margin_of
from frivilligrapport.danish import format_percent
from frivilligrapport.documents.material import Material


@dataclass(frozen=True, slots=True)
class Forklaring:
    """A titled list of plain sentences."""

    id: str
    titel: str
    punkter: tuple[str, ...]


def explanations(material: Material) -> tuple[Forklaring, ...]:
    """Explain counting, careful words and time (number grammar, sections 1 and 3)."""
    return (
        Forklaring("metode-lagt-sammen", "Sådan er tallene lagt sammen", _adding(material)),
        Forklaring("metode-ord", "Ca., over, op mod og mange", _careful_words(margin_of(material.grundlag.aargang))),
        Forklaring("metode-tid", "Hvornår tallene gælder", _time(material)),
    )


def _adding(material: Material) -> tuple[str, ...]:
    network = material.scope.network
    beside = f" {material.title(network)} er ikke en forvaltning og nævnes ved siden af." if network else ""
    return (
        "Hvert tal står, som det er skrevet i forvaltningens fil. Intet er rettet, gættet eller hentet fra teksten.",
        "Kun tal i samme enhed lægges sammen. Det, der er gennemført, og det, der kommer, holdes hver for sig.",
        "Det, der hører til en anden indsats, er talt med i den. En delmængde af et tal lægges aldrig til.",
        "En indsats, som flere indberetter, tæller én gang, hos den forvaltning, der er aftalt.",
        f"Dækningen siger, hvor mange forvaltninger et tal kommer fra.{beside}",
        "Frivillige er registreringer og ikke hoveder: Den samme person kan være talt med i flere indsatser.",
        "Antallet af registrerede indsatser er noget andet end de tal, de oplyser. De to lægges aldrig sammen.",
    )


def _careful_words(margin: Fraction) -> tuple[str, ...]:
    percent = format_percent(int(margin * 100)) if (margin * 100).denominator == 1 else f"{margin}"
    return (
        f"»Ca.« er regnet som plus eller minus {percent}, rundet udad. På siden står der stadig ca.",
        f"»Knap«, »næsten« og »godt« er regnet som op til {percent} under eller over.",
        "»Over 100« er mindst 101 og har ingen øvre grænse. »Op mod 10.000« har ingen nedre grænse og er derfor fra 0.",
        "»Mange«, »flere« og »en række« er et ubestemt antal. De gør et samlet tal til »mindst«.",
        "»Uoplyst« er ikke 0. Det lægger intet til det samlede tal, men gør dækningen mindre.",
        "Et samlet tal er aldrig skarpere end det mindst skarpe af de tal, det er lagt sammen af.",
    )


def _time(material: Material) -> tuple[str, ...]:
    rows = [row for row in material.figures.rows if row.part is Part.ANTAL]
    dated = sum(bool(row.opgjort) and row.opgjort != "uoplyst" for row in rows)
    counted_how = sum(bool(row.metode) for row in rows)
    return (
        f"Gennemført er det, der er afholdt, i gang, i drift eller etableret i {material.aar}.",
        f"En indsats, hvis periode ikke er oplyst, regnes for at være fra {material.aar}.",
        "Kommende er det, der er på vej eller planlagt, uanset hvornår det sker.",
        f"Et tal gælder for indsatsens periode. Dagen, det er gjort op, er oplyst for {dated} af {len(rows)} tal.",
        f"Hvordan et tal er fundet (optælling, skøn eller andet), er oplyst for {counted_how} af {len(rows)} tal.",
    )
