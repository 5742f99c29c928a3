"""What a job does: pure values, flows and tools. No threads, no sockets, no files, no clock."""
