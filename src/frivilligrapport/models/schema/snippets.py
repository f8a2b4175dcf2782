"""What an editor writes for you when you begin a group or a list: the fields that nearly always belong there.

`defaultSnippets` is the YAML language server's own addition to JSON Schema; others pass it over.
"""

from frivilligrapport.danish import join_words
from frivilligrapport.models.fields.base import Felter, Field
from frivilligrapport.models.schema.values import Schema

EMPTY_LIST: Schema = {"defaultSnippets": [{"label": "liste", "description": "Begynder en liste.", "body": ["$1"]}]}
_EXAMPLES = {"id": "kort-navn", "antal": "ca. 15"}


def snippet(
    model: type[Felter], field: Field | None = None, *, as_value: bool = False, as_list: bool = False
) -> Schema:
    """Give the keywords that propose a group: inside it, as the value of `field`, or as its list's first item.

    `field` is the one that the group stands under, None for a whole file.
    """
    wanted = [one for one in model.fields.values() if one.required or one.usual]
    if not wanted:
        return {}
    body = {one.spelled: _stop(number, one.name) for number, one in enumerate(wanted, 1)}
    description = f"Skriver {'felterne' if len(body) > 1 else 'feltet'} {join_words(list(body))}."
    proposal = {"label": _label(field), "description": description, "body": [body] if as_list else body}
    if as_value or as_list:
        return {"defaultSnippets": [proposal]}
    # Only where the cursor stands in the group itself: within `then`, no value is proposed from it.
    return {"if": {}, "then": {"defaultSnippets": [proposal]}}


def _label(field: Field | None) -> str:
    """Call it what one of the list is called, or by the name of the field."""
    if field is None:
        return "felter"
    if field.keyed_by:
        return f"{field.spelled} med flere oplysninger"
    if not field.holds_list:
        return field.spelled
    definite, bare = field.each or ("punktet", "punkt")
    return f"{'nyt' if definite.endswith('et') else 'ny'} {bare}"


def _stop(number: int, name: str) -> str:
    """Mark where the cursor stops, with an example for those fields whose form is not plain."""
    return f"${{{number}:{_EXAMPLES[name]}}}" if name in _EXAMPLES else f"${number}"
