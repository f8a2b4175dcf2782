"""Which accepted findings make a figure doubtful."""

from frivilligrapport.danish import normal_key
from frivilligrapport.figures.figure import Figure
from frivilligrapport.models.rapport import Accepteret
from frivilligrapport.problems import Problem
from frivilligrapport.rules.acceptance.requests import LineException

# By their hundred and ten: quantities, figures held against others, shared things, double counts.
_ABOUT_FIGURES = ("FR2", "FR33", "FR34", "FR37")
# Of these, those about a thing as a whole, and so about all that is counted of it.
_ABOUT_THE_WHOLE = ("FR34", "FR371")


def makes_doubtful(problem: Problem, figure: Figure) -> bool:
    """Tell whether a finding is about a figure, or about the whole thing that it counts."""
    if not problem.code.startswith(_ABOUT_FIGURES) or problem.location.file != figure.location.file:
        return False
    is_whole = problem.code.startswith(_ABOUT_THE_WHOLE) and problem.subject == figure.origin.indsats
    return is_whole or problem.location.line == figure.location.line


def is_accepted_about(one: Accepteret, figure: Figure) -> bool:
    """Tell whether an acceptance is of a doubt about the thing that a figure counts."""
    file, subject = one.place
    is_of_figures = one.kode.strip().upper().startswith(_ABOUT_FIGURES)
    same_thing = bool(subject) and normal_key(subject) == normal_key(figure.origin.indsats)
    return is_of_figures and same_thing and normal_key(figure.location.file).endswith(normal_key(file))


def is_asked_about(one: LineException, figure: Figure, whole: range) -> bool:
    """Tell whether a comment in a figure's file accepts a doubt about it; `whole` are the lines of what it counts."""
    if not one.code.startswith(_ABOUT_FIGURES):
        return False
    is_whole = one.code.startswith(_ABOUT_THE_WHOLE) and any(line in whole for line in one.concerns)
    return is_whole or figure.location.line in one.concerns
