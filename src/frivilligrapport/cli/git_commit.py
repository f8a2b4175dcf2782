"""Which commit of git the work folder is at, and whether it has been changed since."""

import re
from pathlib import Path

from frivilligrapport.cli.git import ask_git
from frivilligrapport.collection.folder import INDBERETNINGER
from frivilligrapport.collection.templates import SKABELONER
from frivilligrapport.pipeline.manifest import Commit

_AT = re.compile(r"^# branch\.oid ([0-9a-f]{40,64})$", re.MULTILINE)
_STATUS = ("status", "--porcelain=v2", "--branch", "--untracked-files=all", "--ignore-submodules=all", "--")


def commit_of(root: Path) -> Commit | None:
    """Give the commit; None without git, outside a git work tree, and before the first commit.

    Only what a report is made of counts as a change: the deliveries and the folder's own templates.
    """
    told = ask_git(root, *_STATUS, INDBERETNINGER, SKABELONER) or ""
    at = _AT.search(told)
    if at is None:
        return None
    return Commit(commit=at[1], is_clean=all(line.startswith("#") for line in told.splitlines()))
