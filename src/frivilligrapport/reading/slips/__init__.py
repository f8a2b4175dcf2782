"""What a person most likely did where YAML stops, or reads on without a word; one finding each, with what to write."""
