"""Carrying out `build`, and what is kept from one build to the next."""
