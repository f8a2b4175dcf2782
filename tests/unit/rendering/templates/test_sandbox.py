"""Templates that are made to go on for ever, fill the memory or reach out of what they are given."""

import pytest

from frivilligrapport.rendering.templates.render import render
from frivilligrapport.rendering.templates.sources import TemplateFault, Templates

FOR_EVER = {
    "loops in loops": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "a macro that calls itself twice": (
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}"
    ),
    "a call in a loop in a loop": (
        "{% macro m() %}{{ caller() }}{% endmacro %}"
        "{% for a in range(9999) %}{% for b in range(9999) %}{% call m() %}{% endcall %}{% endfor %}{% endfor %}"
    ),
}
HUGE = {
    "times": "{{ 'a' * 10**10 }}",
    "a list times": "{{ [1] * 10**10 }}",
    "a power": "{{ 10**10**10 }}",
    "a growing number": "{% set n = namespace(x=9) %}{% for i in range(99999) %}{% set n.x = n.x * n.x %}{% endfor %}",
    "doubling with ~": "{% set n = namespace(x='a') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "doubling with +": "{% set n = namespace(x='a') %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "doubling a list": "{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "doubling with a block": (
        "{% set n = namespace(x='a') %}{% for i in range(60) %}{% set y %}{{ n.x }}{{ n.x }}{% endset %}"
        "{% set n.x = y %}{% endfor %}"
    ),
    "doubling with join": (
        "{% set n = namespace(x='aa') %}{% for i in range(60) %}{% set n.x = [n.x, n.x]|join %}{% endfor %}"
    ),
    "much output": "{% set x %}{% for i in range(99999) %}0123456789{% endfor %}{% endset %}"
    "{% for i in range(99999) %}{{ x }}{% endfor %}",
    "replace": "{{ 'aaaa'.replace('a', 'b') }}",
    "the filter replace": "{{ 'aaaa'|replace('a', 'b') }}",
    "format": "{{ '{:>9999999999}'.format(1) }}",
    "percent": "{{ '%9999999999d' % 1 }}",
    "center": "{{ 'a'|center(9999999999) }}",
    "ljust": "{{ 'a'.ljust(9999999999) }}",
    "a joining method": "{{ 'a'.join(['b', 'c']) }}",
}


def fault(text: str) -> TemplateFault:
    """Render a template that must be stopped."""
    with pytest.raises(TemplateFault) as caught:
        render("ond.html.j2", {}, Templates({"ond.html.j2": text}))
    return caught.value


@pytest.mark.parametrize("text", FOR_EVER.values(), ids=FOR_EVER)
def test_a_template_that_never_ends_is_stopped(text: str) -> None:
    """After a million steps the template is stopped, and the line that went on is named."""
    found = fault(text)
    assert (found.template, found.line) == ("ond.html.j2", 1)
    assert found.reason == (
        "Linjen kan ikke udføres: Skabelonen er i gang for længe. Har den en løkke, der ikke slutter?"
    )


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE)
def test_a_template_that_fills_the_memory_is_stopped(text: str) -> None:
    """Every way to make much of little is closed or bounded."""
    assert fault(text).template == "ond.html.j2"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{% for x in [1, 2] %}{{ loop.index }}: {{ x }} {% endfor %}", "1: 1 2: 2 "),
        ("{{ '<b>'|safe ~ '<' }}", "<b>&lt;"),
        ("{{ ['<b>'|safe, '<']|join(', ') }}", "<b>, &lt;"),
        ("{{ (2 + 3) * 4 % 7 }} {{ ['a'] + ['b'] }}", "6 [&#39;a&#39;, &#39;b&#39;]"),
        ("{{ 'ord'.upper() }} {{ {'a': 1}.items()|list|length }}", "ORD 1"),
        ("{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m('&') ~ '!' }}", "<i>&amp;</i>!"),
    ],
)
def test_ordinary_templates_work_as_in_jinja(text: str, shown: str) -> None:
    """The bounds change nothing for a template that stays within them, escaping included."""
    assert render("god.html.j2", {}, Templates({"god.html.j2": text})) == f"{shown}\n"
