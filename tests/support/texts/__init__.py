"""Texts and bytes read as a contact's file, and what is found in them said in a form that is easy to compare."""
