import re
from dataclasses import dataclass, replace

import pytest
from jinja2.nodes import Template

from frivilligrapport.rendering.templates.render import render
from frivilligrapport.rendering.templates.sandbox import BoundedEnvironment
from frivilligrapport.rendering.templates.sources import TemplateFault, Templates

PAGE = (
    '{% extends "_side.html.j2" %}{% set titel = "Frivillighed & fællesskab" %}{% set afsender = "Kommunen" %}'
    '{% set beskrivelse = "Årets arbejde" %}{% set dato = "2015-04-15" %}{% set udkast = besked %}'
    "{% block forside %}<h1>{{ titel }}</h1>{% endblock %}{% block indhold %}{{ tekst|html_blok }}{% endblock %}"
)


@dataclass(frozen=True)
class Forvaltning:
    """A value as documents make them."""

    navn: str = "Teknik- og Miljøforvaltningen"
    indsatser: int = 9


def rendered(text: str, name: str = "prøve.html.j2", **values: object) -> str:
    """Render one template that stands in the work folder."""
    return render(name, values, Templates({name: text}))


def fault(text: str, name: str = "prøve.html.j2", **values: object) -> TemplateFault:
    """Render a template with a mistake and give what is said about it."""
    with pytest.raises(TemplateFault) as caught:
        rendered(text, name, **values)
    return caught.value


def test_values_are_escaped_in_html_and_not_in_markdown() -> None:
    """A plain value cannot bring in a tag in HTML; in Markdown templates the filters see to it."""
    assert rendered("{{ x }}", x="<b> & c") == "&lt;b&gt; &amp; c\n"
    assert rendered("{{ x }} {{ x|md_linje }}", "prøve.md.j2", x="<b>") == "<b> \\<b>\n"


def test_numbers_dates_and_words_are_danish() -> None:
    """The filters speak Danish."""
    text = '{{ 2600|tal }}, {{ 15|procent }}, {{ "2014-04-27"|dato }}, {{ ["a", "b"]|opremsning }}'
    assert rendered(text) == "2.600, 15\u00a0%, 27. april 2014, a og b\n"


def test_values_get_hard_spaces() -> None:
    """»15 %« and »§ 18« stay on one line wherever a value holds them."""
    assert rendered("{{ x }}", x="15 % af § 18-midlerne") == "15\u00a0% af §\u00a018-midlerne\n"


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """List the texts of the templates that are compiled."""
    found: list[str] = []
    parse = BoundedEnvironment._parse

    def parse_and_tell(environment: BoundedEnvironment, source: str, name: str | None, file: str | None) -> Template:
        found.append(source)
        return parse(environment, source, name, file)

    monkeypatch.setattr(BoundedEnvironment, "_parse", parse_and_tell)
    return found


def made(text: str, templates: Templates, **values: object) -> str:
    """Render a text with what is handed from page to page."""
    return render("a.md.j2", values, replace(templates, overrides={"a.md.j2": text}))


def test_a_template_is_compiled_once(compiled: list[str]) -> None:
    """What was compiled is handed on from page to page as long as the text is the same, and mistakes are placed."""
    one_build, other_build = Templates(), Templates()
    assert [made("Et {{ x }}.", one_build, x=x) for x in "ab"] == ["Et a.\n", "Et b.\n"]
    assert made("To {{ x }}.", one_build, x="c") == "To c.\n"
    assert compiled == ["Et {{ x }}.", "To {{ x }}."]
    for _ in range(2):
        with pytest.raises(TemplateFault) as caught:
            made("\n{{ y }}", one_build)
        assert caught.value.line == 2
    made("To {{ x }}.", other_build, x="c")
    assert compiled == ["Et {{ x }}.", "To {{ x }}.", "\n{{ y }}", "To {{ x }}."]


def test_what_was_compiled_can_be_kept(compiled: list[str]) -> None:
    """Written and taken in again it makes the same page, and places mistakes; another text is compiled anew."""
    one_build, next_build = Templates(), Templates()
    text = "Et {{ x }}.\n\n{{ x.y }}"
    for build in (one_build, next_build):
        with pytest.raises(TemplateFault) as caught:
            made(text, build, x="a")
        assert caught.value.line == 3
        assert made(text, build, x={"y": "b"}) == "Et {'y': 'b'}.\n\nb\n"
        assert build.compiled.has_new is (build is one_build)
        next_build.compiled.take_in(one_build.compiled.to_bytes())
    assert made("To {{ x }}.", next_build, x="c") == "To c.\n"
    assert compiled == [text, "To {{ x }}."]


def test_an_unknown_name_is_placed() -> None:
    """A name that no document gives is a fault with the template and line, never an empty spot."""
    found = fault("a\n{{ forvaltning.navn }}\n{{ ukendt }}\n", forvaltning=Forvaltning())
    assert (found.template, found.line, found.reason) == ("prøve.html.j2", 3, "»ukendt« findes ikke.")
    assert str(found) == "skabeloner/prøve.html.j2:3: »ukendt« findes ikke."


def test_an_unknown_field_names_the_likely_one() -> None:
    """A slip in a field's name is answered with the name that was probably meant."""
    found = fault("{{ forvaltning.indsaster }}", forvaltning=Forvaltning())
    assert found.reason == "»indsaster« findes ikke. Mente du »indsatser«?"


def test_a_fault_in_an_included_template_is_placed_there() -> None:
    """The line is that of the template where the mistake stands, not of the one that fetched it."""
    templates = Templates({"ydre.html.j2": '\n{% include "indre.html.j2" %}', "indre.html.j2": "\n\n\n{{ ukendt }}"})
    with pytest.raises(TemplateFault) as caught:
        render("ydre.html.j2", {}, templates)
    assert (caught.value.template, caught.value.line) == ("indre.html.j2", 4)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("\n{% if x %}", 2, "Skabelonen kan ikke læses: »{% if %}« bliver ikke sluttet. Der mangler »{% endif %}«."),
        ("\n{{ 1|findes_ikke }}", 2, "Skabelonen kan ikke læses: Filteret »findes_ikke« findes ikke."),
        ("{{ 1|lenght }}", 1, "Skabelonen kan ikke læses: Filteret »lenght« findes ikke. Mente du »length«?"),
        ("{% fro x in y %}", 1, "Skabelonen kan ikke læses: »{% fro %}« kendes ikke."),
        ("{% if x %}{% endfor %}", 1, "Skabelonen kan ikke læses: »{% endfor %}« kendes ikke."),
        ("{{ x is mærkelig }}", 1, "Skabelonen kan ikke læses: Prøven »mærkelig« findes ikke."),
        ("{{ x", 1, "Skabelonen kan ikke læses: Skabelonen slutter for tidligt"),
        ("{{ x } }", 1, "Skabelonen kan ikke læses: »}« kan ikke stå her."),
        ("{{ }}", 1, "Skabelonen kan ikke læses: Her mangler en værdi."),
        ("{% set x %}", 1, "Skabelonen kan ikke læses: »{% set %}« bliver ikke sluttet. Der mangler »{% endset %}«."),
        ("{% block a %}{{ super() }}{% endblock %}", 1, "Blokken har ingen tidligere udgave, som »super« kan vise."),
        ("{{ tom.__class__ }}", 1, "»__class__« må en skabelon ikke bruge."),
        ('\n{% include "mangler.html.j2" %}', 2, "Skabelonen »mangler.html.j2« findes ikke."),
        ('{% include "../pyproject.toml" %}', 1, "Skabelonen »../pyproject.toml« findes ikke."),
        ('{{ "tolv"|tal }}', 1, "Linjen kan ikke udføres: »tolv« kan ikke bruges i filteret »tal«."),
        ("{{ ukendt|tal }}", 1, "»ukendt« findes ikke."),
        ("{{ tom }}", 1, "Linjen kan ikke udføres: Der er ingen værdi at skrive her."),
        ("{{ tom|md_linje }}", 1, "Linjen kan ikke udføres: Der er ingen værdi at give filteret »md_linje«."),
        ('{{ 1 + "a" }}', 1, "Linjen kan ikke udføres: Værdierne passer ikke til det, linjen gør."),
        ('{% include "prøve.html.j2" %}', 0, "Skabelonen henter sig selv igen og igen."),
    ],
)
def test_every_mistake_in_a_template_is_a_fault(text: str, line: int, message: str) -> None:
    """Whatever is wrong in a template, the person who wrote it is told where, in a sentence."""
    found = fault(text, tom=None)
    assert found.line == line
    assert found.reason.startswith(message)


@pytest.mark.parametrize(
    "text",
    [
        "{{ x.__class__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ x|attr('__init__') }}",
        "{{ render.__globals__ }}",
        "{{ ('{0.__class__}').format(x) }}",
        "{{ (x.navn.format).__self__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ x.navn.__len__() }}",
        "{{ range(1000000000)|length }}",
        "{% set l = [] %}{{ l.append(1) }}",
    ],
)
def test_the_sandbox_holds(text: str) -> None:
    """A template reaches only what it is given: no internals, no changes, no endless ranges."""
    fault(text, x=Forvaltning())


def test_a_mistake_in_the_program_stays_one() -> None:
    """A fault that is not the template's is not blamed on it."""

    class Broken:
        @property
        def navn(self) -> str:
            raise ValueError("our own")

    with pytest.raises(ValueError, match="our own"):
        rendered("{{ x.navn }}", x=Broken())


def test_a_page_needs_no_other_file() -> None:
    """The page holds its style and fonts, and says what it is."""
    html = rendered(PAGE, besked="", tekst="Hej")
    assert re.findall(r"url\((?!\"data:font/woff2;base64,)|<link|<script|@import|src=", html) == []
    assert html.count("data:font/woff2") == 3
    assert '<html lang="da">' in html
    assert "<title>Frivillighed &amp; fællesskab</title>" in html
    assert '<meta name="dcterms.created" content="2015-04-15">' in html


def test_a_draft_says_so() -> None:
    """A draft is marked on the body, for the mark on every page, and in words at the top; a finished page is not."""
    assert 'class="udkast"' in rendered(PAGE, besked="Modtaget fra 6 af 7 forvaltninger.", tekst="")
    assert "Modtaget fra 6 af 7" in rendered(PAGE, besked="Modtaget fra 6 af 7 forvaltninger.", tekst="")
    finished = rendered(PAGE, besked="", tekst="").partition("</style>")[2]
    assert "udkast" not in finished.casefold()


def test_empty_parts_leave_no_trace() -> None:
    """Without colophon and contents the page has no empty section or list for them."""
    html = rendered(PAGE, besked="", tekst="")
    assert '<section class="kolofon"' not in html
    assert "<nav" not in html


def test_one_block_can_be_changed() -> None:
    """An own template of the same name may build on the program's and change one block of it."""
    own = {
        "_side.html.j2": '{% extends "indbygget/_side.html.j2" %}{% block bund %}<p>Vores egen bund.</p>{% endblock %}'
    }
    html = render("p.html.j2", {"besked": "", "tekst": "Hej"}, Templates({"p.html.j2": PAGE, **own}))
    assert "Vores egen bund." in html
    assert "<p>Hej</p>" in html


def test_own_templates_override_file_by_file() -> None:
    """The office's own style sheet is used with the built-in page, and the other way round."""
    html = render(
        "p.html.j2", {"besked": "", "tekst": ""}, Templates({"p.html.j2": PAGE, "rapport.css": "a{color:red}"})
    )
    assert "<style>\na{color:red}\n" in html
    assert '<main id="indhold"' in html
