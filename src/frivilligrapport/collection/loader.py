"""Work folder to collection."""

from pathlib import Path

from frivilligrapport.collection import kinds
from frivilligrapport.collection.folder import (
    INDBERETNINGER,
    KOMMUNE,
    OTHER_DOCUMENTS,
    POLITIK,
    RAPPORT,
    TEXTS,
    WATCHED,
    Found,
    files_in,
    year_folders,
)
from frivilligrapport.collection.loading import Loader
from frivilligrapport.collection.values import Aargang, Indberetning, Politikfil, Samling, Stray
from frivilligrapport.danish import normal_key
from frivilligrapport.models.kommune import Kommune
from frivilligrapport.models.politik import Politik
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.models.statusfil import Statusfil
from frivilligrapport.problems import Location, Problem
from frivilligrapport.reading.tree import Mapping, Node, Scalar


def load(root: Path) -> Samling:
    """Read the whole work folder. Never raises for what the files hold; `root` must hold `indberetninger/`."""
    loader = Loader()
    base = root / INDBERETNINGER
    top = files_in(root, base)
    register = next((found for found in top if found.name == KOMMUNE), None)
    kommune = loader.model(Kommune, loader.tree(register)) if register else None
    kommune_file = f"{INDBERETNINGER}/{KOMMUNE}"
    if register is None:
        near = next((found.name for found in top if normal_key(found.name.rsplit(".", 1)[0]) == "kommune"), "")
        hint = "Lav filen med kommune:, forvaltninger: og bydele:, eller kopiér den fra et tidligere år."
        hint = f"Kald filen »{near}« kommune.yaml." if near else hint
        message = "Filen kommune.yaml mangler i mappen indberetninger."
        loader.problems.append(Problem(Location(kommune_file), kinds.NO_REGISTER, message, hint))
    ids = frozenset(str(one.id) for one in kommune.forvaltninger) if kommune else frozenset()
    years = tuple(_year(loader, root, year, folder, ids) for year, folder in year_folders(root))
    return Samling(
        kommune=kommune,
        kommune_file=kommune_file,
        aargange=years,
        politikker=tuple(
            _policy(loader, found) for found in files_in(root, base / POLITIK) if found.name.endswith(".yaml")
        ),
        strays=tuple(_stray(loader, found) for found in top if found.name != KOMMUNE and _is_watched(found)),
        sources=loader.sources,
        problems=tuple(loader.problems),
    )


def load_lone(path: Path, shown: str) -> Samling:
    """Read one file that lies outside any work folder; the forvaltning is what the file says it is."""
    loader = Loader()
    tree = loader.tree(Found(path, shown))
    indberetning = _delivery(loader, shown, tree, shown.rsplit("/", 1)[-1].removesuffix(".yaml"))
    aar = int(indberetning.statusfil.aar) if indberetning.statusfil else 0
    aargang = Aargang(aar, "", None, "", None, (indberetning,))
    return Samling(None, "", (aargang,), (), (), loader.sources, tuple(loader.problems), lone=True)


def _year(loader: Loader, root: Path, year: int, folder: Path, ids: frozenset[str]) -> Aargang:
    found = files_in(root, folder)
    report = next((one for one in found if one.name == RAPPORT), None)
    report_tree = loader.tree(report) if report else None
    deep = files_in(root, folder, deep=True)
    prefix = len(f"{INDBERETNINGER}/{folder.name}/")
    deliveries = [one for one in found if _delivery_id(one.name, ids)]
    others = [one for one in found if OTHER_DOCUMENTS.fullmatch(one.name)]
    for other in others:
        loader.tree(other)
    known = {RAPPORT, *(one.name for one in deliveries), *(one.name for one in others)}
    texts = {one.shown[prefix:]: loader.text(one) for one in deep if one.name.lower().endswith(TEXTS)}
    strays = [
        one for one in deep if _is_watched(one) and (one.shown[prefix:] not in known) and "/bilag/" not in one.shown
    ]
    return Aargang(
        aar=year,
        folder=f"{INDBERETNINGER}/{folder.name}",
        rapport=loader.model(Rapport, report_tree),
        rapport_file=report.shown if report else "",
        rapport_tree=report_tree,
        indberetninger=tuple(
            _delivery(loader, one.shown, loader.tree(one), _delivery_id(one.name, ids)) for one in deliveries
        ),
        strays=tuple(_stray(loader, one) for one in strays),
        files=frozenset(one.shown[prefix:] for one in deep),
        texts={name: source for name, source in texts.items() if source},
    )


def _delivery_id(name: str, ids: frozenset[str]) -> str:
    """Give the forvaltning's id that a file name stands for, "" when it stands for none.

    Without a register every name but the known ones is taken for a forvaltning, so that its faults are still told.
    """
    stem = name.removesuffix(".yaml")
    if name in {stem, RAPPORT} or OTHER_DOCUMENTS.fullmatch(name):
        return ""
    return stem if stem in ids or not ids else ""


def _delivery(loader: Loader, shown: str, tree: Node | None, forvaltning_id: str) -> Indberetning:
    return Indberetning(shown, tree, forvaltning_id, loader.model(Statusfil, tree))


def _policy(loader: Loader, found: Found) -> Politikfil:
    tree = loader.tree(found)
    return Politikfil(found.shown, tree, found.name.removesuffix(".yaml"), loader.model(Politik, tree))


def _is_watched(found: Found) -> bool:
    return found.name.lower().endswith(WATCHED)


def _stray(loader: Loader, found: Found) -> Stray:
    """Look into a file that does not belong, for personal data and for the forvaltning it may be from."""
    if not found.name.lower().endswith((".yaml", ".yml")):
        return Stray(found.shown, found.name, "")
    before = len(loader.problems)
    tree = loader.tree(found)
    # Its own faults are told when it has got its right name; personal data is told at once.
    kept = [problem for problem in loader.problems[before:] if problem.kind is kinds.PERSONAL_DATA]
    loader.problems[before:] = kept
    entry = tree.get("forvaltning") if isinstance(tree, Mapping) else None
    return Stray(found.shown, found.name, entry.value.text if entry and isinstance(entry.value, Scalar) else "")
