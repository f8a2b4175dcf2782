"""Whether a file that is there is an export that we wrote, so that a new one may take its place."""

import io
import json
import re
import zipfile

_TITLE = re.compile(rb"<dc:title>(.*?)</dc:title>", re.DOTALL)


def is_remade(there: bytes, made: bytes) -> bool:
    """Tell whether what is there is the same export as what was made, if with other figures.

    A workbook has the same title, JSON the same first field, and a table or a text the same first line.
    """
    return there == made or (bool(there) and _head(there) == _head(made))


def _head(data: bytes) -> object:
    if data.startswith(b"PK"):
        return _title(data)
    if data.lstrip().startswith(b"{"):
        try:
            return [*json.loads(data)][:2]
        except ValueError:
            return None
    return data.partition(b"\n")[0].rstrip(b"\r")


def _title(data: bytes) -> bytes | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            found = _TITLE.search(book.read("docProps/core.xml"))
    except (OSError, KeyError, zipfile.BadZipFile):
        return None
    return found[1] if found else None
