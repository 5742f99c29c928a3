"""What stays: the database, its one writer, its readers, and the artifacts."""
