"""What editors and other programs make of our files: their types, their schemas, their language server."""
