"""Faults on purpose: between every message and its handler, on the wire to the models, and in the store."""

from actors.faults.fault import KINDS, Fault, Wanted
from actors.faults.faults import Faults

__all__ = ["KINDS", "Fault", "Faults", "Wanted"]
