"""Periods: from what was typed to the days that it covers (number grammar, section 2)."""

from frivilligrapport.grammar.period.kinds import PERIOD_KINDS
from frivilligrapport.grammar.period.parse import parse_period
from frivilligrapport.grammar.period.value import Period, PeriodKind

__all__ = ["PERIOD_KINDS", "Period", "PeriodKind", "parse_period"]
