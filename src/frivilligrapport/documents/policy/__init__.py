"""What a year has done about a policy: its points, its demands, and the promises made under it."""
