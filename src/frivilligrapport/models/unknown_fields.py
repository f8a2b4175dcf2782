"""Fields that no model has: which one was meant."""

from types import UnionType
from typing import Annotated, Any, get_args, get_origin

from frivilligrapport.danish import nearest_word
from frivilligrapport.models import field_kinds as kinds
from frivilligrapport.models.base import Felter
from frivilligrapport.models.faults import Shape
from frivilligrapport.models.naming import field_name
from frivilligrapport.models.spelling import spelled
from frivilligrapport.problems import Problem
from frivilligrapport.reading.tree import Mapping, Path, node_at


def model_at(model: type[Felter], path: Path) -> type[Felter] | None:
    """Give the model that reads the group at `path`."""
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


def field_names(model: type[Felter]) -> tuple[str, ...]:
    """Give the fields that may be typed, in the model's order."""
    return tuple(name for name, field in model.model_fields.items() if not field.exclude)


def meant(model: type[Felter] | None, shape: Shape) -> str | None:
    """Find the field that an unknown one most likely stands for; one already in the file is not offered."""
    group = node_at(shape.tree, shape.path[:-1])
    if model is None or not isinstance(group, Mapping):
        return None
    return nearest_word(str(shape.path[-1]), [name for name in field_names(model) if group.get(name) is None])


def unknown(model: type[Felter] | None, shape: Shape, better: str | None) -> Problem:
    """Word an unknown field; `better` is the field that was meant, if one is near."""
    group = node_at(shape.tree, shape.path[:-1])
    entry = group.get(str(shape.path[-1])) if isinstance(group, Mapping) else None
    typed = entry.typed if entry else str(shape.path[-1])
    place = entry.location if entry else group.location
    if better:
        message = f"Feltet »{typed}« kendes ikke. Mente du {field_name(better)}?"
        return shape.problem(kinds.UNKNOWN_FIELD, place, message, f"Skriv {spelled(better)}")
    allowed = ", ".join(spelled(name) for name in field_names(model)) if model else ""
    hint = f"Felterne her er: {allowed}" if allowed else "Slet linjen"
    return shape.problem(kinds.UNKNOWN_FIELD, place, f"Feltet »{typed}« kendes ikke.", hint)
