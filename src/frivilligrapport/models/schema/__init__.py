"""JSON Schemas for editors, made from the models: what can be written where, and what it means, in Danish.

`file_types` says which files get a schema, `schema_file` makes one, `groups` the part of one model, `values` that of
one value; `texts_*` hold what people read. The tests compare the schemas' verdict with that of the reader.
"""
