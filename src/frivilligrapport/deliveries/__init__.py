"""Who has delivered, how far each file is, and what is still missing."""
