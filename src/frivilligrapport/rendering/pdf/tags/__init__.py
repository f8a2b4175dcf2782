"""The tag tree of a PDF, repaired: read from WeasyPrint's objects, changed, written back."""
