"""Why there is no PDF: the machine lacks a library, the engine complained, or the file breaks a standard."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import indent

from frivilligrapport.problems import ExitCode, Refusal

_INSTALL = {
    "linux": "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "darwin": "brew install pango",
    # Two lines: the PowerShell that Windows brings along does not know `&&`, and the older prompt not `;`.
    "win32": "winget install MSYS2.MSYS2\nC:\\msys64\\usr\\bin\\pacman -S --noconfirm mingw-w64-ucrt-x86_64-pango",
}


_UNKNOWN_STYLE = re.compile(r"Ignored `(.+?)` at ")


class MissingLibrary(Refusal, ImportError):  # noqa: N818 - as its first base
    """Say that the machine lacks a system library that PDFs need, and how to install it.

    `platform` is as in sys.platform, `detail` the system's own words. `command` is what to type.
    """

    exit_code = ExitCode.CANNOT_RENDER

    def __init__(self, message: str, platform: str, detail: str = "") -> None:
        self.command = _INSTALL.get(platform, _INSTALL["linux"])
        self.detail = detail
        super().__init__(f"{message} Skriv:\n{indent(self.command, '    ')}")


class RenderFault(Refusal):
    """Refuse a PDF that the engine complained about while making it.

    `complaints` holds each once, in order, as the engine worded it (English): text for those who look after the
    program, so it goes into the log and not on the screen.
    """

    exit_code = ExitCode.CANNOT_RENDER
    is_logged = True

    def __init__(self, complaints: tuple[str, ...]) -> None:
        super().__init__("PDF'en kunne ikke laves uden fejl.")
        self.complaints = complaints

    def __str__(self) -> str:
        return f"PDF'en kunne ikke laves uden fejl: {'; '.join(self.complaints)}"


class UnknownStyle(RenderFault):
    """Refuse a PDF whose style sheet has a rule that the engine does not know; only an office's own can."""

    is_logged = False

    def __init__(self, complaints: tuple[str, ...], rule: str) -> None:
        super().__init__(complaints)
        self.message = f"PDF'en kan ikke laves, for »{rule}« i et typografiark kendes ikke."
        self.hint = "Ret det i skabeloner/egen.css. Skal det kun gælde skærmen, så sæt det inde i @media screen { … }."


class OutsideAddress(RenderFault):
    """Refuse a PDF that would fetch something from outside its page; only an office's own templates or sheet can."""

    is_logged = False

    def __init__(self, address: str) -> None:
        super().__init__((address,))
        self.message = f"PDF'en kan ikke laves, for »{address}« ligger uden for rapporten og bliver ikke hentet."
        self.hint = (
            "Adressen står i jeres egne filer i mappen skabeloner. Slet den, eller læg filen selv ind som data:."
        )


def render_fault(complaints: Iterable[str]) -> RenderFault:
    """Give the refusal of a PDF that the engine complained about."""
    found = tuple(dict.fromkeys(complaints))
    unknown = _UNKNOWN_STYLE.match(found[0])
    return UnknownStyle(found, unknown[1].strip()) if unknown else RenderFault(found)


@dataclass(frozen=True, slots=True)
class Overrun:
    """Name what reaches outside its place: the page, counted from 1, and its text, "" for what has none."""

    page: int
    text: str


class PageOverflow(Refusal):
    """Refuse a PDF in which something reaches over the edge of its page or of its table's cell.

    `overruns` are what does, in page order. `document` is the file's name.
    """

    exit_code = ExitCode.CANNOT_RENDER

    def __init__(self, overruns: tuple[Overrun, ...], document: str = "PDF'en") -> None:
        first = overruns[0]
        what = f"»{first.text}«" if first.text else "Et billede, et diagram eller en ramme"
        more = f" Det samme gælder {len(overruns) - 1} mere." if overruns[1:] else ""
        super().__init__(
            f"{what} går ud over kanten på side {first.page} i {document}.{more}",
            "Intet er gemt. Del tabellen i to, eller gør teksten kortere. Har I egne filer i mappen skabeloner, så "
            "prøv uden dem.",
        )
        self.overruns = overruns


@dataclass(frozen=True)
class Breach:
    """Name a rule that a PDF breaks: the standard, the checker's name of the rule, and a Danish clause about what."""

    standard: str
    rule: str
    message: str

    def __str__(self) -> str:
        rule = f", regel {self.rule}" if self.rule else ""
        return f"{self.standard}{rule}: {self.message}"


class ClaimFault(Refusal):
    """Refuse a PDF that does not keep the standards it is to claim. `breaches` holds each broken rule once."""

    exit_code = ExitCode.CANNOT_RENDER

    def __init__(self, breaches: tuple[Breach, ...]) -> None:
        lines = "".join(f"\n   {one}." for one in breaches)
        super().__init__(
            f"PDF'en overholder ikke kravene til tilgængelighed og arkivering:{lines}",
            "Intet er skrevet. Har I egne filer i mappen skabeloner, så prøv uden dem. "
            "Hjælper det ikke, er det en fejl i programmet: send teksten til dem, der passer det.",
        )
        self.breaches = breaches
