"""The Jinja templates: where they and their style sheets lie, what they may do, and what is said when they fail."""
