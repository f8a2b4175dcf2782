"""The document types, one file each: a module here that holds a DOCUMENT is found by itself."""
