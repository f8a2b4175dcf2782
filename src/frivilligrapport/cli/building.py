"""The steps behind `build`: what was asked for, where it lies, what is wrong with it, and the writing."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.findings import show
from frivilligrapport.cli.git_commit import commit_of
from frivilligrapport.cli.progress import progress
from frivilligrapport.cli.published import manifest_in
from frivilligrapport.cli.workplace import OUTPUT, read_folder, read_year, work_folder, year_of
from frivilligrapport.cli.writing import write_all
from frivilligrapport.collection.templates import own_templates, template_files
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.pipeline.building import FORMATS, Means, Order, Step, build, document_names
from frivilligrapport.pipeline.caching import Cache
from frivilligrapport.pipeline.examining import Findings, examine_for_build
from frivilligrapport.pipeline.manifest import MANIFEST, Manifest, manifest_of
from frivilligrapport.rendering.pdf_claims import makes_claims

_UNCHECKED = """\
PDF'en er skrevet uden mærkerne for tilgængelighed (PDF/UA-1) og arkivering (PDF/A-2a), for det program, der
kontrollerer dem, er ikke installeret. Skriv:
    python -m pip install "frivilligrapport[pdfkontrol]"
og byg igen."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked for, checked."""

    year: int | None
    order: Order


@dataclass(frozen=True, slots=True)
class Place:
    """The year that is built, and where its documents go."""

    root: Path
    samling: Samling
    aargang: Aargang
    order: Order
    output: Path


# What is made of the finished documents and their manifest, by file name.
Beside = Callable[[Place, Mapping[str, bytes], Manifest], Mapping[str, bytes]]


def _nothing(_place: Place, _made: Mapping[str, bytes], _manifest: Manifest) -> Mapping[str, bytes]:
    return {}


def read_request(year: str | None, formats: str, document: str, *, draft: bool) -> Request:
    """Read the words of the command line. Raises WrongUse."""
    chosen = read_year(year, "build")
    wanted = tuple(word.strip().lower() for word in formats.split(",") if word.strip())
    unknown = [word for word in wanted if word not in FORMATS]
    if unknown or not wanted:
        raise WrongUse(
            f"Formatet »{unknown[0] if unknown else ''}« kendes ikke.", f"Formaterne er {', '.join(FORMATS)}."
        )
    if document and not any(document == name or document.startswith(f"{name}-") for name in document_names()):
        raise WrongUse(f"Dokumentet »{document}« kendes ikke.", f"Dokumenterne er: {', '.join(document_names())}.")
    return Request(chosen, Order(wanted, document, draft))


def find_place(folder: str | None, request: Request, output: str | None) -> Place:
    """Read the work folder and choose the year. Raises WrongUse."""
    root = work_folder(folder)
    samling = read_folder(root)
    aargang = year_of(samling, request.year)
    return Place(root, samling, aargang, request.order, Path(output) if output else root / OUTPUT / str(aargang.aar))


def check(place: Place) -> Findings:
    """Show what was found on stderr and give it back."""
    findings = examine_for_build(place.samling, place.aargang)
    show(findings, place.samling)
    return findings


def make(place: Place, findings: Findings, cache: Cache, beside: Beside = _nothing) -> list[Path]:
    """Build and write, with what is to lie beside the documents; give the paths of all but the manifest.

    Raises WrongUse, CannotWrite and what `pipeline.building` raises.
    """
    made = made_of(place, findings, cache)
    if not made:
        raise nothing_to_build(place)
    manifest = manifest_for(place, made).joined(manifest_in(place.output))
    files = {**made, **beside(place, made, manifest), MANIFEST: manifest.to_json()}
    written = write_all(place.output, files)
    say_what_is_unchecked(made)
    return [path for path in written if path.name != MANIFEST]


def nothing_to_build(place: Place) -> WrongUse:
    """Word that the year has no document, or not the one that was asked for."""
    if place.order.document:
        hint = "Året har ikke den fil, som dokumentet laves af, eller forvaltningen er der ikke det år."
        return WrongUse(f"»{place.order.document}« kan ikke laves for {place.aargang.aar}.", hint)
    hint = "Året har hverken rapport.yaml, følgenotat, arbejdsprogram eller operationalisering."
    return WrongUse(f"Der er intet at bygge for {place.aargang.aar}.", hint)


def made_of(place: Place, findings: Findings, cache: Cache) -> dict[str, bytes]:
    """Build without writing; give the files by name. Raises what `pipeline.building` raises."""
    with progress() as tell:
        means = Means(cache, lambda step: tell(_in_words(step)))
        return build(place.samling, place.aargang, findings, place.order, own_templates(place.root), means)


def manifest_for(place: Place, made: Mapping[str, bytes]) -> Manifest:
    """State what the files were made of."""
    own, commit = template_files(place.root), commit_of(place.root)
    return manifest_of(place.samling, place.aargang, own, made, commit, draft=place.order.draft)


def _in_words(step: Step) -> str:
    return f"Bygger {step.name} … {step.number} af {step.of}"


def say_what_is_unchecked(made: Mapping[str, bytes]) -> None:
    """Tell on stderr when a PDF was made without its two claims, since nothing here can check them."""
    if any(name.endswith(".pdf") and not makes_claims(data) for name, data in made.items()):
        print(_UNCHECKED, file=sys.stderr)
