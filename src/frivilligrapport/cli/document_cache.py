"""Finished documents kept in the user's cache folder. Whatever goes wrong with it, the document is made anew."""

import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True, slots=True)
class DocumentCache:
    """Keep documents as files in a folder, each behind the SHA-256 that it must still have when it is taken out.

    The files used last are kept: at most `most`, and `most_bytes` in all.
    """

    folder: Path
    most: int = 100
    most_bytes: int = 200_000_000

    def get(self, key: str) -> bytes | None:
        """Give what was kept, None when it is not there or is not whole."""
        path = self.folder / key
        try:
            stated, _, data = path.read_bytes().partition(b"\n")
        except OSError:
            return None
        if stated != _sum(data):
            return None
        with suppress(OSError):
            os.utime(path)
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keep a document, and forget the oldest ones where there are too many."""
        with suppress(OSError):
            # What is not published yet is nobody else's to read.
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=self.folder.parent, prefix=".gemmer-") as scratch:
                whole = Path(scratch) / key
                whole.write_bytes(_sum(data) + b"\n" + data)
                whole.replace(self.folder / key)
            self._forget()

    def _forget(self) -> None:
        left = self.most_bytes
        found = [(path, path.stat()) for path in self.folder.iterdir()]
        newest_first = sorted(found, key=lambda one: one[1].st_mtime_ns, reverse=True)
        for number, (path, stat) in enumerate(newest_first):
            left -= stat.st_size
            if number >= self.most or left < 0:
                path.unlink(missing_ok=True)


def user_cache(*, wanted: bool = True) -> DocumentCache | None:
    """Give the cache in the user's own folder; none unless wanted, or where the machine does not name that folder."""
    from platformdirs import user_cache_path

    folder = user_cache_path("frivilligrapport")
    return DocumentCache(folder / "documents") if wanted and folder.is_absolute() else None


def _sum(data: bytes) -> bytes:
    return sha256(data).hexdigest().encode()
