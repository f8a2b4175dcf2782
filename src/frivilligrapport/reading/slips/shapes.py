"""Slips that a line shows by itself: how it looks, what is said of it and what should stand there."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from frivilligrapport.danish import quote
from frivilligrapport.fast_start import pattern
from frivilligrapport.problems import Kind, Problem
from frivilligrapport.reading import yaml_kinds as kinds
from frivilligrapport.reading.slips.parser_stop import ParserStop
from frivilligrapport.reading.source import Source

_LONG = 60  # a value that is not said again
_ITEMS = r"\s*(?:- +)*"
# What word processors and people put before an item.
BULLETS = "•·–—*+‣▪◦○●■□►➢→✓✔☐☑"


class LineShape(NamedTuple):
    """Hold how a whole line looks, its group `whole` being what is wrong, and what should be `written` there instead.

    In the words stands {name} for what the group of that name has matched; in the message {key} is quoted, and {named}
    is it with its colon.
    """

    kind: Kind
    looks: re.Pattern[str]
    message: str
    written: str
    hint: str = "Skriv {}"

    def matches(self, source: Source, number: int) -> bool:
        """Tell whether a line (from 0) looks so."""
        return self.looks.fullmatch(source.line(number).rstrip()) is not None

    def find(self, source: Source, number: int) -> Problem | None:
        """Report a line (from 0) that looks so."""
        match = self.looks.fullmatch(source.line(number).rstrip())
        if match is None:
            return None
        typed = match.groupdict("")
        said = typed | ({"value": "…"} if len(typed.get("value", "")) >= _LONG else {})
        written, shown = (self.written.format(**one) for one in (typed, said))
        if not typed.get("value", "…"):
            written, shown = written.rstrip(), shown.rstrip()
        name = typed.get("key", "")
        message = self.message.format(**typed | {"key": quote(name), "named": quote(f"{name}:")})
        place = source.location(number, *match.span("whole"))
        return Problem(place, self.kind, message, self.hint.format(shown), instead=(written,))

    def detect(self, stop: ParserStop) -> Problem | None:
        """Report the likeliest of the lines where a slip may be that looks so."""
        lines = (*stop.suspects(), stop.before(stop.began_line))
        return next(filter(None, (self.find(stop.source, number) for number in lines if stop.text(number))), None)


def first_of(source: Source, number: int, tried: Iterable[LineShape]) -> Problem | None:
    """Report a line (from 0) that looks as one of some shapes."""
    return next(filter(None, (one.find(source, number) for one in tried)), None)


STUCK_GROUP = LineShape(
    kinds.WRONG_INDENT,
    pattern(r"(?P<indent> *)(?P<whole>(?P<key>[^\W\d]\w*):(?P<value>(?:- )?[^\W\d]\w*:\s.*))"),
    "Det, der står under {key}, skal begynde på næste linje.",
    "{key}:\n{indent}  {value}",
    "Flyt det, der står efter kolon, ned på næste linje, og ryk det ind.",
)
STUCK_COLON = LineShape(
    kinds.NO_SPACE,
    pattern(rf"{_ITEMS}(?P<whole>(?P<key>[^\W\d][\w ]*?) *:(?:- )?(?P<value>[^\s:/=].*))"),
    "Mellemrum mangler efter {named}.",
    "{key}: {value}",
)
STUCK_DASH = LineShape(
    kinds.NO_SPACE,
    pattern(r"\s*(?P<whole>-(?P<value>[^\W\d].*))"),
    "Mellemrum mangler efter bindestregen.",
    "- {value}",
)
BULLET = LineShape(
    kinds.BULLET,
    pattern(rf"\s*(?P<whole>(?P<sign>[{BULLETS}]|>(?= *\w+:\s))[ \t]+(?:- )?(?P<value>\S.*))"),
    "Punktet begynder med »{sign}« og ikke med en almindelig bindestreg.",
    "- {value}",
)
NUMBER = BULLET._replace(
    looks=pattern(r"\s*(?P<whole>(?P<sign>(?:[0-9]{1,2}|[a-zæøå])[.)])[ \t]+(?:- )?(?P<value>\S.*))")
)
DOUBLE_DASH = LineShape(
    kinds.BULLET,
    pattern(rf"{_ITEMS}?(?P<whole>(?:- +){{2,}}|-{{2,}} +)(?=\S).*"),
    "Der står to bindestreger, hvor der skal stå én.",
    "- ",
    "Slet den ene og mellemrummet efter den.",
)
OTHER_SIGN = LineShape(
    kinds.NO_COLON,
    pattern(
        rf"{_ITEMS}(?P<whole>(?P<key>[^\W\d]\w+) *(?P<sign>[-=–]{{1,2}}>|→|⇒|:?={{1,2}}|[;：]|[–—,.](?=\s)|-(?=\s))"
        r"\s*(?P<value>.*))"
    ),
    "Der står {sign} i stedet for kolon efter {key}.",
    "{key}: {value}",
)
NO_COLON = LineShape(
    kinds.NO_COLON,
    pattern(rf"{_ITEMS}(?P<whole>(?P<key>\w+)(?: +(?P<value>[^:]+))?)"),
    "Kolon mangler efter {key}.",
    "{key}: {value}",
)
DECORATED_NAME = LineShape(
    kinds.DECORATED_NAME,
    pattern(rf"{_ITEMS}(?P<whole>(?P<sign>[*_`~]{{1,3}})(?P<key>\w[\w ]*)(?:(?P=sign) *:|:(?P=sign)))(?:\s.*)?"),
    "Der står {sign} om feltnavnet {key}.",
    "{key}:",
)
QUOTED_LINE = LineShape(
    kinds.DECORATED_NAME,
    pattern(rf"{_ITEMS}(?P<whole>[\"'“”„](?P<field>[^\W\d]\w*: [^\"'“”„]+)[\"'“”„])"),
    "Anførselstegnene står om hele linjen og ikke kun om værdien.",
    "{field}",
)
NO_BAR = LineShape(
    kinds.LONG_TEXT_SIGN,
    pattern(r".*:\s+(?P<whole>[|>](?:[|>.,:;!]+|[-+]?[1-9][-+]?))"),
    "Der står {whole} foran teksten.",
    "|",
)
COMMENTED_NAME = LineShape(
    kinds.LOST_TAIL,
    pattern(r"\s*(?P<whole>#+ *(?P<key>\w+):)"),
    "Linjen er en bemærkning, fordi den begynder med #, og feltet {key} læses ikke.",
    "{key}:",
)
TAB_AFTER_DASH = LineShape(
    kinds.TAB,
    pattern(r" *- ?(?P<whole>\t+).*"),
    "Der står en tabulator efter bindestregen.",
    " ",
    "Skriv ét mellemrum i stedet.",
)
FILE_END = LineShape(
    kinds.MANY_DOCUMENTS,
    pattern(r"(?P<whole>\.\.\.)(?:\s+#.*)?"),
    "Linjen »...« slutter filen her.",
    "",
    "Slet linjen.",
)
