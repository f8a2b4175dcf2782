"""The municipality's own look, laid over the style sheet: colours and logo."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Look:
    """Hold what is the municipality's own.

    `colours` maps the style sheet's custom properties (`farve`, `farve-lys`, `farve-accent`) to `#rrggbb`. `logo` is an
    address that holds the picture itself, "" without one; `logo_text` says what it shows.
    """

    colours: Mapping[str, str] = field(default_factory=dict)
    logo: str = ""
    logo_text: str = ""

    @property
    def css(self) -> str:
        """Give the rule that sets the colours, "" when all are the program's own."""
        values = " ".join(f"--{name}: {value};" for name, value in self.colours.items())
        return f":root {{ {values} }}" if values else ""


def picture_address(data: bytes, ending: str) -> str:
    """Make an address that holds a picture itself; `ending` is svg or png."""
    kind = "image/svg+xml" if ending == "svg" else "image/png"
    return f"data:{kind};base64,{b64encode(data).decode('ascii')}"
