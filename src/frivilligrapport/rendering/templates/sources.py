"""Where the templates are: the work folder's own first, then those that come with the program."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import TemplateNotFound
from jinja2.loaders import split_template_path

from frivilligrapport.problems import Refusal
from frivilligrapport.rendering.look import Look

BUILT_IN = "indbygget/"


class TemplateFault(Refusal):
    """Refuse a template that a person wrote: an unknown name, a slip in the syntax, something not allowed.

    `template` is the template's name as it lies in skabeloner/, `line` counts from 1 (0: the place is not known),
    `reason` is a Danish sentence.
    """

    def __init__(self, template: str, line: int, reason: str) -> None:
        place = f"skabeloner/{template}" + (f":{line}" if line else "")
        super().__init__(f"{place}: {reason}", "Ret skabelonen, eller slet den, så den indbyggede bruges.")
        self.template = template
        self.line = line
        self.reason = reason


@dataclass(frozen=True)
class Templates:
    """Hold the office's own templates, which override the built-in ones file by file.

    `overrides` maps a name below skabeloner/ (with `/`) to the file's text, as `collection` read it. `added` are the
    templates of a document type from another package, by name. `look` is laid over the style sheet.
    """

    overrides: Mapping[str, str] = field(default_factory=dict)
    added: Mapping[str, str] = field(default_factory=dict)
    look: Look = field(default_factory=Look)

    def read(self, name: str) -> str:
        """Return a template's text; raise jinja2.TemplateNotFound for a name that is nowhere or leads outside.

        `indbygget/` before a name gives the program's own: a template of the office's can then change one block of it.
        """
        own = self.overrides.get(name, self.added.get(name))
        if own is not None:
            return own
        path = builtin_folder().joinpath(*split_template_path(name.removeprefix(BUILT_IN)))
        if not path.is_file():
            raise TemplateNotFound(name)
        return path.read_text(encoding="utf-8")

    def names(self) -> list[str]:
        """List all template names, built-in and own, sorted."""
        return sorted({*self.overrides, *self.added, *(path.name for path in builtin_folder().glob("*.j2"))})


def builtin_folder() -> Path:
    """Find the templates that come with the program: inside the wheel, or beside src/ in a checkout."""
    package = Path(__file__).parents[2]
    shipped = package / "skabeloner"
    return shipped if shipped.is_dir() else package.parent.parent / "skabeloner"
