"""Build a year's documents, or several municipalities', and hold them against what is published.

A build reads what is asked for, examines the year, makes its documents, writes them whole, and says where they are.
"""

import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from frivilligrapport.cli.execution.municipalities import Result, Several, counted, several_in, visit_all
from frivilligrapport.cli.execution.unchanged import Answer, BuildRequest, content_of
from frivilligrapport.cli.execution.workers import in_order
from frivilligrapport.cli.exits import CannotWrite, WrongUse
from frivilligrapport.cli.findings import refuse_errors, refuse_personal_data, said_of, show
from frivilligrapport.cli.git import commit_of
from frivilligrapport.cli.options import read_year
from frivilligrapport.cli.places import OUTPUT
from frivilligrapport.cli.terminal import print_note, print_path, print_text, progress
from frivilligrapport.cli.work_folder import WorkYear, open_year, refuse_foreign, refuse_output
from frivilligrapport.cli.writing import settle, write_all
from frivilligrapport.collection.templates import own_templates, template_files
from frivilligrapport.danish import nearest_word
from frivilligrapport.documents.catalogue import added_types_are_installed, document_types
from frivilligrapport.documents.overview import NAME as OVERVIEW
from frivilligrapport.figures.joint import JointYear
from frivilligrapport.pipeline.archive import archive, is_archive
from frivilligrapport.pipeline.edition import (
    FORMATS,
    Cache,
    Means,
    Order,
    Step,
    build,
    document_names,
    is_as_checked_as_can_be,
)
from frivilligrapport.pipeline.joint_edition import joint_document
from frivilligrapport.pipeline.manifest import (
    LEFT,
    MANIFEST,
    Manifest,
    left_to_json,
    manifest_of,
    read_left,
    read_manifest,
)
from frivilligrapport.pipeline.recheck import Edition, Recheck, State, order_again, recheck
from frivilligrapport.pipeline.replacing import is_remade
from frivilligrapport.problems import ExitCode
from frivilligrapport.problems.signs import plain_name
from frivilligrapport.rendering.pdf.claims import makes_claims
from frivilligrapport.rules.acceptance.sorting import Findings
from frivilligrapport.rules.run import examine_for_build

_Told = TypeVar("_Told")
# What lies beside the documents and is about them: nobody is told that it was written.
_NOTES = frozenset({MANIFEST, LEFT})
_BOOK = ".xlsx"
# What takes longest to load of all that makes a PDF.
_TYPESETTER = "frivilligrapport.rendering.pdf.typeset"


def carry_out(
    request: BuildRequest, cache: Cache | None, remember: Callable[[Answer], object] | None, jobs: int | None = None
) -> int:
    """Build what is asked for, or hold it against what is published; give the exit code.

    `remember`, if there is one, is told what came of it when the very same could be said again of the very same files.
    At most `jobs` PDFs are made at a time, as many as there are cores where nothing is said.
    """
    several = several_in(request.folder)
    chosen, order = read_year(request.year, "build"), _read_order(request, joint=several is not None)
    _refuse_contradictions(request, order, joint=several is not None)
    means = Means(cache, share=partial(in_order, loads=_TYPESETTER, jobs=jobs, fewest=2))
    if several:
        return _build_several(several, several.year(chosen), order, means, strict=request.strict)
    work = open_year(request.folder, chosen)
    output = Path(request.output) if request.output else None
    refuse_output(output, is_folder=True)
    job = _Job(work, order, output or work.output, means, request.strict)
    return _check_published(job) if request.check else _build_one(job, remember, archived=request.archive)


@dataclass(frozen=True, slots=True)
class _Job:
    """What is to be built of a year, and where it goes."""

    work: WorkYear
    order: Order
    output: Path
    means: Means
    strict: bool = False


def _read_order(request: BuildRequest, *, joint: bool) -> Order:
    """Read the words of the command line; the overview is a document that only several municipalities have."""
    document = request.document.strip().lower()
    wanted = tuple(filter(None, re.split(r"[,;\s]+", request.formats.lower())))
    unknown = [word for word in wanted if word not in FORMATS]
    if unknown or not wanted:
        raise WrongUse(
            f"Formatet »{unknown[0] if unknown else ''}« kendes ikke.", f"Formaterne er {', '.join(FORMATS)}."
        )
    is_known = not document or (joint and document == OVERVIEW)
    if not is_known and not any(kind.covers(document) for kind in document_types()):
        meant = nearest_word(document, document_names())
        message = f"Dokumentet »{request.document}« kendes ikke." + (f" Mente du {meant}?" if meant else "")
        raise WrongUse(message, f"Dokumenterne er: {', '.join(document_names())}.")
    return Order(wanted, document, request.draft)


def _refuse_contradictions(request: BuildRequest, order: Order, *, joint: bool) -> None:
    """Raise WrongUse for what cannot be asked for together, of an archive, or of several municipalities."""
    is_part = order.document or set(order.formats) != set(FORMATS)
    of_one = {"--output": request.output, "--check": request.check, "--archive": request.archive}
    for_several = "Gør det for én kommune ad gangen: --folder og navnet på dens mappe."
    for is_asked, message, hint in (
        *(
            (joint and one, f"{name} kan ikke bruges på flere kommuner på én gang.", for_several)
            for name, one in of_one.items()
        ),
        (
            request.draft and request.strict,
            "--draft og --strict kan ikke bruges sammen.",
            "Et udkast bygges, hvad der end mangler.",
        ),
        (
            request.archive and request.check,
            "--check og --archive kan ikke bruges sammen.",
            "Kør først det ene og så det andet.",
        ),
        (request.archive and request.draft, "Et udkast kan ikke arkiveres.", "Byg uden --draft, når alt er på plads."),
        (
            request.archive and is_part,
            "Arkivet skal have hele udgivelsen med.",
            "Skriv frivilligrapport build --archive uden --document og --format.",
        ),
    ):
        if is_asked:
            raise WrongUse(message, hint)


def _build_one(job: _Job, remember: Callable[[Answer], object] | None, *, archived: bool) -> ExitCode:
    """Build and write what was asked for, unless something in the files stops it."""
    findings = _examine(job)
    written = _write(job, _make(job, findings), archived=archived)
    said = "".join(f"{plain_name(str(path))}\n" for path in written if path.name not in _NOTES)
    print_text(said, end="")
    logo = job.work.samling.logo
    read = {job.work.root / logo.file: logo.data} if logo else {}
    if remember and _can_be_said_again(written) and None not in read.values():
        err = said_of(findings, job.work.samling) + _unchecked(written.values())
        files = {str(path.absolute()): content_of(path, data) for path, data in {**written, **read}.items()}
        remember(Answer(said, err, files))
    return ExitCode.OK


def _examine(job: _Job) -> Findings:
    """Show what was found, and give it; stop where nothing may be built."""
    findings = examine_for_build(job.work.samling, job.work.aargang, job.work.registers)
    show(findings, job.work.samling)
    if job.order.draft:
        refuse_personal_data(findings)
    else:
        outcome = "Intet er skrevet. Ret det ovenfor, eller byg et udkast med --draft."
        refuse_errors(findings, outcome, strict=job.strict)
    return findings


def _make(job: _Job, findings: Findings) -> dict[str, bytes]:
    """Build without writing; give the files by name."""
    aargang = job.work.aargang
    with progress() as tell:
        means = replace(job.means, tell=lambda step: tell(_in_words(step)))
        made = build(job.work.registers, aargang, findings, job.order, own_templates(job.work.root), means)
    if made:
        return made
    if job.order.document:
        hint = "Året har ikke den fil, som dokumentet laves af, eller forvaltningen er der ikke det år."
        raise WrongUse(f"»{job.order.document}« kan ikke laves for {aargang.aar}.", hint)
    hint = "Året har hverken rapport.yaml, følgenotat, arbejdsprogram eller operationalisering."
    raise WrongUse(f"Der er intet at bygge for {aargang.aar}.", hint)


def _write(job: _Job, made: Mapping[str, bytes], *, archived: bool = False) -> dict[Path, bytes]:
    """Write what was made, and the manifest beside it; give the files by their paths."""
    new = _manifest(job, made)
    files: dict[str, bytes] = {}

    def edition() -> dict[str, bytes]:
        before, left = _read(job.output / MANIFEST, read_manifest), _read(job.output / LEFT, read_left)
        manifest = new.joined(before)
        files.update({**made, MANIFEST: manifest.to_json()})
        earlier = {*(before.outputs if before else ()), *(left or ())}
        rest = {name for name in earlier - manifest.outputs.keys() if (job.output / name).exists()}
        if rest or left:
            files[LEFT] = left_to_json(rest)
        own_notes = {name for name, told in ((MANIFEST, before), (LEFT, left)) if told is not None}
        package = _packed(job, made, new) if archived else {}
        _refuse_foreign(job.output, files, {*package}, earlier | own_notes)
        files.update(package)
        return files

    written = write_all(job.output, edition, job.work.samling.numbers)
    print_note(_unchecked(made.values()), end="")
    return dict(zip(written, files.values(), strict=True))


def _read(file: Path, read: Callable[[bytes], _Told | None]) -> _Told | None:
    """Read what a build has written beside its documents; None when it is not there or something else."""
    try:
        return read(file.read_bytes())
    except OSError:
        return None


def _refuse_foreign(folder: Path, files: Mapping[str, bytes], packages: set[str], ours: set[str]) -> None:
    """Raise CannotWrite where there is a file that has an output's name, and that we have not made."""
    foreign = {name for name in files.keys() - ours if os.path.lexists(folder / name)}
    foreign -= {name for name in foreign if name.endswith(_BOOK) and _is_remade(folder / name, files[name])}
    foreign |= {name for name in packages if os.path.lexists(folder / name) and not is_archive(folder / name)}
    for name in sorted(foreign):
        message = f"»{folder / name}« er ikke lavet af frivilligrapport og bliver ikke erstattet. Intet er skrevet."
        raise CannotWrite(message, "Flyt filen, eller vælg en anden mappe med --output.")


def _is_remade(path: Path, data: bytes) -> bool:
    """Tell whether `figures`, which writes no manifest, has put an earlier edition of the same there."""
    return path.is_file() and is_remade(path.read_bytes(), data)


def _in_words(step: Step) -> str:
    return f"Bygger {step.name} … {step.number} af {step.of}"


def _manifest(job: _Job, made: Mapping[str, bytes]) -> Manifest:
    """State what the files were made of."""
    work = job.work
    own, commit = template_files(work.root), commit_of(work.root)
    return manifest_of(work.samling, work.aargang, own, made, commit, draft=job.order.draft)


def _packed(job: _Job, made: Mapping[str, bytes], manifest: Manifest) -> dict[str, bytes]:
    """Give the package for the archive by its file's name."""
    work = job.work
    data = archive(work.registers, work.aargang, made, manifest, template_files(work.root))
    return {f"arkiv-{work.aargang.aar}.zip": data}


_UNCHECKED = """\
PDF'en er skrevet uden mærkerne for tilgængelighed (PDF/UA-1) og arkivering (PDF/A-2a), for det program, der
kontrollerer dem, er ikke installeret. Skriv:
    python -m pip install "frivilligrapport[pdfkontrol]"
og byg igen.
"""


def _unchecked(made: Iterable[bytes]) -> str:
    """Say so when a PDF was made without its two claims, since nothing here can check them; "" otherwise."""
    pdfs = (data for data in made if data.startswith(b"%PDF"))
    return "" if all(map(makes_claims, pdfs)) else _UNCHECKED


def _can_be_said_again(written: Mapping[Path, bytes]) -> bool:
    """Tell whether the same would come of the same: not where a checker has failed, or a type's code has no version."""
    pdfs = (data for path, data in written.items() if path.suffix == ".pdf")
    return all(is_as_checked_as_can_be(data) for data in pdfs) and added_types_are_installed()


def _check_published(job: _Job) -> ExitCode:
    """Build what was published again, without the cache, and print each file's state."""
    settle(job.output)
    then = _published(job.output)
    again = replace(job, order=order_again(job.order, then.manifest), means=replace(job.means, cache=None))
    made = _make(again, _examine(again))
    found = recheck(Edition(made, _manifest(again, made)), then, again.order)
    _show_states(found)
    if found.is_same:
        print_note("Alt er, som det blev bygget.")
        return ExitCode.OK
    print_note(f"Byg igen med frivilligrapport build {job.work.aargang.aar}.")
    return ExitCode.PROBLEMS


def _published(folder: Path) -> Edition:
    """Read the documents and the manifest. Raises WrongUse for a file that cannot be opened."""
    paths = [path for path in sorted(folder.iterdir()) if _is_ours(path)] if folder.is_dir() else []
    try:
        files = {path.name: path.read_bytes() for path in paths}
    except OSError as error:
        raise WrongUse(f"»{error.filename}« kan ikke åbnes.", "Se efter, om du må læse filen.") from error
    return Edition(files, read_manifest(files[MANIFEST]) if MANIFEST in files else None)


def _is_ours(path: Path) -> bool:
    document, _, form = path.name.rpartition(".")
    is_document = any(kind.covers(document) for kind in document_types())
    return path.is_file() and (path.name == MANIFEST or (is_document and form in FORMATS))


def _show_states(found: Recheck) -> None:
    for name, state in found.files:
        print_text(f"{name}: {state}")
    if found.sources:
        print_text("\nDet, rapporten er bygget af, er ikke det samme som dengang:")
        for name, state in found.sources:
            print_text(f"  {name}: {state}")
    if found.versions:
        print_text("\nProgrammerne er ikke de samme som dengang:")
        for name, then, now in found.versions:
            print_text(f"  {name}: {then or State.MISSING}, nu {now or State.MISSING}")


def _build_several(several: Several, year: int, order: Order, means: Means, *, strict: bool) -> ExitCode:
    """Build each municipality in its own folder, then the overview."""

    def build_one(work: WorkYear) -> Result:
        findings = examine_for_build(work.samling, work.aargang, work.registers)
        result = counted(work, findings, strict=strict, draft=order.draft)
        if result.code == ExitCode.OK and order.document != OVERVIEW:
            job = _Job(work, order, work.output, means)
            for path in _write(job, _make(job, findings)):
                if path.name not in _NOTES:
                    print_path(path)
        return result

    code, joint = visit_all(several, year, build_one)
    if order.document in {"", OVERVIEW}:
        for path in _write_overview(several.root, joint, order, means):
            print_path(path)
    print_note(joint.text)
    return code


def _write_overview(root: Path, year: JointYear, order: Order, means: Means) -> list[Path]:
    made = joint_document(year, order, own_templates(root), means)
    print_note(_unchecked(made.values()), end="")
    folder = root / OUTPUT / str(year.aar)

    def checked() -> dict[str, bytes]:
        refuse_foreign(folder, made)
        return made

    return write_all(folder, checked, year.known)
