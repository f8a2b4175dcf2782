"""Who has delivered and how far each file is, in the terminal, as Markdown, as JSON, and as reminders."""
