"""Values from a closed list, and answers of yes or no."""

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import PlainValidator

from frivilligrapport.danish import nearest_word, normal_key
from frivilligrapport.models import field_kinds as kinds
from frivilligrapport.models import lister
from frivilligrapport.models.leaves import Text, refuse, scalar_of
from frivilligrapport.problems import Fault


def _choice(words: tuple[str, ...], *, what: str) -> Callable[[Any], Text]:
    """Make a reader for a closed list; spelling, case and spacing are forgiven, other words are not."""
    by_key = {normal_key(word): word for word in words}

    def read(value: Any) -> Text:
        scalar = scalar_of(value)
        word = by_key.get(normal_key(scalar.text))
        if word is None:
            close = nearest_word(scalar.text, words)
            hint = f"Mente du »{close}«?" if close else f"Vælg mellem {', '.join(words)}."
            raise refuse(
                Fault(kinds.NOT_ON_LIST, f"»{scalar.text}« er ikke en {what}, programmet kender.", hint), scalar
            )
        return Text.of(word, scalar)

    return read


def _yes_no(value: Any) -> bool:
    scalar = scalar_of(value)
    answer = {"ja": True, "nej": False}.get(normal_key(scalar.text))
    if answer is None:
        raise refuse(Fault(kinds.YES_OR_NO, f"»{scalar.text}« er hverken ja eller nej.", "Skriv ja eller nej."), scalar)
    return answer


def _choices(words: tuple[str, ...], what: str) -> PlainValidator:
    return PlainValidator(_choice((*words, lister.UOPLYST), what=what))


JaNej = Annotated[bool, PlainValidator(_yes_no)]
JaNejUoplyst = Annotated[Text, _choices(("ja", "nej"), "svarmulighed")]
Filstatus = Annotated[Text, PlainValidator(_choice(lister.FILSTATUS, what="filstatus"))]
Art = Annotated[Text, _choices(lister.ART, "art")]
Tilstand = Annotated[Text, _choices(lister.TILSTAND, "tilstand")]
Frivilligtype = Annotated[Text, _choices(lister.FRIVILLIGTYPE, "frivilligtype")]
Metode = Annotated[Text, _choices(lister.METODE, "metode")]
Bidragsstatus = Annotated[Text, _choices(lister.BIDRAG, "status")]
Enhedstype = Annotated[Text, PlainValidator(_choice(lister.ENHEDSTYPE, what="type"))]
Enhedsart = Annotated[Text, PlainValidator(_choice(lister.ENHEDSART, what="slags enhed"))]
