"""What is found at a glance, for the Tab key."""

from pathlib import Path

import pytest

from frivilligrapport.collection.folder import acronyms
from support.folders.work_folder import KOMMUNE, write_folder


def test_the_registers_acronyms(tmp_path: Path) -> None:
    """They come in the register's order, with æøå and the network, and whatever the line ends are."""
    for text in (KOMMUNE, KOMMUNE.replace("\n", "\r\n")):
        root = write_folder(tmp_path, {"kommune.yaml": text})
        assert acronyms(root) == ("TMF", "SOF", "ØKF", "NET")


@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe", b"forvaltninger: [tmf]"])
def test_what_cannot_be_read_offers_nothing(tmp_path: Path, content: bytes) -> None:
    """A faulty register is silent here."""
    assert acronyms(write_folder(tmp_path, {"kommune.yaml": content})) == ()


def test_no_register(tmp_path: Path) -> None:
    """A folder without a register offers nothing."""
    assert acronyms(tmp_path) == ()
