"""What is wrong, where, and what to write instead: the values that every layer speaks."""

from frivilligrapport.problems.problem import Fault, Kind, Location, Problem, Severity
from frivilligrapport.problems.refusal import ExitCode, Refusal

__all__ = ["ExitCode", "Fault", "Kind", "Location", "Problem", "Refusal", "Severity"]
