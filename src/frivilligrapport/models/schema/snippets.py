"""What an editor writes for you when you begin a group or a list: the fields that nearly always belong there.

`defaultSnippets` is the YAML language server's own addition to JSON Schema; others pass it over.
"""

from collections.abc import Mapping

from frivilligrapport.danish import join_words
from frivilligrapport.models.base import Felter
from frivilligrapport.models.indsats import Indsats, Sted
from frivilligrapport.models.kommune import Lokaludvalg
from frivilligrapport.models.loefte import Loefte
from frivilligrapport.models.notathoved import Notathoved
from frivilligrapport.models.politik import Politikpunkt
from frivilligrapport.models.rapport import Bilag, Kolofon, Netvaerk
from frivilligrapport.models.schema.values import Schema
from frivilligrapport.models.spelling import spelled
from frivilligrapport.models.statusfil import Afsnit, Barrierer, Forslag, Kontakt, Mangel, Perspektiver
from frivilligrapport.models.structure import field_names, required_names
from frivilligrapport.models.tal import Tal

# The label, and the fields beside the required ones; a model that is not here has only those.
_SNIPPETS: Mapping[type[Felter], tuple[str, tuple[str, ...]]] = {
    Afsnit: ("nyt afsnit", ("tekst",)),
    Barrierer: ("barrierer", ("regler", "kompetencer", "ledelse", "ressourcer")),
    Bilag: ("nyt bilag", ("fil",)),
    Forslag: ("nyt forslag", ("begrundelse",)),
    Indsats: ("ny indsats", ("art", "periode", "beskrivelse")),
    Kolofon: ("kolofon", ("udgiver", "dato")),
    Kontakt: ("kontakt", ("funktion", "postkasse")),
    Loefte: ("ny opgave", ("frist",)),
    Lokaludvalg: ("nyt lokaludvalg", ("bydel",)),
    Mangel: ("ny mangel", ("aarsag",)),
    Netvaerk: ("netværk", ("periode", "tekst")),
    Notathoved: ("hoved", ("til", "dato")),
    Perspektiver: ("perspektiver", ("tekst",)),
    Politikpunkt: ("nyt punkt", ("tekst",)),
    Sted: ("nyt sted", ("bydel",)),
    Tal: ("tal med flere oplysninger", ("antal", "forrige_aar", "kilde", "metode")),
}
EMPTY_LIST: Schema = {"defaultSnippets": [{"label": "liste", "description": "Begynder en liste.", "body": ["$1"]}]}
_EXAMPLES = {"id": "kort-navn", "antal": "ca. 15"}


def snippet(model: type[Felter], *, as_value: bool = False, as_list: bool = False) -> Schema:
    """Give the keywords that propose a group: inside it, as a field's value, or as the first item of a list."""
    label, extra = _SNIPPETS.get(model, ("nyt punkt" if as_list else "felter", ()))
    wanted = [name for name in field_names(model) if name in (*required_names(model), *extra)]
    if not wanted:
        return {}
    body = {spelled(name): _stop(number, name) for number, name in enumerate(wanted, 1)}
    description = f"Skriver {'felterne' if len(body) > 1 else 'feltet'} {join_words(list(body))}."
    proposal = {"label": label, "description": description, "body": [body] if as_list else body}
    if as_value or as_list:
        return {"defaultSnippets": [proposal]}
    # Only where the cursor stands in the group itself: within `then`, no value is proposed from it.
    return {"if": {}, "then": {"defaultSnippets": [proposal]}}


def _stop(number: int, name: str) -> str:
    """Mark where the cursor stops, with an example for those fields whose form is not plain."""
    return f"${{{number}:{_EXAMPLES[name]}}}" if name in _EXAMPLES else f"${number}"
