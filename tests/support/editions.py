"""Editions that the program has built: the fullest that there is, the smallest, a draft, one with a policy."""

import fcntl
import json
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from frivilligrapport.documents.catalogue import document_types
from support.folders.work_folder import status_file, write_folder
from support.pdf.tagged_pdf import TaggedPdf
from support.program import Run, in_process
from support.repository import EXAMPLES, copenhagen

KOMMUNE = "kommune: Prøvekøbing\nforvaltninger:\n  - id: tmf\n    forkortelse: TMF\n    navn: Teknik\n"
UNREADABLE = "forvaltning: [SOF\n"
_ROOT, _LETTERS, _RUN = "Københavns Kommune - rapport", "breve", "run.json"


@dataclass(frozen=True)
class Document:
    """Hold a document in two formats."""

    name: str
    markdown: str
    data: bytes
    pdf: TaggedPdf


@dataclass(frozen=True)
class Edition:
    """An edition that has been built below a folder, which nobody writes in."""

    place: Path

    @property
    def folder(self) -> Path:
        """The folder of the documents."""
        return self.place / _ROOT / "udgivelser" / "2014"

    @property
    def letters(self) -> Path:
        """The folder of what is built only when asked for."""
        return self.place / _LETTERS

    @property
    def run(self) -> Run:
        """What the program said."""
        return Run(**json.loads((self.place / _RUN).read_text(encoding="utf-8")))

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


# Gives an edition by its name, in every format (the fixture `editions`).
Editions = Callable[[str], Edition]


def _smallest(folder: Path) -> Path:
    return write_folder(folder, {"kommune.yaml": KOMMUNE, "2014/tmf.yaml": status_file("TMF")})


def _draft(folder: Path) -> Path:
    """Write a year with one file in order, one that cannot be read, and one that has not come."""
    return write_folder(folder, {"2014/tmf.yaml": status_file("TMF"), "2014/sof.yaml": UNREADABLE})


def _policy(folder: Path) -> Path:
    """Copy a year that follows a policy with points, and a plan from two years before."""
    return Path(shutil.copytree(EXAMPLES / "politik-to-aar", folder))


@dataclass(frozen=True)
class _Kind:
    write: Callable[[Path], Path]
    options: tuple[str, ...] = ()


KINDS = {
    "fullest": _Kind(copenhagen, ("--strict",)),
    "smallest": _Kind(_smallest),
    "draft": _Kind(_draft, ("--draft",)),
    "policy": _Kind(_policy),
}


def edition(name: str, shared: Path, formats: str = "md,html,pdf") -> Edition:
    """Give the year 2014 of one of KINDS as the program builds it.

    Whichever test process comes first builds it in the folder that they share; the others wait for it.
    """
    place = shared / f"{name}-{formats}"
    with place.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not place.exists():
            scratch = Path(tempfile.mkdtemp(dir=shared))
            run = _build(KINDS[name], scratch, formats)
            (scratch / _RUN).write_text(json.dumps(asdict(run)), encoding="utf-8")
            scratch.rename(place)
    return Edition(place)


def _build(kind: _Kind, scratch: Path, formats: str) -> Run:
    root, program = kind.write(scratch / _ROOT), in_process(scratch)
    words = ("build", "2014", "--format", formats, *kind.options)
    run = program(*words, cwd=root)
    for wanted in (one.name for one in document_types() if one.on_request):
        asked = program(*words, "--document", wanted, "--output", scratch / _LETTERS, cwd=root)
        assert (run.code, asked.code) == (0, 0), run.err + asked.err
    return run
