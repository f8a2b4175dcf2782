"""Long words, and where a line may end within one."""

from frivilligrapport.rendering.line_breaks import with_breaks


def test_a_long_word_may_break_after_its_signs_or_between_letters() -> None:
    """Words that are no longer are as they were, and an entity is not parted."""
    assert with_breaks("kort https://a.dk/b-c langt", 12, "|") == "kort https://|a.|dk/|b-|c langt"
    assert with_breaks("Bispebjergslev-Langtbortistan", 20, "|") == "Bispebjergslev-|Langtbortistan"
    assert with_breaks("a" * 30, 20, "|") == "|".join(["a" * 12, "a" * 12, "a" * 6])
    assert with_breaks("x" * 11 + "&amp;" + "y" * 11, 20, "|") == "x" * 11 + "&amp;|" + "y" * 11
