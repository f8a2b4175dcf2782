"""Repair bytes as a lone status file, without a disk."""

from functools import partial
from pathlib import Path

from frivilligrapport.collection.loader import load_lone
from frivilligrapport.pipeline.repair import ChooseText, OpenFindings, Repairs, open_findings, repair
from frivilligrapport.reading.repair.draft import meaning_of
from frivilligrapport.reading.yaml_reader import read

FILE = "tmf.yaml"


def fixing(data: bytes, choose: ChooseText | None = None) -> Repairs:
    """Give what `fix` makes of a file with these bytes."""
    reload = partial(load_lone, Path(FILE), FILE)
    return repair(reload({FILE: data}), (".",), reload, choose)


def fixed(data: bytes, choose: ChooseText | None = None) -> bytes:
    """Give a file's bytes as `fix` would save them."""
    files = fixing(data, choose).files
    return files[0].after if files else data


def told(data: bytes, choose: ChooseText | None = None) -> list[tuple[int, str]]:
    """Give the repairs of a file: line and what is done."""
    return [(one.line, one.what) for file in fixing(data, choose).files for one in file.repairs]


def found(data: bytes) -> OpenFindings:
    """Give what is found in a file with these bytes."""
    return open_findings(load_lone(Path(FILE), FILE, {FILE: data}))


def meaning(data: bytes) -> str:
    """Give what a file says, without places."""
    return meaning_of(read(data, FILE).tree)
