"""Bytes to text to a tree with places, all scalars text; and the grammars of quantities and periods."""
