"""What is wrong with the municipality's colours and logo."""

import struct
from pathlib import Path

import pytest

from frivilligrapport.problems import Problem
from frivilligrapport.rules.files.udseende import contrast, contrast_text, nearest_readable
from support.folders.examples import files_of, findings, write_files

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 9, 9)


def look(tmp_path: Path, lines: str) -> tuple[Problem, ...]:
    """Give what is found in a folder whose kommune.yaml has these lines below `udseende`."""
    text = "udseende:\n" + "".join(f"  {line}\n" for line in lines.splitlines())
    return findings(write_files(tmp_path, files_of(f"# fil: kommune.yaml\n{text}")))


def logo(tmp_path: Path, name: str, data: bytes) -> list[str]:
    """Give the messages about a logo that holds these bytes."""
    path = tmp_path / "skabeloner" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return [problem.message for problem in look(tmp_path, f"logo: skabeloner/{name}")]


def test_the_proposed_colour_is_near() -> None:
    """No darker than it must be: a step back towards the typed colour is too pale."""
    better = nearest_readable("#6aa9c0", "#000000", ("#ffffff",))
    assert 4.5 <= contrast(better, "#ffffff") < 4.6


def test_contrast_is_rounded_down() -> None:
    """4,46 is not written 4,5: it would look like enough."""
    assert contrast_text(4.46) == "4,4:1"


def test_a_logo_outside_the_work_folder_is_not_read(tmp_path: Path) -> None:
    """A path that leads out is the same as no file, whatever lies there."""
    (tmp_path / "hemmelig.png").write_bytes(PNG)
    root = tmp_path / "arbejde"
    assert [one.code for one in look(root, "logo: ../hemmelig.png")] == ["FR382"]


def test_a_picture_can_be_used(tmp_path: Path) -> None:
    """A png picture is taken as it is."""
    assert logo(tmp_path, "logo.png", PNG) == []


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("logo.gif", b"GIF89a", "Filens navn slutter hverken på .svg eller .png."),
        ("logo.png", b"GIF89a", "Filen er ikke et png-billede."),
        ("logo.png", PNG[:20], "Filen er ikke et png-billede."),
        ("logo.png", PNG + b"0" * 2_000_000, "Filen fylder mere end 2 MB."),
    ],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    """A logo is a picture of a kind that can be printed, and no larger than a logo needs to be."""
    assert logo(tmp_path, name, data) == [f"Logoet »skabeloner/{name}« kan ikke bruges. {reason}"]
