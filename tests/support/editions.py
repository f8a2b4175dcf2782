"""Whole editions that the program has built: the fullest that there is, the smallest, a draft, one with a policy."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from frivilligrapport.documents.catalogue import document_types
from reports import REPOSITORY
from support.program import Run, in_process
from tagged_pdf import TaggedPdf
from work_folder import status_file, write_folder

KOMMUNE = "kommune: Prøvekøbing\nforvaltninger:\n  - id: tmf\n    forkortelse: TMF\n    navn: Teknik\n"
UNREADABLE = "forvaltning: [SOF\n"


@dataclass(frozen=True)
class Document:
    """Hold a document in two formats."""

    name: str
    markdown: str
    data: bytes
    pdf: TaggedPdf


@dataclass(frozen=True)
class Edition:
    """Say where an edition lies and what the program said; `letters` holds what is built only when asked for."""

    folder: Path
    letters: Path
    run: Run

    def text(self, name: str) -> str:
        """Read a page or a Markdown text, which may be a letter."""
        found = self.folder / name
        return (found if found.exists() else self.letters / name).read_text(encoding="utf-8")

    def documents(self) -> tuple[Document, ...]:
        """Give each document that has been laid out."""
        pdfs = sorted(path for place in (self.folder, self.letters) for path in place.glob("*.pdf"))
        return tuple(
            Document(pdf.stem, pdf.with_suffix(".md").read_text(encoding="utf-8"), data, TaggedPdf(data))
            for pdf in pdfs
            for data in [pdf.read_bytes()]
        )


def _fullest(folder: Path) -> Path:
    """Copy the project's own work folder."""
    shutil.copytree(REPOSITORY / "indberetninger", folder / "indberetninger")
    return folder


def _smallest(folder: Path) -> Path:
    return write_folder(folder, {"kommune.yaml": KOMMUNE, "2014/tmf.yaml": status_file("TMF")})


def _draft(folder: Path) -> Path:
    """Write a year with one file in order, one that cannot be read, and one that has not come."""
    return write_folder(folder, {"2014/tmf.yaml": status_file("TMF"), "2014/sof.yaml": UNREADABLE})


def _policy(folder: Path) -> Path:
    """Copy a year that follows a policy with points, and a plan from two years before."""
    return Path(shutil.copytree(REPOSITORY / "tests/eksempler/politik-to-aar", folder))


@dataclass(frozen=True)
class _Kind:
    write: Callable[[Path], Path]
    options: tuple[str, ...] = ()


KINDS = {
    "fullest": _Kind(_fullest, ("--strict",)),
    "smallest": _Kind(_smallest),
    "draft": _Kind(_draft, ("--draft",)),
    "policy": _Kind(_policy),
}


def build_edition(name: str, scratch: Path, formats: str = "md,html,pdf") -> Edition:
    """Build the year 2014 of one of KINDS below an empty folder, and everything that is built only when asked for."""
    kind = KINDS[name]
    root, letters = kind.write(scratch / "Københavns Kommune - rapport"), scratch / "breve"
    program = in_process(scratch)
    words = ("build", "2014", "--format", formats, *kind.options)
    run = program(*words, cwd=root)
    for wanted in (one.name for one in document_types() if one.on_request):
        asked = program(*words, "--document", wanted, "--output", letters, cwd=root)
        assert (asked.code, run.code) == (0, 0), run.err + asked.err
    return Edition(root / "udgivelser" / "2014", letters, run)
