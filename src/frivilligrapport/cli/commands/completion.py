"""`completion`: the script that makes the Tab key finish words of this program."""

from typing import Annotated

import typer

from frivilligrapport.cli import completion
from frivilligrapport.cli.exits import WrongUse
from frivilligrapport.cli.terminal import print_text
from frivilligrapport.problems import ExitCode

HELP = """Viser det, der får Tab-tasten til at skrive resten af et ord.

\b
bash        eval "$(frivilligrapport completion bash)" i ~/.bashrc
zsh         eval "$(frivilligrapport completion zsh)" i ~/.zshrc, efter compinit
fish        frivilligrapport completion fish > ~/.config/fish/completions/frivilligrapport.fish
powershell  frivilligrapport completion powershell >> $PROFILE
"""


def command(
    shell: Annotated[
        str,
        typer.Argument(
            metavar="SKAL", help="bash, zsh, fish eller powershell.", autocompletion=completion.among(completion.SHELLS)
        ),
    ],
) -> int:
    """Carry out `completion`."""
    from typer.completion import get_completion_script  # type: ignore[attr-defined]

    name = shell.strip().lower()
    if name not in completion.SHELLS:
        raise WrongUse(f"Der er ikke noget til »{shell}«.", f"Vælg mellem {', '.join(completion.SHELLS)}.")
    script = get_completion_script(prog_name="frivilligrapport", complete_var=completion.VARIABLE, shell=name)
    print_text(script)
    return ExitCode.OK
