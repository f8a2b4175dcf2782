"""Characters are repaired only to what the reader already takes them for."""

import pytest

from frivilligrapport.reading.repair.characters import with_plain_characters
from frivilligrapport.reading.repair.draft import draft_of

TWO_SIGNS = "bogstaver, der stod som to tegn (a og en ring), bliver til ét"
INVISIBLE = "usynlige tegn slettes"
SOFT_BREAK = "et usynligt linjeskift fra et andet program bliver til et mellemrum"


@pytest.mark.parametrize(
    ("line", "after", "said"),
    [
        ("a\u030ar: 2014", "år: 2014", [TWO_SIGNS]),
        (
            "navn: FÃ¸lgevenner pÃ¥ vej",
            "navn: Følgevenner på vej",
            ["»FÃ¸lgevenner« bliver til »Følgevenner«, »pÃ¥« bliver til »på«"],
        ),
        ("til\u200bstand: a\ufeff", "tilstand: a", [INVISIBLE]),
        ("tekst: a\x0bb\u2028c", "tekst: a b c", [SOFT_BREAK]),
        ("a\u200b\u030a", "å", [INVISIBLE, TWO_SIGNS]),
        ("tekst: f\ufffdlles", "tekst: f\ufffdlles", []),
        ("tekst: a\x00b\x92", "tekst: a\x00b\x92", []),
        ("§\u00a018 • ”a” 👩\u200d👧", "§\u00a018 • ”a” 👩\u200d👧", []),
    ],
    ids=ascii,
)
def test_one_line(line: str, after: str, said: list[str]) -> None:
    """What was meant is written; what is lost, or is ordinary text, stays."""
    draft = with_plain_characters(draft_of(f"a: b\n{line}\n"))
    assert draft.lines == ("a: b", after, "")
    assert [(one.line, one.what) for one in draft.repairs] == [(2, what) for what in said]
