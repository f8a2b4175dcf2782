"""The chapters of the statusrapport."""
