"""Contributors' Markdown on its way to the page: one form, nothing harmful, HTML."""
