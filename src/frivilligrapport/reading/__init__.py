"""Bytes to text to a tree with places, all scalars text. Nothing here knows what a field means."""
