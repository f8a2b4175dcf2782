"""How alike two indsatser are, by name and by all else. What is told of it stands in `rules.figures.lookalikes`."""
