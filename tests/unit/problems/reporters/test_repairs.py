"""What is repaired is told in a few lines."""

from frivilligrapport.problems.reporters.repairs import describe_repairs
from frivilligrapport.reading.repair.draft import Repair


def test_the_same_repair_of_many_lines_is_told_once() -> None:
    """The first five lines are named, the rest are counted; what concerns the whole file comes first."""
    repairs = [
        *(Repair(line, "tabulator bliver til mellemrum") for line in range(3, 1010)),
        Repair(0, "mærket slettes"),
    ]
    assert describe_repairs("tmf.yaml", repairs, ("a", "a")) == (
        "tmf.yaml: 1.008 rettelser:\n"
        "   hele filen: mærket slettes\n"
        "   linje 3, 4, 5, 6, 7 og 1.002 linjer mere: tabulator bliver til mellemrum\n"
    )


def test_the_difference_is_coloured_for_a_terminal_only() -> None:
    """What goes is red and what comes is green."""
    texts = ("a: b\nc: d", "a: b\nc: e")
    plain = describe_repairs("tmf.yaml", [Repair(2, "»d« bliver til »e«")], texts)
    assert plain == (
        "tmf.yaml: 1 rettelse:\n"
        "   linje 2: »d« bliver til »e«\n"
        "--- tmf.yaml\n+++ tmf.yaml (rettet)\n@@ -1,2 +1,2 @@\n a: b\n-c: d\n+c: e\n"
    )
    coloured = describe_repairs("tmf.yaml", [Repair(2, "»d« bliver til »e«")], texts, in_colour=True)
    assert "\n\x1b[31m-c: d\x1b[0m\n\x1b[32m+c: e\x1b[0m\n" in coloured
