"""A text's first paragraph by itself."""

import pytest
from markupsafe import Markup

from frivilligrapport.rendering.templates.environment import split_first_paragraph


@pytest.mark.parametrize(
    ("html", "first", "rest"),
    [
        ("<p>a</p>\n<p>b</p>", "<p>a</p>", "<p>b</p>"),
        ('\n<p class="uoplyst">ikke\noplyst</p>\n', '\n<p class="uoplyst">ikke\noplyst</p>', ""),
        ("<ul>\n<li>a</li></ul><p>b</p>", "", "<ul>\n<li>a</li></ul><p>b</p>"),
        ("<pre>a</pre><p>b</p>", "", "<pre>a</pre><p>b</p>"),
        ("", "", ""),
    ],
)
def test_a_text_is_parted_after_its_first_paragraph(html: str, first: str, rest: str) -> None:
    """Nothing is lost, and what does not begin with a paragraph stays whole."""
    parted = split_first_paragraph(Markup(html))  # noqa: S704 - written above
    assert (parted.foerste, parted.resten) == (first, rest)
