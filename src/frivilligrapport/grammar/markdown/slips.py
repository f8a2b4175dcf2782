"""What stands in a text and would not be printed as it was meant."""

from enum import Enum, auto
from typing import NamedTuple


class SlipKind(Enum):
    """What sort of thing it is."""

    NOTE = auto()
    PICTURE = auto()
    REFERENCE = auto()
    DEFINITION = auto()
    ADDRESS = auto()
    LINK_TITLE = auto()
    HTML = auto()
    ENTITY = auto()
    STRUCK = auto()
    TASK = auto()
    FENCE = auto()
    TERM = auto()
    UNDERLINE = auto()
    HEADING = auto()
    NUMBER = auto()
    SIGN = auto()
    TABLE_LINE = auto()
    TABBED = auto()
    CELLS = auto()
    JOINED = auto()
    LANGUAGE = auto()


class Slip(NamedTuple):
    """Hold what it is, where it begins and ends in the text, and what its explanation needs to name."""

    kind: SlipKind
    start: int
    end: int
    about: str = ""
