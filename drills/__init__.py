"""Drills: one file each, with `run(*, seed, times)` that yields invariants; `python3 run.py drill NAME` runs them."""

DRILLS = ("kill", "actors", "events", "motion", "simulation", "deaths", "crash")
"""Those there are; each by the name of its file."""
