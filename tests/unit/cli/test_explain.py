"""What `explain` says of a code."""

from frivilligrapport.cli.commands.explain import explain_kind, kind_asked


def explained(code: str) -> str:
    """Explain a code that exists."""
    kind = kind_asked(code)
    assert kind is not None
    return explain_kind(kind)


def test_how_a_finding_is_accepted() -> None:
    """Both ways to accept a finding are told, with the very comment to write."""
    text = explained("FR343")
    assert "rapport.yaml under accepteret" in text
    assert "    # frivilligrapport: accepter FR343 fordi …\n\nMere om det: frivilligrapport explain regler\n" in text


def test_what_cannot_be_accepted() -> None:
    """Nobody is led to believe that what cannot be read may be accepted."""
    for code in ("FR031", "FR201", "FR310", "FR390", "FR901"):
        assert "accepter FR" not in explained(code).partition("Forkert:")[0]
        assert "Er det rigtigt set" not in explained(code)
