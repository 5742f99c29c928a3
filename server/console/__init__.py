"""The console of who runs and develops the system: outside the tree that it shows, behind a token of its own."""
