"""Work folders in git."""

import os
import subprocess
from pathlib import Path

_NOBODYS = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
_WHO = {f"GIT_{role}_{what}": "Inger Nordmand" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


def git(folder: Path, *words: str, **environment: str) -> str:
    """Run git in a folder, as someone with a name and nobody's own settings; give what it prints."""
    env = os.environ | _NOBODYS | _WHO | environment
    done = subprocess.run(["git", *words], cwd=folder, env=env, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


def save(folder: Path, written: str, committed: str | None = None) -> str:
    """Put everything into git, written and committed at the times given (ISO 8601); give the commit's digits."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    when = {"GIT_AUTHOR_DATE": written, "GIT_COMMITTER_DATE": committed or written}
    git(folder, "commit", "--quiet", "--message", "Indberetninger", **when)
    return git(folder, "rev-parse", "HEAD")


def shallow_copy(folder: Path, copy: Path) -> Path:
    """Clone a repository without the older commits."""
    git(folder, "clone", "--quiet", "--depth", "1", folder.as_uri(), str(copy))
    return copy
