"""What several commands carry out alike, or one of them without Typer: no module here reads the command line."""
