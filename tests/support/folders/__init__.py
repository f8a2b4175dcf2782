"""Work folders and years, written from texts; nothing that is only about one rule or one document."""
