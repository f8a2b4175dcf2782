"""What can go wrong between a finished value and a finished page. The boundary words it for the person who built."""

from dataclasses import dataclass


class TemplateFault(Exception):  # noqa: N818 - a fault is the project's word for something a person can put right
    """Refuse a template that a person wrote: an unknown name, a slip in the syntax, something not allowed.

    `template` is the template's name as it lies in skabeloner/, `line` counts from 1 (0: the place is not known),
    `message` is a Danish sentence.
    """

    def __init__(self, template: str, line: int, message: str) -> None:
        self.template = template
        self.line = line
        self.message = message
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"skabeloner/{self.template}" + (f":{self.line}" if self.line else "")
        return f"{place}: {self.message}"


class RenderFault(Exception):  # noqa: N818 - see TemplateFault
    """Refuse a PDF that the engine complained about while making it.

    `messages` holds each complaint once, in order, as the engine worded it (English).
    """

    def __init__(self, messages: tuple[str, ...]) -> None:
        self.messages = messages
        super().__init__("PDF'en kunne ikke laves uden fejl: " + "; ".join(messages))


@dataclass(frozen=True)
class Breach:
    """Name a rule that a PDF breaks: the standard, the checker's name of the rule, and a Danish clause about what."""

    standard: str
    rule: str
    message: str

    def __str__(self) -> str:
        return (
            f"{self.standard}, regel {self.rule}: {self.message}" if self.rule else f"{self.standard}: {self.message}"
        )


class ClaimFault(Exception):  # noqa: N818 - see TemplateFault
    """Refuse a PDF that does not keep the standards it is to claim. `breaches` holds each broken rule once."""

    def __init__(self, breaches: tuple[Breach, ...]) -> None:
        self.breaches = breaches
        lines = "".join(f"\n   {one}." for one in breaches)
        super().__init__(f"PDF'en overholder ikke kravene til tilgængelighed og arkivering:{lines}")


class AddedTypeFault(Exception):  # noqa: N818 - see TemplateFault
    """Refuse a document type that another package adds; the text says in Danish which package, and what to do."""


class MissingLibrary(Exception):  # noqa: N818 - see TemplateFault
    """Say that the machine lacks a system library that PDFs need.

    `message` is a Danish sentence, `command` what to type to install what is missing, `detail` the system's own words.
    """

    def __init__(self, message: str, command: str, detail: str = "") -> None:
        self.message = message
        self.command = command
        self.detail = detail
        super().__init__(f"{message} Skriv:\n    {command}")
