"""What several municipalities come to together, as a document."""
