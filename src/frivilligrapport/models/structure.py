"""What the models say of themselves: which fields they have, and which model reads what."""

from functools import cache
from types import UnionType
from typing import Annotated, Any, get_args, get_origin

from frivilligrapport.models.base import Felter
from frivilligrapport.reading.tree import TreePath


def model_at(model: type[Felter], path: TreePath) -> type[Felter] | None:
    """Give the model that reads the group at `path`, or each group of the list there; None for plain values."""
    found: type[Felter] | None = model
    for step in path:
        if isinstance(step, str) and found is not None:
            field = found.model_fields.get(step)
            found = _model_in(field.annotation) if field else None
    return found


def _model_in(annotation: Any) -> type[Felter] | None:
    if isinstance(annotation, type) and issubclass(annotation, Felter):
        return annotation
    if get_origin(annotation) in {tuple, UnionType, Annotated}:
        return next((model for part in get_args(annotation) if (model := _model_in(part))), None)
    return None


def is_list(model: type[Felter], path: TreePath) -> bool:
    """Tell whether a list stands at `path`."""
    holder = model_at(model, path[:-1])
    field = holder.model_fields.get(str(path[-1])) if holder else None
    return field is not None and _holds_list(field.annotation)


def _holds_list(annotation: Any) -> bool:
    origin = get_origin(annotation)
    return origin is tuple or (origin in {UnionType, Annotated} and any(map(_holds_list, get_args(annotation))))


@cache
def field_names(model: type[Felter]) -> tuple[str, ...]:
    """Give the fields that may be typed, in the model's order."""
    return tuple(name for name, field in model.model_fields.items() if not field.exclude)


def required_names(model: type[Felter]) -> tuple[str, ...]:
    """Give the fields that must be typed, in the model's order."""
    return tuple(name for name in field_names(model) if model.model_fields[name].is_required())


@cache
def models_in(model: type[Felter]) -> tuple[tuple[str, type[Felter]], ...]:
    """Give every model that is part of a file, with the field it stands under; the file's own model under ""."""
    found: list[tuple[str, type[Felter]]] = [("", model)]
    for name in field_names(model):
        part = _model_in(model.model_fields[name].annotation)
        if part:
            found += [(below or name, one) for below, one in models_in(part)]
    return tuple(found)
