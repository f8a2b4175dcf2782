"""What is wrong with the municipality's colours and logo."""

import struct
from pathlib import Path

import pytest

from examples import files_of, findings, write_files
from frivilligrapport.problems import Problem
from frivilligrapport.rules.files.colours import contrast, contrast_text, nearest_readable

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 9, 9)


def svg(inside: str = "") -> bytes:
    """Make a small drawing with something more inside it."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside}<path d="M0 0h9v9z"/></svg>'.encode()


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


@pytest.mark.parametrize("typed", ["14485c", '"#14485C"', "'#14485c'"])
def test_a_colour_is_six_digits_with_or_without_its_sign(tmp_path: Path, typed: str) -> None:
    """A colour copied from a design manual is read as it stands there."""
    assert not look(tmp_path, f"farver:\n  hovedfarve: {typed}")


@pytest.mark.parametrize(
    ("typed", "message", "instead"),
    [
        ("petroleumsblå", "»petroleumsblå« er ikke en farve.", ()),
        ('"#abc"', "»#abc« er ikke en farve.", ("#aabbcc",)),
        ("rgb(1,2,3)", "»rgb(1,2,3)« er ikke en farve.", ()),
    ],
)
def test_what_is_no_colour_is_told(tmp_path: Path, typed: str, message: str, instead: tuple[str, ...]) -> None:
    """One finding, and where it is clear what was meant, the text to paste."""
    (problem,) = [one for one in look(tmp_path, f"farver:\n  hovedfarve: {typed}") if one.code == "FR110"]
    assert (problem.message, problem.instead) == (message, instead)


def test_a_colour_that_has_become_a_comment_is_told(tmp_path: Path) -> None:
    """Without quotation marks a colour after # would vanish without a word."""
    (problem,) = look(tmp_path, "farver:\n  hovedfarve: #14485c")
    assert problem.message == "Farven #14485c læses ikke: efter # er resten af linjen en bemærkning."
    assert not look(tmp_path, f"farver:\n  hovedfarve: {problem.instead[0]}")


@pytest.mark.parametrize(
    ("colour", "typed", "message"),
    [
        ("hovedfarve", "6aa9c0", "Hvid tekst på hovedfarven »6aa9c0« har kontrasten 2,2:1"),
        ("hovedfarve", "767676", "Hvid tekst på hovedfarven »767676« har kontrasten 3,9:1"),
        ("fremhævning", "e07020", "Tekst i fremhævningen »e07020« har kontrasten 3,2:1"),
        ("baggrund", "88aabb", "Tekst på baggrunden »88aabb« har kontrasten 2,8:1"),
    ],
)
def test_a_colour_that_cannot_be_read_is_told(tmp_path: Path, colour: str, typed: str, message: str) -> None:
    """The contrast is computed, the colour underlined, and a near one that can be read is ready to paste."""
    (problem,) = look(tmp_path, f"farver:\n  {colour}: {typed}")
    assert (problem.code, problem.message, problem.location.length) == (
        "FR381",
        f"{message}; den skal være mindst 4,5:1.",
        6,
    )
    assert not look(tmp_path, f"farver:\n  {colour}: {problem.instead[0]}")


def test_the_proposed_colour_is_near() -> None:
    """No darker than it must be: a step back towards the typed colour is too pale."""
    better = nearest_readable("#6aa9c0", "#000000", ("#ffffff",))
    assert 4.5 <= contrast(better, "#ffffff") < 4.6


def test_contrast_is_rounded_down() -> None:
    """4,46 is not written 4,5: it would look like enough."""
    assert contrast_text(4.46) == "4,4:1"


def test_a_logo_that_is_not_there_is_told(tmp_path: Path) -> None:
    """The path is that from the work folder."""
    (problem,) = look(tmp_path, "logo: skabeloner/logo.svg")
    assert (problem.code, problem.message) == ("FR382", "Filen »skabeloner/logo.svg« er ikke i arbejdsmappen.")


def test_a_logo_outside_the_work_folder_is_not_read(tmp_path: Path) -> None:
    """A path that leads out is the same as no file, whatever lies there."""
    (tmp_path / "hemmelig.png").write_bytes(PNG)
    root = tmp_path / "arbejde"
    assert [one.code for one in look(root, "logo: ../hemmelig.png")] == ["FR382"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("logo.png", PNG),
        ("logo.svg", svg()),
        ("LOGO.SVG", b'<?xml version="1.0"?>' + svg("<style>.a{fill:url(#b)}</style>")),
        ("logo.svg", svg('<image href="data:image/png;base64,AA=="/>')),
    ],
)
def test_a_picture_can_be_used(tmp_path: Path, name: str, data: bytes) -> None:
    """What designers' programs write is taken: style rules, and pictures inside the drawing."""
    assert logo(tmp_path, name, data) == []


OUT = "Tegningen henter noget et andet sted fra"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("logo.gif", b"GIF89a", "Filens navn slutter hverken på .svg eller .png."),
        ("logo.png", b"GIF89a", "Filen er ikke et png-billede."),
        ("logo.png", PNG[:20], "Filen er ikke et png-billede."),
        ("logo.png", PNG + b"0" * 2_000_000, "Filen fylder mere end 2 MB."),
        ("logo.svg", b"", "Filen er ikke en svg-tegning."),
        ("logo.svg", b"<html/>", "Filen er ikke en svg-tegning."),
        ("logo.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg(), "Filen definerer sine egne tegn (ENTITY)."),
        ("logo.svg", svg("<script>x()</script>"), "Tegningen indeholder et program (script)."),
        ("logo.svg", svg('<g onload="x()"/>'), "Tegningen indeholder et program (onload)."),
        ("logo.svg", svg("<text>By</text>"), "Tegningen indeholder tekst."),
        ("logo.svg", svg('<use href="https://x.dk/a.svg#b"/>'), f"{OUT} (href)."),
        ("logo.svg", svg('<g fill="url(https://x.dk/a)"/>'), f"{OUT} (fill)."),
        ("logo.svg", svg("<style>@import 'a.css';</style>"), f"{OUT} (style)."),
    ],
)
def test_what_is_no_safe_picture_is_refused(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    """A logo holds all it needs, does nothing, and looks the same on every machine."""
    assert logo(tmp_path, name, data) == [f"Logoet »skabeloner/{name}« kan ikke bruges. {reason}"]
