"""Which findings a report may accept."""

import pytest

from frivilligrapport.rules.catalogue import is_acceptable


@pytest.mark.parametrize(
    ("code", "acceptable"),
    [
        ("FR001", False), ("FR030", False), ("FR101", False), ("FR201", False), ("FR209", False), ("FR210", True),
        ("FR220", False), ("FR301", False), ("FR302", False), ("FR303", False), ("FR304", True), ("FR309", True),
        ("FR310", False), ("FR311", True), ("fr312", True), ("FR356", True), ("FR391", False), ("FR392", False),
        ("FR393", False), ("FR401", True), ("FR901", False), ("alle", False), ("", False),
    ],
)  # fmt: skip
def test_which_codes(code: str, acceptable: bool) -> None:
    """Rules can be accepted, faults of reading and personal data never."""
    assert is_acceptable(code) is acceptable
