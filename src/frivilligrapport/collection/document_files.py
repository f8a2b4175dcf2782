"""The other documents of a year's folder: what each is by its name, and the model that it is read as."""

import re

from frivilligrapport.models.arbejdsprogram import Arbejdsprogram
from frivilligrapport.models.base import Felter
from frivilligrapport.models.foelgenotat import Foelgenotat
from frivilligrapport.models.operationalisering import Operationalisering

# The name without its ending; what stands after the hyphen is the id of a forvaltning.
DOCUMENT_FILES: tuple[tuple[re.Pattern[str], type[Felter]], ...] = (
    (re.compile(r"foelgenotat"), Foelgenotat),
    (re.compile(r"arbejdsprogram"), Arbejdsprogram),
    (re.compile(r"operationalisering-(?P<forvaltning>[a-z0-9-]+)"), Operationalisering),
)


def document_model(name: str) -> type[Felter] | None:
    """Give the model of a file by its name, such as `foelgenotat.yaml`; None when it is no such document."""
    stem = name.removesuffix(".yaml")
    if stem == name:
        return None
    return next((model for pattern, model in DOCUMENT_FILES if pattern.fullmatch(stem)), None)
