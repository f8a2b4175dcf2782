"""Whether a file that is there is what we wrote before, so that a new one may take its place without a manifest."""

import io
import json
import re
import zipfile

_TITLE = re.compile(rb"<dc:title>(.*?)</dc:title>", re.DOTALL)
_PAGE_TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL)


def is_remade(there: bytes, made: bytes) -> bool:
    """Tell whether what is there is the same thing as what was made, if with other figures.

    A workbook, a page and a PDF have the same title, JSON the same first fields, a table or a text the same first line.
    """
    return there == made or (_head(there) == _head(made) is not None)


def _head(data: bytes) -> object:
    if data.startswith(b"PK"):
        return _title(data)
    if data.lstrip().startswith(b"{"):
        try:
            return [*json.loads(data)][:2]
        except (ValueError, RecursionError):
            return None
    found = (_TITLE if data.startswith(b"%PDF") else _PAGE_TITLE).search(data) if data[:1] in {b"%", b"<"} else None
    if found:
        return found[1]
    return data.partition(b"\n")[0].rstrip(b"\r") or None


def _title(data: bytes) -> bytes | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            found = _TITLE.search(book.read("docProps/core.xml"))
    except (OSError, KeyError, zipfile.BadZipFile):
        return None
    return found[1] if found else None
