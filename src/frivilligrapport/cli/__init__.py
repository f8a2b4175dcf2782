"""The command line: what is typed, what is printed, and how a run ends. The only place that prints and writes."""

from frivilligrapport.cli.app import main

__all__ = ["main"]
