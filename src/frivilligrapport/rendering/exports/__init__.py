"""Figures, joint totals and comparisons for other programs: a value in, a table, text or bytes out."""
