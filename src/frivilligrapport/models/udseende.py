"""How the municipality's documents look: its logo and three colours, `udseende` in kommune.yaml."""

from typing import Self

from frivilligrapport.danish import quote
from frivilligrapport.fast_start.patterns import pattern
from frivilligrapport.models.fields.base import Felter, field
from frivilligrapport.models.fields.leaves import Sti, Text, filled
from frivilligrapport.problems import Fault, Kind, Severity
from frivilligrapport.reading.tree import ScalarNode

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
_COLOUR = pattern(r"#?([0-9a-fA-F]{6})")
_SHORT = pattern(r"(#?)([0-9a-fA-F])([0-9a-fA-F])([0-9a-fA-F])")


class Farve(Text):
    """A colour: # and six small hexadecimal digits, whichever way it was typed."""

    own_words = False

    @classmethod
    def read(cls, scalar: ScalarNode) -> Self:
        """Read the value."""
        text = filled(scalar)
        short = _SHORT.fullmatch(text)
        found = _COLOUR.fullmatch(short.expand(r"\1\2\2\3\3\4\4") if short else text)
        if not found:
            hint = 'Skriv farven med seks tegn, for eksempel "#14485c"'
            raise Fault(BAD_COLOUR, f"{quote(text)} er ikke en farve.", hint)
        return cls.of(f"#{found[1].lower()}", scalar)


class Farver(Felter):
    """The house's colours; one that is not given is the program's own."""

    hovedfarve: Farve | None = field(
        'Overskrifter, forside og søjler, fx "#14485c" i anførselstegn. Den skal kunne bære hvid tekst.'
    )
    baggrund: Farve | None = field('Bunden i faktabokse, fx "#eaf1f3" i anførselstegn. Den skal være lys.')
    fremhaevning: Farve | None = field('Det, der skal ses, fx "#a8431c" i anførselstegn.')


class Udseende(Felter):
    """The look of all documents; `logo` is a path below the work folder."""

    logo: Sti | None = field("Stien til logoet som svg eller png, fx skabeloner/logo.svg.")
    logo_tekst: Text | None = field(
        "Hvad logoet viser, til dem, der får rapporten læst højt, fx Københavns Kommunes logo."
    )
    farver: Farver | None = field("Kommunens farver. En farve, der ikke står her, er programmets egen.")
