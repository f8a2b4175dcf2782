"""How the municipality's documents look: its logo and three colours, `udseende` in kommune.yaml."""

import re
from typing import Any, Self

from frivilligrapport.danish import quote
from frivilligrapport.models.base import Felter
from frivilligrapport.models.leaves import Text, filled_scalar, refuse
from frivilligrapport.problems import Fault, Kind, Severity

_EXAMPLE = "# fil: kommune.yaml\nudseende:\n  farver:\n    hovedfarve: {}"
BAD_COLOUR = Kind(
    "FR110",
    Severity.FEJL,
    "Farven kan ikke læses",
    "En farve skrives med seks tegn, to for rødt, to for grønt og to for blåt, som i kommunens designmanual. "
    "Sæt den i anførselstegn, når den begynder med #, for ellers er resten af linjen en kommentar.",
    _EXAMPLE.format("petroleumsblå"),
    _EXAMPLE.format('"#14485c"'),
)
_COLOUR = re.compile(r"#?([0-9a-fA-F]{6})")
_SHORT = re.compile(r"(#?)([0-9a-fA-F])([0-9a-fA-F])([0-9a-fA-F])")


class Farve(Text):
    """A colour: # and six small hexadecimal digits, whichever way it was typed."""

    @classmethod
    def read(cls, value: Any) -> Self:
        """Read the value from its scalar."""
        scalar = filled_scalar(value)
        text = scalar.text.strip()
        found = _COLOUR.fullmatch(text)
        if not found:
            short = _SHORT.fullmatch(text)
            better = short.expand(r"\1\2\2\3\3\4\4") if short else ""
            hint = f"Skriv {better}" if better else 'Skriv farven med seks tegn, for eksempel "#14485c"'
            message = f"{quote(text)} er ikke en farve."
            raise refuse(Fault(BAD_COLOUR, message, hint, instead=(better,) if better else ()), scalar)
        return cls.of(f"#{found[1].lower()}", scalar)


class Farver(Felter):
    """The house's colours; one that is not given is the program's own."""

    hovedfarve: Farve | None = None
    baggrund: Farve | None = None
    fremhaevning: Farve | None = None


class Udseende(Felter):
    """The look of all documents; `logo` is a path below the work folder."""

    logo: Text | None = None
    logo_tekst: Text | None = None
    farver: Farver | None = None
