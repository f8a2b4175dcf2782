"""Checks of what was handed in: `catalogue` finds the rules in the four rooms below, `run` is the one door to them."""
