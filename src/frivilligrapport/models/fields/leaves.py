"""The single values of the models: each is read from the text that was typed and keeps its place.

A kind of text is a class of its own, so that a field's annotation says what it is for: `Navn`, `Prosa`, `Henvisning`.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Any, ClassVar, Self

from frivilligrapport.danish import HARD_SPACE, join_words, nearest_words, normal_key, quote, slug_of
from frivilligrapport.fast_start import Frozen, pattern
from frivilligrapport.grammar.no_answer import AROUND, is_no_answer
from frivilligrapport.grammar.period import Period, parse_period
from frivilligrapport.grammar.quantity import Precision, Quantity, parse_quantity
from frivilligrapport.grammar.quantity.kinds import NOT_UNDERSTOOD
from frivilligrapport.models.fields import kinds
from frivilligrapport.problems import Fault, Location
from frivilligrapport.reading.tree import ScalarNode

_SLUG = pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_UOPLYST = "uoplyst"
_PERCENT = 100  # of the whole


def filled(scalar: ScalarNode) -> str:
    """Give a scalar's text without the spaces around it; refuse one with nothing in it."""
    text = scalar.text.strip()
    if not text:
        raise Fault(kinds.MISSING_FIELD, "")
    return text


class Leaf:
    """A value that stands where its scalar does. Each kind has a `read`, which raises Fault for a text that is none.

    `own_words` tells whether the writer finds the words, so that something may be left to be written there.
    `in_unit` tells whether it is a count of the unit that its figure is reported in.
    """

    own_words: ClassVar[bool] = False
    in_unit: ClassVar[bool] = False
    scalar: ScalarNode

    @property
    def location(self) -> Location:
        """Where the value stands."""
        return self.scalar.location


class Text(Leaf, str):  # noqa: SLOT000 - each text carries its place
    """A text that knows where it stands. Used as it is for a few words of the writer's own."""

    own_words = True

    @classmethod
    def of(cls, text: str, scalar: ScalarNode) -> Self:
        """Make a text that stands where `scalar` does."""
        value = cls(text)
        value.scalar = scalar
        return value

    @classmethod
    def read(cls, scalar: ScalarNode) -> Self:
        """Read the value, which may be nothing."""
        return cls.of(scalar.text.strip(), scalar)

    @property
    def key(self) -> str:
        """The text with case, spacing and æøå-spelling evened out, for comparing names."""
        return normal_key(self)


class Navn(Text):
    """What something is called: a name, a title or a heading."""


# How whole sentences are typed.
BELOW = "Skriv | efter kolon og teksten på linjerne under, rykket ind."


class Prosa(Text):
    """Whole sentences, with Markdown's lists and emphasis."""


class ProsaMedTal(Prosa):
    """Whole sentences in which a figure is asked for by its id, "[tal 2014.projekter]", and never typed."""


class Bemaerkning(Text):
    """A remark: a few words or whole sentences."""


class Henvisning(Text):
    """A word that stands for something declared elsewhere: a forvaltning, an indsats, a policy's point, a code."""

    own_words = False


class TalId(Henvisning):
    """The id of a figure or of a total, such as 2014.projekter."""


class Sti(Text):
    """The path of a file."""

    own_words = False


class Tekstfil(Sti):
    """The path of a Markdown file with a longer text, instead of the text itself."""


class Slug(Text):
    """An id: small ASCII letters, digits and hyphens, the same every year."""

    own_words = False

    @classmethod
    def read(cls, scalar: ScalarNode) -> Self:
        """Read the value; another text is refused with the id that can be made of it."""
        text = filled(scalar)
        if not _SLUG.fullmatch(text):
            better = slug_of(text)
            hint = f"Skriv {better}" if better else "Skriv små bogstaver og bindestreger."
            message, instead = f"{quote(text)} kan ikke bruges som id.", (better,) if better else ()
            raise Fault(kinds.BAD_SLUG, message, hint, instead=instead)
        return cls.of(text, scalar)


class Choice(Text):
    """A word from a closed list; spelling, case and spacing are forgiven, other words are not.

    `words` are the list's words, each with what it means; `what` is what one of them is called.
    """

    own_words = False
    words: ClassVar[Mapping[str, str]]
    what: ClassVar[str]
    _by_key: ClassVar[Mapping[str, str]]

    def __init_subclass__(cls, *, what: str, words: Mapping[str, str]) -> None:
        cls.what, cls.words = what, words
        cls._by_key = {normal_key(word): str(word) for word in cls.words}

    @classmethod
    def read(cls, scalar: ScalarNode) -> Self:
        """Read the value; a word that is not on the list is refused with the one that is near, or with all."""
        text = filled(scalar)
        word = cls._by_key.get(normal_key(text))
        if word is not None:
            return cls.of(word, scalar)
        message = f"{quote(scalar.text)} er ikke en {cls.what}, programmet kender."
        said = _no_answer(text, cls.words)
        close = (said,) if said else nearest_words(scalar.text, cls.words)
        if close:
            meant = join_words([f"»{one}«" for one in close], "eller")
            hint = f"Skriv {join_words(close, 'eller')}"
            raise Fault(kinds.NOT_ON_LIST, f"{message} Mente du {meant}?", hint, instead=close)
        raise Fault(kinds.NOT_ON_LIST, message, f"Vælg mellem {join_words(list(cls.words))}")


_SAID_OTHERWISE = {
    **dict.fromkeys(("yes", "true", "sand", "j", "y", "ja_tak", "jo"), "ja"),
    **dict.fromkeys(("no", "false", "falsk", "ikke", "n", "nej_tak"), "nej"),
}


def read_answer(scalar: ScalarNode, words: tuple[str, ...]) -> str:
    """Read one of the words that answer a question. Raises Fault for another."""
    filled(scalar)
    word = normal_key(scalar.text)
    if word not in words:
        message = f"{quote(scalar.text)} er hverken {join_words(words, 'eller')}."
        bare = normal_key(scalar.text.strip(AROUND))
        said = _SAID_OTHERWISE.get(bare, bare if bare in words else _no_answer(scalar.text, words))
        meant = (said,) if said else words
        raise Fault(kinds.YES_OR_NO, message, f"Skriv {join_words(meant, 'eller')}", instead=meant)
    return word


def _no_answer(text: str, words: Iterable[str]) -> str:
    """Give the word for an answer that nobody knows, where a text says just that and the word may be used."""
    return _UOPLYST if _UOPLYST in words and is_no_answer(text) else ""


def read_yes_no(scalar: ScalarNode) -> bool:
    """Read an answer of yes or no, which fields of the type `bool` hold. Raises Fault for another."""
    return read_answer(scalar, ("ja", "nej")) == "ja"


class Aarstal(Leaf, int):
    """A year that knows where it stands."""

    @classmethod
    def read(cls, scalar: ScalarNode) -> Self:
        """Read the value; another text is refused with the one year that it can mean."""
        text = filled(scalar)
        if not re.fullmatch(r"(?:19|20)[0-9]{2}", text):
            meant = _year_in(text)
            hint = f"Skriv {meant}" if meant else "Skriv fire cifre, for eksempel 2014."
            instead = (meant,) if meant else ()
            raise Fault(kinds.BAD_YEAR, f"{quote(text)} er ikke et årstal.", hint, instead=instead)
        year = cls(text)
        year.scalar = scalar
        return year


def _year_in(text: str) -> str:
    """Find the one year that a text can mean: 14, '14, 2.014 and "året 2014"; "" when there is none, or several."""
    short = re.fullmatch(r"['’]?([0-9]{2})", text)
    whole = re.fullmatch(r"[^0-9]*([12])\.?([0-9]{3})[^0-9]*", text)
    year = f"20{short[1]}" if short else "".join(whole.groups()) if whole else ""
    return year if year.startswith(("19", "20")) else ""


class Maengde(Frozen, Leaf):
    """A quantity as it was typed, and where."""

    in_unit = True
    quantity: Quantity
    scalar: ScalarNode

    @classmethod
    def read(cls, scalar: ScalarNode) -> Self:
        """Read the value."""
        return cls(parse_quantity(scalar.text), scalar)


class Andelsmaengde(Maengde):
    """A quantity that is not counted in its figure's unit: a share of something else."""

    in_unit = False


class Andel(Frozen, Leaf):
    """An exact share from 0 to 1, typed as a percentage ("10 %") or as a fraction ("1/10"), and where it stands."""

    share: Fraction
    scalar: ScalarNode

    @classmethod
    def read(cls, scalar: ScalarNode) -> Self:
        """Read the value; a bare number is refused with its percent sign, anything else with an example."""
        quantity = parse_quantity(scalar.text)
        if quantity.share is not None and not quantity.approximate and quantity.base is None:
            return cls(quantity.share, scalar)
        is_number = quantity.precision is Precision.EXACT and quantity.low is not None and quantity.low <= _PERCENT
        meant = f"{quantity.text()}{HARD_SPACE}%" if is_number else ""
        hint = f"Skriv {meant}." if meant else f"Skriv en andel, fx 10{HARD_SPACE}%."
        message, instead = f"{quote(scalar.text)} er ikke en andel.", (meant,) if meant else ()
        raise Fault(NOT_UNDERSTOOD, message, hint, instead=instead)


class Periode(Frozen, Leaf):
    """A period as it was typed, and where."""

    period: Period
    scalar: ScalarNode

    @classmethod
    def read(cls, scalar: ScalarNode) -> Self:
        """Read the value."""
        return cls(parse_period(scalar.text), scalar)


# What reads the values of a type that is no leaf, since the program has no use for where they stand.
READERS: Mapping[type[Any], Callable[[ScalarNode], object]] = {bool: read_yes_no}
