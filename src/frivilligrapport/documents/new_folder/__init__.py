"""A new work folder for any municipality: its files, filled in as far as can be known."""
