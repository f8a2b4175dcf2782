"""Decode bytes as a file, and say what is found in them in a form that is easy to compare."""

from frivilligrapport.problems import Problem
from frivilligrapport.reading.decoding import decode


def text_of(data: bytes) -> str:
    """Give the text of bytes that hold no fault."""
    decoded = decode(data, "tmf.yaml")
    assert decoded.source is not None
    assert decoded.problems == ()
    return decoded.source.text


def said(data: bytes) -> list[tuple[int, int, str, str, str]]:
    """Give line, column, code, message and hint of each finding."""
    return [told(problem) for problem in decode(data, "tmf.yaml").problems]


def told(problem: Problem) -> tuple[int, int, str, str, str]:
    """Give line, column, code, message and hint."""
    return (problem.location.line, problem.location.column, problem.code, problem.message, problem.hint)
