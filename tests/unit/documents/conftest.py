"""Statusrapporter made from the real data of 2014 and from small work folders."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from frivilligrapport.documents.types.statusrapport import Statusrapport
from frivilligrapport.documents.types.tabelbilag import Tabelbilag
from frivilligrapport.problems import Problem
from frivilligrapport.rules.acceptance.by_report import AcceptedProblem
from support.folders.work_folder import write_folder
from support.reports import MakeAppendix, MakeReport, appendix_from, as_text, report_from
from support.repository import REPOSITORY


@pytest.fixture(scope="session")
def report_2014() -> Statusrapport:
    """Make the report of the real data once."""
    return report_from(REPOSITORY)


@pytest.fixture(scope="session")
def appendix_2014() -> Tabelbilag:
    """Make the tabelbilag of the real data once."""
    return appendix_from(REPOSITORY)


@pytest.fixture(scope="session")
def markdown_2014(report_2014: Statusrapport) -> str:
    """Render the real report as Markdown once."""
    return as_text(report_2014, "md")


@pytest.fixture(scope="session")
def html_2014(report_2014: Statusrapport) -> str:
    """Render the real report as HTML once."""
    return as_text(report_2014, "html")


@pytest.fixture
def make_report(tmp_path: Path) -> MakeReport:
    """Make a report from files below `indberetninger/`; kommune.yaml and rapport.yaml are there unless given."""

    def run(
        files: Mapping[str, str | bytes],
        *,
        draft: bool = False,
        accepted: tuple[AcceptedProblem, ...] = (),
        open_problems: tuple[Problem, ...] = (),
    ) -> Statusrapport:
        root = write_folder(tmp_path, files)
        return report_from(root, draft=draft, accepted=accepted, open_problems=open_problems)

    return run


@pytest.fixture
def make_appendix(tmp_path: Path) -> MakeAppendix:
    """Make a tabelbilag from files below `indberetninger/`; kommune.yaml and rapport.yaml are there unless given."""

    def run(
        files: Mapping[str, str | bytes], *, draft: bool = False, accepted: tuple[AcceptedProblem, ...] = ()
    ) -> Tabelbilag:
        return appendix_from(write_folder(tmp_path, files), draft=draft, accepted=accepted)

    return run
