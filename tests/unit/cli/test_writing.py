"""Files get new bytes whole, or stay as they are."""

import errno
import os
import resource
from pathlib import Path

import pytest

from frivilligrapport.cli import writing
from frivilligrapport.cli.exits import CannotWrite
from frivilligrapport.cli.writing import STAGING, append_text, replace_files, settle, write_all
from frivilligrapport.pipeline.output_gate import PersonalDataInOutput


def test_all_files_are_replaced(tmp_path: Path) -> None:
    """Each file has its new bytes, and nothing is left beside them."""
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    first.write_bytes(b"1")
    second.write_bytes(b"2")
    replace_files({first: b"3", second: b"4"}, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.yaml": b"3", "b.yaml": b"4"}


def test_none_is_replaced_when_one_cannot_be(tmp_path: Path) -> None:
    """A file that is gone, as on a drive that has been pulled out, leaves the others as they were."""
    first = tmp_path / "a.yaml"
    first.write_bytes(b"1")
    with pytest.raises(CannotWrite, match=r"».*væk.yaml« kan ikke skrives"):
        replace_files({first: b"3", tmp_path / "væk" / "væk.yaml": b"4"}, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.yaml": b"1"}


def test_no_number_is_put_in_a_file(tmp_path: Path) -> None:
    """What `fix` saves and what is added to a job's summary is looked at before anything is changed."""
    file = tmp_path / "a.yaml"
    file.write_bytes(b"1")
    with pytest.raises(PersonalDataInOutput):
        replace_files({file: b"navn: 010199-5678"}, tmp_path)
    with pytest.raises(PersonalDataInOutput):
        append_text(file, "010199-5678")
    assert file.read_bytes() == b"1"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """It is the file that a link leads to that changes."""
    file, link = tmp_path / "a.yaml", tmp_path / "b.yaml"
    file.write_bytes(b"1")
    link.symlink_to(file)
    replace_files({link: b"2"}, tmp_path)
    assert link.is_symlink()
    assert file.read_bytes() == b"2"


def _left(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("written", [0, 1, 2])
def test_a_full_disk_leaves_nothing(written: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever file the disk is full at, the old files are there, and nothing else: no folder either."""
    (tmp_path / "a.md").write_bytes(b"1")
    room = iter(range(written))

    def full(_: int) -> None:
        if next(room, None) is None:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite, match="kan ikke skrives"):
        write_all(tmp_path, {"a.md": b"2", "ny/b.md": b"3"})
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
    assert _left(tmp_path) == {"a.md": b"1"}


@pytest.mark.parametrize("before", [b"", None, b"1\n"])
def test_a_full_disk_adds_nothing(before: bytes | None, tmp_path: Path) -> None:
    """Where there is no room for all that is to be added to a file, it is as it was."""
    file = tmp_path / "a.md"
    if before is not None:
        file.write_bytes(before)
    whole = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, whole[1]))
    try:
        with pytest.raises(CannotWrite, match="kan ikke skrives"):
            append_text(file, "2" * 20)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, whole)
    assert (file.read_bytes() if file.exists() else None) == before


def test_a_file_that_cannot_be_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one file cannot take its place, those that have taken theirs are put back."""
    (tmp_path / "a.md").write_bytes(b"1")
    moved = Path.replace

    def busy(self: Path, target: Path) -> Path:
        if target.name == "b.md":
            raise PermissionError(errno.EACCES, "in use", str(target))
        return moved(self, target)

    monkeypatch.setattr(Path, "replace", busy)
    with pytest.raises(CannotWrite, match=r"»b.md«"):
        write_all(tmp_path, {"a.md": b"2", "ny/b.md": b"3", "c.md": b"4"})
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
    assert _left(tmp_path) == {"a.md": b"1"}


def test_a_folder_with_the_name_of_a_file(tmp_path: Path) -> None:
    """A folder of the user's is never removed, and nothing is written beside it."""
    (tmp_path / "b.md").mkdir()
    with pytest.raises(CannotWrite, match=r"».*b.md« er en mappe"):
        write_all(tmp_path, {"a.md": b"1", "b.md": b"2"})
    assert [path.name for path in tmp_path.iterdir()] == ["b.md"]


def test_what_was_left_without_a_journal_is_cleared(tmp_path: Path) -> None:
    """Without a journal nothing has been moved: new files that a killed command left are cleared away."""
    (tmp_path / STAGING).mkdir()
    (tmp_path / STAGING / "0.ny").write_bytes(b"2")
    (tmp_path / "a.md").write_bytes(b"1")
    settle(tmp_path / "under")
    assert _left(tmp_path) == {"a.md": b"1"}
    assert not (tmp_path / STAGING).exists()


def test_what_a_journal_says_is_carried_out(tmp_path: Path) -> None:
    """With a journal the change is finished from wherever it was left, also by a command in a folder below."""
    staging = tmp_path / STAGING
    staging.mkdir()
    (staging / "1.ny").write_bytes(b"2")
    (staging / "journal.json").write_text('{"mapper": ["ny"], "filer": ["a.md", "ny/b.md"]}', encoding="utf-8")
    (tmp_path / "a.md").write_bytes(b"2")
    settle(tmp_path / "ny")
    assert _left(tmp_path) == {"a.md": b"2", "ny/b.md": b"2"}
    assert not staging.exists()


def test_who_is_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another writes in the folder, one is told who it is, and writes nothing."""
    monkeypatch.setattr(writing, "_PATIENCE", 0.0)

    def meanwhile() -> dict[str, bytes]:
        with pytest.raises(CannotWrite, match=rf"bliver skrevet af proces {os.getpid()} på maskinen "):
            write_all(tmp_path, {"a.md": b"2"})
        return {"a.md": b"1"}

    write_all(tmp_path, meanwhile)
    assert _left(tmp_path) == {"a.md": b"1"}


@pytest.mark.parametrize("name", ["../ude.md", ".git/hooks/pre-commit", "ud/ude.md", "/ude.md"])
def test_a_journal_of_somebody_else(name: str, tmp_path: Path) -> None:
    """A journal that came with the folder does not reach out of it, nor into git's own folder."""
    folder = tmp_path / "mappe"
    (folder / STAGING).mkdir(parents=True)
    (folder / ".git" / "hooks").mkdir(parents=True)
    (folder / "ud").symlink_to(tmp_path)
    (folder / STAGING / "0.ny").write_bytes(b"2")
    (folder / STAGING / "journal.json").write_text(f'{{"mapper": [], "filer": ["{name}"]}}', encoding="utf-8")
    with pytest.raises(CannotWrite, match="halvt færdig"):
        settle(folder)
    assert not (tmp_path / "ude.md").exists()
    assert not list((folder / ".git" / "hooks").iterdir())


def test_a_lock_that_is_a_link(tmp_path: Path) -> None:
    """A lock that leads to another file leaves it as it is."""
    (tmp_path / "a.txt").write_bytes(b"1")
    (tmp_path / "mappe" / STAGING).mkdir(parents=True)
    (tmp_path / "mappe" / STAGING / "laas").symlink_to(tmp_path / "a.txt")
    settle(tmp_path / "mappe")
    assert (tmp_path / "a.txt").read_bytes() == b"1"


def _as_on_windows(monkeypatch: pytest.MonkeyPatch, open_file: str = "", times: int = 0) -> None:
    """Refuse to move a file that somebody has open so many times, and to remove one that may not be written."""
    replace, unlink, left = Path.replace, Path.unlink, iter(range(times))

    def moved(path: Path, target: Path) -> Path:
        if path.name == open_file and next(left, None) is not None:
            raise PermissionError(errno.EACCES, "in use", str(path))
        return replace(path, target)

    def removed(path: Path, *, missing_ok: bool = False) -> None:
        if path.exists() and not path.stat().st_mode & 0o200:
            raise PermissionError(errno.EACCES, "read-only", str(path))
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "replace", moved)
    monkeypatch.setattr(Path, "unlink", removed)


@pytest.mark.parametrize("open_file", ["a.md", "0.ny", "udkast"])
def test_a_file_that_is_open_for_a_moment(open_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows a file that a scanner has open is tried again, and is then moved."""
    (tmp_path / "a.md").write_bytes(b"1")
    monkeypatch.setattr(writing, "_MOMENT", 5.0)
    _as_on_windows(monkeypatch, open_file, 3)
    write_all(tmp_path, {"a.md": b"2", "b.md": b"3"})
    assert _left(tmp_path) == {"a.md": b"2", "b.md": b"3"}
    assert not (tmp_path / STAGING).exists()


def test_a_file_that_stays_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where somebody goes on reading it, nothing has changed, and the next command can write."""
    (tmp_path / "a.md").write_bytes(b"1")
    with monkeypatch.context() as windows:
        _as_on_windows(windows, "a.md", 1)
        with pytest.raises(CannotWrite, match="kan ikke skrives"):
            write_all(tmp_path, {"b.md": b"3", "a.md": b"2"})
    assert _left(tmp_path) == {"a.md": b"1"}
    write_all(tmp_path, {"a.md": b"2"})
    assert _left(tmp_path) == {"a.md": b"2"}


def test_a_file_that_may_only_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A read-only edition is replaced, and nothing is left that stops the next command."""
    (tmp_path / "a.md").write_bytes(b"1")
    (tmp_path / "a.md").chmod(0o444)
    _as_on_windows(monkeypatch)
    write_all(tmp_path, {"a.md": b"2"})
    assert _left(tmp_path) == {"a.md": b"2"}
    assert not (tmp_path / STAGING).exists()


def test_a_lock_that_is_being_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows a lock whose owner is just letting go cannot be opened for a moment."""
    opened, left = os.open, iter(range(2))

    def being_removed(path: Path, *how: int) -> int:
        if Path(path).name == "laas" and next(left, None) is not None:
            raise PermissionError(errno.EACCES, "delete pending", str(path))
        return opened(path, *how)

    monkeypatch.setattr(writing, "_MOMENT", 5.0)
    monkeypatch.setattr(os, "open", being_removed)
    write_all(tmp_path, {"a.md": b"1"})
    assert _left(tmp_path) == {"a.md": b"1"}


def test_a_shared_drive_whose_top_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever may not look at a folder above can write in the one that is theirs."""
    looked = Path.is_dir

    def closed(path: Path) -> bool:
        if path == tmp_path / STAGING:
            raise PermissionError(errno.EACCES, "access denied", str(path))
        return looked(path)

    monkeypatch.setattr(Path, "is_dir", closed)
    write_all(tmp_path / "afd", {"a.md": b"1"})
    settle(tmp_path / "afd")
    assert _left(tmp_path) == {"afd/a.md": b"1"}


class _Top(type(Path())):  # type: ignore[misc]  # Path chooses its class by the system
    """A folder that has nothing above it, as `/` and the letter of a drive."""

    parents = ()
    parent = property(lambda self: self)


def test_at_the_top_of_a_drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no folder above, nobody waits for the lock that one holds oneself."""
    monkeypatch.setattr(writing, "_nearest", lambda _: _Top(tmp_path))
    monkeypatch.setattr(writing, "_PATIENCE", 0.1)
    write_all(tmp_path / "ny", {"a.md": b"1"})
    assert _left(tmp_path) == {"ny/a.md": b"1"}


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "Der er ikke plads på disken."),
        (errno.EROFS, "Du må ikke skrive der."),
        (errno.EACCES, "Du må ikke skrive der."),
        (errno.EBUSY, "Se efter, om filen er åben i et andet program"),
    ],
)
def test_what_the_system_says_is_wrong(number: int, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One thing to do, where it is known which, and no name of a file that is our own."""

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number), str(tmp_path / STAGING / "0.ny"))

    monkeypatch.setattr(writing, "_write_through", refuse)
    with pytest.raises(CannotWrite) as refused:
        write_all(tmp_path, {"a.md": b"1"})
    assert refused.value.message == f"»{tmp_path}« kan ikke skrives."
    assert refused.value.hint.startswith(says)
