"""What a type of file is, and every type there is: each is declared beside its model, here or in `dokumentfiler`."""

import re
from functools import cache
from typing import NamedTuple

from frivilligrapport import models
from frivilligrapport.fast_start import modules_of
from frivilligrapport.models import dokumentfiler
from frivilligrapport.models.fields.base import Felter


class FileType(NamedTuple):
    """Declare a type of file. `title` and `text` say in Danish what it is.

    `document` is a pattern for the name, without its ending, of a document in a year's folder; a group called
    `forvaltning` is the id of the one it belongs to. It is "" for the files that the program knows by their place.
    With `quotes_figures` its texts may ask for figures by their ids.
    """

    name: str
    model: type[Felter]
    title: str
    text: str
    document: str = ""
    quotes_figures: bool = False

    def is_named(self, name: str) -> bool:
        """Tell whether a file in a year's folder, such as `foelgenotat.yaml`, is a document of this type."""
        stem = name.removesuffix(".yaml")
        return bool(self.document) and stem != name and re.fullmatch(self.document, stem) is not None


@cache
def file_types() -> tuple[FileType, ...]:
    """Give the types of files, by name."""
    found = (getattr(one, "FILTYPE", None) for room in (models, dokumentfiler) for one in modules_of(room))
    return tuple(sorted((one for one in found if one), key=lambda one: one.name))


def document_type_of(name: str) -> FileType | None:
    """Give the type of a document in a year's folder by its name; None when it is no such document."""
    return next((one for one in file_types() if one.is_named(name)), None)
