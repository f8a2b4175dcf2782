"""PyYAML's events: by libyaml where it is there, else by PyYAML's own Python, which words its errors otherwise."""

from collections.abc import Iterator
from typing import Any

import yaml
from yaml import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from yaml.nodes import MappingNode, Node, ScalarNode

from frivilligrapport.fast_start.patterns import pattern

__all__ = (
    "AliasEvent",
    "DocumentStartEvent",
    "MappingEndEvent",
    "MappingNode",
    "MarkedYAMLError",
    "Node",
    "NodeEvent",
    "ScalarEvent",
    "ScalarNode",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "YAMLError",
    "composed",
    "events",
    "following",
    "said",
)

# A browser has no libyaml, nor has an interpreter that PyYAML has no wheel for.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# What PyYAML's own Python says, in what and of what, and how libyaml says it: that is what the slips are known by.
_SAME = tuple(
    (pattern(typed), same)
    for typed, same in (
        (r"(.*collection\n)expected <block end>.*", r"\1did not find expected '-' indicator"),
        (r"(.*mapping\n)expected <block end>.*", r"\1did not find expected key"),
        (r"(.*\n)sequence entries are not allowed here", r"\1block sequence entries are not allowed in this context"),
        (r"(.*\n)mapping (\w+) are not allowed here", r"\1mapping \2 are not allowed in this context"),
        (r"(.*\n)found character .* that cannot start any token", r"\1found character that cannot start any token"),
        (r"(.*\n)expected '<(.*)>', but found .*", r"\1did not find expected <\2>"),
        (r"(.*\n)expected (',' or '.'), but got .*", r"\1did not find expected \2"),
        (r"(.*\n)expected (?:the )?(.*), but found .*", r"\1did not find expected \2"),
    )
)


def following(text: str) -> Any:
    """Give the function that takes the next event of a text; it raises MarkedYAMLError where YAML stops."""
    return _LOADER(text).get_event


def events(text: str) -> Iterator[Any]:
    """Yield the events of a text. Raises MarkedYAMLError where YAML stops."""
    return iter(yaml.parse(text, Loader=_LOADER))


def composed(text: str) -> Node | None:
    """Give what a text says as PyYAML's nodes. Raises YAMLError."""
    node: Node | None = yaml.compose(text, Loader=_LOADER)
    return node


def said(error: MarkedYAMLError) -> tuple[str, str]:
    """Give what an error says in libyaml's words, whichever of the two has read: in what, and what is wrong there."""
    words = f"{error.context or ''}\n{error.problem or ''}"
    for shape, same in _SAME:
        words = shape.sub(same, words)
    context, _, problem = words.partition("\n")
    return context, problem
