"""Showing a year, or one file of it, in the browser while its files are written. Only `preview` comes in here."""
