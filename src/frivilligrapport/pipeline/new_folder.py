"""From a municipality's name to the files of its new work folder."""

from frivilligrapport.collection.folder import INDBERETNINGER, KOMMUNE, POLITIK, RAPPORT
from frivilligrapport.documents.new_folder.files import Founding, Unit, editor_files, policy, readme, register, report
from frivilligrapport.models.schema.schema_file import FOLDER, schema_files

__all__ = ["EMPTY_FOLDERS", "Founding", "Unit", "found"]

_README = "LÆSMIG.md"
EMPTY_FOLDERS = ("skabeloner",)


def found(founding: Founding) -> dict[str, bytes]:
    """Make the files of a new work folder, by their path in it with `/`; they are valid at once."""
    own = {
        KOMMUNE: register(founding),
        f"{founding.aar}/{RAPPORT}": report(founding),
        f"{POLITIK}/frivillighedspolitik.yaml": policy(founding),
    }
    own |= {f"{FOLDER}/{name}": data for name, data in schema_files().items()}
    return {
        _README: readme(founding),
        **{f"{INDBERETNINGER}/{name}": data for name, data in own.items()},
        **editor_files(),
    }
