"""One project in one file, and back in as a copy under ids of its own."""
