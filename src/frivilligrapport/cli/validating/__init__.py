"""Carrying out `validate`, of one work folder or of many."""
