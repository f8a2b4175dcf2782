import pytest

from frivilligrapport.rendering.pdf.faults import MissingLibrary


@pytest.mark.parametrize(
    ("platform", "word"), [("linux", "apt-get install"), ("darwin", "brew install"), ("win32", "pacman -S")]
)
def test_each_system_gets_its_own_command(platform: str, word: str) -> None:
    """The command is one that works on the machine that lacks the library."""
    assert word in MissingLibrary("Pango mangler.", platform).command


def test_an_unknown_system_is_treated_like_linux() -> None:
    """A rare system still gets the names of the libraries."""
    assert "libpango" in MissingLibrary("Pango mangler.", "freebsd13").command


def test_the_text_ends_in_what_to_type() -> None:
    """The exception as text is all that a person needs."""
    assert MissingLibrary("Pango mangler.", "darwin").message == "Pango mangler. Skriv:\n    brew install pango"


def test_windows_takes_each_line_as_it_stands() -> None:
    """Two commands are two lines, for no sign between them is known to both of the prompts that Windows has."""
    missing = MissingLibrary("Pango mangler.", "win32")
    first, *lines = missing.message.splitlines()
    assert first == "Pango mangler. Skriv:"
    assert lines == [f"    {line}" for line in missing.command.splitlines()]
    assert len(lines) == 2
    assert "&&" not in missing.command
