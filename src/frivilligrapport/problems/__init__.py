"""What is wrong, where, and what to write instead: the values that every layer speaks."""

from frivilligrapport.problems.problem import INDSATS, Fault, Kind, Location, Problem, Severity, error, warning
from frivilligrapport.problems.refusal import ExitCode, Refusal

__all__ = [
    "INDSATS",
    "ExitCode",
    "Fault",
    "Kind",
    "Location",
    "Problem",
    "Refusal",
    "Severity",
    "error",
    "warning",
]
