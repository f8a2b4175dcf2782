"""What lets a command begin at once: values, patterns and modules that take no time at a start."""
