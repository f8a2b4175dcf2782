"""What templates may do with a value, under the Danish names that they write: {{ n|tal }}."""

from collections.abc import Callable
from functools import wraps

from jinja2 import Undefined

from frivilligrapport import danish
from frivilligrapport.rendering.first_block import part
from frivilligrapport.rendering.markdown import to_html
from frivilligrapport.rendering.markdown_escape import escape_block, escape_inside, escape_line
from frivilligrapport.rendering.mistakes import TemplateMistake
from frivilligrapport.rendering.typography import upper_first

_WORDS: dict[str, Callable[..., object]] = {
    "tal": danish.format_number,
    "procent": danish.format_percent,
    "talord": danish.numeral,
    "dato": danish.date_as_text,
    "dato_kort": danish.date_short,
    "dato_brev": danish.date_as_letterhead,
    "opremsning": danish.join_words,
    "flertal": danish.plural,
    "ejefald": danish.genitive,
    "citat": danish.quote,
    "med_stort": upper_first,
}
_TEXTS: dict[str, Callable[..., object]] = {
    "md_linje": escape_line,
    "md_inde": escape_inside,
    "md_blok": escape_block,
    "html_blok": to_html,
    "del_foerste": part,
}


def _guarded(
    name: str, function: Callable[..., object], mistakes: tuple[type[Exception], ...]
) -> Callable[..., object]:
    """Turn a value that does not fit the filter into a mistake in the template, which can be placed."""

    @wraps(function)
    def apply(value: object, *arguments: object, **options: object) -> object:
        if isinstance(value, Undefined):
            str(value)  # raises Jinja's own error, which names what is unknown
        if value is None:
            raise TemplateMistake(f"Der er ingen værdi at give filteret »{name}«.")
        try:
            return function(value, *arguments, **options)
        except mistakes as error:
            raise TemplateMistake(f"»{value}« kan ikke bruges i filteret »{name}«.") from error

    return apply


FILTERS = {
    **{name: _guarded(name, function, (TypeError, ValueError, ArithmeticError)) for name, function in _WORDS.items()},
    # These take any text: what fails in them is our own mistake.
    **{name: _guarded(name, function, ()) for name, function in _TEXTS.items()},
}
