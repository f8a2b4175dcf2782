"""`skabelon`: the program's own templates, and a copy of one, or of a block of it, to be changed."""

import re
from typing import Annotated

import typer

from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.options import Folder
from frivilligrapport.cli.places import work_folder
from frivilligrapport.cli.terminal import print_note, print_path, print_text
from frivilligrapport.cli.writing import write_new
from frivilligrapport.collection.folder import SKABELONER
from frivilligrapport.danish import join_words, nearest_words, quote
from frivilligrapport.problems import ExitCode
from frivilligrapport.rendering.templates.shipped import BUILT_IN, builtin_folder

HELP = """Kopierer en af programmets skabeloner til mappen skabeloner, så den kan rettes.

\b
  frivilligrapport skabelon                               viser dem alle
  frivilligrapport skabelon rapport.css                   kopierer hele filen
  frivilligrapport skabelon _side.html.j2 --blok bund     kun én blok; resten kommer fra programmet

Skal kun en overskrift eller en sætning være anderledes, så skriv den under tekster i kommune.yaml. Navnene på dem, og
hvad en skabelon kan bruge, står i vejledningen: frivilligrapport explain skabeloner.

Med en blok følger resten med, når programmet bliver fornyet. En fil, der er der i forvejen, bliver ikke rørt.
"""
_BLOCK = re.compile(r"\{%-?\s*block\s+(?P<name>\w+)\s*-?%\}|\{%-?\s*endblock\b[^%]*%\}")
_ENDINGS = (".j2", ".css")


def command(
    navn: Annotated[str | None, typer.Argument(metavar="[NAVN]", help="Skabelonens navn, fx _side.html.j2.")] = None,
    blok: Annotated[str | None, typer.Option("--blok", metavar="BLOK", help="Kun denne blok af den.")] = None,
    folder: Folder = None,
) -> int:
    """Carry out `skabelon`."""
    names = sorted(one.name for one in builtin_folder().iterdir() if one.name.endswith(_ENDINGS))
    if navn is None and blok is not None:
        raise WrongUse(
            "Skabelonens navn mangler.", f"Skriv for eksempel frivilligrapport skabelon _side.html.j2 --blok {blok}."
        )
    if navn is None:
        print_text("\n".join(names))
        return ExitCode.OK
    if navn not in names:
        raise WrongUse(f"Der er ingen skabelon, der hedder {quote(navn)}.", _meant(navn, names))
    root = work_folder(folder)
    whole = (builtin_folder() / navn).read_text(encoding="utf-8")
    text = whole if blok is None else _extending(navn, whole, blok)
    shown = f"{SKABELONER}/{navn}"
    if write_new(root, {shown: text.encode()}):
        raise WrongUse(f"{shown} findes allerede og er ikke rørt.", "Ret i den, eller flyt den, og prøv igen.")
    print_path(root / shown)
    print_note("Ret i filen, og byg igen. Slet den for at få programmets udgave tilbage.")
    print_note(f"Hvad en skabelon kan bruge, står i vejledningen: frivilligrapport explain {SKABELONER}")
    return ExitCode.OK


def _extending(navn: str, whole: str, blok: str) -> str:
    """Write a template that goes on from the program's own and has one block of it. Raises WrongUse."""
    found = {one["name"]: one for one in _BLOCK.finditer(whole) if one["name"]}
    if blok not in found:
        known = f"Blokkene i den er {join_words(list(found))}." if found else "Kopiér hele filen: udelad --blok."
        raise WrongUse(f"{navn} har ingen blok, der hedder {quote(blok)}.", known)
    depth = 0
    for one in _BLOCK.finditer(whole, found[blok].start()):
        depth += 1 if one["name"] else -1
        if not depth:
            return f'{{% extends "{BUILT_IN}{navn}" %}}\n\n{whole[found[blok].start() : one.end()]}\n'
    raise ValueError(f"the block {blok} of {navn} does not end")


def _meant(typed: str, names: list[str]) -> str:
    near = [one for one in names if one.startswith(f"{typed}.")] or list(nearest_words(typed, names))
    return f"Mente du {join_words(near, 'eller')}?" if near else "Se dem alle: frivilligrapport skabelon"
