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
from yaml.scanner import ScannerError

from frivilligrapport.fast_start import pattern

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


_LINE_ENDS = "\r\n\x85\u2028\u2029"


class PureLoader(yaml.SafeLoader):
    """Reads by PyYAML's own Python, and takes tabs for white space where libyaml and YAML itself do."""

    def scan_to_next_token(self) -> None:
        """Pass over what stands between two tokens."""
        super().scan_to_next_token()
        while self.peek() == "\t" and (self.flow_level or not self.allow_simple_key):
            self.forward()
            super().scan_to_next_token()

    def scan_plain_spaces(self, indent: int, start_mark: yaml.Mark) -> list[str] | None:
        """Give what stands between two words of a text without quotes, None where a document ends there."""
        blanks, breaks = "", list[str]()
        while (sign := self.peek()) in f" \t{_LINE_ENDS}":
            if sign in _LINE_ENDS:
                breaks.append(self.scan_line_break())  # type: ignore[no-untyped-call]  # the stubs say nothing of it
                self.allow_simple_key = True
                if self.prefix(3) in {"---", "..."} and self.peek(3) in f"\0 \t{_LINE_ENDS}":
                    return None
                continue
            if breaks and sign == "\t" and self.column < indent:
                raise self._stopped("a plain scalar", start_mark, "found a tab character that violates indentation")
            blanks += "" if breaks else sign
            self.forward()
        if not breaks:
            return [blanks] if blanks else []
        first, *rest = breaks
        return ["" if rest else " ", *rest] if first == "\n" else breaks

    def scan_block_scalar(self, style: str) -> yaml.ScalarToken:
        """Read a text that stands below its sign."""
        self._begun = self.get_mark()
        return super().scan_block_scalar(style)

    def scan_block_scalar_indicators(self, start_mark: yaml.Mark) -> tuple[bool | None, int | None]:
        """Read the signs right behind that of a text below it: whether its last lines are kept, and its indentation."""
        keeps, indent = None, None
        while (sign := self.peek()) in "+-0123456789":
            if (keeps if sign in "+-" else indent) is not None:
                break
            if sign == "0":
                raise self._stopped("a block scalar", start_mark, "found an indentation indicator equal to 0")
            keeps, indent = (sign == "+", indent) if sign in "+-" else (keeps, int(sign))
            self.forward()
        return keeps, indent

    def scan_block_scalar_ignored_line(self, start_mark: yaml.Mark) -> None:
        """Pass over the rest of the line on which a text below it is announced."""
        while self.peek() in " \t":
            self.forward()
        super().scan_block_scalar_ignored_line(start_mark)

    def scan_block_scalar_indentation(self) -> tuple[list[str], int, yaml.Mark]:
        """Find how far the text below its sign is moved in."""
        found: tuple[list[str], int, yaml.Mark] = super().scan_block_scalar_indentation()
        self._hold_indent(self.column + 1)
        return found

    def scan_block_scalar_breaks(self, indent: int) -> tuple[list[str], yaml.Mark]:
        """Pass over empty lines, and over how far the next one is moved in."""
        found: tuple[list[str], yaml.Mark] = super().scan_block_scalar_breaks(indent)
        self._hold_indent(indent)
        return found

    def _hold_indent(self, indent: int) -> None:
        if self.column < indent and self.peek() == "\t":
            what = "found a tab character where an indentation space is expected"
            raise self._stopped("a block scalar", self._begun, what)

    def _stopped(self, context: str, begun: yaml.Mark, what: str) -> ScannerError:
        return ScannerError(f"while scanning {context}", begun, what, self.get_mark())


# A browser has no libyaml, nor has an interpreter that PyYAML has no wheel for.
_LOADER: Any = getattr(yaml, "CSafeLoader", PureLoader)
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
