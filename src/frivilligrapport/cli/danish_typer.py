"""Help pages in Danish: Typer's own titles are English and not all of them can be translated from outside."""

import re
from collections.abc import Iterable
from typing import Any

from typer.core import TyperCommand, TyperGroup

from frivilligrapport.danish import nearest_word

_REQUIRED = "Skal skrives."
_AT_LEAST = re.compile(r" *\[x>=([0-9]+)\]")
_WHOLE_SENTENCE = 1000


class _Danish:
    """Word the parts of a help page that Typer words itself."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        try:
            return super().parse_args(ctx, args)  # type: ignore[misc]
        except Exception as error:
            if getattr(error, "ctx", ctx) is None:  # of an option that lacks its value nobody tells whose it is
                error.ctx = ctx  # type: ignore[attr-defined]
            raise

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        names = {piece: one.metavar for one in self._arguments(ctx) for piece in one.get_usage_pieces(ctx)}
        formatter.write_usage(ctx.command_path, " ".join(names.get(piece, piece) for piece in pieces), "Brug: ")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        # An argument's own record has its type and "required" in English.
        write_section(formatter, "Argumenter", ((one.metavar, one.help) for one in self._arguments(ctx)))
        options = [one for one in self.get_params(ctx) if one.param_type_name == "option"]  # type: ignore[attr-defined]
        records = (one.get_help_record(ctx) for one in options)
        rows = (
            (name, _AT_LEAST.sub(r" Mindst \1.", said.replace("[required]", _REQUIRED)))
            for name, said in filter(None, records)
        )
        write_section(formatter, "Valgmuligheder", rows)

    def _arguments(self, ctx: Any) -> list[Any]:
        return [one for one in self.get_params(ctx) if one.param_type_name == "argument"]  # type: ignore[attr-defined]

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "Viser denne hjælp."
        return option


def write_section(formatter: Any, title: str, rows: Iterable[tuple[str, str]]) -> None:
    """Write one titled list of a help page, or nothing when there are no rows."""
    found = list(rows)
    if found:
        with formatter.section(title):
            formatter.write_dl(found)


class DanishCommand(_Danish, TyperCommand):
    """A command with a Danish help page."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **{**settings, "options_metavar": "[VALG]"})


class DanishGroup(_Danish, TyperGroup):
    """The program itself, with a Danish help page."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{**settings, "options_metavar": "[VALG]", "subcommand_metavar": "KOMMANDO …"})

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        commands = [(name, self.commands[name]) for name in self.list_commands(ctx)]
        # The formatter breaks a long sentence into lines; there is no need to cut it off.
        rows = [(name, command.get_short_help_str(_WHOLE_SENTENCE)) for name, command in commands if not command.hidden]
        write_section(formatter, "Kommandoer", rows)


_FILE_ENDINGS = (".yaml", ".yml")
_FOR_HELP = ("help", "hjælp", "hjaelp", "?", "/?")


def explain_usage(error: Exception) -> tuple[str, str] | None:
    """Give a sentence and a hint for a usage error; None for any other exception."""
    match type(error).__name__:
        case "NoSuchOption":
            return _no_such_option(error)
        case "BadOptionUsage":
            what = "tager ingen værdi" if "not take" in str(error) else "mangler en værdi"
            return f"Valgmuligheden »{getattr(error, 'option_name', '')}« {what}.", _help(error)
        case "MissingParameter":
            return f"»{_name(error)}« mangler.", _help(error)
        case "BadParameter":
            return _no_number(error)
        case "UsageError" | "BadArgumentUsage":
            return _unknown(error)
    return None


def _no_number(error: Exception) -> tuple[str, str]:
    """Of what is read by Typer itself only numbers can be wrong."""
    least = getattr(getattr(getattr(error, "param", None), "type", None), "min", None)
    return f"»{_name(error)}« skal være et helt tal{'' if least is None else f', {least} eller mere'}.", _help(error)


def _no_such_option(error: Exception) -> tuple[str, str]:
    typed = str(getattr(error, "option_name", ""))
    known = [option for parameter in _parameters(error) for option in getattr(parameter, "opts", ())]
    better = nearest_word(typed, [option for option in known if option.startswith("--")])
    meant = f" Mente du {better}?" if better else ""
    return f"Valgmuligheden »{typed}« findes ikke.{meant}", _help(error)


def _unknown(error: Exception) -> tuple[str, str]:
    context = getattr(error, "ctx", None)
    commands = getattr(getattr(context, "command", None), "commands", None)
    if commands:
        typed = str(next(iter(getattr(context, "args", ()) or ()), "")) or _quoted(str(error))
        better = "--help" if typed.lower() in _FOR_HELP else nearest_word(typed, getattr(commands, "names", commands))
        meant = f" Mente du {better}?" if better else ""
        hint = f"Kommandoerne er: {', '.join(commands)}."
        if typed.lower().endswith(_FILE_ENDINGS):
            hint = f"Skriv frivilligrapport validate {typed} for at se filen efter."
        return f"Kommandoen »{typed}« findes ikke.{meant}", hint
    return "Der er skrevet for meget efter kommandoen.", _help(error)


def _help(error: Exception) -> str:
    """Point at the help of the command that was typed."""
    typed = getattr(getattr(error, "ctx", None), "command_path", "frivilligrapport")
    return f"Skriv {typed} --help for at se, hvad der kan skrives."


def _quoted(text: str) -> str:
    """Find what stands in quotation marks: the words that the user typed."""
    parts = text.split("'")
    return parts[1] if len(parts) > 1 else text


def _parameters(error: Exception) -> list[object]:
    context = getattr(error, "ctx", None)
    command = getattr(context, "command", None)
    return list(command.get_params(context)) if command else []


def _name(error: Exception) -> str:
    parameter = getattr(error, "param", None)
    if getattr(parameter, "param_type_name", "") == "argument":
        return str(getattr(parameter, "metavar", ""))
    names = getattr(parameter, "opts", None) or [getattr(parameter, "name", "") or ""]
    return str(names[-1])
