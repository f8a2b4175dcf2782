"""Read a work folder, or a lone file, into a collection."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from posixpath import normpath

from frivilligrapport.collection import kinds
from frivilligrapport.collection.file_reader import Loaded, Loader
from frivilligrapport.collection.files import NOTHING_REPLACED, Files, OnDisk
from frivilligrapport.collection.folder import (
    BILAG,
    BILLEDER,
    INDBERETNINGER,
    KOMMUNE,
    PICTURES,
    POLITIK,
    RAPPORT,
    SKABELONER,
    TABLES,
    TEKSTER,
    TEMPLATES,
    TEXTS,
    YAML,
    FoundFile,
    as_shown,
    path_in_year,
    year_in,
)
from frivilligrapport.collection.kinds import linked
from frivilligrapport.collection.personal_data import search_name
from frivilligrapport.collection.templates import lost_in_template
from frivilligrapport.collection.unprintable import unprintable_in_text
from frivilligrapport.collection.untouched import is_untouched
from frivilligrapport.collection.values import (
    Aargang,
    Dokumentfil,
    Indberetning,
    Logo,
    Politikfil,
    Samling,
    Stray,
    UnreadAargang,
)
from frivilligrapport.danish import normal_key
from frivilligrapport.fast_start import pattern
from frivilligrapport.models.fields.base import Felter
from frivilligrapport.models.fields.leaves import Sti
from frivilligrapport.models.filtyper import document_type_of
from frivilligrapport.models.kommune import UNREAD_KOMMUNE, Kommune
from frivilligrapport.models.politik import Politik
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.models.statusfil import Billede, Statusfil
from frivilligrapport.problems import Location, Problem
from frivilligrapport.reading.comments import marks_of
from frivilligrapport.reading.tree import MappingNode, ScalarNode

_NEARLY_A_YEAR = pattern(r"(?<!\d)(?:(?:19|20)\d{2}|\d{2})(?!\d)")
_REGISTER = f"{INDBERETNINGER}/{KOMMUNE}"
_POLICIES = f"{INDBERETNINGER}/{POLITIK}"


def load(root: Path, replaced: Mapping[str, bytes] = NOTHING_REPLACED) -> Samling:
    """Read the whole work folder. Never raises for what the files hold; `root` must hold `indberetninger/`.

    `replaced` holds bytes to be read instead of those on disk, by the file as shown.
    """
    return load_files(OnDisk(root, replaced))


def load_files(files: Files) -> Samling:
    """Read a whole work folder, wherever its files are. Never raises for what they hold."""
    return _load(files)


def load_for(root: Path, named: Collection[str]) -> Samling:
    """Read what it takes to look at status files and other documents of some years, named as shown; as for `load`.

    Another year is read when something of it is asked for, and templates are not. What is wrong with these is not among
    the problems: see `may_hold_numbers`. Where one of the files is of another kind, all is read.
    """
    return _load(OnDisk(root), frozenset(named))


def may_hold_numbers(root: Path, samling: Samling) -> bool:
    """Tell whether anything looks like a CPR number in what `load_for` has read, or in what it has not."""
    loader = Loader(OnDisk(root))
    found = (*loader.files(INDBERETNINGER), *loader.files(SKABELONER))
    is_told = any(one.kind is kinds.PERSONAL_DATA for one in (*samling.problems, *loader.problems))
    later = tuple(f"{one.folder}/" for one in samling.aargange if isinstance(one, UnreadAargang))
    unread = (one for one in found if one.shown not in samling.originals or one.shown.startswith(later))
    return is_told or any(map(loader.holds_numbers, unread))


def _load(files: Files, named: Collection[str] = ()) -> Samling:
    """Read a work folder; where status files and other documents are named, other years when they are asked for."""
    loader, numbers = Loader(files), files.years()
    everything = loader.files(INDBERETNINGER)
    found = [one for one in everything if not one.is_link]
    links = [one for one in everything if one.is_link]
    kommune = _register(loader, found)
    ids = frozenset(str(one.id) for one in kommune.forvaltninger)
    asked = [one for one in found if one.shown in named and _is_handed_in(one, ids)]
    at_once = {year_in(one) for one in asked} if 0 < len(named) == len(asked) else set(numbers)
    if len(at_once) == len(numbers):
        _scan_templates(loader)
    logo = _logo(files, kommune)
    years: list[Aargang] = []
    for year in numbers:
        own = _of(found, year)
        read = partial(_year, loader, year, own, ids, _of(links, year), logo)
        years.append(read() if year in at_once else UnreadAargang(year, _folder_of(year), read))
    shared = [one for one in found if year_in(one) is None and one.shown != _REGISTER and _may_matter(one)]
    shared += _of(links, None)
    policies = [one for one in shared if one.shown.startswith(f"{_POLICIES}/")]
    loader.problems += [_other_policy(loader, one) for one in policies if not _is_policy(one)]
    return Samling(
        kommune=kommune,
        kommune_file=_REGISTER,
        aargange=tuple(years),
        politikker=tuple(_policy(loader, one) for one in policies if _is_policy(one)),
        strays=tuple(_stray(loader, one) for one in shared if one not in policies),
        sources=loader.sources,
        problems=tuple(loader.problems),
        numbers=frozenset(loader.numbers),
        originals=loader.originals,
        logo=logo,
    )


def _without_logo(strays: tuple[Stray, ...], logo: Logo | None) -> tuple[Stray, ...]:
    """Leave out the picture that kommune.yaml names, which is read; a status file is none, whatever is said of it."""
    named = normpath(logo.file) if logo and logo.data is not None else ""
    return tuple(one for one in strays if one.file != named or one.is_yaml)


def _folder_of(year: int) -> str:
    return f"{INDBERETNINGER}/{year}"


def _scan_templates(loader: Loader) -> None:
    """Look for personal data in the work folder's own templates, and for signs that cannot be printed."""
    for one in loader.files(SKABELONER):
        if one.is_link:
            message, hint = linked(one.below(SKABELONER))
            loader.problems.append(Problem(Location(one.shown), kinds.STRAY_FILE, message, hint))
        elif one.name.lower().endswith(TEMPLATES):
            loader.scan(one)
            if one.shown in loader.sources:
                loader.problems += unprintable_in_text(loader.sources[one.shown])
                loader.problems += lost_in_template(loader.sources[one.shown])
            if all(problem.location.file != one.shown for problem in loader.problems):
                loader.sources.pop(one.shown, None)


def _of(found: Sequence[FoundFile], year: int | None) -> list[FoundFile]:
    """Give the files in a year's folder; with None those in no year's."""
    return [one for one in found if year_in(one) == year]


def _may_matter(found: FoundFile) -> bool:
    """Tell whether a file outside the years may be a delivery: by its ending, or because of the place where it lies.

    That is beside the years, or in a folder that is nearly named as one, as »2014 - ny« and »14«.
    """
    top, slash, _ = found.below(INDBERETNINGER).partition("/")
    return found.is_watched or not slash or _NEARLY_A_YEAR.search(top) is not None


def load_lone(path: Path, shown: str, replaced: Mapping[str, bytes] = NOTHING_REPLACED) -> Samling:
    """Read one file that lies outside any work folder; the forvaltning is what the file says it is.

    `replaced` is as for `load`.
    """
    loader, shown = Loader(OnDisk(path.parent, replaced)), as_shown(shown)
    loader.problems += search_name(FoundFile(path, shown))
    indberetning = _delivery(loader, FoundFile(path, shown), shown.rsplit("/", 1)[-1].removesuffix(".yaml"), {})
    said = _said_in(indberetning)
    aar = int(said.aar) if said else 0
    aargang = Aargang(aar, "", None, "", None, (indberetning,))
    return Samling(
        UNREAD_KOMMUNE,
        "",
        (aargang,),
        (),
        (),
        loader.sources,
        tuple(loader.problems),
        lone=True,
        originals=loader.originals,
        numbers=frozenset(loader.numbers),
    )


def _register(loader: Loader, found: Sequence[FoundFile]) -> Kommune:
    register = next((one for one in found if one.shown == _REGISTER), None)
    if register:
        return loader.read(register, Kommune).model or UNREAD_KOMMUNE
    top = (one.name for one in found if one.below(INDBERETNINGER) == one.name and one.shown != _REGISTER)
    near = next((name for name in top if normal_key(name.rsplit(".", 1)[0]) == "kommune"), "")
    hint = "Lav filen med kommune:, forvaltninger: og bydele:, eller kopiér den fra et tidligere år."
    hint = f"Kald filen »{near}« kommune.yaml." if near else hint
    message = "Filen kommune.yaml mangler i mappen indberetninger."
    loader.problems.append(Problem(Location(_REGISTER), kinds.NO_REGISTER, message, hint))
    return UNREAD_KOMMUNE


def _year(
    loader: Loader,
    year: int,
    found: Sequence[FoundFile],
    ids: frozenset[str],
    links: Sequence[FoundFile],
    logo: Logo | None,
) -> Aargang:
    folder = _folder_of(year)
    own = [one for one in found if one.below(folder) == one.name]
    report = next((one for one in own if one.name == RAPPORT), None)
    nothing: Loaded[Rapport] = Loaded()
    read_report = loader.read(report, Rapport, {"aar": str(year)}) if report else nothing
    deliveries = [(one, named) for one in own if (named := _delivery_id(one.name, ids))]
    others = [(one, kind.model) for one in own if (kind := document_type_of(one.name))]
    texts = {one.below(folder): loader.text(one) for one in found if one.name.lower().endswith(TEXTS)}
    for appendix in (one for one in found if _is_appendix(one, folder) and one.name.lower().endswith(TABLES)):
        loader.scan(appendix)
    indberetninger = tuple(
        _delivery(loader, one, named, {"forvaltning": named, "aar": str(year)}) for one, named in deliveries
    )
    dokumentfiler = tuple(_document(loader, one, model, year) for one, model in others)
    read = {*(one for one, _ in deliveries), *(one for one, _ in others), report}
    roots = [read_report.model, *map(_said_in, indberetninger), *(one.indhold for one in dokumentfiler)]
    rest = [one for one in found if one not in read and not _is_appendix(one, folder)]
    mentioned = _named_in(roots) if len(found) > len(read) - 1 else frozenset()
    unread = [one for one in rest if one.is_watched or not (_is_text(one, folder) or one.below(folder) in mentioned)]
    shown = _pictures_in(roots)
    pictures = {name: loader.picture(one) for one in found if (name := one.below(folder)) in shown and not one.is_link}
    return Aargang(
        aar=year,
        folder=folder,
        rapport=read_report.model,
        rapport_file=report.shown if report else "",
        rapport_tree=read_report.tree,
        indberetninger=indberetninger,
        strays=_without_logo(tuple(_stray(loader, one) for one in (*unread, *links)), logo),
        files=frozenset(one.below(folder) for one in found),
        texts={name: source for name, source in texts.items() if source},
        dokumentfiler=dokumentfiler,
        named=mentioned,
        pictures={name: data for name, data in pictures.items() if data is not None},
    )


def _said_in(indberetning: Indberetning) -> Statusfil | None:
    """Give what a status file says, or what it would say if its slips were mended."""
    return indberetning.statusfil or (indberetning.mended.model if indberetning.mended else None)


def _named_in(roots: Sequence[Felter | None]) -> frozenset[str]:
    """Give the paths in the year's folder that some files name."""
    groups = [group for root in roots if root for group in root.groups]
    with_paths = {one for one in {type(group) for group in groups} if one.may_hold(Sti)}
    leaves = (leaf for group in groups if type(group) in with_paths for _, leaf in group.leaves())
    paths = (path_in_year(leaf) for leaf in leaves if isinstance(leaf, Sti))
    return frozenset(path for path in paths if path)


def _pictures_in(roots: Sequence[Felter | None]) -> frozenset[str]:
    """Give the paths of the pictures that are published: not of those that were withdrawn, which are not opened."""
    groups = (group for root in roots if root for group in root.groups if isinstance(group, Billede))
    return frozenset(path for one in groups if not one.trukket_tilbage and (path := path_in_year(one.fil)))


def _is_text(found: FoundFile, folder: str) -> bool:
    """Tell whether a file may be a text, or a picture beside one: whatever else lies among them is not read."""
    return found.below(folder).startswith((f"{TEKSTER}/", f"{BILLEDER}/")) and found.name.lower().endswith(
        (*TEXTS, *PICTURES)
    )


def _is_appendix(found: FoundFile, folder: str) -> bool:
    return found.below(folder).startswith(f"{BILAG}/")


def _is_handed_in(found: FoundFile, ids: frozenset[str]) -> bool:
    """Tell whether a file is read as a status file or as another document of a year."""
    year = year_in(found)
    is_own = year is not None and found.below(_folder_of(year)) == found.name
    return is_own and bool(_delivery_id(found.name, ids) or document_type_of(found.name))


def _delivery_id(name: str, ids: frozenset[str]) -> str:
    """Give the forvaltning's id that a file name stands for, "" when it stands for none.

    Without a register every name but the known ones is taken for a forvaltning, so that its faults are still told.
    """
    stem = name.removesuffix(".yaml")
    if name in {stem, RAPPORT, KOMMUNE} or document_type_of(name):
        return ""
    return stem if stem in ids or not ids else ""


def _delivery(loader: Loader, found: FoundFile, forvaltning_id: str, known: Mapping[str, str]) -> Indberetning:
    """Read a status file, with what its name says where it does not say so itself."""
    read = loader.read(found, Statusfil, known)
    marks = marks_of(loader.sources[found.shown]) if read.model else ()
    marked = frozenset(line for one in marks for line in one.concerns)
    untouched = read.model is not None and is_untouched(read.model, marked)
    of_year = read.model is None or str(read.model.aar) == known.get("aar", str(read.model.aar))
    return Indberetning(found.shown, read.tree, forvaltning_id, read.model, read.mended, untouched, of_year, marked)


def _document(loader: Loader, found: FoundFile, model: type[Felter], year: int) -> Dokumentfil:
    read = loader.read(found, model, {"aar": str(year)})
    return Dokumentfil(found.shown, read.tree, found.name.removesuffix(".yaml"), read.model)


def _is_policy(found: FoundFile) -> bool:
    return not found.is_link and found.below(_POLICIES) == found.name and found.name.endswith(".yaml")


def _policy(loader: Loader, found: FoundFile) -> Politikfil:
    read = loader.read(found, Politik)
    return Politikfil(found.shown, read.tree, found.name.removesuffix(".yaml"), read.model)


def _stray(loader: Loader, found: FoundFile) -> Stray:
    """Look into a file that does not belong, for personal data and for the forvaltning it may be from."""
    if found.is_link or not found.name.lower().endswith(YAML):
        return Stray(found.shown, found.name, "", found.is_link)
    before = len(loader.problems)
    tree = loader.tree(found)
    # Its own faults are told when it has got its right name; personal data is told at once.
    loader.problems[before:] = [one for one in loader.problems[before:] if one.kind is kinds.PERSONAL_DATA]
    entry = tree.get("forvaltning") if isinstance(tree, MappingNode) else None
    return Stray(found.shown, found.name, entry.value.text if entry and isinstance(entry.value, ScalarNode) else "")


def _other_policy(loader: Loader, found: FoundFile) -> Problem:
    """Word a file among the policies that is none by its name."""
    stray = _stray(loader, found)
    stem, _, ending = stray.name.rpartition(".")
    hint = f"Skriv indholdet som en fil, der ender på .yaml, eller flyt dokumentet ud af mappen {POLITIK}."
    if f".{ending.lower()}" in YAML:
        is_nested = found.below(_POLICIES) != found.name
        hint = f"Flyt filen til {_POLICIES}/{stem}.yaml." if is_nested else f"Kald filen {stem}.yaml."
    message = f"Filen »{found.below(_POLICIES)}« hører ikke til her og bliver ikke læst."
    if found.is_link:
        message, hint = linked(found.below(_POLICIES))
    return Problem(Location(found.shown), kinds.STRAY_FILE, message, hint)


def _logo(files: Files, kommune: Kommune) -> Logo | None:
    """Read the file that `udseende` names, None when it names none.

    A path out of the work folder, or to a file that cannot be opened, gives a logo without data.
    """
    typed = kommune.udseende.logo if kommune.udseende else None
    if not typed:
        return None
    shown = typed.replace("\\", "/")
    return Logo(shown, files.named(shown))
