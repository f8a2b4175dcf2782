"""What the files of the work folder hold: one model a file type."""
