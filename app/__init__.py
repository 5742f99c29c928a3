"""The application around the parts: set-up, settings, command line, wiring, orderly start and stop."""
