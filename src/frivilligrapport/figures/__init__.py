"""A year’s figures: what each says and counts for, their totals, their way back, and how they move."""
