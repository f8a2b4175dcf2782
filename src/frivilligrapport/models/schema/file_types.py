"""The file types that get a schema, and the line that leads an editor to it."""

from collections.abc import Mapping
from types import MappingProxyType

from frivilligrapport.models.arbejdsprogram import Arbejdsprogram
from frivilligrapport.models.base import Felter
from frivilligrapport.models.foelgenotat import Foelgenotat
from frivilligrapport.models.kommune import Kommune
from frivilligrapport.models.operationalisering import Operationalisering
from frivilligrapport.models.politik import Politik
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.models.statusfil import Statusfil

FOLDER = "skema"  # below indberetninger/
# A new file type gets its schema by a line here; a test then asks for the texts of its fields.
FILE_TYPES: Mapping[str, type[Felter]] = MappingProxyType(
    {
        "statusfil": Statusfil,
        "rapport": Rapport,
        "kommune": Kommune,
        "politik": Politik,
        "foelgenotat": Foelgenotat,
        "arbejdsprogram": Arbejdsprogram,
        "operationalisering": Operationalisering,
    }
)


def file_name(file_type: str) -> str:
    """Give the name of a file type's schema: "statusfil.schema.json"."""
    return f"{file_type}.schema.json"


def modeline(file_type: str, depth: int = 1) -> str:
    """Give the first line of a file, without its line end, by which VS Code's YAML extension finds the schema.

    `depth` is how many folders below indberetninger/ the file lies: 1 for a status file, 0 for kommune.yaml.
    """
    return f"# yaml-language-server: $schema={'../' * depth}{FOLDER}/{file_name(file_type)}"
