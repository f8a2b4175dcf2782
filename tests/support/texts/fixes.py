"""Repair bytes as a lone status file, without a disk."""

from functools import partial
from pathlib import Path

from frivilligrapport.collection.loader import load_lone
from frivilligrapport.pipeline.fixing import Choose, Fixing, choose_nothing, fix
from frivilligrapport.pipeline.fixing_state import Known, known
from frivilligrapport.reading.repair_progress import shape
from frivilligrapport.reading.yaml_reader import read

FILE = "tmf.yaml"


def fixing(data: bytes, choose: Choose = choose_nothing) -> Fixing:
    """Give what `fix` makes of a file with these bytes."""
    reload = partial(load_lone, Path(FILE), FILE)
    return fix(reload({FILE: data}), (".",), reload, choose)


def fixed(data: bytes, choose: Choose = choose_nothing) -> bytes:
    """Give a file's bytes as `fix` would save them."""
    files = fixing(data, choose).files
    return files[0].after if files else data


def told(data: bytes, choose: Choose = choose_nothing) -> list[tuple[int, str]]:
    """Give the repairs of a file: line and what is done."""
    return [(one.line, one.what) for file in fixing(data, choose).files for one in file.repairs]


def found(data: bytes) -> Known:
    """Give what is found in a file with these bytes."""
    return known(load_lone(Path(FILE), FILE, {FILE: data}))


def meaning(data: bytes) -> str:
    """Give what a file says, without places."""
    return shape(read(data, FILE).tree)
