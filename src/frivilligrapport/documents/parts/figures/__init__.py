"""Figures and totals as several documents show them: in words, in text, in sums, as changes, with their sources."""
