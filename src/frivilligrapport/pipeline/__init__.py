"""The steps in order, as plain functions over values. Never prints, never exits, never writes."""
