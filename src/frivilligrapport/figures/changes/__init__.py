"""Two years held against each other: forvaltninger, indsatser, figures and totals."""
