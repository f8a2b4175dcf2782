import pytest
from jinja2 import TemplateNotFound

from frivilligrapport.rendering.templates.shipped import builtin_folder
from frivilligrapport.rendering.templates.sources import Templates


def test_the_built_in_templates_are_found() -> None:
    """The program always has its page and its building blocks."""
    for name in ("_side.html.j2", "_makroer.html.j2", "fonts/OFL.txt"):
        assert (builtin_folder() / name).is_file()


def test_own_templates_come_first() -> None:
    """A file of the same name in the work folder replaces the built-in one, and only that."""
    templates = Templates({"_side.html.j2": "min egen"})
    assert templates.read("_side.html.j2") == "min egen"
    assert "macro" in templates.read("_makroer.html.j2")


@pytest.mark.parametrize("name", ["findes-ikke.j2", "../pyproject.toml", "/etc/passwd", "fonts/../../pyproject.toml"])
def test_nothing_outside_the_folder_is_read(name: str) -> None:
    """A template's name cannot lead out of skabeloner/."""
    with pytest.raises(TemplateNotFound):
        Templates().read(name)
