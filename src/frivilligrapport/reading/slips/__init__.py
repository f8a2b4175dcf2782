"""What a person most likely did where YAML stops: one module for each kind of place, one finding each."""
