"""What builds have made, kept in the user's cache folder. Whatever is wrong with it, all is made anew."""

import os
import stat
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

# Never through a link, and never waiting for somebody to write; Windows has none of the first two.
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class DocumentCache:
    """Keep documents as files in a folder, each behind the SHA-256 that it must still have when it is taken out.

    The sum is that of key and document together, so that no document can stand in another's place. A folder or a file
    that somebody else owns or may write is not used. The files used last are kept: at most `most`, and `most_bytes` in
    all.
    """

    folder: Path
    most: int = 300
    most_bytes: int = 200_000_000

    def get(self, key: str) -> bytes | None:
        """Give what was kept under this very key, None when it is not there, not whole or not the user's own."""
        path = self.folder / key
        try:
            kept = _read_own(path) if _is_own(self.folder.lstat(), stat.S_IFDIR) else b""
        except OSError:
            return None
        stated, _, data = kept.partition(b"\n")
        if stated != _sum(key, data):
            return None
        with suppress(OSError):
            os.utime(path)
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keep a document, and forget the oldest ones where there are too many."""
        with suppress(OSError):
            # What is not published yet is nobody else's to read.
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not _is_own(self.folder.lstat(), stat.S_IFDIR):
                return
            with tempfile.TemporaryDirectory(dir=self.folder.parent, prefix=".gemmer-") as scratch:
                whole = Path(scratch) / key
                whole.touch(mode=0o600)
                whole.write_bytes(_sum(key, data) + b"\n" + data)
                whole.replace(self.folder / key)
            self._forget()

    def _forget(self) -> None:
        left = self.most_bytes
        found = [(path, path.lstat()) for path in self.folder.iterdir()]
        newest_first = sorted(found, key=lambda one: one[1].st_mtime_ns, reverse=True)
        for number, (path, entry) in enumerate(newest_first):
            left -= entry.st_size
            if number >= self.most or left < 0:
                path.unlink(missing_ok=True)


def user_cache(name: str, *, wanted: bool = True) -> DocumentCache | None:
    """Give the cache of a name in the user's own folder; none unless wanted, or where the machine names no folder."""
    from platformdirs import user_cache_path

    folder = user_cache_path("frivilligrapport")
    return DocumentCache(folder / name) if wanted and folder.is_absolute() else None


def _read_own(path: Path) -> bytes:
    """Read a file of the user's own, b"" for any other; raise OSError where there is none, or a link."""
    with os.fdopen(os.open(path, _READ), "rb") as file:
        return file.read() if _is_own(os.fstat(file.fileno()), stat.S_IFREG) else b""


def _is_own(entry: os.stat_result, kind: int) -> bool:
    """Tell whether a file or folder is what it should be, belongs to the user, and is written by nobody else."""
    if stat.S_IFMT(entry.st_mode) != kind:
        return False
    if os.name == "nt":  # its permissions are not in the mode; the folder lies in the user's own profile
        return True
    return entry.st_uid == os.geteuid() and not entry.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _sum(key: str, data: bytes) -> bytes:
    return sha256(f"{key}\n".encode() + data).hexdigest().encode()
