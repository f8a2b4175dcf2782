"""A new status file to fill in: what is known from the year before, and what is asked for."""
