"""What the returbrev is made of: what became of each figure, what was found in the file, and how to answer."""
