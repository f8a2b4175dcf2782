"""`build --archive`: the package beside the documents."""

from collections.abc import Mapping

from frivilligrapport.cli.building import Place
from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.collection.templates import template_files
from frivilligrapport.pipeline.building import FORMATS
from frivilligrapport.pipeline.manifest import Manifest


def refuse(place: Place, *, wanted: bool, check: bool) -> None:
    """Refuse a package of less than an edition. Raises WrongUse."""
    if not wanted:
        return
    if check:
        raise WrongUse("--check og --archive kan ikke bruges sammen.", "Kør først det ene og så det andet.")
    if place.order.draft:
        raise WrongUse("Et udkast kan ikke arkiveres.", "Byg uden --draft, når alt er på plads.")
    if place.order.document or set(place.order.formats) != set(FORMATS):
        hint = "Skriv frivilligrapport build --archive uden --document og --format."
        raise WrongUse("Arkivet skal have hele udgivelsen med.", hint)


def packed(place: Place, made: Mapping[str, bytes], manifest: Manifest) -> dict[str, bytes]:
    """Give the package by its file's name."""
    from frivilligrapport.pipeline.archiving import archive

    data = archive(place.samling, place.aargang, made, manifest, template_files(place.root))
    return {f"arkiv-{place.aargang.aar}.zip": data}
