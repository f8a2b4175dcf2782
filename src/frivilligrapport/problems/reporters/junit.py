"""Findings as JUnit XML: each file that was checked is a test, each of its findings a failure."""

import re
from xml.etree import ElementTree as ET

from frivilligrapport.problems.reporters.examination import Examination
from frivilligrapport.problems.signs import harmless

_NAME = "frivilligrapport"
# What XML 1.0 has no room for (section 2.2, Char).
_IMPOSSIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def as_junit(examination: Examination) -> str:
    """Write a test for each file, also for those without faults, in the files' order."""
    files = sorted({*examination.files, *(entry.file for entry in examination.open)})
    counts = {"tests": str(len(files)), "failures": str(len(examination.open)), "errors": "0"}
    top = ET.Element("testsuites", {"name": _NAME, **counts})
    suite = ET.SubElement(top, "testsuite", {"name": _NAME, **counts})
    for file in files:
        test = ET.SubElement(suite, "testcase", {"name": _plain(file), "classname": _NAME})
        for entry in examination.open:
            if entry.file == file:
                place = f"{entry.file}:{entry.line}:{entry.column}"
                message = f"{place}: {entry.severity} {entry.code}: {entry.message}"
                failure = ET.SubElement(test, "failure", {"type": entry.code, "message": _plain(message)})
                failure.text = _plain(f"{place}\n{entry.advice}")
    ET.indent(top)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(top, encoding="unicode")}\n'


def _plain(text: str) -> str:
    return harmless(_IMPOSSIBLE.sub("\ufffd", text))
