"""What the outside reaches: the HTTP API, the pages, and the event streams. Knows no actor, only their messages."""
