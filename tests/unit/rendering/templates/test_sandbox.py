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

# What holds itself twice, sixty times over: each way to make such a thing, and each way to have Python look through it.
DOUBLING = {
    "a list": "[n.x, n.x]",
    "a tuple": "(n.x, n.x)",
    "a dict": "{'a': n.x, 'b': n.x}",
    "the function dict": "dict(a=n.x, b=n.x)",
    "lists put together": "[n.x] + [n.x]",
    "a default": "[1, 1]|map(attribute='a', default=n.x)|list",
    "pairs": "{'a': n.x, 'b': n.x}.items()|list",
    "groups": "[{'a': n.x}, {'a': n.x}]|groupby('a')",
    "sorted": "[n.x, n.x]|sort",
    "turned round": "[n.x, n.x]|reverse|list",
    "a cycler": "cycler(n.x, n.x).items",
    "a namespace": "namespace(a=n.x, b=n.x)",
    "a list of one": "[n.x, [n.x]]",
    "what is chosen": "[n.x, n.x]|select|list",
}
USES = ("{{ n.x }}", "{{ n.x|string }}", "{{ n.x ~ '' }}", "{{ n.x == n.y }}", "{{ [n.x, n.y]|max }}", "{{ n.x|join }}")
NESTED = {
    **{f"{name} and {use}": (step, use) for name, step in DOUBLING.items() for use in USES[:1]},
    **{f"a list and {use}": ("[n.x, n.x]", use) for use in USES[1:]},
}
ROUNDABOUT = {
    "what a macro is given": (
        "{% macro m(n) %}{% if n %}{{ m(n - 1, varargs, varargs) }}{% else %}{{ varargs }}{% endif %}{% endmacro %}"
        "{{ m(60, 1, 1) }}"
    ),
    "options of a macro": (
        "{% macro m(n) %}{% if n %}{{ m(n - 1, a=kwargs, b=kwargs) }}{% else %}{{ kwargs }}{% endif %}{% endmacro %}"
        "{{ m(60, a=1) }}"
    ),
    "written out": "{% set a = [1] %}" + "{% set a = [a, a] %}" * 60 + "{{ a }}",
    "with": "{% set a = [1] %}" + "{% with a = (a, a) %}" * 30 + "{{ a }}" + "{% endwith %}" * 30,
    "in a namespace in a list": "{% set n = namespace(x=1) %}{% set n.x = [n, n] %}{{ n.x }}",
    "a namespace in itself": "{% set n = namespace(x=1) %}{% set n.x = n %}{{ n }}",
    "deep": "{% set n = namespace(x=1) %}{% for i in range(99999) %}{% set n.x = [n.x] %}{% endfor %}{{ n.x }}",
    "long lists again and again": "{% for i in range(99999) %}{% set x = range(99999)|list %}{% endfor %}",
    "long texts again and again": (
        "{% set x %}{% for i in range(99999) %}0123456789{% endfor %}{% endset %}"
        "{% for i in range(99999) %}{% set y = x|upper %}{% endfor %}"
    ),
    "long lists compared": (
        "{% set x = range(99999)|list %}{% set y = range(99999)|list %}"
        "{% for i in range(99999) %}{% if x == y %}{% endif %}{% endfor %}"
    ),
    "a long text looked through": (
        "{% set x %}{% for i in range(99999) %}0123456789{% endfor %}{% endset %}"
        "{% for i in range(99999) %}{% if 'a' ~ i in x %}{% endif %}{% endfor %}"
    ),
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


@pytest.mark.parametrize(("step", "use"), NESTED.values(), ids=NESTED)
def test_what_holds_itself_many_times_is_stopped(step: str, use: str) -> None:
    """A list of lists is refused when all that is in it, as often as it is in it, is too much to look through."""
    loop = f"{{% for i in range(60) %}}\n{{% set n.y = {step} %}}{{% set n.x = {step} %}}{{% endfor %}}"
    assert fault(f"{{% set n = namespace(x=[1], y=[1]) %}}{loop}{use}").line == 2


@pytest.mark.full
@pytest.mark.parametrize("text", ROUNDABOUT.values(), ids=ROUNDABOUT)
def test_nor_in_a_roundabout_way(text: str) -> None:
    """The same by way of macros, blocks and namespaces, and with what is large enough to be slow."""
    assert fault(text).template == "ond.html.j2"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{% for x in [1, 2] %}{{ loop.index }}: {{ x }} {% endfor %}", "1: 1 2: 2 "),
        ("{{ '<b>'|safe ~ '<' }}", "<b>&lt;"),
        ("{{ ['<b>'|safe, '<']|join(', ') }}", "<b>, &lt;"),
        ("{{ (2 + 3) * 4 % 7 }} {{ ['a'] + ['b'] }}", "6 [&#39;a&#39;, &#39;b&#39;]"),
        ("{{ 'ord'.upper() }} {{ {'a': 1}.items()|list|length }}", "ORD 1"),
        (
            (
                "{% set a, b = 1, [2] %}{{ a }}{{ b[0] in b }}{{ [[a], b]|length }}"
                "{% for x, y in [(a, b)] %}{{ y }}{% endfor %}"
            ),
            "1True2[2]",
        ),
        (
            "{% set n = namespace(x=[]) %}{% for i in range(3) %}{% set n.x = n.x + [i] %}{% endfor %}{{ n.x }}",
            "[0, 1, 2]",
        ),
        ("{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m('&') ~ '!' }}", "<i>&amp;</i>!"),
    ],
)
def test_ordinary_templates_work_as_in_jinja(text: str, shown: str) -> None:
    """The bounds change nothing for a template that stays within them, escaping included."""
    assert render("god.html.j2", {}, Templates({"god.html.j2": text})) == f"{shown}\n"
