"""A folder in order gives no finding."""

from collections.abc import Callable

Found = Callable[..., str]


def test_clean_folder(found: Found) -> None:
    """Valid files are left in peace."""
    assert found() == ""


def test_clean_build(found: Found) -> None:
    """They can also be built."""
    assert found(build=True) == ""
