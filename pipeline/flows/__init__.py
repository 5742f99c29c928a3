"""The flows: what a job does, from top to bottom; one file each, and a line here."""

from collections.abc import Callable
from typing import Any

from pipeline.flows.component import component
from pipeline.flows.turn import turn
from pipeline.jobs import ComponentBrief, TurnBrief
from pipeline.replay import Flow

Flows = Callable[[TurnBrief | ComponentBrief], Flow]
"""How a brief becomes the flow that it is for."""


def flow_of(brief: TurnBrief | ComponentBrief) -> Flow:
    """The flow that this brief is for, not yet begun."""
    flow: Any = turn(brief) if isinstance(brief, TurnBrief) else component(brief)
    return flow  # type: ignore[no-any-return]  # a coroutine's yield type cannot be said in a def
