"""Files that commands write: all of them whole, or none, also when the program is killed meanwhile.

New files are first written whole into a folder of our own, `.frivilligrapport`, on the same disk. Then a journal says
what is to be moved where, and only then are the files moved, one by one. Where there is a journal, the next command
carries it out; where there is none, nothing has been moved, and the folder is cleared.
"""

import errno
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from frivilligrapport.cli.exits import CannotWrite, advice_on

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

STAGING = ".frivilligrapport"
_JOURNAL, _LOCK = "journal.json", "laas"
_PATIENCE = 20.0  # seconds; looking through a year's files and moving them takes a few tenths
# On Windows what somebody has open cannot be moved or removed, and scanners of viruses open each new file for a moment.
_MOMENT = 2.0 if sys.platform == "win32" else 0.0
_LOCKED_BYTE = 1 << 30  # far from the words in the lock, which Windows would else let nobody read
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)  # a lock that is a link leads to a file of somebody else's


def write_all(
    folder: Path, files: Mapping[str, bytes] | Callable[[], Mapping[str, bytes]], known: frozenset[str] = frozenset()
) -> list[Path]:
    """Write files, by their path with `/`, into a folder, made if need be; give their paths.

    Raises CannotWrite or, where personal data would be written, PersonalDataInOutput, and then nothing has changed.
    A function is called when nobody else can write there. `known` are numbers that only look like personal data, as
    `refuse_personal_data` takes them.
    """
    return _write(folder, files if callable(files) else lambda: files, known=known)


def write_new(folder: Path, files: Mapping[str, bytes], empty: Iterable[str] = ()) -> list[str]:
    """Write files, by their path with `/`, and empty folders into a folder; give the names of files that are there.

    What is there stays as it is. Raises CannotWrite or PersonalDataInOutput, and then nothing of what was to be written
    is left.
    """
    kept: list[str] = []

    def new() -> Mapping[str, bytes]:
        kept.extend(name for name in files if os.path.lexists(folder / name))
        return {name: data for name, data in files.items() if name not in kept}

    _write(folder, new, empty)
    return kept


def replace_files(files: Mapping[Path, bytes], folder: Path, known: frozenset[str] = frozenset()) -> None:
    """Put new bytes in files that are there below a folder; who may read and write them stays as it is.

    Raises CannotWrite or PersonalDataInOutput, as `write_all`, and then none has changed. A link stays a link: it is
    the file it leads to that changes.
    """
    places = {path: path.resolve() for path in files}
    above = Path(os.path.commonpath([folder.resolve(), *(one.parent for one in places.values())]))
    for path, place in places.items():
        if not os.access(place, os.W_OK):
            raise CannotWrite(f"»{path}« kan ikke skrives.", advice_on(PermissionError(errno.EACCES, "")))
    wanted = {places[path].relative_to(above).as_posix(): data for path, data in files.items()}
    _write(above, lambda: wanted, known=known)


def append_text(file: Path, text: str, known: frozenset[str] = frozenset()) -> None:
    """Add text at the end of a file, made if need be. Raises CannotWrite or PersonalDataInOutput, as `write_all`."""
    from frivilligrapport.pipeline.output_gate import refuse_personal_data

    refuse_personal_data({file.name: text.encode(errors="replace")}, known)
    before = file.stat().st_size if file.exists() else None
    try:
        with file.open("a", encoding="utf-8", errors="replace", newline="\n") as target:
            target.write(text)
    except OSError as error:
        with suppress(OSError):
            file.unlink() if before is None else os.truncate(file, before)
        raise CannotWrite(f"»{file}« kan ikke skrives.", advice_on(error)) from error


def settle(*folders: Path, patience: float | None = None) -> None:
    """Finish or clear away what a killed command left in folders or above them; wait for one that still writes.

    `patience` is how many seconds, as long as writing may take unless told. Raises CannotWrite where it cannot be done,
    for what is there may then be half of two editions.
    """
    for place in dict.fromkeys(above for one in folders for above in (one.absolute(), *one.absolute().parents)):
        staging = place / STAGING
        if not _is_trusted(staging):
            continue
        try:
            with _locked(place, patience):
                pass
        except OSError as error:
            if (staging / _JOURNAL).exists():
                message = f"»{place}« er kun skrevet halvt færdig, og resten kan ikke skrives."
                raise CannotWrite(message, advice_on(error)) from error


def _is_trusted(staging: Path) -> bool:
    """Tell whether it is a folder that we left: where everybody can write, as in /tmp, only our own user's."""
    try:
        if not staging.is_dir() or staging.is_symlink():
            return False
    except OSError:  # the top of a shared drive is often closed to those who may use what is below it
        return False
    everybody = sys.platform != "win32" and staging.parent.stat().st_mode & 0o002
    return not everybody or staging.stat().st_uid == os.geteuid()


def _write(
    folder: Path,
    files: Callable[[], Mapping[str, bytes]],
    empty: Iterable[str] = (),
    known: frozenset[str] = frozenset(),
) -> list[Path]:
    from frivilligrapport.pipeline.output_gate import refuse_personal_data

    settle(folder)
    try:
        real = Path(os.path.realpath(folder))  # a link in a ring is told of when it is written through
        place = _nearest(real)
        with _locked(place) as staging:
            settle(*place.parents)  # who began before the folder was there holds a lock above it
            wanted = files()
            new_folders = real.relative_to(place)
            refuse_personal_data({(new_folders / name).as_posix(): data for name, data in wanted.items()}, known)
            targets = [real / name for name in wanted]
            _refuse_folders(targets)
            _stage(staging, dict(zip(targets, wanted.values(), strict=True)))
            _begin(place, staging, targets, [real / name for name in empty])
            _carry_out(place)
    except OSError as error:
        raise CannotWrite(f"»{folder}« kan ikke skrives{_of(error, folder)}.", advice_on(error)) from error
    return [folder / name for name in wanted]


def _of(error: OSError, folder: Path) -> str:
    """Name the file that it fails at, unless it is one of our own or the folder itself."""
    named = Path(error.filename) if error.filename else folder
    return "" if STAGING in named.parts or named.name == folder.name else f" (»{named.name}«)"


def _nearest(path: Path) -> Path:
    """Give a path, or the nearest above it that is there."""
    return next(one for one in (path, *path.parents) if os.path.lexists(one))


def _refuse_folders(targets: Iterable[Path]) -> None:
    for target in targets:
        if target.is_dir():
            message = f"»{target}« er en mappe, og der skulle skrives en fil med det navn. Intet er skrevet."
            raise CannotWrite(message, "Flyt mappen, eller giv den et andet navn.")


def _stage(staging: Path, files: Mapping[Path, bytes]) -> None:
    import shutil

    for number, (target, data) in enumerate(files.items()):
        new = staging / f"{number}.ny"
        _write_through(new, data)
        if target.exists():
            shutil.copymode(target, new)


def _begin(place: Path, staging: Path, targets: list[Path], empty: list[Path]) -> None:
    """Write the journal: from here on the change will be carried out."""
    import json

    wanted = [*empty, *(one.parent for one in targets)]
    above = {one for folder in wanted for one in (folder, *folder.parents) if not os.path.lexists(one)}
    plan = {
        "mapper": [one.relative_to(place).as_posix() for one in sorted(above)],
        "filer": [one.relative_to(place).as_posix() for one in targets],
    }
    draft = staging / "udkast"
    _write_through(draft, json.dumps(plan).encode())
    _move(draft, staging / _JOURNAL)
    _flush(staging)


def _write_through(path: Path, data: bytes) -> None:
    with path.open("xb") as target:
        target.write(data)
        target.flush()
        os.fsync(target.fileno())


def _patiently(act: Callable[[], object]) -> None:
    """Move or remove a file, again for a moment where somebody has it open."""
    deadline = time.monotonic() + _MOMENT
    while True:
        try:
            act()
        except PermissionError:
            if time.monotonic() >= deadline:
                raise
            time.sleep(0.02)
        else:
            return


def _move(file: Path, target: Path) -> None:
    _patiently(lambda: file.replace(target))


def _remove(file: Path) -> None:
    try:
        _patiently(file.unlink)
    except PermissionError:  # Windows removes no file that may not be written
        file.chmod(0o600)
        file.unlink()


def _flush(folder: Path) -> None:
    """Have the disk keep a folder's names, where the system has a way to ask for it."""
    if sys.platform != "win32":
        with suppress(OSError):  # some network drives cannot
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


class _Move(NamedTuple):
    """A new file, where it goes, and where the file that it replaces is kept meanwhile."""

    new: Path
    old: Path
    target: Path

    def do(self) -> None:
        if self.new.exists():  # else it was done before the program was killed
            if os.path.lexists(self.target):
                _move(self.target, self.old)
            _move(self.new, self.target)

    def undo(self) -> None:
        if not self.new.exists():
            _move(self.target, self.new)
        if os.path.lexists(self.old):
            _move(self.old, self.target)


def _read_journal(place: Path) -> tuple[list[Path], list[Path]]:
    """Give the folders to make and the files to move, as paths below `place`. Raises OSError for one that is not ours.

    A journal may have come with a folder from somebody else: it must not reach out of the folder, nor into git's own.
    """
    import json

    file = place / STAGING / _JOURNAL
    try:
        plan = json.loads(file.read_bytes())
        folders, targets = list(map(str, plan["mapper"])), list(map(str, plan["filer"]))
    except (ValueError, LookupError, TypeError) as error:
        raise OSError(errno.EINVAL, "not a journal", str(file)) from error
    for name in (*folders, *targets):
        parts = {part.casefold().rstrip(". ") for part in Path(name).parts}
        if parts & {"", ".git", "git~1"} or not (place / name).parent.resolve().is_relative_to(place.resolve()):
            raise OSError(errno.EPERM, "out of the folder", str(file))
    return [place / name for name in folders], [place / name for name in targets]


def _carry_out(place: Path) -> None:
    """Do what the journal says from wherever it was left; where that cannot be done, put everything back and raise."""
    staging = place / STAGING
    folders, targets = _read_journal(place)
    moves = [_Move(staging / f"{n}.ny", staging / f"{n}.gl", target) for n, target in enumerate(targets)]
    try:
        for folder in folders:
            folder.mkdir(exist_ok=True)
        for move in moves:
            move.do()
        for folder in {move.target.parent for move in moves}:
            _flush(folder)
    except BaseException:
        for move in reversed(moves):
            move.undo()
        for folder in reversed(folders):
            with suppress(OSError):
                folder.rmdir()
        _remove(staging / _JOURNAL)
        raise
    _remove(staging / _JOURNAL)


@contextmanager
def _locked(place: Path, patience: float | None = None) -> Iterator[Path]:
    """Hold the lock of a folder and give our own folder in it, with nothing left in it from a killed command."""
    staging = place / STAGING
    handle = _acquire(staging, patience)
    try:
        if (staging / _JOURNAL).exists():
            _carry_out(place)
        _clear(staging)
        yield staging
    finally:
        _release(staging, handle)


def _open_lock(staging: Path, until: float) -> int | None:
    """Open the lock, in a folder made if need be; None where it has just been cleared away and may be tried again."""
    staging.mkdir(exist_ok=True)
    try:
        return os.open(staging / _LOCK, os.O_RDWR | os.O_CREAT | _NO_LINK, 0o666)
    except FileNotFoundError:
        return None
    except OSError as error:
        # On Windows a file that is just being removed is there, and nobody may open it.
        if isinstance(error, PermissionError) and time.monotonic() < until:
            time.sleep(0.02)
            return None
        with suppress(OSError):  # it is somebody's who has a lock or a journal there
            staging.rmdir()
        raise


def _acquire(staging: Path, patience: float | None) -> int:
    """Wait for the lock, which the system lets go when its process ends. Raises CannotWrite, saying who has it."""
    begun = time.monotonic()
    deadline = begun + (_PATIENCE if patience is None else patience)
    while True:
        handle = _open_lock(staging, begun + _MOMENT)
        if handle is None:
            continue
        if _try_lock(handle):
            with suppress(FileNotFoundError):
                if os.path.samestat((staging / _LOCK).stat(), os.fstat(handle)):
                    with suppress(OSError):  # on a full disk nobody is told who has it
                        os.ftruncate(handle, 0)
                        os.write(handle, _who().encode())
                    return handle
            os.close(handle)
            continue
        os.close(handle)
        if time.monotonic() > deadline:
            raise CannotWrite(
                f"»{staging.parent}« bliver skrevet af {_holder(staging)} lige nu.",
                "Vent, til det andet program er færdigt, og kør kommandoen igen.",
            )
        time.sleep(0.02)


def _try_lock(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _who() -> str:
    from platform import node

    return f"proces {os.getpid()} på maskinen {node()}"


def _holder(staging: Path) -> str:
    with suppress(OSError):
        return (staging / _LOCK).read_text(encoding="utf-8", errors="replace") or "et andet program"
    return "et andet program"


def _clear(staging: Path) -> None:
    for path in staging.iterdir():
        if path.name != _LOCK:
            _remove(path)


def _release(staging: Path, handle: int) -> None:
    """Clear everything away, unless there is a journal that the next command must carry out."""
    with suppress(OSError):
        if not (staging / _JOURNAL).exists():
            _clear(staging)
            if sys.platform == "win32":  # an open file cannot be removed there
                os.close(handle)
                handle = -1
            (staging / _LOCK).unlink()
            staging.rmdir()
    if handle >= 0:
        os.close(handle)
