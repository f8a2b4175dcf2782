"""The single values of the models: each is read from the text that was typed and keeps its place."""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Self, TypeVar

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from frivilligrapport.danish import normal_key, quote
from frivilligrapport.grammar.period import Period, parse_period
from frivilligrapport.grammar.quantity import Quantity, parse_quantity
from frivilligrapport.grammar.share import parse_share
from frivilligrapport.models import field_kinds as kinds
from frivilligrapport.problems import Fault, Location
from frivilligrapport.reading.tree import ScalarNode

OWN = "frivilligrapport"
Value = TypeVar("Value")


def refuse(fault: Fault, node: ScalarNode | None = None) -> PydanticCustomError:
    """Wrap a fault so that it passes through pydantic whole; `node` is where the text stands."""
    return PydanticCustomError(OWN, "{message}", {"message": fault.message, "fault": fault, "node": node})


def scalar_of(value: object) -> ScalarNode:
    """Give the scalar that a leaf is read from; refuse a list or a group of fields."""
    if isinstance(value, ScalarNode):
        return value
    raise refuse(Fault(kinds.TEXT_EXPECTED, ""))


def filled_scalar(value: object) -> ScalarNode:
    """Give the scalar that a leaf is read from; refuse one with nothing in it, too."""
    scalar = scalar_of(value)
    if not scalar.text.strip():
        raise refuse(Fault(kinds.MISSING_FIELD, ""))
    return scalar


def slug_of(text: str) -> str:
    """Make an id of a name: "Smag Verden!" gives "smag-verden", "" when there is nothing to make it of."""
    return "-".join(re.findall(r"[a-z0-9]+", normal_key(text)))


def parsed(grammar: Callable[[str], Value], value: object) -> tuple[Value, ScalarNode]:
    """Read a scalar by a grammar; give what it says and the scalar itself."""
    scalar = scalar_of(value)
    try:
        return grammar(scalar.text), scalar
    except Fault as fault:
        raise refuse(fault, scalar) from None


class _Leaf(ABC):
    """Let pydantic read a leaf by its own `read`; `scalar` is where the value stands."""

    scalar: ScalarNode

    @property
    def location(self) -> Location:
        """Where the value stands."""
        return self.scalar.location

    @classmethod
    @abstractmethod
    def read(cls, value: Any) -> Self:
        """Read the value from its scalar."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        del source, handler
        return core_schema.no_info_plain_validator_function(cls.read)


class Text(_Leaf, str):  # noqa: SLOT000 - each text carries its place
    """A text that knows where it stands."""

    @classmethod
    def of(cls, text: str, scalar: ScalarNode) -> Self:
        """Make a text that stands where `scalar` does."""
        value = cls(text)
        value.scalar = scalar
        return value

    @classmethod
    def read(cls, value: Any) -> Self:
        """Read the value from its scalar."""
        scalar = scalar_of(value)
        return cls.of(scalar.text.strip(), scalar)

    @property
    def key(self) -> str:
        """The text with case, spacing and æøå-spelling evened out, for comparing names."""
        return normal_key(self)


class Slug(Text):
    """An id: small ASCII letters, digits and hyphens, the same every year."""

    @classmethod
    def read(cls, value: Any) -> Self:
        """Read the value from its scalar."""
        scalar = filled_scalar(value)
        text = scalar.text.strip()
        if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text):
            better = slug_of(text)
            hint = f"Skriv {better}" if better else "Skriv små bogstaver og bindestreger."
            message, instead = f"{quote(text)} kan ikke bruges som id.", (better,) if better else ()
            raise refuse(Fault(kinds.BAD_SLUG, message, hint, instead=instead), scalar)
        return cls.of(text, scalar)


def _year_in(text: str) -> str:
    """Find the one year that a text can mean: 14, '14, 2.014 and "året 2014"; "" when there is none, or several."""
    short = re.fullmatch(r"['’]?([0-9]{2})", text)
    whole = re.fullmatch(r"[^0-9]*([12])\.?([0-9]{3})[^0-9]*", text)
    year = f"20{short[1]}" if short else "".join(whole.groups()) if whole else ""
    return year if year.startswith(("19", "20")) else ""


class Aarstal(_Leaf, int):
    """A year that knows where it stands."""

    @classmethod
    def read(cls, value: Any) -> Self:
        """Read the value from its scalar."""
        scalar = filled_scalar(value)
        text = scalar.text.strip()
        if not re.fullmatch(r"(?:19|20)[0-9]{2}", text):
            meant = _year_in(text)
            hint = f"Skriv {meant}" if meant else "Skriv fire cifre, for eksempel 2014."
            instead = (meant,) if meant else ()
            raise refuse(Fault(kinds.BAD_YEAR, f"{quote(text)} er ikke et årstal.", hint, instead=instead), scalar)
        year = cls(text)
        year.scalar = scalar
        return year


@dataclass(frozen=True, slots=True)
class Maengde(_Leaf):
    """A quantity as it was typed, and where."""

    quantity: Quantity
    scalar: ScalarNode

    @classmethod
    def read(cls, value: Any) -> Self:
        """Read the value from its scalar."""
        return cls(*parsed(parse_quantity, value))


@dataclass(frozen=True, slots=True)
class Andel(_Leaf):
    """A share such as 10 %, and where it stands."""

    share: Fraction
    scalar: ScalarNode

    @classmethod
    def read(cls, value: Any) -> Self:
        """Read the value from its scalar."""
        return cls(*parsed(parse_share, value))


@dataclass(frozen=True, slots=True)
class Periode(_Leaf):
    """A period as it was typed, and where."""

    period: Period
    scalar: ScalarNode

    @classmethod
    def read(cls, value: Any) -> Self:
        """Read the value from its scalar."""
        return cls(*parsed(parse_period, value))
