"""Every type of file that there is: each is declared beside its model, in a module of this folder."""

from functools import cache

from frivilligrapport import models
from frivilligrapport.fast_start.modules import modules_of
from frivilligrapport.models.fields.file_type import FileType


@cache
def file_types() -> tuple[FileType, ...]:
    """Give the types of files, by name."""
    found = (getattr(one, "FILTYPE", None) for one in modules_of(models))
    return tuple(sorted((one for one in found if one), key=lambda one: one.name))


def document_type_of(name: str) -> FileType | None:
    """Give the type of a document in a year's folder by its name; None when it is no such document."""
    return next((one for one in file_types() if one.is_named(name)), None)
