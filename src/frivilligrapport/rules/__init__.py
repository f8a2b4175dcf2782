"""Checks over one file or several: `catalogue` runs them, `acceptance` sorts what they find."""
