"""HTML to a tagged, checked PDF: a room of its own, which knows nothing of reports.

Its door is `checked.to_checked_pdf` (slow to import, needs system libraries), `claims.makes_claims` and `faults`.
"""
