"""From kommune.yaml's `udseende` to the look of the documents."""

from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import genitive
from frivilligrapport.models.udseende import Farver
from frivilligrapport.rendering.look import Look, picture_address
from frivilligrapport.rules.files.logo import logo_fault


def look_of(samling: Samling) -> Look:
    """Give the municipality's look; a logo that cannot be used is left out, since a draft is made all the same."""
    kommune, logo = samling.kommune, samling.logo
    udseende = kommune.udseende if kommune else None
    if kommune is None or udseende is None:
        return Look()
    address = picture_address(logo.data, logo.ending) if logo and logo.data and not logo_fault(logo) else ""
    return Look(
        colours=_colours(udseende.farver),
        logo=address,
        logo_text=str(udseende.logo_tekst or f"{genitive(str(kommune.kommune))} logo"),
    )


def _colours(farver: Farver | None) -> dict[str, str]:
    if farver is None:
        return {}
    given = {"farve": farver.hovedfarve, "farve-lys": farver.baggrund, "farve-accent": farver.fremhaevning}
    return {name: str(colour) for name, colour in given.items() if colour}
