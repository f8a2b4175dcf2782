"""How alike two indsatser are: words, traits and evidence. What is told of it stands in `rules.figures.lookalikes`."""
