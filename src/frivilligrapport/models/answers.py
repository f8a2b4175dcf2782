"""Fields that may be answered with one word instead of content.

`ingen` says that there is nothing to tell, `uoplyst` that nobody has answered; both differ from a field that is absent.
"""

from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator
from pydantic.json_schema import SkipJsonSchema

from frivilligrapport.danish import normal_key
from frivilligrapport.models import lister
from frivilligrapport.models.base import AS_GIVEN, Felter
from frivilligrapport.models.leaves import Text
from frivilligrapport.reading.tree import ScalarNode

_ANSWERS = " answers"  # no file can hold this key: reading makes a key's spaces into "_"


class Besvaret(Felter):
    """Read the fields named in `answerable` either as content or as one of the two words."""

    answerable: ClassVar[tuple[str, ...]] = ()
    answers: SkipJsonSchema[
        Annotated[tuple[tuple[str, Text], ...], AS_GIVEN, Field(validation_alias=_ANSWERS, exclude=True)]
    ] = ()

    @model_validator(mode="before")
    @classmethod
    def _take_answers(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        answers = {field: Text.read(data[field]) for field in cls.answerable if _is_answer(data.get(field))}
        content = {field: value for field, value in data.items() if field not in answers}
        return {**content, _ANSWERS: tuple(answers.items())}

    def answer(self, field: str) -> str | None:
        """Give `ingen` or `uoplyst` when the field was answered so, else None."""
        return next((normal_key(text) for name, text in self.answers if name == field), None)

    def is_given(self, field: str) -> bool:
        """Tell whether the field stands in the file, with content or with an answer."""
        return field in self.model_fields_set or self.answer(field) is not None


def _is_answer(value: object) -> bool:
    return isinstance(value, ScalarNode) and normal_key(value.text) in {lister.INGEN, lister.UOPLYST}
