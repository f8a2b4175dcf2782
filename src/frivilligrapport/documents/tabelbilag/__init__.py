"""The chapters of the tabelbilag: tables that can be looked up in, and nothing to read from end to end."""
