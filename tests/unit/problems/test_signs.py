"""Names and typed words cannot steer the screen or the log that they are shown on."""

import json
import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from frivilligrapport.problems.signs import harmless, json_text, plain_name

STEERING = st.sampled_from(["\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\u200b", "\ufeff", "\u2028", "\U000e0041"])
NAMES = st.lists(
    st.sampled_from(
        ["::error::x", "##[error]", "##vso[", "section_start:1", ":", "#", "[", "\n", "\r", " ", "å", "👩\u200d🚒"]
    )
    | STEERING
)


@given(NAMES.map("".join))
def test_no_name_steers(name: str) -> None:
    """No control, direction or invisible sign is left, no line is a command, and each sign keeps its place."""
    shown = harmless(name)
    assert len(shown) == len(name)
    assert not any(unicodedata.category(sign) in {"Cc", "Cf"} for sign in shown if sign not in "\n\t\u200d")
    assert not any(line.lstrip().startswith("::") for line in shown.splitlines())
    assert not re.search(r"##\w*\[|section_(?:start|end):\d", shown)
    assert harmless(shown) == shown


@given(NAMES.map("".join) | st.text())
def test_json_says_the_same(name: str) -> None:
    """What programs read is exactly the name, and what a screen is given has nothing that steers it."""
    written = json_text({name: [name]})
    assert json.loads(written) == {name: [name]}
    assert not re.search(r"##\w*\[|section_(?:start|end):\d|\u202e", written)
    assert "\x9b" not in written


@given(NAMES.map("".join))
def test_a_name_is_one_line(name: str) -> None:
    """What a file is called cannot begin a line, nor end one."""
    assert len(plain_name(name)) == len(name)
    assert len(plain_name(name).splitlines()) <= 1


def test_ordinary_words_stay() -> None:
    """Letters, emoji, soft hyphens and line breaks are left as they are."""
    text = "Blåbærgrød\n\t👩\u200d🚒 sam\u00adarbejde: 12:30 a::b #1"
    assert harmless(text) == text
