"""The command line. One file a command; bodies import what they need when they run."""

from frivilligrapport.cli.app import main

__all__ = ["main"]
