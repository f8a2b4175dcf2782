"""What documents of a page or two are made of: short, with their sources, and cut by rule where they are too long."""
