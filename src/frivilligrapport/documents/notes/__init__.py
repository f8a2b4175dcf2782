"""Notes to a committee and programmes for a year: a head, texts in sections, initiatives."""
