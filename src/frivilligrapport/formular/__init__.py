"""The form that one contact fills in: the page, and what runs in it, which imports nothing but what `validate` does."""
