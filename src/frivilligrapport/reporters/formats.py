"""The formats that `validate` can write: text for people, the others for programs."""

from collections.abc import Callable, Mapping

from frivilligrapport.reporters.examination import Examination
from frivilligrapport.reporters.github import as_github
from frivilligrapport.reporters.gitlab import as_gitlab
from frivilligrapport.reporters.json import as_json
from frivilligrapport.reporters.junit import as_junit
from frivilligrapport.reporters.sarif import as_sarif

Writer = Callable[[Examination], str]
WRITERS: Mapping[str, Writer] = {
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
    "sarif": as_sarif,
    "junit": as_junit,
}
TEXT = "text"
FINDINGS_FORMATS = (TEXT, *WRITERS)
