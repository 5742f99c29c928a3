"""A world in one thread for the orchestrator: its clock, its store, its performers and its people are all invented."""
