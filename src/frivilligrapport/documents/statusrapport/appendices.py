"""Appendices: those that are there, and why the others are not."""

from dataclasses import dataclass

from frivilligrapport.documents.report_data import Material
from frivilligrapport.models.rapport import Bilag


@dataclass(frozen=True, slots=True)
class Bilagsafsnit:
    """An appendix: its Markdown, or in its place `besked`."""

    id: str
    titel: str
    tekst: str
    besked: str


def appendices(material: Material) -> tuple[Bilagsafsnit, ...]:
    """Give the appendices in the order of rapport.yaml."""
    return tuple(_appendix(material, number, one) for number, one in enumerate(material.rapport.bilag, start=1))


def _appendix(material: Material, number: int, bilag: Bilag) -> Bilagsafsnit:
    text = material.text(None, bilag.fil)
    title = f"Bilag {bilag.nummer}: {bilag.titel}"
    return Bilagsafsnit(f"bilag-{number}", title, text, "" if text else _message(material, bilag))


def _message(material: Material, bilag: Bilag) -> str:
    if bilag.fil and bilag.fil in material.grundlag.aargang.files:
        return f"Bilaget ligger for sig selv i filen {bilag.fil}."
    why = " ".join(bilag.mangler.split()) if bilag.mangler else "Årsagen er ikke oplyst."
    return f"Bilaget mangler. {why}"
