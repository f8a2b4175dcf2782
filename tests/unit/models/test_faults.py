"""From pydantic's error types to findings of our own: nothing of pydantic's reaches a person."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic_core.core_schema import ErrorType

from frivilligrapport.models.fields.base import Felter
from frivilligrapport.models.fields.explaining import EXPLAINED, UNKNOWN_TYPE, with_place
from frivilligrapport.models.fields.leaves import OWN
from frivilligrapport.models.kommune import Kommune
from frivilligrapport.models.politik import Politik
from frivilligrapport.models.rapport import Rapport
from frivilligrapport.models.statusfil import Statusfil

ROOTS: tuple[type[Felter], ...] = (Statusfil, Rapport, Kommune, Politik)
USED = {
    "model", "model-fields", "model-field", "tuple", "nullable", "default", "any", "bool", "definitions",
    "definition-ref", "function-plain", "function-before",
}  # fmt: skip
# What the schemas that we use could give, and why they never do.
NEVER = {
    "model_attributes_type": "only with from_attributes",
    "get_attribute_error": "only with from_attributes",
    "no_such_attribute": "only for assignment to a model that is not frozen",
    "frozen_field": "only for assignment",
    "frozen_instance": "only for assignment",
    "invalid_key": "the keys of a tree are texts",
    "too_short": "no list has a least length",
    "too_long": "no list has a greatest length",
    "iteration_error": "lists are read from tuples",
    "recursion_loop": "a tree of frozen values holds no loop",
    "recursion_depth_exceeded": "the reader bounds the depth",
    "default_factory_not_called": "no field has a default_factory",
    "value_error": "our values refuse with a type of their own",
    "assertion_error": "our values refuse with a type of their own",
    "bool_type": "answers are read by our own function",
    "bool_parsing": "answers are read by our own function",
    "needs_python_object": "only when reading JSON",
}
# What only other schemas give, by the kind of schema.
OTHERS = {
    "json": "json_invalid json_type",
    "dataclass": "dataclass_type dataclass_exact_type",
    "named-tuple": "named_tuple_type",
    "none": "none_required",
    "number": "greater_than greater_than_equal less_than less_than_equal multiple_of finite_number",
    "generator": "iterable_type",
    "str": "string_type string_unicode string_too_short string_too_long string_pattern_mismatch string_not_ascii",
    "enum": "enum",
    "dict": "dict_type frozen_dict_type ordered_dict_type counter_type mapping_type",
    "list": "list_type deque_type",
    "set": "set_type set_item_not_hashable frozen_set_type",
    "int": "int_type int_parsing int_parsing_size int_from_float",
    "float": "float_type float_parsing",
    "bytes": "bytes_type bytes_too_short bytes_too_long bytes_invalid_encoding",
    "literal": "literal_error missing_sentinel_error ellipsis_error",
    "date": "date_type date_parsing date_from_datetime_parsing date_from_datetime_inexact date_past date_future",
    "time": "time_type time_parsing",
    "datetime": "datetime_type datetime_parsing datetime_object_invalid datetime_from_date_parsing datetime_past "
    "datetime_future timezone_naive timezone_aware timezone_offset",
    "timedelta": "time_delta_type time_delta_parsing",
    "is-instance": "is_instance_of",
    "is-subclass": "is_subclass_of",
    "callable": "callable_type",
    "tagged-union": "union_tag_invalid union_tag_not_found",
    "arguments": "arguments_type missing_argument unexpected_keyword_argument missing_keyword_only_argument "
    "unexpected_positional_argument missing_positional_only_argument multiple_argument_values",
    "url": "url_type url_parsing url_syntax_violation url_too_long url_scheme",
    "uuid": "uuid_type uuid_parsing uuid_version",
    "decimal": "decimal_type decimal_parsing decimal_max_digits decimal_max_places decimal_whole_digits",
    "fraction": "fraction_type fraction_parsing",
    "complex": "complex_type complex_str_parsing",
}


def kinds_in(schema: Any) -> Iterator[str]:
    """Walk a core schema for the kinds of schema that validate; how values are written is another matter."""
    if isinstance(schema, dict):
        kind = schema.get("type")
        if isinstance(kind, str):
            yield kind
        for name, part in schema.items():
            if name not in {"serialization", "metadata", "function"}:
                yield from kinds_in(part)
    elif isinstance(schema, list | tuple):
        for part in schema:
            yield from kinds_in(part)


def test_kinds_of_schema() -> None:
    """The models are made of few kinds of schema; a new kind must be looked at here."""
    assert {kind for root in ROOTS for kind in kinds_in(root.__pydantic_core_schema__)} <= USED
    assert not USED & set(OTHERS)


def test_every_type_of_error_is_accounted_for() -> None:
    """Each of pydantic's types is explained, or cannot be given by our models; a new type must be looked at here."""
    explained = {*EXPLAINED, UNKNOWN_TYPE} - {OWN}
    others = {name for names in OTHERS.values() for name in names.split()}
    assert explained | set(NEVER) | others == set(get_args(ErrorType))
    assert not explained & set(NEVER)
    assert not (explained | set(NEVER)) & others


@pytest.mark.parametrize(
    ("hint", "where", "expected"),
    [
        ("Skriv 15", "i indsatsen »A«", "Skriv 15 (i indsatsen »A«)."),
        ("Skriv 15.", "i indsatsen »A«", "Skriv 15 (i indsatsen »A«)."),
        ("Skriv 15", "", "Skriv 15."),
        ("Skriv 15.", "", "Skriv 15."),
        ("Skriv tekst: …", "i indsatsen »A«", "Skriv tekst: … (i indsatsen »A«)."),
        ("Skriv tekst: …", "", "Skriv tekst: …"),
        ("", "i indsatsen »A«", "Det er i indsatsen »A«."),
        ("", "", ""),
    ],
)
def test_with_place(hint: str, where: str, expected: str) -> None:
    """A hint ends as a sentence, with the name of the thing when there is one."""
    assert with_place(hint, where) == expected
