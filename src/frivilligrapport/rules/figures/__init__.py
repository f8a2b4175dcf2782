"""Rules about figures: units, parts and wholes, shared things, and numbers that cannot well be true."""
