"""The commands, one file each: its options, its steps, its exit codes. Imported when the command runs."""
