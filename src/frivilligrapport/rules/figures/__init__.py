"""Rules about figures: one by itself, parts and wholes, shared things, last year, and numbers that cannot be true."""
