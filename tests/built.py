"""All documents that the program builds, as Markdown and as PDF: the fullest that there are, the smallest, drafts."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from frivilligrapport.collection.loader import load
from frivilligrapport.documents.catalogue import document_types
from frivilligrapport.figures.register import Registers
from frivilligrapport.pipeline.edition import Order, build
from frivilligrapport.rules.run import examine_for_build
from reports import REPOSITORY
from tagged_pdf import TaggedPdf
from work_folder import status_file, write_folder

KOMMUNE = "kommune: Prøvekøbing\nforvaltninger:\n  - id: tmf\n    forkortelse: TMF\n    navn: Teknik\n"
UNREADABLE = "forvaltning: [SOF\n"


@dataclass(frozen=True)
class Built:
    """Hold a document in two editions."""

    name: str
    markdown: str
    data: bytes
    pdf: TaggedPdf


def _fullest(_: Path) -> Path:
    return REPOSITORY


def _smallest(folder: Path) -> Path:
    return write_folder(folder, {"kommune.yaml": KOMMUNE, "2014/tmf.yaml": status_file("TMF")})


def _draft(folder: Path) -> Path:
    """Write a year with one file in order, one that cannot be read, and one that has not come."""
    return write_folder(folder, {"2014/tmf.yaml": status_file("TMF"), "2014/sof.yaml": UNREADABLE})


def _policy(_: Path) -> Path:
    """Give a year that follows a policy with points, and a plan from two years before."""
    return REPOSITORY / "tests/eksempler/politik-to-aar"


FOLDERS: dict[str, Callable[[Path], Path]] = {
    "fullest": _fullest,
    "smallest": _smallest,
    "draft": _draft,
    "policy": _policy,
}


def built(name: str, folder: Path) -> tuple[Built, ...]:
    """Build the year 2014 of one of FOLDERS, made in an empty folder; the PDF is checked on the way."""
    samling = load(FOLDERS[name](folder))
    aargang = samling.aargang(2014)
    assert aargang is not None
    findings = examine_for_build(samling, aargang)
    files: dict[str, bytes] = {}
    for wanted in ("", *(kind.name for kind in document_types() if kind.on_request)):
        files |= build(Registers(samling), aargang, findings, Order(("md", "pdf"), wanted, draft=name == "draft"), {})
    pdfs = {file.removesuffix(".pdf"): data for file, data in files.items() if file.endswith(".pdf")}
    return tuple(Built(one, files[f"{one}.md"].decode(), data, TaggedPdf(data)) for one, data in pdfs.items())
