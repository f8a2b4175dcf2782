"""Drawings as coordinates: the templates draw them and compute nothing."""
