"""Values from a closed list, and answers of yes or no."""

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import PlainValidator

from frivilligrapport.danish import join_words, nearest_word, normal_key, quote
from frivilligrapport.models import field_kinds as kinds
from frivilligrapport.models import lister
from frivilligrapport.models.leaves import Text, filled_scalar, refuse
from frivilligrapport.problems import Fault

_SAID_OTHERWISE = {"yes": "ja", "true": "ja", "sand": "ja", "no": "nej", "false": "nej", "falsk": "nej", "ikke": "nej"}


def _choice(words: tuple[str, ...], what: str) -> Callable[[Any], Text]:
    """Make a reader for a closed list; spelling, case and spacing are forgiven, other words are not."""
    by_key = {normal_key(word): word for word in words}

    def read(value: Any) -> Text:
        scalar = filled_scalar(value)
        word = by_key.get(normal_key(scalar.text))
        if word is not None:
            return Text.of(word, scalar)
        message = f"{quote(scalar.text)} er ikke en {what}, programmet kender."
        close = nearest_word(scalar.text, words)
        if close:
            message = f"{message} Mente du »{close}«?"
            raise refuse(Fault(kinds.NOT_ON_LIST, message, f"Skriv {close}", instead=(close,)), scalar)
        raise refuse(Fault(kinds.NOT_ON_LIST, message, f"Vælg mellem {join_words(words)}"), scalar)

    return read


def _yes_no(value: Any) -> bool:
    return _answer(value, ("ja", "nej")) == "ja"


def _yes_no_unknown(value: Any) -> Text:
    return _answer(value, ("ja", "nej", lister.UOPLYST))


def _answer(value: Any, words: tuple[str, ...]) -> Text:
    scalar = filled_scalar(value)
    word = normal_key(scalar.text)
    if word not in words:
        message = f"{quote(scalar.text)} er hverken {join_words(words, 'eller')}."
        meant = (_SAID_OTHERWISE[word],) if word in _SAID_OTHERWISE else words
        hint = f"Skriv {join_words(meant, 'eller')}"
        raise refuse(Fault(kinds.YES_OR_NO, message, hint, instead=meant), scalar)
    return Text.of(word, scalar)


def _choices(words: tuple[str, ...], what: str) -> PlainValidator:
    return PlainValidator(_choice((*words, lister.UOPLYST), what))


JaNej = Annotated[bool, PlainValidator(_yes_no)]
JaNejUoplyst = Annotated[Text, PlainValidator(_yes_no_unknown)]
Filstatus = Annotated[Text, PlainValidator(_choice(lister.FILSTATUS, "filstatus"))]
Art = Annotated[Text, _choices(lister.ART, "art")]
Tilstand = Annotated[Text, _choices(lister.TILSTAND, "tilstand")]
Frivilligtype = Annotated[Text, _choices(lister.FRIVILLIGTYPE, "frivilligtype")]
Metode = Annotated[Text, _choices(lister.METODE, "metode")]
Bidragsstatus = Annotated[Text, _choices(lister.BIDRAG, "status")]
Udgang = Annotated[Text, PlainValidator(_choice(lister.UDGANG, "udgang"))]
Opfyldt = Annotated[Text, _choices(lister.OPFYLDT, "værdi")]
Maaling = Annotated[Text, _choices(lister.MAALING, "måling")]
Vaegt = Annotated[Text, PlainValidator(_choice(lister.VAEGT, "vægt"))]
Enhedstype = Annotated[Text, PlainValidator(_choice(lister.ENHEDSTYPE, "type"))]
Enhedsart = Annotated[Text, PlainValidator(_choice(lister.ENHEDSART, "slags enhed"))]
