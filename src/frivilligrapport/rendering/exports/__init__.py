"""The figures as tables for other programs and for the terminal: a value in, text or bytes out."""
