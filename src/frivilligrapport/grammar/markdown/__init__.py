"""The Markdown that contributors may use: typed text as blocks and signs, each with its place. Nothing is rendered."""
