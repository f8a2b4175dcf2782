"""What tests write, run, read and hold things against: nothing here is a test."""
