"""What the terminal shows: plain lines without boxes, which also read well aloud."""
