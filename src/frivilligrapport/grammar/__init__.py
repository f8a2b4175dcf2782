"""The language of figures and times in Danish text: from words as typed to values. Nothing here knows of files."""
