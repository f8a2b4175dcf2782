"""HTML to a tagged, checked PDF."""
