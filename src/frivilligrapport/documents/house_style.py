"""The municipality's own colours and logo, from `udseende` in kommune.yaml."""

from frivilligrapport.collection.values import Samling
from frivilligrapport.danish import genitive
from frivilligrapport.models.udseende import Farver
from frivilligrapport.rendering.picture_address import picture_address
from frivilligrapport.rendering.templates.sources import HouseStyle
from frivilligrapport.rules.files.udseende import logo_fault


def house_style_of(samling: Samling) -> HouseStyle:
    """Give them; a logo that cannot be used is left out, since a draft is made all the same."""
    kommune, logo = samling.kommune, samling.logo
    udseende = kommune.udseende
    if udseende is None:
        return HouseStyle()
    address = picture_address(logo.data, logo.ending) if logo and logo.data and not logo_fault(logo) else ""
    return HouseStyle(
        colours=_colours(udseende.farver),
        logo=address,
        logo_text=str(udseende.logo_tekst or f"{genitive(str(kommune.kommune))} logo"),
    )


def _colours(farver: Farver | None) -> dict[str, str]:
    if farver is None:
        return {}
    given = {"farve": farver.hovedfarve, "farve-lys": farver.baggrund, "farve-accent": farver.fremhaevning}
    return {name: str(colour) for name, colour in given.items() if colour}
