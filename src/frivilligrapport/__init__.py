"""Compile a municipality's yearly report on volunteering from YAML status files."""
