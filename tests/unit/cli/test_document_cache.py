"""Documents kept in a folder: given back whole or not at all, and no more of them than there is room for."""

import os
import stat
from pathlib import Path

import pytest

from frivilligrapport.cli.execution.document_cache import DocumentCache, user_cache


@pytest.fixture
def cache(tmp_path: Path) -> DocumentCache:
    """Give a cache in a folder that is not there yet."""
    return DocumentCache(tmp_path / "bruger" / "documents")


def used(cache: DocumentCache, key: str, second: int) -> None:
    """Say when a document was last used."""
    os.utime(cache.folder / key, (second, second))


def test_what_was_kept_is_given_back(cache: DocumentCache) -> None:
    """The very bytes come back under their key, and nothing under another; no half-written file is left beside."""
    assert cache.get("a") is None
    cache.put("a", b"%PDF\n\x00\n")
    assert cache.get("a") == b"%PDF\n\x00\n"
    assert cache.get("b") is None
    assert [path.name for path in cache.folder.parent.rglob("*")] == ["documents", "a"]


def test_nobody_else_may_read_it(cache: DocumentCache) -> None:
    """A report that is not published yet is its owner's, also where the user lets the group write all new files."""
    before = os.umask(0o002)
    try:
        cache.put("a", b"%PDF")
    finally:
        os.umask(before)
    assert cache.folder.stat().st_mode & 0o077 == 0
    assert (cache.folder / "a").stat().st_mode & 0o077 == 0
    assert cache.get("a") == b"%PDF"


def test_one_document_cannot_stand_in_anothers_place(cache: DocumentCache) -> None:
    """Two entries that have been exchanged, or one that has been copied, are nobody's; each can be kept anew."""
    cache.put("a", b"%PDF of a")
    cache.put("b", b"%PDF of b")
    first, second = cache.folder / "a", cache.folder / "b"
    contents = first.read_bytes(), second.read_bytes()
    second.write_bytes(contents[0])
    first.write_bytes(contents[1])
    assert (cache.get("a"), cache.get("b")) == (None, None)
    cache.put("b", b"%PDF of b")
    assert (cache.get("a"), cache.get("b")) == (None, b"%PDF of b")


@pytest.mark.parametrize("mode", [0o020, 0o002, 0o022])
@pytest.mark.parametrize("name", ["", "a"], ids=["the folder", "the document"])
def test_what_others_may_write_is_not_used(cache: DocumentCache, name: str, mode: int) -> None:
    """A folder or a file with open permissions might hold anything. A document is then kept anew, in a folder not."""
    cache.put("a", b"%PDF")
    path = cache.folder / name
    path.chmod(path.stat().st_mode | mode)
    assert cache.get("a") is None
    cache.put("a", b"%PDF new")
    assert cache.get("a") == (b"%PDF new" if name else None)


@pytest.mark.parametrize("which", [stat.S_IFDIR, stat.S_IFREG], ids=["the folder", "the document"])
def test_what_another_owns_is_not_used(cache: DocumentCache, monkeypatch: pytest.MonkeyPatch, which: int) -> None:
    """A folder or a file that another user has put there is passed over."""
    cache.put("a", b"%PDF")

    def owned(entry: os.stat_result) -> os.stat_result:
        values = list(entry)
        values[stat.ST_UID] += 1 if stat.S_IFMT(entry.st_mode) == which else 0
        return os.stat_result(values)

    real, lreal = os.fstat, Path.lstat
    monkeypatch.setattr(os, "fstat", lambda number: owned(real(number)))
    monkeypatch.setattr(Path, "lstat", lambda path: owned(lreal(path)))
    assert cache.get("a") is None


@pytest.mark.parametrize("name", ["", "a"], ids=["the folder", "the document"])
def test_links_are_not_followed(cache: DocumentCache, tmp_path: Path, name: str) -> None:
    """What a link leads to is neither read nor written; a link in a document's place makes way for the document."""
    cache.put("a", b"%PDF")
    path, elsewhere = cache.folder / name, tmp_path / "andetsteds"
    path.rename(elsewhere)
    before = (elsewhere / "a" if elsewhere.is_dir() else elsewhere).read_bytes()
    path.symlink_to(elsewhere)
    assert cache.get("a") is None
    cache.put("a", b"%PDF new")
    assert (elsewhere / "a" if elsewhere.is_dir() else elsewhere).read_bytes() == before
    assert cache.get("a") == (b"%PDF new" if name else None)


def test_a_pipe_does_not_hang(cache: DocumentCache) -> None:
    """What nobody writes to is not waited for."""
    cache.folder.mkdir(parents=True, mode=0o700)
    os.mkfifo(cache.folder / "a")
    assert cache.get("a") is None


@pytest.mark.parametrize(
    "damage",
    [lambda _: b"", lambda data: data[:-1], lambda data: data + b"x", lambda data: data.replace(b"P", b"Q")],
    ids=["empty", "shorter", "longer", "another byte"],
)
def test_what_is_damaged_is_not_there(cache: DocumentCache, damage: object) -> None:
    """A file that does not have its sum is passed over, and may be kept anew."""
    cache.put("a", b"%PDF")
    path = cache.folder / "a"
    assert callable(damage)
    path.write_bytes(damage(path.read_bytes()))
    assert cache.get("a") is None
    cache.put("a", b"%PDF")
    assert cache.get("a") == b"%PDF"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """Where nothing can be kept, nothing is, and nobody is troubled."""
    (tmp_path / "bruger").write_text("", encoding="utf-8")
    cache = DocumentCache(tmp_path / "bruger" / "documents")
    cache.put("a", b"%PDF")
    assert cache.get("a") is None


def test_a_folder_in_the_documents_place(cache: DocumentCache) -> None:
    """What is no file is neither read nor taken away."""
    (cache.folder / "a" / "b").mkdir(parents=True)
    cache.put("a", b"%PDF")
    assert cache.get("a") is None
    assert (cache.folder / "a" / "b").is_dir()


def test_the_newest_are_kept(cache: DocumentCache) -> None:
    """When there are too many, those go that have not been used for longest."""
    small = DocumentCache(cache.folder, most=2)
    for second, key in enumerate("ab", start=1):
        small.put(key, key.encode())
        used(small, key, second)
    assert small.get("a") == b"a"
    small.put("c", b"c")
    assert sorted(path.name for path in cache.folder.iterdir()) == ["a", "c"]


def test_they_never_fill_the_disk(cache: DocumentCache) -> None:
    """The documents take no more room than they may, sums included; one that is too big is not kept at all."""
    small = DocumentCache(cache.folder, most_bytes=200)
    for second, key in enumerate("ab", start=1):
        small.put(key, bytes(60))
        used(small, key, second)
    assert [path.name for path in cache.folder.iterdir()] == ["b"]
    small.put("c", bytes(500))
    assert list(cache.folder.iterdir()) == []


def test_the_users_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents are kept in the user's cache folder, unless the user has said no."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    cache = user_cache("documents")
    assert isinstance(cache, DocumentCache)
    assert cache.folder.name == "documents"
    assert cache.folder.parent.name == "frivilligrapport"
    assert user_cache("documents", wanted=False) is None
