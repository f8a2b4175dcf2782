"""JSON Schemas for editors, made from the models: what can be written where, and what it means, in Danish.

`schema_file` makes the schema of a file, `groups` the part of one model, `values` that of one value. The tests compare
the schemas' verdict with that of the reader.
"""
