"""Who has delivered, for other programs and for those who are to be reminded."""
