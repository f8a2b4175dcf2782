"""The Jinja templates: where they lie, what they may do, and what is said when they fail."""
