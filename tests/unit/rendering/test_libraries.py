import pytest

from frivilligrapport.rendering.pdf.typeset import missing_pango, missing_subsetter


@pytest.mark.parametrize(
    ("platform", "word"), [("linux", "apt-get install"), ("darwin", "brew install"), ("win32", "pacman -S")]
)
def test_each_system_gets_its_own_command(platform: str, word: str) -> None:
    """The command is one that works on the machine that lacks the library."""
    assert word in missing_pango(platform, "").command
    assert word in missing_subsetter(platform).command


def test_an_unknown_system_is_treated_like_linux() -> None:
    """A rare system still gets the names of the libraries."""
    assert "libpango" in missing_pango("freebsd13", "").command


def test_the_text_ends_in_what_to_type() -> None:
    """The exception as text is all that a person needs."""
    assert str(missing_pango("darwin", "")) == (
        "PDF'en kan ikke laves, for biblioteket Pango mangler på denne maskine. Skriv:\n    brew install pango"
    )
