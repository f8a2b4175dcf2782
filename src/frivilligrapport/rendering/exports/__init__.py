"""The figures as tables for other programs: a value in, text or bytes out."""
