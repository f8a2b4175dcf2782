"""Rules about running text: what is cut off, left to fill in, or does not agree with the figures."""
