"""What becomes of findings: weighed, accepted by a report or a comment, told once, and in order."""
