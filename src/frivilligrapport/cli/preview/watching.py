"""Being told when something that a page is made of is saved: a file of the work folder, a template or the logo."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

from frivilligrapport.collection.folder import INDBERETNINGER, SKABELONER

_STEP = 30  # milliseconds without a change; an editor writes a file in several steps
_MOST = 400  # milliseconds that changes are gathered for
_LOOK = 500  # milliseconds between looks at what the system does not tell: folders that come and go, and the logo

_State = tuple[tuple[int, int] | None, ...]


def watch(root: Path, logo: Callable[[], Path | None], changed: Callable[[], object], stop: Event) -> None:
    """Call `changed` once the watch has begun and after each change, until told to stop.

    `logo` gives the file that the logo lies in now. A folder that is put back is watched again. A work folder that is
    gone is a change too.
    """
    from watchfiles import watch as changes_in

    polls: bool | None = None  # unless the user's settings say so
    before: _State | None = None  # what was saved before the watch began is seen by the first look
    while not stop.is_set():
        folders = [one for one in (root / INDBERETNINGER, root / SKABELONER) if one.is_dir()]
        try:
            told = changes_in(
                *(folders or [root]),
                recursive=bool(folders),
                step=_STEP,
                debounce=_MOST,
                rust_timeout=_LOOK,
                yield_on_timeout=True,
                stop_event=stop,
                force_polling=polls,
                ignore_permission_denied=True,
            )
            for changes in told:
                now = _state(root, logo())
                if changes or now != before:
                    changed()
                is_moved, before = before not in {None, now}, now
                if is_moved:
                    break
        except FileNotFoundError:  # gone between two looks
            stop.wait(_LOOK / 1000)
            changed()
        except OSError:  # the system watches no more files for this user; looking at them one by one needs no leave
            if polls:
                raise
            polls = True


def _state(root: Path, logo: Path | None) -> _State:
    """Tell one state of the folders and the logo from another."""
    folders = (root, root / INDBERETNINGER, root / SKABELONER)
    return (*(_mark(one, is_file=False) for one in folders), _mark(logo, is_file=True) if logo else None)


def _mark(path: Path, *, is_file: bool) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns if is_file else 0
