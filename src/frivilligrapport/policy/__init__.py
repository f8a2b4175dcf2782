"""What has been undertaken under a policy, and what became of it from year to year."""
