"""What the report accepts as doubtful about a figure."""

from frivilligrapport.documents.year_data import ReportData
from frivilligrapport.figures.figure import Figure
from frivilligrapport.figures.totals import Total
from frivilligrapport.rendering.typography import one_line
from frivilligrapport.rules.acceptance.doubts import makes_doubtful


def double_counts_in(report_data: ReportData, total: Total) -> tuple[str, ...]:
    """Say of each open double count that a total of the year holds what is not settled."""
    register = report_data.year_data.register
    return tuple(register.question(one) for one in register.double_counts if total in register.doubted(one))


def doubts_about(report_data: ReportData, figure: Figure) -> tuple[str, ...]:
    """Give why each finding about a figure was accepted, in the words of those who accepted it, each once."""
    accepted = report_data.year_data.accepted
    reasons = (one_line(one.fordi) for one in accepted if makes_doubtful(one.problem, figure))
    return tuple(dict.fromkeys(reasons))
