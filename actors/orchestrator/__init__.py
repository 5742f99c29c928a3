"""Who decides what happens next in every open job."""

from actors.orchestrator.orchestrator import Orchestrator

__all__ = ["Orchestrator"]
