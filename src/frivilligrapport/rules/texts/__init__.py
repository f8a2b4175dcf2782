"""Rules about running text: what is unfinished, badly worded, too long, or does not agree with the figures."""
