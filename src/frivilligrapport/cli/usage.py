"""Typer's usage errors in Danish. Only the kind of error and the words the user typed are read, never its English."""

from frivilligrapport.danish import nearest_word

_FILE_ENDINGS = (".yaml", ".yml")


def explain_usage(error: Exception) -> tuple[str, str] | None:
    """Give a sentence and a hint for a usage error; None for any other exception."""
    match type(error).__name__:
        case "NoSuchOption":
            return _no_such_option(error)
        case "BadOptionUsage":
            return f"Valgmuligheden »{getattr(error, 'option_name', '')}« mangler en værdi.", _help(error)
        case "MissingParameter":
            return f"»{_name(error)}« mangler.", _help(error)
        case "BadParameter":
            return f"Værdien for »{_name(error)}« kan ikke bruges.", _help(error)
        case "UsageError" | "BadArgumentUsage":
            return _unknown(error)
    return None


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
        better = nearest_word(typed, commands)
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
