"""How the gates say what they are at, to whoever watches."""

from collections.abc import Callable

from pipeline.events import Gate

Passed = Callable[[Gate, int, int], None]
"""Told which gate is under way, and how many of how many parts of it are done."""


def unwatched(gate: Gate, done: int, of: int) -> None:
    """For gates that nobody watches."""
