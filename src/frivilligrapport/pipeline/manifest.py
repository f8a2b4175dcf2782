"""What an edition was made of, written beside it as JSON: every file by its SHA-256, and every version."""

import json
import platform
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from frivilligrapport import __version__
from frivilligrapport.collection.folder import INDBERETNINGER, SKABELONER
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.documents.catalogue import document_types
from frivilligrapport.models.statusfil import Billede
from frivilligrapport.problems.signs import json_text
from frivilligrapport.rendering.pdf.libraries import library_versions
from frivilligrapport.rendering.templates.shipped import BUILT_IN, builtin_folder

MANIFEST = "manifest.json"
LEFT = "tidligere-filer.json"
_ABOUT_LEFT = "Filer fra tidligere bygninger af noget andet. De hører ikke med til det, der er udgivet nu."
_FONTS = f"{BUILT_IN}fonts/"
_SHIPPED = (".css", ".j2", ".woff", ".woff2")
_FORMAT = 1
_PACKAGES = (
    "brotli",
    "cssselect2",
    "fonttools",
    "jinja2",
    "markdown",
    "markupsafe",
    "nh3",
    "page-validation",
    "pikepdf",
    "pillow",
    "pydyf",
    "pyphen",
    "tinycss2",
    "tinyhtml5",
    "weasyprint",
    "xlsxwriter",
)
CHECKERS = ("page-validation", "pikepdf")


@dataclass(frozen=True, slots=True)
class Output:
    """State a file that was made."""

    size: int
    sha256: str

    @classmethod
    def of(cls, data: bytes) -> "Output":
        """State what was made."""
        return cls(len(data), _sum(data))


@dataclass(frozen=True, slots=True)
class Commit:
    """State which commit of git the work folder was at; `is_clean` when nothing in it was changed since."""

    commit: str
    is_clean: bool


@dataclass(frozen=True, slots=True)
class Manifest:
    """State what an edition was made of. Files are named below the work folder, or `indbygget/` for the program's own.

    `withdrawn` are the pictures that are in no edition any more, with the day. It holds no time, no path of the
    machine's and nobody's name, and nothing of what lay in the folder before.
    """

    aar: int
    draft: bool
    inputs: Mapping[str, str]
    templates: Mapping[str, str]
    fonts: Mapping[str, str]
    outputs: Mapping[str, Output]
    versions: Mapping[str, str]
    commit: Commit | None = None
    withdrawn: Mapping[str, str] = field(default_factory=dict)

    @property
    def sources(self) -> dict[str, str]:
        """Give the SHA-256 of everything it was made of, by name."""
        return {**self.inputs, **self.templates, **self.fonts}

    def joined(self, before: "Manifest | None") -> "Manifest":
        """Add what an earlier build made of the very same: one document or format at a time is still one edition."""
        if before is None or replace(before, outputs=self.outputs, commit=self.commit) != self:
            return self
        return replace(self, outputs={**before.outputs, **self.outputs})

    def to_json(self) -> bytes:
        """Write it with its keys in order; UTF-8, with a last newline."""
        commit = self.commit
        content = {
            "manifest": _FORMAT,
            "år": self.aar,
            "udkast": self.draft,
            "indberetninger": dict(self.inputs),
            "skabeloner": dict(self.templates),
            "skrifter": dict(self.fonts),
            "billeder_trukket_tilbage": dict(self.withdrawn),
            "filer": {name: {"bytes": one.size, "sha256": one.sha256} for name, one in self.outputs.items()},
            "versioner": dict(self.versions),
            "git": {"commit": commit.commit, "uden_ændringer": commit.is_clean} if commit else None,
        }
        return json_text(content, in_order=True).encode()


def left_to_json(names: Collection[str]) -> bytes:
    """Name files in an edition's folder that earlier builds of something else left: ours, and no part of the edition.

    They are told in a file of their own, so that a manifest is the same wherever the edition was built.
    """
    return json_text({"om": _ABOUT_LEFT, "tidligere_filer": sorted(names)}, in_order=True).encode()


def read_left(data: bytes) -> frozenset[str] | None:
    """Read what `left_to_json` has written; None when it is something else."""
    try:
        told = json.loads(data)
        return frozenset(map(str, told["tidligere_filer"])) if told["om"] == _ABOUT_LEFT else None
    except (ValueError, LookupError, TypeError):
        return None


def read_manifest(data: bytes) -> Manifest | None:
    """Read a manifest; None when it is none, or one of a form that is not known here.

    A later edition of the program may say more; what it says of the same things must be the same.
    """
    try:
        told = json.loads(data)
        return _manifest(told) if told["manifest"] == _FORMAT else None
    except (ValueError, LookupError, TypeError, AttributeError):
        return None


def _manifest(told: Mapping[str, Any]) -> Manifest:
    commit = told["git"]
    return Manifest(
        aar=int(told["år"]),
        draft=bool(told["udkast"]),
        inputs=_sums(told["indberetninger"]),
        templates=_sums(told["skabeloner"]),
        fonts=_sums(told["skrifter"]),
        outputs={name: Output(int(one["bytes"]), str(one["sha256"])) for name, one in told["filer"].items()},
        versions=_sums(told["versioner"]),
        commit=Commit(str(commit["commit"]), bool(commit["uden_ændringer"])) if commit else None,
        withdrawn=_sums(told.get("billeder_trukket_tilbage", {})),
    )


def _sums(told: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(one) for name, one in told.items()}


def manifest_of(
    samling: Samling,
    aargang: Aargang,
    templates: Mapping[str, bytes],
    made: Mapping[str, bytes],
    commit: Commit | None,
    *,
    draft: bool,
) -> Manifest:
    """State what an edition was made of; `templates` are the work folder's own files by name, `made` what came out.

    The files of later years are left out: no report looks ahead.
    """
    shipped = dict(_shipped())
    own = {f"{SKABELONER}/{name}": _sum(data) for name, data in templates.items()}
    return Manifest(
        aar=aargang.aar,
        draft=draft,
        inputs=dict(_inputs(samling, aargang.aar)),
        templates=own | {name: one for name, one in shipped.items() if not name.startswith(_FONTS)},
        fonts={name: one for name, one in shipped.items() if name.startswith(_FONTS)},
        outputs={name: Output.of(data) for name, data in made.items()},
        versions=versions(),
        commit=commit,
        withdrawn=dict(_withdrawn(aargang)),
    )


def _inputs(samling: Samling, year: int) -> Iterator[tuple[str, str]]:
    later = tuple(f"{INDBERETNINGER}/{one.aar}/" for one in samling.aargange if one.aar > year)
    for name, original in samling.originals.items():
        if not name.startswith(later):
            yield name, _sum(original.data)
    if samling.logo and samling.logo.data is not None:
        yield samling.logo.file, _sum(samling.logo.data)


def _withdrawn(aargang: Aargang) -> Iterator[tuple[str, str]]:
    """Give the pictures that were withdrawn, each with the day as it is printed."""
    files = (aargang.rapport, *(one.statusfil for one in aargang.indberetninger))
    for one in (group for file in files if file for group in file.groups):
        if isinstance(one, Billede) and one.trukket_tilbage:
            yield str(one.fil), one.trukket_tilbage.period.text()


def _shipped() -> Iterator[tuple[str, str]]:
    """Give what comes with the program, and the templates of document types from other packages."""
    folder = builtin_folder()
    for path in sorted(folder.rglob("*")):
        if path.suffix in _SHIPPED:
            yield f"{BUILT_IN}{path.relative_to(folder).as_posix()}", _sum(path.read_bytes())
    for kind in document_types():
        for name, text in kind.templates.items():
            yield f"{kind.name}/{name}", _sum(text.encode())


def _sum(data: bytes) -> str:
    return sha256(data).hexdigest()


@cache
def versions() -> dict[str, str]:
    """Give each version by name, of Python, of the packages and of Pango and HarfBuzz; what is not here is left out.

    Loads no package: it reads what is written about them where they are installed.
    """
    found = {"python": platform.python_version(), "frivilligrapport": __version__}
    found |= {name: _package(name) for name in _PACKAGES}
    found |= library_versions()
    return {name: text for name, text in sorted(found.items()) if text}


def _package(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
