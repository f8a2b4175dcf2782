"""What a type of file is: its name, the model that it is read as, and where its files lie."""

import re
from typing import NamedTuple

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
