"""The steps behind `build`: what was asked for, where it lies, what is wrong with it, and the writing."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from frivilligrapport.cli import completion
from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.findings import show
from frivilligrapport.cli.git import commit_of
from frivilligrapport.cli.municipalities import Result, Several, Visit, several_in, stopped, visit_all
from frivilligrapport.cli.pdf_cache import user_cache
from frivilligrapport.cli.progress import progress
from frivilligrapport.cli.work_folder import OUTPUT, read_folder, read_year, work_folder, year_of
from frivilligrapport.cli.writing import manifest_in, published, write_all
from frivilligrapport.collection.templates import own_templates, template_files
from frivilligrapport.collection.values import Aargang, Samling
from frivilligrapport.figures.register import Registers
from frivilligrapport.pipeline.archive import archive
from frivilligrapport.pipeline.edition import FORMATS, Means, Order, Step, build, document_names
from frivilligrapport.pipeline.joint_edition import OVERVIEW, JointYear, joint_document, municipality
from frivilligrapport.pipeline.manifest import MANIFEST, Manifest, manifest_of
from frivilligrapport.pipeline.pdf_cache import NO_CACHE, Cache
from frivilligrapport.pipeline.recheck import Edition, Recheck, State, order_again, recheck
from frivilligrapport.problems import ExitCode
from frivilligrapport.rendering.pdf.claims import makes_claims
from frivilligrapport.rules.run import Findings, examine_for_build

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
    registers: Registers
    aargang: Aargang
    order: Order
    output: Path

    @property
    def samling(self) -> Samling:
        """Give all that the work folder holds."""
        return self.registers.samling


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
    return Place(
        root, Registers(samling), aargang, request.order, Path(output) if output else root / OUTPUT / str(aargang.aar)
    )


def show_findings(place: Place) -> Findings:
    """Show what was found on stderr and give it back."""
    findings = examine_for_build(place.samling, place.aargang, place.registers)
    show(findings, place.samling)
    return findings


def make(place: Place, findings: Findings, cache: Cache, beside: Beside = _nothing) -> list[Path]:
    """Build and write, with what is to lie beside the documents; give the paths of all but the manifest.

    Raises WrongUse, CannotWrite and what `pipeline.edition` raises.
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
    """Build without writing; give the files by name. Raises what `pipeline.edition` raises."""
    with progress() as tell:
        means = Means(cache, lambda step: tell(_in_words(step)))
        return build(place.registers, place.aargang, findings, place.order, own_templates(place.root), means)


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


def refuse_archive(place: Place, *, wanted: bool, check: bool) -> None:
    """Refuse a package of less than an edition. Raises WrongUse."""
    if not wanted:
        return
    if check:
        raise WrongUse("--check og --archive kan ikke bruges sammen.", "Kør først det ene og så det andet.")
    if place.order.draft:
        raise WrongUse("Et udkast kan ikke arkiveres.", "Byg uden --draft, når alt er på plads.")
    if place.order.document or set(place.order.formats) != set(FORMATS):
        hint = "Skriv frivilligrapport build --archive uden --document og --format."
        raise WrongUse("Arkivet skal have hele udgivelsen med.", hint)


def packed(place: Place, made: Mapping[str, bytes], manifest: Manifest) -> dict[str, bytes]:
    """Give the package by its file's name."""
    data = archive(place.registers, place.aargang, made, manifest, template_files(place.root))
    return {f"arkiv-{place.aargang.aar}.zip": data}


def as_published(place: Place, then: Edition) -> Place:
    """Ask for what was published."""
    return replace(place, order=order_again(place.order, then.manifest))


def check_again(place: Place, then: Edition, findings: Findings) -> ExitCode:
    """Build again, without the cache, and print each file's state; PROBLEMS when anything is another.

    Raises WrongUse where there is nothing to build, and what `pipeline.edition` raises.
    """
    made = made_of(place, findings, NO_CACHE)
    if not made:
        raise nothing_to_build(place)
    found = recheck(Edition(made, manifest_for(place, made)), then, place.order)
    _show(found)
    if found.is_same:
        print("Alt er, som det blev bygget.", file=sys.stderr)
        return ExitCode.OK
    print(f"Byg igen med frivilligrapport build {place.aargang.aar}.", file=sys.stderr)
    return ExitCode.PROBLEMS


def _show(found: Recheck) -> None:
    for name, state in found.files:
        print(f"{name}: {state}")
    if found.sources:
        print("\nDet, rapporten er bygget af, er ikke det samme som dengang:")
        for name, state in found.sources:
            print(f"  {name}: {state}")
    if found.versions:
        print("\nProgrammerne er ikke de samme som dengang:")
        for name, then, now in found.versions:
            print(f"  {name}: {then or State.MISSING}, nu {now or State.MISSING}")


def build_joint(several: Several, request: Request, cache: Cache, *, strict: bool) -> int:
    """Build each municipality in its own folder, then the overview. Raises WrongUse and CannotWrite."""
    order = request.order

    def look(visit: Visit) -> Result:
        registers = Registers(visit.samling)
        findings = examine_for_build(visit.samling, visit.aargang, registers)
        out = stopped(visit, findings, strict=strict, draft=order.draft)
        if out:
            return out
        if order.document != OVERVIEW:
            output = visit.root / OUTPUT / str(visit.aargang.aar)
            for path in make(Place(visit.root, registers, visit.aargang, order, output), findings, cache):
                print(path)
        return Result(ExitCode.OK, municipality(registers, visit.aargang, visit.root.name))

    code, year = visit_all(several, several.year(request.year), look)
    if order.document in {"", OVERVIEW}:
        for path in _write_overview(several.root, year, order, cache):
            print(path)
    print(year.text, file=sys.stderr)
    return code


def read_joint_request(year: str | None, formats: str, document: str, *, draft: bool) -> Request:
    """Read the words of the command line; the overview is a document that only several municipalities have."""
    request = read_request(year, formats, "" if document == OVERVIEW else document, draft=draft)
    return replace(request, order=replace(request.order, document=document))


def refuse_joint(*, output: str | None, check: bool, archive: bool) -> None:
    """Refuse what can only be done to one municipality. Raises WrongUse."""
    given = "--output" if output else "--check" if check else "--archive" if archive else ""
    if given:
        hint = "Gør det for én kommune ad gangen: --folder og navnet på dens mappe."
        raise WrongUse(f"{given} kan ikke bruges på flere kommuner på én gang.", hint)


def _write_overview(root: Path, year: JointYear, order: Order, cache: Cache) -> list[Path]:
    made = joint_document(year, order, own_templates(root), cache)
    say_what_is_unchecked(made)
    return write_all(root / OUTPUT / str(year.aar), made)


HELP = """Bygger årets rapport som Markdown, HTML og PDF i udgivelser/<år>/.

Med følger en kort udgave på to sider og et faktaark for hver forvaltning. Returbrevene til forvaltningerne laves kun,
når der bliver bedt om dem: --document returbrev.

Er der fejl i filerne, vises de, og intet bliver skrevet. Med --draft bygges et udkast af det, der er.
Ligger der flere kommuners mapper i den mappe, der er angivet med --folder, bygges de alle, og med følger en oversigt.
Med --archive kommer også én zip-fil med udgivelsen, tallene og alle de filer, den er lavet af.
Med --check bliver intet skrevet: der bygges igen, og du får at vide, om det bliver det samme som det udgivne.
"""


def command(
    year: Annotated[
        str | None,
        typer.Argument(
            metavar="[ÅR]",
            help="Året. Uden år bygges det nyeste med en rapport.yaml.",
            autocompletion=completion.years,
        ),
    ] = None,
    formats: Annotated[
        str, typer.Option("--format", metavar="FORMATER", help="md, html og pdf, adskilt af komma.", show_default=False)
    ] = "md,html,pdf",
    document: Annotated[
        str,
        typer.Option(
            "--document",
            metavar="NAVN",
            help="Kun dette dokument, fx statusrapport eller faktaark-tmf.",
            show_default=False,
            autocompletion=completion.documents,
        ),
    ] = "",
    output: Annotated[str | None, typer.Option("--output", metavar="MAPPE", help="Mappen, der skrives i.")] = None,
    folder: Annotated[
        str | None, typer.Option("--folder", metavar="MAPPE", help="Mappen, som indberetninger ligger i.")
    ] = None,
    *,
    draft: Annotated[bool, typer.Option("--draft", help="Bygger et udkast, også når noget mangler.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Advarsler standser også byggeriet.")] = False,
    archive: Annotated[bool, typer.Option("--archive", help="Skriver også alt i én zip-fil til arkivet.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Bygger igen og sammenligner uden at skrive.")] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Laver hver PDF forfra.")] = False,
) -> int:
    """Carry out `build`."""
    cache = user_cache(wanted=not no_cache)
    several = several_in(folder)
    if several:
        refuse_joint(output=output, check=check, archive=archive)
        request = read_joint_request(year, formats, document, draft=draft)
        return build_joint(several, request, cache, strict=strict)
    place = find_place(folder, read_request(year, formats, document, draft=draft), output)
    refuse_archive(place, wanted=archive, check=check)
    then = published(place.output) if check else None
    place = as_published(place, then) if then else place
    findings = show_findings(place)
    if findings.has_personal_data:
        return ExitCode.PERSONAL_DATA
    if not place.order.draft and (findings.has_errors or (strict and findings.open)):
        print("Intet er skrevet. Ret det ovenfor, eller byg et udkast med --draft.", file=sys.stderr)
        return ExitCode.PROBLEMS
    if then:
        return check_again(place, then, findings)
    beside = [packed] if archive else []
    for path in make(place, findings, cache, *beside):
        print(path)
    return ExitCode.OK
