"""The bounds that every template runs in: what it may name and call, how long it may go on, how much it may make.

What goes beyond them, and every other slip of a template while it runs, is a TemplateMistake.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any

from jinja2 import StrictUndefined, TemplateRuntimeError, Undefined, nodes
from jinja2.runtime import Context, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Namespace
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
        held = self._undefined_obj
        known = [*held] if isinstance(held, Mapping) else [] if held is None else dir(held)
        nearest = nearest_word(name, (one for one in known if one[0] != "_"))
        return f"»{name}« findes ikke." + (f" Mente du »{nearest}«?" if nearest else "")


MAX_STEPS = 1_000_000
_MACRO_STEPS = 25
MAX_LENGTH = 10_000_000  # characters, or items of a list
MAX_NUMBER = 10**30
MAX_WEIGHT = 250_000  # of a list with all that is in it, as often as it is in it
MAX_DEPTH = 50  # of lists in lists
_SIGNS_PER_WEIGHT = 64
_REMEMBERED = 10_000  # lists whose weight is kept
# Steps that it costs to make, and to look through, what has a weight; and to look through so many signs.
_MADE, _SEEN, _SIGNS_PER_STEP = 5, 100, 1000
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
_CONTAINERS = (list, tuple, dict)
_BUILT_IN = (str, bytes, list, tuple, dict, set, frozenset, int, float)


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """Compile and run templates with bounds; what goes beyond them is a TemplateMistake."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._steps = 0
        # The list itself is kept beside its weight: as long as it lives, nothing else has its id.
        self._weights: dict[int, tuple[object, int, int]] = {}
        self.filters = {name: self._watched(self.filters[name]) for name in SAFE_FILTERS}
        self.globals = {name: self.globals[name] for name in GLOBALS}
        self.filters["join"] = self._watched(_bounded_join)

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

    def kept(self, value: object) -> object:
        """Give a value as it is, once it is known to be small enough; it costs steps according to its size.

        Everything that a template makes, keeps, hands on or compares goes through here. A list that holds another
        twice weighs twice as much, for Python looks through both: sixty times over it would never come to an end.
        """
        if isinstance(value, str):
            if len(value) > _SIGNS_PER_STEP:
                self._count(len(value) // _SIGNS_PER_STEP)
        elif isinstance(value, _CONTAINERS):
            known = id(value) in self._weights
            weight, _ = self._weigh(value)
            self._count(weight // (_SEEN if known else _MADE))
        elif isinstance(value, Namespace):
            for one in object.__getattribute__(value, "_Namespace__attrs").values():
                self._refuse_namespace(one)
        return value

    def stored(self, value: object) -> object:
        """Give a value that a namespace is to hold, as `kept` does."""
        self._refuse_namespace(value)
        return self.kept(value)

    @staticmethod
    def _refuse_namespace(value: object) -> None:
        # What can be changed has no weight that could be known.
        if isinstance(value, Namespace):
            raise TemplateMistake("Et namespace kan ikke ligge i en liste eller i et andet namespace.")

    def _weigh(self, value: Any) -> tuple[int, int]:
        """Give a container's weight and depth, each container within it looked at once."""
        known = self._weights.get(id(value))
        if known:
            return known[1:]
        weight, depth = 1, 1
        for one in (*value, *value.values()) if isinstance(value, dict) else value:
            if isinstance(one, _CONTAINERS):
                heavy, deep = self._weigh(one)
                weight, depth = weight + heavy, max(depth, deep + 1)
            elif isinstance(one, str):
                weight += 1 + len(one) // _SIGNS_PER_WEIGHT
            else:
                self._refuse_namespace(one)
                weight += 1
            if weight > MAX_WEIGHT or depth > MAX_DEPTH:
                raise TemplateMistake(
                    "Skabelonen laver en liste, der er for stor eller har for mange lister i hinanden."
                )
        if len(self._weights) >= _REMEMBERED:
            self._weights.clear()
        self._weights[id(value)] = (value, weight, depth)
        return weight, depth

    def _watched(self, function: Callable[..., object]) -> Callable[..., object]:
        """Look at what one of Jinja's filters is given and what it makes."""
        first = 1 if hasattr(function, "jinja_pass_arg") else 0

        @wraps(function)
        def apply(*arguments: object, **options: object) -> object:
            for one in arguments[first:]:
                self.kept(one)
            return self.kept(function(*arguments, **options))

        return apply

    def call(self, context: Context, function: Any, /, *arguments: Any, **options: Any) -> Any:
        """Call what a template calls, with values that are small enough, and look at what comes of it."""
        for one in (*arguments, *options.values()):
            self.kept(one)
        return self.kept(super().call(context, function, *arguments, **options))

    def concat(self, pieces: Iterable[str]) -> str:
        """Put a template's output, or a part of it that it keeps, together, as long as it is not too long."""
        kept, length = [], 0
        for piece in pieces:
            length += len(piece)
            _check_length(length)
            kept.append(piece)
        self._count(length // _SIGNS_PER_STEP)
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
        return self.kept(result)

    def wrap_str_format(self, value: Any) -> None:
        """Leave `format` out, which makes a text as wide as it is told to."""

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        """Give what a forbidden name stands for: using it is a mistake."""
        return self.undefined(obj=obj, name=attribute, exc=ForbiddenName)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Allow only such methods of texts and lists as cannot blow up."""
        if isinstance(obj, Cycler) and attr == "items":
            return False
        is_bounded = not isinstance(obj, _BUILT_IN) or not callable(value) or attr in _METHODS
        return is_bounded and super().is_safe_attribute(obj, attr, value)


class _Bounds(NodeTransformer):
    """Count every step, and put texts together through the environment."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - the name Jinja calls
        return self._counted(node, "step")

    def visit_Macro(self, node: nodes.Macro | nodes.CallBlock) -> nodes.Node:  # noqa: N802
        return self._counted(node, "macro_step")

    visit_CallBlock = visit_Macro  # noqa: N815

    def visit_List(self, node: nodes.List | nodes.Tuple | nodes.Dict) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        is_target = getattr(node, "ctx", "load") != "load"
        # What is written out in the template is no larger than the template.
        return node if is_target or not node.items or _is_written(node) else _through("kept", node)

    visit_Tuple = visit_Dict = visit_List  # noqa: N815

    def visit_Assign(self, node: nodes.Assign) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.node = _through("stored" if isinstance(node.target, nodes.NSRef) else "kept", node.node)
        return node

    def visit_With(self, node: nodes.With) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.values = [_through("kept", value) for value in node.values]
        return node

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        if not any(isinstance(operand.expr, nodes.Const) for operand in node.ops):
            node.expr = _through("kept", node.expr)
        for operand in node.ops:
            if operand.op in {"in", "notin"} and not _is_written(operand.expr):
                operand.expr = _through("kept", operand.expr)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        function = nodes.EnvironmentAttribute("join_pieces", lineno=node.lineno)
        return nodes.Call(function, node.nodes, [], None, None, lineno=node.lineno)

    def _counted(self, node: nodes.For | nodes.Macro | nodes.CallBlock, counter: str) -> nodes.Node:
        self.generic_visit(node)
        node.body.insert(0, nodes.ExprStmt(nodes.EnvironmentAttribute(counter, lineno=node.lineno), lineno=node.lineno))
        return node


def _is_written(node: nodes.Node) -> bool:
    """Tell whether a value stands in the template itself, down to its last part."""
    if isinstance(node, nodes.List | nodes.Tuple | nodes.Dict | nodes.Pair):
        return all(map(_is_written, node.iter_child_nodes()))
    return isinstance(node, nodes.Const | nodes.TemplateData)


def _through(function: str, node: Any) -> Any:
    """Hand an expression's value to a function of the environment."""
    if isinstance(node, nodes.Const | nodes.TemplateData):
        return node
    attribute = nodes.EnvironmentAttribute(function, lineno=node.lineno)
    return nodes.Call(attribute, [node], [], None, None, lineno=node.lineno)


def _bounded_join(values: Iterable[object], between: str = "") -> str:
    pieces = [piece for value in values for piece in (between, value)][1:]
    _check_length(sum(len(piece) for piece in pieces if isinstance(piece, str)))
    return markup_join(pieces)


def _size(value: object) -> int:
    return len(value) if isinstance(value, str | list | tuple) else 0


def _check_length(length: int) -> None:
    if length > MAX_LENGTH:
        raise TemplateMistake("Skabelonen laver en tekst eller en liste, der er for lang.")
