"""Files that do not belong where they lie: nothing may vanish without a word."""

from frivilligrapport.collection import kinds
from frivilligrapport.collection.file_reader import Loader
from frivilligrapport.collection.folder import INDBERETNINGER, POLITIK, Found
from frivilligrapport.collection.values import Stray
from frivilligrapport.problems import Location, Problem
from frivilligrapport.reading.tree import MappingNode, ScalarNode

_YAML = (".yaml", ".yml")


def look_into(loader: Loader, found: Found) -> Stray:
    """Look into a file that does not belong, for personal data and for the forvaltning it may be from."""
    if not found.name.lower().endswith(_YAML):
        return Stray(found.shown, found.name, "")
    before = len(loader.problems)
    tree = loader.tree(found)
    # Its own faults are told when it has got its right name; personal data is told at once.
    loader.problems[before:] = [one for one in loader.problems[before:] if one.kind is kinds.PERSONAL_DATA]
    entry = tree.get("forvaltning") if isinstance(tree, MappingNode) else None
    return Stray(found.shown, found.name, entry.value.text if entry and isinstance(entry.value, ScalarNode) else "")


def other_policy(loader: Loader, found: Found) -> Problem:
    """Word a file among the policies that is none by its name."""
    stray = look_into(loader, found)
    folder = f"{INDBERETNINGER}/{POLITIK}"
    stem, _, ending = stray.name.rpartition(".")
    hint = f"Skriv indholdet som en fil, der ender på .yaml, eller flyt dokumentet ud af mappen {POLITIK}."
    if f".{ending.lower()}" in _YAML:
        is_nested = found.below(folder) != found.name
        hint = f"Flyt filen til {folder}/{stem}.yaml." if is_nested else f"Kald filen {stem}.yaml."
    message = f"Filen »{found.below(folder)}« hører ikke til her og bliver ikke læst."
    return Problem(Location(found.shown), kinds.STRAY_FILE, message, hint)
