"""Starts a program so that it can reach nothing but what it was given; it knows nothing of what the program does."""

from actors.jail.cell import Cell
from actors.jail.errors import ProgramMissingError
from actors.jail.loads import loads
from actors.jail.spawning import spawned
from actors.jail.strength import FAMILIES_NOT_HELD, Strength, families_sentence, holds_families, strength

__all__ = [
    "FAMILIES_NOT_HELD",
    "Cell",
    "ProgramMissingError",
    "Strength",
    "families_sentence",
    "holds_families",
    "loads",
    "spawned",
    "strength",
]
