"""What a command cannot do, and says so."""

from frivilligrapport.problems import ExitCode, Refusal


class WrongUse(Refusal):
    """Say in Danish that a command cannot be carried out as it was given, and what to write instead."""

    exit_code = ExitCode.WRONG_USE


class CannotWrite(Refusal):
    """Say in Danish that the output cannot be written on this machine."""

    exit_code = ExitCode.CANNOT_RENDER
