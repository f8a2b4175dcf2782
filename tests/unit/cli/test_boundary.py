"""One of several things that cannot be made costs that one alone."""

import pytest

from frivilligrapport.cli.boundary import attempt
from frivilligrapport.cli.exits import WrongUse


def test_what_is_made_is_given() -> None:
    """With it comes the code of a command that went well."""
    assert attempt(lambda: "lavet") == ("lavet", 0)


def test_what_cannot_be_made_is_told_of(capsys: pytest.CaptureFixture[str]) -> None:
    """The next is made as if nothing had happened."""

    def refuse() -> str:
        raise WrongUse("Det går ikke.", "Gør noget andet.")

    assert attempt(refuse) == (None, 2)
    assert capsys.readouterr().err == "Det går ikke.\n   Gør noget andet.\n"


def test_the_user_stops_them_all() -> None:
    """Ctrl+C while one of them is made is no fault of that one."""

    def interrupt() -> str:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        attempt(interrupt)
