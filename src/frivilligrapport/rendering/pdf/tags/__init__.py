"""The tag tree of a PDF, put right (`repair.repair_tags`): read from WeasyPrint's objects, changed, written back."""
