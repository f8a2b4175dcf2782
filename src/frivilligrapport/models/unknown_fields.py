"""Fields that a group does not have: which one was meant, or where it belongs."""

from frivilligrapport.danish import join_words, nearest_word, normal_key
from frivilligrapport.models.base import Felter
from frivilligrapport.models.enheder import built_in
from frivilligrapport.models.spelling import spelled
from frivilligrapport.models.structure import field_names, model_at, models_in
from frivilligrapport.reading.tree import MappingEntry, MappingNode, ScalarNode, TreePath

__all__ = ["field_names", "meant", "unknown"]

# Words that people take for one another; the first that the group has and lacks is meant.
_SAME = {
    "status": ("tilstand",),
    "navn": ("titel", "overskrift"),
    "titel": ("navn", "overskrift"),
    "overskrift": ("navn", "titel"),
    "tekst": ("beskrivelse",),
    "beskrivelse": ("tekst",),
    "aar": ("periode",),
    "dato": ("periode",),
    "tidspunkt": ("periode",),
    "kommentar": ("bemaerkning",),
    "note": ("bemaerkning",),
    "formaal": ("beskrivelse",),
    "resultat": ("effekt",),
    "name": ("navn", "titel", "overskrift"),
    "title": ("titel", "navn", "overskrift"),
    "headline": ("overskrift", "titel"),
    "text": ("tekst", "beskrivelse"),
    "description": ("beskrivelse", "tekst"),
    "state": ("tilstand",),
    "year": ("aar", "periode"),
    "period": ("periode",),
    "date": ("periode",),
    "theme": ("tema",),
    "source": ("kilde",),
    "figures": ("tal",),
    "numbers": ("tal",),
}
_LEFT = "helt ude til venstre"
_MOST = 3
_MOVES: dict[tuple[str, ...], str] = {
    ("",): "Ryk linjen helt ud til venstre",
    ("tal",): "Flyt det ind under den enhed, det hører til",
}


def meant(root: type[Felter], path: TreePath, group: MappingNode) -> str | None:
    """Find the field that the unknown one at `path` most likely stands for; one that the group has is not offered.

    A field that belongs elsewhere in the file is taken for one only where they are a word and its plural.
    """
    model, key = model_at(root, path[:-1]), str(path[-1])
    lacking = [name for name in field_names(model) if group.get(name) is None] if model else []
    same = next((name for name in _SAME.get(key, ()) if name in lacking), None)
    if _homes(root, key):
        lacking = [name for name in lacking if name.startswith(key) or key.startswith(name)]
    return same or nearest_word(key, lacking)


def unknown(root: type[Felter], path: TreePath, entry: MappingEntry) -> tuple[str, str]:
    """Word a field that no other is near to: message, and what to do. `path` leads to the field from the top."""
    model = model_at(root, path[:-1]) or root
    homes = _homes(root, entry.key)
    unit = normal_key(entry.typed.split("(")[0])
    if homes:
        return f"Feltet »{entry.typed}« hører ikke til her, men {_where(homes)}.", _MOVES.get(homes, "Flyt det derhen")
    if unit in built_in():
        message = f"Feltet »{entry.typed}« hører ikke til her, men under »tal«."
        is_short = isinstance(entry.value, ScalarNode) and "tal" in field_names(model)
        written = f"{entry.typed}: {entry.value.text}" if isinstance(entry.value, ScalarNode) else ""
        return message, f"Skriv tal: og på næste linje, rykket ind, {written}" if is_short else "Flyt det derhen"
    fields = ", ".join(spelled(name) for name in field_names(model))
    return f"Feltet »{entry.typed}« kendes ikke.", f"Felterne her er: {fields}"


def _homes(root: type[Felter], key: str) -> tuple[str, ...]:
    """Give the fields that a field may stand under, "" for the file itself."""
    return tuple(dict.fromkeys(name for name, model in models_in(root) if key in field_names(model)))[:_MOST]


def _where(homes: tuple[str, ...]) -> str:
    below = join_words([f"»{spelled(name)}«" for name in homes if name], "eller")
    words = [_LEFT] if "" in homes else []
    return " eller ".join([*words, f"under {below}"] if below else words)
