"""Who has delivered: the overview in its formats, and what is sent to those who are awaited."""
