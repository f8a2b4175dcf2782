"""What a template does wrong while it runs, before its place is known."""

from jinja2 import StrictUndefined, TemplateRuntimeError

from frivilligrapport.danish import nearest_word


class TemplateMistake(TemplateRuntimeError):  # noqa: N818 - a person's slip, not an error of the program's
    """Say in a Danish sentence what a template's line does wrong; Jinja's own errors are worded in English."""


class ForbiddenName(TemplateMistake):
    """Refuse a name that leads out of what a template is given."""


class Unknown(StrictUndefined):
    """Say in Danish which name is unknown, and the one that was probably meant."""

    @property
    def _undefined_message(self) -> str:
        name = str(self._undefined_name)
        if self._undefined_exception is ForbiddenName:
            return f"»{name}« må en skabelon ikke bruge."
        if name == "super":
            return "Blokken har ingen tidligere udgave, som »super« kan vise."
        known = [] if self._undefined_obj is None else dir(self._undefined_obj)
        nearest = nearest_word(name, (one for one in known if one[0] != "_"))
        return f"»{name}« findes ikke." + (f" Mente du »{nearest}«?" if nearest else "")
