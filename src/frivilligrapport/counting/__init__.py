"""Which figures count, and for how much: interval arithmetic, families and ownership, without pandas."""
