"""Ask git, without letting it start anything or change anything."""

import os
import subprocess
from pathlib import Path

_PATIENCE = 20.0  # seconds; a file of a hundred lines takes hundredths
# A repository's own settings must start no program, and looking must change nothing in it.
_SETTINGS = ("core.fsmonitor=false", "blame.ignoreRevsFile=", "log.showSignature=false")
_GIT = ("git", "--no-optional-locks", *(word for setting in _SETTINGS for word in ("-c", setting)))
# Set where git itself runs us, as in a hook; the work folder may be in another repository.
_ANOTHER_REPOSITORY = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"}


def ask_git(root: Path, *words: str) -> str | None:
    """Give what git answers about the folder `root`, "" when it refuses, None when there is no git."""
    try:
        done = subprocess.run(  # noqa: S603 - fixed words, and no shell
            [*_GIT, *words],
            cwd=root,
            env={name: value for name, value in os.environ.items() if name not in _ANOTHER_REPOSITORY},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode(errors="replace") if done.returncode == 0 else ""
