"""Findings as text and in machine formats. A reporter returns a string; only the command line prints it."""
