"""Rules about a year's other documents: cover notes, programmes, plans and policies."""
