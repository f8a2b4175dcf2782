"""`doctor`: what this machine has and lacks for making the report, and the next step where something is missing."""

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple

from platformdirs import user_cache_path

from frivilligrapport import __version__
from frivilligrapport.cli.git import ask_git, work_tree
from frivilligrapport.cli.options import Folder
from frivilligrapport.cli.places import OUTPUT, find_work_folder, refuse_missing
from frivilligrapport.cli.terminal import print_text, screen_width
from frivilligrapport.collection.folder import INDBERETNINGER, as_shown, year_folders
from frivilligrapport.danish import join_words
from frivilligrapport.pipeline.manifest import CHECKERS, versions
from frivilligrapport.problems import ExitCode, Refusal
from frivilligrapport.rendering.pdf.libraries import library_versions
from frivilligrapport.rendering.templates.shipped import builtin_folder
from frivilligrapport.rendering.terminal.lines import in_blocks, wrapped

HELP = """Ser efter, om maskinen kan lave rapporten, og siger det næste skridt, hvor noget mangler.

Intet bliver ændret. Kan der ikke laves en PDF, eller kan der ikke skrives, slutter kommandoen med 4.
"""
_PAGE = '<html lang="da"><head><title>Prøve</title></head><body><h1>Prøve</h1></body></html>'
_INSTALL_CHECK = 'python -m pip install "frivilligrapport[pdfkontrol]"'
_INSTALL_AGAIN = "python -m pip install --force-reinstall --no-deps frivilligrapport"
_INSTALL_GIT = {"darwin": "brew install git", "win32": "winget install Git.Git"}
_ON_DEBIAN = "sudo apt-get install git"
_TO_UTF_8 = {"win32": "chcp 65001", "darwin": "export LANG=da_DK.UTF-8"}
_ON_LINUX = "export LANG=C.UTF-8"
# What the folders are called that such programs keep the same on several machines.
_SYNCHRONISED = ("OneDrive", "SharePoint", "Dropbox", "Google Drive", "GoogleDrive", "Mobile Documents", "Nextcloud")
_OK, _LOOK = "ok", "se her"
_MEGABYTE = 1_000_000
_ROOM = 50  # megabytes; a year's edition with its archive takes some ten


class _Found(NamedTuple):
    """Hold what was looked at and what was found; a `step` says that something is to be done.

    `stops` tells that no report can be made before it is.
    """

    what: str
    said: str
    step: str = ""
    stops: bool = False


def command(folder: Folder = None) -> int:
    """Carry out `doctor`."""
    if folder is not None:
        refuse_missing(folder)
    found = tuple(_look(find_work_folder(folder)))
    width = screen_width()
    lines = [line for one in found for line in _lines(one, width)]
    asked = sum(bool(one.step) for one in found)
    end = f"{asked} ting at se på." if asked else "Alt er på plads."
    print_text(in_blocks([[f"frivilligrapport {__version__}"], lines, [end]]), end="")
    return ExitCode.CANNOT_RENDER if any(one.stops for one in found) else ExitCode.OK


def _lines(one: _Found, width: int) -> Iterator[str]:
    indent = " " * (len(_LOOK) + 2)
    mark = (_LOOK if one.step else _OK).ljust(len(indent))
    first, *more = wrapped(f"{one.what}: {one.said}", width - len(indent)) or [one.what]
    yield f"{mark}{first}"
    yield from (f"{indent}{line}" for line in more)
    yield from (f"{indent}  {line}" for line in one.step.splitlines())


def _look(root: Path | None) -> Iterator[_Found]:
    yield _Found("Python", f"{platform.python_version()}, {platform.system()} {platform.machine()}, {sys.prefix}")
    yield _pdf()
    yield _pdf_check()
    yield _fonts()
    yield _folder(root)
    here = root or Path.cwd()
    yield from _synchronised(here)
    yield _writing(here)
    yield from _in_use(here)
    yield _cache()
    yield _code_page()
    yield _git(here)


def _pdf() -> _Found:
    """Make a page, which is the only sure way to know."""
    libraries = [f"{name.capitalize()} {found}" for name, found in library_versions().items() if found]
    try:
        from frivilligrapport.rendering.pdf.checked import to_checked_pdf

        to_checked_pdf(_PAGE)
    except Refusal as refusal:
        message, _, step = refusal.message.partition("\n")
        return _Found(
            "PDF", message.removesuffix(" Skriv:"), dedent(step) or refusal.hint or _INSTALL_AGAIN, stops=True
        )
    return _Found("PDF", f"kan laves, med {join_words(libraries)}" if libraries else "kan laves")


def _pdf_check() -> _Found:
    missing = [name for name in CHECKERS if name not in versions()]
    if missing:
        said = f"{join_words(missing)} er ikke installeret, så PDF'en får ikke mærkerne PDF/UA-1 og PDF/A-2a"
        return _Found("Kontrol af PDF'en", said, _INSTALL_CHECK)
    return _Found("Kontrol af PDF'en", "PDF/UA-1 og PDF/A-2a bliver kontrolleret")


def _fonts() -> _Found:
    fonts = builtin_folder() / "fonts"
    found = [one for one in fonts.iterdir() if one.suffix in {".ttf", ".otf", ".woff2"}] if fonts.is_dir() else []
    if not found:
        return _Found("Skrifter", f"mangler i {as_shown(str(fonts))}", _INSTALL_AGAIN, stops=True)
    return _Found("Skrifter", f"programmets egne {len(found)}; maskinens bliver ikke brugt")


def _folder(root: Path | None) -> _Found:
    if root is None:
        step = "Gå til den mappe, som indberetninger ligger i, eller angiv den med --folder."
        return _Found("Mappen", "her er ingen mappe indberetninger, og heller ikke i mapperne over", step)
    closed = next(
        (one for one in (root / INDBERETNINGER, *_years(root)) if not os.access(one, os.R_OK | os.X_OK)), None
    )
    if closed:
        step = "Se efter, om drevet er forbundet, og om du har adgang til mappen."
        return _Found("Mappen", f"{as_shown(str(closed))} kan ikke åbnes", step, stops=True)
    return _Found("Mappen", as_shown(str(root)))


def _years(root: Path) -> list[Path]:
    try:
        return [root / INDBERETNINGER / str(year) for year in year_folders(root)]
    except OSError:
        return []


def _synchronised(folder: Path) -> Iterator[_Found]:
    parts = folder.resolve().parts
    program = next((one for one in _SYNCHRONISED if any(one.casefold() in part.casefold() for part in parts)), "")
    if program:
        said = f"mappen bliver holdt ens på flere maskiner ({program}), og det kan låse filer, mens der bygges"
        step = "Sæt det på pause, mens der bygges, eller byg et andet sted: frivilligrapport build --output MAPPE"
        yield _Found("Delt mappe", said, step)


def _writing(folder: Path) -> _Found:
    place = _output(folder)
    if _can_write(place):
        left = shutil.disk_usage(place).free // _MEGABYTE
        if left < _ROOM:
            said = f"der er kun {left} MB ledig plads, hvor {as_shown(str(place))} ligger"
            return _Found("Skriveadgang", said, "Skaf plads på disken.", stops=True)
        return _Found("Skriveadgang", f"der kan skrives i {as_shown(str(place))}")
    step = "Få skriveadgang til mappen, eller byg et andet sted: frivilligrapport build --output MAPPE"
    return _Found("Skriveadgang", f"der kan ikke skrives i {as_shown(str(place))}", step, stops=True)


def _output(folder: Path) -> Path:
    return next(one for one in (folder / OUTPUT, folder) if one.is_dir())


def _can_write(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _in_use(folder: Path) -> Iterator[_Found]:
    """Yield a finding where a published file is held open by a program that lets nobody else write to it."""
    if not _can_write(_output(folder)):  # that has been said
        return
    names = [as_shown(one.name) for one in sorted((folder / OUTPUT).glob("*/*")) if one.is_file() and _is_held(one)]
    if names:
        yield _Found("Åbne filer", f"{join_words(names)} kan ikke ændres", "Luk de programmer, som filerne er åbne i.")


def _is_held(file: Path) -> bool:
    try:
        os.close(os.open(file, os.O_RDWR))
    except OSError:
        return True
    return False


def _cache() -> _Found:
    folder = user_cache_path("frivilligrapport")
    place = next((one for one in (folder, *folder.parents) if one.is_dir()), folder)
    if folder.is_absolute() and _can_write(place):
        return _Found("Gemte PDF'er", f"i {as_shown(str(folder))}")
    said = f"der kan ikke skrives i {as_shown(str(place))}, så hver PDF bliver lavet forfra"
    return _Found("Gemte PDF'er", said, "Få skriveadgang til mappen. Indtil da bygges der langsommere.")


def _code_page() -> _Found:
    encoding = (sys.stdout.encoding or "ukendt").lower()
    if encoding.replace("-", "") == "utf8":
        return _Found("Tegnsæt", "UTF-8")
    said = f"skærmen bruger {encoding}, og der kan tegn som → blive vist forkert. Filerne bliver rigtige"
    return _Found("Tegnsæt", said, _TO_UTF_8.get(sys.platform, _ON_LINUX))


def _git(folder: Path) -> _Found:
    told = ask_git(folder, "--version")
    if told is None:
        said = "er ikke installeret, så manifestet kan ikke sige, hvilken udgave af filerne rapporten er lavet af"
        return _Found("git", said, _INSTALL_GIT.get(sys.platform, _ON_DEBIAN))
    kind = work_tree(folder)
    return _Found("git", f"{told.split()[-1]}, {'mappen er' if kind and kind.is_one else 'mappen er ikke'} i git")
