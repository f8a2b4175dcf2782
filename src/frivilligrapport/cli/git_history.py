"""When a line of the work folder was last changed, asked of git."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from frivilligrapport.cli.git import ask_git
from frivilligrapport.danish import date_as_text
from frivilligrapport.problems import Location

UNSAVED = "Linjen er ændret, siden der sidst blev gemt i git."
NO_GIT = "Mappen er ikke i git, så her kan ikke ses, hvornår linjerne er ændret."
_HEAD = re.compile(r"(?P<commit>[0-9a-f]{40,64}) ")
_TIME = re.compile(r"^author-time (?P<seconds>-?[0-9]+)$", re.MULTILINE)
_ZONE = re.compile(r"^author-tz (?P<sign>[+-])(?P<hours>[0-9]{2})(?P<minutes>[0-9]{2})$", re.MULTILINE)
_SHORT = 7


def changes(root: Path, places: Iterable[Location]) -> tuple[dict[Location, str], str]:
    """Say of each line when it was last changed, in a sentence, and give a note for all of them.

    Never who changed it. Outside a git work tree there are no sentences and the note says so; on a machine without git
    there is neither.
    """
    kind = ask_git(root, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository")
    if kind is None:
        return {}, ""
    answers = kind.split()
    if answers[:1] != ["true"]:
        return {}, NO_GIT
    is_cut = answers[1:] == ["true"]
    return {place: _change(root, place, is_cut=is_cut) for place in places}, ""


def _change(root: Path, place: Location, *, is_cut: bool) -> str:
    line = f"{place.line},{place.line}"
    told = ask_git(root, "blame", "--porcelain", "-L", line, "--", place.file) or ""
    head, time, zone = _HEAD.match(told), _TIME.search(told), _ZONE.search(told)
    if not (head and time and zone) or not head["commit"].strip("0"):
        return UNSAVED
    ahead = timedelta(hours=int(zone["hours"]), minutes=int(zone["minutes"])) * (-1 if zone["sign"] == "-" else 1)
    day = date_as_text((datetime.fromtimestamp(int(time["seconds"]), UTC) + ahead).date())
    # The history of a copy may be cut off; what came before then all looks like its first commit.
    when = "ændret senest" if is_cut and "\nboundary\n" in told else "sidst ændret"
    return f"Linjen er {when} {day} (commit {head['commit'][:_SHORT]})."
