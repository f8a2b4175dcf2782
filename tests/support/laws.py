"""On how many examples a law is tried: on many, or on a few after every change."""

from hypothesis import settings

_HYPOTHESIS = 100  # what it tries unless told
_FEWEST = 2


def register_profiles() -> None:
    """Register the profiles `full`, which is used unless pytest is told otherwise, and `short`.

    A shared machine with measured coverage pauses now and then; how fast one example runs is no law of the program.
    Everything else stays as Hypothesis has it: random at the desk, the same examples each time under CI.
    """
    ordinary = settings.get_profile(settings.get_current_profile_name())
    settings.register_profile("full", parent=ordinary, deadline=None)
    settings.register_profile("short", parent=ordinary, deadline=None, max_examples=_HYPOTHESIS // 5)
    settings.load_profile("full")


def tried(many: int) -> settings:
    """Try a law on `many` examples instead of a hundred; the short profile tries its share of them."""
    share = many * settings().max_examples // _HYPOTHESIS
    return settings(max_examples=max(share, min(many, _FEWEST)))
