"""What is wrong, where, and what to write instead: the values that every layer speaks."""

from frivilligrapport.problems.problem import Fault, Kind, Location, Problem, Severity

__all__ = ["Fault", "Kind", "Location", "Problem", "Severity"]
