"""A file of every type with every field that is declared, made from the declarations; one value may be another."""

from collections.abc import Iterator

from frivilligrapport.models.fields.base import Felter, Field
from frivilligrapport.models.fields.leaves import (
    Aarstal,
    Andel,
    Andelsmaengde,
    Choice,
    Maengde,
    Periode,
    Prosa,
    Slug,
    Text,
)
from frivilligrapport.models.filtyper import FileType
from frivilligrapport.models.udseende import Farve

# The way to a field: the fields from the top of the file.
Way = tuple[Field, ...]
_KEYS = {"tal": "frivillige", "heraf": "unge"}


def ways(model: type[Felter], above: Way = ()) -> Iterator[Way]:
    """Yield the way to every single value that a type of file can hold, and to every list of such."""
    for field in model.fields.values():
        if field.group:
            yield from ways(field.group, (*above, field))
        else:
            yield (*above, field)


def path_of(file_type: FileType) -> str:
    """Give where a file of the type lies below indberetninger/, in a folder with the forvaltning tmf."""
    names = {"statusfil": "2014/tmf", "kommune": "kommune", "politik": "politik/frivillighedspolitik"}
    own = {"operationalisering": "2014/operationalisering-tmf"}
    return f"{(names | own).get(file_type.name, f'2014/{file_type.name}')}.yaml"


def written(model: type[Felter], odd: Way = (), value: str = "") -> str:
    """Write a file with all its fields, `value` in the place of what stands at the way `odd`."""
    return "".join(f"{line}\n" for line in _lines(model, odd, value))


def _lines(model: type[Felter], odd: Way, value: str) -> Iterator[str]:
    for field in model.fields.values():
        here = odd[:1] == (field,)
        if field.group is None:
            text = value if here else usual_value(field)
            yield f"{field.spelled}: {f'[{text}]' if field.holds_list else text}"
            continue
        yield f"{field.spelled}:"
        inner = list(_lines(field.group, odd[1:] if here else (), value))
        if field.keyed_by:
            yield f"  {_KEYS[field.name]}:"
            yield from (f"    {line}" for line in inner)
        elif field.holds_list:
            yield from (f"  {'  ' if number else '- '}{line}" for number, line in enumerate(inner))
        else:
            yield from (f"  {line}" for line in inner)


def usual_value(field: Field) -> str:
    """Give a value that the field can be read from."""
    kind = field.kind
    fixed: dict[type[object], str] = {
        Aarstal: "2014",
        Andel: "10 %",
        Andelsmaengde: "15 %",
        Farve: '"#14485c"',
        Maengde: "5",
        Periode: "2014-05-01",
        Prosa: "Det går godt.",
        Slug: "haven",
        bool: "ja",
    }
    if kind in fixed:
        return fixed[kind]
    if issubclass(kind, Choice):
        return "godkendt" if "godkendt" in kind.words else next(iter(kind.words))
    assert issubclass(kind, Text), field
    return {"forvaltning": "TMF", "forkortelse": "TMF"}.get(field.name, "Haven")
