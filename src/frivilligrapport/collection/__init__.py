"""The work folder as one value: everything of every year. The only reader of the work folder."""
