"""Benchmarks: one file each, with `run(*, quick)` that yields figures; `python3 run.py bench NAME` runs them."""

BENCHMARKS = ("path", "build", "actors", "stream", "jobs", "events", "editor", "console")
"""Those there are; each by the name of its file."""
