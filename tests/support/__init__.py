"""What several suites need: values, folders and readers; no test, and nothing that only one file of tests uses."""
