"""Paths that people type, read as paths below the year's folder."""

import re
from posixpath import normpath


def inside(typed: str) -> str | None:
    """Give a typed path with `/`, relative to the year's folder; None when it leads out of it.

    Backslashes are read as `/`, since that is what Windows shows.
    """
    path = normpath(typed.strip().replace("\\", "/"))
    leads_out = path.startswith(("/", "../")) or path in {".", ".."} or re.match(r"[A-Za-z]:", path)
    return None if leads_out else path
