"""What a template does wrong while it runs, before its place is known."""

from collections.abc import Iterable
from typing import Any

from jinja2 import StrictUndefined, TemplateRuntimeError, Undefined, nodes
from jinja2.runtime import Context, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from frivilligrapport.danish import nearest_word


class TemplateMistake(TemplateRuntimeError):  # noqa: N818 - a person's slip, not an error of the program's
    """Say in a Danish sentence what a template's line does wrong; Jinja's own errors are worded in English."""


class ForbiddenName(TemplateMistake):
    """Refuse a name that leads out of what a template is given."""


class Unknown(StrictUndefined):
    """Say in Danish which name is unknown, and the one that was probably meant."""

    @property
    def _undefined_message(self) -> str:
        name = str(self._undefined_name)
        if self._undefined_exception is ForbiddenName:
            return f"»{name}« må en skabelon ikke bruge."
        if name == "super":
            return "Blokken har ingen tidligere udgave, som »super« kan vise."
        known = [] if self._undefined_obj is None else dir(self._undefined_obj)
        nearest = nearest_word(name, (one for one in known if one[0] != "_"))
        return f"»{name}« findes ikke." + (f" Mente du »{nearest}«?" if nearest else "")


MAX_STEPS = 1_000_000
_MACRO_STEPS = 25
MAX_LENGTH = 10_000_000  # characters, or items of a list
MAX_NUMBER = 10**30
# A template places; these are enough for that, and none of them can make much of little.
SAFE_FILTERS = (
    *("abs", "capitalize", "d", "default", "e", "escape", "first", "float", "groupby", "int", "items", "join", "last"),
    *("length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "round", "safe", "select"),
    *("selectattr", "sort", "string", "trim", "truncate", "unique", "upper"),
)
GLOBALS = ("range", "dict", "namespace", "cycler", "joiner")
_METHODS = frozenset(
    {"capitalize", "count", "endswith", "find", "get", "index", "isdigit", "items", "keys", "lower"}
) | {
    *("lstrip", "partition", "removeprefix", "removesuffix", "rpartition", "rstrip", "split", "splitlines"),
    *("startswith", "strip", "title", "upper", "values", "next", "current", "reset"),
}
_BUILT_IN = (str, bytes, list, tuple, dict, set, frozenset, int, float)


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """Compile and run templates with bounds; what goes beyond them is a TemplateMistake."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._steps = 0
        self.filters = {name: self.filters[name] for name in SAFE_FILTERS}
        self.globals = {name: self.globals[name] for name in GLOBALS}
        self.filters["join"] = _bounded_join

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        bounded: nodes.Template = _Bounds().visit(tree)
        bounded.set_environment(self)
        return bounded

    @property
    def step(self) -> None:
        """Count a step of a loop. Templates look it up, which is ten times as fast as a call."""
        self._count(1)

    @property
    def macro_step(self) -> None:
        """Count what a macro costs: as much as many steps of a loop."""
        self._count(_MACRO_STEPS)

    def _count(self, steps: int) -> None:
        self._steps += steps
        if self._steps > MAX_STEPS:
            raise TemplateMistake("Skabelonen er i gang for længe. Har den en løkke, der ikke slutter?")

    @staticmethod
    def concat(pieces: Iterable[str]) -> str:
        """Put a template's output together, as long as it is not too long."""
        kept, length = [], 0
        for piece in pieces:
            length += len(piece)
            _check_length(length)
            kept.append(piece)
        return "".join(kept)

    def join_pieces(self, *pieces: object) -> str:
        """Carry out `~`: put values together as one text."""
        _check_length(sum(len(piece) for piece in pieces if isinstance(piece, str)))
        return markup_join(pieces)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Reckon with numbers, put lists or texts together, and nothing else."""
        numbers = isinstance(left, int | float) and isinstance(right, int | float)
        if operator == "+" and not numbers:
            _check_length(_size(left) + _size(right))
        elif not numbers or operator == "**":
            raise TemplateMistake(f"En skabelon kan ikke bruge {operator} her.")
        result = super().call_binop(context, operator, left, right)
        if numbers and abs(result) > MAX_NUMBER:
            raise TemplateMistake("Skabelonen regner med et for stort tal.")
        return result

    def wrap_str_format(self, value: Any) -> None:
        """Leave `format` out, which makes a text as wide as it is told to."""

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        """Give what a forbidden name stands for: using it is a mistake."""
        return self.undefined(obj=obj, name=attribute, exc=ForbiddenName)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Allow only such methods of texts and lists as cannot blow up."""
        is_bounded = not isinstance(obj, _BUILT_IN) or not callable(value) or attr in _METHODS
        return is_bounded and super().is_safe_attribute(obj, attr, value)


class _Bounds(NodeTransformer):
    """Count every step, and put texts together through the environment."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - the name Jinja calls
        return self._counted(node, "step")

    def visit_Macro(self, node: nodes.Macro | nodes.CallBlock) -> nodes.Node:  # noqa: N802
        return self._counted(node, "macro_step")

    visit_CallBlock = visit_Macro  # noqa: N815

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        function = nodes.EnvironmentAttribute("join_pieces", lineno=node.lineno)
        return nodes.Call(function, node.nodes, [], None, None, lineno=node.lineno)

    def _counted(self, node: nodes.For | nodes.Macro | nodes.CallBlock, counter: str) -> nodes.Node:
        self.generic_visit(node)
        node.body.insert(0, nodes.ExprStmt(nodes.EnvironmentAttribute(counter, lineno=node.lineno), lineno=node.lineno))
        return node


def _bounded_join(values: Iterable[object], between: str = "") -> str:
    pieces = [piece for value in values for piece in (between, value)][1:]
    _check_length(sum(len(piece) for piece in pieces if isinstance(piece, str)))
    return markup_join(pieces)


def _size(value: object) -> int:
    return len(value) if isinstance(value, str | list | tuple) else 0


def _check_length(length: int) -> None:
    if length > MAX_LENGTH:
        raise TemplateMistake("Skabelonen laver en tekst eller en liste, der er for lang.")
